"""What servers in front might obey is printed as words, wherever somebody writes it."""

from __future__ import annotations

import shutil
from contextlib import closing
from html import escape

import pytest
from django.conf import settings

from communique.press.store import StoreReader
from communique.text import sanitise
from tests.conftest import STAGE
from tests.content import stories
from tests.content.stories import block

from .rehearsed import company
from .sites import whole

pytestmark = [pytest.mark.database, pytest.mark.together("secrecy")]

DIRECTIVES = (
    '<!--#include virtual="/data/secret_key" --><!--#exec cmd="id" -->',
    '<esi:include src="/desk/"/><esi:vars>$(HTTP_COOKIE)</esi:vars>',
    "<?php echo getenv('SECRET'); ?><!--mfunc echo 1; --><!--/mfunc-->",
    "{{ article.pk }}{% include 'secret_key' %}<% print 1 %>",
)
OBEYED = (b"<!--#", b"<esi:", b"<?php", b"<!--mfunc", b"<%")


def test_s3_directives_in_texts_come_out_as_words(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        for number, words in enumerate(DIRECTIVES):
            _written(f"Paper {number}", words)
        with company("press") as press:
            press.do("print_once")
        with closing(StoreReader.open(settings.COMMUNIQUE.press_folder)) as store:
            printed = {entry.address: whole(store, entry) or b"" for entry in store.entries.values()}
            failed = [failure.key for failure in store.failures()]
        STAGE.restore()
    shutil.rmtree(settings.COMMUNIQUE.press_folder)
    assert not failed
    assert any(b"&lt;!--#include" in text or b"&lt;esi:include" in text for text in printed.values())
    pages = {address: text for address, text in printed.items() if address.endswith(("/", ".atom", ".xml", ".json"))}
    obeyed = {(address, sign) for address, text in pages.items() for sign in OBEYED if sign in text}
    assert not obeyed


def _written(title: str, words: str) -> None:
    fields = dict.fromkeys(("kicker", "standfirst", "seo_title", "search_description", "lead_caption"), words[:90])
    body = [
        stories.heading(words),
        block("paragraph", f"<p>{escape(words)}</p>"),  # as the desk keeps what is written there
        block("quote", {"text": f"<p>{escape(words)}</p>", "attribution": words}),
        block("preformatted", {"text": words, "language": ""}),
        block("imported", {"html": sanitise.passage(f"<p>{words}</p>"), "note": ""}),
    ]
    stories.article(f"{title} {words[:60]}", slug=title.lower().replace(" ", "-"), body=body, **fields)

"""A document that is replaced prints its own pages again and those that show its size, and no others. Row E6."""

from __future__ import annotations

from communique.press.run import Press
from communique.press.store import Store
from communique.publishing.newsroom import SiteNewsroom
from communique.publishing.readiness import make_ready
from tests.content.stories import article, block
from tests.sections.test_documents import PDF, document, replace, upload

from .pressroom import published


def test_e6_a_replaced_document_prints_again_what_shows_its_size_and_no_more(window, tmp_path):
    """Of an article with the document as a block, one with a link to it in its words, and one without."""
    make_ready()
    file = upload()
    page = document(file)
    article("Shown", body=[block("document", file.pk)])
    article("Linked", body=[block("paragraph", f'<p>See <a id="{file.pk}" linktype="document">it</a>.</p>')])
    article("Neither")
    with Store.open(tmp_path, writer="a test") as store:
        press = Press(SiteNewsroom(window), store, tmp_path)
        press.run()
        before = published(tmp_path)
        replace(page, upload(PDF + b"more" * 1000))
        press.run()
        changed = set(_of_pages(published(tmp_path), before))
        assert changed == {"/ports/", "/ports/ports.pdf", "/research/shown/"}
        page.unpublish()
        press.run()
        assert not [at for at, text in published(tmp_path).items() if "ports.pdf" in str(text)], "no dead link"
        press.close()


def _of_pages(after, before):
    """Pages that readers can ask for, without files and what is made for machines."""
    for address, text in after.items():
        if text != before.get(address) and address.startswith(("/ports/", "/research/")):
            yield address

"""The desk's own words: marked where a part is done, and said in Urdu, Arabic and Russian. Row K7."""

from __future__ import annotations

import ast
import os
import re
from pathlib import Path

import polib
import pytest
from django.utils import translation

from communique.content.models import HomePage
from communique.site import configuration, entering, words
from communique.site.words import Catalogue, Word
from tests.conftest import FOLDER

HOUSE = words.HOUSE
SCRIPTS = {"ur": "؀-ۿ", "ar": "؀-ۿ", "ru": "Ѐ-ӿ"}

# Parts whose words are all marked. What is not here yet speaks English at a desk in any language.
MARKED = [
    *("blocks.py", "slots/blocks.py", "slots/telling.py", "models/pages.py", "models/legal.py"),
    *("wagtail_hooks.py", "desk/missed.py", "missed.py"),
]
TEMPLATES = ["front_pages", "troubles", "legal", "welcome", "missed"]
TELLING = {"label", "help_text", "heading", "verbose_name", "verbose_name_plural", "menu_label", "group"}


def _called(catalogue: Catalogue) -> str:
    return "/".join((catalogue.path.parts[-5], catalogue.language, catalogue.path.stem))


def _module(name: str) -> ast.Module:
    return ast.parse((HOUSE / "content" / name).read_text(encoding="utf-8"))


def _template(name: str) -> str:
    return (HOUSE / f"content/templates/content/desk/{name}.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", MARKED)
def test_k7_what_editors_read_is_marked(name):
    bare = [
        node.value.value
        for node in ast.walk(_module(name))
        if isinstance(node, ast.keyword) and node.arg in TELLING and isinstance(node.value, ast.Constant)
    ]
    assert not [words for words in bare if isinstance(words, str) and words]


@pytest.mark.parametrize("name", TEMPLATES)
def test_k7_no_template_says_a_word_that_is_not_marked(name):
    text = re.sub(r"{%\s*blocktranslate.*?endblocktranslate\s*%}|{%.*?%}|{{.*?}}|{#.*?#}", "", _template(name))
    text = re.sub(r"<[^>]*>", " ", text, flags=re.DOTALL)
    assert not re.findall(r"[A-Za-z]{2,}", text)


@pytest.mark.parametrize("catalogue", words.wanted(), ids=_called)
def test_k7_nothing_that_is_marked_is_missing_in_a_language_and_nothing_is_left_over(catalogue):
    held = polib.pofile(str(catalogue.path))
    ours = {words.word_of(entry) for entry in held}
    assert not catalogue.words - ours, "run `make words`, and translate"
    assert not ours - catalogue.words, "run `make words`"


@pytest.mark.parametrize("path", words.catalogues(), ids=lambda path: "/".join(path.parts[-5:-2]))
def test_k7_a_catalogue_is_sure_in_its_script_with_the_same_places_and_compiled(path: Path):
    language = path.parts[-3]
    catalogue = polib.pofile(str(path))
    for entry in catalogue:
        assert not entry.fuzzy and words.said(entry), entry.msgid
        for one in [entry.msgstr] if not entry.msgid_plural else entry.msgstr_plural.values():
            assert _says_something(entry.msgid) <= bool(re.search(f"[{SCRIPTS[language]}]", one)), entry.msgid
            assert _places(one) in ([_places(entry.msgid)] if not entry.msgid_plural else _places_of(entry)), (
                entry.msgid
            )
            assert sorted(re.findall(r"<[^>]+>", one)) == sorted(re.findall(r"<[^>]+>", entry.msgid))
    compiled = {(one.msgid, one.msgstr, str(one.msgstr_plural)) for one in polib.mofile(str(path.with_suffix(".mo")))}
    assert compiled == {(one.msgid, one.msgstr, str(one.msgstr_plural)) for one in catalogue}, "run `make words`"


def _places(text: str) -> set[str]:
    return set(re.findall(r"%\(\w+\)[sd]|{[\w:,]*}", text))


def _places_of(entry: polib.POEntry) -> list[set[str]]:
    """With the number or, of one and two, without: "two letters" is a word in Arabic."""
    places = _places(entry.msgid_plural)
    return [places, {place for place in places if "number" not in place and "count" not in place}]


def _says_something(text: str) -> bool:
    return bool(re.search(r"[A-Za-z]{2}", re.sub(r"%\(\w+\)[sd]|{[\w:,]*}|<[^>]+>", "", text)))


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_k7_the_same_words_are_the_same_in_all_catalogues_of_a_language(language):
    found: dict[tuple[str, Word], set[str]] = {}
    for path in words.catalogues():
        if path.parts[-3] == language:
            for entry in polib.pofile(str(path)):
                known = found.setdefault((path.stem, words.word_of(entry)), set())
                known.add(entry.msgstr or str(entry.msgstr_plural))
    assert not {word: several for word, several in found.items() if len(several) > 1}


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_k7_each_number_has_a_form_in_every_catalogue(language):
    forms = {
        polib.pofile(str(path)).metadata["Plural-Forms"] for path in words.catalogues() if path.parts[-3] == language
    }
    assert forms == {words.FORMS[language]}


def test_k7_new_words_are_entered_for_the_translator_and_old_ones_taken_out(tmp_path):
    part = tmp_path / "parts" / "fishing"
    part.mkdir(parents=True)
    (part / "apps.py").write_text("")
    (part / "models.py").write_text('_("net"); counted("{number} fish", "{number} fishes", 2)')
    (catalogue,) = (one for one in words.gather(tmp_path) if "ru" in one.parts)
    entered = polib.pofile(str(catalogue))
    assert [(one.msgid, one.msgid_plural) for one in entered] == [("net", ""), ("{number} fish", "{number} fishes")]
    assert len(entered[1].msgstr_plural) == 3 and not any(words.said(one) for one in entered)
    (part / "models.py").write_text('_("net")')
    words.gather(tmp_path)
    assert [one.msgid for one in polib.pofile(str(catalogue))] == ["net"]


@pytest.mark.parametrize(("language", "name"), [("en", "home page"), ("ur", "صفحۂ اول"), ("ru", "главная страница")])
def test_k7_the_desk_says_it_in_the_language_of_the_account(language, name):
    with translation.override(language):
        assert str(HomePage._meta.verbose_name) == name


def test_k7_commands_speak_english_whatever_the_site_does(monkeypatch):
    for name in (configuration.SITE, "COMMUNIQUE_ROLE", "DJANGO_SETTINGS_MODULE"):
        monkeypatch.setenv(name, os.environ.get(name, ""))
    with translation.override("ur"):
        assert str(HomePage._meta.verbose_name) == "صفحۂ اول"
        entering.enter(FOLDER, migrated=False)
        assert str(HomePage._meta.verbose_name) == "home page"

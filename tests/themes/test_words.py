"""The catalogues hold every word that templates say, in all four languages, and none too many."""

import re

import polib
import pytest

from communique import themes
from communique.publishing import words

from .pages import PACKAGE
from .samples import LANGUAGES

LOCALE = themes.folder() / "locale"
FOLDERS = (themes.folder() / "templates", *PACKAGE.glob("*/templates"), *PACKAGE.glob("*/*/templates"))
SAID = re.compile(r'\b_\("((?:[^"\\]|\\.)*)"|\bngettext\("((?:[^"\\]|\\.)*)"')


# In bodies and files, which no template sets.
SAID_ELSEWHERE = re.compile(r'\bsay\(\s*"((?:[^"\\]|\\.)*)"')


def said() -> set[str]:
    """All that the templates of the house say, and what is said outside of them."""
    sources = (path.read_text(encoding="utf-8") for folder in FOLDERS for path in folder.rglob("*.html"))
    in_templates = {single or plural for source in sources for single, plural in SAID.findall(source)}
    modules = (path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    return in_templates | {words for source in modules for words in SAID_ELSEWHERE.findall(source)}


def catalogue(language: str) -> polib.POFile:
    return polib.pofile(str(LOCALE / f"{language}.po"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_is_said_is_missing_and_nothing_is_left_over(language):
    assert {entry.msgid for entry in catalogue(language)} == said()


def test_what_is_said_outside_of_templates_is_said_in_the_language():
    assert words.in_language("ur")("Note {number}", number=3) == "حاشیہ 3"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_is_translated_and_sure(language):
    for entry in catalogue(language):
        assert not entry.fuzzy
        assert entry.msgstr or all(entry.msgstr_plural.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_are_the_same_in_every_language(language):
    for entry in catalogue(language):
        assert set(re.findall(r"\{\w+\}", entry.msgstr)) == set(re.findall(r"\{\w+\}", entry.msgid))


@pytest.mark.parametrize(("language", "letters"), [("ur", "؀-ۿ"), ("ar", "؀-ۿ"), ("ru", "Ѐ-ӿ")])
def test_words_are_in_the_languages_script(language, letters):
    assert not [entry.msgid for entry in catalogue(language) if not re.search(f"[{letters}]", entry.msgstr)]


def test_words_are_said_in_a_form_that_can_be_gathered():
    for folder in FOLDERS:
        for path in folder.rglob("*.html"):
            source = path.read_text(encoding="utf-8")
            assert len(re.findall(r"\b_\(", source)) == len(re.findall(r'\b_\("', source)), path

"""The catalogues hold every word that templates say, in all four languages, and none too many.

A part may bring its own words along, in `locale` beside its templates: those that the theme doesn't say already.
"""

import re
from pathlib import Path

import polib
import pytest

from communique import themes
from communique.publishing import words
from communique.site.words import templates_of_the_desk

from .pages import PACKAGE
from .samples import LANGUAGES

LOCALE = themes.folder() / "locale"
ROOMS = ("sections", "readers")
PARTS = sorted(path.parents[1] for path in PACKAGE.glob("*/*/locale/en.po") if path.parents[2].name in ROOMS)

FOLDERS = (themes.folder() / "templates", *PACKAGE.glob("*/templates"), *PACKAGE.glob("*/*/templates"))
SAID = re.compile(r'\b_\("((?:[^"\\]|\\.)*)"|\bngettext\("((?:[^"\\]|\\.)*)"')


# In bodies and files, which no template sets.
SAID_ELSEWHERE = re.compile(r'\bsay\(\s*"((?:[^"\\]|\\.)*)"')


def printed(*places: Path) -> list[Path]:
    """The templates of what readers get; those of the desk have catalogues of their own."""
    return [path for place in places for path in place.rglob("*.html") if path not in templates_of_the_desk()]


def said(*places: Path) -> set[str]:
    """All that the templates in these places say, and what is said outside of them."""
    sources = (path.read_text(encoding="utf-8") for path in printed(*places))
    in_templates = {single or plural for source in sources for single, plural in SAID.findall(source)}
    modules = (path.read_text(encoding="utf-8") for place in places for path in place.rglob("*.py"))
    return in_templates | {words for source in modules for words in SAID_ELSEWHERE.findall(source)}


def said_by_all() -> set[str]:
    """What the house says, but for parts that bring their own words along."""
    house = [path for path in PACKAGE.iterdir() if path.is_dir() and path.name not in ROOMS]
    return said(*house, *(part for room in ROOMS for part in (PACKAGE / room).iterdir() if part not in PARTS))


def catalogue(language: str, folder: Path = LOCALE) -> polib.POFile:
    return polib.pofile(str(folder / f"{language}.po"))


def every_entry(language: str) -> list[polib.POEntry]:
    """Those of the theme and of all parts."""
    return [one for folder in (LOCALE, *(part / "locale" for part in PARTS)) for one in catalogue(language, folder)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_is_said_is_missing_and_nothing_is_left_over(language):
    assert {entry.msgid for entry in catalogue(language)} == said_by_all()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_a_part_brings_the_words_that_the_theme_does_not_say(part, language):
    theirs = {entry.msgid for entry in catalogue(language)}
    assert {entry.msgid for entry in catalogue(language, part / "locale")} == said(part) - theirs


def test_what_is_said_outside_of_templates_is_said_in_the_language():
    assert words.in_language("ur")("Note {number}", number=3) == "حاشیہ 3"


def told(entry: polib.POEntry) -> list[str]:
    """What is said for it: of a number of things, each form."""
    return list(entry.msgstr_plural.values()) or [entry.msgstr]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_is_translated_and_sure(language):
    for entry in every_entry(language):
        assert not entry.fuzzy
        assert all(told(entry))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_has_all_forms_that_the_language_knows(language):
    several = [entry for entry in every_entry(language) if entry.msgid_plural]
    assert several and {len(told(entry)) for entry in several} == {{"en": 2, "ur": 2, "ar": 6, "ru": 3}[language]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_are_the_same_in_every_language(language):
    for entry in every_entry(language):
        places = set(re.findall(r"\{\w+\}", entry.msgid))
        assert all(set(re.findall(r"\{\w+\}", words)) == places for words in told(entry))


@pytest.mark.parametrize(("language", "letters"), [("ur", "؀-ۿ"), ("ar", "؀-ۿ"), ("ru", "Ѐ-ӿ")])
def test_words_are_in_the_languages_script(language, letters):
    assert not [entry.msgid for entry in every_entry(language) if not re.search(f"[{letters}]", told(entry)[-1])]


def test_words_are_said_in_a_form_that_can_be_gathered():
    for path in printed(*FOLDERS):
        source = path.read_text(encoding="utf-8")
        assert len(re.findall(r"\b_\(", source)) == len(re.findall(r'\b_\("', source)), path

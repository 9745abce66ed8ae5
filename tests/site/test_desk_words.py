"""The desk's own words: marked where a part is done, and said in Urdu, Arabic and Russian. Row K7."""

from __future__ import annotations

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

from . import unmarked

HOUSE = words.HOUSE
SCRIPTS = {"ur": "؀-ۿ", "ar": "؀-ۿ", "ru": "Ѐ-ӿ"}


@pytest.fixture(scope="module")
def wanted() -> list[Catalogue]:
    """The catalogues that there should be. All source is read for it: too long for while tests are collected."""
    return words.wanted()


def test_k7_nothing_is_said_at_the_desk_that_is_not_marked():
    assert unmarked.everywhere() == []


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('FieldPanel("name", heading="Full name")', "Full name"),
        ('class Meta:\n    verbose_name = "person"', "person"),
        ('name = models.CharField("name", max_length=9)', "name"),
        ('class Kind(TextChoices):\n    TYPO = "typo", "Typo"', "Typo"),
        ('raise ValidationError({"slug": f"{slug} is taken"})', "1 is taken"),
        ('messages.success(request, "Saved")', "Saved"),
        ('Finding(place, sentence("It is empty."), "Fill it in.")', "Fill it in."),
        ('told = "Readers see nothing." if empty else _("Readers see it.")', "Readers see nothing."),
        ('def remedy():\n    """What would do."""\n    return "Write the text."', "Write the text."),
    ],
)
def test_k7_python_that_says_something_unmarked_is_found(source, said):
    assert [one.partition(": ")[2] for one in unmarked.in_python(source, at_a_desk=True)] == [said]


@pytest.mark.parametrize(
    "source",
    [
        'FieldPanel("name", heading=_("Full name"))',
        'log.warning("The press could not finish.")',
        'class TopicConfig(AppConfig):\n    label = "topics"',
        'titles = {"en": "Not now", "ur": "ابھی نہیں", "ar": "ليس الآن", "ru": "Не сейчас"}',
        'counted("{number} row", "{number} rows", 3)',
        'html = f"<h2>{heading}</h2>"',
    ],
)
def test_k7_python_that_says_nothing_unmarked_passes(source):
    assert list(unmarked.in_python(source, at_a_desk=True)) == []


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('<p>{% translate "Kind" %} of change</p>', ["of change"]),
        ('<button title="Close">{{ sign }}</button>', ["Close"]),
        ('{% include "header.html" with title="Imports" icon="download" %}', ["Imports"]),
        ('<td>{{ title|default:"Untitled" }}</td>', ["Untitled"]),
        ("{% blocktranslate %}Page {{ number }}{% endblocktranslate %} <code>communique update</code>", []),
        ('{% include "header.html" with title=_("Imports") %}', []),
    ],
)
def test_k7_a_template_that_says_something_unmarked_is_found(source, said):
    assert list(unmarked.in_template(source)) == said


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('more("One row more", () => this.grow(1, 0));', ["One row more"]),
        ('more(gettext("One row more"), () => this.grow(1, 0));', []),
        ('ngettext("%(count)s time; it is there.", "%(count)s times; they are there.", times)', []),
        ('element("button", { class: "button button-small" }); // A table of numbers', []),
    ],
)
def test_k7_a_script_that_says_something_unmarked_is_found(source, said):
    assert list(unmarked.in_script(source)) == said


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_k7_nothing_that_is_marked_is_missing_in_a_language_and_nothing_is_left_over(wanted, language):
    catalogues = [catalogue for catalogue in wanted if catalogue.language == language]
    assert catalogues
    for catalogue in catalogues:
        ours = {words.word_of(entry) for entry in polib.pofile(str(catalogue.path))}
        assert not catalogue.words - ours, f"{catalogue.path}: run `make words`, and translate"
        assert not ours - catalogue.words, f"{catalogue.path}: run `make words`"


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

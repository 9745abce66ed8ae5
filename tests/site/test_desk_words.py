"""The desk's own words: marked where a part is done, and said in Urdu, Arabic and Russian. Row K7."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import polib
import pytest

from communique.content.models import HomePage
from communique.site import words

HOUSE = words.HOUSE
SCRIPTS = {"ur": "؀-ۿ", "ar": "؀-ۿ", "ru": "Ѐ-ӿ"}

# Parts whose words are all marked. What is not here yet speaks English at a desk in any language.
MARKED = [
    *("blocks.py", "slots/blocks.py", "slots/telling.py", "models/pages.py", "models/legal.py"),
    *("wagtail_hooks.py", "desk/missed.py", "missed.py"),
]
TEMPLATES = ["front_pages", "troubles", "legal", "welcome", "missed"]
PARTS = sorted({path.parents[2] for path in HOUSE.glob("sections/*/locale/*/LC_MESSAGES")})
TELLING = {"label", "help_text", "heading", "verbose_name", "verbose_name_plural", "menu_label", "group"}
FUNCTIONS = {"_", "gettext", "gettext_lazy", "gettext_noop"}


def _module(name: str) -> ast.Module:
    return ast.parse((HOUSE / "content" / name).read_text(encoding="utf-8"))


def _template(name: str) -> str:
    return (HOUSE / f"content/templates/content/desk/{name}.html").read_text(encoding="utf-8")


def marked(*places: Path) -> set[str]:
    """All that modules in these places mark."""
    found = set()
    for path in (path for place in places for path in place.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in FUNCTIONS:
                found.add(ast.literal_eval(node.args[0]) if isinstance(node.args[0], ast.Constant) else "")
    return found - {""}


def said() -> set[str]:
    """All that is marked, but for sections that bring their own words along."""
    found = marked(HOUSE / "content", *(part for part in (HOUSE / "sections").iterdir() if part not in PARTS))
    for name in TEMPLATES:
        found |= set(re.findall(r'{% translate "([^"]+)"', _template(name)))
        blocks = re.findall(r"{% blocktranslate[^%]*%}(.*?){% endblocktranslate %}", _template(name))
        found |= {re.sub(r"{{ (\w+) }}", r"%(\1)s", block) for block in blocks}
    return found - {""}


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


@pytest.mark.parametrize("language", SCRIPTS)
def test_k7_nothing_that_is_marked_is_missing_in_a_language_and_nothing_is_left_over(language):
    catalogue = polib.pofile(str(HOUSE / f"content/locale/{language}/LC_MESSAGES/django.po"))
    assert {entry.msgid for entry in catalogue} == said()


@pytest.mark.parametrize("language", SCRIPTS)
@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_k7_a_section_brings_the_words_that_are_not_said_elsewhere(part, language):
    catalogue = polib.pofile(str(part / f"locale/{language}/LC_MESSAGES/django.po"))
    assert {entry.msgid for entry in catalogue} == marked(part) - said()


@pytest.mark.parametrize("path", words.catalogues(), ids=lambda path: "/".join(path.parts[-5:-2]))
def test_k7_a_catalogue_is_sure_in_its_script_with_the_same_places_and_compiled(path: Path):
    language = path.parts[-3]
    catalogue = polib.pofile(str(path))
    for entry in catalogue:
        told = [entry.msgstr] if not entry.msgid_plural else list(entry.msgstr_plural.values())
        assert not entry.fuzzy and all(told)
        for one in told:
            assert re.search(f"[{SCRIPTS[language]}]", one), entry.msgid
            assert set(re.findall(r"%\(\w+\)[sd]|{}", one)) == set(re.findall(r"%\(\w+\)[sd]|{}", entry.msgid))
            assert sorted(re.findall(r"<[^>]+>", one)) == sorted(re.findall(r"<[^>]+>", entry.msgid))
    compiled = {(one.msgid, one.msgstr, str(one.msgstr_plural)) for one in polib.mofile(str(path.with_suffix(".mo")))}
    assert compiled == {(one.msgid, one.msgstr, str(one.msgstr_plural)) for one in catalogue}, "run `make words`"


@pytest.mark.parametrize(("language", "name"), [("en", "home page"), ("ur", "صفحۂ اول"), ("ru", "главная страница")])
def test_k7_the_desk_says_it_in_the_language_of_the_account(language, name):
    from django.utils import translation

    with translation.override(language):
        assert str(HomePage._meta.verbose_name) == name

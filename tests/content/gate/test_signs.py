"""Signs that no font of the site has are named with their code points; what the house says has none. Row K3."""

from __future__ import annotations

import polib
import pytest

from communique import themes
from communique.content.darkroom import fonts
from communique.content.gate import Level
from communique.content.share_cards import looks
from tests.themes.pages import PACKAGE

from .manuscript import found, names, sound, words

CATALOGUES = sorted(PACKAGE.rglob("locale/**/*.po"))
TEXTS = [
    *sorted(path for path in (PACKAGE / "site/demonstration").rglob("*") if path.suffix in (".md", ".toml")),
    themes.folder() / "specimens/words.json",
    PACKAGE / "site/founding.py",
]


@pytest.mark.django_db
def test_k3_a_sign_without_a_font_in_a_title_is_refused_by_name():
    (finding,) = found(sound(title="What CO₂ costs"))
    assert finding.rule == "signs_without_a_font" and finding.level is Level.REFUSES
    assert finding.place.path == "title"
    assert "“₂” (U+2082, subscript two)" in str(finding.said)


@pytest.mark.django_db
def test_k3_in_a_text_it_is_warned_of_once_for_each_place():
    (finding,) = found(sound(words("Beijing is 北京, and 北 is north; → there.")))
    assert finding.level is Level.WARNS and finding.place.path.startswith("body.")
    assert [point in str(finding.said) for point in ("U+5317", "U+4EAC", "U+2192")] == [True] * 3


@pytest.mark.django_db
def test_k3_more_than_a_few_are_counted():
    (finding,) = found(sound(words("日本国憲法前文")))
    assert str(finding.said).endswith("and 2 more.")


@pytest.mark.django_db
def test_k3_a_sign_that_is_nobodys_is_refused_anywhere_and_not_shown():
    (finding,) = found(sound(words("A logo \ue000 of a font that we have not.")))
    assert finding.level is Level.REFUSES and "(U+E000)" in str(finding.said) and "\ue000" not in str(finding.said)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "text", ["گیس و غلّہ – ۴۵٪ «آج»", "السلام عليكم، ١٢٫٥٪", "№ 5 – «ещё» ½", "Çeşme, Łódź, Đuro, £5, €6 × 7 − 1"]
)
def test_k3_our_four_languages_pass(text):
    assert names(sound(words(text))) == set()


@pytest.mark.parametrize("path", CATALOGUES + TEXTS, ids=lambda path: "/".join(path.parts[-3:]))
def test_k3_our_own_words_can_be_set(path):
    if path.suffix == ".po":
        entries = polib.pofile(str(path))
        text = "".join(entry.msgstr + "".join(entry.msgstr_plural.values()) for entry in entries)
    else:
        text = path.read_text(encoding="utf-8")
    assert fonts.missing(text, looks.fonts()) == []


def test_k3_the_texts_are_looked_at():
    assert len(TEXTS) > 50 and len(CATALOGUES) >= 4

"""Words that hold a place until the real ones come, in the languages of print."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.content.gate.draft import Draft
from communique.content.gate.findings import Finding
from communique.content.gate.looking import everywhere, shortened
from communique.content.gate.rulebook import rule
from communique.text.sentences import sentence

_FEW = r"(?:\s+[^\s.!?؟۔]+){0,5}?\s+"

_HELD = (
    # Latin of printers, in three scripts
    r"\blorem ipsum\b",
    r"\bdolor sit amet\b",
    r"لوريم\s+[إا]يبسوم",
    r"لورم\s+[اإ]پسم",
    r"\bлор[еэ]м ипсум\b",
    # English; notes to oneself are written in capitals
    r"(?-i:\bTODO\b|\bFIXME\b|\bTKTK\b|\bTO DO:)",
    r"\bx{3,}\b(?-i:(?<=x))|(?-i:\bX{4,}\b)",
    rf"\binsert{_FEW}here\b",
    r"\b(?:your|add|enter|type|some)\s+(?:text|title|name|content|caption)\s+here\b",
    r"\b(?:text|title|caption|content)\s+goes\s+here\b",
    r"\bplaceholder\s+(?:text|title|image)\b",
    r"\b(?:dummy|filler)\s+text\b",
    r"\basdf\w*\b",
    # Urdu
    rf"یہاں{_FEW}(?:درج|شامل)\s+کریں",
    r"یہاں\s+(?:درج\s+کریں|لکھیں)",
    r"(?:متن|عنوان)\s+یہاں",
    r"(?:فرضی|عارضی)\s+متن",
    # Arabic
    rf"(?:أدخل|ادخل|أضف|اضف|ضع){_FEW}هنا",
    r"(?:أدخل|ادخل|اكتب|أكتب)\s+هنا",
    r"(?:نص|عنوان)\s+(?:تجريبي|مؤقت|بديل)",
    # Russian
    rf"\bвстав(?:ьте|ить){_FEW}(?:сюда|здесь)\b",
    r"\b(?:ваш|здесь\s+будет|введите)\s+(?:текст|заголовок)(?:\s+здесь)?\b",
    r"\bтекст[-\s]заполнитель\b",
    r"\bрыб[аы]?[-\s]?текст\b",
    r"(?-i:\bДОПИСАТЬ\b|\bВСТАВИТЬ\b)",
)
_PLACEHOLDER = re.compile("|".join(_HELD), re.IGNORECASE)

_UNNAMED = re.compile(
    r"(?:untitled|no title|new (?:article|page)|test(?: page| article)?|title|عنوان|بلا عنوان|без названия|тест|ٹیسٹ)"
    r"[\s\d.]*",
    re.IGNORECASE,
)


@rule
def placeholders(draft: Draft) -> Iterator[Finding]:
    """Placeholder text."""
    for place, found in everywhere(draft, lambda text: [shortened(held[0]) for held in _PLACEHOLDER.finditer(text)]):
        yield Finding(
            place,
            sentence("“{words}” holds the place of words still to come.", words=found),
            sentence("Write them, or delete it."),
        )
    if _UNNAMED.fullmatch(draft.page.title.strip()):
        place = next(passage.place for passage in draft.passages if passage.place.path == "title")
        yield Finding(
            place,
            sentence("“{title}” is no title yet.", title=draft.page.title),
            sentence("Give the page its title."),
        )

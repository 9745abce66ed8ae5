"""The desk's words: gathered from the source into a catalogue for each part and language, and compiled for gettext.

Run as `make words`. What is marked and in no catalogue yet is entered with nothing said for it, so that one sees what
is to be translated; what nothing says any more is taken out. Readers' words are in catalogues of the theme.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import minijinja
import polib

HOUSE = Path(__file__).parents[1]
LANGUAGES = ("ur", "ar", "ru")
"""The languages of the desk besides English."""

FORMS = {
    "ur": "nplurals=2; plural=(n != 1);",
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
}

ONE = {"_", "gettext", "gettext_lazy", "gettext_noop", "sentence"}
SEVERAL = {"ngettext", "ngettext_lazy", "counted"}
IN_CONTEXT = {"pgettext", "pgettext_lazy"}
"""The functions that mark words in Python."""

GROUND = "publishing"
"""The part whose catalogues say what floors without parts tell: `press`, `text`, `site`."""

_TRANSLATE = re.compile(r"""{%\s*trans(?:late)?\s+"([^"]+)"|\b_\("([^"]+)"\)""")
_BLOCK = re.compile(r"{%\s*blocktrans(?:late)?\b([^%]*)%}(.*?){%\s*endblocktrans(?:late)?\s*%}", re.DOTALL)
_PLURAL = re.compile(r"{%\s*plural\s*%}")
_SCRIPT = re.compile(r"""\bgettext\(\s*"((?:[^"\\]|\\.)+)"\s*,?\s*\)""")
_SCRIPT_SEVERAL = re.compile(r"""\bngettext\(\s*"((?:[^"\\]|\\.)+)",\s*"((?:[^"\\]|\\.)+)",""")


@dataclass(frozen=True, order=True)
class Word:
    """What is said, in English: of one thing, of several if that makes a difference, and where if that does."""

    one: str
    several: str = ""
    where: str = ""


@dataclass(frozen=True)
class Catalogue:
    """The words of a part in one language, and what is marked there."""

    path: Path
    words: frozenset[Word]

    @property
    def language(self) -> str:
        """ur, ar or ru."""
        return self.path.parts[-3]


def catalogues() -> list[Path]:
    """Every catalogue of the desk; those of readers' pages are read as they are."""
    return sorted(HOUSE.rglob("locale/*/LC_MESSAGES/*.po"))


def wanted(house: Path = HOUSE) -> list[Catalogue]:
    """The catalogues that there should be, with what each has to say."""
    marked: dict[tuple[Path, str], set[Word]] = {}
    for path, domain, words in _marked(house):
        marked.setdefault((part_of(path, house), domain), set()).update(words)
    return [
        Catalogue(part / "locale" / language / "LC_MESSAGES" / f"{domain}.po", frozenset(words))
        for (part, domain), words in sorted(marked.items())
        for language in LANGUAGES
        if words
    ]


def _marked(house: Path) -> Iterator[tuple[Path, str, Iterator[Word]]]:
    for path in house.rglob("*.py"):
        if "migrations" not in path.parts:
            yield path, "django", in_python(path.read_text("utf-8"))
    for path in templates_of_the_desk(house):
        yield path, "django", in_template(path.read_text("utf-8"))
    for path in scripts_of_the_desk(house):
        yield path, "djangojs", in_script(path.read_text("utf-8"))


def part_of(path: Path, house: Path = HOUSE) -> Path:
    """The part whose catalogues say what a file marks: the one it belongs to."""
    above = (folder for folder in path.parents if house in folder.parents and (folder / "apps.py").is_file())
    return next(above, house / GROUND)


def in_python(source: str) -> Iterator[Word]:
    """What Python marks: the first texts of certain calls."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", "")
        texts = [part.value for part in node.args[:2] if isinstance(part, ast.Constant) and isinstance(part.value, str)]
        if name in ONE and texts:
            yield Word(texts[0])
        elif name in IN_CONTEXT and len(texts) == 2:
            yield Word(texts[1], where=texts[0])
        elif name in SEVERAL and len(texts) == 2:
            yield Word(*texts)


def in_template(source: str) -> Iterator[Word]:
    """What a template of Django's marks."""
    for translated, expression in _TRANSLATE.findall(source):
        yield Word(translated or expression)
    for options, body in _BLOCK.findall(source):
        texts = [re.sub(r"{{\s*(\w+)\s*}}", r"%(\1)s", text) for text in _PLURAL.split(body)]
        yield Word(*(" ".join(text.split()) if "trimmed" in options else text for text in texts))


def in_script(source: str) -> Iterator[Word]:
    """What a script of the desk marks."""
    for text in _SCRIPT.findall(source):
        yield Word(text)
    for one, several in _SCRIPT_SEVERAL.findall(source):
        yield Word(one, several)


def scripts_of_the_desk(house: Path = HOUSE) -> list[Path]:
    """Those that work beside Wagtail's."""
    return sorted(house.rglob("static/*/desk/*.js"))


@cache
def templates_of_the_desk(house: Path = HOUSE) -> list[Path]:
    """Those that Django sets: in a folder `desk`, or in words that the press's language of templates doesn't know."""
    found = (path for path in house.rglob("templates/**/*.html") if "themes" not in path.relative_to(house).parts)
    return sorted(path for path in found if "desk" in path.parts or not _is_printed(path))


def _is_printed(path: Path) -> bool:
    try:
        minijinja.Environment().add_template("it", path.read_text("utf-8"))
    except minijinja.TemplateError:
        return False
    return True


def gather(house: Path = HOUSE) -> list[Path]:
    """Enter what is marked and not said yet, take out what nothing says; which catalogues are not whole.

    What another part's catalogue says already is taken from there.
    """
    lacking, elsewhere = [], _said_by_all(house)
    for catalogue in wanted(house):
        held = _read(catalogue.path)
        known = {word_of(entry): entry for entry in held}
        for gone in known.keys() - catalogue.words:
            held.remove(known[gone])
        for new in sorted(catalogue.words - known.keys()):
            held.append(
                elsewhere.get((catalogue.language, catalogue.path.stem, new)) or _entry(new, catalogue.language)
            )
        catalogue.path.parent.mkdir(parents=True, exist_ok=True)
        held.save(str(catalogue.path))
        if any(not said(entry) for entry in held):
            lacking.append(catalogue.path)
    return lacking


def _said_by_all(house: Path) -> dict[tuple[str, str, Word], polib.POEntry]:
    return {
        (path.parts[-3], path.stem, word_of(entry)): entry
        for path in sorted(house.rglob("locale/*/LC_MESSAGES/*.po"))
        for entry in polib.pofile(str(path))
        if said(entry)
    }


def _read(path: Path) -> polib.POFile:
    language = path.parts[-3]
    held = polib.pofile(str(path), wrapwidth=120) if path.is_file() else polib.POFile(wrapwidth=120)
    held.metadata = {
        "Project-Id-Version": "communique",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": FORMS[language],
    }
    return held


def _entry(word: Word, language: str) -> polib.POEntry:
    forms = int(FORMS[language].removeprefix("nplurals=").partition(";")[0])
    if word.several:
        return polib.POEntry(msgid=word.one, msgid_plural=word.several, msgstr_plural=dict.fromkeys(range(forms), ""))
    return polib.POEntry(msgid=word.one, msgctxt=word.where or None)


def word_of(entry: polib.POEntry) -> Word:
    """The word that an entry is about."""
    return Word(entry.msgid, entry.msgid_plural, entry.msgctxt or "")


def said(entry: polib.POEntry) -> bool:
    """Whether all of an entry is said."""
    return all(entry.msgstr_plural.values()) if entry.msgid_plural else bool(entry.msgstr)


def compile_all() -> None:
    """Write each catalogue once more as gettext reads it."""
    for path in catalogues():
        polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))


if __name__ == "__main__":
    for lacking in gather():
        print(f"{lacking.relative_to(HOUSE)} is not whole: what it says nothing for is to be translated.")  # noqa: T201
    compile_all()

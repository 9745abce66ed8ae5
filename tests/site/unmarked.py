"""Finds what is said at the desk and isn't marked for translation, by where it stands in the source.

In Python: labels and the like anywhere; and, in parts with a desk, what certain calls tell, and any text that reads
like a sentence or a title and isn't a docstring, a log line or a message for those who run commands. In templates of
the desk: any word between tags, or in an attribute that is read out. In scripts: texts with words.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from communique.site import words
from communique.site.words import HOUSE

LABELS = {
    *("label", "help_text", "heading", "verbose_name", "verbose_name_plural", "menu_label", "group", "admin_text"),
    *("create_action_label", "creation_tab_label", "short_description", "empty_label", "title_field_label"),
}
"""Names of arguments and attributes whose text editors read."""

TELLING = {
    *("ValidationError", "invalid", "MenuItem", "Button", "Finding", "Place", "Fault", "Refused", "NotAManuscript"),
    *("NoReason", "TooLate", "NoPlace", "NotForTheTrash", "Missing", "StillUsed", "NoSuchPlace", "AddressTaken"),
    *("success", "info", "warning", "error", "add_error", "register_action", "Told", "Section", "Lack"),
}
"""Calls whose texts editors read."""

UNTOLD = {
    *("log", "logger", "echo", "secho", "Path", "compile", "getLogger", "setattr", "getattr", "execute"),
    *("entry_points", "NotShown", "RecordIsKept"),
}
"""Calls, or what they are called on, whose texts editors don't read: programmers do, or those who run the site."""

UNNAMED = {
    *("OneToOneField", "ManyToManyField", "ParentalManyToManyField", "SearchField", "AutocompleteField"),
    *("FilterField", "Field"),
}
"""Fields whose first argument is no name for editors."""

_MARKS = words.ONE | words.SEVERAL | words.IN_CONTEXT | {"say"}
_SENTENCE = re.compile(r"^[“„«]?[A-Z][^<>{}\\=|_]*\s[^<>{}\\=|_]*[a-z][^<>{}\\=|_]*[.!?…:]?$")
_LANGUAGES = {"en", *words.LANGUAGES}
_WORDS = re.compile(r"[A-Za-z]{2,}")


def everywhere() -> list[str]:
    """All of it, as "place: text"."""
    desks = [HOUSE / name for name in ("sections", "readers", "record")]
    desks += [path.parent for path in HOUSE.glob("*/wagtail_hooks.py")]
    found = []
    for path in sorted(HOUSE.rglob("*.py")):
        if "migrations" not in path.parts and "demonstration" not in path.parts:
            at_a_desk = any(desk in path.parents for desk in desks) and not _commands(path)
            found += [f"{path.relative_to(HOUSE)}:{one}" for one in in_python(path.read_text("utf-8"), at_a_desk)]
    for path in words.templates_of_the_desk():
        found += [f"{path.relative_to(HOUSE)}: {one}" for one in in_template(path.read_text("utf-8"))]
    for path in words.scripts_of_the_desk():
        found += [f"{path.relative_to(HOUSE)}: {one}" for one in in_script(path.read_text("utf-8"))]
    return found


def _commands(path: Path) -> bool:
    """What commands say stays English, and what they refuse; what an import tells in its report doesn't."""
    return "wordpress" in path.parts or "applying" in path.parts or path.name == "command.py"


def in_python(source: str, at_a_desk: bool) -> Iterator[str]:
    """Line and text of what isn't marked."""
    tree = ast.parse(source)
    marked = {id(part) for node in ast.walk(tree) if _name(node) in _MARKS for part in ast.walk(node)}
    for node, text in _told(tree, at_a_desk):
        if id(node) not in marked:
            yield f"{node.lineno}: {text}"


def _told(tree: ast.Module, at_a_desk: bool) -> Iterator[tuple[ast.expr, str]]:
    skipped = _docstrings(tree) | _untold(tree)
    seen: set[int] = set()
    for node in ast.walk(tree):
        for told in _places(node, at_a_desk):
            for text in _texts(told):
                if _WORDS.search(text[1]) and not text[1].startswith("<") and id(text[0]) not in seen | skipped:
                    seen.add(id(text[0]))
                    yield text
    for node in ast.walk(tree) if at_a_desk else ():
        if isinstance(node, ast.Constant | ast.JoinedStr) and id(node) not in skipped | seen:
            for part, text in _texts(node):
                if _SENTENCE.match(text) and id(part) not in seen:
                    seen.add(id(part))
                    yield part, text


def _places(node: ast.AST, at_a_desk: bool) -> Iterator[ast.expr]:
    """The expressions that say something to editors by where they stand."""
    if isinstance(node, ast.keyword) and node.arg in LABELS:
        yield node.value
    elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        if any(getattr(target, "id", getattr(target, "attr", "")) in LABELS for target in targets):
            yield node.value
    elif isinstance(node, ast.Call):
        name = _name(node)
        if name in TELLING and at_a_desk:
            yield from node.args[name in {"add_error", "Place", "register_action"} :]
        elif name.endswith("Field") and name not in UNNAMED:
            yield from node.args[:1]
    elif isinstance(node, ast.ClassDef) and any(_base(base) == "TextChoices" for base in node.bases):
        for line in node.body:
            if isinstance(line, ast.Assign) and isinstance(line.value, ast.Tuple):
                yield from line.value.elts[1:]


def _texts(node: ast.expr) -> Iterator[tuple[ast.expr, str]]:
    """The texts of an expression: itself, what is joined, the values of a dictionary."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node, node.value
    elif isinstance(node, ast.JoinedStr):
        yield node, "".join(part.value if isinstance(part, ast.Constant) else "1" for part in node.values)
    elif isinstance(node, ast.Dict):
        for value in node.values:
            yield from _texts(value)
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)


def _docstrings(tree: ast.Module) -> set[int]:
    bodies = (node.body for node in ast.walk(tree) if isinstance(getattr(node, "body", None), list))
    lines = (line for body in bodies for line in body if isinstance(line, ast.Expr))
    return {id(line.value) for line in lines}


def _untold(tree: ast.Module) -> set[int]:
    """What is written into logs, shown by commands, or no text at all."""
    found: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and {_name(node), _base(getattr(node.func, "value", node.func))} & UNTOLD:
            found.update(id(part) for part in ast.walk(node))
        elif isinstance(node, ast.JoinedStr):
            found.update(id(part) for part in node.values)
        elif isinstance(node, ast.Dict) and {"en", *words.LANGUAGES} <= {
            getattr(key, "value", "") for key in node.keys
        }:
            found.update(map(id, node.values))  # said in all languages on the spot
        elif isinstance(node, ast.ClassDef) and any(_base(base) == "AppConfig" for base in node.bases):
            found.update(id(part) for line in node.body if isinstance(line, ast.Assign) for part in ast.walk(line))
        elif isinstance(node, ast.arg | ast.AnnAssign) and node.annotation is not None:
            found.update(id(part) for part in ast.walk(node.annotation))
    return found


def _name(node: ast.AST) -> str:
    return _base(node.func) if isinstance(node, ast.Call) else ""


def _base(node: ast.AST) -> str:
    return str(getattr(node, "id", getattr(node, "attr", "")))


class _Page(HTMLParser):
    """The words of a page: between its tags, and in attributes that are read out."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._code = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._code += tag in {"code", "script", "style"}
        read = {"title", "alt", "aria-label"}
        self.found += [value or "" for name, value in attrs if name in read or (name, tag) == ("value", "input")]

    def handle_endtag(self, tag: str) -> None:
        self._code -= tag in {"code", "script", "style"}

    def handle_data(self, data: str) -> None:
        if not self._code:
            self.found.append(data)


def in_template(source: str) -> Iterator[str]:
    """Words that no tag translates, and texts that tags are given."""
    given = re.findall(r"""{%\s*include\s[^%]*?\swith\s([^%]*)%}""", source)
    bare = (re.sub(r'_\("[^"]*"\)', "0", one) for one in given)
    yield from (text for one in bare for text in re.findall(r'"([^"]*[A-Za-z]{2,} [^"]*|[A-Z][a-z]+)"', one))
    yield from re.findall(r"""\|default:"([^"]*[A-Za-z]{2,}[^"]*)\"""", source)
    rest = re.sub(r"{%\s*blocktrans.*?endblocktrans\w*\s*%}", " ", source, flags=re.DOTALL)
    page = _Page()
    page.feed(re.sub(r"{%.*?%}|{{.*?}}|{#.*?#}", " ", rest, flags=re.DOTALL))
    yield from (" ".join(text.split()) for text in page.found if _WORDS.search(text))


def in_script(source: str) -> Iterator[str]:
    """Texts with words that aren't marked: not the names of elements, classes, events and keys."""
    depth = 0  # of brackets within a mark
    for token in _TOKEN.finditer(source):
        if token["mark"] or depth:
            depth += token[0].count("(") - token[0].count(")") if token["text"] is None else 0
        elif token["text"] and _SAID.search(token["text"][1:-1]) and not _CODE.search(token["text"][1:-1]):
            yield token["text"][1:-1]


_TOKEN = re.compile(r"""//[^\n]*|(?P<text>"(?:[^"\\\n]|\\.)*"|`[^`$]*`)|(?P<mark>\bn?gettext\()|[()]""")
_SAID = re.compile(r"[A-Za-z’]+ [a-z’]+[ .;,]|^[A-Z][a-z]+ [a-z]")
_CODE = re.compile(r"[\[\]#:{}=<>/]|button-|--|__")

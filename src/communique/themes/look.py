"""What a style sheet says of colours and type, for what is drawn rather than shown by a browser.

Only what our own style sheets use is understood: custom properties on `:root` and `:lang(…)`, and `@font-face`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PIECES = re.compile(r'"[^"]*"|\'[^\']*\'|[{};]|[^{};"\']+')
_PROPERTY = re.compile(r"([\w-]+)\s*:\s*(.*)", re.DOTALL)
_VAR = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)")
_LANG = re.compile(r":lang\(\s*([\w-]+)\s*\)")
_URL = re.compile(r"""url\(\s*["']?([^"')]+)""")
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")

Rule = tuple[tuple[str, ...], dict[str, str]]


@dataclass(frozen=True, slots=True)
class FontFace:
    """One `@font-face`: a file of a family."""

    family: str
    address: str
    italic: bool


class Look:
    """Custom properties and fonts of a style sheet, in the light: what is set for dark screens is left out."""

    def __init__(self, css: str) -> None:
        self.faces: list[FontFace] = []
        self._of: dict[str, dict[str, str]] = {}
        for path, properties in _rules(css):
            if path[-1] == "@font-face":
                self._add_face(properties)
            elif not any(one.startswith("@media") for one in path):
                self._add_tokens(path[-1], properties)

    def token(self, name: str, language: str, otherwise: str = "") -> str:
        """The value of a custom property in a language, what it refers to put in."""
        return self._value(name, self._tokens(language), frozenset()) or otherwise

    def colour(self, name: str, otherwise: str) -> str:
        """A colour, `#rgb` or `#rrggbb`; `otherwise` if it is written in another way."""
        value = self.token(name, "")
        return value if _HEX.fullmatch(value) else otherwise

    def number(self, name: str, language: str, otherwise: float) -> float:
        """A number without unit."""
        try:
            return float(self.token(name, language))
        except ValueError:
            return otherwise

    def fonts(self, name: str, language: str) -> list[str]:
        """The addresses of the upright fonts of a stack ("--text-face"), first those that are looked at first."""
        families = [family.strip().strip("\"'") for family in self.token(name, language).split(",")]
        return [face.address for family in families for face in self.faces if face.family == family and not face.italic]

    def _add_face(self, properties: dict[str, str]) -> None:
        found = _URL.search(properties.get("src", ""))
        if found:  # not those that only stand in until a font is there
            family = properties.get("font-family", "").strip("\"'")
            self.faces.append(FontFace(family, found[1], properties.get("font-style") == "italic"))

    def _add_tokens(self, selector: str, properties: dict[str, str]) -> None:
        tokens = {name: value for name, value in properties.items() if name.startswith("--")}
        for one in selector.split(","):
            spoken = _LANG.fullmatch(one.strip())
            if one.strip() == ":root" or spoken:
                self._of.setdefault(spoken[1] if spoken else "", {}).update(tokens)

    def _tokens(self, language: str) -> dict[str, str]:
        return {**self._of.get("", {}), **(self._of.get(language, {}) if language else {})}

    def _value(self, name: str, tokens: dict[str, str], above: frozenset[str]) -> str:
        if name in above:
            return ""
        return self._substituted(tokens.get(name, ""), tokens, above | {name})

    def _substituted(self, value: str, tokens: dict[str, str], above: frozenset[str]) -> str:
        """A value with the others that it names; a name that is not set, or set to `initial`, leaves its fallback."""

        def other(found: re.Match[str]) -> str:
            unset = tokens.get(found[1], "initial") == "initial"
            return (found[2] or "").strip() if unset else self._value(found[1], tokens, above)

        return _VAR.sub(other, value).strip()


def _rules(css: str) -> Iterator[Rule]:
    """Each block that holds declarations, with the selectors and at-rules that it stands in."""
    path: list[str] = []
    blocks: list[dict[str, str]] = []
    said = ""
    for piece in _PIECES.findall(css):
        if piece not in ("{", "}", ";"):
            said += piece
            continue
        if piece == "{":
            path.append(" ".join(said.split()))
            blocks.append({})
        elif blocks:
            if found := _PROPERTY.fullmatch(said.strip()):
                blocks[-1][found[1]] = found[2].strip()
            if piece == "}":
                if blocks[-1]:
                    yield tuple(path), blocks[-1]
                path.pop()
                blocks.pop()
        said = ""

"""The living page: every component of the theme, in every script, light and dark, made of the components themselves.

A component stands in `components/card.html`, and what shows it in `specimens/card.html`, with the theme, a part or the
site. Specimens that show no component of their own (running text, buttons) are welcome.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from communique.press.objects import Include
from communique.press.sheets import Media
from communique.publishing import words
from communique.publishing.rendering import Rendering
from communique.themes import samples

from .bodies import typeset
from .questions.recordings import Recorded, Track
from .recordings.captions import MEDIA_TYPE
from .recordings.kinds import KINDS, Sort
from .recordings.printed import printed as played

LIGHTS = ("light", "dark")
_SORTS: tuple[Sort, ...] = ("sound", "film")

_SAYS = re.compile(r"\{#\s*(.+?)\s*#\}", re.DOTALL)
_FRAGMENTS = {
    "navigation": ("content/fragments/navigation.html", lambda language: {"entries": samples.menu(language)}),
    "footer": ("content/fragments/footer.html", samples.foot),
}


class NotShown(LookupError):
    """A component has no specimen."""


def living_page(made: Rendering, language: str, light: str, styles: str, ways: Sequence[Mapping[str, Any]] = ()) -> str:
    """The whole page in one language and light. Raises NotShown.

    `styles` is the address of specimens.css, `ways` lead to the other languages and lights.
    """
    values = {**samples.specimen_values(language), "frame": samples.frame(language, "Components")}
    values["charts_html"] = charts_of(language)
    values["players_html"] = players_of(language)
    context = {**values, "ways": list(ways), "styles": styles, "specimens": _specimens(made, language, values)}
    parts = made.split(made.render("specimens.html", context, language=language))
    html = "".join(_fragment(made, part, language) if isinstance(part, Include) else part.decode() for part in parts)
    return html.replace("<html ", f'<html data-theme="{light}" ', 1)


def charts_of(language: str) -> str:
    """The sample charts of the theme as bodies print them."""
    return _set([{"type": "chart", "value": chart} for chart in samples.charts(language)], language)


def players_of(language: str) -> str:
    """The sample recordings of the theme as bodies print them: those of others, and ours."""
    of_others = _set([{"type": "embed", "value": one} for one in samples.recordings(language)], language)
    said = words.in_language(language)
    return "\n".join([of_others, *(played(_ours(language, sort), said, language) for sort in _SORTS)])


def _ours(language: str, sort: Sort) -> Recorded:
    """A sound or a film that we keep, with what the samples say; its file is none."""
    said = samples.words()[language]
    kind = "mp3" if sort == "sound" else "mp4"
    file = Media(f"/media/recordings/x/talk.{kind}", "", KINDS[kind].media_type)
    track = Track("captions", language, Media("/media/recordings/x/talk.vtt", "", MEDIA_TYPE))
    tracks = (track,) if sort == "film" else ()
    text = f"<p>{said['paragraphs'][0]}</p>"
    return Recorded(said["titles"][0], sort, kind, file, language, 3480, 41_000_000, text, "", tracks)


def _set(blocks: list[Mapping[str, Any]], language: str) -> str:
    return typeset(
        blocks,
        picture=lambda _: None,
        address=lambda _: None,
        say=words.in_language(language),
        language=language,
        page="/x/",
    ).html


def _specimens(made: Rendering, language: str, values: dict[str, Any]) -> list[dict[str, str]]:
    components, specimens = made.templates("components"), made.templates("specimens")
    if missing := sorted(components.keys() - specimens.keys()):
        raise NotShown(
            f"Nobody would see {', '.join(missing)}: show each in a template of its name in the folder `specimens`, "
            "beside `components` (specimens/card.html is an example; its values are those of themes/samples.py)."
        )
    return [
        {
            "name": name,
            "says": _says(components.get(name, "")),
            "html": made.render(f"specimens/{name}.html", values, language=language),
        }
        for name in specimens
    ]


def _says(source: str) -> str:
    """What a component says of itself: its first comment."""
    found = _SAYS.search(source)
    return " ".join(found[1].split()) if found else ""


def _fragment(made: Rendering, include: Include, language: str) -> str:
    template, sample = _FRAGMENTS[include.fragment.removeprefix("~").partition("/")[0]]
    return made.render(template, sample(language), language=language)

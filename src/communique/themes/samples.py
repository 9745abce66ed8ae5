"""Sample values for the theme's own components: an invented institute, its people and subjects, in four languages.

What stands in a theme's `templates/specimens` shows the component of the same name with these values.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from communique.text.dates import in_words, month_in_words
from communique.text.scripts import direction, own_name

from . import folder

PUBLISHED = datetime(2026, 3, 12, 6, 30, tzinfo=UTC)
UPDATED = datetime(2026, 4, 2, 8, 0, tzinfo=UTC)
DRAWING = (
    "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20viewBox='0%200%2016%2010'%3E"
    "%3Cpath%20fill='%23b0cdca'%20d='M0%200h16v10H0z'/%3E%3Cpath%20fill='%234d666b'%20d='M0%207h16v3H0z'/%3E"
    "%3Cpath%20stroke='%23303030'%20stroke-width='.3'%20d='M3%207V2M2%202.5l4-.5M8%207V3M7%203.5l4-.5M12%207V4M11%204.5l4-.5'/%3E"
    "%3C/svg%3E"
)
"""A harbour in a few strokes, so that a page of specimens needs no files."""


@cache
def words() -> dict[str, dict[str, Any]]:
    """What the samples say, by language."""
    told: dict[str, dict[str, Any]] = json.loads((folder() / "specimens/words.json").read_text(encoding="utf-8"))
    return told


def body(language: str, drawing: str) -> str:
    """Every block that the desk knows, as the printed markup of bodies; `drawing` is the address of its picture."""
    return (folder() / "specimens/body.html").read_text(encoding="utf-8").format(drawing=drawing, **words()[language])


def charts(language: str) -> list[dict[str, Any]]:
    """A chart of each kind, as bodies store them."""
    said = words()[language]["chart"]
    told = {name: said[name] for name in ("title", "unit", "summary", "source")}
    kinds = {
        "line": _by_year(said),
        "bars": _by_place(said, 1),
        "stacked": _by_place(said, 6),
        "dots": _by_place(said, 3),
    }
    return [{**told, "kind": kind, "data": data, "anchor": f"chart-{kind}"} for kind, data in kinds.items()]


def recordings(language: str) -> list[dict[str, Any]]:
    """A film with its transcript, and something to hear, as bodies store them."""
    said = words()[language]
    film = {"url": "https://www.youtube.com/watch?v=aaaaaaaaaaa", "title": said["titles"][2]}
    sound = {"url": "https://soundcloud.com/institute/ports", "title": ""}
    return [{**film, "transcript": f"<p>{said['paragraphs'][0]}</p>"}, sound]


def _by_year(said: dict[str, Any]) -> str:
    rows = (
        f"{2019 + year}\t{3.1 + 0.66 * year:.2f}\t{8.9 + 0.1 * (-1) ** year:.2f}\t"
        + "\t".join(f"{2.4 * part + 0.05 * year * part:.2f}" for part in (0.3, 0.6, 0.85, 1.9))
        for year in range(6)
    )
    return "\n".join(["\t".join([said["corner"], *said["modes"]]), *rows])


def _by_place(said: dict[str, Any], columns: int) -> str:
    rows = (
        "\t".join([place, *(f"{1204 + 377 * at - 211 * column}" for column in range(columns))])
        for at, place in enumerate(said["places"])
    )
    return "\n".join(["\t".join(["", *said["modes"][:columns]]), *rows])


def specimen_values(language: str) -> dict[str, Any]:
    """What specimens are shown with, besides the frame of the page they stand in."""
    said = words()[language]
    return {
        "words": said,
        "language": language,
        "address": "https://institute.example/articles/a/",
        "published": PUBLISHED,
        "updated": UPDATED,
        "authors_told": [_author(said, number) for number in range(2)],
        "related_told": [
            {"title": title, "address": "#related", "published": PUBLISHED, "topics": said["topics"][0]}
            for title in said["titles"]
        ],
        "origin_told": {
            "name": said["topics"][0],
            "address": "https://journal.example/ports/",
            "iso": "2026-03-01",
            "date": in_words(date(2026, 3, 1), language),
            "permission": said["titles"][0],
        },
        "parts_told": [
            {"title": title, "address": "#series", "current": number == 1}
            for number, title in enumerate(said["titles"][:3])
        ],
        "people": [_contributor(said, number) for number in range(4)],
        "articles": [_article(said, language, number) for number in range(5)],
        "periods_told": [
            {
                "address": f"/articles/2026/{month:02}/",
                "title": month_in_words(2026, month, language),
                "count": 13 - month,
            }
            for month in (3, 4, 11)
        ],
        "slots_told": slots(said, [_article(said, language, number) for number in range(5)]),
        "headings": [
            {"text": text, "level": level, "anchor": f"h-{number}"}
            for number, (text, level) in enumerate(zip(said["headings"], (2, 3, 2), strict=True))
        ],
        "findings_told": said["paragraphs"][:1] + said["titles"][1:],
        "topics_told": [{"title": title, "address": "#topics"} for title in said["topics"]],
        "picture": {**_drawing(), "caption_html": f"<em>{said['kicker']}</em>", "credit": said["names"][3]},
        "drawing": _drawing(),
        "body_html": body(language, DRAWING),
    }


def slots(said: dict[str, Any], articles: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Slots of each kind: a lead, a row, the newest about a topic, a few words, topics."""
    nothing: dict[str, Any] = {
        "heading": "",
        "articles": [],
        "topics": [],
        "html": "",
        "link": None,
        "more": None,
        "fragment": "",
    }
    topics = [{"title": title, "address": "/topics/"} for title in said["topics"]]
    told = [
        {"kind": "lead", "articles": articles[:1]},
        {"kind": "row", "articles": articles[1:4]},
        {"kind": "newest", "heading": said["articles"], "articles": articles[1:5], "more": topics[0]},
        {
            "kind": "callout",
            "heading": said["about"],
            "html": f"<p>{said['standfirst']}</p>",
            "link": {"title": said["board"], "address": "/board/"},
        },
        {"kind": "topics", "heading": said["headings"][0], "topics": topics},
    ]
    return [{**nothing, **one} for one in told]


def frame(language: str, title: str) -> dict[str, Any]:
    """The frame of a page of samples, as `content.frames` gives it for a page that is in no language's menu."""
    said = words()[language]
    return {
        "language": language,
        "dir": direction(language),
        "site": {**said["site"], "home": f"/{language}/", "logo": None},
        "languages": [
            {"code": code, "name": own_name(code), "dir": direction(code), "home": f"/{code}/"} for code in words()
        ],
        "navigation": f"~navigation/{language}",
        "address": "",
        "canonical": "",
        "original": "",
        "title": title,
        "description": "",
        "feeds": [],
        "translations": [],
        "breadcrumbs": [],
        "sidebar": [],
        "robots": "noindex",
        "notice": "",
        "acknowledged": [],
        "belonging": [],
        "card": None,
        "linked_data": [],
    }


def menu(language: str) -> list[dict[str, Any]]:
    """A menu whose first entry is where the reader is."""
    said = words()[language]
    labels = (said["articles"], *said["topics"], said["board"], said["about"])
    return [
        {"label": label, "address": f"#{number}", "external": False, "current": number == 0}
        for number, label in enumerate(labels)
    ]


def foot(language: str) -> dict[str, Any]:
    """What stands at the foot of a page."""
    said = words()[language]
    own = {"about_html": f"<p>{said['standfirst']}</p>", "email": "office@institute.example", "founded": 2011}
    return {
        "site": {**said["site"], **own, "address": said["address"], "telephone": "+92 51 000 0000"},
        "corrections": "#corrections",
        "legal": [],
        "social": [{"label": "Mastodon", "url": "https://social.example/@institute"}],
        "year": 2026,
        "entries": menu(language)[:3],
        "feeds": [],
    }


def _contributor(said: dict[str, Any], number: int) -> dict[str, Any]:
    role = ("author", "author", "editor", "translator")[number]
    return {
        "name": said["names"][number],
        "address": "#byline" if number < 3 else "",
        "role": role,
        "role_name": said["roles"][role],
        "affiliation": said["affiliation"],
    }


def _author(said: dict[str, Any], number: int) -> dict[str, Any]:
    return {
        "name": said["names"][number],
        "address": "#byline",
        "role": said["roles"]["editor"],
        "affiliation": said["affiliation"],
        "biography_html": f"<p>{said['paragraphs'][number % len(said['paragraphs'])]}</p>",
        "orcid": "0000-0002-1825-0097" if number == 0 else "",
        "picture": _drawing() if number == 0 else None,
    }


def _article(said: dict[str, Any], language: str, number: int) -> dict[str, Any]:
    return {
        "address": "#card",
        "title": said["titles"][number % len(said["titles"])],
        "kicker": said["kicker"] if number % 2 == 0 else "",
        "standfirst": said["standfirst"],
        "byline": said["names"][number % len(said["names"])],
        "published": PUBLISHED,
        "picture": _drawing() if number % 2 == 0 else None,
        "language": language,
        "dir": direction(language),
    }


def _drawing() -> dict[str, Any]:
    size = {"width": 1600, "height": 1000}
    return {"formats": [], "focus": "", "src": DRAWING, **size, "alt": "Cranes over a harbour", "licence": None}

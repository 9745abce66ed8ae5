"""The demonstration's first pages: what stands in their slots, among it a pick that ends by itself."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from typing import Any

from .institute import FOLDER
from .markup import block
from .tree import Tree

ORDER = ("lead", "row", "newest", "coming", "words", "about", "press", "topics")
OFFERED = ("coming", "press")
"""What fills itself, so that nothing is said of it."""


def curate(tree: Tree, language: str, today: date) -> list[dict[str, Any]]:
    """The slots of a language's home page, as they are stored."""
    told = tomllib.loads((FOLDER / "front.toml").read_text("utf-8"))[language]
    made = _Slots(tree, language, today)
    return [
        block(kind, value, f"{language}/front/{at}")
        for at, name in enumerate(ORDER)
        if name in told or name in OFFERED
        for kind, value in [getattr(made, name)(told.get(name))]
    ]


class _Slots:
    def __init__(self, tree: Tree, language: str, today: date) -> None:
        self._tree, self._language, self._today = tree, language, today

    def lead(self, told: dict[str, Any]) -> tuple[str, Any]:
        until = (self._today + timedelta(days=told["days"])).isoformat()
        return "lead", {"page": self._article(told["pick"]), "until": until, "kinds": []}

    def row(self, told: dict[str, Any]) -> tuple[str, Any]:
        picks = [{"page": self._article(name), "until": None} for name in told["picks"]]
        return "row", {"heading": told["heading"], "picks": _items(picks), "kinds": []}

    def newest(self, told: dict[str, Any]) -> tuple[str, Any]:
        value = {"heading": told["heading"], "topic": None, "count": told["count"]}
        return "newest", {**value, "kinds": ["articles.articlepage"]}

    def coming(self, _: None) -> tuple[str, Any]:
        return "offered", {"offer": "~coming-events/{language}"}

    def press(self, _: None) -> tuple[str, Any]:
        return "offered", {"offer": "~recent-media-coverage/{language}"}

    def about(self, told: dict[str, Any]) -> tuple[str, Any]:
        topic = self._tree.cast.topics[told["topic"]].pk
        return "newest", {"heading": told["heading"], "kinds": [], "topic": topic, "count": told["count"]}

    def words(self, told: dict[str, Any]) -> tuple[str, Any]:
        page = self._tree.plain[f"{self._language}/methods"].pk
        value = {"heading": told["heading"], "text": f"<p>{told['text']}</p>"}
        return "callout", {**value, "page": page, "label": told["label"]}

    def topics(self, heading: str) -> tuple[str, Any]:
        numbers = [topic.pk for topic in self._tree.cast.topics.values()]
        return "topics", {"heading": heading, "topics": _items(numbers)}

    def _article(self, name: str) -> int:
        return int(self._tree.articles[f"{self._language}/{name}"].pk)


def _items(values: list[Any]) -> list[dict[str, Any]]:
    """Values as the items of a list are stored."""
    return [block("item", value, f"item/{at}") for at, value in enumerate(values)]

"""Articles for measuring: the same ones every time, of about 1,100 words under nine headings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from random import Random
from uuid import UUID

SEED = 20261124
PEOPLE, TOPICS = 80, 24
OLDEST = datetime(2006, 1, 2, 8, tzinfo=UTC)
YEARS = timedelta(days=365 * 20)


@dataclass(frozen=True)
class Draft:
    """One article."""

    number: int
    title: str
    slug: str
    standfirst: str
    published: datetime
    people: tuple[int, ...]
    topics: tuple[int, ...]
    sections: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def blocks(self) -> list[dict[str, object]]:
        """The body as the desk keeps it."""
        found: list[dict[str, object]] = []
        for place, (heading, paragraphs) in enumerate(self.sections):
            value = {"text": heading, "level": 2, "anchor": f"part-{place}"}
            found.append({"type": "heading", "value": value, "id": self._id(len(found))})
            for text in paragraphs:
                found.append({"type": "paragraph", "value": f"<p>{text}</p>", "id": self._id(len(found))})
        return found

    @property
    def html(self) -> str:
        """The body as readers get it."""
        return "\n".join(
            f'<h2 id="part-{place}">{heading}</h2>\n' + "\n".join(f"<p>{text}</p>" for text in paragraphs)
            for place, (heading, paragraphs) in enumerate(self.sections)
        )

    def _id(self, place: int) -> str:
        return str(UUID(int=self.number << 16 | place))


class Words:
    """Text that compresses about as well as prose: some words often, names seldom."""

    def __init__(self, seed: int = SEED) -> None:
        self.chance = Random(seed)
        letters = "etaoinshrdlucmfwypvbgkqjxz"
        self._known = ["".join(self.chance.choices(letters, k=self.chance.randint(2, 9))) for _ in range(13_000)]
        self._weights = list(accumulate(1 / (place + 10) for place in range(len(self._known))))

    def some(self, count: int) -> str:
        """So many words."""
        return " ".join(self.chance.choices(self._known, cum_weights=self._weights, k=count))


def drafts(count: int) -> Iterator[Draft]:
    """So many articles, oldest first, spread over twenty years."""
    words = Words()
    for number in range(count):
        title = words.some(7).capitalize()
        yield Draft(
            number,
            title,
            f"{title.replace(' ', '-').lower()}-{number}",
            words.some(22).capitalize() + ".",
            OLDEST + YEARS * number / count,
            tuple(words.chance.sample(range(PEOPLE), 1 + number % 2)),
            tuple(words.chance.sample(range(TOPICS), 2)),
            tuple((words.some(4).capitalize(), (words.some(58), words.some(58))) for _ in range(9)),
        )

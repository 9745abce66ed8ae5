"""The demonstration's pictures: which there are, and how the files beside this one are drawn again.

`python -m communique.site.demonstration.pictures` draws them all. They are kept drawn because that takes longer than
a first start should.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random

from PIL import Image

from . import landscapes, works
from .canvas import CLAY, DUSK, NIGHT, SAGE, SAND, SEA, Canvas, Palette
from .portraits import file_name, portrait

FOLDER = Path(__file__).parent / "drawings"
WIDTH, HEIGHT = 1600, 1000
QUALITY = 76

Motif = Callable[[Canvas, Palette, Random], None]

MOTIFS: dict[str, tuple[Motif, Palette]] = {
    "bridge": (landscapes.bridge, SEA),
    "containers": (works.containers, CLAY),
    "contours": (landscapes.contours, SAND),
    "delta": (landscapes.delta, DUSK),
    "gates": (works.gates, CLAY),
    "grid": (works.grid, SAGE),
    "harbour": (works.harbour, DUSK),
    "isobars": (landscapes.isobars, SEA),
    "lanterns": (works.lanterns, NIGHT),
    "ledger": (works.ledger, SAND),
    "pass": (landscapes.passes, SEA),
    "pylons": (works.pylons, SAGE),
    "rails": (landscapes.rails, CLAY),
    "round-table": (works.round_table, SAND),
    "seals": (works.seals, SAND),
    "soundings": (works.soundings, SEA),
    "strata": (landscapes.strata, CLAY),
    "terraces": (landscapes.terraces, SAGE),
    "weave": (works.weave, SAND),
}


def drawn(name: str) -> Image.Image:
    """One picture. The same name always gives the same picture."""
    motif, colours = MOTIFS[name]
    canvas = Canvas(WIDTH, HEIGHT, colours.ground)
    motif(canvas, colours, Random(f"drawing of {name}"))
    return canvas.finished()


def keep(folder: Path, people: Iterable[str]) -> list[Path]:
    """Draw every picture and a portrait of each of these people into a folder."""
    (folder / "people").mkdir(parents=True, exist_ok=True)
    kept = []
    for name in MOTIFS:
        kept.append(folder / f"{name}.webp")
        drawn(name).save(kept[-1], "WEBP", quality=QUALITY, method=6)
    for slug in people:
        kept.append(folder / file_name(slug))
        portrait(slug).save(kept[-1], "WEBP", quality=QUALITY, method=6)
    return kept


if __name__ == "__main__":
    from .institute import people

    keep(FOLDER, [person.slug for person in people()])

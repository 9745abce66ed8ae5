"""The demonstration's pictures: which there are, and how the files beside this one are drawn again.

`python -m communique.site.demonstration.pictures` draws them all. They are kept drawn because that takes longer than
a first start should.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath
from random import Random

from PIL import Image

from communique.content.darkroom.renditions import FALLBACK, Spec, rendered, wanted

from . import landscapes, works
from .canvas import CLAY, DUSK, NIGHT, SAGE, SAND, SEA, Canvas, Palette
from .portraits import file_name, portrait

FOLDER = Path(__file__).parent / "drawings"
WIDTH, HEIGHT = 1600, 1000
QUALITY = 76

COVER = "covers/signals.webp"
"""The cover of the show, a square."""
SIDE = 1400

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


def cover() -> Image.Image:
    """The cover of the show."""
    canvas = Canvas(SIDE, SIDE, NIGHT.ground)
    works.signals(canvas, NIGHT)
    return canvas.finished()


def keep(folder: Path, people: Iterable[str]) -> list[Path]:
    """Draw every picture and a portrait of each of these people into a folder, in every size and format."""
    drawings = {f"{name}.webp": drawn(name) for name in MOTIFS}
    drawings[COVER] = cover()
    drawings |= {file_name(slug): portrait(slug) for slug in people}
    kept = []
    for file, drawing in drawings.items():
        whole = folder / file
        whole.parent.mkdir(parents=True, exist_ok=True)
        drawing.save(whole, "WEBP", quality=QUALITY, method=6)
        specs = ready(drawing.width)
        for spec, (content, _, _) in zip(specs, rendered(whole, specs), strict=True):
            kept.append(folder / rendition_name(file, spec))
            kept[-1].parent.mkdir(parents=True, exist_ok=True)
            kept[-1].write_bytes(content)
    return kept


def ready(width: int) -> list[Spec]:
    """The renditions of a drawing that lie beside it. Making them takes a second each, so they are kept."""
    return [spec for spec in wanted(width) if spec != FALLBACK]


def rendition_name(file: str, spec: Spec) -> str:
    """Where a rendition of a drawing is kept: "people/x.webp" in 480 is "480/people/x.avif"."""
    return f"{spec.width}/{PurePosixPath(file).with_suffix(f'.{spec.suffix}')}"


if __name__ == "__main__":
    from .institute import people

    keep(FOLDER, [person.slug for person in people()])

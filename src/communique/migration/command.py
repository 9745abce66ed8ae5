"""Importing from the command line: a plan first, and only when asked to, the import itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from .wordpress import planning
from .wordpress.findings import of_plan
from .wordpress.plan import Plan
from .wordpress.report import Report

if TYPE_CHECKING:
    from .applying.run import Done

Progress = Callable[[str, int, int], None]

REPORT = "import-report.html"


@dataclass(frozen=True)
class Outcome:
    """What an import, or its plan, came to."""

    report: Report
    place: Path
    done: Done | None
    lines: tuple[str, ...]


def run(
    exports: Sequence[Path], folder: Path, progress: Progress, *, uploads: Path | None = None, apply: bool = False
) -> Outcome:
    """Plan an import into `folder`, and carry it out with `apply`. Raises Refused; then nothing is written.

    With `apply`, Django has to be set up for the site.
    """
    plan = Plan(folder / "plan.sqlite3")
    try:
        planning.make(exports, plan, datetime.now(UTC), lambda done, of: progress("Reading", done, of))
        done = None
        if apply:
            from .applying.run import apply as carry_out

            done = carry_out(plan, [path.name for path in exports], uploads, progress)
        report = of_plan(plan, uploads=uploads, done=done.sections() if done else ())
        if done and done.run:
            done.run.report = report.kept()
            done.run.save(update_fields=["report"])
        lines = _told(plan, done)
    finally:
        plan.close()
    place = folder / REPORT
    place.write_text(report.as_html(), encoding="utf-8")
    (folder / "import-report.json").write_text(report.as_json(), encoding="utf-8")
    return Outcome(report, place, done, lines)


def _told(plan: Plan, done: Done | None) -> tuple[str, ...]:
    """A line for each kind of thing, as one would tell it."""
    counts = dict(plan.rows("SELECT kind || ' ' || state, COUNT(*) FROM post GROUP BY kind, state"))
    if done is None:
        return _planned(counts)
    told = done.told
    lines = [f"{'Texts':<11}{told.brought} brought in, {told.unchanged} already here"]
    if told.updated:
        lines.append(f"{'Updated':<11}{told.updated}, because they changed there")
    if told.completed:
        lines.append(f"{'Completed':<11}{told.completed}, with pictures whose files were missing before")
    if told.conflicts:
        lines.append(f"{'Conflicts':<11}{len(told.conflicts)} changed there and here: left as they are ({REPORT})")
    if told.deleted_here:
        lines.append(f"{'Deleted':<11}{told.deleted_here} that came before were deleted here: left so")
    if done.hidden:
        lines.append(f"{'Hidden':<11}{len(done.hidden)} taken down, because they were hidden there")
    lines.append(f"{'Published':<11}{done.published}, with {done.redirects} redirects")
    lines.append(f"{'People':<11}{done.people}")
    lines.append(f"{'Topics':<11}{done.topics}")
    missing = f", {len(told.pictures_missing)} without their file" if told.pictures_missing else ""
    lines.append(f"{'Pictures':<11}{done.pictures}{missing}")
    if done.not_brought:
        number = sum(number for _, number in done.not_brought)
        lines.append(f"{'Not brought':<11} {number} elements of {len(done.not_brought)} kinds ({REPORT})")
    return tuple(lines)


def _planned(counts: dict[str, int]) -> tuple[str, ...]:
    lines = []
    for kind, named in (("post", "Articles"), ("page", "Pages")):
        live = counts.get(f"{kind} live", 0)
        hidden = sum(counts.get(f"{kind} {state}", 0) for state in ("draft", "scheduled", "staff"))
        out = counts.get(f"{kind} left out", 0)
        parts = [f"{live} to be published"]
        parts += [f"{hidden} to stay hidden"] if hidden else []
        parts += [f"{out} left out"] if out else []
        lines.append(f"{named:<11}{', '.join(parts)}")
    kept = {name.removesuffix(" kept"): number for name, number in counts.items() if name.endswith(" kept")}
    if kept:
        several = ", ".join(f"{number} {kind}" for kind, number in sorted(kept.items()))
        lines.append(f"{'Kept':<11}for editors, not brought yet: {several}")
    return tuple(lines)

"""The gate: what stands between a draft and its readers.

When an editor publishes or schedules, rules look at the draft as readers would see it. What a reader would see broken
is refused, with its place and its remedy; what may be wrong is warned of. Who may publish may let a refusal pass, with
a reason that is kept.

A rule is a function in a file of `rules`, found because it is there; a section offers its own by `rulebook.offer`.
"""

from .findings import Finding, Level, Place, Refused, Verdict
from .judging import judge, pass_or_raise
from .rulebook import offer

__all__ = ["Finding", "Level", "Place", "Refused", "Verdict", "judge", "offer", "pass_or_raise"]

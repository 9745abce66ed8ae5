"""What of experts is public: the rows and columns that can be read while printing."""

from __future__ import annotations

from communique.publishing import declarations

from .models import Expert, ExpertsPage, Region, RegionText


def declare() -> None:
    """Open experts and what they know. The e-mail of the person's own record isn't among it."""
    declarations.page_rows(
        ExpertsPage, columns=("language", "original_id", "introduction"), indexes=("language", "original_id")
    )
    declarations.whole(
        Expert, columns=("person_id", "spoken", "for_media", "email", "telephone"), indexes=("person_id",)
    )
    for chosen, column in ((Expert.topics, "topic_id"), (Expert.regions, "region_id")):
        declarations.whole(chosen.through, columns=("expert_id", column), indexes=("expert_id",))
    declarations.whole(Region, columns=("title", "slug"))
    declarations.whole(RegionText, columns=("region_id", "language", "title"), indexes=("region_id", "language"))

"""A draft of coverage, one of changes to a piece that is live, and an outlet that had nothing of us yet."""

from __future__ import annotations

from datetime import date

from communique.sections.media.models import Appearance, CoveragePage, MediaPage, Outlet

from .institute import Institute


def plant(at: Institute) -> None:
    section = at.section.get_parent().add_child(instance=MediaPage(title="In the media", slug="in-the-media"))
    known = Outlet.objects.create(name="Harbour News")
    planned = Outlet.objects.create(name=at.plant("outlet that had nothing: name"), link="https://n.example/")
    live = CoveragePage(outlet=known, day=date(2026, 5, 3), names_us=True, link="https://news.example/1")
    section.add_child(instance=live)
    for page, what in ((live, "draft of live coverage"), (CoveragePage(live=False), "coverage that is a draft")):
        for name in ("programme", "headline", "summary", "transcript"):
            setattr(page, name, at.plant(f"{what}: {name}"))
        for name in ("link", "archived"):
            setattr(page, name, f"https://news.example/{at.plant(f'{what}: {name}')}")
        page.outlet, page.day = planned, date(2026, 5, 4)
        page.people = [Appearance(person=at.person(what))]
        if page is not live:
            page.slug = at.plant(f"{what}: slug")
            section.add_child(instance=page)
        page.save_revision(user=at.user)

"""Sample pages as a reader's browser gets them: printed, put together with their fragments, and answered for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from communique.content.living_page import LIGHTS, living_page
from communique.press.objects import Include
from communique.publishing.rendering import Rendering

from . import samples

PACKAGE = Path(samples.__file__).parents[2] / "src" / "communique"
# Every part that brings templates of its own, but the theme.
PARTS = sorted(
    path.parent for path in (*PACKAGE.glob("*/templates"), *PACKAGE.glob("*/*/templates")) if "themes" not in path.parts
)

# What the reader sends with every page (the tightest that the theme must live with).
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; media-src 'self'; "
    "connect-src 'self'"
)

PAGES: dict[str, tuple[str, Callable[[str], dict[str, Any]]]] = {
    "article": ("articles/article.html", samples.article),
    "article-bare": ("articles/article.html", samples.bare_article),
    "article-crowded": ("articles/article.html", samples.crowded_article),
    "article-hostile": ("articles/article.html", samples.hostile_article),
    "list-hostile": ("articles/list.html", samples.hostile_listing),
    "article-retracted": ("articles/article.html", samples.retracted_article),
    "article-brief": ("articles/article.html", lambda language: samples.article_of_form(language, "brief")),
    "article-campaign": ("articles/article.html", lambda language: samples.article_of_form(language, "campaign")),
    "article-paper": ("articles/article.html", lambda language: samples.article_of_form(language, "paper")),
    "article-report": ("articles/article.html", lambda language: samples.article_of_form(language, "report")),
    "article-statement": ("articles/article.html", lambda language: samples.article_of_form(language, "statement")),
    "list": ("articles/list.html", samples.listing),
    "list-empty": ("articles/list.html", lambda language: samples.listing(language, many=0)),
    "year": ("content/archive.html", samples.year),
    "month": ("content/archive.html", samples.month),
    "corrections": ("content/corrections.html", samples.corrections),
    "corrections-none": ("content/corrections.html", lambda language: samples.corrections(language, many=0)),
    "series": ("series/series.html", samples.series),
    "series-empty": ("series/series.html", lambda language: samples.series(language, many=0)),
    "event": ("events/event.html", samples.event),
    "event-bare": ("events/event.html", lambda language: samples.event(language, full=False)),
    "events": ("events/list.html", samples.events),
    "events-none": ("events/list.html", lambda language: samples.events(language, many=0)),
    "event-with-albums": ("events/event.html", samples.event_with_albums),
    "album": ("gallery/album.html", samples.album),
    "album-bare": ("gallery/album.html", lambda language: samples.album(language, full=False)),
    "picture": ("gallery/picture.html", samples.album_picture),
    "albums": ("gallery/list.html", samples.albums),
    "albums-none": ("gallery/list.html", lambda language: samples.albums(language, many=0)),
    "coverage": ("media/coverage.html", samples.coverage),
    "coverage-bare": ("media/coverage.html", lambda language: samples.coverage(language, full=False)),
    "media": ("media/list.html", samples.media),
    "outlet": ("media/outlet.html", samples.outlet),
    "topic": ("content/topic.html", samples.topic),
    "person": ("content/person.html", samples.person),
    "person-without-picture": ("content/person.html", lambda language: samples.person(language, with_picture=False)),
    "plain-page": ("content/plain_page.html", samples.plain_page),
    "legal": ("content/legal.html", samples.legal),
    "home": ("content/home.html", samples.home),
    "home-curated": ("content/home.html", samples.curated_home),
    "landing": ("content/landing.html", samples.landing),
    "landing-hostile": ("content/landing.html", samples.hostile_landing),
    "members": ("about/members.html", samples.members),
    "experts": ("experts/finder.html", samples.finder),
    "experts-none": ("experts/finder.html", lambda language: samples.finder(language, many=0)),
    "project": ("projects/project.html", samples.project),
    "project-bare": ("projects/project.html", lambda language: samples.project(language, full=False)),
    "projects": ("projects/list.html", samples.projects),
    "projects-none": ("projects/list.html", lambda language: samples.projects(language, many=0)),
    "funding": ("projects/funding.html", samples.funding),
    "document": ("documents/document.html", samples.document),
    "document-bare": ("documents/document.html", lambda language: samples.document(language, full=False)),
    "contact": ("contact/contact.html", samples.contact),
    "contact-bare": ("contact/contact.html", lambda language: samples.contact(language, full=False)),
    "contact-again": ("contact/again.html", samples.contact_again),
    "contact-sent": ("contact/sent.html", samples.contact_sent),
    "release": ("releases/release.html", samples.release),
    "release-bare": ("releases/release.html", lambda language: samples.release(language, full=False)),
    "press-room": ("releases/room.html", samples.press_room),
    "press-room-empty": ("releases/room.html", lambda language: samples.press_room(language, many=0)),
    "show": ("shows/show.html", samples.show),
    "show-empty": ("shows/show.html", lambda language: samples.show(language, many=0)),
    "episode": ("shows/episode.html", samples.episode),
    "episode-bare": ("shows/episode.html", lambda language: samples.episode(language, full=False)),
    "not-found": ("content/not_found.html", samples.notice),
    "gone": ("content/gone.html", samples.notice),
    "unavailable": ("content/unavailable.html", samples.notice),
    "frame": ("content/frame.html", samples.notice),
}

# What the desk puts into the printed frame.
BODIES = {"contact-again"}

# What is too large to be looked at by every test.
LARGE: dict[str, tuple[str, Callable[[str], dict[str, Any]]]] = {
    "article-endless": ("articles/article.html", samples.endless_article),
}

# Every component, in every language, light and dark.
LIVING = {f"components-{light}": light for light in LIGHTS}

SPECIMENS = "/-/static/content/desk/specimens.css"

FRAGMENTS: dict[str, tuple[str, Callable[[str], dict[str, Any]]]] = {
    "navigation": ("content/fragments/navigation.html", samples.navigation),
    "footer": ("content/fragments/footer.html", samples.footer),
    "articles-by-form": ("articles/fragments/forms.html", samples.divided),
    "articles-by-year": ("content/fragments/archive.html", samples.archive),
    "suggestions": ("content/fragments/suggestions.html", lambda language: {}),
    "coming-events": ("events/fragments/coming.html", samples.coming),
    "recent-albums": ("gallery/fragments/recent.html", samples.albums),
    "recent-articles": ("articles/fragments/recent.html", samples.recent),
    "articles-beside": ("articles/fragments/beside.html", samples.recent),
    "recent-media-coverage": ("media/fragments/recent.html", samples.recent_coverage),
    "media-beside": ("media/fragments/beside.html", samples.recent_coverage),
    "outlets": ("media/fragments/outlets.html", samples.outlets),
    "events-beside": ("events/fragments/beside.html", samples.events_beside),
}


@cache
def rendering() -> Rendering:
    return Rendering(
        [part / "templates" for part in PARTS],
        static_folders=[part / "static" for part in PARTS],
        strict=True,
    )


@cache
def page(name: str, language: str) -> str:
    """A whole page, its fragments in place."""
    if name in LIVING:
        return living_page(rendering(), language, LIVING[name], SPECIMENS)
    template, sample = (PAGES | LARGE)[name]
    printed = _joined(rendering().printed(template, sample(language), language=language), language)
    return page("frame", language).replace(_put("~body", language), printed) if name in BODIES else printed


def _joined(body: tuple[bytes | Include, ...], language: str) -> str:
    return "".join(_put(piece.fragment, language) if isinstance(piece, Include) else piece.decode() for piece in body)


def _put(address: str, of_page: str) -> str:
    if address == "~nearby":  # which the reader puts there, in the language of the page
        return _put(f"~suggestions/{of_page}", of_page)
    if address == "~body":
        return "<h1>What a live page says</h1>"
    if address == "~nearby-links":
        return samples.nearby_links(of_page)
    name, language = address.removeprefix("~").split("/")
    template, sample = FRAGMENTS[name]
    return _joined(rendering().printed(template, sample(language), language=language), language)


def answer(path: str) -> tuple[bytes, str] | None:
    """What the reader answers for a path: a sample page, an asset, a picture; None for all else."""
    asset = next((asset for asset in rendering().assets.assets() if asset.address == path), None)
    if asset:
        return asset.body, asset.media_type
    if path == SPECIMENS:
        return (PACKAGE / "content/static/content/desk/specimens.css").read_bytes(), "text/css"
    if path.startswith("/media/"):
        return drawing(int(path.split("/")[2])), "image/webp"
    _, language, name = path.split("/", 2) if path.count("/") > 1 else ("", "", "")
    if name in PAGES.keys() | LARGE.keys() | LIVING.keys() and language in samples.LANGUAGES:
        return page(name, language).encode(), "text/html; charset=utf-8"
    return None


@cache
def drawing(number: int) -> bytes:
    """A quiet picture: sky, water and a few cranes."""
    size = (1200, 1500) if number == 4 else (1200, 750)
    picture = Image.new("RGB", size, (196 - 20 * number, 206, 210 - 8 * number))
    pen = ImageDraw.Draw(picture)
    width, height = size
    pen.rectangle((0, height * 2 // 3, width, height), fill=(74, 96 + 6 * number, 108))
    if number == 4:
        pen.ellipse((width * 0.3, height * 0.2, width * 0.7, height * 0.55), fill=(120, 104, 92))
        pen.ellipse((width * 0.12, height * 0.6, width * 0.88, height * 1.4), fill=(52, 58, 66))
    for mast in range(0 if number == 4 else 5):
        left = 140 + 210 * mast + 20 * number
        pen.line((left, height * 2 // 3, left, 180 + 30 * mast), fill=(48, 44, 42), width=10)
        pen.line((left - 60, 200 + 30 * mast, left + 160, 180 + 30 * mast), fill=(48, 44, 42), width=8)
    written = BytesIO()
    picture.save(written, "WEBP", quality=70)
    return written.getvalue()

"""What syndication prints: feeds for each language, the sitemap, and what robots are told."""

from __future__ import annotations

from collections.abc import Sequence

from communique.content import languages
from communique.content.frames import absolute
from communique.content.questions.site import codes, site
from communique.press.questions import Ask, Key, Reading, question
from communique.press.sheets import Copy, Sheet

from . import corrections, feeds, sitemap
from .printed import printed

LIVE = ("/desk/", "/-/")


def feeds_of(language: str, name: str) -> Sequence[tuple[str, str]]:
    """The feeds that the pages of a language name."""
    start = languages.start(language)
    return (f"{name} (Atom)".strip(), f"{start}feed.atom"), (f"{name} (JSON)".strip(), f"{start}feed.json")


def feed(ask: Ask, language: str) -> list[Copy]:
    """The feeds of a language: the newest of all sections, whole."""
    own = ask(site, language)
    entries = feeds.entries(ask, language)
    return printed(languages.start(language), entries, title=own.name, language=language, home=own.home)


@question
def only(read: Reading) -> Sequence[Key]:
    """The key of a sheet of which there is one."""
    return ["one"]


def robots(ask: Ask, _: object) -> Copy:
    """What robots are told: live places are not for them, and where the sitemap is."""
    closed = "".join(f"Disallow: {prefix}\n" for prefix in LIVE)
    body = f"User-agent: *\n{closed}\nSitemap: {absolute('/sitemap.xml')}\n"
    return Copy("/robots.txt", body=body.encode(), media_type="text/plain; charset=utf-8")


SHEETS = (
    Sheet("feed", feed, keys=codes),
    Sheet("corrections feed", corrections.feed, keys=codes),
    Sheet("sitemap", sitemap.index, keys=only),
    Sheet("sitemap part", sitemap.part, keys=sitemap.parts),
    Sheet("robots", robots, keys=only),
)

"""What articles print: each article, each section's list, and the newest for other pages."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from django.conf import settings

from communique.content import archives, authors, cards, data_files, frames, kin, leaves, lists, series
from communique.content.archives import Place
from communique.content.cards import Card
from communique.content.frames import Context
from communique.content.papers.shown import shown, ways
from communique.content.questions import amendments, names
from communique.content.questions import pages as asked
from communique.content.questions.lists import Leaf, latest, newest, older
from communique.content.questions.papers import Version
from communique.content.questions.site import codes, site
from communique.press.questions import Ask
from communique.press.sheets import Copy, Media, Sheet
from communique.publishing.words import in_language
from communique.text import dates
from communique.text.scripts import direction

from . import by_form, disclaimers, forms, own, publication, questions
from .by_form import TABLE
from .cards import authors_of, byline, contributors
from .matter import matter
from .questions import Face, Origin, Text, Type

RECENT = 5


def article(ask: Ask, page_id: int) -> Sequence[Copy] | None:
    """An article's own page, and the data of its charts."""
    face, text = ask(questions.face, page_id), ask(questions.text, page_id)
    if face is None or text is None:
        return None
    place = series.standing(ask, page_id)

    def fits(other: int) -> bool:
        return not ask(questions.is_apart, other)

    beside = kin.beside(ask, page_id, face.language, place, fits)
    its_type = _type(ask, text.type_id, face)
    kind = _type_shown(ask, its_type, face.language)
    form = forms.FORMS.get(its_type.form) if its_type else None
    has, organisation = text.own.of(form), ask(site, face.language).name
    boxes, portraits = authors.boxes(ask, [credit.person_id for credit in authors_of(face)], face.language)
    history = amendments.history(ask, page_id, text.updated_elsewhere)
    pdfs = text.pdfs if form is not None and form.has_pdf else ()
    told = matter(ask, face, its_type, form, history, place, text.origin, has, pdfs)
    context = {
        "frame": frames.frame_of(
            ask,
            text.head,
            description=face.in_short,
            picture=face.picture,
            kicker=face.kicker or (kind["name"] if kind else ""),
            byline=byline(ask, face),
            retracted=history.retraction is not None,
            matter=told,
            original=text.origin.link if text.origin else "",
        ),
        "article": {
            "kicker": face.kicker,
            "title": face.title,
            "standfirst": face.standfirst,
            "findings": list(face.findings),
            "type": kind and {**kind, "address": "" if history.retraction else _list_of(ask, text, its_type)},
            "own": own.shown(has, form, organisation) if form else None,
            "pdfs": _pdfs(face, pdfs),
            "cited": publication.cited(told, face.address, face.language, organisation) if form and form.cited else (),
            "contributors": contributors(ask, face),
            "authors": boxes,
            "published": face.published,
            "updated": history.updated,
            "corrected": history.corrected,
            "retraction": amendments.shown(history.retraction) if history.retraction else None,
            "origin": _origin(text.origin, face.language) if text.origin else None,
            "amendments": [amendments.shown(one) for one in history.notes],
            "topics": names.topics(ask, face.topics, face.language),
            "lead": frames.lead(face.picture, alt=face.alt, caption_html=text.caption_html, credit=text.credit),
            "body_html": text.body.html,
            "headings": [{"text": one.text, "level": one.level, "anchor": one.anchor} for one in text.body.headings],
            "language": face.language,
            "dir": direction(face.language),
        },
        "series": series.shown(place),
        "beside": beside,
        "related": kin.related(ask, page_id, face.language, _led_to(beside, place), fits),
    }
    media = (*(face.picture.media if face.picture else ()), *text.body.files, *portraits, *(one.media for one in pdfs))
    expires, headers = text.head.expires, text.body.headers
    page = Copy(
        face.address, context, "articles/article.html", face.language, headers=headers, expires=expires, media=media
    )
    leading = [way for one in pdfs[:1] for way in ways(ask, page_id, face.address, one, face.language, expires)]
    return [page, *leading, *data_files.printed(ask, text.body, page_id, face.language, expires)]


def _pdfs(face: Face, pdfs: Sequence[Version]) -> list[Context]:
    """The newest at the address that stays, those before it at their own."""
    say = in_language(face.language)
    addresses = [publication.pdf_address(face.address), *(one.media.address for one in pdfs[1:])]
    return [shown(say, one, face.language, at) for one, at in zip(pdfs, addresses, strict=False)]


def _origin(origin: Origin, language: str) -> Context:
    return {
        "name": origin.name,
        "address": origin.link,
        "iso": f"{origin.day}" if origin.day else "",
        "date": dates.in_words(origin.day, language) if origin.day else "",
        "permission": origin.permission,
    }


def _type(ask: Ask, type_id: int | None, face: Face) -> Type | None:
    published = face.published
    day = f"{published.astimezone(ZoneInfo(settings.TIME_ZONE)):%Y-%m-%d}" if published else ""
    return ask(questions.type_of, type_id, face.language, day) if type_id is not None else None


def _type_shown(ask: Ask, found: Type | None, language: str) -> Context | None:
    if found is None:
        return None
    named = disclaimers.filled(found.disclaimer_html, ask(site, language).name)
    return {"name": found.name, "disclaimer_html": named}


def _list_of(ask: Ask, text: Text, its_type: Type | None) -> str:
    """Where an article's section lists those of its form; "" where nobody can see that list."""
    above = ask(questions.section_address, text.head.path[: -asked.STEP])
    form = its_type.form if its_type else ""
    return by_form.DIVIDED.address(above, form) if above and form in by_form.DIVIDED.every else ""


def _led_to(beside: Context, place: series.Standing | None) -> list[str]:
    """The addresses of what the end of the page leads to besides related articles."""
    parts = [part.address for part in place.parts] if place else []
    return [*parts, *(one["address"] for one in (beside["previous"], beside["next"]) if one)]


def section(ask: Ask, page_id: int) -> Copy | None:
    """The newest page of a section's list, at the section's own address."""
    return _section_page(ask, page_id, newest(ask, lists.section(page_id)))


def older_section_page(ask: Ask, place: list[str], number: int) -> Copy | None:
    """An older page of a section's list."""
    page_id = int(place[0])
    leaf = older(ask, lists.section(page_id), number)
    return _section_page(ask, page_id, leaf) if leaf else None


def place_of_section(ask: Ask, place: list[str]) -> Place | None:
    """The page of a section's list, for its archives."""
    return archives.place_of(ask, TABLE, int(place[0]))


def years(ask: Ask, page_id: int) -> Copy | None:
    """The ways to the years of a section."""
    place = place_of_section(ask, [str(page_id)])
    return archives.ways(ask, _years_of(page_id), lists.section(page_id), place) if place else None


def _years_of(page_id: int) -> str:
    return f"~articles-by-year/{page_id}"


def _section_page(ask: Ask, page_id: int, leaf: Leaf) -> Copy | None:
    page = ask(asked.introduced, TABLE, page_id)
    if page is None:
        return None
    top = page.head
    articles, media = cards.several(ask, leaf.entries)
    address, is_newest = leaves.own_address(leaf, top.address), leaf.newer is None
    frame = leaves.frame(ask, top, leaf, articles, at_large=_beside(top.language))
    context = {
        "frame": frame,
        "section": {
            "title": top.title,
            "introduction_html": page.introduction_html if is_newest else "",
            "address": top.address,
        },
        "articles": articles,
        "fragments": {"above": by_form.ways_from(page_id), "below": _years_of(page_id)},
        "feeds": [],
        **leaves.context(leaf, top.address),
    }
    return Copy(address, context, "articles/list.html", top.language, expires=top.expires, media=media)


def recent(ask: Ask, language: str) -> Copy:
    """The newest articles of a language, for the home page and others."""
    articles, media = _recent(ask, language)
    address = f"~recent-articles/{language}"
    return Copy(address, {"articles": articles}, "articles/fragments/recent.html", language, media=media)


def beside(ask: Ask, language: str) -> Copy:
    """The newest articles of a language, in short, for the sidebar of every page; empty where there are none."""
    articles, _ = _recent(ask, language)
    return Copy(_beside(language), {"articles": articles}, "articles/fragments/beside.html", language)


def _recent(ask: Ask, language: str) -> tuple[list[Card], tuple[Media, ...]]:
    """The newest of all sections of a language, and the files they show."""
    entries = [(page_id, questions.KIND) for _, page_id in ask(latest, lists.newest(questions.KIND, language), RECENT)]
    return cards.several(ask, entries)


def _beside(language: str) -> str:
    return f"~articles-beside/{language}"


SHEETS = (
    Sheet("article", article, each="articles_articlepage"),
    Sheet("section", section, each="articles_articlespage"),
    Sheet("articles-by-year", years, each="articles_articlespage"),
    Sheet("recent-articles", recent, keys=codes),
    Sheet("articles-beside", beside, keys=codes),
    *by_form.SHEETS,
)

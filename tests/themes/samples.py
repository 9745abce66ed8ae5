"""Sample pages: what the parts hand to the templates, at its longest, emptiest and most mixed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from communique.content.living_page import charts_of, players_of
from communique.sections.articles import forms, own
from communique.sections.articles.own import Own
from communique.syndication import printed as feeds
from communique.text import tongues
from communique.text.dates import in_words, month_in_words
from communique.text.scripts import direction, own_name
from communique.themes import samples

# An invented institute, its people and subjects, in four languages.
WORDS = samples.words()

LANGUAGES = ("en", "ur", "ar", "ru")
ORIGIN = "https://institute.example"
PUBLISHED = datetime(2026, 3, 12, 6, 30, tzinfo=UTC)
UPDATED = datetime(2026, 4, 2, 8, 0, tzinfo=UTC)
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


def home_of(language: str) -> str:
    return "/" if language == "en" else f"/{language}/"


def frame(language: str, address: str, title: str, **more: Any) -> dict[str, Any]:
    said = WORDS[language]
    return {
        "language": language,
        "dir": direction(language),
        "site": {**said["site"], "home": home_of(language), "logo": None},
        "languages": [
            {"code": code, "name": own_name(code), "dir": direction(code), "home": home_of(code)} for code in LANGUAGES
        ],
        "navigation": f"~navigation/{language}",
        "address": address,
        "canonical": ORIGIN + address,
        "original": "",
        "title": f"{title} – {said['site']['name']}",
        "description": said["standfirst"],
        "feeds": [{"title": said["site"]["name"], "address": f"{home_of(language)}feed.atom"}],
        "translations": [],
        "breadcrumbs": [{"title": said["articles"], "address": f"{home_of(language)}articles/"}],
        "sidebar": [f"~{name}-beside/{language}" for name in ("articles", "events", "media")] if address else [],
        "robots": "",
        "notice": "",
        "acknowledged": [],
        "belonging": [],
        "linked_data": ['{"@context":"https://schema.org","@graph":[{"@type":"WebPage"}]}'],
        "picture": "",
        "card": {"address": ORIGIN + "/media/cards/c.png", "width": 1200, "height": 630, "alt": title},
        **more,
    }


def picture(number: int = 1, width: int = 1600, height: int = 1000) -> dict[str, Any]:
    formats = [
        {
            "type": f"image/{form}",
            "sources": [{"address": f"/media/{number}/p.w{w}.{form}", "width": w} for w in (480, 960, 1600)],
        }
        for form in ("avif", "webp")
    ]
    return {
        "formats": formats,
        "focus": "focus focus-x-2 focus-y-8",
        "src": f"/media/{number}/p.w1200.jpg",
        "width": 1200,
        "height": 1200 * height // width,
        "alt": "Cranes over a harbour at dusk",
        "caption_html": "The container terminal, seen from <em>the old town</em>.",
        "credit": "Photograph: Bilal Aziz",
        "licence": {"name": "CC BY 4.0", "address": "https://creativecommons.org/licenses/by/4.0/"},
    }


def contributor(language: str, number: int = 0, role: str = "author", affiliation: bool = True) -> dict[str, Any]:
    said = WORDS[language]
    names = said["names"]
    return {
        "name": names[number % len(names)],
        "address": f"/people/{number}/" if number % 4 != 3 else "",
        "role": role,
        "role_name": said["roles"][role],
        "affiliation": said["affiliation"] if affiliation else "",
    }


def author(language: str, number: int = 0) -> dict[str, Any]:
    said = WORDS[language]
    return {
        "name": said["names"][number % len(said["names"])],
        "address": f"/people/{number}/",
        "role": said["roles"]["editor"],
        "affiliation": said["affiliation"],
        "biography_html": f"<p>{said['paragraphs'][0]}</p>",
        "orcid": "0000-0002-1825-0097" if number == 0 else "",
        "picture": picture(4, 1200, 1500) if number == 0 else None,
    }


def card(language: str, number: int = 0, *, with_picture: bool = True) -> dict[str, Any]:
    said = WORDS[language]
    return {
        "address": f"/articles/{number}/",
        "title": said["titles"][number % len(said["titles"])],
        "kicker": said["kicker"] if number % 2 == 0 else "",
        "standfirst": said["standfirst"] if number % 3 != 2 else "",
        "byline": said["names"][number % len(said["names"])],
        "published": PUBLISHED,
        "picture": picture(number % 3 + 1) if with_picture and number % 2 == 0 else None,
        "language": language,
        "dir": direction(language),
        "topics": [],
    }


def amendment(language: str, kind: str, number: int = 1) -> dict[str, Any]:
    said = WORDS[language]
    told = {"kind": kind, "published": UPDATED, "wrong": "", "right": "", "note": said["standfirst"]}
    if kind == "correction":
        told |= {"wrong": said["headings"][0], "right": said["headings"][1], "note": ""}
    return told | {"anchor": f"{kind}-{number}"}


def origin(language: str) -> dict[str, Any]:
    """Where an article stood before; its name may be in another language than the page."""
    day = {"iso": "2026-03-01", "date": in_words(date(2026, 3, 1), language)}
    return {"name": "Caspian Quarterly", "address": "https://quarterly.example/9/", "permission": "", **day}


def article(language: str, **more: Any) -> dict[str, Any]:
    """An article with everything it can have."""
    said = WORDS[language]
    value = {
        "kicker": said["kicker"],
        "title": said["titles"][0],
        "standfirst": said["standfirst"],
        "findings": [*said["titles"], said["paragraphs"][2]],
        "type": {
            "name": said["type"],
            "address": "/articles/papers/",
            "disclaimer_html": f"<p>{said['disclaimer']}</p>",
        },
        "own": own.shown(
            Own(said["paragraphs"][2], (), said["kicker"], doi="10.1000/182", keywords=(said["kicker"], said["type"])),
            forms.FORMS["paper"],
            said["type"],
        ),
        "cited": [("citation_title", said["titles"][0])],
        "pdfs": [
            {"address": f"/articles/1/{name}", "day": PUBLISHED.date(), "note": note, "kind": "PDF", "size": "1.2 MB"}
            for name, note in (("ports.pdf", ""), ("former.pdf", said["standfirst"]))
        ],
        "contributors": [contributor(language, 0), contributor(language, 1, "translator")],
        "authors": [author(language, 0), author(language, 1)],
        "published": PUBLISHED,
        "updated": UPDATED,
        "corrected": UPDATED,
        "retraction": None,
        "origin": origin(language),
        "amendments": [amendment(language, "correction", 2), amendment(language, "update", 1)],
        "topics": [{"title": title, "address": f"/topics/{n}/"} for n, title in enumerate(said["topics"])],
        "lead": picture(),
        "body_html": body(language),
        "headings": [
            {"text": said["headings"][0], "level": 2, "anchor": "h-0"},
            {"text": said["headings"][1], "level": 3, "anchor": "h-1"},
            {"text": said["headings"][2], "level": 2, "anchor": "h-2"},
        ],
        "language": language,
        "dir": direction(language),
        **more,
    }
    others = [code for code in LANGUAGES if code != language][:2]
    translations = [{"language": code, "name": own_name(code), "address": f"/{code}/a/"} for code in others]
    return {
        "frame": frame(language, "/articles/a/", value["title"], translations=translations),
        "article": value,
        "series": series_place(language),
        "beside": beside(said["titles"][1], said["titles"][2]),
        "related": [related(language, number) for number in range(4)],
    }


def article_of_form(language: str, form: str) -> dict[str, Any]:
    """A short article with all that belongs to its form."""
    said = WORDS[language]
    filled = Own(
        said["paragraphs"][0], tuple(said["titles"]), "2026/7", "2", "978-0-306-40615-7", 148, "10.1000/182",
        tuple(said["topics"]), ("F15", "O19"), said["headings"][0], tuple(said["titles"]),
    )  # fmt: skip
    context = bare_article(language)
    context["article"] |= {"own": own.shown(filled, forms.FORMS[form], said["site"]["name"])}
    return context


def beside(previous: str, following: str, within: str = "series", topic: str = "") -> dict[str, Any]:
    links = {"previous": {"title": previous, "address": "/articles/b/"}}
    links["next"] = {"title": following, "address": "/articles/c/"}
    return {"within": within, "topic": topic, **links}


def related(language: str, number: int) -> dict[str, Any]:
    said = WORDS[language]
    title, topic = said["titles"][number % len(said["titles"])], said["topics"][number % len(said["topics"])]
    return {"title": title, "address": f"/articles/r{number}/", "published": PUBLISHED, "topics": topic}


def series_place(language: str) -> dict[str, Any]:
    said = WORDS[language]
    parts = [
        {"title": said["titles"][number % len(said["titles"])], "address": f"/articles/p{number}/", "current": False}
        for number in range(3)
    ]
    parts[1]["current"] = True
    return {"title": said["topics"][0], "address": "/series/", "number": 2, "total": 3, "parts": parts}


def bare_article(language: str) -> dict[str, Any]:
    """An article with nothing but a title and a line."""
    context = article(language, kicker="", standfirst="", type=None, contributors=[], updated=None)
    context["article"] |= {"authors": [], "topics": [], "lead": None, "headings": [], "body_html": "<p>…</p>"}
    context["article"] |= {"corrected": None, "amendments": [], "findings": [], "origin": None, "own": None}
    context["article"]["pdfs"] = []
    nothing = {"within": "date", "topic": "", "previous": None, "next": None}
    return context | {"series": None, "beside": nothing, "related": []}


def retracted_article(language: str) -> dict[str, Any]:
    """An article that was taken back."""
    return article(language, retraction=amendment(language, "retraction"), amendments=[], corrected=None, updated=None)


def crowded_article(language: str) -> dict[str, Any]:
    """A very long title, twelve contributors, no picture, words and tables that don't fit."""
    roles = ["author"] * 9 + ["editor", "translator", "photographer"]
    people = [contributor(language, number, role) for number, role in enumerate(roles)]
    title = f"{WORDS[language]['titles'][0]}: {LONG_WORD}, {WORDS[language]['titles'][1]}"
    cells = "".join(f"<td>{LONG_WORD[:28]}</td>" for _ in range(7))
    region = '<div class="table" role="region" tabindex="0" aria-label="Table">'
    wide = f"{region}<table><tbody><tr>{cells}</tr></tbody></table></div>"
    address = "https://institute.example/" + "a-very-long-address/" * 6
    code = f'<pre class="preformatted"><code>{"x = 1; " * 40}</code></pre>'
    text = f'<p>{LONG_WORD} <a href="{address}">{address}</a></p>{wide}{code}'
    return article(language, contributors=people, authors=[], title=title, lead=None, body_html=text + body(language))


def hostile_title(language: str) -> str:
    """Three hundred signs, with a word of ninety among them."""
    title = " ".join(WORDS[language]["titles"] * 9)
    return f"{title[:200]} {LONG_WORD}{'gesellschaft'[:10]} {title[200:]}"[:300]


def hostile_article(language: str) -> dict[str, Any]:
    """Everything too long at once, and no picture."""
    people = [contributor(language, number) | {"name": LONG_WORD} for number in range(12)]
    title = hostile_title(language)
    context = article(language, title=title, kicker=title[:90], standfirst=title, lead=None, contributors=people)
    long = {"name": LONG_WORD, "role": LONG_WORD, "affiliation": title, "biography_html": f"<p>{title}</p>"}
    context["article"]["authors"] = [author(language, 1) | long]
    context["frame"]["breadcrumbs"] = [{"title": title, "address": "/articles/"}]
    part = {"title": title, "address": "/articles/b/", "current": False}
    place = {"title": title, "address": "/series/", "number": 1, "total": 2, "parts": [{**part, "current": True}, part]}
    every = [related(language, number) | {"title": title, "topics": LONG_WORD} for number in range(4)]
    return context | {"series": place, "beside": beside(title, title, "topic", title), "related": every}


def endless_article(language: str) -> dict[str, Any]:
    """Sixty thousand words under sixty headings, as somebody's thesis has them."""
    said = WORDS[language]
    words = " ".join(said["paragraphs"]).split()
    passages = [" ".join(words[place % len(words) :][:50] or words[:50]) for place in range(0, 120_000, 50)]
    headings, body, count = [], [], 0
    for passage in passages:
        if len(headings) * 1_000 <= count:
            headings.append({"text": f"{said['headings'][0]} {len(headings) + 1}", "level": 2, "anchor": f"h-{count}"})
            body.append(f'<h2 id="h-{count}">{headings[-1]["text"]}</h2>')
        body.append(f"<p>{passage}</p>")
        count += len(passage.split())
        if count >= 60_000:
            break
    return article(language, body_html="".join(body), headings=headings)


def hostile_listing(language: str) -> dict[str, Any]:
    """A list of such articles."""
    context = listing(language)
    for one in context["articles"]:
        one |= {"title": hostile_title(language), "kicker": LONG_WORD, "byline": LONG_WORD}
    return context


def body(language: str) -> str:
    """Every block that the desk knows, as the printed markup of bodies."""
    return f"{samples.body(language, '/media/2/p.w960.webp')}{charts_of(language)}{players_of(language)}"


def listing(language: str, *, many: int = 6) -> dict[str, Any]:
    said = WORDS[language]
    return {
        "frame": frame(
            language, "/articles/", said["articles"], breadcrumbs=[], sidebar=[f"~events-beside/{language}"]
        ),
        "section": {
            "title": said["articles"],
            "introduction_html": f"<p>{said['standfirst']}</p>",
            "address": "/articles/",
        },
        "articles": [card(language, number) for number in range(many)],
        "fragments": {"above": f"~articles-by-form/{language}", "below": f"~articles-by-year/{language}"},
        "feeds": feeds.ways("/articles/"),
        "older": {"address": "/articles/2/", "number": 2} if many else None,
        "newer": {"address": "/articles/4/", "number": 4} if many else None,
        "page_number": 3,
        "pages": 4,
    }


def divided(language: str) -> dict[str, Any]:
    """The ways to the lists of each form."""
    said = WORDS[language]
    told = [{"title": title, "address": "/articles/reports/", "current": False} for title in said["topics"]]
    return {"forms": [{"title": said["articles"], "address": "/articles/", "current": True}, *told]}


def archive(language: str) -> dict[str, Any]:
    """The ways to the years of a list."""
    told = [{"address": f"/articles/{year}/", "year": year, "count": year - 2010} for year in range(2026, 2014, -1)]
    return {"years": told}


def month(language: str) -> dict[str, Any]:
    """A month of a list."""
    context = year(language)
    context |= {"title": month_in_words(2026, 11, language), "months": []}
    return context | {"articles": [card(language, number) for number in range(3)]}


def year(language: str) -> dict[str, Any]:
    """A year of a list."""
    said = WORDS[language]
    months = [
        {"address": f"/articles/2026/{number:02}/", "title": month_in_words(2026, number, language), "count": number}
        for number in range(1, 13)
    ]
    return {
        "frame": frame(language, "/articles/2026/", said["articles"]),
        "section": {"title": said["articles"], "address": "/articles/"},
        "title": "2026",
        "months": months,
        "articles": [],
        "leaf": {"older": None, "newer": None},
        "older": {"address": "/articles/2025/", "title": "2025"},
        "newer": {"address": "/articles/2027/", "title": "2027"},
    }


def corrections(language: str, *, many: int = 3) -> dict[str, Any]:
    said = WORDS[language]
    kinds = ["retraction", "correction", "correction"][:many]
    told = [amendment(language, kind, 9 - number) for number, kind in enumerate(kinds)]
    feeds = [{"title": kind, "address": f"/corrections/feed.{kind.lower()}"} for kind in ("Atom", "JSON")]
    return {
        "frame": frame(language, "/corrections/", "Corrections", breadcrumbs=[]),
        "title": said["about"],
        "corrections": [{"title": said["titles"][0], "address": "/articles/a/", **one} for one in told],
        "feeds": feeds,
        "email": "office@institute.example",
        "older": {"address": "/corrections/page/1/", "number": 1} if many else None,
        "newer": None,
    }


def series(language: str, *, many: int = 4) -> dict[str, Any]:
    said = WORDS[language]
    return {
        "frame": frame(language, "/series/", said["topics"][0], breadcrumbs=[]),
        "series": {"title": said["topics"][0], "introduction_html": f"<p>{said['standfirst']}</p>"},
        "parts": [card(language, number) for number in range(many)],
    }


def topic(language: str) -> dict[str, Any]:
    said = WORDS[language]
    return {
        "frame": frame(language, "/topics/x/", said["topics"][0]),
        "topic": {
            "title": said["topics"][0],
            "description_html": f"<p>{said['standfirst']}</p>",
            "parent": {"title": said["topics"][1], "address": "/topics/y/"},
        },
        "articles": [card(language, number, with_picture=False) for number in range(3)],
        "older": {"address": "/topics/x/1/", "number": 1},
        "newer": None,
    }


def person(language: str, *, with_picture: bool = True) -> dict[str, Any]:
    said = WORDS[language]
    return {
        "frame": frame(language, "/people/x/", said["names"][0]),
        "person": {
            "name": said["names"][0],
            "role": said["roles"]["author"],
            "affiliation": said["affiliation"],
            "biography_html": f"<p>{said['paragraphs'][0]}</p>",
            "picture": picture(4, 1200, 1500) if with_picture else None,
            "orcid": "0000-0002-1825-0097",
            "facts": facts(said),
        },
        "articles": [card(language, number, with_picture=False) for number in range(2)],
        "older": None,
        "newer": None,
    }


def facts(said: dict[str, Any]) -> list[dict[str, Any]]:
    """What sections tell of a person: words, some of which lead somewhere."""
    told = [{"words": title, "address": f"/{at}/" if at else ""} for at, title in enumerate(said["titles"])]
    return [{"label": said["board"], "told": told[:1]}, {"label": said["headings"][0], "told": told}]


def plain_page(language: str) -> dict[str, Any]:
    said = WORDS[language]
    page = {"title": said["about"], "standfirst": said["standfirst"], "body_html": body(language)}
    return {"frame": frame(language, "/about/", said["about"], breadcrumbs=[]), "page": page}


def legal(language: str) -> dict[str, Any]:
    """A privacy page, of which the site itself says the first part."""
    said = WORDS[language]
    passages = [{"title": title, "text": said["paragraphs"][0]} for title in said["headings"]]
    return plain_page(language) | {"passages": passages}


def home(language: str) -> dict[str, Any]:
    said = WORDS[language]
    return {
        "frame": frame(
            language,
            home_of(language),
            said["site"]["name"],
            breadcrumbs=[],
            sidebar=[],
            site={**said["site"], "home": home_of(language), "logo": picture(3, 480, 300)},
        ),
        "home": {
            "title": said["site"]["tagline"],
            "introduction_html": f"<p>{said['paragraphs'][0]}</p>",
            "body_html": "",
        },
        "slots": [],
        "includes": [f"~recent-articles/{language}"],
    }


def curated_home(language: str) -> dict[str, Any]:
    """A home page whose slots editors have filled."""
    said = WORDS[language]
    return home(language) | {
        "slots": slots(language),
        "includes": [],
        "home": home(language)["home"] | {"title": said["site"]["name"]},
    }


def slots(language: str) -> list[dict[str, Any]]:
    return samples.slots(WORDS[language], [card(language, number) for number in range(5)])


def landing(language: str) -> dict[str, Any]:
    said = WORDS[language]
    page = {"title": said["about"], "standfirst": said["standfirst"]}
    return {"frame": frame(language, "/themes/", said["about"]), "page": page, "slots": slots(language)}


def hostile_landing(language: str) -> dict[str, Any]:
    """Slots with words that don't fit."""
    context = landing(language)
    for slot in context["slots"]:
        slot["heading"] = slot["heading"] and hostile_title(language)[:120]
        slot["articles"] = [one | {"title": hostile_title(language), "byline": LONG_WORD} for one in slot["articles"]]
        slot["topics"] = [{"title": LONG_WORD, "address": "/topics/x/"} for _ in slot["topics"]]
    return context


def members(language: str) -> dict[str, Any]:
    said = WORDS[language]
    members = [
        {
            "name": name,
            "address": f"/people/{number}/" if number != 2 else "",
            "title": said["roles"]["editor"],
            "affiliation": said["affiliation"],
            "since": str(2016 + number) if number != 3 else "",
            "picture": picture(4, 1200, 1500) | {"credit": name} if number % 3 == 0 else None,
            "biography_html": f"<p>{said['paragraphs'][0]}</p>" if number != 1 else "",
            "terms": [{"title": said["roles"]["author"], "years": "2016–2020"}, {"title": "", "years": "2012"}],
        }
        for number, name in enumerate(said["names"])
    ]
    value = {"title": said["board"], "introduction_html": f"<p>{said['standfirst']}</p>", "members": members}
    return {
        "frame": frame(language, "/board/", said["board"], breadcrumbs=[]),
        "circle": {**value, "past": members[:3]},
    }


def finder(language: str, *, many: int = 4) -> dict[str, Any]:
    """Experts, and the ways to find them."""
    said = WORDS[language]
    title = f"{said['about']}: {said['topics'][0]}"
    topics = [
        {"title": topic, "address": f"/experts/topics/{at}/", "count": at + 1, "current": at == 0}
        for at, topic in enumerate((*said["topics"], *said["titles"]))
    ]
    experts = [
        {
            "name": name,
            "address": f"/people/{number}/" if number != 2 else "",
            "role": said["roles"]["author"],
            "affiliation": said["affiliation"] if number != 1 else "",
            "picture": picture(4, 1200, 1500) if number % 2 == 0 else None,
            "knows": said["topics"] if number != 3 else [],
            "speaks": [said["names"][1], "English"],
            "for_media": number == 0,
            "email": "a-rather-long-name.of-somebody@institute-for-the-study.example" if number != 1 else "",
            "telephone": "+92 51 1234567" if number != 2 else "",
            "card": f"/people/{number}/contact.vcf",
        }
        for number, name in enumerate(said["names"][:many])
    ]
    return {
        "frame": frame(language, "/experts/topics/0/", title),
        "finder": {"title": title, "address": "/experts/", "whole": False, "introduction_html": ""},
        "ways": [
            {"kind": "topics", "title": said["headings"][0], "entries": topics},
            {"kind": "languages", "title": said["headings"][1], "entries": [{**topics[1], "address": "/experts/ur/"}]},
        ],
        "others": {
            "title": said["kicker"],
            "ways": [{"kind": "topics", "title": said["headings"][0], "entries": topics}],
        }
        if many
        else None,
        "experts": experts,
    }


def amounts(said: dict[str, Any]) -> list[dict[str, Any]]:
    """Who pays how much for what; one is not told."""
    told = [("https://ror.org/05gq02987", "G-2025/17", "EUR\N{NO-BREAK SPACE}120,000"), ("", "", said["kicker"])]
    return [
        {
            **{"funder": said["names"][at], "address": address, "number": number, "amount": amount, "year": "2026"},
            "project": {"title": said["titles"][at], "address": f"/projects/{at}/"},
        }
        for at, (address, number, amount) in enumerate(told)
    ]


def project(language: str, *, full: bool = True) -> dict[str, Any]:
    """A project, with all that one can hold or with its title alone."""
    said = WORDS[language]
    people = [
        {
            **{"name": name, "address": f"/people/{at}/" if at else "", "role": said["roles"]["editor"] if at else ""},
            "picture": picture(4, 1200, 1500) if at == 1 else None,
        }
        for at, name in enumerate(said["names"])
    ]
    value = {
        **{"title": said["titles"][0], "standfirst": said["standfirst"] if full else "", "language": language},
        **{"dir": direction(language), "stage": said["kicker"], "period": "2025 – 2027" if full else ""},
        "people": people if full else [],
        "lead": {**picture(2, 1600, 900), "caption_html": said["kicker"], "credit": said["names"][0]} if full else None,
        "body_html": body(language) if full else "",
        "outputs": [{"title": title, "address": "/articles/a/"} for title in said["titles"]] if full else [],
        "statement": said["paragraphs"][0] if full else "",
        "fundings": amounts(said) if full else [],
        "topics": [{"title": title, "address": "/topics/x/"} for title in said["topics"]] if full else [],
    }
    told = {"statement": said["standfirst"], "project": {"title": said["titles"][0], "address": "/projects/a/"}}
    own = frame(language, "/projects/a/", said["titles"][0], acknowledged=[told] if full else [])
    return {"frame": own, "project": value}


def projects(language: str, *, many: int = 2) -> dict[str, Any]:
    """A section of projects, or an empty one."""
    said = WORDS[language]
    shown = [{**card(language, number), "published": None, "topics": []} for number in range(many)]
    parts = [{"name": "running", "title": said["articles"], "projects": shown}] if shown else []
    section = {"title": said["about"], "introduction_html": f"<p>{said['standfirst']}</p>"}
    return {
        "frame": frame(language, "/projects/", said["about"]),
        "section": {**section, "funding": "/projects/funding/" if shown else ""},
        "parts": parts,
    }


def funding(language: str) -> dict[str, Any]:
    """Accounts of two years."""
    said = WORDS[language]
    years = [
        {"year": year, "entries": amounts(said), "sums": ["EUR 120,000", "PKR 9,000,000"], "undisclosed": 1}
        for year in ("2026", "2025")
    ]
    shown = {"title": said["about"], "introduction_html": f"<p>{said['standfirst']}</p>"}
    return {"frame": frame(language, "/projects/funding/", said["about"]), "funding": shown, "years": years}


def release(language: str, *, full: bool = True) -> dict[str, Any]:
    """A press release under embargo, with all that one can hold, or with its title alone."""
    said = WORDS[language]
    asked = {"name": said["names"][0], "email": "press@institute-for-the-study.example", "telephone": "+92 51 1234567"}
    value = {
        **{"title": said["titles"][0], "standfirst": said["standfirst"] if full else "", "language": language},
        **{"dir": direction(language), "place": said["affiliation"] if full else "", "published": PUBLISHED},
        **{"updated": UPDATED if full else None, "corrected": None, "retraction": None, "amendments": []},
        "body_html": body(language) if full else "",
        "contact": asked if full else None,
        "about": {"name": said["names"][1], "html": f"<p>{said['paragraphs'][0]}</p>" if full else ""},
        "topics": [{"title": title, "address": "/topics/x/"} for title in said["topics"]] if full else [],
    }
    own = frame(language, "/press/a/", said["titles"][0], notice=said["standfirst"] if full else "")
    return {"frame": own, "release": value}


def show(language: str, *, many: int = 2) -> dict[str, Any]:
    """A show with its podcast, or one without anything to be heard."""
    said = WORDS[language]
    return {
        "frame": frame(language, "/talks/", said["about"]),
        "show": {
            "title": said["about"],
            "introduction_html": f"<p>{said['standfirst']}</p>" if many else "",
            "podcast": "/talks/podcast.xml" if many else "",
        },
        "episodes": [card(language, number, with_picture=False) for number in range(many)],
        "older": None,
        "newer": None,
    }


def episode(language: str, *, full: bool = True) -> dict[str, Any]:
    """An episode, with all that one can hold, or with its title alone."""
    said = WORDS[language]
    people = [
        {"name": name, "address": f"/people/{at}/" if at else "", "part": said["roles"]["editor"]}
        for at, name in enumerate(said["names"])
    ]
    value = {
        **{"title": said["titles"][0], "standfirst": said["standfirst"] if full else "", "language": language},
        **{"dir": direction(language), "kicker": said["kicker"], "published": PUBLISHED},
        **{"updated": UPDATED if full else None, "retraction": None, "amendments": []},
        "player_html": players_of(language) if full else "",
        "body_html": body(language) if full else "",
        "people": people if full else [],
        "show": {"title": said["about"], "address": "/talks/"} if full else None,
    }
    return {"frame": frame(language, "/talks/a/", said["titles"][0]), "episode": value}


def press_room(language: str, *, many: int = 2) -> dict[str, Any]:
    """A press room, or an empty one."""
    said = WORDS[language]
    asked = {"name": said["names"][0], "email": "press@institute.example", "telephone": ""}
    return {
        "frame": frame(language, "/press/", said["about"]),
        "room": {"title": said["about"], "introduction_html": f"<p>{said['standfirst']}</p>", "contact": asked},
        "releases": [card(language, number, with_picture=False) for number in range(many)],
        "older": None,
        "newer": None,
    }


def notice(language: str) -> dict[str, Any]:
    return {"frame": frame(language, "", "404", canonical="", robots="noindex", breadcrumbs=[], linked_data=[])}


def nearby_links(language: str) -> str:
    """What the reader offers where there is no page: others in the language of the address."""
    titles = WORDS[language]["titles"]
    return "".join(f'<li><a href="/articles/{at}/"><bdi>{title}</bdi></a></li>\n' for at, title in enumerate(titles))


def happening(language: str, number: int = 0, **more: Any) -> dict[str, Any]:
    """An event in a list."""
    said = WORDS[language]
    return {
        **{"title": said["titles"][number % len(said["titles"])], "address": f"/events/{number}/"},
        **{"standfirst": said["standfirst"], "language": language, "dir": direction(language), "picture": None},
        **{"kind": said["type"], "state": said["kicker"] if number == 1 else "", "cancelled": number == 1},
        **{"over": False, "where": said["affiliation"], "days": month_in_words(2026, 12, language), "day": "3"},
        **{"hours": "15:00–17:30", "zone": f"{said['names'][0]} (UTC+5)", "month": month_in_words(2026, 12, language)},
        **{"starts": "2026-12-03T15:00:00+05:00", "ends": "2026-12-03T17:30:00+05:00", **more},
    }


def event(language: str, *, full: bool = True) -> dict[str, Any]:
    """An event's own page, with everything it can have or as little as it can."""
    said = WORDS[language]
    person = {**author(language, 0), "part": said["roles"]["editor"]}
    part = {
        **{"hours": "15:00–16:00", "starts": "2026-12-03T15:00:00+05:00", "title": said["titles"][1]},
        **{"description": said["standfirst"], "person": {"name": said["names"][1], "address": "/people/1/"}},
    }
    days = [
        {"day": month_in_words(2026, month, language), "parts": [part, part | {"person": None}]} for month in (3, 4)
    ]
    rich = f"<p>{said['paragraphs'][0]}</p>" if full else ""
    link = {"kind": said["type"], "title": said["titles"][2], "address": "https://videos.example/", "elsewhere": True}
    links = [link | {"player_html": ""}, link | {"player_html": players_of(language)}]
    said_of = said["standfirst"] if full else ""
    value = happening(language) | {
        **{"formerly": PUBLISHED.date() if full else None, "status_note": said_of, "state": said["kicker"]},
        **{"place": said["affiliation"], "place_address": said_of, "online": full, "joining": said_of},
        "booking": {"address": "https://seats.example/", "free": True} if full else None,
        **{"access": said_of, "rule": said_of, "spoken": own_name(language), "lead": picture() if full else None},
        **{"speakers": [person, author(language, 1) | {"part": person["part"]}] if full else []},
        **{"programme": days if full else [], "body_html": body(language) if full else "", "summary_html": rich},
        **{"transcript_html": rich, "materials": links if full else [], "calendar": "/events/0/event.ics"},
        "topics": [{"title": title, "address": f"/topics/{n}/"} for n, title in enumerate(said["topics"])],
    }
    return {"frame": frame(language, "/events/0/", said["titles"][0]), "event": value}


def events(language: str, *, many: int = 3) -> dict[str, Any]:
    said = WORDS[language]
    section = {"title": said["topics"][0], "introduction_html": f"<p>{said['standfirst']}</p>", "newest": True}
    kinds = [
        {"title": title, "address": f"/events/{at}/", "current": at == 0} for at, title in enumerate(said["titles"])
    ]
    return {
        "frame": frame(
            language, "/events/", said["topics"][0], breadcrumbs=[], sidebar=[f"~articles-beside/{language}"]
        ),
        "section": section | {"calendar": "/events/calendar.ics"},
        "archive": f"~articles-by-year/{language}",
        "kinds": kinds,
        "coming": [happening(language, number) for number in range(many)],
        "past": [happening(language, number + 3) for number in range(many)],
        "older": {"address": "/events/page/1/", "number": 1} if many else None,
        "newer": None,
    }


def coming(language: str) -> dict[str, Any]:
    told = [happening(language, number) for number in range(3)]
    return {"events": told, "more": {"title": WORDS[language]["topics"][0], "address": "/events/"}}


def events_beside(language: str) -> dict[str, Any]:
    return {"events": coming(language)["events"]}


def event_with_albums(language: str) -> dict[str, Any]:
    """An event to which albums belong."""
    context = event(language, full=False)
    groups = [{"heading": WORDS[language]["topics"][1], "name": "gallery", "cards": albums(language)["albums"]}]
    return context | {"frame": context["frame"] | {"belonging": groups}}


def albums(language: str, *, many: int = 4) -> dict[str, Any]:
    """A gallery's list."""
    said = WORDS[language]
    told = [
        card(language, 2 * number) | {"address": f"/gallery/{number}/", "published": None} for number in range(many)
    ]
    return {
        "frame": frame(language, "/gallery/", said["topics"][0], breadcrumbs=[]),
        "gallery": {"title": said["topics"][0], "introduction_html": f"<p>{said['standfirst']}</p>"},
        "albums": told,
        "archive": f"~articles-by-year/{language}",
        "older": {"address": "/gallery/page/1/", "number": 1} if many else None,
        "newer": None,
    }


def album(language: str, *, full: bool = True) -> dict[str, Any]:
    """An album's own page: pictures of every shape, with all that is said of them or with nothing."""
    said = WORDS[language]
    people = [contributor(language, number) for number in range(5)]
    value = {
        **{"title": said["titles"][0], "language": language, "dir": direction(language), "address": "/gallery/0/"},
        **{"introduction_html": f"<p>{said['standfirst']}</p>" if full else "", "iso": "2026-11-03" if full else ""},
        **{"day": in_words(date(2026, 11, 3), language) if full else "", "place": said["affiliation"] if full else ""},
        **{"occasion": {"title": said["titles"][1], "address": "/events/0/"} if full else None},
        **{"people": people if full else [], "pictures": [_in_album(number, full) for number in range(1, 8)]},
    }
    return {"frame": frame(language, "/gallery/0/", said["titles"][0]), "album": value}


def _in_album(number: int, full: bool) -> dict[str, Any]:
    shown = picture(number, 1200, 1500) if number == 4 else picture(number)
    nothing = {} if full else {"caption_html": "", "credit": "", "licence": None}
    place = {"address": f"/gallery/0/{number}/", "number": number, "named": f"{shown['alt']}, {number}"}
    return {**shown, **place, **nothing}


def album_picture(language: str) -> dict[str, Any]:
    """One picture of an album at large, an upright one."""
    context = album(language)
    ways = {"title": "3 / 7", "place": "3 / 7", "previous": "/gallery/0/3/", "next": "/gallery/0/5/"}
    return context | {"picture": {**_in_album(4, True), **ways}}


def letter(language: str, **more: Any) -> dict[str, Any]:
    """The form of a contact page."""
    said = WORDS[language]
    subjects = [{"number": str(number), "label": label} for number, label in enumerate(said["topics"])]
    fields = ("name", "email", "subject", "text", "agreed")
    return {
        **{"title": said["about"], "address": "/contact/", "language": language, "dir": direction(language)},
        **{"action": "/-/contact/1/", "subjects": subjects, "consent": said["standfirst"], "keep_days": 365},
        "privacy": {"title": said["titles"][1], "address": "/privacy/"},
        "most": {"name": 120, "email": 254, "text": 10000},
        "said": dict.fromkeys(fields, "") | {"agreed": False},
        "faults": dict.fromkeys(fields, ""),
        **{"wrong": False, "notice": "", "token": "", **more},
    }


def contact(language: str, *, full: bool = True) -> dict[str, Any]:
    said = WORDS[language]
    place = {
        **{"name": said["affiliation"], "lines": [said["titles"][0], LONG_WORD], "telephone": "+92 51 111 222 333"},
        **{"dialled": "+9251111222333", "email": f"{LONG_WORD}@institute.example", "hours": said["titles"][:2]},
        "map_link": "https://maps.example/",
    }
    bare = place | {"lines": [], "email": "", "hours": [], "map_link": ""}
    introduction = f"<p>{said['standfirst']}</p>" if full else ""
    return {
        "frame": frame(language, "/contact/", said["about"], breadcrumbs=[]),
        "contact": {"title": said["about"], "introduction_html": introduction},
        "places": [place, bare] if full else [bare],
        "form": letter(language) if full else None,
    }


def contact_again(language: str) -> dict[str, Any]:
    """What is shown again, because all of it is wrong."""
    said = WORDS[language]
    wrong = dict.fromkeys(("name", "email", "subject", "text", "agreed"), said["titles"][2])
    told = {"name": LONG_WORD, "email": LONG_WORD, "subject": "1", "text": said["paragraphs"][0], "agreed": True}
    return {"form": letter(language, said=told, faults=wrong, wrong=True, token="a1:b2")}


def contact_sent(language: str) -> dict[str, Any]:
    said = WORDS[language]
    return {
        "frame": frame(language, "/contact/sent/", said["about"], robots="noindex"),
        "title": said["titles"][0],
    }


def navigation(language: str) -> dict[str, Any]:
    said = WORDS[language]
    labels = [said["articles"], *said["topics"], said["board"], said["about"]]
    entries = [
        {"label": label, "address": f"/{n}/", "external": False, "current": n == 0} for n, label in enumerate(labels)
    ]
    elsewhere = {
        "label": "Elsewhere",
        "address": "https://elsewhere.example/",
        "external": True,
        "current": False,
    }
    return {"entries": [*entries, elsewhere]}


def footer(language: str) -> dict[str, Any]:
    said = WORDS[language]
    site = {
        **said["site"],
        "home": home_of(language),
        "address": said["address"],
        "about_html": f"<p>{said['standfirst']}</p>",
        "email": "office@institute.example",
        "telephone": "+92 51 000 0000",
        "founded": 2011,
    }
    return {
        "corrections": f"{home_of(language)}corrections/",
        "legal": [{"title": title, "address": f"/legal/{at}/"} for at, title in enumerate(said["headings"][:2])],
        "site": site,
        "social": [{"label": "Mastodon", "url": "https://social.example/@institute"}],
        "year": 2026,
        "entries": navigation(language)["entries"][:3],
        "feeds": [{"title": "Atom", "address": "/feed.atom"}],
    }


def recent(language: str) -> dict[str, Any]:
    return {"articles": [card(language, number) for number in range(5)]}


def piece(language: str, number: int = 0) -> dict[str, Any]:
    """A piece of media coverage in a list."""
    said = WORDS[language]
    title = f"{said['names'][number]}: {said['site']['name']}, {month_in_words(2026, 12, language)}"
    bare = card(language, number, with_picture=False) | {"title": title, "kicker": said["type"], "byline": ""}
    return bare | {"address": f"/in-the-media/{number}/", "published": None}


def coverage(language: str, *, full: bool = True) -> dict[str, Any]:
    """A piece's own page, with everything it can have or as little as it can."""
    said = WORDS[language]
    person = {"name": said["names"][0], "address": "/people/0/", "part": said["roles"]["author"]}
    outlet = {"name": said["site"]["name"], "address": "/outlets/0/"}
    value = {
        **{"title": piece(language)["title"], "form": said["type"], "language": language, "dir": direction(language)},
        **{"summary": said["standfirst"] if full else "", "headline": said["titles"][1] if full else ""},
        **{"outlet": outlet, "programme": said["topics"][0] if full else "", "iso": "2026-12-03"},
        **{"date": in_words(date(2026, 12, 3), language), "captioned": full},
        "people": [person, person | {"name": said["names"][1], "address": None}] if full else [],
        "spoken": {"code": "fa", "name": tongues.named("fa", language), "dir": "rtl"},
        **{"link": "https://news.example/" if full else "", "way": said["titles"][2]},
        **{"archived": "https://copies.example/" if full else "", "player_html": players_of(language) if full else ""},
        "topics": [{"title": title, "address": f"/topics/{n}/"} for n, title in enumerate(said["topics"])],
    }
    return {"frame": frame(language, "/in-the-media/0/", value["title"]), "coverage": value}


def media(language: str) -> dict[str, Any]:
    said = WORDS[language]
    return {
        "frame": frame(language, "/in-the-media/", said["topics"][0], breadcrumbs=[]),
        "section": {"title": said["topics"][0], "introduction_html": f"<p>{said['standfirst']}</p>"},
        "articles": [piece(language, number) for number in range(3)],
        "fragments": [f"~articles-by-year/{language}", f"~outlets/{language}"],
        "feeds": [{"title": "Atom", "address": "/in-the-media/feed.atom"}],
        "older": {"address": "/in-the-media/page/1/", "number": 1},
        "newer": None,
    }


def outlet(language: str) -> dict[str, Any]:
    return media(language) | {
        "outlet": {"name": WORDS[language]["site"]["name"], "link": "https://news.example/"},
        "frame": frame(language, "/outlets/0/", WORDS[language]["site"]["name"]),
    }


def recent_coverage(language: str) -> dict[str, Any]:
    told = [piece(language, number) for number in range(3)]
    return {"articles": told, "more": {"title": WORDS[language]["topics"][0], "address": "/in-the-media/"}}


def outlets(language: str) -> dict[str, Any]:
    return {"outlets": [{"name": name, "address": "/outlets/0/"} for name in WORDS[language]["topics"]]}


def document(language: str, *, full: bool = True) -> dict[str, Any]:
    said = WORDS[language]
    file = {"address": "/ports/ports.pdf", "day": PUBLISHED.date(), "note": "", "kind": "PDF", "size": "1.2 MB"}
    noted = file | {"note": f"{said['standfirst']} {LONG_WORD}", "kind": "XLSX"}
    value = {
        **{"title": said["titles"][0], "standfirst": said["standfirst"] if full else ""},
        **{"body_html": body(language) if full else "", "newest": [noted] if full else [file]},
        "former": [file, noted] if full else [],
    }
    return {"frame": frame(language, "/ports/", said["titles"][0]), "document": value}

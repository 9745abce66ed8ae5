"""A publication in the words of schema.org, and as catalogues of scholarship ask for it."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.conf import settings

from communique.content.described import Described, Work
from communique.content.frames import absolute
from communique.content.papers.naming import file_address
from communique.content.questions.papers import Version
from communique.syndication import schema_org
from communique.syndication.schema_org import Node
from communique.syndication.schema_org.nodes import organisation
from communique.text import doi, isbn, jel

from .own import NOTHING, Own

Cited = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Publication(Work):
    """An article with what it has by its form; `ours` says that the organisation itself speaks if nobody is named."""

    own: Own = NOTHING
    ours: bool = False
    pdf: Version | None = None


def described(page: Described, told: Publication) -> Node:
    """An article as its page shows it. What schema.org has a word for only in books makes it a book, too."""
    node, own = schema_org.works.work(page, told), told.own
    bound = {"isbn": isbn.signs(own.isbn), "bookEdition": own.edition, "numberOfPages": own.page_count}
    registered = {"@type": "PropertyValue", "propertyID": "DOI", "value": own.doi, "url": doi.address(own.doi)}
    if any(bound.values()):
        node["@type"] = [told.kind, "Book"]
    if told.ours and not told.people:
        node["author"] = organisation()
    return node | {
        **bound,
        "reportNumber": own.number if told.kind == "Report" else "",
        "identifier": [
            *([registered] if own.doi else []),
            *([own.number] if own.number and told.kind != "Report" else []),
        ],
        "sameAs": doi.address(own.doi) if own.doi else "",
        "abstract": own.abstract if page.quoted else "",
        "keywords": [*own.keywords, *(_filed_under(code) for code in own.jel)],
        "locationCreated": {"@type": "Place", "name": own.issued_at} if own.issued_at else None,
        "encoding": _encoding(told.pdf, page) if told.pdf else None,
    }


def pdf_address(page: str) -> str:
    """Where a publication is to be had as a PDF: below its page, where Google Scholar wants it."""
    return file_address(page, "pdf")


def _encoding(pdf: Version, page: Described) -> Node:
    return {
        "@type": "MediaObject",
        "contentUrl": absolute(pdf_address(page.address)),
        "encodingFormat": pdf.media.media_type,
        "contentSize": str(pdf.size),
        "uploadDate": f"{pdf.day}",
        "inLanguage": page.language,
    }


def _filed_under(code: str) -> Node:
    return {"@type": "DefinedTerm", "name": f"JEL {code}", "termCode": code, "inDefinedTermSet": jel.GUIDE}


def cited(told: Publication, address: str, language: str, organisation_name: str) -> Cited:
    """The `meta` elements by which Google Scholar and reference managers know how to cite it, in their order.

    Their names are Highwire's (scholar.google.com/intl/en/scholar/inclusion.html). A work without author or date can't
    be cited by them; one that was published elsewhere is cited from there; one taken back isn't to be cited.
    """
    authors = [one.name for role, one in told.people if role == "author"]
    if not authors or told.published is None or told.origin is not None or told.retraction is not None:
        return ()
    own, day = told.own, told.published.astimezone(ZoneInfo(settings.TIME_ZONE))
    tags = [
        ("title", told.title),
        *(("author", name) for name in authors),
        ("publication_date", f"{day:%Y/%m/%d}"),
        ("language", language),
        ("publisher", organisation_name),
        ("technical_report_institution", organisation_name if own.number else ""),
        ("technical_report_number", own.number),
        ("isbn", own.isbn),
        ("doi", own.doi),
        *(("keywords", word) for word in own.keywords),
        *(("keywords", f"JEL {code}") for code in own.jel),
        ("public_url", absolute(address)),
        ("pdf_url", absolute(pdf_address(address)) if told.pdf else ""),
    ]
    return tuple((f"citation_{name}", value) for name, value in tags if value)


def declare() -> None:
    """Say publications in the words of schema.org."""
    schema_org.entity(Publication, anchor="article")(described)

"""An article in a feed."""

from __future__ import annotations

from html import escape

from communique.content.bodies import figcaption, img
from communique.content.frames import absolute
from communique.content.questions import names
from communique.content.questions.amendments import history
from communique.press.questions import Ask
from communique.publishing.words import in_language
from communique.syndication.feeds import Attachment, Entry, Offer, readable_elsewhere

from . import forms, questions
from .cards import contributors
from .publication import pdf_address
from .questions import Face, Text


def entry(ask: Ask, page_id: int) -> Entry | None:
    """An article, whole, as feeds carry it."""
    face, text = ask(questions.face, page_id), ask(questions.text, page_id)
    if face is None or text is None:
        return None
    return Entry(
        text.guid or f"urn:uuid:{text.head.key}",
        face.title,
        absolute(face.address),
        face.language,
        face.published,
        history(ask, page_id, text.updated_elsewhere).updated,
        face.in_short,
        readable_elsewhere(f"{_lead(face, text)}{_findings(face)}{text.body.html}", absolute(face.address)),
        tuple(person["name"] for person in contributors(ask, face) if person["role"] == "author"),
        tuple(topic["title"] for topic in names.topics(ask, face.topics, face.language)),
        absolute(face.picture.main.address) if face.picture else "",
        (*(face.picture.media if face.picture else ()), *text.body.files),
        _pdf(ask, face, text),
    )


def _pdf(ask: Ask, face: Face, text: Text) -> tuple[Attachment, ...]:
    """The publication as a PDF, if its form has one."""
    form = forms.FORMS.get(ask(questions.form_of, text.type_id)) if text.pdfs and text.type_id is not None else None
    if form is None or not form.has_pdf:
        return ()
    newest = text.pdfs[0]
    return (Attachment(absolute(pdf_address(face.address)), newest.media.media_type, newest.size),)


def _findings(face: Face) -> str:
    if not face.findings:
        return ""
    say = in_language(face.language)
    title = escape(say("Key findings"), quote=False)
    points = "".join(f"<li>{escape(one, quote=False)}</li>" for one in face.findings)
    return f"<h2>{title}</h2><ul>{points}</ul>\n"


def _lead(face: Face, text: Text) -> str:
    if face.picture is None:
        return ""
    caption = figcaption(
        text.caption_html or face.picture.caption, text.credit or face.picture.credit, "", face.picture.licence
    )
    return f"<figure>{img(face.picture, face.alt or face.picture.alt)}{caption}</figure>\n"


OFFERS = (Offer(questions.KIND, entry), Offer(forms.APART, entry))
"""Feeds carry what counts as research and what doesn't, each as it comes."""

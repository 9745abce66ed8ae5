"""The form: what it shows, what was written in it, and what is wrong with that. Plain values, no request."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from communique.content.frames import Context
from communique.publishing.words import Say
from communique.text import invisible
from communique.text.scripts import direction

from .questions import Contact

NAME, EMAIL, LETTER = 120, 254, 10_000
"""The most signs that each may have."""

TRAP = "website"
"""A field that people don't see; what fills it in is a program."""

# What a mail program would take for an address; whether there is such a box, only a mail can tell.
_ADDRESS = re.compile(r"[^\s@<>,;:\"()\[\]\\]+@[^\s@<>,;:\"()\[\]\\.]+(?:\.[^\s@<>,;:\"()\[\]\\.]+)+")
_TOO_MANY_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True)
class Written:
    """What somebody wrote in the form."""

    name: str = ""
    email: str = ""
    subject: str = ""
    text: str = ""
    agreed: bool = False
    trap: str = ""
    token: str = ""


def written(fields: Mapping[str, str]) -> Written:
    """What was sent, without the signs that can't be seen."""
    text = fields.get("text", "").replace("\r\n", "\n").replace("\r", "\n")
    lines = "\n".join(invisible.without(line) for line in text.split("\n"))
    return Written(
        invisible.without(fields.get("name", "")),
        _in_latin(invisible.without(fields.get("email", ""))),
        fields.get("subject", "").strip(),
        _TOO_MANY_LINES.sub("\n\n", lines).strip(),
        bool(fields.get("agreed")),
        fields.get(TRAP, "").strip(),
        fields.get("token", ""),
    )


def faults(say: Say, told: Written, subjects: Sequence[int], consent: str) -> dict[str, str]:
    """What has to be put right, by field, and what would do."""
    found = {}
    if not told.name:
        found["name"] = say("Write your name, so that we know whom to answer.")
    elif len(told.name) > NAME:
        found["name"] = say("This name is too long: {most} characters are the most.", most=NAME)
    if not is_address(told.email):
        found["email"] = say("Write your e-mail address in full, like name@example.org.")
    if len(subjects) > 1 and told.subject not in {str(number) for number in subjects}:
        found["subject"] = say("Choose what your letter is about.")
    if not told.text:
        found["text"] = say("Write what you want to tell us.")
    elif len(told.text) > LETTER:
        found["text"] = say("This letter is too long: {most} characters are the most.", most=LETTER)
    if consent and not told.agreed:
        found["agreed"] = say("Tick the box if you agree; without it we may not take your letter.")
    return found


def _in_latin(email: str) -> str:
    """An address as mail servers write it: the name of a host in another script becomes its Latin form."""
    box, at, host = email.rpartition("@")
    try:
        return f"{box}{at}{host.encode('idna').decode('ascii')}" if host else email
    except UnicodeError:
        return email


def is_address(email: str) -> bool:
    """Whether a mail can be sent there: one address and nothing else."""
    return len(email) <= EMAIL and email.isascii() and _ADDRESS.fullmatch(email) is not None


def context(
    page: Contact,
    told: Written | None = None,
    *,
    faults: Mapping[str, str] | None = None,
    notice: str = "",
    token: str = "",
) -> Context:
    """What the form's template shows: empty as it is printed, or with what was written so far."""
    assert page.form is not None
    told, language = told or Written(), page.head.language
    return {
        "title": page.head.title,
        "address": page.head.address,
        "language": language,
        "dir": direction(language),
        "action": f"/-/contact/{page.head.page_id}/",
        "subjects": [{"number": str(number), "label": label} for number, label in page.form.subjects],
        "consent": page.form.consent,
        "keep_days": page.form.keep_days,
        "privacy": {"title": page.form.privacy.title, "address": page.form.privacy.address},
        "most": {"name": NAME, "email": EMAIL, "text": LETTER},
        "said": {
            "name": told.name,
            "email": told.email,
            "subject": told.subject,
            "text": told.text,
            "agreed": told.agreed,
        },
        "faults": dict.fromkeys(FIELDS, "") | dict(faults or {}),
        "wrong": bool(faults),
        "notice": notice,
        "token": token,
    }


FIELDS = ("name", "email", "subject", "text", "agreed")


def sent_address(address: str) -> str:
    """Where somebody finds that their letter has arrived."""
    return f"{address}sent/"

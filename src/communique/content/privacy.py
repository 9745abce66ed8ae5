"""What a privacy page says by itself: compiled from what is switched on, each part by whoever does it.

A part of the site that keeps or sends something about readers offers its passage; one that says None has nothing to say
just now. So the page changes when the site does, and nobody has to remember.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from communique.press.questions import Ask
from communique.publishing.words import Say

from .questions.site import site


@dataclass(frozen=True)
class Passage:
    """A heading and the words below it."""

    title: str
    text: str


Compile = Callable[[Say, Ask, str], Passage | None]
"""(says words in the page's language, asks, the language) → what is to be told, if there is something."""

_offered: dict[str, tuple[int, Compile]] = {}


def offer(compile_: Compile, *, weight: int) -> None:
    """Let privacy pages say this; lighter passages come first. Offering one again (by name) replaces it."""
    _offered[f"{compile_.__module__}.{compile_.__qualname__}"] = (weight, compile_)


def passages(say: Say, ask: Ask, language: str) -> list[Passage]:
    """All that is to be told now, in order."""
    ordered = sorted(_offered.items(), key=lambda one: (one[1][0], one[0]))
    found = (compile_(say, ask, language) for _, (_, compile_) in ordered)
    return [passage for passage in found if passage is not None]


def reading(say: Say, ask: Ask, language: str) -> Passage:
    """Reading asks for nothing."""
    return Passage(
        say("Reading"),
        say(
            "To read these pages you need no account, and no cookie is set. Nothing on them is fetched from another site: no typefaces, no counters, no pictures."  # noqa: E501  # one message, so that it can be gathered
        ),
    )


def recordings(say: Say, ask: Ask, language: str) -> Passage:
    """What others learn, and when."""
    return Passage(
        say("Recordings kept by others"),
        say(
            "A recording that others keep, say a video, is shown as a link. Only if you choose to play it here does your browser ask them for it; then they learn your network address and which site you read, and may keep cookies on your device. The page says whose it is."  # noqa: E501  # as above
        ),
    )


def settings_kept(say: Say, ask: Ask, language: str) -> Passage:
    """The size, spacing and colours that a reader chose."""
    return Passage(
        say("Reading settings"),
        say(
            "If you choose a size, spacing or colours for the text, your browser keeps the choice on your device. It is never sent to us."  # noqa: E501  # as above
        ),
    )


def asked_in_vain(say: Say, ask: Ask, language: str) -> Passage:
    """What is counted where there is no page."""
    return Passage(
        say("Addresses without a page"),
        say(
            "If you ask for an address where there is nothing, we count that address, so that we can mend links. We don’t keep who asked, nor what follows a question mark, and forget the address after ninety days."  # noqa: E501  # as above
        ),
    )


def writing_to_us(say: Say, ask: Ask, language: str) -> Passage | None:
    """Letters, where an address for them is given."""
    if not ask(site, language).email:
        return None
    return Passage(
        say("Writing to us"),
        say(
            "If you write to us, we keep your letter as long as we need it to answer. Ask us to delete it, and we will."
        ),
    )


def signing_in(say: Say, ask: Ask, language: str) -> Passage:
    """Staff sign in, with cookies."""
    return Passage(
        say("Signing in"),
        say(
            "Those who work on this site sign in. Only then are cookies set: one that says who is signed in, and one that protects forms. Repeated attempts to sign in are counted by network address for a short while, to stop guessing."  # noqa: E501  # as above
        ),
    )


def declare() -> None:
    """What every site does."""
    for weight, compile_ in enumerate((reading, recordings, settings_kept, asked_in_vain, writing_to_us, signing_in)):
        offer(compile_, weight=10 * (weight + 1))

"""Recordings that others keep, in print: a place that asks nothing of their hosts before a reader does.

What is printed is a link and a few words, whole without a script. A script adds a button that puts the player there.
The policy of a page allows the hosts of its own players and no other.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from communique.press.headers import policy
from communique.publishing.words import Say
from communique.text import players
from communique.text.players import Player


def printed(player: Player, address: str, title: str, say: Say, transcript_html: str = "") -> str:
    """The place of a recording: what it is, who keeps it, what they learn, and what is said in it."""
    named = title or say("Recording on {provider}", provider=player.provider)
    told = say(
        "{provider} keeps this recording. Nothing is asked of it before you play it here; then it learns your network address and which site you read, and may keep cookies on your device.",  # noqa: E501  # one message, so that it can be gathered
        provider=player.provider,
    )
    marks = {"data-player": player.frame, "data-player-title": named, "data-player-play": say("Play it here")}
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in marks.items())
    link = f'<a class="player__link" href="{escape(address)}" rel="external">{escape(named, quote=False)}</a>'
    # Our own words run as the page does, whatever they begin with.
    direction = ' dir="auto"' if title else ""
    return (
        f'<figure class="player player--{player.kind}"{attributes}>'
        f'<p class="player__title"{direction}>{link}</p>'
        f'<p class="player__told">{escape(told, quote=False)}</p>'
        f"{transcript(transcript_html, say)}</figure>"
    )


def transcript(html: str, say: Say) -> str:
    """What is said in a recording, folded; nothing where nobody wrote it down."""
    if not html:
        return ""
    named = escape(say("Transcript"), quote=False)
    return f'<details class="details player__transcript"><summary>{named}</summary>{html}</details>'


def of_address(address: str, title: str, say: Say, language: str) -> tuple[str, tuple[str, ...]]:
    """The place of a recording at an address, and the host that it is played from; nothing where we know no player."""
    player = players.player(address, language)
    return (printed(player, address, title, say), (player.origin,)) if player else ("", ())


def headers(hosts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """What a page is printed with so that its players, from these hosts, may be put there; nothing for none."""
    several = tuple(dict.fromkeys(hosts))
    return (("Content-Security-Policy", policy(several)),) if several else ()

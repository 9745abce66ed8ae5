"""A recording of ours in print: the browser's own player, which fetches nothing before it is pressed."""

from __future__ import annotations

from html import escape

from communique.content import players, sizes
from communique.content.questions.recordings import Recorded, Track
from communique.publishing.words import Say
from communique.text.scripts import direction, own_name


def printed(recorded: Recorded, say: Say, language: str) -> str:
    """The player with its captions, how long and large the file is, a way to save it, and what is said in it.

    `language` is that of the page.
    """
    player, named = ("audio", "sound") if recorded.sort == "sound" else ("video", "film")
    tracks = "".join(_track(one, say) for one in recorded.tracks)
    plays = (
        f'<{player} class="player__own" controls preload="none" src="{escape(recorded.file.address)}"'
        f' aria-label="{escape(recorded.title)}">{tracks}</{player}>'
    )
    told = [lasts(say, recorded.seconds), sizes.in_words(say, recorded.size, language), recorded.kind.upper()]
    said = " · ".join(f"<bdi>{escape(one, quote=False)}</bdi>" for one in (*told, recorded.credit) if one)
    keep = escape(say("Save the recording"), quote=False)
    save = f'<a class="player__save" href="{escape(recorded.file.address)}" download>{keep}</a>'
    transcript = players.transcript(_in_its_language(recorded, language), say)
    return (
        f'<figure class="player player--{named}"><p class="player__title" dir="auto">'
        f"{escape(recorded.title, quote=False)}</p>{plays}"
        f'<p class="player__told">{said} {save}</p>{transcript}</figure>'
    )


def lasts(say: Say, seconds: int) -> str:
    """How long a recording lasts, as people say it: 45 s, 58 min, 1 h 5 min."""
    minutes = round(seconds / 60)
    if seconds < 60:
        return say("{number} s", number=seconds)
    if minutes < 60:
        return say("{number} min", number=minutes)
    return say("{hours} h {minutes} min", hours=minutes // 60, minutes=minutes % 60)


def _track(track: Track, say: Say) -> str:
    # None is the default one: it would be fetched at once. Browsers show them to those who want them always.
    named = own_name(track.language)
    label = say("{name}, described", name=named) if track.kind == "descriptions" else named
    return (
        f'<track kind="{track.kind}" srclang="{escape(track.language)}" label="{escape(label)}"'
        f' src="{escape(track.file.address)}">'
    )


def _in_its_language(recorded: Recorded, language: str) -> str:
    if not recorded.transcript_html or recorded.language == language:
        return recorded.transcript_html
    spoken = recorded.language
    return f'<div lang="{escape(spoken)}" dir="{direction(spoken)}">{recorded.transcript_html}</div>'

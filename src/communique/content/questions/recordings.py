"""Recordings of ours as print shows them: where their files are, how long they last, what runs along with them."""

from __future__ import annotations

from dataclasses import dataclass

from communique.content import richtext
from communique.content.recordings import captions
from communique.content.recordings.kinds import KINDS, Sort
from communique.press.questions import Reading, question
from communique.press.sheets import Media
from communique.publishing.addresses import address_of


@dataclass(frozen=True)
class Track:
    """Captions, subtitles or descriptions in a language."""

    kind: str
    language: str
    file: Media


@dataclass(frozen=True)
class Recorded:
    """A recording of ours; what is "" isn't told."""

    title: str
    sort: Sort
    kind: str
    file: Media
    language: str
    seconds: int
    size: int
    transcript_html: str
    credit: str
    tracks: tuple[Track, ...]

    @property
    def media(self) -> tuple[Media, ...]:
        """Its files as a sheet refers to them."""
        return (self.file, *(track.file for track in self.tracks))


@question
def recorded(read: Reading, recording_id: int) -> Recorded | None:
    """A recording of ours; None for one that is no more."""
    row = read.row("content_recording", recording_id)
    if row is None or row.kind not in KINDS:
        return None
    tracks = read.rows("content_recordingtrack", recording_id=recording_id, order=("sort_order", "id"))
    return Recorded(
        row.title,
        KINDS[row.kind].sort,
        row.kind,
        _file(row.file, KINDS[row.kind].media_type),
        row.language,
        row.seconds,
        row.size,
        richtext.printed(row.transcript, lambda page_id: address_of.reads(read, page_id)),
        row.credit,
        tuple(Track(one.kind, one.language, _file(one.file, captions.MEDIA_TYPE)) for one in tracks),
    )


def _file(path: str, media_type: str) -> Media:
    return Media(f"/media/{path}", path, media_type)

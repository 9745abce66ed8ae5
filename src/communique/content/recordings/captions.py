"""Captions (WebVTT): looked at before they are taken, so that no line of them stays unseen."""

from __future__ import annotations

import re
from typing import IO

from communique.text.sentences import sentence

from .kinds import Refused

LARGEST = 2 << 20  # bytes
MEDIA_TYPE = "text/vtt; charset=utf-8"

_AT = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)([.,])(\d{3})"
_TIMES = re.compile(rf"{_AT}[ \t]+-->[ \t]+{_AT}(?:[ \t].*)?")
_SUBRIP = re.compile(r"\s*\d+\s*\n\d{1,2}:\d{2}:\d{2},\d{3} -->")


def check(file: IO[bytes], size: int) -> int:
    """How many captions there are. Raises Refused for what browsers wouldn't show, with the line and what would do."""
    if size > LARGEST:
        raise Refused(sentence("It is too large for captions: at most {most} MB can be taken.", most=LARGEST >> 20))
    file.seek(0)
    try:
        text = file.read().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise Refused(sentence("It isn’t written in UTF-8. Save it with that encoding, and send that.")) from error
    if _SUBRIP.match(text):
        raise Refused(sentence("These captions are SubRip (.srt). Save them as WebVTT (.vtt), and send that."))
    if not re.match(r"WEBVTT(?:[ \t\n]|$)", text):
        raise Refused(sentence("The file doesn’t begin with WEBVTT. Save the captions in that format (.vtt)."))
    return _counted(text.split("\n"))


def _counted(lines: list[str]) -> int:
    number, before = 0, 0.0
    for place, line in enumerate(lines, start=1):
        if "-->" not in line:
            continue
        found = _TIMES.fullmatch(line.strip())
        if found is None or "," in (found[4], found[9]):
            raise Refused(
                sentence(
                    "Line {line} isn’t how WebVTT tells times. Write them like this: 00:01:02.500 --> 00:01:05.000",
                    line=place,
                )
            )
        begins, ends = _seconds(*found.groups()[:5]), _seconds(*found.groups()[5:])
        if ends <= begins or begins < before:
            raise Refused(
                sentence(
                    "The caption in line {line} ends before it begins, or stands before an earlier one.", line=place
                )
            )
        number, before = number + 1, begins
    if not number:
        raise Refused(sentence("There are no captions in the file. Save it anew from the program you wrote them with."))
    return number


def _seconds(hours: str | None, minutes: str, seconds: str, _: str, thousandths: str) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + int(thousandths) / 1000

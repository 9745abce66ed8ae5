"""What the darkroom refuses, in sentences that say what would do."""

from __future__ import annotations

from communique.text.sentences import Refusal, sentence

MOST_PIXELS = 64_000_000
LARGEST = 40 << 20  # bytes


class Refused(Refusal):
    """A file that is not taken for a picture; `said` is a sentence for whoever sent it."""


def too_many_pixels(width: int, height: int) -> Refused:
    """A picture larger than any screen, or a bomb."""
    return Refused(
        sentence(
            "It has {width:,} × {height:,} pixels, {millions:,} million in all; at most {most} million can be taken. "
            "Make it smaller: 4,000 pixels on its longer side are plenty.",
            width=width,
            height=height,
            millions=round(width * height / 1e6),
            most=MOST_PIXELS // 1_000_000,
        )
    )


def too_large(size: int) -> Refused:
    """A file of too many bytes."""
    return Refused(
        sentence(
            "It is {size:,} MB large; at most {most} MB can be taken. Save it as JPEG or WebP, or make it smaller: "
            "4,000 pixels on its longer side are plenty.",
            size=round(size / (1 << 20)),
            most=LARGEST >> 20,
        )
    )


def cut_short() -> Refused:
    """A file that ends before its picture does."""
    return Refused(
        sentence(
            "It ends too early, or is damaged: it was probably cut off while it was copied. Open it to see whether it "
            "is whole, and send it again."
        )
    )


def moving() -> Refused:
    """Several pictures in one file, one after the other."""
    return Refused(
        sentence(
            "It moves, and readers could not stop it. Send one of its pictures as a still one; a film is better "
            "linked to."
        )
    )


def unreadable() -> Refused:
    """The right kind of file, with something in it that can't be opened."""
    return Refused(
        sentence("It can’t be opened as a picture. Save it as JPEG or PNG with another program, and send that.")
    )


def too_heavy() -> Refused:
    """Opening it took more memory or time than there is for one picture."""
    return Refused(
        sentence(
            "Opening it takes more memory or time than one picture may take. Make it smaller, 4,000 pixels on its "
            "longer side are plenty, or save it as plain JPEG or PNG, and send that."
        )
    )

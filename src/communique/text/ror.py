"""ROR iDs, which name research organisations: how one is written, and whether its check digits are right.

The rule is ROR's own (ror.readme.io/docs/ror-identifier-pattern): a zero, six signs of Crockford's base 32 in small
letters (without i, l, o, u), and two check digits by ISO/IEC 7064, MOD 97-10, over the number that the first seven
signs write in base 32.
"""

from __future__ import annotations

import re

RESOLVER = "https://ror.org/"

_SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"
_FORM = re.compile(rf"0[{_SIGNS}]{{6}}[0-9]{{2}}")
_MODULUS = 97


def as_stored(written: str) -> str:
    """Without the address before it: "https://ror.org/05gq02987" is "05gq02987"."""
    return written.strip().rstrip("/").rpartition("/")[2].lower()


def is_ror(stored: str) -> bool:
    """Whether it has the form of a ROR iD, and its last two digits agree with the other signs."""
    if not _FORM.fullmatch(stored):
        return False
    number = 0
    for sign in stored[:-2]:
        number = number * len(_SIGNS) + _SIGNS.index(sign)
    return (number * 100 + int(stored[-2:])) % _MODULUS == 1


def address(stored: str) -> str:
    """The address by which the organisation is known everywhere."""
    return RESOLVER + stored

"""What MDN's HTTP Observatory would say of an answer's headers, in points: its table, as far as it concerns us.

Every answer is taken to be sent by https, and nobody has asked browsers to preload the site.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_PRIVATE = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}
_SIX_MONTHS = 15_768_000
_BROAD = {"*", "http:", "https:", "data:", "ftp:", "blob:", "'unsafe-inline'"}
_FOR_A_BONUS = 90


def points(headers: Iterable[tuple[str, str]]) -> int:
    """The sum: from 100 down for what is missing, and up for more than must be, where little is missing."""
    told: dict[str, list[str]] = {}
    for name, value in headers:
        told.setdefault(name.lower(), []).append(value)
    one = {name: "; ".join(values) for name, values in told.items()}
    rules = _rules(one.get("content-security-policy", ""))
    each = [
        _policy(rules),
        _framing(rules, one.get("x-frame-options", "")),
        _referrer(one.get("referrer-policy", "")),
        _secure_only(one.get("strict-transport-security", "")),
        0 if one.get("x-content-type-options", "").lower() == "nosniff" else -5,
        _resource(one.get("cross-origin-resource-policy", "")),
        10 if one.get("cross-origin-opener-policy") == "same-origin" else 0,
        10 if one.get("cross-origin-embedder-policy") == "require-corp" else 0,
        -50 if one.get("access-control-allow-credentials") == "true" else 0,
        _cookies(told.get("set-cookie", [])),
    ]
    without = 100 + sum(modifier for modifier in each if modifier < 0)
    return without + (sum(modifier for modifier in each if modifier > 0) if without >= _FOR_A_BONUS else 0)


def _rules(policy: str) -> dict[str, set[str]]:
    rules: dict[str, set[str]] = {}
    for directive in filter(None, (part.split() for part in policy.split(";"))):
        rules.setdefault(directive[0].lower(), {source.lower() for source in directive[1:]})
    return rules


def _policy(rules: Mapping[str, set[str]]) -> int:
    if not rules:
        return -25
    default = rules.get("default-src", {"*"})
    scripts, objects, styles = (rules.get(f"{kind}-src", default) for kind in ("script", "object", "style"))
    if scripts & _BROAD or objects & _BROAD:
        return -20
    if "'unsafe-eval'" in scripts | styles:
        return -10
    if styles & _BROAD:
        return 0
    closed = default == {"'none'"} and rules.get("form-action", {"*"}) <= {"'none'", "'self'"}
    return 10 if closed else 5


def _framing(rules: Mapping[str, set[str]], said: str) -> int:
    if "frame-ancestors" in rules:
        return 0 if rules["frame-ancestors"] & _BROAD else 5
    return 0 if said.upper() in ("DENY", "SAMEORIGIN") else -20


def _referrer(said: str) -> int:
    last = said.split(",")[-1].strip().lower()
    return 5 if last in _PRIVATE else -5 if last else 0


def _secure_only(said: str) -> int:
    age = re.search(r"max-age=(\d+)", said)
    if age is None:
        return -20
    return 0 if int(age[1]) >= _SIX_MONTHS else -10


def _resource(said: str) -> int:
    return {"same-origin": 10, "same-site": 10, "cross-origin": 0, "": 0}.get(said, -5)


def _cookies(said: Iterable[str]) -> int:
    cookies = [{word.strip().lower() for word in cookie.split(";")} for cookie in said]
    if not cookies:
        return 0
    if not all("secure" in cookie for cookie in cookies):
        return -40
    if not all("httponly" in cookie for cookie in cookies if any(word.startswith("communique_s") for word in cookie)):
        return -30
    return 5 if all({"samesite=lax", "samesite=strict"} & cookie for cookie in cookies) else 0

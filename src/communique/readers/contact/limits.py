"""How often one may write: counted in memory, so that a flood is turned away without touching the database.

Each process counts by itself. An address is kept as a digest that nobody can turn back, and for an hour.
"""

from __future__ import annotations

import secrets
from collections import OrderedDict, deque
from hashlib import blake2b
from ipaddress import ip_address, ip_network
from threading import Lock


class Limit:
    """So many in so many seconds. `places` is how many are watched at once; who came first is forgotten first."""

    def __init__(self, most: int, seconds: float, *, places: int = 10_000) -> None:
        self._most, self._seconds, self._places = most, seconds, places
        self._seen: OrderedDict[bytes, deque[float]] = OrderedDict()
        self._lock, self._secret = Lock(), secrets.token_bytes(16)

    def allows(self, who: str, now: float) -> bool:
        """Count one more, unless it were too many."""
        key = blake2b(who.encode(), key=self._secret, digest_size=12).digest()
        with self._lock:
            times = self._seen.setdefault(key, deque())
            self._seen.move_to_end(key)
            while times and times[0] <= now - self._seconds:
                times.popleft()
            if len(self._seen) > self._places:
                self._seen.popitem(last=False)
            if len(times) >= self._most:
                return False
            times.append(now)
            return True


def network(address: str) -> str:
    """Who is counted as one: an IPv4 address, or the IPv6 network that a household has."""
    try:
        number = ip_address(address)
    except ValueError:
        return address
    return str(ip_network(f"{number}/64", strict=False)) if number.version == 6 else str(number)

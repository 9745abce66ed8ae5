"""The time zones that editors choose among."""

from __future__ import annotations

import zoneinfo


def time_zones() -> list[str]:
    """Those named for a place, and UTC. What else a machine has ("localtime", "posixrules") browsers don't know."""
    return ["UTC", *sorted(zone for zone in zoneinfo.available_timezones() if "/" in zone and zone[:4] != "Etc/")]

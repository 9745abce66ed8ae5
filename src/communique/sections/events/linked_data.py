"""An event in the words of schema.org.

Of one that is over, the state stays what it was: there is no word for "took place".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from communique.content.described import Described, Matter, Somebody
from communique.content.frames import absolute
from communique.content.questions.pictures import Shown
from communique.syndication import schema_org
from communique.syndication.schema_org import Node, nodes
from communique.text import players


@dataclass(frozen=True)
class Happening(Matter):
    """An event: its times as machines read them, where it is, and whether it takes place as announced.

    `status` is scheduled, moved, postponed or cancelled; `attendance` is place, online or both; `formerly` is the day
    announced before. `recordings` are titles and addresses. `booking_link` is where one may still register.
    """

    takes_place: ClassVar[bool] = True

    title: str
    summary: str
    starts: str
    ends: str
    status: str
    attendance: str
    place: str = ""
    place_address: str = ""
    formerly: str = ""
    people: tuple[Somebody, ...] = ()
    picture: Shown | None = None
    recordings: tuple[tuple[str, str], ...] = ()
    spoken: tuple[str, ...] = ()
    booking_link: str = ""
    free: bool = False


STATUS = {
    "scheduled": "EventScheduled",
    "moved": "EventRescheduled",
    "postponed": "EventPostponed",
    "cancelled": "EventCancelled",
}
ATTENDANCE = {
    "place": "OfflineEventAttendanceMode",
    "online": "OnlineEventAttendanceMode",
    "both": "MixedEventAttendanceMode",
}


@schema_org.entity(Happening, anchor="event")
def described(page: Described, event: Happening) -> Node:
    """An event as its page shows it; where one joins online is the page, which says how."""
    here = absolute(page.address)
    recordings = [_recording(title, address, page.language) for title, address in event.recordings]
    places: list[Node] = []
    if event.attendance != "online" and event.place:
        places.append({"@type": "Place", "name": event.place, "address": event.place_address or event.place})
    if event.attendance != "place":
        places.append({"@type": "VirtualLocation", "url": here})
    return {
        "@type": "Event",
        "@id": f"{here}#event",
        "url": here,
        "mainEntityOfPage": {"@id": here},
        "name": event.title,
        "description": event.summary,
        "inLanguage": event.spoken[0] if len(event.spoken) == 1 else list(event.spoken) or page.language,
        "startDate": event.starts,
        "endDate": event.ends,
        "previousStartDate": event.formerly,
        "eventStatus": f"https://schema.org/{STATUS[event.status]}",
        "eventAttendanceMode": f"https://schema.org/{ATTENDANCE[event.attendance]}",
        "location": places[0] if len(places) == 1 else places,
        "organizer": nodes.organisation(),
        "performer": [_performer(one) for one in event.people],
        "image": absolute(event.picture.main.address) if event.picture else "",
        "isAccessibleForFree": True if event.free else None,
        "offers": _offer(event.booking_link) if event.booking_link else None,
        "recordedIn": recordings,
    }


def _offer(address: str) -> Node:
    """Seats, as long as one can register."""
    return {"@type": "Offer", "url": address, "availability": "https://schema.org/InStock"}


def _recording(title: str, address: str, language: str) -> Node:
    player = players.player(address, language)
    return {
        "@type": "AudioObject" if player and player.kind == "sound" else "VideoObject",
        "name": title,
        "url": absolute(address) if address.startswith("/") else address,
        "embedUrl": player.frame if player else "",
    }


def _performer(one: Somebody) -> Node:
    belongs = {"@type": "Organization", "name": one.affiliation} if one.affiliation else None
    return nodes.mention(one) | {"affiliation": belongs}

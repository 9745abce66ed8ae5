"""What communique.toml may say: its sections, their keys, and what each takes.

A field's description completes "use …" in a refusal, and is what the reference of the configuration is made from.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

Language = Literal["en", "ur", "ar", "ru"]


class Section(BaseModel):
    """A section of the file. Unknown keys are refused, so that a slip of the pen doesn't pass for a setting."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _several(told: Any) -> Any:
    """In the environment several values are one text, with commas."""
    return [value.strip() for value in told.split(",") if value.strip()] if isinstance(told, str) else told


def _no_truth(told: Any) -> Any:
    """For Python true is a number; for whoever writes `port = true` it isn't."""
    if isinstance(told, bool):
        raise ValueError("true and false are no numbers")
    return told


def _address(told: str) -> str:
    parts = urlsplit(told)
    wanted = parts.scheme in {"http", "https"} and parts.hostname and not parts.path.strip("/")
    if told and (not wanted or parts.query or parts.fragment or parts.username):
        raise ValueError("not the address of a site")
    return told.rstrip("/")


def _time_zone(told: str) -> str:
    if told not in available_timezones():
        raise ValueError("not a time zone")
    return told


def _database(told: str) -> str:
    scheme = told.split(":", 1)[0]
    if told and (scheme not in {"sqlite", "postgres", "postgresql"} or "://" not in told):
        raise ValueError("not the address of a database")
    return told


def _once(told: tuple[str, ...]) -> tuple[str, ...]:
    if not told or len(set(told)) != len(told):
        raise ValueError("none, or one twice")
    return told


Port = Annotated[int, Field(ge=1, le=65535), BeforeValidator(_no_truth)]
Several = BeforeValidator(_several)


class SiteSection(Section):
    """What the site is."""

    name: str = Field("", description="the name by which the desk greets its editors")
    address: Annotated[str, AfterValidator(_address)] = Field(
        "", description='the address readers use, like "https://institute.example" (no path)'
    )
    languages: Annotated[tuple[Language, ...], Several, AfterValidator(_once)] = Field(
        ("en",), description='one or more of "en", "ur", "ar", "ru", each once, the site\'s own first'
    )
    time_zone: Annotated[str, AfterValidator(_time_zone)] = Field(
        "UTC", description='a time zone by its name, like "Asia/Karachi" or "UTC"'
    )


class DataSection(Section):
    """Where the site keeps what it knows."""

    folder: Path = Field(Path("data"), description="a folder, taken from the one of communique.toml")


class DatabaseSection(Section):
    """The database that the desk writes to."""

    url: Annotated[str, AfterValidator(_database)] = Field(
        "", description='"postgresql://user:password@host/name", or "sqlite:///path/of/a/file"'
    )


class ServerSection(Section):
    """Where the site answers."""

    host: str = Field("127.0.0.1", min_length=1, description="the name or number of the interface to answer on")
    port: Port = Field(8000, description="a number from 1 to 65535")
    workers: Annotated[int, Field(ge=1, le=64), BeforeValidator(_no_truth)] = Field(
        1, description="a number of reader processes from 1 to 64"
    )
    desk_port: Annotated[int, Field(ge=0, le=65535), BeforeValidator(_no_truth)] = Field(
        0, description="a number from 1 to 65535, or 0 for any free one"
    )
    metrics_port: Annotated[int, Field(ge=0, le=65535), BeforeValidator(_no_truth)] = Field(
        0, description="a number from 1 to 65535, or 0 for none"
    )
    hosts: Annotated[tuple[str, ...], Several] = Field(
        (), description='more host names that the desk answers to, like ["desk.institute.example"]'
    )
    proxies: Annotated[tuple[str, ...], Several] = Field(
        (), description='the numbers of your own servers in front of the site, like ["127.0.0.1"]'
    )


class MailSection(Section):
    """How the site sends mail. Without a host, mails about passwords go to the log and all others wait."""

    host: str = Field("", description="the name of the mail server")
    port: Port = Field(25, description="a number from 1 to 65535")
    user: str = Field("", description="a name")
    password: str = Field("", description="a password (better in COMMUNIQUE_MAIL_PASSWORD)", repr=False)
    security: Literal["none", "starttls", "tls"] = Field("none", description='"none", "starttls" or "tls"')
    sender: str = Field("", description='an address, like "Institute <post@institute.example>"')


SECRET = frozenset({("mail", "password"), ("database", "url")})
"""Values that no message and no listing shows."""

"""The configuration of a site: communique.toml, and above it COMMUNIQUE_* and DATABASE_URL from the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, ValidationError

from . import sources
from .refusals import NotAConfiguration, NotASite, NotUnderstood, refusal
from .sections import DatabaseSection, DataSection, MailSection, ServerSection, SiteSection

__all__ = ["FILE", "SITE", "Configuration", "NotAConfiguration", "NotASite", "NotUnderstood", "load", "unconfigured"]

FILE = "communique.toml"
SITE = "COMMUNIQUE_SITE"

SECTIONS: dict[str, type[BaseModel]] = {
    "site": SiteSection,
    "data": DataSection,
    "database": DatabaseSection,
    "server": ServerSection,
    "mail": MailSection,
}


class Configuration(BaseModel):
    """What a site was told to be. Frozen; folders are absolute."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    site: SiteSection = Field(default_factory=SiteSection)
    data: DataSection = Field(default_factory=DataSection)
    database: DatabaseSection = Field(default_factory=DatabaseSection)
    server: ServerSection = Field(default_factory=ServerSection)
    mail: MailSection = Field(default_factory=MailSection)

    _folder: Path = PrivateAttr(default=Path())
    # Django's settings look for it at each reading (LazyObject), and pydantic searches long for what isn't there.
    _mask_wrapped: ClassVar[bool] = True

    @property
    def folder(self) -> Path:
        """The folder that holds communique.toml."""
        return self._folder

    @property
    def data_folder(self) -> Path:
        """Everything that a backup must hold, besides the configuration."""
        return self._folder / self.data.folder.expanduser()

    @property
    def uploads_folder(self) -> Path:
        """What editors uploaded. Only staff are served from it."""
        return self.data_folder / "uploads"

    @property
    def press_folder(self) -> Path:
        """The store that readers are answered from, and the ledger."""
        return self.data_folder / "press"

    @property
    def run_folder(self) -> Path:
        """Sockets and tokens of the processes that run now."""
        return self.data_folder / "run"

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the site publishes in, its own first."""
        return self.site.languages

    @property
    def address(self) -> str:
        """Where readers find the site, without a stroke at the end: https://institute.example."""
        return self.site.address or f"http://localhost:{self.server.port}"

    @property
    def hosts(self) -> list[str]:
        """The host names that the desk answers to."""
        own = urlsplit(self.address).hostname or "localhost"
        return list(dict.fromkeys([own, "localhost", "127.0.0.1", "[::1]", *self.server.hosts]))

    @property
    def printed(self) -> tuple[Any, ...]:
        """What of it shows in printed pages: when this changes, all are printed again."""
        return (self.site.name, self.address, self.site.languages, self.site.time_zone)

    @property
    def database_url(self) -> str:
        """The content database; a relative SQLite path is taken from the site's folder."""
        kind, _, path = self.database.url.partition(":///")
        if kind == "sqlite":
            return f"sqlite:///{self._folder / path}"
        return self.database.url or f"sqlite:///{self.data_folder / 'content.sqlite3'}"


def load(site: Path | None = None, environment: Mapping[str, str] | None = None) -> Configuration:
    """The configuration of the site in a folder: the one named, else COMMUNIQUE_SITE, else the current one.

    Raises NotASite where there is none, and NotUnderstood for a key or value that would not do.
    """
    environment = os.environ if environment is None else environment
    folder = (site or Path(environment.get(SITE) or ".")).expanduser().absolute()
    if not folder.is_dir():
        raise NotASite(f"There is no folder {folder}; `communique new NAME` makes a site.")
    if not (folder / FILE).is_file():
        raise NotASite(
            f"{folder} has no {FILE}; go to the folder of a site, name it with --data, or make one with"
            " `communique new NAME`."
        )
    return _understood(folder, sources.of_file(folder / FILE), sources.of_environment(environment))


def unconfigured(folder: Path, environment: Mapping[str, str] | None = None) -> Configuration:
    """A site that says nothing about itself: for tools that only look at the code."""
    return _understood(folder.absolute(), {}, sources.of_environment(environment or {}))


def _understood(folder: Path, file: sources.Values, environment: sources.Values) -> Configuration:
    try:
        configuration = Configuration.model_validate(sources.merged(file, environment))
    except ValidationError as error:
        raise refusal(error, SECTIONS, FILE, environment) from None
    configuration._folder = folder
    return configuration

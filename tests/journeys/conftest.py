"""A whole site at work, as `communique demo` starts it, and people at their browsers."""

from __future__ import annotations

import os
import re
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from communique.content.darkroom.renditions import RECIPE as DONE
from communique.content.questions.share_cards import digest, drawn
from communique.press import in_vain
from tests.resting import watch
from tests.waiting import PATIENCE, free_port, status, until

COMMAND = str(Path(sys.executable).with_name("communique"))


class Site:
    """A running demonstration."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.address = f"http://localhost:{self.port}"
        self.log = folder.with_suffix(".log")

    def start(self) -> None:
        outside = {key: value for key, value in os.environ.items() if not key.startswith("COMMUNIQUE_")}
        demo = [COMMAND, "demo", "--data", str(self.folder), "--port", str(self.port), "--no-input"]
        subprocess.run([*demo, "--only-prepare"], env=outside, check=True)
        self._spare_the_darkroom_its_pictures()
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(demo, stdout=log, stderr=log, env=outside)
        until(lambda: self.process.poll() is not None or status(self.address) == 200)
        assert self.process.poll() is None, self.log.read_text()
        self._spare_the_darkroom_its_cards()
        until(lambda: status(f"{self.address}/-/accounts/login/") == 200)

    def _spare_the_darkroom_its_pictures(self) -> None:
        """They are shown in the formats that they have: the worker would draw others beside the journeys."""
        with closing(sqlite3.connect(self.folder / "data" / "content.sqlite3")) as content:
            content.execute("UPDATE content_picture SET rendered = ?", [DONE])
            content.commit()

    def _spare_the_darkroom_its_cards(self) -> None:
        """All pages printed so far share one card; those that the journeys publish have theirs drawn by the worker."""
        until(lambda: in_vain.asked(self.folder / "data" / "press", drawn))
        wanted = [digest(told) for told in in_vain.asked(self.folder / "data" / "press", drawn)]
        with closing(sqlite3.connect(self.folder / "data" / "content.sqlite3", timeout=PATIENCE)) as content:
            (card,) = content.execute("SELECT file FROM content_rendition ORDER BY id LIMIT 1").fetchone()
            content.executemany(
                "INSERT OR IGNORE INTO content_sharecard (digest, file, made) VALUES (?, ?, CURRENT_TIMESTAMP)",
                [(one, card) for one in wanted],
            )
            content.commit()

    def link(self) -> str:
        """A one-time link into the desk."""
        told = subprocess.run(
            [COMMAND, "admin-link", "--data", str(self.folder)], capture_output=True, text=True, check=True
        )
        return re.sub(r"^https?://[^/]+", self.address, re.search(r"http\S+", told.stdout)[0])

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)


@pytest.fixture(scope="session")
def running(tmp_path_factory):
    site = Site(tmp_path_factory.mktemp("journeys") / "site")
    try:
        site.start()
        yield site
    finally:
        site.stop()


@pytest.fixture(scope="session")
def signed_in(browser, running):
    """Hamid's browser, signed in at the desk, with all that a browser keeps of it."""
    # What glides in on a modern screen is drawn some twenty times on its way.
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE * 1000)
    page = context.new_page()
    page.goto(running.link())
    page.click("main form button")
    page.wait_for_url("**/desk/")
    page.close()
    yield context
    context.close()


@pytest.fixture
def desk(signed_in):
    """A window of Hamid's browser; what he had opened beside the text is closed again."""
    page = signed_in.new_page()
    watch(page)
    yield page
    page.evaluate("localStorage.clear()")
    page.close()


@pytest.fixture
def reader(browser):
    """Sana's browser, with scripts off, on a small screen."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    context.set_default_timeout(PATIENCE * 1000)
    yield context.new_page()
    context.close()

"""The processes of a site, and how they find one another."""

from __future__ import annotations

import os
import socket

from communique.press.serving.environment import Environment

from .configuration import Configuration
from .supervision import Child, free_port

DESK_PORT = 8001
"""Where the desk answers when nothing else was said and nobody supervises."""

DESK = "COMMUNIQUE_RUN_DESK_PORT"
"""Names the port of the desk to the processes of one `communique serve`."""

READER_TOKEN = "reader_token"


def desk_port(configuration: Configuration) -> int:
    """The port on loopback that this site's desk answers on."""
    return int(os.environ.get(DESK, "0")) or configuration.server.desk_port or DESK_PORT


def reading(configuration: Configuration) -> Environment:
    """What the reader is told."""
    configuration.run_folder.mkdir(parents=True, exist_ok=True)
    return Environment(
        store=configuration.press_folder,
        desk=f"http://127.0.0.1:{desk_port(configuration)}",
        token_file=configuration.run_folder / READER_TOKEN,
        address=configuration.address,
        proxies=frozenset(configuration.server.proxies),
    )


def of_one_machine(configuration: Configuration) -> list[Child]:
    """Reader, press and desk. The reader comes first: it has all that it needs, and people wait for it."""
    os.environ[DESK] = str(configuration.server.desk_port or free_port())
    data = ["--data", str(configuration.folder)]
    return [
        Child("reader", ["reader", *data]),
        Child("press", ["press", "watch", *data]),
        Child("desk", ["desk", *data]),
    ]


def answers(host: str, port: int) -> bool:
    """Whether somebody takes connections there."""
    here = "127.0.0.1" if host in {"0.0.0.0", ""} else "::1" if host == "::" else host
    with socket.socket(socket.AF_INET6 if ":" in here else socket.AF_INET) as trial:
        trial.settimeout(1.0)
        return trial.connect_ex((here, port)) == 0


def make_folders(configuration: Configuration) -> None:
    """The folders that the processes share. Raises OSError where they can't be made."""
    for folder in (configuration.press_folder, configuration.run_folder, configuration.uploads_folder):
        folder.mkdir(parents=True, exist_ok=True)
    trial = configuration.run_folder / f".trial.{os.getpid()}"
    trial.write_bytes(b"x" * 4096)
    trial.unlink()

"""What wrong input, and a machine that fails, get: one clear sentence and an exit code, never a traceback."""

from __future__ import annotations

import errno
import shutil
import socket

import click
import pysqlite3
import pytest

from communique.cli import endings
from tests.waiting import free_port


class PortIsTaken(RuntimeError):
    exit_code = 69


def ended(error: BaseException, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    @click.command()
    def command() -> None:
        raise error

    return endings.run(command, []), capsys.readouterr().err


def test_what_knows_its_exit_code_speaks_for_itself(capsys):
    assert ended(PortIsTaken("Port 80 is in use."), capsys) == (69, "Port 80 is in use.\n")


def test_a_cause_that_says_what_would_do_goes_before_what_it_caused(capsys):
    error = RuntimeError("no idea")
    error.__cause__ = PortIsTaken("Port 80 is in use.")
    assert ended(error, capsys) == (69, "Port 80 is in use.\n")


@pytest.mark.parametrize(
    ("number", "code", "words"),
    [
        (errno.ENOSPC, 74, "no space left on the disk (/data/x)"),
        (errno.EACCES, 73, "run communique as the owner"),
        (errno.EROFS, 73, "Read-only file system (/data/x)"),
        (errno.ENOENT, 66, "There is no /data/x."),
    ],
)
def test_what_the_machine_refuses_is_told_with_the_file(capsys, number, code, words):
    import os

    found, told = ended(OSError(number, os.strerror(number), "/data/x"), capsys)
    assert found == code
    assert words in told


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("database or disk is full", 74),
        ("disk I/O error", 74),
        ("attempt to write a readonly database", 73),
        ("unable to open database file", 73),
        ("database is locked", 75),
        ("server closed the connection unexpectedly", 69),
    ],
)
def test_what_the_database_refuses_is_told(capsys, said, code):
    found, told = ended(pysqlite3.OperationalError(said), capsys)
    assert found == code
    assert said in told


def test_a_fault_of_ours_is_called_one_and_shows_no_traceback(capsys):
    code, told = ended(ZeroDivisionError("division by zero"), capsys)
    assert code == 70
    assert "This is a fault of communique's" in told
    assert "Traceback" not in told


def test_a_missing_folder_is_named(communique, tmp_path):
    ended = communique("serve", "--data", str(tmp_path / "nowhere"))
    assert ended.returncode == 66
    assert ended.stderr == f"There is no folder {tmp_path}/nowhere; `communique new NAME` makes a site.\n"


def test_a_folder_without_a_site_is_named(communique, tmp_path):
    ended = communique("press", "run", folder=tmp_path)
    assert ended.returncode == 66
    assert ended.stderr.startswith(f"{tmp_path} has no communique.toml; ")


def test_a_bad_configuration_is_refused_with_what_would_do(communique, tmp_path):
    (tmp_path / "communique.toml").write_text("[server]\nport = 99999\n")
    ended = communique("serve", "--data", str(tmp_path))
    assert ended.returncode == 78
    assert ended.stderr == ("communique.toml: [server] port = 99999 is not understood; use a number from 1 to 65535.\n")


@pytest.mark.parametrize("command", ["serve", "reader", "demo"])
def test_a_port_in_use_is_told_before_anything_is_begun(communique, institute, tmp_path, command):
    folder = tmp_path / "demo" if command == "demo" else institute
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = communique(command, "--data", str(folder), "--port", str(port))
    assert ended.returncode == 69
    assert ended.stderr.startswith(f"Port {port} on 127.0.0.1 is in use; ")
    assert not (tmp_path / "demo").exists()


@pytest.fixture
def copied(institute, tmp_path):
    """A site of its own for one test."""
    return shutil.copytree(institute, tmp_path / "institute", ignore=shutil.ignore_patterns("run"))


@pytest.mark.parametrize("command", [("press", "run"), ("admin-link",), ("worker",), ("update",)])
def test_a_database_from_a_newer_version_is_refused(communique, copied, command):
    with pysqlite3.connect(str(copied / "data" / "content.sqlite3")) as database:
        database.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('content', '9999_later', '2036-01-01')"
        )
    ended = communique(*command, "--data", str(copied))
    assert ended.returncode == 69
    assert "from a newer version of communique (content 9999_later)" in ended.stderr


def test_a_database_from_an_earlier_version_says_how_to_update(communique, copied):
    with pysqlite3.connect(str(copied / "data" / "content.sqlite3")) as database:
        database.execute("DELETE FROM django_migrations WHERE app = 'mfa'")
    ended = communique("press", "run", "--data", str(copied))
    assert ended.returncode == 69
    assert "run `communique update`" in ended.stderr


def test_a_missing_database_is_told(communique, copied):
    (copied / "data" / "content.sqlite3").unlink()
    ended = communique("press", "run", "--data", str(copied))
    assert ended.returncode == 69
    assert "There is no database" in ended.stderr
    assert not (copied / "data" / "content.sqlite3").exists()


def test_a_damaged_database_is_told(communique, copied):
    (copied / "data" / "content.sqlite3").write_bytes(b"not a database, but long enough to look like one" * 100)
    ended = communique("press", "run", "--data", str(copied))
    assert ended.returncode == 69
    assert "Traceback" not in ended.stderr


def test_a_database_server_that_is_away_is_told(communique, copied):
    ended = communique("press", "run", "--data", str(copied), DATABASE_URL="postgresql://nobody@127.0.0.1:1/none")
    assert ended.returncode == 69
    assert ended.stderr.startswith("The database doesn't answer: ")


@pytest.mark.parametrize("command", ["desk", "serve"])
def test_no_process_goes_on_trying_or_shows_where_it_failed(communique, copied, command):
    away = "postgresql://nobody@127.0.0.1:1/none"
    ended = communique(command, "--data", str(copied), "--port", str(free_port()), DATABASE_URL=away)
    assert ended.returncode == 69
    assert "The database doesn't answer: " in ended.stderr and "Traceback" not in ended.stderr + ended.stdout


def test_a_folder_that_is_taken_is_left_alone(communique, institute):
    ended = communique("new", str(institute))
    assert ended.returncode == 73
    assert "is there already, and not empty" in ended.stderr


def test_a_folder_that_can_not_be_made_is_told(communique):
    ended = communique("new", "/proc/institute")
    assert ended.returncode in (66, 73)
    assert "Traceback" not in ended.stderr


def test_languages_that_nobody_knows_are_refused_with_those_we_know(communique, tmp_path):
    ended = communique("new", str(tmp_path / "institute"), "--languages", "en,tlh")
    assert ended.returncode == 2
    assert "use one or more of en, ur, ar, ru" in ended.stderr
    assert not (tmp_path / "institute").exists()

"""The command as people use it."""

from __future__ import annotations

import shutil
import sys

from tests.waiting import free_port

HELP_NEEDS_NOTHING_SLOW = """
import sys
from click.testing import CliRunner
from communique.cli.group import communique
answer = CliRunner().invoke(communique, ["--help"])
assert answer.exit_code == 0, answer.output
print(*sorted({"django", "wagtail", "pydantic", "granian", "aiohttp", "minijinja"} & set(sys.modules)))
"""


def test_help_needs_nothing_slow():
    import subprocess

    told = subprocess.run([sys.executable, "-c", HELP_NEEDS_NOTHING_SLOW], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == ""


def test_every_module_with_a_command_is_found(communique):
    told = communique("--help").stdout
    for name in (
        "admin-link",
        "config",
        "demo",
        "desk",
        "doctor",
        "new",
        "press",
        "reader",
        "serve",
        "update",
        "worker",
    ):
        assert f"\n  {name} " in told


def test_version_names_what_it_stands_on(communique):
    assert {line.split()[0] for line in communique("version").stdout.splitlines()} >= {
        "communique",
        "Wagtail",
        "SQLite",
    }


def test_a_new_site_has_a_home_and_a_section_for_each_language(printed):
    from communique.press.store import StoreReader

    addresses = set(StoreReader.open(printed / "data" / "press").addresses())
    assert {"/", "/articles/", "/ur/", "/ur/articles/"} <= addresses


def test_the_site_is_found_in_the_current_folder(communique, institute):
    assert "Institute of Ports" in communique("config", "show", folder=institute).stdout


def test_config_show_tells_where_a_value_comes_from_and_keeps_secrets(communique, institute):
    told = communique("config", "show", folder=institute, COMMUNIQUE_MAIL_PASSWORD="hunter2").stdout
    assert 'password = "…"  # COMMUNIQUE_MAIL_PASSWORD' in told
    assert "port = 8000  # default" in told
    assert "hunter2" not in told


def test_an_admin_link_is_printed_for_the_sites_address(communique, institute):
    told = communique("admin-link", "--data", str(institute), "--port", "8017").stdout
    assert told.startswith("http://localhost:8017/-/accounts/link/")


def test_an_admin_link_for_nobody_is_refused(communique, institute):
    communique("admin-link", "--data", str(institute))  # the first one makes the account
    ended = communique("admin-link", "--data", str(institute), "--user", "omar")
    assert (ended.returncode, ended.stderr) == (66, "There is no account 'omar'; there is admin.\n")


def test_doctor_finds_a_new_site_well(communique, printed):
    ended = communique("doctor", "--data", str(printed))
    assert ended.returncode == 0, ended.stdout
    assert "The database (sqlite) is up to date" in ended.stdout


def test_update_has_nothing_to_do_in_a_new_site(communique, institute):
    assert communique("update", "--data", str(institute)).stdout == "The database is up to date.\n"


def test_a_second_press_is_refused_with_the_first_ones_name(communique, institute):
    from communique.press.store import Store

    with Store.open(institute / "data" / "press", writer="the press of the test"):
        ended = communique("press", "run", "--data", str(institute))
    assert ended.returncode == 75
    assert "the press of the test" in ended.stderr


def test_a_demonstration_is_cleared_only_where_one_is(communique, institute):
    ended = communique("demo", "--fresh", "--data", str(institute), "--port", str(free_port()))
    assert ended.returncode == 73
    assert "is no demonstration; --fresh clears only those." in ended.stderr
    assert (institute / "communique.toml").exists()


def test_n1_press_explain_tells_of_an_address_and_of_an_edition_or_that_there_is_none(communique, printed):
    told = communique("press", "explain", "/articles/", "--data", str(printed)).stdout
    assert "articles_articlespage: the row" in told and "Because    everything was printed" in told
    assert communique("press", "explain", "--data", str(printed)).stdout.startswith("Edition 1, ")
    nowhere = communique("press", "explain", "/nowhere/", "--data", str(printed))
    assert (nowhere.returncode, nowhere.stderr) == (1, "Nothing is printed at /nowhere/.\n")


def test_n1_press_rollback_gives_readers_an_earlier_edition_or_names_those_that_are_kept(communique, printed, tmp_path):
    site = shutil.copytree(printed, tmp_path / "site", ignore=shutil.ignore_patterns("run"))
    assert communique("press", "rollback", "1", "--data", str(site)).returncode == 0
    ended = communique("press", "rollback", "7", "--data", str(site))
    assert ended.returncode != 0 and "Edition 7 is not kept; these are: 1" in ended.stderr


def test_n7_press_verify_and_scrub_find_a_new_site_whole(communique, printed):
    verified = communique("press", "verify", "--data", str(printed))
    assert (verified.returncode, verified.stdout.endswith(" addresses, 0 damaged.\n")) == (0, True)
    assert communique("press", "scrub", "--data", str(printed)).stdout == "Nothing is damaged.\n"


def test_n8_press_status_tells_how_it_stands_and_makes_no_database_by_looking(communique, printed, tmp_path):
    told = communique("press", "status", "--data", str(printed)).stdout
    assert told.startswith("Edition    1, ") and "Waiting    nothing\n" in told
    figures = communique("press", "status", "--prometheus", "--data", str(printed)).stdout
    assert "communique_edition 1.0\n" in figures
    database = printed / "data" / "content.sqlite3"
    database.rename(tmp_path / "away.sqlite3")
    try:
        assert "the content database doesn't answer" in communique("press", "status", "--data", str(printed)).stdout
        assert not database.exists()
    finally:
        (tmp_path / "away.sqlite3").rename(database)

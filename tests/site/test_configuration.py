"""What a site is told, and how it answers to what would not do."""

from pathlib import Path

import pytest

from communique.site import configuration


def told(folder: Path, text: str, **environment: str) -> configuration.Configuration:
    (folder / configuration.FILE).write_text(text, encoding="utf-8")
    return configuration.load(folder, environment)


def refused(folder: Path, text: str, **environment: str) -> str:
    with pytest.raises(configuration.NotUnderstood) as refusal:
        told(folder, text, **environment)
    return str(refusal.value)


def test_an_empty_file_gives_a_site_that_works(tmp_path):
    site = told(tmp_path, "")
    assert site.address == "http://localhost:8000"
    assert site.languages == ("en",)
    assert site.database_url == f"sqlite:///{tmp_path}/data/content.sqlite3"


def test_the_environment_goes_before_the_file(tmp_path):
    site = told(tmp_path, "[server]\nport = 8001\nworkers = 2", COMMUNIQUE_SERVER_PORT="8002")
    assert (site.server.port, site.server.workers) == (8002, 2)


def test_several_values_have_commas_in_the_environment(tmp_path):
    assert told(tmp_path, "", COMMUNIQUE_SITE_LANGUAGES="ur, en").languages == ("ur", "en")


def test_a_host_may_name_the_database_in_the_usual_variable(tmp_path):
    assert told(tmp_path, "", DATABASE_URL="postgres://db/institute").database_url == "postgres://db/institute"


def test_a_relative_database_file_is_in_the_sites_folder(tmp_path):
    assert told(tmp_path, '[database]\nurl = "sqlite:///a.sqlite3"').database_url == f"sqlite:///{tmp_path}/a.sqlite3"


def test_a_value_that_would_not_do_is_refused_with_what_would(tmp_path):
    sentence = 'communique.toml: [server] port = "x" is not understood; use a number from 1 to 65535.'
    assert refused(tmp_path, '[server]\nport = "x"') == sentence


def test_a_refused_variable_is_called_by_its_own_name(tmp_path):
    sentence = 'COMMUNIQUE_SERVER_PORT = "x" is not understood; use a number from 1 to 65535.'
    assert refused(tmp_path, "", COMMUNIQUE_SERVER_PORT="x") == sentence


def test_an_unknown_key_is_refused_with_the_one_that_was_meant(tmp_path):
    sentence = refused(tmp_path, "[server]\nprot = 8000")
    assert sentence.startswith("communique.toml: [server] prot is not known (did you mean port?); the keys of [server]")


def test_an_unknown_section_is_refused_with_those_there_are(tmp_path):
    sentence = "communique.toml: [servr] is not known (did you mean server?); the sections are site, data, "
    assert refused(tmp_path, "[servr]\nport = 1").startswith(sentence)


def test_an_unknown_variable_is_refused_too(tmp_path):
    sentence = refused(tmp_path, "", COMMUNIQUE_SERVER_PROT="1")
    assert sentence.startswith("COMMUNIQUE_SERVER_PROT is not known (did you mean port?)")


def test_everything_wrong_is_told_at_once(tmp_path):
    assert len(refused(tmp_path, '[server]\nport = true\n[site]\ntime_zone = "Karachi"').splitlines()) == 2


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("site", 'languages = ["en", "en"]'),
        ("site", 'languages = ["de"]'),
        ("site", "languages = []"),
        ("site", 'address = "institute.example"'),
        ("site", 'address = "https://institute.example/blog"'),
        ("site", 'time_zone = "../../etc/passwd"'),
        ("server", "port = 0"),
        ("server", "port = 8000.5"),
        ("server", "workers = true"),
        ("mail", 'security = "ssl"'),
        ("database", 'url = "mysql://db/institute"'),
    ],
)
def test_a_value_that_would_not_do_never_passes(tmp_path, key, found):
    assert "is not understood; use " in refused(tmp_path, f"[{key}]\n{found}")


def test_a_refusal_keeps_secrets(tmp_path):
    assert "hunter2" not in refused(tmp_path, '[database]\nurl = "mysql://amina:hunter2@db/institute"')


def test_a_key_without_its_section_is_refused(tmp_path):
    assert refused(tmp_path, "server = 8000").startswith("communique.toml: [server] is not a section; write [server]")


def test_what_is_no_toml_is_refused_with_its_line(tmp_path):
    assert "at line 2" in refused(tmp_path, "[server]\nport 8000")


def test_what_is_no_text_is_refused(tmp_path):
    (tmp_path / configuration.FILE).write_bytes(b"\xff\xfe")
    with pytest.raises(configuration.NotUnderstood, match="save the file as UTF-8"):
        configuration.load(tmp_path, {})


def test_a_folder_without_a_site_says_how_to_make_one(tmp_path):
    with pytest.raises(configuration.NotASite, match=r"has no communique\.toml; .*communique new NAME"):
        configuration.load(tmp_path, {})


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(configuration.NotASite, match=r"There is no folder .*elsewhere"):
        configuration.load(tmp_path / "elsewhere", {})

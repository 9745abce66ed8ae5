"""What the desk answers, to whom, and whom it believes."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import RequestFactory
from wagtail.embeds.finders import get_finders

from communique.press.serving.token import HEADER, reader_token
from communique.site.forwarding import FromTheReader

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.fixture
def uploads(tmp_path, settings):
    settings.MEDIA_ROOT = str(tmp_path)
    (tmp_path / "port.png").write_bytes(b"\x89PNG")
    (tmp_path / "port.svg").write_bytes(SVG)
    (tmp_path / "port.html").write_bytes(b"<script>alert(1)</script>")
    return tmp_path


def test_uploads_are_for_staff_who_are_signed_in(client, uploads, amina, sana):
    assert client.get("/desk/uploads/port.png").status_code == 302
    client.force_login(sana)
    assert client.get("/desk/uploads/port.png").status_code == 302
    client.force_login(amina)
    assert client.get("/desk/uploads/port.png")["Content-Type"] == "image/png"


@pytest.mark.parametrize("name", ["port.svg", "port.html"])
def test_what_could_act_in_an_editors_name_is_only_saved(client, uploads, amina, name):
    client.force_login(amina)
    answer = client.get(f"/desk/uploads/{name}")
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["../secret_key", "%2e%2e/secret_key", "..%2fsecret_key", "nothing.png", "."])
def test_nothing_outside_the_upload_folder_is_served(client, uploads, amina, path):
    Path(uploads).parent.joinpath("secret_key").write_text("secret")
    client.force_login(amina)
    assert client.get(f"/desk/uploads/{path}").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("/desk/", "/-/accounts/login/?next=/desk/"),
        ("/desk/login/?next=/desk/", "/-/accounts/login/?next=/desk/"),
        ("/desk/password_reset/", "/-/accounts/password/reset/"),
        ("/desk/password_reset/confirm/a/b/", "/-/accounts/password/reset/"),
    ],
)
def test_there_is_one_way_to_sign_in(client, address, leads):
    answer = client.get(address)
    assert (answer.status_code, answer["Location"]) == (302, leads)


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/articles/", "/admin/", "/media/x.png", "/documents/1/x.pdf"])
def test_published_addresses_are_not_the_desks_to_answer(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.django_db
def test_live_pages_carry_the_strict_policy_of_printed_ones(client):
    policy = client.get("/-/accounts/login/")["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_a_host_that_is_not_ours_is_refused(client):
    assert client.get("/-/accounts/login/", headers={"host": "elsewhere.example"}).status_code == 400


def asked(**headers: str) -> tuple[str, str, bool]:
    """Whom the desk believes to have asked, over what, and whether anything of forwarding is left in the request."""
    seen = {}

    def answer(request):
        left = any(name.startswith("HTTP_X_FORWARDED") for name in request.META)
        seen.update(address=request.META["REMOTE_ADDR"], scheme=request.scheme, left=left)
        return HttpResponse()

    request = RequestFactory().get("/-/", headers=headers)
    FromTheReader(answer)(request)
    return seen["address"], seen["scheme"], seen["left"]


def test_the_reader_is_believed_about_who_asks():
    settings.COMMUNIQUE.run_folder.mkdir(parents=True, exist_ok=True)
    token = reader_token(settings.COMMUNIQUE.run_folder / "reader_token")
    told = {HEADER: token, "X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https"}
    assert asked(**told) == ("203.0.113.9", "https", False)


def test_nobody_else_is():
    told = {HEADER: "guessed", "X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https"}
    assert asked(**told) == ("127.0.0.1", "http", False)


def test_editors_choose_among_time_zones_that_browsers_know(client, amina):
    client.force_login(amina)
    told = client.get("/desk/account/").content.decode()
    assert 'value="Asia/Karachi"' in told and 'value="localtime"' not in told


def test_the_desk_asks_no_other_site_for_what_could_be_embedded():
    """And what would ask takes a twentieth of every start."""
    assert get_finders() == []

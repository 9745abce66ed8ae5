"""What somebody signed in is answered can't be made to look like a file that caches may keep."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from http.client import HTTPConnection
from itertools import product
from pathlib import Path

import pytest
from django.conf import settings

from tests.content import stories
from tests.waiting import until

from .caching import NGINX, kept_in_front_of
from .canaries import MARK

pytestmark = pytest.mark.alike

ADDRESSES = (
    *("/desk/", "/desk/pages/", "/desk/account/", "/desk/pages/{page}/edit/", "/desk/pages/{page}/view_draft/"),
    *("/desk/images/", "/desk/documents/", "/desk/users/", "/desk/letters/", "/desk/reports/site-history/"),
    *("/desk/api/main/pages/", "/desk/api/main/pages/{page}/", "/desk/press/", "/desk/changes/"),
    *("/-/accounts/email/", "/-/accounts/password/change/", "/-/accounts/2fa/", "/-/accounts/logout/"),
)
DELIMITERS = (
    "",
    "x",
    ";x",
    "%3Bx",
    "/x",
    "%2Fx",
    "%252Fx",
    "/..%2fx",
    "/%2e%2e/x",
    "%00x",
    "%0Ax",
    "%23x",
    "%3Fx",
    "?x",
    "!x",
    "~x",
)
FILES = ("", ".css", ".js", ".png")


@pytest.mark.django_db
def test_s3_no_answer_to_somebody_signed_in_may_be_kept(desk, hamid):
    draft = stories.article("A draft that caches want", live=False)
    kept, asked, told = {}, 0, 0
    for address in ADDRESSES:
        whole = address.format(page=draft.pk)
        for before in {whole, whole.rstrip("/")}:
            for target in (before + delimiter + file for delimiter in DELIMITERS for file in FILES):
                answer = desk.generic("GET", target)
                asked += 1
                told += answer.status_code == 200
                keeping = answer.headers.get("Cache-Control", "")
                if "no-store" not in keeping and "private" not in keeping:
                    kept[target] = answer.status_code, keeping
    print(f"{asked} answers, {told} of them with content")
    assert told > 50
    assert not kept


@pytest.mark.skipif(not Path(NGINX).exists(), reason="there is no nginx")
@pytest.mark.django_db(transaction=True)
def test_s3_a_cache_in_front_keeps_nothing_of_it(live_server, desk, hamid, tmp_path):
    told = f"A draft {MARK}abcdefgh that caches want"
    draft = stories.article(told, live=False)
    headers = {"cookie": f"{settings.SESSION_COOKIE_NAME}={desk.session.session_key}"}
    seen = 0
    with kept_in_front_of(live_server.thread.port, tmp_path) as port:
        until(partial(_answers, port))
        for address in ADDRESSES:
            for delimiter, file in product(("", "x", ";x", "%3Fx", "%2Fx", "/..%2fx", "?x"), ("", ".css")):
                for cookie in (headers, {}):
                    with closing(HTTPConnection("127.0.0.1", port, timeout=60)) as line:
                        line.request("GET", address.format(page=draft.pk) + delimiter + file, headers=cookie)
                        found = MARK.encode() in line.getresponse().read()
                    assert not found or cookie
                    seen += found
    kept = [path for path in (tmp_path / "kept").rglob("*") if path.is_file()]
    print(f"{seen} answers held it, {len(kept)} were kept")
    assert seen > 10
    assert not any(MARK.encode() in path.read_bytes() or hamid.email.encode() in path.read_bytes() for path in kept)


def _answers(port: int) -> bool:
    try:
        with closing(HTTPConnection("127.0.0.1", port, timeout=60)) as line:
            line.request("HEAD", "/-/accounts/login/")
            return line.getresponse().status < 500
    except OSError:
        return False

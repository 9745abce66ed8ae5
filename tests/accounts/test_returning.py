"""Signing in leads back to the page one came from, and to no other place. Row C6."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


def sign_in(client, next_page):
    told = {"login": "amina", "password": "amina reads a lot", "next": next_page}
    return client.post(reverse("account_login"), told)


def test_c6_signing_in_leads_back_to_the_page(client, amina):
    answer = sign_in(client, "/ur/مضامین/گیس/")
    assert answer.status_code == 302
    assert answer["Location"] in ("/ur/مضامین/گیس/", "/ur/%D9%85%D8%B6%D8%A7%D9%85%DB%8C%D9%86/%DA%AF%DB%8C%D8%B3/")


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example/", "//evil.example/", "/\\evil.example/", "\\\\evil.example", "javascript:alert(1)"],
)
def test_c6_signing_in_leads_to_no_other_site(client, amina, elsewhere):
    answer = sign_in(client, elsewhere)
    assert answer.status_code == 302
    assert answer["Location"] == "/desk/"


def test_c6_the_form_keeps_the_page_to_return_to(client):
    form = client.get(reverse("account_login"), {"next": "/articles/gas/"}).content.decode()
    assert 'name="next" value="/articles/gas/"' in form

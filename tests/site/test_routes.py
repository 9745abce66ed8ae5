"""Every address of the desk answers every role as the table says, whatever becomes of the page that it names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.http.response import HttpResponseBase
from django.test import Client
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page, PageViewRestriction

from communique.accounts.models import User
from communique.sections.articles.models import ArticlesPage
from tests.content import stories

from .routes import FORBIDDEN, MISSING, OPEN, REFUSED, SIGN_IN, TABLE, Route, answered, expected, routes

pytestmark = [pytest.mark.django_db, pytest.mark.long]

ROLES = ("stranger", "reader", "elsewhere", "editor", "moderator", "administrator")
"""Nobody; an account without the desk; one who edits another section alone; Wagtail's two groups; who may all."""

METHODS = ("GET", "POST")
NAMED = {
    **{"app_label": "articles", "model_name": "articlepage", "app_name": "articles", "language": "en", "light": "dark"},
    **{"content_type_app_name": "articles", "content_type_model_name": "articlepage"},
    **{"action": "delete", "action_name": "publish"},
}
DISCARDING = ("/delete/", "/put-back/", "/move/", "/move/<int:destination_id>/confirm/")
"""What those who may only write may do as well with a page that isn't live."""

_SOAK = pytest.mark.soak


class Newsroom:
    """The pages, and who asks for them."""

    def __init__(self) -> None:
        self.section = stories.section()
        self.other = self.section.get_parent().add_child(instance=ArticlesPage(title="Else", slug="else"))
        self.page = stories.article("Ports of the Gulf")
        self.roles = {"stranger": Client(raise_request_exception=False)}
        groups = {"editor": ["Editors"], "moderator": ["Moderators"], "elsewhere": [self._editors_elsewhere()]}
        for role in ROLES[1:]:
            account = User.objects.create_user(role, f"{role}@institute.example", is_superuser=role == ROLES[-1])
            account.groups.set(Group.objects.filter(name__in=groups.get(role, ())))
            self.roles[role] = Client(raise_request_exception=False)
            self.roles[role].force_login(account)
        self.reader = User.objects.get(username="reader")

    def _editors_elsewhere(self) -> str:
        group = Group.objects.create(name="Elsewhere")
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        for right in ("add_page", "change_page"):
            permission = Permission.objects.get(codename=right)
            GroupPagePermission.objects.create(group=group, page=self.other, permission=permission)
        return group.name

    def asked(self, role: str, method: str, route: Route, page: int | None = None) -> HttpResponseBase:
        """The answer; whatever it did is undone."""
        numbers = dict.fromkeys(("page_id", "page_to_move_id", "page_pk", ""), str(page or self.page.pk))
        numbers |= dict.fromkeys(("parent_page_id", "parent_id"), str(page or self.section.pk))
        if route.pattern.startswith("desk/api/main/pages/<"):
            numbers["pk"] = numbers["page_id"]
        if route.pattern.startswith("desk/users/"):
            numbers["pk"] = str(self.reader.pk)
        address = route.address(NAMED | numbers | {"destination_id": str(self.other.pk)})
        client = self.roles[role]
        kept = client.cookies.output(header="", sep=";")
        with transaction.atomic():
            answer = client.generic(method, address)
            transaction.set_rollback(True)
        client.cookies.clear()  # the answer may have signed out
        client.cookies.load(kept)
        return answer

    def in_every_state(self) -> Iterator[tuple[str, int]]:
        """Pages that not all may read, and the number of one that is no more."""
        past, soon = timezone.now() - timedelta(days=1), timezone.now() + timedelta(days=1)
        states: dict[str, dict[str, Any]] = {
            "draft": {"live": False},
            "scheduled": {"live": False, "go_live_at": soon},
            "expired": {"live": False, "expired": True, "expire_at": past},
            "private": {},
            "deleted": {},
        }
        for state, fields in states.items():
            page: Page = stories.article(f"A page that is {state}", **fields)
            number = page.pk
            if state == "private":
                PageViewRestriction.objects.create(page=page, restriction_type="login")
            if state == "deleted":
                page.delete()
            yield state, number


@pytest.fixture
def newsroom(db: None) -> Newsroom:
    return Newsroom()


def test_s1_every_route_has_a_row_and_every_row_a_route():
    assert {route.pattern for route in routes()} == set(expected(TABLE.read_text()))


@pytest.mark.parametrize("role", [*ROLES[:3], *(pytest.param(role, marks=_SOAK) for role in ROLES[3:])])
def test_s1_every_route_answers_as_the_table_says(newsroom, role):
    rows, otherwise = expected(TABLE.read_text()), {}
    for route in routes():
        found = tuple(answered(newsroom.asked(role, method, route)) for method in METHODS)
        said = tuple(letters[ROLES.index(role)] for letters in rows[route.pattern])
        if found != said:
            otherwise[route.pattern] = f"{'/'.join(found)} instead of {'/'.join(said)}"
    assert not otherwise


def test_s1_nobody_reads_in_a_question_about_moving_what_they_may_not_move(newsroom):
    draft = stories.article("Not for the other section", live=False)
    confirm = next(route for route in routes() if route.pattern.endswith("/confirm/") and "/move/" in route.pattern)
    assert answered(newsroom.asked("elsewhere", "GET", confirm, draft.pk)) == FORBIDDEN
    assert answered(newsroom.asked("administrator", "GET", confirm, draft.pk)) == OPEN


@pytest.mark.soak
def test_s1_other_methods_open_nothing_to_strangers(newsroom):
    rows, otherwise = expected(TABLE.read_text()), {}
    for route in routes():
        got, posted = (letters[0] for letters in rows[route.pattern])
        for method in ("HEAD", "PUT", "PATCH", "DELETE"):
            found = answered(newsroom.asked("stranger", method, route))
            if found not in ({got} if method == "HEAD" else {got, posted, REFUSED}):
                otherwise[f"{method} {route.pattern}"] = found
    assert not otherwise


@pytest.mark.soak
@pytest.mark.parametrize("role", ROLES)
def test_s1_no_state_of_a_page_opens_what_is_closed(newsroom, role):
    rows, opened = expected(TABLE.read_text()), {}
    for state, number in newsroom.in_every_state():
        for route in filter(lambda route: route.names_a_page, routes()):
            for method, letters in zip(METHODS, rows[route.pattern], strict=True):
                said = letters[ROLES.index(role)]
                found = answered(newsroom.asked(role, method, route, number))
                if role == "editor" and state != "private" and route.pattern.endswith(DISCARDING):
                    continue
                if said in (SIGN_IN, FORBIDDEN) and found not in (said, MISSING, REFUSED, FORBIDDEN):
                    opened[f"{method} {route.pattern} of a {state} page"] = found
                if state == "deleted" and route.pattern.startswith("desk/pages/<int:page_id>") and found == OPEN:
                    opened[f"{method} {route.pattern} of no page"] = found
    assert not opened

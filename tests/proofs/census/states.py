"""Every state in which readers must not see a page, or not what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.fields import StreamField
from wagtail.models import GroupApprovalTask, Page, PageViewRestriction, Workflow, WorkflowTask

from communique.accounts.models import User
from communique.content import early, timetable, trash
from communique.content.models import BasePage, EarlyLink, HomePage, LegalPage, PlainPage, Trash
from tests.content import stories

from ..canaries import Canaries
from . import rows
from .words import NEVER, ONCE, OPEN, Purse

Kind = type[BasePage]

FOR_ALL, SCHEDULED, CHANGE = "that all may read", "that is scheduled", "change of a live page that is scheduled"
DELETED_DRAFT = "that was a draft and was deleted"
SOON = timedelta(days=30)

LEADS_NOWHERE = ("document", "shared")
"""Blocks that show what another page or language has; here there is none."""

SEATS: dict[Kind, tuple[dict[str, str], ...]] = {
    HomePage: tuple({"language": language} for language in ("ur", "ar", "ru")),
    LegalPage: tuple(
        {"role": role, "language": language} for role in LegalPage.Role.values for language in ("ur", "ar", "ru")
    ),
}
"""Kinds of which only so many can be live at once, and what each of those then is."""


class NoSeat(RuntimeError):
    """All the pages of a kind that can be live are."""


def kinds() -> list[Kind]:
    """All kinds of pages. Wagtail's own is no page by itself, and what holds the trash is none that is published."""
    found = [model for model in apps.get_models() if issubclass(model, Page) and model not in (Page, Trash)]
    assert all(issubclass(model, BasePage) for model in found)
    return sorted(found, key=lambda model: (model is not HomePage, model._meta.label))


class Pages:
    """The pages of a census. What was public is withdrawn by `withdraw`, after a press has printed it."""

    def __init__(self, canaries: Canaries, user: User, keep: Callable[[str, str], None]) -> None:
        self.canaries, self.user, self._keep = canaries, user, keep
        self.due = timezone.now() + SOON
        self.opened: dict[Kind, BasePage] = {}
        self.hidden: list[BasePage] = []
        self.without_a_seat: set[tuple[Kind, str]] = set()
        self._seats = {kind: iter(seats) for kind, seats in SEATS.items()}
        self._withdrawals: list[Callable[[], Any]] = []
        self._parents: dict[tuple[Kind, bool], Page] = {}

    def plant(self, kind: Kind) -> None:
        """One page of the kind in each of the states."""
        self.opened[kind] = self._page(kind, FOR_ALL, OPEN)
        for state in (
            *(self._draft, self._in_review, self._scheduled, self._deleted_draft, self._under_embargo),
            *(self._draft_of_a_live_page, self._scheduled_change_of_a_live_page),
            *(self._behind_a_login, self._unpublished, self._replaced, self._deleted, self._in_the_trash),
            *(self._made_private, self._expired, self._behind_a_password, self._for_a_group),
            self._below_a_private_page,
        ):
            try:
                state(kind)
            except NoSeat:
                self.without_a_seat.add((kind, state.__name__.strip("_").replace("_", " ")))

    def withdraw(self) -> None:
        """What was public is so no longer."""
        for deed in self._withdrawals:
            deed()
        timetable.run_due(timezone.now())

    def _page(self, kind: Kind, state: str, seen: str = NEVER, under: Page | None = None, **given: Any) -> BasePage:
        given = {"language": "en", **self._seat(kind, given), **given}
        page = rows.drafted(kind, self._purse(kind, state, seen), **given)
        (under or self._parent(kind)).add_child(instance=page)
        if page.live:
            page.save_revision(user=self.user).publish()
        if seen != OPEN:
            self.hidden.append(page)
        return page

    def _seat(self, kind: Kind, given: dict[str, Any]) -> dict[str, str]:
        if kind not in self._seats or not given.get("live", True):
            return {}
        seat = next(self._seats[kind], None)
        if seat is None:
            raise NoSeat(kind)
        return seat

    def _purse(self, kind: Kind, state: str, seen: str) -> Purse:
        return Purse(self.canaries, f"{kind._meta.label} {state}", seen)

    def _parent(self, kind: Kind, *, private: bool = False) -> Page:
        """Where such a page may stand: where all may read, or nobody."""
        if (kind, private) not in self._parents:
            above = next(iter(kind.allowed_parent_page_models()))
            if above is Page:
                return Page.objects.get(depth=1)
            if above is HomePage:
                if not private:
                    return stories.home()
                above = PlainPage
            purse = self._purse(above, f"above {kind.__name__}", NEVER if private else OPEN)
            page = self._parent(above).add_child(instance=rows.drafted(above, purse, language="en"))
            if private:
                self.hidden.append(page)
                PageViewRestriction.objects.create(page=page, restriction_type="login")
            self._parents[kind, private] = page
        return self._parents[kind, private]

    def _draft(self, kind: Kind) -> None:
        self._page(kind, "that is a draft", live=False).save_revision(user=self.user)

    def _in_review(self, kind: Kind) -> None:
        page = self._page(kind, "that is in review", live=False)
        page.save_revision(user=self.user)
        task = GroupApprovalTask.objects.create(name=self._purse(kind, "task", NEVER).word("name"))
        task.groups.set(Group.objects.all()[:1])
        workflow = Workflow.objects.create(name=self._purse(kind, "workflow", NEVER).word("name"))
        WorkflowTask.objects.create(workflow=workflow, task=task)
        workflow.start(page, self.user)

    def _scheduled(self, kind: Kind) -> None:
        self._schedule(self._page(kind, SCHEDULED, live=False))

    def _schedule(self, page: BasePage) -> None:
        """Without what the checks before publishing refuse: blocks that readers would see nothing of."""
        for one in page._meta.concrete_fields:
            if isinstance(one, StreamField):
                kept = [block for block in getattr(page, one.name).raw_data if block["type"] not in LEADS_NOWHERE]
                setattr(page, one.name, kept)
        page.go_live_at = self.due
        page.save_revision(user=self.user, approved_go_live_at=page.go_live_at)

    def _behind_a_login(self, kind: Kind) -> None:
        PageViewRestriction.objects.create(page=self._page(kind, "behind a login"), restriction_type="login")

    def _behind_a_password(self, kind: Kind) -> None:
        page = self._page(kind, "behind a password")
        secret = self._purse(kind, "behind a password", NEVER).word("password")
        PageViewRestriction.objects.create(page=page, restriction_type="password", password=secret)

    def _for_a_group(self, kind: Kind) -> None:
        page = self._page(kind, "for a group")
        group = Group.objects.create(name=self._purse(kind, "for a group", NEVER).word("name of the group"))
        PageViewRestriction.objects.create(page=page, restriction_type="groups").groups.add(group)

    def _below_a_private_page(self, kind: Kind) -> None:
        if kind is not HomePage:  # it stands below nothing
            self._page(kind, "below a private page", under=self._parent(kind, private=True))

    def _deleted_draft(self, kind: Kind) -> None:
        self._page(kind, DELETED_DRAFT, live=False).delete()

    def _under_embargo(self, kind: Kind) -> None:
        if kind in early.kinds():
            page = self._page(kind, "under embargo with an early link", live=False)
            self._schedule(page)
            link = EarlyLink.objects.create(page=page, newsroom=self._purse(kind, "early link", NEVER).word("for"))
            self._keep("key of an early link", link.key)

    def _draft_of_a_live_page(self, kind: Kind) -> None:
        page = self.opened[kind]
        for draft in ("older draft of a live page", "draft of a live page"):
            rows.rewrite(page, self._purse(kind, draft, NEVER))
            page.save_revision(user=self.user)

    def _scheduled_change_of_a_live_page(self, kind: Kind) -> None:
        page = self.opened[kind]
        rows.rewrite(page, self._purse(kind, CHANGE, NEVER))
        self._schedule(page)

    def _unpublished(self, kind: Kind) -> None:
        page = self._page(kind, "that was unpublished", ONCE)
        self._withdrawals.append(page.unpublish)

    def _deleted(self, kind: Kind) -> None:
        page = self._page(kind, "that was deleted", ONCE)
        self._withdrawals.append(lambda: Page.objects.get(pk=page.pk).specific.delete())

    def _in_the_trash(self, kind: Kind) -> None:
        page = self._page(kind, "in the trash", ONCE)
        self._withdrawals.append(lambda: trash.discard(Page.objects.get(pk=page.pk).specific, user=self.user))

    def _made_private(self, kind: Kind) -> None:
        page = self._page(kind, "that was made private", ONCE)
        self._withdrawals.append(lambda: PageViewRestriction.objects.create(page=page, restriction_type="login"))

    def _replaced(self, kind: Kind) -> None:
        page = self._page(kind, "as it was before it was changed", ONCE)
        self._withdrawals.append(lambda: self._say_it_otherwise(page, kind))

    def _say_it_otherwise(self, page: BasePage, kind: Kind) -> None:
        page = Page.objects.get(pk=page.pk).specific
        rows.rewrite(page, self._purse(kind, "as it was changed", OPEN))
        page.save_revision(user=self.user).publish()

    def _expired(self, kind: Kind) -> None:
        page = self._page(kind, "that has expired", ONCE)
        self._withdrawals.append(lambda: self._expire(page))

    def _expire(self, page: BasePage) -> None:
        """As if its day had come: the timetable takes it down."""
        Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(hours=1))

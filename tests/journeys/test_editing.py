"""The editor's job, done in a browser: what is published is there, what isn't is not."""

import re

import pytest

from tests.waiting import status, until

from .desk import choose, messages, save, write

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.together("journeys")]


def test_after_publish_the_desk_says_when_it_was_out_and_readers_find_it(desk, reader, running):
    write(desk, running, "Weighing a lorry once")
    choose(desk, "action-publish")
    assert re.search(r"Live at \d\d:\d\d:\d\d", messages(desk))
    assert reader.goto(f"{running.address}/articles/weighing-a-lorry-once/").status == 200
    for place in ("/", "/articles/", "/feed.atom"):
        assert "Weighing a lorry once" in reader.request.get(running.address + place).text()


def test_the_last_words_before_publish_are_published(desk, running):
    write(desk, running, "To the last word")
    desk.keyboard.type(" And the last word is silo.")
    choose(desk, "action-publish")
    page = desk.request.get(f"{running.address}/articles/to-the-last-word/").text()
    assert "And the last word is silo." in page


def test_publish_waits_until_the_autosave_before_it_has_ended(desk, running):
    held, letting_go = [], []

    def hold(route):
        """What it saves by itself, as long as nobody lets go."""
        held.append(route) if "json" in route.request.headers["accept"] and not letting_go else route.continue_()

    write(desk, running, "Saved by itself")
    desk.route("**/pages/**", hold)
    desk.dispatch_event("[data-edit-form]", "w-unsaved:add")  # as when somebody has stopped typing
    until(lambda: desk.wait_for_timeout(20) is None and held)
    desk.click("footer [data-w-dropdown-target=toggle]")
    desk.click("[name=action-publish]")
    letting_go.append(True)
    for route in held:
        route.continue_()
    desk.wait_for_url("**/pages/4/")
    assert status(f"{running.address}/articles/saved-by-itself/") == 200
    desk.goto(f"{running.address}/desk/pages/4/")
    assert desk.get_by_role("link", name="Saved by itself", exact=True).count() == 1


def find(desk, running, title):
    """The number of a page in the first section."""
    desk.goto(f"{running.address}/desk/pages/4/")
    return re.search(r"/pages/(\d+)/", desk.get_by_role("link", name=title).first.get_attribute("href"))[1]


def test_a_draft_of_a_live_page_is_nowhere(desk, reader, running):
    write(desk, running, "Tariffs explained")
    choose(desk, "action-publish")
    desk.goto(f"{running.address}/desk/pages/{find(desk, running, 'Tariffs explained')}/edit/")
    desk.fill("[name=title]", "Tariffs with a secret name")
    save(desk)
    page = reader.request.get(f"{running.address}/articles/tariffs-explained/").text()
    assert "Tariffs explained" in page and "secret name" not in page


def test_an_unpublished_article_is_gone(desk, running):
    write(desk, running, "Withdrawn")
    choose(desk, "action-publish")
    desk.goto(f"{running.address}/desk/pages/{find(desk, running, 'Withdrawn')}/unpublish/")
    desk.click("main form [type=submit]")
    until(lambda: status(f"{running.address}/articles/withdrawn/") == 410)


def test_what_an_editor_previews_is_kept_from_caches(desk, running):
    write(desk, running, "Only a preview")
    answers = []
    desk.on("response", lambda answer: answers.append(answer) if "/preview/" in answer.url else None)
    desk.click("[aria-label='Toggle preview']")
    until(lambda: desk.wait_for_timeout(50) is None and any(answer.request.method == "GET" for answer in answers))
    shown = [answer for answer in answers if answer.request.method == "GET"]
    assert shown and all("no-store" in answer.headers["cache-control"] for answer in shown)


def test_the_site_reads_without_scripts_on_a_small_screen(reader, running):
    for place in ("/", "/ur/", "/articles/", "/about/board/", "/nothing-here/"):
        reader.goto(running.address + place)
        assert reader.locator("h1").count() == 1
        assert reader.locator("main").bounding_box()["width"] <= 360


def test_c1_the_desk_shows_the_fields_of_the_type_and_those_that_are_filled(desk, running):
    write(desk, running, "Of a type")
    desk.get_by_role("tab", name="Type, topics, date").click()
    isbn, signatories = desk.locator("#id_isbn"), desk.locator("#id_signatories")
    pdf = desk.locator("#id_pdfs-ADD")
    assert not isbn.is_visible() and not signatories.is_visible() and not pdf.is_visible()
    desk.select_option("#id_article_type", label="Report")
    assert isbn.is_visible() and not signatories.is_visible() and pdf.is_visible()
    isbn.fill("978-3-16-148410-0")
    desk.select_option("#id_article_type", label="Statement")
    assert isbn.is_visible() and signatories.is_visible()

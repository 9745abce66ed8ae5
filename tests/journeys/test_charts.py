"""A chart from a spreadsheet, at the desk and before its readers. Row A19."""

import pytest

from tests.resting import rest
from tests.waiting import until

from .desk import choose, messages, write

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.together("journeys")]

PASTE = """(text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  const pasted = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
  document.activeElement.dispatchEvent(pasted);
}"""


def test_numbers_are_pasted_looked_at_mended_and_published(desk, reader, running):
    write(desk, running, "Freight in numbers")
    desk.click('[data-contentpath="body"] button.c-sf-add-button >> nth=0')
    desk.get_by_role("option", name="Chart").dispatch_event("click")
    desk.fill("[name$=-value-title]", "Freight by rail")
    desk.select_option("[name$=-value-kind]", "line")
    desk.fill("[name$=-value-summary]", "It doubles in two years.")
    desk.fill("[name$=-value-source]", "Customs service")
    desk.fill("[name$=-value-data]", "Year\tRail\n2019\t5")
    desk.wait_for_selector(".chart-data__faults >> text=One row is a point, not a line.")
    desk.fill("[name$=-value-data]", "Year\tRail\n2019\tlots\n2020\t1,204.5")
    desk.wait_for_selector(".chart-data__faults >> text=Row 2, column 2: “lots” is not a number.")

    desk.click("text=As a table")
    desk.focus("[aria-label='Row 2, column 2']")
    desk.evaluate(PASTE, "602\t300\n1,204.5\t310")
    desk.fill("[aria-label='Row 1, column 3']", "Road")
    desk.wait_for_selector(".chart-data__told >> text=2 rows, 2 columns of numbers, from 300 to 1,204.5.")
    assert desk.input_value("[name$=-value-data]") == "Year\tRail\tRoad\n2019\t602\t300\n2020\t1,204.5\t310"

    rest(desk)
    choose(desk, "action-publish")
    assert "Live at" in messages(desk)
    page = f"{running.address}/articles/freight-in-numbers/"
    until(lambda: reader.goto(page).status == 200)
    assert reader.locator("figure.chart svg[role=img]:visible").count() == 1
    file = reader.request.get(f"{page}freight-by-rail.csv")
    assert file.status == 200 and file.headers["content-type"].startswith("text/csv; charset=utf-8")
    assert (
        file.headers["content-disposition"].startswith("attachment")
        and file.headers["x-content-type-options"] == "nosniff"
    )
    assert file.text().removeprefix("\ufeff") == "Year,Rail,Road\r\n2019,602,300\r\n2020,1204.5,310\r\n"

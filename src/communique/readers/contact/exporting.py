"""Letters as a spreadsheet. Every cell is a text: no program reckons with what a reader wrote."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from django.utils import timezone
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from .models import Letter

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook(letters: Iterable[Letter]) -> bytes:
    """A file for spreadsheet programs."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    heads = (
        _("Arrived"),
        _("State"),
        _("Subject"),
        _("Name"),
        _("E-mail"),
        _("Letter"),
        _("Agreed to"),
        _("Kept until"),
    )
    rows = [list(heads)]
    for one in letters:
        arrived = f"{timezone.localtime(one.arrived):%Y-%m-%d %H:%M}"
        told = [arrived, one.get_state_display(), one.subject, one.name, one.email, one.text, one.agreed_to]
        rows.append([*told, one.forget_on.isoformat()])
    for number, row in enumerate(rows, start=1):
        for place, text in enumerate(row, start=1):
            cell = sheet.cell(number, place, ILLEGAL_CHARACTERS_RE.sub("", str(text)))
            cell.data_type = "s"  # whatever it begins with
    file = BytesIO()
    book.save(file)
    return file.getvalue()

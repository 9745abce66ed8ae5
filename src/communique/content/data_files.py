"""The data of charts as files below the address of their page; where the page was before, ways lead on to them."""

from __future__ import annotations

from datetime import datetime

from communique.press.questions import Ask, Reading, question
from communique.press.sheets import Copy
from communique.publishing.addresses import State
from communique.publishing.sheets import located

from .bodies import Body
from .charts import MEDIA_TYPE


def printed(ask: Ask, body: Body, page_id: int, language: str, expires: datetime | None = None) -> list[Copy]:
    """The files of a page's charts, and ways to them from where they were when the page had another address."""
    copies: list[Copy] = []
    for file in body.data:
        copies.append(
            Copy(
                file.address,
                body=file.text.encode(),
                media_type=MEDIA_TYPE,
                language=language,
                headers=file.headers,
                expires=expires,
            )
        )
        name = file.address.rpartition("/")[2]
        for address in ask(former, page_id):
            leads = (("Location", located(file.address)),)
            copies.append(Copy(f"{address}{name}", body=b"", status=301, language=language, headers=leads))
    return copies


@question
def former(read: Reading, page_id: int) -> tuple[str, ...]:
    """The addresses that a page had before, without those of queries."""
    rows = read.rows("publishing_address", page_id=page_id, columns=("address", "state"))
    return tuple(sorted(row.address for row in rows if row.state == State.OLD.value and row.address.endswith("/")))

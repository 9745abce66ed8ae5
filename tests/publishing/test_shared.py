"""A change of a shared piece prints exactly what shows it: pages, and feeds that carry them whole. Row I9."""

from __future__ import annotations

from communique.content.models import SharedPiece, SharedPieceText
from communique.press.run import Press
from communique.press.store import Store
from communique.publishing.newsroom import SiteNewsroom
from communique.publishing.readiness import make_ready
from tests.content.stories import article, block, section

from .pressroom import published


def test_exactly_the_pages_that_show_a_piece_are_printed_again(window, tmp_path):
    make_ready()
    texts = [SharedPieceText(language="en", text="<p>Theirs.</p>"), SharedPieceText(language="ur", text="<p>اپنی</p>")]
    piece = SharedPiece.objects.create(name="Disclaimer", texts=texts)
    body = [block("shared", piece.pk)]
    article("Ports", body=body), article("Grain"), article("بندرگاہ", body=body, under=section("تحقیق", "ur"))
    with Store.open(tmp_path, writer="a test") as store:
        press = Press(SiteNewsroom(window), store, tmp_path)
        press.run()
        before = published(tmp_path)
        SharedPieceText.objects.filter(language="en").update(text="<p>Views are the author's own.</p>")
        press.run()
        after = published(tmp_path)
        changed = {address for address in after if after[address] != before.get(address)}
        assert changed == {"/research/ports/", "/feed.atom", "/feed.json"}
        SharedPiece.objects.update(name="Another name, for editors")
        assert not press.run().printed
        press.close()

"""What is shared between pages, undone, thrown away and put back."""

from __future__ import annotations

from contextlib import suppress

from communique.content import trash, undoing
from communique.content.models import Discarded, SharedPiece, SharedPieceText
from communique.sections.articles.models import ArticlePage
from tests.content.stories import block


def write_a_piece(room):
    piece = SharedPiece.objects.create(name=f"Piece {room._id()}")
    for language in ("en", "ur"):
        SharedPieceText.objects.create(piece=piece, language=language, text=f"<p>{room.word()}</p>")


def share_a_piece(room):
    article, piece = room.one(ArticlePage), room.one(SharedPiece)
    if article and piece:
        article.body = [*article.body.get_prep_value(), {**block("shared", piece.pk), "id": room._id()}]
        article.save()


def change_a_piece(room):
    text = room.one(SharedPieceText)
    if text:
        text.text = f"<p>{room.word()}</p>"
        text.save()


def translate_a_piece_no_more(room):
    text = room.one(SharedPieceText)
    if text:
        text.delete()


def drop_a_piece(room):
    piece = room.one(SharedPiece)
    if piece:
        SharedPiece.objects.filter(pk=piece.pk)._raw_delete(using="default") if not piece.texts.exists() else None


def publish_and_think_again(room):
    page = room.one(ArticlePage)
    if page:
        page.title, page.body = room.word(), room.body()
        page.save_revision()
        undoing.remember(page)
        page.get_latest_revision().publish()
        with suppress(undoing.TooLate):
            undoing.undo(ArticlePage.objects.get(pk=page.pk), user=None)


def throw_away(room):
    page = room.any_page()
    if page and not trash.within(page):
        with suppress(trash.NotForTheTrash):
            trash.discard(page, user=None)


def put_back(room):
    kept = room.one(Discarded)
    if kept:
        with suppress(trash.NoPlace):
            trash.put_back(kept.page, user=None)


DEEDS = (
    *(write_a_piece, share_a_piece, share_a_piece, change_a_piece, change_a_piece, translate_a_piece_no_more),
    *(drop_a_piece, publish_and_think_again, throw_away, put_back, put_back),
)

"""What editors do to recordings of ours: send them, say more of them, show them in texts, throw them away."""

from __future__ import annotations

from django.core.files.base import ContentFile
from wagtail.fields import StreamValue

from communique.content.models import Recording
from communique.sections.articles.models import ArticlePage
from tests.content.sounds import captioned, mp3, mp4

from ..newsroom import LANGUAGES


def send_a_recording(room):
    name, content = room.dice.choice([("talk.mp3", mp3(room.dice.randrange(1, 9))), ("film.mp4", mp4(handler=b"vide"))])
    Recording.objects.create(
        title=room.word()[:60], language=room.dice.choice(LANGUAGES), file=ContentFile(content, name=name)
    )


def say_more_of_a_recording(room):
    recording = room.one(Recording)
    if recording:
        recording.title, recording.transcript = room.word()[:60], f"<p>{room.word()}</p>"
        recording.save()
        captioned(recording, room.dice.choice(["captions", "descriptions"]), language=room.dice.choice(LANGUAGES))


def play_a_recording(room):
    page, recording = room.one(ArticlePage), room.one(Recording)
    if page and recording:
        page.body = StreamValue(
            page.body.stream_block, [*room.body(), {"type": "recorded", "value": recording.pk}], is_lazy=True
        )
        page.save_revision().publish()


def throw_a_recording_away(room):
    recording = room.one(Recording)
    if recording:
        recording.delete()


DEEDS = (send_a_recording, send_a_recording, say_more_of_a_recording, play_a_recording, throw_a_recording_away)

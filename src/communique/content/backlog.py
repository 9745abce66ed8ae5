"""What pictures still lack, and making it: in the worker's spare time, or at once by `communique pictures`."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator

from django.db import transaction
from django.db.models import Q, QuerySet

from . import pictures
from .darkroom import masters
from .darkroom.refusals import Refused
from .darkroom.room import DarkroomFailed
from .models import Picture, Rendition

log = logging.getLogger("communique.pictures")


def unfinished(*, again: bool = False) -> QuerySet[Picture]:
    """Pictures without a master or some rendition of the present recipes; `again` also those where it failed."""
    done = Q(rendered=pictures.DONE) & Q(developed__startswith=f"{masters.RECIPE} ")
    found = Picture.objects.exclude(done).order_by("pk")
    return found if again else found.exclude(rendered=pictures.FAILED)


def finish(picture: Picture) -> bool:
    """Make what a picture lacks; whether it has everything now. One that can't be made is noted, and logged."""
    try:
        pictures.develop(picture, still=True)
        specs = pictures.lacking(picture)
        made = pictures.render(picture, specs)
        whole = bool(made) or not specs
    except (OSError, Refused, DarkroomFailed) as error:
        log.warning("Picture %s (%s) can't be opened: %s", picture.pk, picture.title, error)
        whole = False
    with transaction.atomic():
        if whole:
            picture.save(update_fields=["file", "developed", "file_size", "file_hash", "width", "height"])
            pictures.put_up(picture, made)
        else:
            Picture.objects.filter(pk=picture.pk).update(rendered=pictures.FAILED)
    return whole


def lose_what_is_lost() -> int:
    """Strike renditions whose files are gone, so that they are made anew; how many there were."""
    lost = [one for one in Rendition.objects.filter(_ours()).only("id", "file", "image_id") if not _there(one)]
    with transaction.atomic():
        Picture.objects.filter(pk__in={one.image_id for one in lost}).update(rendered=pictures.BEGUN)
        Rendition.objects.filter(pk__in=[one.pk for one in lost]).delete()
    return len(lost)


def catch_up(until: Callable[[], bool]) -> int:
    """Finish pictures until there are none or `until` says so; how many were finished."""
    done = 0
    for picture in _one_by_one():
        if until():
            break
        done += finish(picture)
    return done


def _one_by_one() -> Iterator[Picture]:
    while (picture := unfinished().first()) is not None:
        yield picture


def _ours() -> Q:
    return Q(filter_spec__startswith="width-")


def _there(rendition: Rendition) -> bool:
    return bool(rendition.file) and rendition.file.storage.exists(rendition.file.name)

"""What pages are, in the words of schema.org, as JSON-LD.

It says what a page shows and no more: who wrote it and where they belonged then, the dates that stand there,
corrections with their words, the breadcrumbs as one can follow them.

What can be said is found by the kind of a page's matter (`kinds`); a section says its own kinds in a file of its own,
by `entity` or `of_organisation`.
"""

from . import works
from .describing import describe
from .kinds import entity, of_organisation
from .nodes import Node

__all__ = ["Node", "describe", "entity", "of_organisation", "works"]

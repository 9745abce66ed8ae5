"""The contact page, and the letters that come in by it."""

from .letter import Letter
from .page import ContactPage, ContactPlace, ContactSubject

__all__ = ["ContactPage", "ContactPlace", "ContactSubject", "Letter"]

"""What readers must not see into: one file for each part that has something of the kind."""

from .institute import Institute

__all__ = ["Institute"]

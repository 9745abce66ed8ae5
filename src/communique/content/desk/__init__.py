"""Views of the desk that Wagtail doesn't bring along."""

"""The engine: prints each published page once, records what it read, and reprints exactly what a change affects.

Nothing here knows Django or Wagtail; `communique.publishing` is Django's side of it.
"""

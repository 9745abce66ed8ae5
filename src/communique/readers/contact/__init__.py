"""Contact: where the organisation is, and a form by which readers write to it."""

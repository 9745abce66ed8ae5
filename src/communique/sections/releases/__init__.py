"""The press room: press releases, with whom to ask, and who we are."""

"""The press room: press releases, with whom to ask, who we are, and ways in for journalists before an embargo ends."""

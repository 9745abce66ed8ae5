"""Shows: conversations and talks to be heard, episode by episode, on pages and as podcasts."""

"""One running site: its configuration, its settings, and the processes that make it answer."""

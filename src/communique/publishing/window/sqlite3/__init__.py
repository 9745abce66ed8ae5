"""The window on SQLite, as a Django database backend."""

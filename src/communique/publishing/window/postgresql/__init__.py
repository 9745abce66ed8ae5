"""The window on PostgreSQL, as a Django database backend."""

"""The Record: actors, entries, sources and dossiers. To come."""

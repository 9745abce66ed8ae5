"""The demonstration: an invented institute with its people, pictures and articles, in four languages."""

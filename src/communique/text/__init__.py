"""Plain helpers for text, one subject a file: slugs, excerpts, headings, dates, names, scripts. No framework."""

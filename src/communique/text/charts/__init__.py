"""Charts: data as editors paste it, the scales it is measured by, and its drawing. All of it reckoned from values."""

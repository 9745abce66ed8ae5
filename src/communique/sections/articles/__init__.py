"""Articles: research, opinion, reports; with authors, topics and dates, listed by section."""

"""Projects: what we work on, with whom, paid by whom and with how much; and all that we are paid, by year."""

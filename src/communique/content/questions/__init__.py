"""What printed pages ask: each file one subject."""

"""Who we are: the board, the staff, the fellows, now and before."""

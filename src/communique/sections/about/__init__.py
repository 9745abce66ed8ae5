"""Who we are: the board, now and before."""

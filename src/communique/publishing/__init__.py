"""Django's side of the press: what parts declare, the change triggers, the window, and the running of the press."""

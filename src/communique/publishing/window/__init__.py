"""The window: the database as the press may see it, where every table name is a view of its public rows.

In the press process the *default* connection is the window, so nothing that runs there, however it came to read, can
reach a draft. `views` says what each table shows; `sqlite3` and `postgresql` are the database backends.
"""

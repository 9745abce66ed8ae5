"""What a new site is made from: a commented configuration, and a migrated database.

An empty database takes 230 migrations and many seconds; a copy of a migrated one takes milliseconds.
"""

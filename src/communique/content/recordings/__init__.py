"""Recordings that are ours: looked at and measured before they are taken, and set for print with their captions."""

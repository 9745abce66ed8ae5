"""Reading documents: their words, taken out in a process of its own. No Django, no Wagtail.

A file may be a trap: one that unfolds to gigabytes, one that sends its reader in circles. So each is read by a process
that has 512 MB and a minute, and then ends.
"""

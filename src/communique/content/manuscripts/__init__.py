"""Texts from elsewhere: what was written in Word or Google Docs becomes blocks, by paste or by file.

Nothing of how it looked is kept, and nothing that was said is lost: what has no block of ours is told to the editor.
"""

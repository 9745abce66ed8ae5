"""Slots: the places of a home or landing page, in the order in which editors put them, and what fills each.

`blocks` is what editors fill in, `filling` what readers get of it (and what was told to nobody but its editors).
"""

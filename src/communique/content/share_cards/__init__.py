"""Share cards: what a link to a page looks like where it is shared.

A printed page asks for the card that shows its title, byline, organisation and picture. If it was never drawn, the
page says which pictures it has instead, and the worker, who reads in the press's ledger what was asked in vain, draws
it. The row that the worker writes answers the question anew, and exactly the pages that show the card are reprinted.
"""

"""The darkroom: where pictures are opened, made small and drawn, in a process of its own. No Django, no Wagtail.

What is uploaded may be a trap: a bomb that unfolds to gigabytes, a file that crashes its decoder. So nothing but the
darkroom opens it, and the darkroom has 512 MB and ten seconds for each.
"""

"""The census of canaries: every field of every model that can hold words holds one that stands nowhere else.

`fields` and `blocks` read from the models what can hold words, `rows` makes rows of it, `states` puts pages into every
state in which readers must not see them, `planting` does all of it, and `surfaces` names what somebody outside can ask
for. A model or a field that is added is planted without a word here, or the census says which one it can't fill.
"""

"""Events: conferences, in-house discussions, webinars and workshops, to come and past."""

"""Find an expert: who knows what, about which part of the world, in which languages, and how to reach them."""

"""Series: texts that belong together in an order, with a page of their own that lists them."""

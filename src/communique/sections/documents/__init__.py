"""Documents: reports and papers as files, each with a page and an address that stay when a version follows another."""

"""The reader: published addresses, answered from the store with ready bytes."""

"""Conversations with our fellows, as audio with a transcript."""

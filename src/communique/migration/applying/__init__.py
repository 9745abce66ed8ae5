"""Applying a plan: people, topics, pictures, pages and their texts are written, and published once at the end."""

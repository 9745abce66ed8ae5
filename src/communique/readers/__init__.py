"""What a reader can do besides reading: one folder for each feature."""

"""The rules of the house, one subject in a file. A new file is found because it is there."""

"""A WordPress export: read as a stream, planned, converted to our blocks. Nothing here knows a framework."""

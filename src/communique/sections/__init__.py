"""What the organisation publishes: one folder for each type of section."""

"""The gallery: albums of photographs, tied to an event and to the people who are shown."""

"""Members and staff: who may sign in, and how."""

"""What the templates of live pages need."""

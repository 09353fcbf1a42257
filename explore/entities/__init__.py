"""Find who and what a text names: known names, unknown names by their title, and whom a role or a surname means."""

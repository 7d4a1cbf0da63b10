"""What a class handed in, and what can be said of it."""

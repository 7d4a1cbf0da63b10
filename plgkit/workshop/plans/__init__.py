"""What a plan is read with, and what is told of it."""

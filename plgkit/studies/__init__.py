"""What single lessons draw, compute and picture beyond their idea, one file for a lesson."""

"""What stands on the site beside the lessons."""

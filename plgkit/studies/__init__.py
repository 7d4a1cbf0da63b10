"""Where release 0.1.0 had what single lessons compute: its notebooks import one name from here."""

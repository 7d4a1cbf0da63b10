"""Funnels and retention measured on event logs, the reader's own included."""

"""Notebooks as web pages."""

from plgkit.support.imports import without_iri_grammar

# Before a module of this room imports it with all that jsonschema would bring along.
with without_iri_grammar():
    import nbformat  # noqa: F401

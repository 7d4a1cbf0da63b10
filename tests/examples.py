"""How many examples a property is tried with: as many as it needs, and no more than a quick check allows."""

from hypothesis import settings


def at_most(examples: int, **more) -> settings:
    """Settings of a property: `examples`, or fewer where the profile has fewer; a busy machine fails nothing."""
    return settings(max_examples=min(examples, settings().max_examples), deadline=None, **more)

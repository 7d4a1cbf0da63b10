"""Figures as tables."""

from collections.abc import Iterable


def show(title: str, header: list[str], rows: Iterable[tuple]) -> None:
    """A table as Markdown."""
    print(f"\n### {title}\n\n| {' | '.join(header)} |\n|{'---|' * len(header)}")
    for row in rows:
        print(f"| {' | '.join(f'{cell:.3g}' if isinstance(cell, float) else str(cell) for cell in row)} |", flush=True)

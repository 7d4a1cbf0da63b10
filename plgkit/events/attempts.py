"""How deep each attempt at a funnel went, and when: one pass over the sorted events per step."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from plgkit.events.log import Chunk, changes, heads

FOREVER = np.iinfo(np.int64).max


@dataclass(frozen=True)
class Attempts:
    """Attempts in order of user and beginning.

    Attributes
    ----------
    start : array of int, shape (n,)
        The row of each attempt's first step.
    depth : array of int, shape (n,)
        How many steps it reached.
    reached : array of int, shape (steps, n)
        Microseconds from its first step until each step was reached; of no meaning beyond its depth.
    """

    start: np.ndarray
    depth: np.ndarray
    reached: np.ndarray


def attempts(chunk: Chunk, steps: list[int], within: int | None, order: str, attempt: str) -> Attempts:
    """All attempts of a chunk's users, or with `attempt="first"` those that hold their user's first entry.

    Parameters
    ----------
    chunk : Chunk
        Events of the funnel alone.
    steps : list of int
        The number of the event of each step; all numbers from 0 on, the first being 0.
    within : int or None
        The window in microseconds; None: without end.
    order : {"loose", "strict", "any"}
        See `plgkit.funnel`.
    attempt : {"best", "first"}
        See `plgkit.funnel`.

    Returns
    -------
    Attempts

    Examples
    --------
    >>> user, time, event = np.array([7, 7, 7, 9]), np.array([0, 30, 45, 0]), np.array([0, 0, 1, 1])
    >>> attempts(Chunk(user, time, event, np.zeros(4, int)), [0, 1], within=20, order="loose", attempt="best").depth
    array([1, 2], dtype=int16)
    """
    return _Paths(chunk, steps, within).attempts(order, attempt)


class _Paths:
    """Users' paths through a chunk, with what every order asks of them.

    Events of a user at one moment form a tie; their order within it is free. `places` holds for each event's
    number the rows of it, `tie` for each row the first row of its tie.
    """

    def __init__(self, chunk: Chunk, steps: list[int], within: int | None):
        self.user, self.time, self.event = chunk.user, chunk.time, chunk.event
        self.steps, self.within = steps, FOREVER if within is None else within
        self.places = [np.flatnonzero(self.event == event) for event in range(max(steps) + 1)]
        self._passed: dict[int, np.ndarray] = {}
        news = changes(self.user, self.time)
        self.tie = np.arange(len(news))
        if not news.all():
            self.tie = np.maximum.accumulate(np.where(news, self.tie, 0))

    def attempts(self, order: str, attempt: str) -> Attempts:
        entries = self.places[0]
        # Without a window no later entry gets further than the first.
        if attempt == "first" or (order == "loose" and self.within == FOREVER):
            entries = entries[heads(self.user[entries])]
        if order == "any":
            return self._any(self._around(entries) if attempt == "first" else np.arange(len(self.user)))
        return (self._loose if order == "loose" else self._strict)(entries)

    def _loose(self, start: np.ndarray) -> Attempts:
        """Each step at the earliest event that is still free, from the step before on."""
        result = self._untried(start, entered=True)
        alive, place, user, begun = np.arange(len(start)), start, self.user[start], self.time[start]
        # Of names that return, the last row that an attempt has used, as its rank among the rows of the name.
        again = {event for event in self.steps if self.steps.count(event) > 1}
        used = {event: np.searchsorted(self.places[event], start) for event in again & {self.steps[0]}}
        for step, event in enumerate(self.steps[1:], 1):
            rank = self._before(event, place)
            rank = np.maximum(rank, used[event] + 1) if event in used else rank
            place, taken, inside = self._at(event, rank, user, begun)
            alive, place, user, begun = alive[inside], place[inside], user[inside], begun[inside]
            used = {other: ranks[inside] for other, ranks in (used | {event: rank}).items() if other in again}
            result.depth[alive], result.reached[step, alive] = step + 1, taken[inside]
        return result

    def _any(self, start: np.ndarray) -> Attempts:
        """From each event on, when all of the first k steps have been there, whatever their order."""
        result = self._untried(start, entered=False)
        alive, rows, user, begun = np.arange(len(start)), start, self.user[start], self.time[start]
        latest = np.zeros(len(start), np.int64)
        for step, event in enumerate(self.steps):
            earlier = self.steps[:step].count(event)
            _, taken, inside = self._at(event, self._before(event, rows) + earlier, user, begun)
            alive, rows, user, begun = alive[inside], rows[inside], user[inside], begun[inside]
            latest = np.maximum(latest[inside], taken[inside])
            result.depth[alive], result.reached[step, alive] = step + 1, latest
        # An attempt begins with one of its own steps.
        own = np.array([self.steps.index(event) for event in range(max(self.steps) + 1)])
        kept = own[self.event[start]] < result.depth
        return Attempts(start[kept], result.depth[kept], result.reached[:, kept])

    def _strict(self, start: np.ndarray) -> Attempts:
        """Each step right after the one before. Where a tie may be read in several ways, all are followed."""
        result = self._untried(start, entered=True)
        # Ties in order: where each begins, how large it is, how many events of each name it holds.
        begins = np.flatnonzero(changes(self.tie))
        size = np.diff(np.append(begins, len(self.tie)))
        holds = [np.add.reduceat(self.event == event, begins, dtype=np.int32) for event in range(len(self.places))]

        def prefixes(depth: int, attempt: np.ndarray, tie: np.ndarray) -> Iterator[tuple]:
            """For attempts at a depth, those that reach each greater depth within a tie."""
            for deeper in range(depth + 1, len(self.steps) + 1):
                event = self.steps[deeper - 1]
                enough = holds[event][tie] >= self.steps[depth:deeper].count(event)
                attempt, tie = attempt[enough], tie[enough]
                if not len(attempt):
                    return
                result.depth[attempt] = np.maximum(result.depth[attempt], deeper)
                taken = self.time[begins[tie]] - self.time[start[attempt]]
                np.minimum.at(result.reached[deeper - 1], attempt, taken)
                yield deeper, attempt, tie

        # Which attempts stand at each depth, and at which tie: of that one and those before, nothing is left over.
        standing: list[list] = [[] for _ in range(len(self.steps) + 1)]
        for depth, attempt, tie in prefixes(0, np.arange(len(start)), np.searchsorted(begins, self.tie[start])):
            standing[depth].append((attempt, tie))
        for depth in range(1, len(self.steps)):
            for attempt, tie in standing[depth]:
                after = np.minimum(tie + 1, len(begins) - 1)
                row, first = begins[after], start[attempt]
                inside = (after > tie) & (self.user[row] == self.user[first])
                inside &= self.time[row] - self.time[first] <= self.within
                for deeper, some, at in prefixes(depth, attempt[inside], after[inside]):
                    # What stays of the tie would stand in between.
                    whole = size[at] == deeper - depth
                    standing[deeper].append((some[whole], at[whole]))
        return result

    def _before(self, event: int, rows: np.ndarray) -> np.ndarray:
        """How many events of a name come before the tie of each of `rows`."""
        if event not in self._passed:
            self._passed[event] = np.cumsum(self.event == event, dtype=np.int32)
        tie = self.tie[rows]
        return self._passed[event][tie] - (self.event[tie] == event)

    def _at(self, event: int, rank: np.ndarray, user: np.ndarray, begun: np.ndarray) -> tuple:
        """Of the events of a name with these ranks the rows, the time since `begun`, and whether they count."""
        places = self.places[event]
        if not len(places):
            return rank, rank, np.zeros(len(rank), bool)
        row = places[np.minimum(rank, len(places) - 1)]
        taken = self.time[row] - begun
        return row, taken, (rank < len(places)) & (self.user[row] == user) & (taken <= self.within)

    def _around(self, entries: np.ndarray) -> np.ndarray:
        """The rows from which an attempt can begin that holds its user's first entry."""
        if not len(entries):
            return entries
        of_user = np.minimum(np.searchsorted(self.user[entries], self.user), len(entries) - 1)
        entry = entries[of_user]
        return np.flatnonzero((self.user[entry] == self.user) & (self.tie <= self.tie[entry]))

    def _untried(self, start: np.ndarray, entered: bool) -> Attempts:
        reached = np.full((len(self.steps), len(start)), FOREVER)
        if entered:
            reached[0] = 0
        return Attempts(start, np.full(len(start), int(entered), np.int16), reached)


def best(user: np.ndarray, depth: np.ndarray) -> np.ndarray:
    """Each user's deepest attempt, of several the earliest.

    >>> best(np.array([3, 3, 3, 5]), np.array([1, 2, 2, 1]))
    array([1, 3])
    """
    begins = heads(user)
    if not len(begins):
        return begins
    deepest = np.repeat(np.maximum.reduceat(depth, begins), np.diff(np.append(begins, len(user))))
    rows = np.flatnonzero(depth == deepest)
    return rows[heads(user[rows])]

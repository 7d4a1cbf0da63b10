"""How deep each attempt at a funnel went, and when: one pass over the sorted events per step."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from plgkit.events.log import Chunk
from plgkit.events.order import changes

FOREVER = np.iinfo(np.int64).max


@dataclass(frozen=True)
class Attempts:
    """Attempts in order of user and beginning.

    Attributes:
        start: the row of the attempt's first step.
        depth: how many steps it reached.
        reached: for each step and attempt, microseconds from its first step until the step was reached.
    """

    start: np.ndarray
    depth: np.ndarray
    reached: np.ndarray


class Rows:
    """A chunk's events with what every order asks.

    Events of a user at one moment form a tie; their order within it is free.

    Attributes:
        user, time, kind: of each event, as in the chunk.
        steps: the kind of each step of the funnel.
        within: the window in microseconds.
        places: for each kind, the rows of its events.
        tie: for each row, the first row of its tie.
    """

    def __init__(self, chunk: Chunk, steps: list[int], within: int | None):
        self.user, self.time, self.kind = chunk.user, chunk.time, chunk.event
        self.steps, self.within = steps, FOREVER if within is None else within
        self.places = [np.flatnonzero(self.kind == kind) for kind in range(max(steps) + 1)]
        self._passed: dict[int, np.ndarray] = {}
        news = changes(self.user, self.time)
        self.tie = np.arange(len(news))
        if not news.all():
            self.tie = np.maximum.accumulate(np.where(news, self.tie, 0))

    def attempts(self, order: str, attempt: str) -> Attempts:
        """All attempts, or with `attempt="first"` those that hold their user's first entry."""
        entries = self.places[0]
        # Without a window no later entry gets further than the first.
        if attempt == "first" or (order == "loose" and self.within == FOREVER):
            entries = entries[heads(self.user[entries])]
        if order == "any":
            return self._any(self._around(entries) if attempt == "first" else np.arange(len(self.user)))
        return (self._loose if order == "loose" else self._strict)(entries)

    def _loose(self, start: np.ndarray) -> Attempts:
        """Each step at the earliest event that is still free, from the step before on."""
        found = self._fresh(start, entered=True)
        alive, place, user, begun = np.arange(len(start)), start, self.user[start], self.time[start]
        # Of kinds that return, the last event that an attempt has used, as its rank among the events of the kind.
        again = {kind for kind in self.steps if self.steps.count(kind) > 1}
        used = {kind: np.searchsorted(self.places[kind], start) for kind in again & {self.steps[0]}}
        for step, kind in enumerate(self.steps[1:], 1):
            rank = self._before(kind, place)
            rank = np.maximum(rank, used[kind] + 1) if kind in used else rank
            place, taken, inside = self._at(kind, rank, user, begun)
            alive, place, user, begun = alive[inside], place[inside], user[inside], begun[inside]
            used = {one: ranks[inside] for one, ranks in (used | {kind: rank}).items() if one in again}
            found.depth[alive], found.reached[step, alive] = step + 1, taken[inside]
        return found

    def _any(self, start: np.ndarray) -> Attempts:
        """From each event on, when all of the first k steps have been there, whatever their order."""
        found = self._fresh(start, entered=False)
        alive, rows, user, begun = np.arange(len(start)), start, self.user[start], self.time[start]
        latest = np.zeros(len(start), np.int64)
        for step, kind in enumerate(self.steps):
            earlier = self.steps[:step].count(kind)
            _, taken, inside = self._at(kind, self._before(kind, rows) + earlier, user, begun)
            alive, rows, user, begun = alive[inside], rows[inside], user[inside], begun[inside]
            latest = np.maximum(latest[inside], taken[inside])
            found.depth[alive], found.reached[step, alive] = step + 1, latest
        # An attempt begins with one of its own steps.
        own = np.array([self.steps.index(kind) for kind in range(max(self.steps) + 1)])
        kept = own[self.kind[start]] < found.depth
        return Attempts(start[kept], found.depth[kept], found.reached[:, kept])

    def _strict(self, start: np.ndarray) -> Attempts:
        """Each step right after the one before. Where a tie may be read in several ways, all are followed."""
        found = self._fresh(start, entered=True)
        # Ties in order: where each begins, how large it is, how many events of each kind it holds.
        begins = np.flatnonzero(changes(self.tie))
        size = np.diff(np.append(begins, len(self.tie)))
        holds = [np.add.reduceat(self.kind == kind, begins, dtype=np.int32) for kind in range(len(self.places))]

        def prefixes(depth: int, attempt: np.ndarray, tie: np.ndarray) -> Iterator[tuple]:
            """For attempts at a depth, those that reach each greater depth within a tie."""
            for deeper in range(depth + 1, len(self.steps) + 1):
                kind = self.steps[deeper - 1]
                enough = holds[kind][tie] >= self.steps[depth:deeper].count(kind)
                attempt, tie = attempt[enough], tie[enough]
                if not len(attempt):
                    return
                found.depth[attempt] = np.maximum(found.depth[attempt], deeper)
                taken = self.time[begins[tie]] - self.time[start[attempt]]
                np.minimum.at(found.reached[deeper - 1], attempt, taken)
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
        return found

    def _before(self, kind: int, rows: np.ndarray) -> np.ndarray:
        """How many events of a kind come before the tie of each of `rows`."""
        if kind not in self._passed:
            self._passed[kind] = np.cumsum(self.kind == kind, dtype=np.int32)
        tie = self.tie[rows]
        return self._passed[kind][tie] - (self.kind[tie] == kind)

    def _at(self, kind: int, rank: np.ndarray, user: np.ndarray, begun: np.ndarray) -> tuple:
        """Of the events of a kind with these ranks the rows, the time since `begun`, and whether they count."""
        places = self.places[kind]
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

    def _fresh(self, start: np.ndarray, entered: bool) -> Attempts:
        reached = np.full((len(self.steps), len(start)), FOREVER)
        if entered:
            reached[0] = 0
        return Attempts(start, np.full(len(start), int(entered), np.int16), reached)


def heads(user: np.ndarray) -> np.ndarray:
    """The places where another user begins.

    >>> heads(np.array([3, 3, 5]))
    array([0, 2])
    """
    return np.flatnonzero(changes(user))


def best(user: np.ndarray, depth: np.ndarray) -> np.ndarray:
    """Each user's deepest attempt, of several the earliest.

    >>> best(np.array([3, 3, 3, 5]), np.array([1, 2, 2, 1]))
    array([1, 3])
    """
    begins = heads(user)
    if not len(begins):
        return begins
    deepest = np.repeat(np.maximum.reduceat(depth, begins), np.diff(np.append(begins, len(user))))
    found = np.flatnonzero(depth == deepest)
    return found[heads(user[found])]

"""Funnels and retention followed plainly: one user at a time, every reading of equal times, every attempt."""

from collections import Counter
from itertools import groupby, permutations, product

import pandas as pd


def readings(rows):
    """Every order of a user's events that their times allow."""
    ties = [list(tie) for _, tie in groupby(sorted(rows, key=lambda row: row[1]), key=lambda row: row[1])]
    for reading in product(*(permutations(tie) for tie in ties)):
        yield [row for tie in reading for row in tie]


def followed(reading, start, steps, within, order):
    """The times of the steps that one attempt reaches in one reading."""
    begun, times = reading[start][1], [reading[start][1]]
    for event, time, *_ in reading[start + 1 :]:
        if len(times) == len(steps) or time - begun > within:
            break
        if event == steps[len(times)]:
            times.append(time)
        elif order == "strict":
            break
    return times


def gathered(rows, first, steps, within):
    """The times at which the first k steps have all happened, from one event on."""
    near = [row for row in rows if 0 <= row[1] - first[1] <= within]
    times = []
    for many in range(1, len(steps) + 1):
        moments = [t for t in sorted({row[1] for row in near})]
        have = [t for t in moments if Counter(steps[:many]) <= Counter(row[0] for row in near if row[1] <= t)]
        if not have:
            break
        times.append(have[0])
    return times if first[0] in steps[: len(times)] else []


def attempts_of(rows, steps, within, order):
    """All attempts of one user: the row that begins it, and when it reached its steps; the earliest first."""
    rows = sorted((row for row in rows if row[0] in steps), key=lambda row: (row[1], row[0], row[2]))
    for row in rows:
        if order == "any":
            times = gathered(rows, row, steps, within)
        elif row[0] != steps[0]:
            continue
        else:
            runs = [
                followed(reading, start, steps, within, order)
                for reading in readings(rows)
                for start, event in enumerate(reading)
                if event is row
            ]
            longest = max(map(len, runs))
            times = [min(run[step] for run in runs if len(run) > step) for step in range(longest)]
        if times:
            yield row, times


def reference(table, steps, within, order, attempt):
    """For each group: users at each step, times to it, how many are still open."""
    seen, users = set(), {}
    for row in sorted(table, key=lambda row: (row[2] or 0, row[1], str(row[0]), row[3] is None, row[3] or "")):
        user, event, time, group, identity = row
        known = ("id", identity) if identity is not None else (user, event, time)
        if user is None or time is None:
            continue
        users.setdefault(user, [])
        if known not in seen:
            seen.add(known)
            users[user].append((event, time, (group is None, group or "")))
    end = max(time for rows in users.values() for _, time, _ in rows)
    result = {}
    for rows in users.values():
        tried = list(attempts_of(rows, steps, within, order))
        entries = [time for event, time, _ in rows if event == steps[0]]
        if attempt == "first" and order == "any":
            tried = [(row, times) for row, times in tried if row[1] <= min(entries)]
        elif attempt == "first":
            tried = tried[:1]
        if not tried:
            continue
        row, times = max(tried, key=lambda attempt: len(attempt[1]))
        still = any(first[1] + within > end for first, _ in tried)
        group = result.setdefault(row[2], [[0, [], 0] for _ in steps])
        for step, counted in enumerate(group):
            if step < len(times):
                counted[0] += 1
                counted[1].append(times[step] - row[1])
            else:
                counted[2] += still
    return result


def plain_retention(table, start, back, period, periods):
    """Cohorts one user at a time."""
    code = {"day": "D", "week": "W-SUN", "month": "M"}[period]
    rows = sorted({row for row in table if None not in row})
    end = max(row[2] for row in rows)
    cohorts = {}
    for user in {row[0] for row in rows}:
        own = [row for row in rows if row[0] == user]
        starts = [time for _, event, time in own if event == start]
        if starts:
            first = pd.Period(min(starts), code)
            later = {
                (pd.Period(time, code) - first).n
                for _, event, time in own
                if event == back and time >= min(starts) and (event, time) != (start, min(starts))
            }
            cohorts.setdefault(first, []).append(later)
    for first in sorted(cohorts):
        for after in range(periods + 1):
            over = (first + after + 1).start_time <= end
            came = sum(after in later for later in cohorts[first])
            yield first.start_time, len(cohorts[first]), after, came if over else None

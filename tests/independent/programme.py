"""What is on and what is next in a hall, as a person with the printed programme would say it."""

import dataclasses
import datetime

# An evening session belongs to the day it began on: the event's day turns at five in the morning.
DAY_TURN = datetime.timedelta(hours=5)
# A session that has no end lasts until the hall's next begins, and no longer than this.
LONGEST_OPEN_END = datetime.timedelta(hours=4)


@dataclasses.dataclass(eq=False)
class Session:
    """In one hall. Several titles: the document has it in several languages, or leaves open which of them to show."""

    titles: frozenset
    start: datetime.datetime  # all instants are UTC
    end: datetime.datetime | None = None  # exclusive; None: the document does not say
    is_break: bool = False
    is_cancelled: bool = False
    number: int = 0  # one of each document's; a plenum has the same in each hall

    def named(self, zone):
        return f"{self.start.astimezone(zone or datetime.timezone.utc):%m-%dT%H:%M} {min(self.titles)!r}"


@dataclasses.dataclass
class Hall:
    names: frozenset  # folded; of several languages several
    sessions: list = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Programme:
    dialect: str
    halls: list
    zone: datetime.tzinfo | None  # None: nobody says it, so that nothing can be said of any instant

    def sessions(self):
        return [session for hall in self.halls for session in hall.sessions]

    def session_count(self):
        return len({session.number for session in self.sessions()})

    def settle(self):
        """Fills in the ends that the document leaves open. To be called once, when all sessions are there."""
        for hall in self.halls:
            starts = sorted(session.start for session in hall.sessions if not session.is_cancelled)
            for session in hall.sessions:
                if session.end is None:
                    later = [start for start in starts if start > session.start]
                    session.end = min([session.start + LONGEST_OPEN_END, *later[:1]])
        return self

    def day(self, instant):
        return (instant.astimezone(self.zone).replace(tzinfo=None) - DAY_TURN).date()

    def on(self, hall, instant):
        """The sessions that are on; where there is none, the breaks."""
        if self.zone is None:
            return []
        on = [s for s in hall.sessions if not s.is_cancelled and s.start <= instant < s.end]
        return [s for s in on if not s.is_break] or on

    def next(self, hall, instant):
        """What begins next, several if they begin together. Today's comes before another day's, and then a session
        before a break, since nobody who asks what is next means lunch."""
        if self.zone is None:
            return []
        later = [s for s in hall.sessions if not s.is_cancelled and s.start > instant]
        today = [s for s in later if self.day(s.start) == self.day(instant)]
        for these in (today, later):
            for is_break in (False, True):
                candidates = [s for s in these if s.is_break == is_break]
                if candidates:
                    first = min(s.start for s in candidates)
                    return [s for s in candidates if s.start == first]
        return []

    def instants(self, count):
        """Spread over the event: starts, ends, the second before each, gaps, midnights, before and after all."""
        sessions = [s for s in self.sessions() if not s.is_cancelled]
        if not sessions:
            return []
        second = datetime.timedelta(seconds=1)
        starts = sorted({s.start for s in sessions})
        ends = sorted({s.end for s in sessions})
        edges = sorted({*starts, *ends})
        middles = [a + (b - a) / 2 for a, b in zip(edges, edges[1:])]
        gaps = [m for m in middles if not any(s.start <= m < s.end for s in sessions)]
        zone = self.zone or datetime.timezone.utc
        days = sorted({time.astimezone(zone).date() for time in edges})
        midnights = [datetime.datetime.combine(day, datetime.time(), zone) for day in days]
        around = [edges[0] - datetime.timedelta(hours=1), edges[-1] + second]
        evenly = [edges[0] + (edges[-1] - edges[0]) * i / (count + 1) for i in range(1, count + 1)]
        groups = [starts, ends, [t - second for t in starts], [t - second for t in ends], gaps, midnights, around]
        chosen = set()
        share = max(1, count // len(groups))
        while len(chosen) < count and share <= count + len(edges):
            for group in groups if share < len(edges) else [*groups, evenly]:
                for instant in _spread(group, share):
                    if len(chosen) < count:
                        chosen.add(instant.astimezone(datetime.timezone.utc).replace(microsecond=0))
            share += 1
        return sorted(chosen)


def _spread(instants, count):
    """`count` of a list, evenly, the first and the last among them."""
    if len(instants) <= count:
        return instants
    if count == 1:
        return [instants[len(instants) // 2]]
    return [instants[i * (len(instants) - 1) // (count - 1)] for i in range(count)]

"""How long a session of a schedule.json lasts. The schema knows H:MM; writers know days (D:HH:MM, as the XML has it),
minutes alone, seconds, and ISO 8601."""

import dataclasses
import datetime
import re

LONGEST = datetime.timedelta(hours=12)  # of a session whose hall others use meanwhile


@dataclasses.dataclass
class Length:
    plain: datetime.timedelta | None  # as the schema reads it
    in_seconds: datetime.timedelta | None  # if the last number counts seconds
    shape: int  # how many numbers
    is_strange: bool  # too long to be believed at once
    is_odd: bool = False  # nobody writes days like that: "00:20:00", 2700


def length(value):
    """None: no length at all, and so is one of nothing."""
    text = str(value).strip() if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
    iso = re.fullmatch(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", text)
    if iso and any(iso.groups()):
        days, hours, mins, seconds = (int(x or 0) for x in iso.groups())
        return Length(datetime.timedelta(days, seconds, minutes=mins, hours=hours), None, 0, False)
    if not re.fullmatch(r"\d{1,6}(:\d{1,3}){0,2}", text):
        return None
    *before, last = map(int, text.split(":"))
    seconds = last + sum(n * 60 ** (i + 1) for i, n in enumerate(reversed(before)))
    if len(before) == 2:
        plain = datetime.timedelta(days=before[0], hours=before[1], minutes=last)
    else:
        plain = datetime.timedelta(minutes=last + 60 * sum(before))
    if not plain:
        return None
    in_seconds = datetime.timedelta(seconds=seconds)
    if seconds % 60 or in_seconds > LONGEST:
        in_seconds = None
    is_odd = not before or (len(before) == 2 and text[0] == "0")
    return Length(plain, in_seconds, len(before) + 1, plain > LONGEST, is_odd)


def settle(lengths):
    """Gives sessions their ends, by (hall, session, length). What a strange length means is asked of the hall, so that
    the plain ones come first. Who counts seconds once, in one shape, does so each time."""
    for _, session, written in lengths:
        if not written.is_strange:
            session.end = session.start + written.plain
    for shape in {written.shape for _, _, written in lengths}:
        alike = [x for x in lengths if x[2].shape == shape]
        may_be_seconds = all(written.in_seconds for _, _, written in alike)
        for hall, session, written in alike:
            if written.is_strange:
                session.end = _as_meant(hall, session, written, may_be_seconds or shape == 1)
        seconds = [s for _, s, written in alike if written.in_seconds and s.end == s.start + written.in_seconds]
        if seconds and may_be_seconds:
            for _, session, written in alike:
                session.end = session.start + written.in_seconds


def _as_meant(hall, session, written, may_be_seconds):
    """The end of a session that is strange. Where others are on in its hall meanwhile, or it is written as nobody
    writes days, its last number counts seconds if that ends before the next begins; else nobody knows."""
    later = [s.start for s in hall.sessions if s.start > session.start and not s.is_break and not s.is_cancelled]
    meanwhile = any(start < session.start + written.plain for start in later)
    if not meanwhile and not written.is_odd:
        return session.start + written.plain
    if may_be_seconds and written.in_seconds and all(session.start + written.in_seconds <= start for start in later):
        return session.start + written.in_seconds
    return None

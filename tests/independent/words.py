"""Names, titles, times: what all exports have in common."""

import datetime
import html
import re
import unicodedata
import zoneinfo

_CANCELLED = r"(?:cancell?ed|called off|abgesagt|entfällt|fällt aus|отменен[аоы]?|отменён|отменяется|ألغيت|ملغى|已取消)"
_PREFIX = re.compile(rf"^\s*(?:\[{_CANCELLED}\]|\({_CANCELLED}\)|{_CANCELLED}\s*[:–—]|{_CANCELLED}\s+-)\s*(?=\S)", re.I)
_SUFFIX = re.compile(rf"(?<=\S)\s*(?:\[{_CANCELLED}\]|\({_CANCELLED}\)|\s[-–—]+\s*{_CANCELLED})\s*$", re.I)

_BREAKS = {
    "break", "shortbreak", "coffee", "coffeebreak", "teabreak", "morningbreak", "afternoonbreak", "lunch", "lunchbreak",
    "breakfast", "dinner", "pause", "kaffeepause", "mittagspause", "mittagessen", "frühstück", "abendessen", "перерыв",
    "обед", "кофепауза", "кофебрейк", "завтрак", "ужин", "استراحة", "غداء", "午餐", "茶歇", "休息",
}  # fmt: skip


def plain(text):
    """A title as it is read: references are characters, blanks are one blank, and what has no shape counts nothing."""
    text = unicodedata.normalize("NFC", html.unescape(text))
    return " ".join("".join(c for c in text if c.isspace() or unicodedata.category(c) not in ("Cc", "Cf")).split())


def fold(name):
    return plain(name).casefold()


def texts(value):
    """Of a title or name that is written plainly or by language: the texts."""
    values = value.values() if isinstance(value, dict) else [value]
    return [plain(text) for text in values if isinstance(text, str) and plain(text)]


def without_cancelled(title):
    """The title without the word that says it is cancelled; None where there is none."""
    for pattern in (_PREFIX, _SUFFIX):
        shorter = pattern.sub("", title).strip()
        if shorter != title.strip():
            return shorter
    return None


def is_break_word(text):
    return "".join(c for c in plain(text).casefold() if c.isalnum()) in _BREAKS


def find_zone(name):
    try:
        return zoneinfo.ZoneInfo(name) if isinstance(name, str) and name else None
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        return None


def instant(text, zone):
    """RFC 3339, as UTC: only so does Python add and compare by the time that passes. One without an offset is the
    zone's; None where there is no zone either, or no time."""
    try:
        time = datetime.datetime.fromisoformat(text)
    except (TypeError, ValueError):
        return None
    if time.tzinfo is None:
        if zone is None:
            return None
        time = time.replace(tzinfo=zone)
    return time.astimezone(datetime.timezone.utc)


def offset(text):
    """Of an instant as it is written; None where it has none."""
    try:
        return datetime.datetime.fromisoformat(text).tzinfo
    except (TypeError, ValueError):
        return None


def minutes(count):
    return datetime.timedelta(minutes=count)

"""Reads what conferences export, by what the formats' own documents say of them. Knows nothing of the kiosk's code.

The documents: schedule.json and its second version, github.com/voc/schedule, validator/json; Sessionize's API,
sessionize.com/playbook/api; pretalx's widget, docs.pretalx.org and pretalx/schedule/models/schedule.py; Indico's HTTP
export API, docs.getindico.io; cfp.dev's public API.
"""

import datetime
import re

from durations import length, settle
from programme import Hall, Programme, Session
from words import find_zone, fold, instant, is_break_word, minutes, offset, plain, texts, without_cancelled


class Foreign(Exception):
    """None of the formats."""


class _Maker:
    """Collects halls and their sessions."""

    def __init__(self, dialect, zone):
        self.dialect = dialect
        self.zone = zone
        self.naive = False  # a time had neither offset nor zone
        self.offset = None  # of the first time that has one
        self.count = 0
        self.halls = {}  # by whatever the document calls them, in its order

    def hall(self, key, name=None):
        if key not in self.halls:
            self.halls[key] = Hall(frozenset(map(fold, texts(key if name is None else name))))
        return self.halls[key]

    def instant(self, text):
        """Of a naive time without a zone nothing is known but its order among the others."""
        time = instant(text, self.zone)
        if time is None and self.zone is None:
            time = instant(text, datetime.timezone.utc)
            self.naive = self.naive or time is not None
        self.offset = self.offset or offset(text)
        return time

    def add(self, halls, title, start, end, is_break=False, is_cancelled=False):
        titles = texts(title) if not isinstance(title, (set, frozenset)) else [t for x in title for t in texts(x)]
        if not titles or start is None or not halls:
            return None
        shorter = [without_cancelled(title) for title in titles]
        if any(shorter):
            is_cancelled = True
            titles = [short or title for short, title in zip(shorter, titles)]
        is_break = is_break or any(map(is_break_word, titles))
        if end is not None and end < start:
            end = None
        self.count += 1
        made = [Session(frozenset(titles), start, end, is_break, is_cancelled, self.count) for _ in halls]
        for hall, session in zip(halls, made):
            hall.sessions.append(session)
        return made

    def programme(self):
        zone = self.zone or (None if self.naive else self.offset)  # the offset tells when the day turns
        return Programme(self.dialect, list(self.halls.values()), zone).settle()


def _is_list_of(document, key):
    whole = isinstance(document, list) and bool(document)
    return whole and all(isinstance(element, dict) and key in element for element in document)


def _schedule(document):
    schedule = document.get("schedule") if isinstance(document, dict) else None
    return schedule if isinstance(schedule, dict) and isinstance(schedule.get("conference"), dict) else None


def is_schedule_1(document):
    schedule = _schedule(document)
    return schedule is not None and "events" not in schedule and isinstance(schedule["conference"].get("days"), list)


def read_schedule_1(document, zone):
    conference = _schedule(document)["conference"]
    events = [e for day in conference["days"] for events in (day.get("rooms") or {}).values() for e in events]
    offsets = [offset(event.get("date")) for event in events]
    zone = find_zone(conference.get("time_zone_name")) or zone or next(filter(None, offsets), None)
    made = _Maker("schedule.json", zone)
    for room in conference.get("rooms") or []:
        made.hall(fold(room["name"]), room["name"])
    lengths = []
    for day in conference["days"]:
        for name, events in (day.get("rooms") or {}).items():
            hall = made.hall(fold(name), name)
            for event in events:
                start = made.instant(event.get("date")) or _by_wall_clock(made, day, event.get("start"))
                state = event.get("state") or event.get("status") or ""
                sessions = made.add(
                    [hall],
                    event.get("title"),
                    start,
                    made.instant(event.get("end")),
                    is_break_word(event.get("type") or ""),
                    fold(state) in ("cancelled", "canceled"),
                )
                written = length(event.get("duration"))
                if sessions and sessions[0].end is None and written:
                    lengths.append((hall, sessions[0], written))
    settle(lengths)
    return made.programme()


def _by_wall_clock(made, day, start):
    """Old files have no `date`: the day's, or the next where `start` is before the day's turn."""
    if not isinstance(start, str) or not re.fullmatch(r"\d{1,2}:\d{2}(:\d{2})?", start) or "date" not in day:
        return None
    hours, rest = start.split(":", 1)
    date = datetime.date.fromisoformat(day["date"][:10])
    if int(hours) < 5:
        date += datetime.timedelta(days=1)
    return made.instant(f"{date}T{int(hours):02}:{rest}")


def is_schedule_2(document):
    schedule = _schedule(document)
    return schedule is not None and isinstance(schedule.get("events"), list)


def read_schedule_2(document, zone):
    schedule = _schedule(document)
    conference = schedule["conference"]
    made = _Maker("schedule.json 2", find_zone(conference.get("time_zone_name")) or zone)
    for room in conference.get("rooms") or []:
        made.hall(room.get("guid") or fold(room["name"]), room.get("name"))
    for event in schedule["events"]:
        room = event.get("room")
        if not room:
            continue
        if isinstance(room, str):
            room = {"name": room}
        start = made.instant(event.get("start"))
        end = made.instant(event.get("end"))
        written = length(event.get("duration"))
        if end is None and start is not None and written and not written.is_strange:
            end = start + written.plain
        hall = made.hall(room.get("guid") or fold(room["name"]), room.get("name"))
        made.add([hall], event.get("title"), start, end, is_break_word(event.get("type") or ""))
    return made.programme()


def is_sessionize_all(document):
    return isinstance(document, dict) and all(isinstance(document.get(key), list) for key in ("sessions", "rooms"))


def is_grid_smart(document):
    return _is_list_of(document, "date") and all(isinstance(day.get("rooms"), list) for day in document)


def read_sessionize_all(document, zone):
    made = _Maker("Sessionize All", zone)
    for room in document["rooms"]:
        made.hall(room["id"], room["name"])
    _add_sessionize(made, document["sessions"])
    return made.programme()


def read_grid_smart(document, zone):
    made = _Maker("Sessionize GridSmart", zone)
    sessions = {}
    for day in document:
        for room in day["rooms"]:
            made.hall(room["id"], room["name"])
            sessions.update((session["id"], session) for session in room.get("sessions") or [])
        for slot in day.get("timeSlots") or []:
            for room in slot.get("rooms") or []:
                if room.get("session"):
                    sessions.setdefault(room["session"]["id"], room["session"])
    _add_sessionize(made, sessions.values())
    return made.programme()


def _add_sessionize(made, sessions):
    """A plenum that names a room is in that room; one without is in all. Service sessions are what is no talk; one that
    is a plenum spans all columns of the grid, whichever it was put in: when everyone has lunch, no room has a talk."""
    for session in sessions:
        room, service, plenum = (session.get(key) for key in ("roomId", "isServiceSession", "isPlenumSession"))
        halls = [made.halls[room]] if room in made.halls else []
        if (plenum or service) if room is None else (plenum and service):
            halls = list(made.halls.values())
        made.add(
            halls,
            session.get("title"),
            made.instant(session.get("startsAt")),
            made.instant(session.get("endsAt")),
            bool(service),
            fold(session.get("status") or "") in ("cancelled", "canceled", "declined"),
        )


def is_widget(document):
    return isinstance(document, dict) and all(isinstance(document.get(key), list) for key in ("talks", "rooms"))


def read_widget(document, zone):
    """What has no code is no submission: a break, written into the schedule; without a room it is for all."""
    made = _Maker("pretalx widget", find_zone(document.get("timezone")) or zone)
    for room in document["rooms"]:
        made.hall(room["id"], room["name"])
    for talk in document["talks"]:
        halls = [made.halls[talk["room"]]] if talk.get("room") in made.halls else []
        if talk.get("room") is None and not talk.get("code"):
            halls = list(made.halls.values())
        start, end = made.instant(talk.get("start")), made.instant(talk.get("end"))
        if end is None and start is not None and isinstance(talk.get("duration"), int):
            end = start + minutes(talk["duration"])
        cancelled = fold(talk.get("state") or "") in ("canceled", "cancelled", "withdrawn")
        made.add(halls, talk.get("title"), start, end, not talk.get("code"), cancelled)
    return made.programme()


def is_indico(document):
    return isinstance(document, dict) and "results" in document and isinstance(document["results"], (dict, list))


def read_indico(document, zone):
    """The timetable, or an event with its contributions. A session block is what is in it; but an empty one is itself,
    and so is one of posters, which hang all at once. Where no room is named, there is no door to speak of."""
    made = _Maker("Indico", zone)
    made.entries = []
    results = document["results"]
    if isinstance(results, dict):
        for days in results.values():
            for entries in days.values():
                _add_indico(made, (entries or {}).values(), "")
    else:
        for event in results:
            _add_indico(made, event.get("contributions") or [], event.get("room") or "")
            _add_indico(made, event.get("sessions") or [], event.get("room") or "")
    for room, title, start, end, is_break in made.entries:
        if room:
            halls = [made.halls[fold(room)]]
        elif is_break:
            halls = list(made.halls.values())
        else:
            halls = []
        made.add(halls, title, start, end, is_break)
    return made.programme()


def _add_indico(made, entries, room):
    for entry in entries:
        here = plain(entry.get("room") or "") or room
        inside = entry.get("entries") or entry.get("contributions") or []
        inside = list(inside.values() if isinstance(inside, dict) else inside)
        if inside and not entry.get("isPoster"):
            _add_indico(made, inside, here)
            continue
        start, end = _indico_time(made, entry.get("startDate")), _indico_time(made, entry.get("endDate"))
        if start is None:
            continue
        if here:
            made.hall(fold(here), here)
        slot = entry.get("slotTitle")
        title = {entry["title"], f"{entry['title']}: {slot}"} if slot else entry["title"]
        made.entries.append((here, title, start, end, entry.get("entryType") == "Break"))


def _indico_time(made, value):
    if not isinstance(value, dict):
        return None
    zone = find_zone(value.get("tz"))
    made.zone = made.zone or zone
    return instant(f"{value['date']}T{value['time'][:8]}", zone or made.zone)


def is_cfp_dev(document):
    return _is_list_of(document, "fromDate")


def read_cfp_dev(document, zone):
    """A pause without a talk is called by what kind of slot it is, "Lunch", and so is what is reserved; any other slot
    without one is free. Where another room watches a talk (overflow), that talk is on there too, and the document
    leaves open whether to call it so."""
    zones = [find_zone(slot.get("timezone")) for slot in document]
    made = _Maker("cfp.dev", next(filter(None, zones), zone))
    slots = []
    for slot in document:
        room = slot.get("room") or {"id": slot.get("roomId"), "name": slot.get("roomName")}
        kind = slot.get("sessionType") or {"name": slot.get("sessionTypeName"), "pause": slot.get("sessionTypeBreak")}
        talk = (slot.get("proposal") or {}).get("title") or slot.get("talkTitle")
        slots.append((slot, room, kind, talk))
    for slot, room, kind, talk in slots:
        if not room.get("name"):
            continue
        if not (talk or kind.get("pause") or slot.get("reserved") or slot.get("overflow")):
            continue
        titles = {talk} if talk else {kind.get("name"), slot.get("remark")} - {None}
        if slot.get("overflow") and not talk:
            titles |= {t for s, _, k, t in slots if t and k == kind and s["fromDate"] == slot["fromDate"]}
        made.add(
            [made.hall(room["id"], room["name"])],
            titles,
            made.instant(slot["fromDate"]),
            made.instant(slot.get("toDate")),
            bool(kind.get("pause")),
        )
    return made.programme()


_READERS = [
    (is_schedule_2, read_schedule_2),
    (is_schedule_1, read_schedule_1),
    (is_widget, read_widget),
    (is_sessionize_all, read_sessionize_all),
    (is_grid_smart, read_grid_smart),
    (is_indico, read_indico),
    (is_cfp_dev, read_cfp_dev),
]


def read(document, zone=None):
    """`zone`: a tzinfo for the formats that name none. Raises Foreign."""
    for recognises, reader in _READERS:
        if recognises(document):
            return reader(document, zone)
    raise Foreign()

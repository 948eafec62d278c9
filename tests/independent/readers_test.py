#!/usr/bin/env python3
"""Holds the readers against what a person sees in the fixtures: to agree with a reader that is wrong proves nothing."""

import datetime
import json
import pathlib
import unittest
import zoneinfo

import compare
import durations
import readers
import words

FIXTURES = pathlib.Path(__file__).parent / "fixtures"

ANGLE_BRACKETS = "<input> & __init__: a talk about *names*"
AFTER_MIDNIGHT = "After midnight, by the wall clock alone"

# Of each fixture: its zone, where it names none, and how far the times below are from UTC; then hall, local time, what
# is on, what is next.
SEEN = {
    "schedule-1.json": (
        None,
        "+02:00",
        [
            ("Great Hall", "2026-10-24T09:59:59", [], "Opening"),
            ("Great Hall", "2026-10-24T10:00:00", ["Opening"], "Twenty minutes and no seconds"),
            ("Great Hall", "2026-10-24T11:04:59", ["Twenty minutes and no seconds"], ANGLE_BRACKETS),
            ("Great Hall", "2026-10-24T11:05:00", [], ANGLE_BRACKETS),
            ("Great Hall", "2026-10-24T11:55:00", [], "Lunch with an expert"),
            ("Great Hall", "2026-10-24T12:10:00", ["Lunch"], "Lunch with an expert"),
            ("Great Hall", "2026-10-24T12:20:00", ["Lunch with an expert"], "The end wins"),
            ("Great Hall", "2026-10-24T13:30:00", [], "Nobody says how long"),
            ("Great Hall", "2026-10-24T14:40:00", ["Nobody says how long"], "Kites instead"),
            ("Great Hall", "2026-10-25T02:29:59", ["Long evening"], "After the clocks went back"),
            ("Great Hall", "2026-10-25T11:00:00", ["After the clocks went back"], "One guid, two talks: red"),
            ("Small Hall", "2026-10-24T10:45:00", ["Apples beside them", "Oranges"], "An open end in the evening"),
            ("Small Hall", "2026-10-24T12:10:00", ["A stroll"], "An open end in the evening"),
            ("Small Hall", "2026-10-24T23:59:59", ["An open end in the evening"], AFTER_MIDNIGHT),
            ("Small Hall", "2026-10-25T00:00:00", [], AFTER_MIDNIGHT),
            ("Small Hall", "2026-10-25T01:59:59", [AFTER_MIDNIGHT], "One guid, two talks: blue"),
            ("Empty Room", "2026-10-24T10:00:00", [], None),
            ("Lab", "2026-10-25T10:59:59", ["A camp of a day and two hours"], None),
        ],
    ),
    "schedule-2.json": (
        None,
        "+01:00",
        [
            ("Great Hall", "2026-03-28T10:30:00", ["Opening"], "Mittagspause"),
            ("Small Hall", "2026-03-28T10:29:59", [], "Plums"),
            ("Small Hall", "2026-03-28T10:30:00", ["Plums"], "Into the night in which an hour is lost"),
            ("Small Hall", "2026-03-29T02:59:59", ["Into the night in which an hour is lost"], None),
            ("Small Hall", "2026-03-29T03:00:00", [], None),
            ("Great Hall", "2026-03-29T10:30:00", [], None),
        ],
    ),
    "sessionize-all.json": (
        "Europe/Vienna",
        "+02:00",
        [
            ("Great Hall", "2026-05-01T08:00:00", ["Doors & badges"], "Looms"),
            ("Small Room", "2026-05-01T11:00:00", ["Looms, the workshop"], "Threads, again"),
            ("Loft", "2026-05-01T12:30:00", ["Lunch"], "Farewell"),
            ("Great Hall", "2026-05-01T13:30:00", [], "Farewell"),
            ("Loft", "2026-05-01T16:00:00", ["Farewell"], None),
        ],
    ),
    "sessionize-plenum.json": (
        "Europe/Vienna",
        "+02:00",
        [
            ("Great Hall", "2026-05-01T09:00:00", ["Keynote in the Great Hall"], "Looms"),
            ("Small Room", "2026-05-01T09:00:00", [], "Looms, the workshop"),
            ("Loft", "2026-05-01T08:30:00", ["Doors & badges"], "Lunch for all"),
            ("Great Hall", "2026-05-01T12:10:00", ["Lunch for all"], None),
            ("Small Room", "2026-05-01T12:10:00", ["Lunch for all"], "Threads"),
        ],
    ),
    "sessionize-grid-smart.json": (
        "Europe/Vienna",
        "+02:00",
        [
            ("Great Hall", "2026-05-01T09:00:00", ["Keynote in the Great Hall"], "Looms"),
            ("Small Room", "2026-05-01T09:40:00", ["Looms, the workshop"], "Threads"),
            ("Great Hall", "2026-05-01T20:00:00", [], "The second day"),
            ("Loft", "2026-05-01T12:10:00", ["Lunch for all"], None),
        ],
    ),
    "pretalx-widget.json": (
        None,
        "+02:00",
        [
            ("Station", "2026-06-05T09:00:00", ["Steam"], "Signals & <switches>"),
            ("Depot", "2026-06-05T09:00:00", ["Rails"], "Lunch"),
            ("Bahnhof", "2026-06-05T09:50:00", ["Watching trains"], "Signals & <switches>"),
            ("Depot", "2026-06-05T12:10:00", ["Lunch"], None),
            ("Depot", "2026-06-05T13:10:00", [], None),
        ],
    ),
    "indico-timetable.json": (
        None,
        "+02:00",
        [
            ("Aula", "2026-07-07T09:10:00", ["Muons"], "Quarks"),
            ("Aula", "2026-07-07T09:40:00", ["Quarks"], "Gluons"),
            ("Aula", "2026-07-07T10:05:00", ["A breath of air"], "Gluons"),
            ("Foyer", "2026-07-07T10:30:00", ["Coffee for all"], "Posters"),
            ("Foyer", "2026-07-07T11:50:00", ["Posters"], "Posters of the young"),
            ("Foyer", "2026-07-07T13:10:00", ["Posters of the young"], None),
            ("Aula", "2026-07-07T12:10:00", [], None),
        ],
    ),
    "indico-event.json": (
        None,
        "+02:00",
        [
            ("Salon", "2026-07-07T09:10:00", ["Greetings"], "Budget & plans"),
            ("Salon", "2026-07-07T09:40:00", ["Budget & plans"], None),
            ("Kitchen", "2026-07-07T09:29:59", [], "Next door"),
        ],
    ),
    "cfp-dev-flat.json": (
        None,
        "+02:00",
        [
            ("Big Room", "2026-04-18T08:30:00", ["Breakfast"], "Bowls"),
            ("Blue Room", "2026-04-18T09:10:00", ["Bowls"], "Plates"),
            ("Blue Room", "2026-04-18T10:45:00", [], None),
        ],
    ),
    "cfp-dev-day.json": (
        None,
        "+02:00",
        [
            ("Big Room", "2026-04-17T08:30:00", ["Breakfast"], "Cups of tomorrow"),
            ("Blue Room", "2026-04-17T08:30:00", [], "Cups of tomorrow"),
            ("Blue Room", "2026-04-17T09:10:00", ["Cups of tomorrow"], "Saucers"),
            ("Big Room", "2026-04-17T11:15:00", ["Coffee Break"], "Spoons"),
            ("Blue Room", "2026-04-17T14:30:00", [], "Workshop"),
            ("Blue Room", "2026-04-18T00:45:00", ["Cracks"], None),
        ],
    ),
}


def programme(name, zone):
    return readers.read(json.loads((FIXTURES / name).read_text(encoding="utf-8")), words.find_zone(zone))


class Readers(unittest.TestCase):
    def test_each_fixture_says_what_a_person_sees(self):
        self.assertEqual(sorted(SEEN), sorted(file.name for file in FIXTURES.iterdir()))
        for name, (zone, offset, seen) in SEEN.items():
            made = programme(name, zone)
            for hall_name, local, on, later in seen:
                hall = next(hall for hall in made.halls if words.fold(hall_name) in hall.names)
                instant = words.instant(local + offset, None)
                with self.subTest(file=name, hall=hall_name, at=local):
                    titles = {title for session in made.on(hall, instant) for title in session.titles}
                    self.assertEqual(len(made.on(hall, instant)), len(on))
                    self.assertLessEqual(set(on), titles)
                    nexts = {title for session in made.next(hall, instant) for title in session.titles}
                    self.assertTrue(later in nexts if later else not nexts, nexts)

    def test_without_a_zone_nothing_is_on_or_next(self):
        made = programme("sessionize-all.json", None)
        self.assertTrue(made.sessions())
        for instant in made.instants(20):
            for hall in made.halls:
                self.assertEqual((made.on(hall, instant), made.next(hall, instant)), ([], []))

    def test_instants_are_as_many_as_asked_for(self):
        for name, (zone, _, _) in SEEN.items():
            instants = programme(name, zone).instants(20)
            self.assertEqual(len(set(instants)), 20)

    def test_what_is_none_of_the_formats_is_told(self):
        for document in ({}, [], [1], {"schedule": {}}, {"sessions": []}, "text", None):
            with self.subTest(document=document), self.assertRaises(readers.Foreign):
                readers.read(document)


class Comparison(unittest.TestCase):
    def setUp(self):
        self.made = programme("sessionize-all.json", "Europe/Vienna")
        self.hall = self.made.halls[0]
        self.instant = words.instant("2026-05-01T10:30:00+02:00", None)
        self.looms = {"title": "Looms", "start": "2026-05-01T10:00:00+02:00", "end": "2026-05-01T10:50:00+02:00"}
        self.needles = {"title": "Needles", "start": "2026-05-01T11:00:00+02:00", "end": None}

    def said(self, now, later):
        return len(compare.disagreements(self.made, self.hall, {"now": now, "next": later}, self.instant))

    def test_it_agrees_with_what_is_right(self):
        self.assertEqual(self.said([self.looms], self.needles), 0)
        self.assertEqual(self.said([{**self.looms, "start": "2026-05-01T08:00:00Z"}], self.needles), 0)

    def test_it_tells_whatever_is_wrong(self):
        for wrong in ({"title": "Rooms"}, {"start": "2026-05-01T10:00:01+02:00"}, {"end": "2026-05-01T10:49:59+02:00"}):
            self.assertEqual(self.said([{**self.looms, **wrong}], self.needles), 1, wrong)
        self.assertEqual(self.said([], self.needles), 1)
        self.assertEqual(self.said([self.looms, self.needles], self.needles), 1)
        self.assertEqual(self.said([self.looms], None), 1)
        self.assertEqual(self.said([self.looms], self.looms), 1)
        self.assertEqual(self.said([], None), 2)

    def test_halls_are_met_by_name(self):
        kiosk = [{"name": "LOFT"}, {"name": "Great  Hall"}, {"name": "Cellar"}]
        pairs, missing, surplus = compare.pair_halls(self.made, kiosk)
        self.assertEqual([other["name"] for _, other in pairs], ["Great  Hall", "LOFT"])
        self.assertEqual((len(missing), surplus), (1, [{"name": "Cellar"}]))


class Words(unittest.TestCase):
    def test_cancelled_is_before_or_behind_a_title_and_never_in_it(self):
        before = ("CANCELLED: Kites", "[cancelled] Kites", "Отменено – Kites")
        for title in (*before, "Kites (abgesagt)", "Kites - CANCELED"):
            self.assertEqual(words.without_cancelled(title), "Kites")
        for title in ("Cancelled flights", "Noise-cancelled", "Why it was cancelled"):
            self.assertIsNone(words.without_cancelled(title))

    def test_a_break_is_a_break_by_its_whole_title(self):
        for title in ("Lunch", "COFFEE BREAK", "Coffee-Break", "☕ Pause", "Кофе-пауза"):
            self.assertTrue(words.is_break_word(title), title)
        for title in ("Lunch with an expert", "Breaking in", ""):
            self.assertFalse(words.is_break_word(title), title)

    def test_a_plain_title_keeps_what_looks_like_tags(self):
        self.assertEqual(words.plain(" From <div>\n&amp; *soup* "), "From <div> & *soup*")

    def test_an_hour_that_comes_twice_is_two_instants(self):
        berlin = zoneinfo.ZoneInfo("Europe/Berlin")
        once = words.instant("2026-10-25T02:30:00+02:00", berlin)
        again = words.instant("2026-10-25T02:30:00+01:00", berlin)
        self.assertEqual(again - once, datetime.timedelta(hours=1))


class Durations(unittest.TestCase):
    def test_they_are_read_as_the_formats_say(self):
        for text, minutes in (("0:45", 45), ("00:90", 90), ("1:02:00", 1560), (45, 45), ("45", 45), ("PT1H30M", 90)):
            self.assertEqual(durations.length(text).plain, datetime.timedelta(minutes=minutes), text)
        for text in ("", "soon", "135.0:00", "0:00", 0, None, True, -5):
            self.assertIsNone(durations.length(text), text)

    def test_strange_is_more_than_half_a_day(self):
        for text, strange in (("11:59", False), ("12:00", False), ("12:01", True), ("00:20:00", True), (2700, True)):
            self.assertEqual(durations.length(text).is_strange, strange, text)


if __name__ == "__main__":
    unittest.main()

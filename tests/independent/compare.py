#!/usr/bin/env python3
"""Compares what the kiosk says is on and next with what readers of its own say, for instants spread over the event and
every hall of every file, and prints what came of it.

    tests/independent/compare.py build/release/venue-kiosk schedule.json sessionize.json@Europe/Vienna ...

Behind the @ stands the zone, for files that name none. Exits 1 where the two disagree, 2 where there is nothing to
compare.
"""

import argparse
import datetime
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import readers
import words


def kiosk_halls(program, file, zone, instant):
    """What the program says of an instant, by its --json; a text where it refuses the file."""
    with tempfile.TemporaryDirectory() as folder:
        settings = pathlib.Path(folder) / "kiosk.toml"
        zone_line = f'time_zone = "{zone}"\n' if zone else ""
        settings.write_text(f"{zone_line}[feed]\nurl = {json.dumps(str(file.resolve()))}\n", encoding="utf-8")
        run = subprocess.run(
            [program, "halls", "--json", "--config", settings, "--at", instant.strftime("%Y-%m-%dT%H:%M:%SZ")],
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "LC_ALL": "C.UTF-8", "VENUE_KIOSK_CACHE": folder},
            check=False,
        )
    if run.returncode == 3 or not run.stdout:
        return run.stderr.strip() or f"exit {run.returncode}"
    return json.loads(run.stdout)["halls"]


def pair_halls(programme, halls):
    """Each hall of the reader with the kiosk's of that name, equal names in order. Where both have one, it is that one:
    the document need not have named it."""
    if len(programme.halls) == 1 and len(halls) == 1:
        return [(programme.halls[0], halls[0])], [], []
    left = list(halls)
    pairs, missing = [], []
    for hall in programme.halls:
        found = next((other for other in left if words.fold(other["name"]) in hall.names), None)
        if found is None:
            missing.append(hall)
        else:
            left.remove(found)
            pairs.append((hall, found))
    return pairs, missing, left


def is_same(session, slot):
    start, end = words.instant(slot["start"], None), words.instant(slot["end"], None)
    return words.plain(slot["title"]) in session.titles and start == session.start and end in (None, session.end)


def shown(slots):
    return " + ".join(f"{slot['start'][5:16]} {slot['title']!r}" for slot in slots) or "nothing"


def named(sessions, zone):
    return " + ".join(session.named(zone) for session in sessions) or "nothing"


def disagreements(programme, hall, other, instant):
    """Texts, none where the two agree. Of several breaks at once one will do, and what is next may be any of those that
    begin then."""
    said = []
    on, now = programme.on(hall, instant), other["now"]
    enough = 1 if on and on[0].is_break else len(on)
    if len(now) < enough or bool(now) != bool(on) or not all(any(is_same(s, slot) for s in on) for slot in now):
        said.append(f"on: {named(on, programme.zone)}; the kiosk: {shown(now)}")
    later, after = programme.next(hall, instant), other["next"]
    if (not any(is_same(s, after) for s in later)) if after else later:
        said.append(f"next: {named(later, programme.zone)}; the kiosk: {shown([after] if after else [])}")
    return said


def _shown_time(instant, programme):
    return instant.astimezone(programme.zone or datetime.timezone.utc).strftime("%m-%dT%H:%M:%S")


def compare(program, file, zone, count):
    """Prints of one file. The number of comparisons, and of disagreements."""
    document = json.loads(file.read_text(encoding="utf-8-sig"))
    try:
        programme = readers.read(document, words.find_zone(zone))
        nothing = "" if programme.halls else f"{programme.dialect} without a hall"
    except readers.Foreign:
        nothing = "none of the formats"
    if nothing:
        answer = kiosk_halls(program, file, zone, datetime.datetime.now(datetime.timezone.utc))
        refused = isinstance(answer, str)
        print(f"{file.name}: {nothing}, and the kiosk {'refuses it' if refused else 'reads it'}")
        return 1, 0 if refused else 1
    instants = programme.instants(count)
    comparisons, busy, wrong = 0, 0, []
    for instant in instants:
        answer = kiosk_halls(program, file, zone, instant)
        if isinstance(answer, str):
            comparisons, wrong = 1, [f"the kiosk refuses it: {answer.splitlines()[0]}"]
            break
        pairs, missing, surplus = pair_halls(programme, answer)
        for hall in missing:
            wrong.append(f"{'/'.join(sorted(hall.names))!r} is no hall of the kiosk")
        for other in surplus:
            wrong.append(f"{other['name']!r} is a hall of the kiosk alone")
        comparisons += len(pairs) + len(missing) + len(surplus)
        for hall, other in pairs:
            busy += bool(programme.on(hall, instant))
            said = disagreements(programme, hall, other, instant)
            if said:
                wrong.append(f"{other['name']} at {_shown_time(instant, programme)}: {'; '.join(said)}")
    print(
        f"{file.name}: {programme.dialect}, {len(programme.halls)} halls, {programme.session_count()} sessions, "
        f"{len(instants)} instants, {comparisons} comparisons, {busy} of them with something on, "
        f"{comparisons - len(wrong)} agree"
    )
    for line in wrong:
        print(f"    {line}")
    return comparisons, len(wrong)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--instants", type=int, default=20, help="how many of each file (default: 20)")
    parser.add_argument("program", help="the kiosk's program")
    parser.add_argument("files", nargs="+", metavar="FILE[@ZONE]")
    options = parser.parse_args()
    comparisons = wrong = 0
    for argument in options.files:
        file, _, zone = argument.partition("@")
        some, some_wrong = compare(options.program, pathlib.Path(file), zone, options.instants)
        comparisons += some
        wrong += some_wrong
    print(f"{len(options.files)} files, {comparisons} comparisons, {comparisons - wrong} agree, {wrong} disagree")
    return 2 if not comparisons else 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

"""A record's events go in; the details of protocol seen in them come out, each with its standing:
promised by the class of the visit, beyond it, or not known.

A signal is what was observed minus what the host promises to a visit of that class.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from sijill.checks.menus import GuestClass, class_label, class_of, promised, standing_of
from sijill.checks.occasions_of_hosts import LEADERS, host_state
from sijill.checks.told_details import Detail, details_in
from sijill.citation import Citation
from sijill.documents.document import Status
from sijill.edtf import read_date
from sijill.record.items import EventItem
from sijill.record.material import Material
from sijill.record.noted_material import noted_of, tables_of
from sijill.record.peer_rows import PeerRow
from sijill.record.signal_notes import SignalNote
from sijill.record.wording import in_languages, label, say
from sijill.tables import cell_list, open_table
from sijill.workbook import Workbook

#: A visit with fewer parts is told too briefly to say that something is missing in it.
_TOLD_WELL = 3
_MEALS = ("breakfast", "luncheon", "dinner")


#: A row of peers: its place among all, itself, and the other rows of its occasion.
_Row = tuple[int, PeerRow, list[PeerRow]]


@dataclass(frozen=True, slots=True)
class _Seen:
    """A signal seen in an event, before it is held against a menu."""

    signal: str
    event: EventItem
    citations: tuple[Citation, ...]
    value: str = ""
    by: str = ""
    inferred: bool = False


def signals_of(
    material: Material, peers: Sequence[PeerRow], workbook: Workbook | None = None
) -> tuple[SignalNote, ...]:
    """Give a note for every signal of every event, in the order of the events."""
    workbook = workbook or Workbook(keeps=False)
    by_id = {event.id: event for event in material.events}
    material = replace(material, events_by_id=by_id)
    details = details_in(material, workbook)
    rows = _by_guest(peers)
    page, tables = workbook.page("signals"), tables_of(material, workbook)
    notes: list[SignalNote] = []
    observed: dict[str, set[str]] = {}
    classes: dict[str, GuestClass] = {}
    returned = _returned(material)
    for event in material.events:
        told = tuple(details.get(event.id, ()))
        mine = tuple(one for p in dict.fromkeys(event.participants) for one in rows.get(p, ()))
        here: _OfEvent = noted_of(
            page,
            event.id,
            (event, told, mine, tables),
            material,
            partial(_of_event, event, told, mine),
        )
        own = list(here.notes)
        if returned is not None and returned.event is event:
            own.append(_note(returned, here.guest_class, here.visit, material))
        notes += own
        if here.visit is not None:
            classes[here.visit.id] = here.guest_class
            observed.setdefault(here.visit.id, set()).update(note.signal for note in own)
    parts = Counter(event.part_of for event in material.events)
    seen_of: dict[str, list[SignalNote]] = defaultdict(list)
    for one in notes:
        for participant in by_id[one.event].participants:
            seen_of[participant].append(one)
    for visit_id, guest_class in classes.items():
        visit = by_id[visit_id]
        if not _is_told_well(visit, guest_class, parts[visit_id]):
            continue
        seen_there = observed.get(visit_id, set()) | _of_guest(visit, seen_of, by_id)
        notes += _missing(visit, guest_class, seen_there, material)
    order = {event.id: number for number, event in enumerate(material.events)}
    return tuple(sorted(notes, key=lambda note: order[note.event]))


@dataclass(frozen=True, slots=True)
class _OfEvent:
    """What one event shows: the class of its visit, the visit, and the signals."""

    guest_class: GuestClass
    visit: EventItem | None
    notes: tuple[SignalNote, ...]


def _of_event(
    event: EventItem, details: Sequence[Detail], rows: Sequence[_Row], material: Material
) -> _OfEvent:
    """Give the signals of one event; `rows` are those of peers that tell of its guests."""
    guest_class, visit = _class_of_event(event, material)
    seen = _seen(event, details, rows, material)
    notes = tuple(_note(one, guest_class, visit, material) for one in seen)
    return _OfEvent(guest_class, visit, notes)


def _class_of_event(event: EventItem, material: Material) -> tuple[GuestClass, EventItem | None]:
    parties, by_id = material.parties, material.events_by_id
    visit = event if event.type == "visit" else by_id.get(event.part_of or "")
    if visit is not None and visit.type != "visit":
        visit = None
    host = host_state(event, by_id, parties)
    guests = [
        p
        for p in (visit or event).participants
        if parties.kind(p) == "person" and parties.country(p) not in (None, host)
    ]
    if host is None or not guests:
        return GuestClass(host or ""), visit
    return class_of(visit, guests[0], host, event.date, material), visit


# -- what is seen --------------------------------------------------------------------------------


def _seen(
    event: EventItem, details: Sequence[Detail], rows: Sequence[_Row], material: Material
) -> Iterator[_Seen]:
    told: dict[str, _Seen] = {}
    for signal in event.signals:
        tellings = [t for t in event.tellings if t.field == "signals" and t.value == signal]
        words = tuple(sorted({c for t in tellings for c in t.citations}))
        inferred = bool(tellings) and all(t.inferred for t in tellings)
        value, by = _level(signal, event, material)
        told[signal] = _Seen(signal, event, words or event.citations, value, by, inferred)
    for signal in _by_type(event):
        value, by = _level(signal, event, material)
        told.setdefault(signal, _Seen(signal, event, event.citations, value, by))
    for detail in details:
        told.setdefault(detail.signal, _Seen(detail.signal, event, (detail.citation,)))
    for seen in (_stay(event), _symbolic(event, material), _order(event, rows, material)):
        if seen is not None:
            told.setdefault(seen.signal, seen)
    yield from told.values()


def _by_type(event: EventItem) -> Iterator[str]:
    for signal, statuses in _observed().get(event.type, ()):
        if event.status.value in statuses:
            yield signal


@cache
def _observed() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for row in open_table("protocol/observed_signals.tsv", ("signal", "type", "status")):
        found.setdefault(row["type"], []).append((row["signal"], cell_list(row["status"])))
    return found


@cache
def _symbolic_places() -> tuple[str, ...]:
    return tuple(row["place"] for row in open_table("protocol/symbolic_places.tsv", ("place",)))


def _level(signal: str, event: EventItem, material: Material) -> tuple[str, str]:
    """Give the level, number or word of a signal, and the role of who gives it."""
    details = event.details
    if signal == "meal_level" and event.type == "banquet":
        return str(details.get("meal", "")), _host_role(event, material)
    if signal == "monarch_meeting" and event.place and not material.parties.is_state(event.place):
        return event.place, ""
    names = {
        "visit_format": "visit_format",
        "meeting_length": "minutes",
        "documents_signed": "documents",
        "partnership_step": "what",
    }
    return str(details.get(names.get(signal, ""), "")), ""


def _host_role(event: EventItem, material: Material) -> str:
    """Give the highest role of those at an event who are at home where it was."""
    host = host_state(event, material.events_by_id, material.parties)
    for role in LEADERS:
        for person in event.participants:
            at_home = material.parties.country(person) == host
            if at_home and material.parties.held_role(person, role, event.date):
                return role
    return ""


def _stay(event: EventItem) -> _Seen | None:
    when = read_date(event.date)
    if event.type != "visit" or event.status is not Status.HELD or when is None:
        return None
    if not when.is_interval or when.start is None or when.end is None or "date" in event.disputed:
        return None
    left, _, right = event.date.partition("/") if event.date else ("", "", "")
    first, last = read_date(left), read_date(right)
    if first is None or last is None or not (first.is_day and last.is_day):
        return None
    days = (when.end - when.start).days + 1
    return _Seen("length_of_stay", event, event.citations, str(days), inferred=True)


def _symbolic(event: EventItem, material: Material) -> _Seen | None:
    if event.type not in ("visit", "ceremony") or event.status is not Status.HELD:
        return None
    place = event.place
    for symbolic in _symbolic_places():
        if place and material.parties.covers(symbolic, place):
            return _Seen("symbolic_place", event, event.citations, place)
    return None


def _is_reception(event: EventItem, material: Material) -> bool:
    """Say whether the host's monarch or head of state received somebody here."""
    if event.type == "audience":
        return True
    role = _host_role(event, material)
    return event.type in ("talks", "courtesy_call") and role in ("monarch", "head_of_state")


def _by_guest(peers: Sequence[PeerRow]) -> dict[str, list[_Row]]:
    """Give each guest's rows by their place in the table, each with the others of its occasion."""
    of_occasion: dict[str, list[PeerRow]] = defaultdict(list)
    for row in peers:
        of_occasion[row.occasion].append(row)
    found: dict[str, list[_Row]] = defaultdict(list)
    for place, row in enumerate(peers):
        if row.guest is not None:
            others = [other for other in of_occasion[row.occasion] if other is not row]
            found[row.guest].append((place, row, others))
    return found


def _order(event: EventItem, rows: Sequence[_Row], material: Material) -> _Seen | None:
    """Give the place among peers of the guest of an audience: received before all, or elsewhere."""
    if event.status is not Status.HELD or not rows or not _is_reception(event, material):
        return None
    for _, row, beside in sorted(rows, key=lambda one: one[0]):
        days = row.of("received")
        if [v.value for v in days] != [event.date]:
            continue
        others = [other.of("received") for other in beside]
        if days[0].alone and all(v.value > str(event.date) for o in others for v in o):
            words = days[0].citations or event.citations
            return _Seen("order_among_peers", event, words, "before_others", inferred=True)
        if any(v.alone and v.value == event.place for v in row.of("received_at")):
            return _Seen("order_among_peers", event, event.citations, "only_one", inferred=True)
    return None


def _returned(material: Material) -> _Seen | None:
    """Give how far the leaders' visits of the pair are returned, at the newest of them."""
    by_side: dict[str, list[EventItem]] = {side: [] for side in material.between}
    for event in material.lookup.of_type("visit"):
        host = material.parties.country(event.place)
        if event.status is not Status.HELD or host not in by_side:
            continue
        if event.part_of is not None or read_date(event.date) is None:
            continue
        sides = {
            country
            for p in event.participants
            if (country := material.parties.country(p)) in by_side
            and any(material.parties.held_role(p, role, event.date) for role in LEADERS)
        } - {host}
        for side in sides:
            by_side[str(side)].append(event)
    counts = [len(by_side[side]) for side in material.between]
    visits = sorted((e for own in by_side.values() for e in own), key=lambda e: str(e.date))
    if len(visits) < _TOLD_WELL:
        return None
    few, many = sorted(counts)
    word = "one_sided" if few == 0 else "even" if many - few <= 1 else "uneven"
    words = tuple(event.citations[0] for event in visits)
    value = f"{word} {counts[0]}:{counts[1]}"
    return _Seen("reciprocity", visits[-1], words, value, inferred=True)


# -- held against the menu -----------------------------------------------------------------------


def _note(
    seen: _Seen, guest_class: GuestClass, visit: EventItem | None, material: Material
) -> SignalNote:
    standing = standing_of(seen.signal, seen.value, seen.by, guest_class)
    never = standing.word == "beyond" and not guest_class.classes
    pattern = "never" if never else standing.word

    def words(language: str) -> str:
        value = _value_words(seen, material, language)
        return _words(pattern, seen.signal, guest_class, language, value)

    return SignalNote(
        seen.signal,
        seen.event.id,
        standing.word,
        in_languages(material.languages, words),
        tuple(sorted(seen.citations)),
        visit.id if visit else None,
        seen.value,
        seen.by,
        guest_class.only,
        guest_class.basis,
        tuple(dict.fromkeys((*standing.references, *guest_class.references))),
        seen.inferred,
    )


def _words(
    pattern: str, signal: str, guest_class: GuestClass, language: str, value: str = ""
) -> str:
    name = label("signals", signal, language)
    name = name[:1].upper() + name[1:]
    if value:
        name = say("signal.value", language, f=name, value=value)
    classes = " / ".join(class_label(c, language) for c in guest_class.classes)
    return say(f"signal.{pattern}", language, f=name, c=classes)


def _value_words(seen: _Seen, material: Material, language: str) -> str:
    """Say the level of a signal: a number, a place, a meal and whose it was, a format."""
    value = seen.value
    if seen.signal == "meal_level":
        words = [say(f"meal.{value}", language)] if value in _MEALS else []
        words += [say(f"host.{seen.by}", language)] if seen.by else []
        return say("comma", language).join(words)
    if seen.signal == "visit_format":
        return label("visit_formats", value, language)
    if value.isdigit():
        return value
    return material.parties.describe(value, language) if value in material.parties else ""


def _is_told_well(visit: EventItem, guest_class: GuestClass, parts: int) -> bool:
    """Say whether a visit is told so fully, and its class so surely, that a gap in it is one."""
    known = guest_class.basis in ("host", "table")
    return known and visit.status is Status.HELD and parts >= _TOLD_WELL


def _of_guest(
    visit: EventItem,
    notes: Mapping[str, Sequence[SignalNote]],
    by_id: Mapping[str, EventItem],
) -> set[str]:
    """Give the signals of all events that may be of a visit, though nobody says of which.

    `notes` are those seen so far, by participant of their event.
    """
    when = read_date(visit.date)
    found = set()
    for note in (n for p in visit.participants for n in notes.get(p, ())):
        day = read_date(by_id[note.event].date)
        if when is None or day is None or day.may_equal(when):
            found.add(note.signal)
    return found


def _missing(
    visit: EventItem, guest_class: GuestClass, observed: set[str], material: Material
) -> Iterator[SignalNote]:
    """Give what the class promises and the record has no mention of; never more than that."""
    for row in promised(guest_class):
        signal = row["signal"]
        if signal in observed or signal == "length_of_stay":
            continue

        def words(language: str, signal: str = signal) -> str:
            return _words("missing", signal, guest_class, language)

        yield SignalNote(
            "missing_element",
            visit.id,
            "missing",
            in_languages(material.languages, words),
            visit.citations,
            visit.id,
            signal,
            row["by"],
            guest_class.only,
            guest_class.basis,
            tuple(dict.fromkeys((*cell_list(row["source"]), *guest_class.references))),
            True,
        )

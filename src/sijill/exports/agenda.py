"""A record goes in; an iCalendar file (RFC 5545) comes out, for calendars.

Only events with a day go in: a calendar cannot say "in August". The hour is that of the place,
without a time zone, as the sources tell it. What is planned or proposed is TENTATIVE; what was
cancelled, or put off and so was not held on this day, is CANCELLED.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from sijill.dates import Precision
from sijill.documents.document import Status
from sijill.edtf import read_date
from sijill.exports.material import ALONE, Files, Material
from sijill.languages import listed
from sijill.record.items import EventItem

# RFC 5545, section 3.1: octets of a line, without its end.
_LINE_OCTETS = 75
_STATUS = {
    Status.HELD: "CONFIRMED",
    Status.PLANNED: "TENTATIVE",
    Status.PROPOSED: "TENTATIVE",
    Status.POSTPONED: "CANCELLED",
    Status.CANCELLED: "CANCELLED",
}
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
# The stamp of an event whose sources have no day: no clock is read, so that bytes stay.
_NO_STAMP = "19700101T000000Z"


def agenda_files(material: Material) -> Files:
    """Give a calendar of all events of the record that have a day, in the record's language."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Sijill//Sijill//EN",
        "CALSCALE:GREGORIAN",
        f"NAME:{_escaped(material.record.title)}",
        f"X-WR-CALNAME:{_escaped(material.record.title)}",
    ]
    for event in material.record.events:
        lines += _event(material, event)
    lines.append("END:VCALENDAR")
    return {ALONE: "".join(f"{folded(line)}\r\n" for line in lines).encode("utf-8")}


def days_of(edtf: str | None) -> tuple[date, date] | None:
    """Give the first and last day of a date that names both; None for any that is less precise."""
    when = read_date(edtf)
    if when is None or when.is_set or when.is_approximate or when.start is None or when.end is None:
        return None
    ends = str(edtf).split("/") if when.is_interval else [str(edtf)]
    if any((d := read_date(end)) is None or d.precision is not Precision.DAY for end in ends):
        return None
    return when.start, when.end


def folded(line: str) -> str:
    """Break a line into pieces of at most 75 octets, never inside of a letter."""
    pieces, piece, octets = [], "", 0
    for letter in line:
        size = len(letter.encode("utf-8"))
        if octets + size > _LINE_OCTETS:
            pieces.append(piece)
            piece, octets = " ", 1
        piece, octets = piece + letter, octets + size
    return "\r\n".join([*pieces, piece])


def _event(material: Material, event: EventItem) -> list[str]:
    days = days_of(event.date)
    if days is None:
        return []
    language = material.language
    lines = [
        "BEGIN:VEVENT",
        f"UID:{_escaped(event.id)}@sijill",
        f"DTSTAMP:{_stamp(material, event)}",
        *_times(event, *days),
        f"STATUS:{_STATUS[event.status]}",
        f"SUMMARY;LANGUAGE={language}:{_escaped(_summary(material, event, language))}",
    ]
    if event.place:
        place = _escaped(material.name(event.place, language))
        lines.append(f"LOCATION;LANGUAGE={language}:{place}")
        known = material.entity_by_id.get(event.place)
        if known and known.latitude is not None and known.longitude is not None:
            lines.append(f"GEO:{known.latitude};{known.longitude}")
    lines.append(f"DESCRIPTION:{_escaped(_description(material, event))}")
    lines.append(f"CATEGORIES:{_escaped(event.type)},{event.status.value}")
    if event.part_of:
        lines.append(f"RELATED-TO:{_escaped(event.part_of)}@sijill")
    # No meeting of others blocks the time of whoever looks at it.
    return [*lines, "TRANSP:TRANSPARENT", "END:VEVENT"]


def _times(event: EventItem, first: date, last: date) -> list[str]:
    clock = _CLOCK.fullmatch(str(event.details.get("begins", "")))
    if clock and first == last:
        lines = [f"DTSTART:{first:%Y%m%d}T{clock[1]}{clock[2]}00"]
        minutes = event.details.get("minutes")
        if isinstance(minutes, int) and minutes > 0:
            lines.append(f"DURATION:PT{minutes}M")
        return lines
    lines = [f"DTSTART;VALUE=DATE:{first:%Y%m%d}"]
    if last < date.max:
        # The end of whole days is the day after the last one.
        lines.append(f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}")
    return lines


def _stamp(material: Material, event: EventItem) -> str:
    """Give the day of the newest source as the time at which the entry was last revised."""
    told = [
        material.note_by_id[c.source_id]
        for c in event.citations
        if c.source_id in material.note_by_id
    ]
    days = [days[1] for note in told if (days := days_of(note.published)) is not None]
    return f"{max(days):%Y%m%d}T000000Z" if days else _NO_STAMP


def _summary(material: Material, event: EventItem, language: str) -> str:
    people = [material.name(entity, language) for entity in event.participants]
    label = material.label("event_types", event.type, language)
    return f"{label}: {listed(people, language)}" if people else label


def _description(material: Material, event: EventItem) -> str:
    """Give the words it stands on, each with who told them, and the place of its date in doubt."""
    parts = []
    for citation in event.citations:
        note = material.note_by_id.get(citation.source_id)
        teller = (
            f"{note.outlet or note.name}, {note.published or '?'}" if note else citation.source_id
        )
        parts.append(f"“{citation.exact}” ({teller})")
    if event.disputed:
        parts.append(f"disputed: {', '.join(event.disputed)}")
    return "\n".join(parts)


def _escaped(text: str) -> str:
    """Give a text as RFC 5545, section 3.3.11, writes it; it knows no control characters."""
    lines = _CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
    for sign in ("\\", ";", ","):
        lines = lines.replace(sign, f"\\{sign}")
    return lines.replace("\n", "\\n")

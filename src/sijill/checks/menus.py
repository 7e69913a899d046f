"""A visit goes in; its class on the host's own ladder comes out, and what that class promises.

The host's own words for a class count first, then a reference table; what others call the visit
may mean several classes, and then only what all of them promise is expected.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sijill.edtf import days_apart, read_date
from sijill.record.items import EventItem
from sijill.record.material import Material
from sijill.record.visits import TRIP_DAYS
from sijill.record.wording import label
from sijill.tables import Row, cell_list, open_table

_CLASS_COLUMNS = ("id", "host", "format", "told_as", "languages", "host_words")
_PROMISE_COLUMNS = ("host", "class", "signal", "value", "by", "promise", "certainty")
_ANY = "*"


@dataclass(frozen=True, slots=True)
class GuestClass:
    """The classes that a visit may be of; `basis` is host, table or others, empty when unknown."""

    host: str
    classes: tuple[str, ...] = ()
    basis: str = ""
    references: tuple[str, ...] = ()

    @property
    def only(self) -> str:
        """Give the class when there is just one that it may be, else nothing."""
        return self.classes[0] if len(self.classes) == 1 else ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a detail is beside the class of its visit, and the addresses of the menu."""

    word: str
    references: tuple[str, ...] = ()


@cache
def _ladder(host: str) -> tuple[Row, ...]:
    rows = open_table("protocol/visit_classes.tsv", _CLASS_COLUMNS)
    return tuple(row for row in rows if row["host"] == host)


@cache
def _promises(host: str) -> tuple[Row, ...]:
    rows = open_table("protocol/class_promises.tsv", _PROMISE_COLUMNS)
    return tuple(row for row in rows if row["host"] in (host, _ANY))


@cache
def _signals() -> dict[str, tuple[str, str]]:
    rows = open_table("protocol/signals.tsv", ("id", "kind", "menu"))
    return {row["id"]: (row["kind"], row["menu"]) for row in rows}


def _signal(name: str) -> tuple[str, str]:
    """Give the kind of a signal, and whether a class can promise it: "no" of one not known."""
    return _signals().get(name, ("flag", "no"))


def class_label(name: str, language: str) -> str:
    """Give the word for a class in a language."""
    return label("visit_classes", name, language)


def class_of(
    visit: EventItem | None, guest: str, host: str, date: str | None, material: Material
) -> GuestClass:
    """Give the class of a guest's visit to a host; `visit` may be None when the record has none."""
    ladder = _ladder(host)
    told = [
        (telling.value, citation)
        for telling in (visit.tellings if visit else ())
        if telling.field == "visit_format" and not telling.inferred
        for citation in telling.citations
    ]
    own = {
        row["id"]
        for row in ladder
        for value, citation in told
        if value == row["format"]
        and _language(citation.source_id, material) in cell_list(row["languages"])
        and any(word in citation.exact.casefold() for word in cell_list(row["host_words"]))
    }
    if own:
        return GuestClass(host, tuple(sorted(own)), "host")
    listed = _by_table(guest, host, date, material)
    if listed is not None:
        return listed
    values = {value for value, _ in told}
    others = [row["id"] for row in ladder if values & set(cell_list(row["told_as"]))]
    return GuestClass(host, tuple(others), "others" if others else "")


def _language(source_id: str, material: Material) -> str:
    reading = material.readings.get(source_id)
    return reading.language if reading else ""


def _by_table(guest: str, host: str, date: str | None, material: Material) -> GuestClass | None:
    """Give the class that a reference table has of the visit of a guest's state at that time."""
    when = read_date(date)
    country = material.parties.country(guest)
    if when is None or country is None:
        return None
    known = {row["id"] for row in _ladder(host)}
    for row in material.visits:
        if (row.host, row.country) != (host, country) or row.guest_class not in known:
            continue
        day = read_date(row.when)
        if day is not None and days_apart(day, when) <= TRIP_DAYS:
            addresses = row.cell_addresses.get("guest_class") or row.addresses
            return GuestClass(host, (str(row.guest_class),), "table", addresses)
    return None


def standing_of(signal: str, value: str, by: str, guest_class: GuestClass) -> Standing:
    """Say what a detail is beside a class: expected, optional, beyond, unknown, or apart from it.

    Where the class may be one of several, a word stands only when it is true of each.
    """
    kind, menu = _signal(signal)
    if menu != "yes":
        return Standing("apart")
    known = [row for row in _promises(guest_class.host) if row["signal"] == signal]
    if any(row["promise"] == "never" for row in known):
        return Standing("beyond", _addresses(known))
    if not guest_class.classes or not known:
        return Standing("unknown")
    weigh = _days_in_class if kind == "days" else _in_class
    found = [weigh(value, by, name, known) for name in guest_class.classes]
    words = {standing.word for standing in found}
    references = tuple(dict.fromkeys(a for standing in found for a in standing.references))
    if len(words) == 1:
        return Standing(words.pop(), references)
    # Promised by one class and only possible in another: it may well be promised.
    return Standing("optional" if words <= {"expected", "optional"} else "unknown", references)


def _in_class(value: str, by: str, name: str, known: list[Row]) -> Standing:
    fitting = [
        row
        for row in known
        if row["class"] == name and row["value"] in ("", value) and row["by"] in ("", by)
    ]
    for promise, word in (("always", "expected"), ("sometimes", "optional")):
        promised = [row for row in fitting if row["promise"] == promise]
        if promised:
            return Standing(word, _addresses(promised))
    asked = [row for row in known if row["value"] or row["by"]]
    if asked and not (value and by):
        return Standing("unknown")
    # A menu from memory may lack what it promises.
    sure = all(row["certainty"] == "seen" for row in known)
    return Standing("beyond" if sure else "unknown", _addresses(known))


def _days_in_class(value: str, by: str, name: str, known: list[Row]) -> Standing:
    """Hold a length of stay against the rule of a class; one without a rule says nothing."""
    rules = [row for row in known if row["class"] == name]
    if not rules or not value:
        return Standing("unknown")
    longer = int(value) > int(rules[0]["value"])
    return Standing("beyond" if longer else "expected", _addresses(rules))


def promised(guest_class: GuestClass) -> tuple[Row, ...]:
    """Give what the one class that a visit is of surely promises each time."""
    return tuple(
        row
        for row in _promises(guest_class.host)
        if row["class"] == guest_class.only
        and row["promise"] == "always"
        and row["certainty"] == "seen"
    )


def _addresses(rows: list[Row]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(a for row in rows for a in cell_list(row["source"])))

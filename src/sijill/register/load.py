"""The tables of `data/world/`, and a project's own, go in; one Register comes out."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from sijill.languages import COLUMNS, LANGUAGES
from sijill.register.entries import Register, RegisterEntry, Term
from sijill.tables import Row, cell_list, data_path, read_table

_PLACE_TABLES = ("states.tsv", "cities.tsv", "places.tsv")
_TABLES = (*_PLACE_TABLES, "organisations.tsv", "people.tsv", "names.tsv", "terms.tsv")
_Names = dict[str, tuple[str, ...]]


#: The folder of a project, beside `sources/`, that holds what is known there beyond the package.
PROJECT_FOLDER = "register"


def load_register(*extra: Path) -> Register:
    """Give everything known: what the package ships and, above it, the tables of folders.

    Each of `extra` may hold any of `people.tsv`, `organisations.tsv`, `places.tsv`, `names.tsv` and
    `terms.tsv`, with the columns of the package's own; one that does not exist holds nothing. An
    entry with a known id adds its names and terms to what is there. Raises TableFault with file
    and line.
    """
    register = _shipped()
    for folder in extra:
        register = extend_register(register, folder)
    return register


def extend_register(register: Register, folder: Path) -> Register:
    """Give a register with the tables of a folder above it, or itself where there are none."""
    if not register_files(folder):
        return register
    entries = dict(register.entries)
    _read_folder(folder, entries)
    return Register(entries)


def register_files(folder: Path) -> list[Path]:
    """Give the tables that a folder adds to the register, in order of their names."""
    return sorted(path for path in folder.glob("*.tsv") if path.name in _TABLES)


@lru_cache(maxsize=1)
def _shipped() -> Register:
    entries: dict[str, RegisterEntry] = {}
    _read_folder(data_path("world"), entries)
    # The tables of the world have no column for a language that came later.
    for language in LANGUAGES:
        _add_names(data_path(f"{language}/names.tsv"), entries)
    return Register(entries)


def _read_folder(folder: Path, entries: dict[str, RegisterEntry]) -> None:
    for name in _PLACE_TABLES:
        for row in _rows(folder / name, ("id", *COLUMNS)):
            _put(entries, _place(row))
    for row in _rows(folder / "organisations.tsv", ("id", "country", *COLUMNS)):
        _put(entries, _organisation(row))
    for row in _rows(folder / "people.tsv", ("id", "country", "family", "reading", *COLUMNS)):
        _put(entries, _person(row))
    _add_names(folder / "names.tsv", entries)
    _add_terms(folder / "terms.tsv", entries)


def _rows(path: Path, columns: tuple[str, ...]) -> list[Row]:
    return read_table(path, columns) if path.exists() else []


def _names(row: Row) -> _Names:
    return {c: forms for c in COLUMNS if (forms := cell_list(row[c]))}


def _place(row: Row) -> RegisterEntry:
    code = row.get("code") or row.get("country") or None
    return RegisterEntry(
        id=row["id"],
        kind="place",
        country=code,
        names=_names(row),
        longitude=float(row["longitude"]) if row["longitude"] else None,
        latitude=float(row["latitude"]) if row["latitude"] else None,
        within=row.get("within") or None,
        source=row["source"],
        capital=row.get("capital") or None,
    )


def _organisation(row: Row) -> RegisterEntry:
    return RegisterEntry(
        id=row["id"],
        kind="organisation",
        country=row["country"] or None,
        names=_names(row),
        source=row["source"],
    )


def _person(row: Row) -> RegisterEntry:
    names = _names(row)
    short: _Names = {}
    for language, forms in names.items():
        found = tuple(dict.fromkeys(s for f in forms if (s := _short(f, language, row["family"]))))
        if found:
            short[language] = found
    # In the table a blank parts family and given name in kanji; in texts there is none.
    if "ja" in names:
        names["ja"] = tuple(form.replace(" ", "") for form in names["ja"])
    readings = cell_list(row["reading"])
    return RegisterEntry(
        id=row["id"],
        kind="person",
        country=row["country"] or None,
        names=names,
        readings=readings,
        source=row["source"],
        short_names=short,
    )


def _short(form: str, language: str, family: str) -> str | None:
    """Give the family name inside a full form, or None where the table says there is none."""
    if family == "none":
        return None
    if language == "ja":
        if " " in form:
            return form.split(" ", maxsplit=1)[0]
        if "・" not in form:
            return None
        # Katakana keeps the order of the language the name comes from.
        parts = form.split("・")
        return parts[0] if family == "first" else parts[-1]
    parts = form.split(" ")
    if len(parts) < 2:
        return None
    return parts[0] if family == "first" else parts[-1]


def _put(entries: dict[str, RegisterEntry], entry: RegisterEntry) -> None:
    known = entries.get(entry.id)
    if known is None:
        entries[entry.id] = entry
        return
    entries[entry.id] = replace(
        known,
        names=_joined(known.names, entry.names),
        short_names=_joined(known.short_names, entry.short_names),
        readings=tuple(dict.fromkeys((*known.readings, *entry.readings))),
        longitude=known.longitude if entry.longitude is None else entry.longitude,
        latitude=known.latitude if entry.latitude is None else entry.latitude,
        within=entry.within or known.within,
        country=entry.country or known.country,
    )


def _joined(first: _Names, second: _Names) -> _Names:
    languages = dict.fromkeys((*first, *second))
    return {
        lang: tuple(dict.fromkeys((*first.get(lang, ()), *second.get(lang, ()))))
        for lang in languages
    }


def _add_names(path: Path, entries: dict[str, RegisterEntry]) -> None:
    """Add the forms of a table of names; preferred ones go before all others."""
    added: dict[str, dict[str, list[tuple[bool, str]]]] = {}
    for row in _rows(path, ("id", "language", "form", "preferred")):
        by_language = added.setdefault(row["id"], {})
        by_language.setdefault(row["language"], []).append((row["preferred"] != "yes", row["form"]))
    for entry_id, by_language in added.items():
        entry = entries.get(entry_id)
        if entry is None:
            continue  # a name of an entry that this edition of the tables no longer has
        names = dict(entry.names)
        for language, forms in by_language.items():
            first = [form for after, form in forms if not after]
            last = [form for after, form in forms if after]
            names[language] = tuple(dict.fromkeys((*first, *names.get(language, ()), *last)))
        entries[entry_id] = replace(entry, names=names)


def _add_terms(path: Path, entries: dict[str, RegisterEntry]) -> None:
    added: dict[str, list[Term]] = {}
    for row in _rows(path, ("id", "post", "body", "since", "until")):
        term = Term(
            row["post"],
            row["body"] or None,
            row["since"] or None,
            row["until"] or None,
            row["source"],
        )
        added.setdefault(row["id"], []).append(term)
    for entry_id, terms in added.items():
        entry = entries.get(entry_id)
        if entry is not None:
            merged = tuple(dict.fromkeys((*entry.terms, *terms)))
            entries[entry_id] = replace(
                entry, terms=tuple(sorted(merged, key=lambda t: (t.since or "", t.post)))
            )

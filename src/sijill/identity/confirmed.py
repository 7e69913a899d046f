"""Who is who in a project goes in; tables of what people confirmed come out, for the register.

The tables have the columns of the package's own, so that `load_register` reads them: a name
confirmed once is known in every other source of the project (`resolve_with_confirmed`), and in
another project when the tables are copied into its folder `register/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from sijill.documents.document import Reading
from sijill.identity.decisions import judgements_from, unreadable
from sijill.identity.entities import RecordEntity
from sijill.identity.judgement import BY_PERSON, Judgement, Verdict
from sijill.identity.resolver import Identities, resolve
from sijill.languages import COLUMNS
from sijill.ledger import Entry
from sijill.register.entries import Register
from sijill.register.load import extend_register, register_files
from sijill.serial import write_atomic
from sijill.workbook import Workbook

_NAMES = "id\tlanguage\tform\tpreferred\tsource"
_COLUMNS = "\t".join(COLUMNS)
_HEADERS = {
    "people.tsv": f"id\tcountry\tfamily\t{_COLUMNS}\treading\tsource",
    "organisations.tsv": f"id\tcountry\t{_COLUMNS}\tsource",
    "places.tsv": f"id\tcountry\tlongitude\tlatitude\twithin\t{_COLUMNS}\tsource",
}
_TABLE_BY_KIND = {
    "person": "people.tsv",
    "organisation": "organisations.tsv",
    "place": "places.tsv",
}


def confirmed_tables(identities: Identities, register: Register) -> dict[str, str]:
    """Give the tables as text by file name; only those that have rows.

    An entity is confirmed when a person judged one of its mentions to be it. Of one that the
    register has only spellings new to it are written; of others a whole row.
    """
    confirmed = _confirmed(identities)
    rows: dict[str, list[str]] = {}
    for entity in identities.entities:
        by = confirmed.get(entity.id)
        if by is None:
            continue
        entry = register.entries.get(entity.id)
        known = set() if entry is None else {f for forms in entry.names.values() for f in forms}
        own = set(entity.names.values()) if entry is None else set()
        if entry is None:
            rows.setdefault(_TABLE_BY_KIND[entity.kind], []).append(_row(entity, by))
        rows.setdefault("names.tsv", []).extend(
            "\t".join((entity.id, alias.language, _cell(alias.text), "no", by))
            for alias in entity.aliases
            if alias.text not in known | own
        )
    return {
        name: "\n".join([_HEADERS.get(name, _NAMES), *sorted(set(lines))]) + "\n"
        for name, lines in sorted(rows.items())
        if lines
    }


def resolve_with_confirmed(
    readings: Sequence[Reading],
    register: Register,
    *,
    languages: Sequence[str],
    texts: Mapping[str, str],
    decisions: Iterable[Entry],
    folder: Path,
    workbook: Workbook | None = None,
) -> tuple[Identities, list[Path]]:
    """Find who is who, and once more with every name that people confirmed in the first round.

    `decisions` are the lines of the ledger; `folder` gets the tables of confirmed names, and loses
    those of an earlier round. Returns who is who and the files that were written. For the rest see
    `resolver.resolve`. Raises WorkspaceFault when nothing can be written.
    """
    lines = list(decisions)
    judged = judgements_from(lines)
    found, made = _resolve_twice(
        readings, register, languages, texts, judged, folder, workbook or Workbook(keeps=False)
    )
    return replace(found, unapplied=(*unreadable(lines), *found.unapplied)), made


def _resolve_twice(
    readings: Sequence[Reading],
    register: Register,
    languages: Sequence[str],
    texts: Mapping[str, str],
    judged: Sequence[Judgement],
    folder: Path,
    workbook: Workbook,
) -> tuple[Identities, list[Path]]:
    found = resolve(
        readings, register, languages=languages, texts=texts, decisions=judged, workbook=workbook
    )
    # Where no person judged, nobody's judgements need be looked through.
    made = write_confirmed(folder, found if judged else Identities({}, (), ()), register)
    if not made:
        return found, made
    tables = tuple(path.read_text("utf-8") for path in made)
    # While nothing else is confirmed it is the same register, with all that is kept beside it.
    known = workbook.page("register with confirmed names").get(
        "register", (register, tables), partial(extend_register, register, folder)
    )
    again = resolve(
        readings,
        known,
        languages=languages,
        texts=texts,
        decisions=judged,
        workbook=workbook.within("second round", of=tables),
    )
    return again, made


def write_confirmed(folder: Path, identities: Identities, register: Register) -> list[Path]:
    """Write the tables into a folder, and take away what stood there before; return the files.

    Raises WorkspaceFault when it cannot.
    """
    made = []
    for path in register_files(folder):
        path.unlink()
    for name, text in confirmed_tables(identities, register).items():
        write_atomic(folder / name, text.encode("utf-8"))
        made.append(folder / name)
    return made


def _confirmed(identities: Identities) -> dict[str, str]:
    """Map ids of confirmed entities to words that say who confirmed them."""
    found: dict[str, set[str]] = {}
    ids = {entity.id for entity in identities.entities}
    for judgement in identities.judgements:
        if not judgement.is_by_person or judgement.verdict is not Verdict.POSITIVE:
            continue
        for side in (judgement.left, judgement.right):
            entity_id = identities.entity_by_local.get(side, side)
            if entity_id in ids:
                found.setdefault(entity_id, set()).add(judgement.by.removeprefix(BY_PERSON))
    return {key: f"confirmed by {', '.join(sorted(who))}" for key, who in found.items()}


def _row(entity: RecordEntity, source: str) -> str:
    # Only what sources wrote: a spelling of ours is no fact.
    names: Mapping[str, str] = {
        language: name
        for language, name in entity.names.items()
        if language not in entity.transliterated
    }
    cells = [_cell(names.get(language, "")) for language in COLUMNS]
    country = entity.country or ""
    if entity.kind == "person":
        return "\t".join((entity.id, country, "none", *cells, "", source))
    if entity.kind == "organisation":
        return "\t".join((entity.id, country, *cells, source))
    point = [
        "" if degrees is None else f"{degrees:.3f}"
        for degrees in (entity.longitude, entity.latitude)
    ]
    return "\t".join((entity.id, country, *point, entity.within or "", *cells, source))


def _cell(text: str) -> str:
    """Keep a name inside its cell: no tab, no line end, no bar."""
    return " ".join(text.replace("|", " ").split())

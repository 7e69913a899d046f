"""A built project goes in; what exports are made from comes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sijill.documents.document import READING_FORMAT, Reading
from sijill.errors import FormatFault
from sijill.exports.material import Material, rules_of
from sijill.record.items import Record
from sijill.serial import read_json
from sijill.sources.holdings import list_sources
from sijill.stages.built import load_built_record
from sijill.workspace import Workspace


def load_material(workspace: Workspace, version: str, language: str | None = None) -> Material:
    """Read the record, its sources and their readings; `language` goes before the record's own.

    A reading that cannot be read costs only the name of its rules. Raises WorkspaceFault when there
    is no record, FormatFault when it is not the one that was built, or not of this version.
    """
    record = load_built_record(workspace)
    if language:
        others = (other for other in record.languages if other != language)
        record = replace(record, languages=(language, *others))
    return Material(
        record,
        tuple(list_sources(workspace)),
        version,
        # Only the annotations name rules; readings are the larger part of a build.
        lambda: rules_of(_readings(workspace, record)),
    )


def _readings(workspace: Workspace, record: Record) -> Iterator[Reading]:
    for note in record.sources:
        path = workspace.build / "readings" / f"{note.id}.json"
        try:
            yield read_json(path, Reading, format_name=READING_FORMAT)
        except FormatFault:
            continue

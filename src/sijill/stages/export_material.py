"""A built project goes in; what exports are made from comes out."""

from __future__ import annotations

from dataclasses import replace

from sijill.errors import FormatFault
from sijill.exports.material import Material, rules_of
from sijill.reading.document import READING_FORMAT, Reading
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
    readings = []
    for note in record.sources:
        try:
            reading = workspace.build / "readings" / f"{note.id}.json"
            readings.append(read_json(reading, Reading, format_name=READING_FORMAT))
        except FormatFault:
            continue
    sources = tuple(list_sources(workspace))
    return Material(record, sources, rules_of(readings), version)

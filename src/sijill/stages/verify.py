"""A project goes in; everything that does not hold comes out: bytes, citations, ledger, build."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sijill.citation import Citation, holds
from sijill.errors import SijillError
from sijill.record.items import RECORD_FORMAT, Record
from sijill.record.verify import citations_of, verify_record
from sijill.script.sentence import SCRIPT_FORMAT, Script, SentenceKind
from sijill.serial import read_json
from sijill.sources.holdings import list_sources, text_path
from sijill.sources.verify import Fault, verify_holdings
from sijill.stages.graph import check_outputs
from sijill.stages.seals import SEALS_FORMAT, Seals, broken
from sijill.workspace import Workspace

_BUILD_AGAIN = "Run: sijill build"


@dataclass(frozen=True, slots=True)
class Verification:
    """All faults, and one line that says what was looked at."""

    faults: tuple[Fault, ...]
    summary: str


def verify_project(workspace: Workspace) -> Verification:
    """Re-check every stored byte, every citation, the ledger's chain and every built file.

    Nothing is taken on trust: sources are hashed, and each cited word is compared with the stored
    text at its place.
    """
    faults = verify_holdings(workspace)
    texts: dict[str, str] = {}
    known = True
    try:
        for source in list_sources(workspace):
            path = text_path(workspace, source)
            # As it stands, even when it was changed: the citations then say which words are hit.
            texts[source.id] = path.read_bytes().decode("utf-8", "replace") if path.exists() else ""
    except SijillError as fault:
        # Without the list of sources every citation would seem to point nowhere.
        known = False
        if not faults:
            faults.append(Fault(fault.what, fault.where, fault.remedy))
    changed = list(check_outputs(workspace.build))
    for name in changed:
        path = workspace.build / name
        what = "was changed after it was built" if path.exists() else "is missing"
        faults.append(Fault(what, str(path), _BUILD_AGAIN))
    counts = {"record": 0, "script": 0}
    for room, check in (("record", _check_record), ("script", _check_script)):
        try:
            for found in check(workspace, texts) if known else ():
                if isinstance(found, Fault):
                    faults.append(found)
                else:
                    counts[room] += found
        except SijillError as fault:
            faults.append(Fault(fault.what, fault.where, fault.remedy))
    head = f"{len(faults)} fault{'s' if len(faults) != 1 else ''}" if faults else "All holds"
    summary = (
        f"{head}: {len(texts)} sources, {counts['record']} citations of the record,"
        f" {counts['script']} citations of the script."
    )
    if not known:
        summary = f"{head}: the list of sources cannot be read, so no citation was checked."
    return Verification(tuple(faults), summary)


def _check_record(workspace: Workspace, texts: dict[str, str]) -> Iterator[Fault | int]:
    path = workspace.build / "record" / "record.json"
    if not path.exists():
        return
    record = read_json(path, Record, format_name=RECORD_FORMAT)
    seals_path = workspace.build / "record" / "seals.json"
    if seals_path.exists():
        seals = read_json(seals_path, Seals, format_name=SEALS_FORMAT)
        for what in broken(record, seals):
            yield Fault(f"{what} after the record was built", str(path), _BUILD_AGAIN)
    for found in verify_record(record, texts):
        yield Fault(str(found), str(path), _BUILD_AGAIN)
    yield sum(1 for _ in citations_of(record))


def _check_script(workspace: Workspace, texts: dict[str, str]) -> Iterator[Fault | int]:
    path = workspace.build / "script" / "script.json"
    if not path.exists():
        return
    script = read_json(path, Script, format_name=SCRIPT_FORMAT)
    for _, scene in script.scenes():
        for sentence in scene.sentences:
            where = f"{path}, sentence {sentence.id}"
            if not sentence.citations and sentence.kind is not SentenceKind.EDITORIAL:
                yield Fault("has no citation and is not editorial", where, _BUILD_AGAIN)
            for citation in sentence.citations:
                yield _check(citation, texts, where)


def _check(citation: Citation, texts: dict[str, str], where: str) -> Fault | int:
    text = texts.get(citation.source_id)
    if text is None:
        return Fault(f"cites source {citation.source_id}, which is not here", where, _BUILD_AGAIN)
    if holds(citation, text):
        return 1
    words = citation.exact if len(citation.exact) <= 60 else citation.exact[:59] + "…"
    what = (
        f"the words “{words}” with their surroundings do not stand in source"
        f" {citation.source_id} at character {citation.start}"
    )
    return Fault(what, where, "Restore the source, or build again.")

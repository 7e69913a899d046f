"""A project goes in; everything that does not hold comes out: bytes, citations, ledger, build."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from sijill.citation import Citation, holds
from sijill.errors import SijillError, UsageError
from sijill.keeping import MARK, is_kept
from sijill.record.items import RECORD_FORMAT, Record
from sijill.record.own_tables import REFERENCE_FOLDER, read_own_tables
from sijill.record.verify import citations_of, verify_record
from sijill.script.sentence import SCRIPT_FORMAT, Script, SentenceKind
from sijill.serial import read_json
from sijill.sources.holdings import list_sources, text_path
from sijill.sources.verify import Fault, unfinished_holdings, verify_holdings
from sijill.stages.decided import check_kept, end_of_ledger, without_effect
from sijill.stages.seen import check_seen, newer_than
from sijill.stages.state import State, check_outputs, read_state
from sijill.store.seals import SEALS_FORMAT, Seals, broken
from sijill.workspace import Workspace

_BUILD_AGAIN = "Run: sijill build"
#: A disk that loses a byte leaves size and time as they were, by which a build knows its files.
_REMOVE = "Remove it, then run: sijill build"


@dataclass(frozen=True, slots=True)
class Verification:
    """All faults, what is worth knowing and is no fault, and one line on what was looked at."""

    faults: tuple[Fault, ...]
    summary: str
    notes: tuple[str, ...] = ()


def verify_project(workspace: Workspace, *, head: str | None = None) -> Verification:
    """Re-check every stored byte, every citation, the ledger's chain and every built file.

    Nothing is taken on trust: files are hashed, and each cited word is compared with the stored
    text at its place. `head` is a digest of the ledger that was kept elsewhere, or its beginning;
    without it, lines missing at the end show by what is kept in the project alone. Raises
    WorkspaceFault while a build is running, UsageError when `head` is no digest.
    """
    with workspace.checking():
        return _Check(workspace, head).run()


class _Check:
    """One check of one project; faults and notes are collected as they are found."""

    def __init__(self, workspace: Workspace, head: str | None = None) -> None:
        self.workspace = workspace
        self.head = head
        self.faults: list[Fault] = []
        self.notes: list[str] = []
        #: What is to be said of decisions that change nothing.
        self.idle: list[str] = []
        self.state = State()

    def run(self) -> Verification:
        """Check everything, the ground first."""
        self.faults += verify_holdings(self.workspace)
        texts = self._texts()
        self._collect(self._state)
        self._collect(self._outputs)
        self._collect(self._cache)
        self._collect(self._reference)
        counts = {"record": 0, "script": 0}
        if texts is not None:
            counts["record"] = self._collect(lambda: self._record(texts))
            counts["script"] = self._collect(lambda: self._script(texts))
            self._collect(self._seen)
            self._collect(lambda: check_kept(self.workspace, self.head))
            self._collect(self._note)
        # Two checks that read the same broken file say the same.
        faults = tuple(dict.fromkeys(self.faults))
        many = len(faults)
        head = f"{many} fault{'s' if many != 1 else ''}" if many else self._without_fault()
        if texts is None:
            summary = f"{head}: the list of sources cannot be read, so no citation was checked."
        else:
            summary = (
                f"{head}: {len(texts)} sources, {counts['record']} citations of the record,"
                f" {counts['script']} citations of the script."
            )
        return Verification(faults, summary, tuple(self.notes))

    def _without_fault(self) -> str:
        many = len(self.idle)
        if not many:
            return "All holds"
        what = "1 decision changes" if many == 1 else f"{many} decisions change"
        return f"What is kept holds, but {what} nothing"

    def _collect(self, check: Callable[[], Iterator[Fault | int]]) -> int:
        """Keep the faults a check yields, and the one it stops with; give the sum of its counts."""
        count = 0
        try:
            for found in check():
                if isinstance(found, Fault):
                    self.faults.append(found)
                else:
                    count += found
        except UsageError:
            raise
        except SijillError as fault:
            self.faults.append(Fault(fault.what, fault.where, fault.remedy))
        return count

    def _texts(self) -> dict[str, str] | None:
        texts: dict[str, str] = {}
        try:
            for source in list_sources(self.workspace):
                path = text_path(self.workspace, source)
                # As it stands, even when changed: the citations then say which words are hit.
                data = path.read_bytes() if path.exists() else b""
                texts[source.id] = data.decode("utf-8", "replace")
        except SijillError as fault:
            # Without the list of sources every citation would seem to point nowhere.
            if not self.faults:
                self.faults.append(Fault(fault.what, fault.where, fault.remedy))
            return None
        return texts

    def _state(self) -> Iterator[Fault]:
        self.state = read_state(self.workspace.build)
        yield from ()

    def _seen(self) -> Iterator[Fault]:
        # That lines are missing at the end is told by the head of the ledger too.
        told = {fault.where for fault in self.faults}
        for fault in check_seen(self.workspace, self.state.seen):
            if fault.where not in told:
                yield fault

    def _outputs(self) -> Iterator[Fault]:
        for name, what in check_outputs(self.workspace.build, self.state):
            remedy = _REMOVE if (self.workspace.build / name).exists() else _BUILD_AGAIN
            yield Fault(what, str(self.workspace.build / name), remedy)

    def _reference(self) -> Iterator[Fault]:
        for fault in read_own_tables(self.workspace.root / REFERENCE_FOLDER).faults:
            where = str(self.workspace.root / fault.where)
            yield Fault(f"{fault.what}; the table is not used", where, fault.remedy)

    def _cache(self) -> Iterator[Fault]:
        for mark in sorted((self.workspace.build / "cache").rglob(f"*{MARK}")):
            kept = mark.with_name(mark.name.removesuffix(MARK))
            if kept.exists() and not is_kept(kept):
                what = f"does not fit its digest in {mark.name}"
                yield Fault(what, str(kept), "Remove it; the next build makes it again.")

    def _record(self, texts: Mapping[str, str]) -> Iterator[Fault | int]:
        path = self.workspace.build / "record" / "record.json"
        if not path.exists():
            return
        record = read_json(path, Record, format_name=RECORD_FORMAT)
        seals_path = self.workspace.build / "record" / "seals.json"
        # Of a build that was stopped, one of the two may be older than the other.
        if seals_path.exists() and "record" in self.state.stages:
            seals = read_json(seals_path, Seals, format_name=SEALS_FORMAT)
            plain = json.loads(path.read_text("utf-8"))
            for what in broken(plain, seals):
                yield Fault(f"{what} after the record was built", str(path), _BUILD_AGAIN)
        for found in verify_record(record, texts):
            yield Fault(str(found), str(path), _BUILD_AGAIN)
        yield sum(1 for _ in citations_of(record))

    def _script(self, texts: Mapping[str, str]) -> Iterator[Fault | int]:
        path = self.workspace.build / "script" / "script.json"
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

    def _note(self) -> Iterator[Fault]:
        self.notes.append(end_of_ledger(self.workspace))
        if self.state.begun:
            self.notes.append(
                f"A build was stopped while it made “{self.state.begun}”; what it had made of that"
                " is not checked. To go on: sijill build"
            )
        newer = list(newer_than(self.workspace, self.state.seen))
        if newer:
            self.notes.append(f"Newer than the last build: {', '.join(newer)}.")
        self.notes += unfinished_holdings(self.workspace)
        self.idle += without_effect(self.workspace)
        self.notes += self.idle
        yield from ()


def _check(citation: Citation, texts: Mapping[str, str], where: str) -> Fault | int:
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

"""Every error Sijill raises: what happened, where, and what to do, in that order.

SijillError
├── UsageError            the caller asked for something that does not exist
├── SourceUnreadable      a file that cannot become a source
├── TableFault            a data table of the package or project is not valid
├── FormatFault           a file of ours has another shape than it states
├── CitationFault         words are not where a citation says they are
│   ├── CitationNotFound
│   └── CitationAmbiguous
├── LedgerBroken          the chain of decisions does not hold
├── WorkspaceFault        a project folder is missing, locked, full or not ours
├── ScriptFault           a sentence without evidence, or with words its items do not hold
├── LayoutFault           text that overflows, or a sign no font can draw
└── ToolMissing           something outside of the package is needed and not there
"""

from __future__ import annotations


def _revive(kind: type[SijillError], what: str, fields: dict[str, object]) -> SijillError:
    error = kind.__new__(kind, what)
    error.__dict__.update(fields)
    return error


class SijillError(Exception):
    """Anything Sijill can tell a person about; `what`, `where` and `remedy` are plain sentences.

    `where` and `remedy` may be empty. Children add fields so that a program need not parse words.
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        super().__init__(what)

    def __reduce__(self) -> tuple[object, ...]:
        # Without this an error raised in another process could not come back: pickle would call
        # the class with `what` alone.
        return _revive, (type(self), self.what, dict(self.__dict__))

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head}\n{self.remedy}" if self.remedy else head


class UsageError(SijillError):
    """The caller asked for something that does not exist; the command exits with 2."""


class SourceUnreadable(SijillError):
    """A file that cannot become a source; `path` is the file as given."""

    def __init__(self, what: str, *, path: str, remedy: str = "") -> None:
        self.path = path
        super().__init__(what, where=path, remedy=remedy)


class TableFault(SijillError):
    """A data table is not valid; `path` and `line` (1-based, 0 for the whole file) say where."""

    def __init__(self, what: str, *, path: str, line: int = 0, remedy: str = "") -> None:
        self.path = path
        self.line = line
        super().__init__(what, where=f"{path}:{line}" if line else path, remedy=remedy)


class FormatFault(SijillError):
    """A file of ours has another shape than it states."""


class CitationFault(SijillError):
    """Words are not where a citation says they are; `source_id` and `start` name the place."""

    def __init__(self, what: str, *, source_id: str, start: int, remedy: str = "") -> None:
        self.source_id = source_id
        self.start = start
        super().__init__(what, where=f"source {source_id}, character {start}", remedy=remedy)


class CitationNotFound(CitationFault):
    """The words stand nowhere in the source: the citation is orphaned."""


class CitationAmbiguous(CitationFault):
    """The words stand more than once with the same surroundings."""


class LedgerBroken(SijillError):
    """The hash chain of the ledger does not hold; `line` is the first bad line, 1-based."""

    def __init__(self, what: str, *, path: str, line: int, remedy: str = "") -> None:
        self.path = path
        self.line = line
        super().__init__(what, where=f"{path}:{line}", remedy=remedy)


class WorkspaceFault(SijillError):
    """A project folder is missing, locked, full or not one of ours."""


class ScriptFault(SijillError):
    """A sentence has no evidence, or words that its items do not hold; `sentence_id` names it."""

    def __init__(self, what: str, *, sentence_id: str, remedy: str = "") -> None:
        self.sentence_id = sentence_id
        super().__init__(what, where=f"script sentence {sentence_id}", remedy=remedy)


class LayoutFault(SijillError):
    """Text would overflow or show an empty box; `scene_id` and `text` name what cannot be drawn."""

    def __init__(self, what: str, *, scene_id: str, text: str, remedy: str = "") -> None:
        self.scene_id = scene_id
        self.text = text
        shown = text if len(text) <= 80 else text[:79] + "…"
        super().__init__(what, where=f"scene {scene_id}, text “{shown}”", remedy=remedy)


class ToolMissing(SijillError):
    """Something outside of the package is needed and not there; `remedy` says how to get it."""


class InternalFault(SijillError):
    """A mistake in Sijill itself; `where` names the file that holds the details."""

"""What the last build did goes into `build/stages.json`, sealed; it comes out again, or the fault.

While a stage is being built, nothing is claimed of what it makes: a build that was killed leaves
files that may be old or new, and `begun` says which stage they are of.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from sijill.digests import sha256, sha256_of_file
from sijill.errors import FormatFault
from sijill.serial import dumps, read_json, write_atomic

STATE_FORMAT = "sijill.stages/2"
STATE_FILE = "stages.json"


@dataclass(frozen=True, slots=True)
class Output:
    """One file as it was: its size in bytes, its time in nanoseconds, its SHA-256."""

    size: int
    time: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Built:
    """What a stage was last built from (`key`) and what it made, by path below `build/`."""

    key: str
    outputs: dict[str, Output]


@dataclass(frozen=True, slots=True)
class Seen:
    """What a build saw of the user's own files, by path below the project, and of the ledger.

    `decisions` is the number of the ledger's lines, `head` the digest of the last one.
    """

    files: dict[str, Output] = field(default_factory=dict)
    decisions: int = 0
    head: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """The last good build of each stage, kept in `build/stages.json`.

    `begun` is the stage that was begun and not ended, or empty; `seal` the SHA-256 of all the rest.
    """

    stages: dict[str, Built] = field(default_factory=dict)
    begun: str = ""
    seen: Seen = Seen()
    format: str = STATE_FORMAT
    seal: str = ""


@dataclass(slots=True)
class _Written:
    """What this process wrote last: the state and its bytes, and each stage as it was put there.

    Of 10,000 readings the state has 2 MB, and a build writes it several times.
    """

    path: Path = Path()
    state: State = State()
    data: bytes = b""
    stages: dict[str, tuple[Built, str]] = field(default_factory=dict)

    def text_of(self, name: str, built: Built) -> str:
        """Give what a file says of a stage, made once for as long as it is the same."""
        known = self.stages.get(name)
        if known is None or known[0] is not built:
            known = self.stages[name] = built, dumps(built)[:-1].replace("\n", "\n  ")
        return known[1]


_written = _Written()


def _put_together(state: State) -> bytes:
    """Give the bytes of a state with its seal: those of `serial.dumps`."""
    frame = dumps(replace(state, stages={}, seal=""))
    if state.stages:
        texts = (f"\n  {dumps(n)[:-1]}: {_written.text_of(n, b)}" for n, b in state.stages.items())
        frame = frame.replace("{}", "{" + ",".join(texts) + "\n }", 1)
    own = '"seal": ""'
    begin = frame.rindex(own)
    seal = f'"seal": "{sha256(frame.encode("utf-8"))}"'
    return (frame[:begin] + seal + frame[begin + len(own) :]).encode("utf-8")


def read_state(build: Path) -> State:
    """Read the state of the last build; empty when there was none.

    Raises FormatFault when the file cannot be read, or is not as it was written.
    """
    path = build / STATE_FILE
    if not path.exists():
        return State()
    if path == _written.path and path.read_bytes() == _written.data:
        return _written.state
    state = read_json(path, State, format_name=STATE_FORMAT)
    # The bytes too: blanks may differ where the values do not.
    if path.read_bytes() != _put_together(state):
        raise FormatFault(
            "was changed after it was written", where=str(path), remedy="Run: sijill build"
        )
    return state


def load_state(build: Path) -> State:
    """Read the state of the last build; what cannot be trusted counts as never built."""
    try:
        return read_state(build)
    except FormatFault:
        return State()


def write_state(build: Path, state: State) -> None:
    """Write the state, sealed. Raises WorkspaceFault when it cannot be written."""
    path, data = build / STATE_FILE, _put_together(state)
    write_atomic(path, data)
    _written.path, _written.state, _written.data = path, state, data


def output_of(path: Path, digest: str | None = None) -> Output:
    """Describe a file as it is now, by its digest where that is known.

    Raises OSError when it cannot be read.
    """
    stat = path.stat()
    return Output(stat.st_size, stat.st_mtime_ns, digest or sha256_of_file(path))


def outputs_of(
    build: Path,
    paths: Sequence[Path],
    known: Mapping[str, Output] | None = None,
    written: Mapping[Path, str] | None = None,
    same: Collection[Path] = (),
) -> dict[str, Output]:
    """Describe what a stage made, by path below `build/`.

    `known` describes what it made before: a file of the same size and time is not read again.
    `written` are the digests of the bytes that this process has written itself into some; those of
    `same` were found to be as they were before.
    """
    found = {}
    begin = len(os.fspath(build)) + 1
    for name, path in sorted((os.fspath(path)[begin:], path) for path in paths):
        before = known.get(name) if known else None
        if before is not None and path in same:
            found[name] = before
            continue
        stat = os.stat(path)
        if before is None or (before.size, before.time) != (stat.st_size, stat.st_mtime_ns):
            before = output_of(path, (written or {}).get(path))
        found[name] = before
    return found


def is_unchanged(path: Path, output: Output) -> bool:
    """Say whether a file is as it was: of the same time and size, or else of the same digest."""
    try:
        found = path.stat()
        if found.st_size != output.size:
            return False
        return found.st_mtime_ns == output.time or sha256_of_file(path) == output.sha256
    except OSError:
        return False


def check_outputs(build: Path, state: State) -> Iterator[tuple[str, str]]:
    """Yield every built file that is missing or whose digest has changed, with what happened.

    Every byte is read; times of files are not trusted.
    """
    for built in state.stages.values():
        for name, output in sorted(built.outputs.items()):
            path = build / name
            try:
                if sha256_of_file(path) != output.sha256:
                    yield name, "was changed after it was built"
            except FileNotFoundError:
                yield name, "is missing"
            except OSError as fault:
                yield name, f"cannot be read: {fault.strerror or fault}"

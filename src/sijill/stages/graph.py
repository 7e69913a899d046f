"""Stages with their inputs and outputs go in; those that are out of date run, in order.

A stage is up to date when its key (code, settings, inputs) is the one it was built with and its
outputs are there unchanged: same time, or else same size and same digest.
"""

from __future__ import annotations

import json
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sijill.digests import sha256, sha256_of_file
from sijill.errors import FormatFault, InternalFault, SijillError
from sijill.serial import read_json, write_atomic, write_json

STATE_FORMAT = "sijill.stages/1"


@dataclass(frozen=True, slots=True)
class Output:
    """One file a stage made: its size in bytes, its time in nanoseconds, its SHA-256."""

    size: int
    time: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Built:
    """What a stage was last built from (`key`) and what it made, by path below `build/`."""

    key: str
    outputs: dict[str, Output]


@dataclass(frozen=True, slots=True)
class State:
    """The last good build of each stage, kept in `build/stages.json`."""

    stages: dict[str, Built] = field(default_factory=dict)
    format: str = STATE_FORMAT


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: what it needs, what its key is made of, and the function that builds it.

    `needs` must have been built; `takes` are used when they could be built and done without when
    not. `inputs` gives whatever the result depends on besides these (settings, digests); `build`
    gives the paths of what it wrote, below the build folder. `lasts`, asked after it, says whether
    the result may stand: one that lacks what should be there is kept, but made again next time.
    """

    name: str
    needs: tuple[str, ...]
    takes: tuple[str, ...]
    inputs: Callable[[], Sequence[str]]
    build: Callable[[], Sequence[Path]]
    lasts: Callable[[], bool] = lambda: True


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a stage: fresh (nothing to do), built, failed or skipped, and why."""

    stage: str
    result: str
    fault: SijillError | None = None


def digest_of(parts: Sequence[str]) -> str:
    """Give one SHA-256 for several texts, in their order."""
    return sha256(json.dumps(list(parts), ensure_ascii=False).encode("utf-8"))


def load_state(build: Path) -> State:
    """Read the state of the last build; what cannot be read counts as never built."""
    path = build / "stages.json"
    if not path.exists():
        return State()
    try:
        return read_json(path, State, format_name=STATE_FORMAT)
    except FormatFault:
        return State()


def _unchanged(build: Path, built: Built) -> bool:
    for name, output in built.outputs.items():
        path = build / name
        try:
            found = path.stat()
        except OSError:
            return False
        if found.st_size != output.size:
            return False
        if found.st_mtime_ns != output.time and sha256_of_file(path) != output.sha256:
            return False
    return True


def run(
    build: Path,
    stages: Sequence[Stage],
    *,
    code: str,
    until: str | None = None,
    on_stage: Callable[[str, str], None] = lambda stage, what: None,
) -> Iterator[Outcome]:
    """Run the stages that are out of date, in the order given, and yield what became of each.

    `until` stops after the stage of that name and what it needs. `code` stands for the version of
    the program. A fault stops what needs the failed stage; the rest is still built. The state is
    written after each stage, so a build that was killed goes on where it stopped.
    """
    wanted = _wanted(stages, until)
    state = load_state(build)
    results: dict[str, str] = {}
    keys: dict[str, str] = {}
    for stage in stages:
        if stage.name not in wanted:
            continue
        blocked = [n for n in stage.needs if results.get(n) in ("failed", "skipped")]
        if blocked:
            results[stage.name] = "skipped"
            yield Outcome(stage.name, "skipped", SijillError(f"needs {blocked[0]}, which failed"))
            continue
        try:
            before = [keys.get(n, "none") for n in (*stage.needs, *stage.takes)]
            key = digest_of([stage.name, code, *before, *stage.inputs()])
            built = state.stages.get(stage.name)
            if built is not None and built.key == key and _unchanged(build, built):
                results[stage.name] = "fresh"
            else:
                on_stage(stage.name, "begins")
                paths = stage.build()
                built = Built(key if stage.lasts() else "", _outputs(build, paths))
                state = State({**state.stages, stage.name: built})
                write_json(build / "stages.json", state)
                results[stage.name] = "built"
            keys[stage.name] = digest_of(
                [key, *(f"{n} {o.sha256}" for n, o in sorted(built.outputs.items()))]
            )
            yield Outcome(stage.name, results[stage.name])
        except SijillError as fault:
            results[stage.name] = "failed"
            yield Outcome(stage.name, "failed", fault)
        except Exception as fault:  # a mistake of ours must not cost the other stages
            results[stage.name] = "failed"
            yield Outcome(stage.name, "failed", _internal(build, stage.name, fault))
        finally:
            on_stage(stage.name, "ends")


def _internal(build: Path, stage: str, fault: Exception) -> InternalFault:
    path = build / "faults" / f"{stage}.txt"
    write_atomic(path, "".join(traceback.format_exception(fault)).encode("utf-8", "replace"))
    return InternalFault(
        f"a mistake of Sijill's own: {type(fault).__name__}: {fault}",
        where=str(path),
        remedy="Your sources and decisions are safe. Please report it with that file.",
    )


def _wanted(stages: Sequence[Stage], until: str | None) -> set[str]:
    if until is None:
        return {stage.name for stage in stages}
    by_name = {stage.name: stage for stage in stages}
    wanted: set[str] = set()
    stack = [until]
    while stack:
        name = stack.pop()
        if name not in wanted:
            wanted.add(name)
            stack.extend((*by_name[name].needs, *by_name[name].takes))
    return wanted


def _outputs(build: Path, paths: Sequence[Path]) -> dict[str, Output]:
    found: dict[str, Output] = {}
    for path in sorted(paths):
        stat = path.stat()
        name = path.relative_to(build).as_posix()
        found[name] = Output(stat.st_size, stat.st_mtime_ns, sha256_of_file(path))
    return found


def check_outputs(build: Path, names: Mapping[str, Built] | None = None) -> Iterator[str]:
    """Yield the name of every built file that is missing or whose digest has changed."""
    stages = load_state(build).stages if names is None else names
    for built in stages.values():
        for name, output in sorted(built.outputs.items()):
            path = build / name
            if not path.exists() or sha256_of_file(path) != output.sha256:
                yield name

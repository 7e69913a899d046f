"""Stages with their inputs and outputs go in; those that are out of date run, in order.

A stage is up to date when its key (code, settings, inputs) is the one it was built with and its
outputs are there unchanged: same time, or else same size and same digest. As soon as anything is
to be built, every byte is looked at: nothing is made from a file that a disk has damaged. Only a
process that made the files itself, and holds what it makes others from, goes by size and time.
"""

from __future__ import annotations

import json
import traceback
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sijill.digests import sha256
from sijill.errors import InternalFault, SijillError, WorkspaceFault
from sijill.serial import write_atomic
from sijill.stages.state import (
    Built,
    Seen,
    State,
    check_outputs,
    is_unchanged,
    load_state,
    outputs_of,
    write_state,
)


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


def _key(stage: Stage, code: str, keys: Mapping[str, str], inputs: Sequence[str]) -> str:
    before = [keys.get(name, "none") for name in (*stage.needs, *stage.takes)]
    return digest_of([stage.name, code, *before, *inputs])


def _result_key(key: str, built: Built) -> str:
    return digest_of([key, *(f"{n} {o.sha256}" for n, o in sorted(built.outputs.items()))])


def _all_fresh(build: Path, stages: Sequence[Stage], state: State, code: str) -> bool:
    """Say whether there is nothing to build, as far as keys, sizes and times tell."""
    keys: dict[str, str] = {}
    for stage in stages:
        built = state.stages.get(stage.name)
        try:
            key = _key(stage, code, keys, stage.inputs())
        except Exception:  # said when the stage's turn comes
            return False
        if built is None or built.key != key or not _unchanged(build, built):
            return False
        keys[stage.name] = _result_key(key, built)
    return True


def _without_damaged(build: Path, state: State) -> State:
    """Forget the stages of which a file has not the bytes that it was built with."""
    damaged = {name for name, _ in check_outputs(build, state)}
    whole = {n: b for n, b in state.stages.items() if not damaged & b.outputs.keys()}
    return replace(state, stages=whole)


def _unchanged(build: Path, built: Built) -> bool:
    return all(is_unchanged(build / name, output) for name, output in built.outputs.items())


def run(
    build: Path,
    stages: Sequence[Stage],
    *,
    code: str,
    until: str | None = None,
    on_stage: Callable[[str, str], None] = lambda stage, what: None,
    seen: Seen | None = None,
    is_open: bool = False,
    written: Mapping[Path, str] | None = None,
    same: Callable[[], Collection[Path]] = tuple,
) -> Iterator[Outcome]:
    """Run the stages that are out of date, in the order given, and yield what became of each.

    `until` stops after the stage of that name and what it needs. `code` stands for the version of
    the program, `seen` for the user's own files; `is_open` says that the files were made by this
    process and nothing is made from them again; `written` are the digests of what it wrote, `same`
    gives the files that it has just found to be as they were. A fault stops what needs the failed
    stage; the rest is still built. The state is written before each stage and at the end, so a
    build that was killed goes on where it stopped, and claims nothing of what it was making.
    """
    wanted = _wanted(stages, until)
    state = noted = load_state(build)
    if seen is not None and seen != state.seen:
        state = replace(state, seen=seen)
    due = [stage for stage in stages if stage.name in wanted]
    if not is_open and not _all_fresh(build, due, state, code):
        state = _without_damaged(build, state)
    results: dict[str, str] = {}
    keys: dict[str, str] = {}
    for stage in due:
        blocked = [n for n in stage.needs if results.get(n) in ("failed", "skipped")]
        if blocked:
            results[stage.name] = "skipped"
            yield Outcome(stage.name, "skipped", SijillError(f"needs {blocked[0]}, which failed"))
            continue
        try:
            key = _key(stage, code, keys, stage.inputs())
            built = state.stages.get(stage.name)
            if built is not None and built.key == key and _unchanged(build, built):
                results[stage.name] = "fresh"
            else:
                on_stage(stage.name, "begins")
                others = {n: b for n, b in state.stages.items() if n != stage.name}
                state = noted = replace(state, stages=others, begun=stage.name)
                write_state(build, state)
                paths = stage.build()
                built = Built(
                    key if stage.lasts() else "",
                    outputs_of(build, paths, built.outputs if built else None, written, same()),
                )
                # Written when the next one begins or all are done; until then it is not claimed.
                state = replace(state, stages={**others, stage.name: built}, begun="")
                results[stage.name] = "built"
            keys[stage.name] = _result_key(key, built)
            yield Outcome(stage.name, results[stage.name])
        except Exception as fault:  # a mistake of ours must not cost the other stages
            results[stage.name] = "failed"
            yield Outcome(stage.name, "failed", _as_fault(build, stage.name, fault))
        finally:
            on_stage(stage.name, "ends")
    if state is not noted:
        write_state(build, state)


def _as_fault(build: Path, stage: str, fault: Exception) -> SijillError:
    """Give what stopped a stage as a fault that can be told."""
    if isinstance(fault, SijillError):
        return fault
    if isinstance(fault, OSError):  # a disk that is full or closed is no mistake of ours
        return _disk_fault(build, fault)
    return _internal(build, stage, fault)


def note_again(build: Path, path: Path) -> None:
    """Note a file as it is now, where a stage has written it again with the same meaning.

    Raises WorkspaceFault when the state cannot be written.
    """
    state = load_state(build)
    name = path.relative_to(build).as_posix()
    stages = {
        stage: replace(built, outputs={**built.outputs, **outputs_of(build, [path])})
        if name in built.outputs
        else built
        for stage, built in state.stages.items()
    }
    write_state(build, replace(state, stages=stages))


def _disk_fault(build: Path, fault: OSError) -> WorkspaceFault:
    return WorkspaceFault(
        f"cannot be read or written: {fault.strerror or fault}",
        where=str(fault.filename or build),
        remedy="Free some space or check the folder's permissions, then run: sijill build",
    )


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

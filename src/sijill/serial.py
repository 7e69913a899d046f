"""Frozen dataclasses in, canonical JSON out, and back again: the one way Sijill writes its files.

Canonical means: UTF-8, NFC left as it is, keys in the order of the dataclass, no blanks at line
ends, one final newline; the same value always gives the same bytes.
"""

from __future__ import annotations

import dataclasses
import errno
import json
import os
import re
import tempfile
import types
import typing
from collections.abc import Callable, Hashable, Mapping, Sequence
from enum import Enum
from functools import cache
from json.encoder import encode_basestring
from pathlib import Path
from typing import Any, TypeVar, Union, get_args, get_origin

from sijill.digests import Part
from sijill.errors import FormatFault, WorkspaceFault
from sijill.swift_json import swift_dumps, swift_loads

T = TypeVar("T")

#: How `tempfile` names what `write_atomic` has not finished: .name.ext. and eight signs.
_UNFINISHED = re.compile(r"\..+\.[a-z0-9_]{8}")


#: What JSON has a form of its own for.
_SCALARS = frozenset((str, int, float, bool, type(None)))


def to_plain(value: Any) -> Any:
    """Turn a value into dicts, lists, strings and numbers; dataclass fields keep their order."""
    kind: Any = type(value)
    if kind in _SCALARS:
        return value
    names = _field_names(kind)
    if names is not None:
        return {name: to_plain(getattr(value, name)) for name in names}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(k): to_plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [to_plain(v) for v in _in_order(value)]
    if isinstance(value, (str, int, float)):
        return value
    raise TypeError(f"{kind.__name__} has no plain form")


@cache
def _field_names(kind: Hashable) -> tuple[str, ...] | None:
    """Give the names of a dataclass's fields, or None for what is none."""
    if not (isinstance(kind, type) and dataclasses.is_dataclass(kind)):
        return None
    return tuple(f.name for f in dataclasses.fields(kind))


def _in_order(values: Any) -> Any:
    return sorted(values) if isinstance(values, (set, frozenset)) else values


@cache
def _hints(cls: type) -> dict[str, Any]:
    return typing.get_type_hints(cls)


def from_plain(kind: Any, plain: Any) -> Any:
    """Build a value of the type `kind` from what `to_plain` gave.

    Fields missing in `plain` take their default. Raises FormatFault for an unknown field, a
    missing one without default, or a value of the wrong shape, with the path to it.
    """
    try:
        return _maker(kind)(plain)
    except (_Misfit, TypeError, ValueError, AttributeError):
        # Once more and slowly, to say where it does not fit.
        return _build(kind, plain, "")


class _Misfit(Exception):
    """A value has not the shape of its type."""


@cache
def _maker(kind: Any) -> Callable[[Any], Any]:
    """Give what builds values of a type: the same as `_build`, but it can't say what is wrong."""
    origin, args = get_origin(kind), get_args(kind)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _dataclass_maker(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind in (str, bool):
        return _exactly(kind)
    if origin in (Union, types.UnionType) and len(args) == 2 and type(None) in args:
        inner = _maker(args[0] if args[1] is type(None) else args[1])
        return lambda plain: None if plain is None else inner(plain)
    if origin in (tuple, list) and args and (origin is list or args[-1] is Ellipsis):
        return _row_maker(_maker(args[0]), origin)
    if origin in (dict, Mapping) or (isinstance(origin, type) and issubclass(origin, Mapping)):
        return _mapping_maker(_maker(args[1]))
    return lambda plain: _build(kind, plain, "")


def _exactly(kind: type) -> Callable[[Any], Any]:
    def make(plain: Any) -> Any:
        if type(plain) is not kind:
            raise _Misfit
        return plain

    return make


def _row_maker(inner: Callable[[Any], Any], kind: type) -> Callable[[Any], Any]:
    def make(plain: Any) -> Any:
        if type(plain) is not list:
            raise _Misfit
        return kind([inner(value) for value in plain])

    return make


def _mapping_maker(inner: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def make(plain: Any) -> Any:
        if type(plain) is not dict:
            raise _Misfit
        return {key: inner(value) for key, value in plain.items()}

    return make


def _dataclass_maker(kind: type) -> Callable[[Any], Any]:
    makers: dict[str, Callable[[Any], Any]] = {}

    def make(plain: Any) -> Any:
        if not makers:  # not before: a type may hold itself
            hints = _hints(kind)
            makers.update({f.name: _maker(hints[f.name]) for f in dataclasses.fields(kind)})
        if type(plain) is not dict or not plain.keys() <= makers.keys():
            raise _Misfit
        return kind(**{name: makers[name](value) for name, value in plain.items()})

    return make


def _build(kind: Any, plain: Any, path: str) -> Any:
    if kind is Any:
        return plain
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _build_union(kind, plain, path)
    if origin is typing.Literal:
        if plain in get_args(kind):
            return plain
        raise _misfit(path, kind, plain)
    if origin in (tuple, list):
        return _build_row(kind, plain, path)
    if origin in (dict, Mapping) or (origin is not None and issubclass(origin, Mapping)):
        if not isinstance(plain, dict):
            raise _misfit(path, kind, plain)
        inner = get_args(kind)[1] if get_args(kind) else Any
        return {k: _build(inner, v, f"{path}.{k}") for k, v in plain.items()}
    if isinstance(kind, type) and issubclass(kind, Enum):
        try:
            return kind(plain)
        except ValueError:
            raise _misfit(path, kind, plain) from None
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _build_dataclass(kind, plain, path)
    if kind is float and isinstance(plain, int) and not isinstance(plain, bool):
        return float(plain)
    if isinstance(kind, type) and isinstance(plain, kind):
        if kind is int and isinstance(plain, bool):
            raise _misfit(path, kind, plain)
        return plain
    raise _misfit(path, kind, plain)


def _build_union(kind: Any, plain: Any, path: str) -> Any:
    """Build the first kind of several that fits; where none does, the first one's fault stands."""
    options = get_args(kind)
    if plain is None and type(None) in options:
        return None
    faults = []
    for option in options:
        if option is type(None):
            continue
        try:
            return _build(option, plain, path)
        except FormatFault as fault:
            faults.append(fault)
    raise faults[0] if faults else _misfit(path, kind, plain)


def _build_row(kind: Any, plain: Any, path: str) -> Any:
    """Build a list, or a tuple of one kind or with a kind for each place."""
    if not isinstance(plain, list):
        raise _misfit(path, kind, plain)
    is_tuple, args = get_origin(kind) is tuple, get_args(kind)
    if is_tuple and args and args[-1] is not Ellipsis:
        if len(args) != len(plain):
            raise _misfit(path, kind, plain)
        return tuple(
            _build(a, v, f"{path}[{i}]") for i, (a, v) in enumerate(zip(args, plain, strict=True))
        )
    inner = args[0] if args else Any
    built = [_build(inner, v, f"{path}[{i}]") for i, v in enumerate(plain)]
    return tuple(built) if is_tuple else built


def _build_dataclass(kind: type, plain: Any, path: str) -> Any:
    if not isinstance(plain, dict):
        raise _misfit(path, kind, plain)
    hints = _hints(kind)
    known = {f.name for f in dataclasses.fields(kind)}
    unknown = sorted(set(plain) - known)
    if unknown:
        raise FormatFault(f"unknown field “{unknown[0]}” in {kind.__name__}", where=path or "top")
    values = {n: _build(hints[n], v, f"{path}.{n}".lstrip(".")) for n, v in plain.items()}
    try:
        return kind(**values)
    except TypeError as fault:
        raise FormatFault(str(fault), where=path or "top") from fault


def _misfit(path: str, kind: Any, plain: Any) -> FormatFault:
    name = getattr(kind, "__name__", str(kind))
    shown = repr(plain)
    return FormatFault(f"expected {name}, found {shown[:80]}", where=path or "top")


def dumps(value: Any, *, indent: int | None = 1) -> str:
    """Give the canonical JSON text of a value, with a final newline."""
    if indent == 1:
        swift = swift_dumps(value)
        if swift is not None:
            return swift.decode("utf-8")
        # What the standard library gives, which has no fast way of indenting.
        parts: list[str] = []
        _write(value, "\n", parts.append)
        return "".join((*parts, "\n"))
    separators = (",", ": ") if indent is not None else (",", ":")
    return (
        json.dumps(to_plain(value), ensure_ascii=False, indent=indent, separators=separators) + "\n"
    )


def _write(value: Any, margin: str, put: Callable[[str], object]) -> None:
    """Write the JSON of a value whose line begins with `margin` (a newline and blanks)."""
    kind: Any = type(value)
    if kind is str:
        put(encode_basestring(value))
        return
    names = _field_names(kind)
    if names is not None:
        _write_object([(name, getattr(value, name)) for name in names], margin, put)
    elif isinstance(value, Enum):
        _write(value.value, margin, put)
    elif isinstance(value, Mapping):
        _write_object([(str(key), one) for key, one in value.items()], margin, put)
    elif isinstance(value, (list, tuple, set, frozenset)):
        inside = margin + " "
        before = "["
        for one in _in_order(value):
            put(before + inside)
            _write(one, inside, put)
            before = ","
        put("[]" if before == "[" else margin + "]")
    else:
        put(json.dumps(to_plain(value)))


def _write_object(
    pairs: Sequence[tuple[str, Any]], margin: str, put: Callable[[str], object]
) -> None:
    inside = margin + " "
    before = "{"
    for key, one in pairs:
        start = f"{before}{inside}{encode_basestring(key)}: "
        kind = type(one)
        if kind is str:
            put(start + encode_basestring(one))
        elif kind is int:
            put(start + int.__repr__(one))
        elif one is None:
            put(start + "null")
        else:
            put(start)
            _write(one, inside, put)
        before = ","
    put("{}" if before == "{" else margin + "}")


def write_atomic(path: Path, data: bytes | Sequence[Part]) -> None:
    """Write a file so that readers see the old bytes or the new ones, never half.

    A large file may be given in pieces, which are not put together before. Raises WorkspaceFault
    when the disk is full or the folder cannot be written.
    """
    handle = -1
    name = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as out:
            handle = -1
            out.writelines((data,) if isinstance(data, bytes) else data)
            out.flush()
            os.fsync(out.fileno())
        os.chmod(name, 0o644)
        os.replace(name, path)
        name = ""
    except OSError as fault:
        raise WorkspaceFault(
            f"cannot write: {fault.strerror or fault}",
            where=str(path),
            remedy="Free some space or check the folder's permissions, then run the command again;"
            " nothing was half-written.",
        ) from fault
    finally:
        if handle >= 0:
            os.close(handle)
        if name and os.path.exists(name):
            os.unlink(name)


def sweep_unfinished(folder: Path) -> None:
    """Remove what a killed `write_atomic` left in a folder; call it where nobody else writes.

    Raises WorkspaceFault when it cannot.
    """
    try:
        for path in sorted(folder.glob(".*")):
            if _UNFINISHED.fullmatch(path.name) and path.is_file() and not path.is_symlink():
                path.unlink(missing_ok=True)
    except OSError as fault:
        raise WorkspaceFault(
            f"cannot be removed: {fault.strerror or fault}",
            where=str(fault.filename or folder),
            remedy="Check the folder's permissions.",
        ) from fault


def sync_folder(folder: Path) -> None:
    """Bring the names of a folder's new files onto the disk; a power cut could take them back.

    Some file systems cannot do so for a folder, and need not. Raises WorkspaceFault when the disk
    fails.
    """
    try:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as fault:
        if fault.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise WorkspaceFault(
                f"cannot be written to the disk: {fault.strerror or fault}",
                where=str(folder),
                remedy="Check the disk, then run the command again.",
            ) from fault


def write_json(path: Path, value: Any, *, indent: int | None = 1) -> None:
    """Write the canonical JSON of a value atomically."""
    data = swift_dumps(value) if indent == 1 else None
    write_atomic(path, data or dumps(value, indent=indent).encode("utf-8"))


def read_json(path: Path, kind: type[T], *, format_name: str) -> T:
    """Read a file written by `write_json`.

    The file's `"format"` must equal `format_name`. Raises FormatFault with the file's name.
    """
    try:
        data = path.read_bytes()
        value = swift_loads(data, kind)
        if value is not None and getattr(value, "format", None) == format_name:
            return value
        plain = json.loads(data.decode("utf-8"))
    except OSError as fault:
        raise FormatFault(f"cannot be read: {fault.strerror}", where=str(path)) from fault
    except (ValueError, RecursionError) as fault:
        raise FormatFault(
            f"is not JSON: {fault}", where=str(path), remedy="Run: sijill build"
        ) from fault
    found = plain.get("format") if isinstance(plain, dict) else None
    if found != format_name:
        raise FormatFault(
            f"states the format “{found}”, expected “{format_name}”",
            where=str(path),
            remedy="It was written by another version. Run: sijill build",
        )
    try:
        return typing.cast(T, from_plain(kind, plain))
    except FormatFault as fault:
        raise FormatFault(
            fault.what, where=f"{path} at {fault.where}", remedy="Run: sijill build"
        ) from fault

"""The bytes of a model that CRFsuite trained go in; its labels and weights come out.

CRFsuite's own dump rounds to six digits, so the file itself is read. Format: `crf1d_model.c` of
CRFsuite 0.12 (features with type, source, target and weight; labels and attributes as CQDB).
"""

from __future__ import annotations

import struct

import numpy as np

from sijill.tagging.weights import Weights

_STATE, _MOVE = 0, 1
_FEATURE = np.dtype([("type", "<u4"), ("source", "<u4"), ("target", "<u4"), ("weight", "<f8")])


def read_weights(data: bytes) -> Weights:
    """Give labels and weights of a model of `pycrfsuite.Trainer`.

    Raises ValueError when the bytes are no such model.
    """
    try:
        magic, _, kind = struct.unpack_from("<4sI4s", data)
        if (magic, kind) != (b"lCRF", b"FOMC"):
            raise ValueError(f"they begin with {magic!r} {kind!r}")
        features_at, labels_at, names_at = struct.unpack_from("<III", data, 28)
        _, _, count = struct.unpack_from("<4sII", data, features_at)
        features = np.frombuffer(data, _FEATURE, count, features_at + 12)
        labels = _strings(data, labels_at)
        names = _strings(data, names_at)
    except struct.error as fault:
        raise ValueError("these bytes are no CRFsuite model") from fault
    moves = np.zeros((len(labels), len(labels)))
    seen: list[tuple[str, int, float]] = []
    for what, source, target, weight in features.tolist():
        if what == _MOVE:
            moves[source, target] = weight
        else:
            seen.append((names[source], target, weight))
    return Weights(tuple(labels), moves, seen)


def _strings(data: bytes, start: int) -> list[str]:
    """Give the strings of a constant quark database by their number."""
    _, _, _, _, count, table = struct.unpack_from("<4sIIIII", data, start)
    out = []
    for offset in np.frombuffer(data, "<u4", count, start + table).tolist():
        _, size = struct.unpack_from("<II", data, start + offset)
        begin = start + offset + 8
        out.append(data[begin : begin + size - 1].decode("utf-8"))  # a zero ends it
    return out

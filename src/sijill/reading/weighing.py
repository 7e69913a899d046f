"""Channels of a document and an archive of weights go in; what each label scores at each unit
comes out.

What a value weighs is summed up once and kept, so a word that was seen before costs no more than
adding up a few rows.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np
import numpy.typing as npt

from sijill.reading.channels import Channel
from sijill.reading.weights import (
    KINDS,
    MOST_LABELS,
    MOST_STEP,
    STAGES,
    Archive,
    Floats,
    key_of,
)

#: When a channel holds this many values, or its rows this many weights, it begins anew.
MOST_VALUES = 100_000
MOST_CELLS = 4_000_000

Ints = npt.NDArray[np.int64]


class _Bank:
    """The values of one channel that were met so far, and for each stage a row for each step."""

    def __init__(self, channel: Channel, widths: Sequence[int]) -> None:
        self.channel = channel
        self.steps = channel.last - channel.first + 1
        self._widths = widths
        self.ids: dict[Hashable, int] = {}
        self.rows: list[Floats] = []
        self.clear()

    def clear(self) -> None:
        self.ids.clear()
        self._used = 1  # row 0 weighs nothing
        self.rows = [np.zeros((64, self.steps, width)) for width in self._widths]

    @property
    def is_full(self) -> bool:
        cells = self._used * self.steps * sum(self._widths)
        return len(self.ids) > MOST_VALUES or cells > MOST_CELLS

    def add(self, values: Sequence[Hashable], blocks: Sequence[Floats]) -> None:
        """Keep the rows of new values; those that weigh nothing share one."""
        weighs = np.zeros(len(values), dtype=bool)
        for block in blocks:
            weighs |= block.any(axis=(1, 2))
        ids = np.zeros(len(values), dtype=np.int64)
        count = int(weighs.sum())
        ids[weighs] = np.arange(self._used, self._used + count)
        self.ids.update(zip(values, ids.tolist(), strict=True))
        needed = self._used + count
        for stage, block in enumerate(blocks):
            rows = self.rows[stage]
            if needed > len(rows):
                grown = np.zeros((max(needed, 2 * len(rows)), *rows.shape[1:]))
                grown[: self._used] = rows[: self._used]
                self.rows[stage] = rows = grown
            rows[self._used : needed] = block[weighs]
        self._used = needed


class Weigher:
    """Weighs the channels of one language; made once, it learns the rows of the words it meets.

    `widths[stage]` is how many labels of one kind there is room for; scores have one column for
    each kind and label.
    """

    def __init__(self, archive: Archive, channels: Sequence[Channel]) -> None:
        self._archive = archive
        self.widths = [max(len(names) for names in stage) for stage in archive.labels]
        columns = [len(KINDS) * width for width in self.widths]
        self._banks = [_Bank(channel, columns) for channel in channels]
        codes = np.arange((2 * MOST_STEP + 1) * len(STAGES) * len(KINDS) * MOST_LABELS)
        label = codes % MOST_LABELS
        kind = codes // MOST_LABELS % len(KINDS)
        self._stage = codes // (MOST_LABELS * len(KINDS)) % len(STAGES)
        self._step = codes // (MOST_LABELS * len(KINDS) * len(STAGES)) - MOST_STEP
        self._column = kind * np.array(self.widths)[self._stage] + label

    def prepare(self, values: Sequence[Sequence[Hashable]]) -> list[Ints]:
        """Give each value of each channel its number; new ones are weighed first."""
        out = []
        for bank, row in zip(self._banks, values, strict=True):
            if bank.is_full:
                bank.clear()
            ids = bank.ids
            new = [value for value in dict.fromkeys(row) if value not in ids]
            if new:
                bank.add(new, self._weigh(bank, new))
            out.append(np.fromiter((ids[value] for value in row), np.int64, len(row)))
        return out

    def score(self, stage: int, ids: Sequence[Ints], positions: Ints) -> Floats:
        """Give what each label scores at the positions: one row for each, one column a label.

        `ids` are those of `prepare`, `stage` counts from 0.
        """
        out = np.zeros((len(positions), len(KINDS) * self.widths[stage]))
        for bank, row in zip(self._banks, ids, strict=True):
            rows = bank.rows[stage]
            for step in range(bank.steps):
                mine = row[positions + (bank.channel.first + step)]
                known = np.flatnonzero(mine)
                if 2 * len(known) < len(mine):
                    out[known] += rows[mine[known], step]
                else:
                    out += rows[mine, step]
        return out

    def _weigh(self, bank: _Bank, values: Sequence[Hashable]) -> list[Floats]:
        """Sum up the weights of new values: for each stage, value by step by column."""
        archive = self._archive
        keys: list[bytes] = []
        counts: list[int] = []
        for value in values:
            before = len(keys)
            for _, names in bank.channel.spell(value):
                keys.extend(map(key_of, names))
            counts.append(len(keys) - before)
        wanted = np.frombuffer(b"".join(keys), "<u8")
        owner = np.repeat(np.arange(len(values)), counts)
        if len(archive.keys):
            at = np.minimum(np.searchsorted(archive.keys, wanted), len(archive.keys) - 1)
            known = np.flatnonzero(archive.keys[at] == wanted)
            at, owner = at[known], owner[known]
        else:
            at = owner = np.zeros(0, dtype=np.int64)
        sizes = archive.starts[at + 1] - archive.starts[at]
        owner = np.repeat(owner, sizes)
        entries = np.repeat(archive.starts[at] - (np.cumsum(sizes) - sizes), sizes)
        entries += np.arange(len(entries))
        codes = archive.codes[entries]
        weights = archive.weights[entries].astype(np.float64)
        step = self._step[codes] - bank.channel.first
        blocks = []
        for stage, width in enumerate(self.widths):
            columns = len(KINDS) * width
            mine = (self._stage[codes] == stage) & (step >= 0) & (step < bank.steps)
            cells = (owner[mine] * bank.steps + step[mine]) * columns + self._column[codes[mine]]
            sums = np.bincount(cells, weights[mine], len(values) * bank.steps * columns)
            block = sums.astype(np.float64, copy=False)  # of nothing NumPy makes whole numbers
            blocks.append(block.reshape(len(values), bank.steps, columns))
        return blocks

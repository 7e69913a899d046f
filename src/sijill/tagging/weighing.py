"""Channels of a document and an archive of weights go in; what labels score at its units comes out.

What a value weighs is summed up once and kept, so a word that was seen before costs no more than
adding up a few rows.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np
import numpy.typing as npt

from sijill.tagging.channels import Channel, Channels, PlainChannel, names_in
from sijill.tagging.kernels import KERNELS
from sijill.tagging.layout import Layout
from sijill.tagging.value_numbers import ValueNumbers
from sijill.tagging.weights import Floats

#: When a channel keeps this many weights (four bytes each), those not used lately go, …
MOST_CELLS = 3_000_000
#: … each time one of so many: the fewer at a time, the more are there when they come again.
_FORGOTTEN = 8
#: When a free number was used last: none has it that might be dropped.
_NEVER_DROPPED = np.iinfo(np.int64).max
#: So many values may be looked up at a time.
MOST_VALUES = 5_000

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Weighed:
    """What of a document weighs something, for each channel.

    Of a channel with rows the numbers of all its values; of a plain channel the places of those
    values that the archive knows, and their numbers there.
    """

    rows: list[Ints]
    plain: list[tuple[Ints, Ints]]


class _Bank:
    """The values of one channel that were met, and for each stage and value a row for each step."""

    def __init__(self, channel: Channel, layout: Layout) -> None:
        columns = layout.columns
        self.channel = channel
        self.steps = channel.last - channel.first + 1
        self.cells = layout.cells(channel.first, channel.last)
        self._numbers = ValueNumbers()
        self._end = 0  # all numbers that were given are below
        #: Numbers below those of all values that none has any more.
        self._free = np.zeros(0, dtype=np.int64)
        # A seventh for what is looked up at a time, the rest for words that come again.
        most = self._most = max(7 * MOST_VALUES, MOST_CELLS // (self.steps * sum(columns)))
        # Room for all: pages that nothing was written to take no memory.
        self.rows = tuple(
            [np.zeros((most, self.steps, count), dtype=np.float32) for count in columns]
        )
        #: By number; those of new values are above, until they get their own.
        self._last_used = np.zeros(most + MOST_VALUES, dtype=np.int64)
        self._clock = 0

    def find(self, values: Sequence[Hashable]) -> tuple[Ints, dict[Hashable, int]]:
        """Give the numbers of values, and those among them that have no rows yet.

        What a new one has for a number is for `keep`. The others are not forgotten before the next.
        """
        new: dict[Hashable, int] = {}
        found = np.empty(len(values), dtype=np.int64)
        self._clock += 1
        self._numbers.find(values, new, self._most, self._clock, self._last_used, found)
        return found, new

    def room_for(self, many: int) -> Ints:
        """Forget others where there is no room for so many new values; give numbers for them."""
        missing = len(self._numbers) + many - self._most
        if missing > 0:
            self._forget(max(missing, self._most // _FORGOTTEN))
        free = self._free[:many]
        more = np.arange(self._end, self._end + many - len(free))
        return np.concatenate((free, more)) if len(free) else more

    def keep(self, new: Mapping[Hashable, int], given: Ints, numbers: Ints) -> None:
        """Know new values from now on by the numbers given to them, whose rows are there already.

        These are put into `numbers` in place of what was found.
        """
        self._last_used[given] = self._clock
        self._end += max(0, len(given) - len(self._free))
        self._free = self._free[len(given) :]
        self._numbers.add(new, given, self._most, numbers)

    def _forget(self, many: int) -> None:
        """Drop so many that were not used for the longest time: new ones get their numbers."""
        gone = np.argpartition(self._last_used[: self._end], many)[:many]
        is_gone = np.zeros(self._end, dtype=np.int8)
        is_gone[gone] = 1
        self._numbers.drop(is_gone)
        self._last_used[gone] = _NEVER_DROPPED
        self._free = np.concatenate((self._free, gone))


class Weigher:
    """Weighs channels by one archive; made once, it learns the rows of the words it meets.

    Scores have one column for each kind and label.
    """

    def __init__(self, layout: Layout, channels: Channels) -> None:
        self._layout = layout
        self._archive = layout.archive
        self._channels = channels
        self._banks = [_Bank(c, layout) for c in channels if isinstance(c, Channel)]

    def prepare(self, values: Sequence[Sequence[Hashable]]) -> Weighed:
        """Look up the values of each channel, `MOST_VALUES` at most; new ones are weighed first.

        What is given holds until values are prepared again.
        """
        rows: list[Ints] = []
        plain: list[tuple[Ints, Ints]] = []
        banks = iter(self._banks)
        for channel, mine in zip(self._channels, values, strict=True):
            if isinstance(channel, PlainChannel):
                features = self._features(channel, mine)
                places = (features >= 0).nonzero()[0]
                plain.append((places, features[places]))
                continue
            bank = next(banks)
            numbers, new = bank.find(mine)
            if new:
                given = bank.room_for(len(new))
                self._weigh(bank, list(new), given)
                bank.keep(new, given, numbers)
            rows.append(numbers)
        return Weighed(rows, plain)

    def _features(self, channel: PlainChannel, values: Sequence[Hashable]) -> Ints:
        """Give the number of the feature at each place of a plain channel, -1 for none."""
        if KERNELS is None:
            numbers: Mapping[Any, int] = self._archive.numbers
            return np.array([numbers.get(n, -1) for n in channel.names(values)], dtype=np.int64)
        found = np.empty(len(values) // channel.each, dtype=np.int64)
        table = self._archive.table
        table.look_up(values, found, channel.before, channel.length, channel.joint, channel.each)
        return found

    def score(self, stage: int, weighed: Weighed, positions: Ints, out: Floats) -> None:
        """Add to `out` what each label scores at positions, which ascend.

        It has one row for each of them, one column for each label; `stage` counts from 0.
        """
        if KERNELS is not None:
            self._add_up(stage, weighed, positions, out)
            return
        for bank, numbers in zip(self._banks, weighed.rows, strict=True):
            rows = bank.rows[stage].reshape(-1, out.shape[1])
            for step in range(bank.steps):
                mine = numbers[positions + (bank.channel.first + step)]
                out += rows.take(mine * bank.steps + step, axis=0)
        if not len(positions):
            return
        first, last = int(positions[0]), int(positions[-1])
        row_of = np.full(last - first + 1, -1)
        row_of[positions - first] = np.arange(len(positions))
        for places, features in weighed.plain:
            owners, entries = self._entries(features)
            codes = self._archive.codes[entries]
            is_mine = self._layout.stage[codes] == stage
            owners, entries, codes = owners[is_mine], entries[is_mine], codes[is_mine]
            at = places[owners] - self._layout.step[codes] - first
            inside = np.flatnonzero((at >= 0) & (at < len(row_of)))
            rows = row_of[at[inside]]
            inside, rows = inside[rows >= 0], rows[rows >= 0]
            cells = rows * out.shape[1] + self._layout.column[codes[inside]]
            weights = self._archive.weights[entries[inside]].astype(np.float64)
            np.add.at(out.reshape(-1), cells, weights)

    def _add_up(self, stage: int, weighed: Weighed, positions: Ints, out: Floats) -> None:
        """Do compiled what `score` does."""
        for bank, numbers in zip(self._banks, weighed.rows, strict=True):
            rows = bank.rows[stage]
            KERNELS.add_rows(rows, numbers, positions, bank.channel.first, bank.steps, out)
        archive = self._archive
        for places, features in weighed.plain:
            KERNELS.add_plain(
                places,
                features,
                positions,
                archive.starts,
                archive.codes,
                archive.weights,
                self._layout.step,
                self._layout.targets[stage],
                out,
            )

    def _entries(self, features: Ints) -> tuple[Ints, Ints]:
        """Give the entries of the archive for features, and for each the feature's place here."""
        starts = self._archive.starts
        sizes = starts[features + 1] - starts[features]
        owners = np.repeat(np.arange(len(features)), sizes)
        entries = np.repeat(starts[features] - (np.cumsum(sizes) - sizes), sizes)
        return owners, entries + np.arange(len(entries))

    def _weigh(self, bank: _Bank, values: Sequence[Hashable], numbers: Ints) -> None:
        """Sum up the weights of new values, and write their rows by their numbers."""
        if KERNELS is None:
            block = self._sums(bank, values)
            for rows, first, columns in zip(
                bank.rows, self._layout.begins, self._layout.columns, strict=True
            ):
                rows[numbers] = block[:, :, first : first + columns]
            return
        KERNELS.sum_weights(
            bank.channel.spell,
            values,
            self._archive.table,
            self._archive.starts,
            self._archive.codes,
            self._archive.weights,
            bank.cells,
            bank.steps,
            bank.rows,
            numbers,
        )

    def _sums(self, bank: _Bank, values: Sequence[Hashable]) -> Floats:
        """Give the sums of the weights of all features that values spell, value by step by column.

        There are the columns of all stages.
        """
        number_of = self._archive.numbers.get
        unknown = repeat(-1)
        found: list[int] = []
        counts: list[int] = []
        for value in values:
            before = len(found)
            for _, names in names_in(bank.channel.spell(value)):
                found.extend(map(number_of, names, unknown))
            counts.append(len(found) - before)
        given = np.array(found, dtype=np.int64)
        is_known = given >= 0
        value_of = np.repeat(np.arange(len(values)), counts)[is_known]
        owners, entries = self._entries(given[is_known])
        cells = bank.cells[self._archive.codes[entries]].astype(np.int64)
        is_seen = cells >= 0
        owners, entries, cells = owners[is_seen], entries[is_seen], cells[is_seen]
        shape = (len(values), bank.steps, self._layout.total)
        cells += value_of[owners] * (bank.steps * self._layout.total)
        block = np.zeros(shape)
        block += np.bincount(cells, self._archive.weights[entries], block.size).reshape(shape)
        return block

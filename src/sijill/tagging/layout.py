"""An archive of weights goes in; where each of them goes in the scores of labels comes out."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from sijill.tagging.weights import CODES, KINDS, MOST_LABELS, MOST_STEP, STAGES, Archive


class Layout:
    """What the codes of an archive's weights mean: made once, for all that weigh by it.

    Scores of a stage have one column for each kind and label: `columns[stage]`, `total` in all.
    Of each code `stage` (int8), `step` (int8) and `column` (int16) say where a weight that has it
    goes: there are a few thousand of them, and some hundred thousand weights.
    """

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        widths = [max(len(names) for names in stage) for stage in archive.labels]
        self.columns = [
            len(names) * width for names, width in zip(archive.labels, widths, strict=True)
        ]
        self.total = sum(self.columns)
        self.begins = [sum(self.columns[:number]) for number in range(len(self.columns))]
        kinds, labels = np.divmod(np.arange(CODES), MOST_LABELS)
        stages = kinds // len(KINDS) % len(STAGES)
        steps = kinds // (len(KINDS) * len(STAGES)) - MOST_STEP
        room = np.resize(widths, len(STAGES))  # of a reading that is not there any will do
        columns = kinds % len(KINDS) * room[stages] + labels
        self.stage = stages.astype(np.int8)
        self.step = steps.astype(np.int8)
        self.column = columns.astype(np.int16)
        #: For each stage the column by code, or -1 for codes of another stage (int16).
        self.targets = [
            np.where(stages == number, columns, -1).astype(np.int16)
            for number in range(len(archive.labels))
        ]
        begins = np.resize(self.begins, len(STAGES))
        self._cell = steps * self.total + begins[stages] + columns

    def cells(self, first: int, last: int) -> npt.NDArray[np.int16]:
        """Give by code where a weight goes in the cells of a value, -1 for another step.

        A value has cells for the steps from `first` to `last`, in each the columns of all stages.
        """
        is_seen = (first <= self.step) & (self.step <= last)
        return np.where(is_seen, self._cell - first * self.total, -1).astype(np.int16)

"""An archive of weights goes in; where each of them goes in the scores of labels comes out."""

from __future__ import annotations

import numpy as np

from sijill.tagging.weights import KINDS, MOST_LABELS, MOST_STEP, STAGES, Archive


class Layout:
    """The places of an archive's weights: made once, for all that weigh by it.

    Scores of a stage have one column for each kind and label: `columns[stage]`, `total` in all,
    `begins[stage]` before them. Of each weight, in the order of the archive, `stage` (int8), `step`
    (int8) and `column` (int16) say where it goes.
    """

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        widths = [max(len(names) for names in stage) for stage in archive.labels]
        self.columns = [
            len(names) * width for names, width in zip(archive.labels, widths, strict=True)
        ]
        self.total = sum(self.columns)
        self.begins = [sum(self.columns[:number]) for number in range(len(self.columns))]
        numbers = np.arange((2 * MOST_STEP + 1) * len(STAGES) * len(KINDS) * MOST_LABELS)
        kinds = numbers // MOST_LABELS
        stage = kinds // len(KINDS) % len(STAGES)
        step = kinds // (len(KINDS) * len(STAGES)) - MOST_STEP
        room = np.resize(widths, len(STAGES))  # of a reading that is not there any will do
        column = kinds % len(KINDS) * room[stage] + numbers % MOST_LABELS
        begins = np.resize(self.begins, len(STAGES))
        self.stage = stage[archive.codes].astype(np.int8)
        self.step = step[archive.codes].astype(np.int8)
        self.column = column[archive.codes].astype(np.int16)
        #: For each stage the column of each weight, or -1 for those of another stage (int16).
        self.targets = [
            np.where(self.stage == number, self.column, -1).astype(np.int16)
            for number in range(len(archive.labels))
        ]
        #: Where a weight goes in a value's cells (int32): all steps, in each the columns of all
        #: stages.
        self.cell = (step * self.total + begins[stage] + column)[archive.codes].astype(np.int32)

"""One record and one script of it for all tests of this folder."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from strong_record import CHAPTERS, strong_record

from sijill.record.items import Record
from sijill.script.compose import write_script
from sijill.script.sentence import Script


@pytest.fixture(scope="session")
def record() -> Record:
    return strong_record()


@pytest.fixture(scope="session")
def script(record: Record) -> Script:
    return write_script(record, chapters=CHAPTERS)

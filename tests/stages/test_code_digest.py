import pytest

from sijill.stages import reading_step
from sijill.stages.reading_step import READING_ROOMS, code_digest


@pytest.fixture
def package(tmp_path, monkeypatch):
    for name in ("text.py", "mentions/names.py", "data/en/words.tsv", "film/cut.py"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("1", "utf-8")
    monkeypatch.setattr(reading_step, "data_path", lambda name: tmp_path / "data" / name)
    return tmp_path


@pytest.mark.parametrize(
    ("changed", "is_other"),
    [
        ("mentions/names.py", True),
        ("data/en/words.tsv", True),
        # What folds letters and writes dates stands on the ground floor, below all rooms.
        ("text.py", True),
        ("film/cut.py", False),
    ],
)
def test_what_a_room_stands_on_is_part_of_its_version(package, changed, is_other):
    before = code_digest.__wrapped__(*READING_ROOMS)
    (package / changed).write_text("22", "utf-8")
    assert (code_digest.__wrapped__(*READING_ROOMS) != before) is is_other

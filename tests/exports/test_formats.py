"""Formats: found by name, written whole, the same bytes for the same record."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from made_records import EMPTY, MATERIAL, RECORD, few, records

from sijill.errors import UsageError, WorkspaceFault
from sijill.exports.formats import FORMATS, find_format, write_files
from sijill.exports.material import ALONE, Material

NAMES = [known.name for known in FORMATS]


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_record_can_be_exported(name):
    files = find_format(name).export(Material(EMPTY))
    assert files
    assert (set(files) != {ALONE}) is find_format(name).folder


def test_the_pages_tell_of_every_format():
    docs = Path(__file__).parent.parent.parent / "docs"
    for page in ("exports.md", "commands.md"):
        text = (docs / page).read_text("utf-8")
        assert [name for name in NAMES if f"`{name}`" not in text] == []


@few
@given(records)
def test_the_same_record_gives_the_same_bytes(record):
    for known in FORMATS:
        assert known.export(Material(record)) == known.export(Material(record))


def test_bytes_do_not_hang_on_the_order_of_hash_tables(tmp_path):
    program = (
        "import hashlib, made_records as m; from sijill.exports.formats import FORMATS;"
        "print([(f.name, n, hashlib.sha256(d).hexdigest())"
        " for f in FORMATS for n, d in f.export(m.MATERIAL).items()])"
    )
    package = Path(sys.modules["sijill"].__file__).parent.parent
    told = set()
    for seed in ("1", "2", "3"):
        path = os.pathsep.join([str(Path(__file__).parent), str(package)])
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
        done = subprocess.run(
            [sys.executable, "-c", program], env=environment, capture_output=True, check=True
        )
        told.add(done.stdout)
    assert len(told) == 1


def test_an_unknown_format_is_told_with_the_nearest():
    with pytest.raises(UsageError) as told:
        find_format("jsonl", ("otio",))
    assert "Perhaps: jsonld" in told.value.remedy
    assert "otio" in told.value.remedy


def test_a_folder_keeps_what_is_not_of_the_export(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    made = write_files(find_format("csv").export(MATERIAL), tmp_path)
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert tmp_path / "events.csv" in made
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(
        {"notes.txt", *(p.name for p in made)}
    )


def test_a_file_is_not_written_over_a_folder_nor_a_folder_over_a_file(tmp_path):
    file = tmp_path / "x"
    file.write_text("mine")
    with pytest.raises(WorkspaceFault, match="is a file, and the export is a folder"):
        write_files(find_format("csv").export(MATERIAL), file)
    with pytest.raises(WorkspaceFault, match="is a folder, and the export is a file"):
        write_files(find_format("ics").export(MATERIAL), tmp_path)
    assert file.read_text() == "mine"


def test_words_stand_in_every_format_that_takes_them():
    words = RECORD.statements[0].text
    for name in ("csv", "sheet", "jsonld", "ftm", "annotations"):
        files = find_format(name).export(MATERIAL)
        assert any(words in data.decode("utf-8") for data in files.values()), name

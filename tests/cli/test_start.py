"""Who reads one text does not wait for what it does not need."""

import json
import subprocess
import sys

import pytest

TEXT = "President Kassym-Jomart Tokayev visited Tokyo on 3 May 2025 and met Emperor Naruhito.\n"

#: Reads a file as the command does, and tells what is loaded then.
READ = """
import contextlib, gc, io, json, os, sys
from sijill.cli.main import main
with contextlib.redirect_stdout(io.StringIO()):
    try:
        main(["read", "--published", "2025-05-05", sys.argv[1]])
    except SystemExit as end:
        assert not end.code, end
print(json.dumps([sorted(sys.modules), len(os.listdir("/proc/self/task"))]))
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    path = tmp_path_factory.mktemp("start") / "one.en.txt"
    path.write_text(TEXT, "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)], check=True, capture_output=True, text=True
    )
    modules, threads = json.loads(done.stdout)
    return set(modules), threads


def test_a_plain_text_is_read_without_what_reads_pages_or_makes_films(loaded):
    modules, _ = loaded
    assert "sijill.reading.pipeline" in modules
    heavy = {"yaml", "lxml", "PIL", "jinja2", "sijill.sources.webpage", "sijill.sources.markdown"}
    assert modules & heavy == set()
    rooms = {name.split(".")[1] for name in modules if name.startswith("sijill.")}
    assert rooms & {"identity", "record", "script", "film", "site"} == set()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="counts threads in /proc")
def test_a_command_that_reads_makes_no_thread_that_waits(loaded):
    assert loaded[1] == 1

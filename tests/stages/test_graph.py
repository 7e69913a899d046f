import errno
import os
from dataclasses import replace

import pytest

from sijill.errors import FormatFault, SijillError
from sijill.sources.holdings import add_files
from sijill.stages.build import build_project
from sijill.stages.graph import Stage, run
from sijill.stages.state import check_outputs, load_state, read_state
from sijill.workspace import Settings, create_workspace


def stage(build, name, log, needs=(), takes=(), inputs=("x",), fault=None):
    def make():
        log.append(name)
        if fault:
            raise SijillError(fault)
        path = build / f"{name}.txt"
        path.write_text(name)
        return [path]

    return Stage(name, tuple(needs), tuple(takes), lambda: list(inputs), make)


def results(build, stages, **more):
    return {o.stage: o.result for o in run(build, stages, code="1", **more)}


def test_nothing_runs_twice_when_nothing_changed(tmp_path):
    log = []
    stages = [stage(tmp_path, "a", log), stage(tmp_path, "b", log, needs=["a"])]
    assert results(tmp_path, stages) == {"a": "built", "b": "built"}
    assert results(tmp_path, stages) == {"a": "fresh", "b": "fresh"}
    assert log == ["a", "b"]


def test_a_changed_input_runs_what_stands_right_of_it(tmp_path):
    log = []
    results(tmp_path, [stage(tmp_path, "a", log), stage(tmp_path, "b", log, needs=["a"])])
    changed = [
        stage(tmp_path, "a", log, inputs=("y",)),
        stage(tmp_path, "b", log, needs=["a"]),
    ]
    assert results(tmp_path, changed) == {"a": "built", "b": "built"}


def test_a_lost_or_changed_output_is_made_again(tmp_path):
    log = []
    stages = [stage(tmp_path, "a", log)]
    results(tmp_path, stages)
    (tmp_path / "a.txt").write_text("b")
    assert list(check_outputs(tmp_path, load_state(tmp_path))) == [
        ("a.txt", "was changed after it was built")
    ]
    assert results(tmp_path, stages) == {"a": "built"}
    assert list(check_outputs(tmp_path, load_state(tmp_path))) == []


def test_a_fault_stops_only_what_needs_the_stage(tmp_path):
    log = []
    stages = [
        stage(tmp_path, "a", log),
        stage(tmp_path, "film", log, needs=["a"], fault="no font"),
        stage(tmp_path, "poster", log, needs=["film"]),
        stage(tmp_path, "page", log, needs=["a"], takes=["film"]),
    ]
    assert results(tmp_path, stages) == {
        "a": "built",
        "film": "failed",
        "poster": "skipped",
        "page": "built",
    }


def test_a_mistake_of_our_own_costs_only_its_stage_and_leaves_its_details(tmp_path):
    def broken():
        raise ZeroDivisionError("one over none")

    log = []
    stages = [
        Stage("a", (), (), list, broken),
        stage(tmp_path, "b", log),
    ]
    outcomes = list(run(tmp_path, stages, code="1"))
    assert [o.result for o in outcomes] == ["failed", "built"]
    assert "one over none" in str(outcomes[0].fault)
    assert "ZeroDivisionError" in (tmp_path / "faults" / "a.txt").read_text()


def test_a_build_up_to_a_stage_runs_only_what_that_needs(tmp_path):
    log = []
    stages = [stage(tmp_path, n, log) for n in "abc"]
    assert results(tmp_path, stages, until="b") == {"b": "built"}


def test_an_unreadable_state_counts_as_never_built(tmp_path):
    log = []
    stages = [stage(tmp_path, "a", log)]
    results(tmp_path, stages)
    (tmp_path / "stages.json").write_text("{")
    assert results(tmp_path, stages) == {"a": "built"}


def test_what_a_killed_build_left_half_written_is_swept_away(tmp_path):
    workspace = create_workspace(tmp_path / "p", Settings("T", ("PE", "GH")))
    left = workspace.build / "record" / ".record.json.x8f2k1aa"
    left.parent.mkdir(parents=True)
    left.write_text("{")
    build_project(workspace, until="readings")
    assert not left.exists()


@pytest.mark.parametrize("kind", ["half", "letter"])
def test_a_damaged_reading_of_the_cache_is_read_again(tmp_path, kind):
    workspace = create_workspace(tmp_path / "p", Settings("T", ("PE", "GH")))
    text = tmp_path / "a.txt"
    text.write_text("The minister of Ghana arrived in Lima on Monday.\n", "utf-8")
    list(add_files(workspace, [text], at="2025-12-01T00:00:00Z", who="Aru"))
    assert not build_project(workspace, until="readings").failed
    (cached,) = (workspace.build / "cache" / "readings").glob("*.json")
    whole = cached.read_bytes()
    damage = {"half": whole[: len(whole) // 2], "letter": whole.replace(b"Lima", b"Lyma")}[kind]
    assert damage != whole
    cached.write_bytes(damage)
    (workspace.build / "stages.json").unlink()
    assert not build_project(workspace, until="readings").failed
    assert cached.read_bytes() == whole


def test_what_lacks_something_is_kept_but_made_again_next_time(tmp_path):
    log, whole = [], [False, True]
    lacking = replace(stage(tmp_path, "cut", log), lasts=lambda: whole.pop(0))
    assert results(tmp_path, [lacking]) == {"cut": "built"}
    assert results(tmp_path, [lacking]) == {"cut": "built"}
    assert results(tmp_path, [lacking]) == {"cut": "fresh"}


def test_while_a_stage_is_built_nothing_is_claimed_of_it(tmp_path):
    claimed = []

    def stopped():
        state = read_state(tmp_path)
        claimed.append((state.begun, sorted(state.stages)))
        raise KeyboardInterrupt

    log = []
    stages = [stage(tmp_path, "a", log), stage(tmp_path, "b", log, needs=["a"])]
    results(tmp_path, stages)
    changed = [stages[0], replace(stages[1], inputs=lambda: ["y"], build=stopped)]
    with pytest.raises(KeyboardInterrupt):
        results(tmp_path, changed)
    assert claimed == [("b", ["a"])]
    assert results(tmp_path, stages) == {"a": "fresh", "b": "built"}
    assert read_state(tmp_path).begun == ""


def test_a_changed_state_is_found_and_not_trusted(tmp_path):
    stages = [stage(tmp_path, "a", [])]
    results(tmp_path, stages)
    path = tmp_path / "stages.json"
    whole = path.read_text()
    path.write_text(whole.replace('"size": 1', '"size": 2'))
    with pytest.raises(FormatFault, match="was changed"):
        read_state(tmp_path)
    assert results(tmp_path, stages) == {"a": "built"}
    assert list(read_state(tmp_path).stages) == ["a"]


def test_a_full_disk_is_said_as_such_and_costs_only_its_stage(tmp_path):
    def full():
        raise OSError(errno.ENOSPC, "No space left on device", "a.mp4")

    (outcome,) = run(tmp_path, [Stage("a", (), (), list, full)], code="1")
    assert "a.mp4: cannot be read or written: No space left" in str(outcome.fault)
    assert "Free some space" in str(outcome.fault)


def test_nothing_is_built_from_a_file_that_a_disk_has_damaged(tmp_path):
    def copied():
        text = (tmp_path / "a.txt").read_text()
        (tmp_path / "b.txt").write_text(f"{text} {wanted[0]}")
        return [tmp_path / "b.txt"]

    log, wanted = [], ["x"]
    stages = [
        stage(tmp_path, "a", log),
        Stage("b", ("a",), (), lambda: wanted, copied),
    ]
    results(tmp_path, stages)
    path = tmp_path / "a.txt"
    before = path.stat()
    path.write_text("e")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert results(tmp_path, stages) == {"a": "fresh", "b": "fresh"}
    wanted[0] = "y"
    assert results(tmp_path, stages) == {"a": "built", "b": "built"}
    assert (tmp_path / "b.txt").read_text() == "a y"

import pytest

from sijill.keeping import is_kept, keep, sweep, write_kept


@pytest.mark.parametrize("damage", [b"", b"pict", b"other bytes"])
def test_a_damaged_file_is_not_taken_for_a_kept_one(tmp_path, damage):
    path = tmp_path / "a.mp4"
    path.write_bytes(b"pictures")
    assert not is_kept(path)
    keep(path)
    assert is_kept(path)
    path.write_bytes(damage)
    assert not is_kept(path)
    path.unlink()
    assert not is_kept(path)


def test_only_what_the_dead_left_is_swept_away(tmp_path):
    # Process 1 always runs; no process has a number beyond the kernel's limit of 4194304.
    for name in (".a.1.part", ".a.4194999.part", "a.mp4"):
        (tmp_path / name).write_bytes(b"x")
    sweep(tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == [".a.1.part", "a.mp4"]


def test_killed_between_file_and_mark_it_is_there_without_a_mark(tmp_path, monkeypatch):
    path = tmp_path / "heard.json"
    write_kept(path, b"one")
    assert is_kept(path)

    def killed(path):
        raise KeyboardInterrupt

    monkeypatch.setattr("sijill.keeping.keep", killed)
    with pytest.raises(KeyboardInterrupt):
        write_kept(path, b"two")
    assert path.read_bytes() == b"two"
    assert [p.name for p in tmp_path.iterdir()] == ["heard.json"]

import os
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest

from sijill.errors import FormatFault, UsageError
from sijill.sources import holdings
from sijill.sources.holdings import (
    BY_DATELINE,
    add_files,
    find_files,
    find_source,
    list_sources,
    read_text,
    set_fields,
    text_path,
)
from sijill.sources.verify import verify_holdings
from sijill.temporal.datelines import day_told_in
from sijill.workspace import Settings, create_workspace

WHEN = {"at": "2025-12-01T00:00:00Z", "who": "Aru"}


@pytest.fixture
def workspace(tmp_path):
    return create_workspace(tmp_path / "project", Settings("T", ("PE", "GH")))


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "b.txt").write_text("Headline here\n\nThe minister arrived in Accra.\n", "utf-8")
    article = "---\ntitle: خبر\n---\nوصل الوزير إلى أكرا يوم الاثنين.\n"
    (folder / "a.md").write_text(article, "utf-8")
    (folder / "junk.txt").write_bytes(bytes(range(256)) * 4)
    (folder / "french.txt").write_text(
        "Le ministre des affaires étrangères est arrivé hier soir à Lima.\n", "utf-8"
    )
    return folder


def take(workspace, *paths: Path):
    return list(add_files(workspace, find_files(paths), **WHEN))


def test_good_files_are_taken_and_bad_ones_refused_with_reasons(workspace, folder):
    outcomes = {Path(t.path).name: t for t in take(workspace, folder)}
    assert outcomes["a.md"].outcome == outcomes["b.txt"].outcome == "taken"
    assert "binary" in outcomes["junk.txt"].reason
    assert "in French (fr)" in outcomes["french.txt"].reason
    assert [s.language for s in list_sources(workspace)] == ["ar", "en"]


def test_the_same_file_twice_is_one_source(workspace, folder, tmp_path):
    take(workspace, folder)
    copy = tmp_path / "other-name.txt"
    copy.write_bytes((folder / "b.txt").read_bytes())
    assert [t.outcome for t in take(workspace, copy)] == ["known"]
    assert len(list_sources(workspace)) == 2


def test_a_source_without_date_says_so_and_can_be_given_one(workspace, folder):
    take(workspace, folder)
    source = list_sources(workspace)[1]
    assert any("no publication date" in note for note in source.notes)
    assert set_fields(workspace, "b.txt", {"published": "2024-05"}, **WHEN).published == "2024-05"
    assert verify_holdings(workspace) == []


def test_a_source_without_date_takes_that_of_its_dateline_and_says_so(workspace, tmp_path):
    path = tmp_path / "wire.en.txt"
    path.write_text(
        "Envoys meet\n\nQUITO, 7 May 2024 (The Gulf Courier) - Two envoys met.", "utf-8"
    )
    [taken] = add_files(workspace, find_files([path]), **WHEN, day_told_in=day_told_in)
    assert taken.source.published == "2024-05-07"
    assert f"{BY_DATELINE}, 2024-05-07" in taken.source.notes
    assert not any("no publication date" in note for note in taken.source.notes)


def test_a_day_that_somebody_gives_goes_before_that_of_the_dateline(workspace, tmp_path):
    path = tmp_path / "wire.en.txt"
    path.write_text("Envoys meet\n\nQUITO, 7 May 2024 (AB) - Two envoys met.", "utf-8")
    given = {"published": "2024-05-08", "day_told_in": day_told_in}
    [taken] = add_files(workspace, find_files([path]), **WHEN, **given)
    assert taken.source.published == "2024-05-08"
    assert taken.source.notes == ()


def test_a_dateline_that_cannot_be_read_costs_no_source(workspace, tmp_path):
    path = tmp_path / "wire.en.txt"
    path.write_text("Envoys meet\n\nQUITO, 7 May 2024 (AB) - Two envoys met.", "utf-8")

    def fails(text, language):
        raise ValueError(text)

    [taken] = add_files(workspace, find_files([path]), **WHEN, day_told_in=fails)
    assert (taken.outcome, taken.source.published) == ("taken", None)


def test_an_unknown_source_or_field_is_answered_with_those_there_are(workspace, folder):
    take(workspace, folder)
    with pytest.raises(UsageError, match="b.txt"):
        set_fields(workspace, "zzz", {"published": "2024"}, **WHEN)
    with pytest.raises(UsageError, match="What can be set"):
        set_fields(workspace, "b.txt", {"colour": "red"}, **WHEN)


@pytest.mark.parametrize("which", ["bytes", "text", "description"])
def test_one_changed_byte_is_named_with_its_file(workspace, folder, which):
    take(workspace, folder)
    source = list_sources(workspace)[1]
    path = {
        "bytes": workspace.sources / f"{source.sha256}.txt",
        "text": text_path(workspace, source),
        "description": workspace.sources / f"{source.sha256}.json",
    }[which]
    path.write_bytes(path.read_bytes().replace(b"n", b"m", 1))
    faults = verify_holdings(workspace)
    assert len(faults) == 1
    assert which in faults[0].what
    assert faults[0].where == str(path)


def test_the_stored_text_is_what_offsets_point_to(workspace, folder):
    take(workspace, folder)
    source = list_sources(workspace)[0]
    assert read_text(workspace, source) == "خبر\n\nوصل الوزير إلى أكرا يوم الاثنين.\n"


def test_what_is_no_file_is_refused_and_does_not_hang(workspace, tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "self.txt").symlink_to("self.txt")
    outcomes = take(workspace, tmp_path / "pipe.txt", tmp_path / "self.txt", tmp_path / "none.txt")
    assert [t.outcome for t in outcomes] == ["refused"] * 3
    assert "pipe" in outcomes[0].reason
    assert "symbolic links" in outcomes[1].reason


def test_a_name_that_is_no_text_is_kept_in_a_form_that_is(workspace, tmp_path):
    odd = tmp_path / "in" / os.fsdecode(b"a\xff\n\xe2\x80\xaeb.txt")
    odd.parent.mkdir()
    odd.write_text("The minister arrived in Accra on Monday.\n", "utf-8")
    assert [t.outcome for t in take(workspace, odd.parent)] == ["taken"]
    assert [s.name for s in list_sources(workspace)] == ["a\ufffd\ufffd\ufffdb.txt"]


def test_a_mistake_of_our_own_costs_one_file_alone(workspace, folder, monkeypatch):
    real = holdings.read_article

    def stumbling(data, *, name):
        if name == "b.txt":
            raise RecursionError("too deep")
        return real(data, name=name)

    monkeypatch.setattr(holdings, "read_article", stumbling)
    outcomes = {Path(t.path).name: t for t in take(workspace, folder)}
    assert outcomes["a.md"].outcome == "taken"
    assert "RecursionError: too deep" in outcomes["b.txt"].reason
    assert not list(workspace.sources.glob("*.txt"))


def test_a_source_is_linked_to_the_web_or_not_at_all(workspace, folder):
    take(workspace, folder)
    with pytest.raises(UsageError, match="no address"):
        set_fields(workspace, "b.txt", {"url": "javascript:alert(1)"}, **WHEN)


def test_the_folders_of_the_project_itself_can_be_left_out(workspace, folder):
    take(workspace, folder)
    (workspace.root / "new.txt").write_text("The minister left Accra on Monday.\n", "utf-8")
    found = list(find_files([workspace.root], leave_out=[workspace.sources]))
    assert [f.name for f in found if f.suffix in (".txt", ".md", ".stored")] == ["new.txt"]


def test_who_adds_at_the_same_time_waits_and_then_knows_the_file(workspace, folder):
    first = add_files(workspace, find_files([folder / "b.txt"]), **WHEN)
    assert next(first).outcome == "taken"
    outcomes = []
    second = threading.Thread(target=lambda: outcomes.extend(take(workspace, folder / "b.txt")))
    second.start()
    second.join(0.2)
    assert second.is_alive()
    first.close()
    second.join(10)
    assert [t.outcome for t in outcomes] == ["known"]


def test_a_lost_description_is_named_with_what_to_do(workspace, folder):
    take(workspace, folder / "b.txt")
    next(workspace.sources.glob("*.json")).unlink()
    with pytest.raises(FormatFault, match="Restore it from a copy"):
        list_sources(workspace)


@pytest.mark.parametrize("told", ["en", "kk"])
def test_the_name_of_a_file_tells_its_language(workspace, folder, told):
    path = folder / f"notice.{told}.txt"
    path.write_text("Вася едет домой, وصل الوزير إلى أكرا يوم الاثنين، he said.\n", "utf-8")
    (taken,) = take(workspace, path)
    assert taken.outcome == "taken"
    assert taken.source.language == told


def test_a_text_in_other_letters_than_its_name_says_is_read_as_what_it_is(workspace, tmp_path):
    (tmp_path / "opera.en.txt").write_text("وصل الوزير إلى أكرا يوم الاثنين.\n", "utf-8")
    [taken] = take(workspace, tmp_path / "opera.en.txt")
    assert taken.source.language == "ar"
    assert any("letters of English (en)" in note for note in taken.source.notes)


def test_a_text_in_other_letters_than_somebody_gives_is_refused(workspace, tmp_path):
    (tmp_path / "opera.txt").write_text("وصل الوزير إلى أكرا يوم الاثنين.\n", "utf-8")
    [taken] = add_files(workspace, find_files([tmp_path / "opera.txt"]), language="ru", **WHEN)
    assert taken.outcome == "refused"
    assert "letters of Russian (ru)" in taken.reason


def test_a_day_in_arabic_digits_is_kept_in_ours(workspace, folder):
    take(workspace, folder)
    values = {"published": "٢٠٢٣-٠٢-٠٣"}
    assert set_fields(workspace, "b.txt", values, **WHEN).published == "2023-02-03"


def test_a_source_is_named_by_a_part_of_its_name(workspace, tmp_path):
    (tmp_path / "01 Oslo talks.txt").write_text("The minister arrived in Accra.\n", "utf-8")
    take(workspace, tmp_path / "01 Oslo talks.txt")
    assert set_fields(workspace, "oslo", {"outlet": "X"}, **WHEN).outlet == "X"


def _named(*names):
    return [
        SimpleNamespace(name=name, id=f"7{number}ab12cd34ef") for number, name in enumerate(names)
    ]


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("7", None),  # neither the year 1997 nor an id that begins with it
        ("oslo", "visit_Oslo-1997.txt"),
        ("1997", "visit_Oslo-1997.txt"),
        ("199", None),
        ("slo", None),
        ("71ab", "посол.txt"),
        ("посол", "посол.txt"),
        ("2025-12", "kun-2025-12-25.txt"),
        ("", None),
        ("[", None),
    ],
)
def test_a_source_is_named_by_parts_of_its_name_and_by_no_number_inside_another(wanted, name):
    held = _named("visit_Oslo-1997.txt", "посол.txt", "kun-2025-12-25.txt")
    if name is None:
        with pytest.raises(UsageError):
            find_source(held, wanted)
    else:
        assert find_source(held, wanted).name == name

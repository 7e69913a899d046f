import time
from collections import Counter

import pytest

from sijill.dates import parse_edtf
from sijill.errors import TableFault
from sijill.register.load import load_register
from sijill.tables import data_path, open_table

HEADER = "id\tcountry\tfamily\ten\tar\tru\tkk\tja\treading\tsource\n"


def test_names_stand_in_five_languages_preferred_first():
    entry = load_register().entries["kz"]
    assert entry.name("en") == "Kazakhstan"
    assert entry.name("ar") == "كازاخستان"
    assert entry.name("ru") == "Казахстан"
    assert entry.name("kk") == "Қазақстан"
    assert entry.name("ja") == "カザフスタン"
    assert "قازاقستان" in entry.names["ar"]
    assert entry.capital == "astana"


def test_a_kanji_name_is_joined_and_its_family_name_known():
    entry = load_register().entries["fumio-kishida"]
    assert entry.name("ja") == "岸田文雄"
    assert entry.short_names["ja"] == ("岸田",)
    assert entry.readings == ("きしだ ふみお",)


def test_family_names_follow_the_order_of_the_name():
    entries = load_register().entries
    assert "Xi" in entries["xi-jinping"].short_names["en"]
    assert "Токаев" in entries["kassym-jomart-tokayev"].short_names["ru"]
    assert entries["naruhito"].short_names == {}
    assert entries["mohammed-bin-salman"].short_names == {}


def test_places_have_a_point_and_lie_within_another():
    entries = load_register().entries
    palace = entries["imperial-palace-tokyo"]
    assert palace.within == "tokyo"
    assert palace.longitude == pytest.approx(139.75, abs=0.02)
    assert entries["tokyo"].within == "jp"
    for place in ("hiroshima", "nagasaki", "semey", "karagandy", "kawasaki", "haneda-airport"):
        assert entries[place].latitude is not None


def test_a_disputed_city_is_nobodys_capital():
    entries = load_register().entries
    assert entries["il"].capital is None
    assert entries["ps"].capital is None
    assert entries["jerusalem"].country is None


def test_every_reference_of_the_tables_exists():
    entries = load_register().entries
    for entry in entries.values():
        assert entry.within is None or entry.within in entries, entry.id
        assert entry.capital is None or entry.capital in entries, entry.id
        for term in entry.terms:
            body = term.body or ""
            assert (len(body) == 2 and body.lower() in entries) or body in entries, entry.id
    named = {row["id"] for row in open_table("world/names.tsv", ("id", "language", "form"))}
    terms = {row["id"] for row in open_table("world/terms.tsv", ("id", "post"))}
    assert named <= entries.keys()
    assert terms <= entries.keys()


def test_ids_are_unique_in_and_across_tables():
    tables = ("states", "cities", "places", "people", "organisations")
    ids = Counter(row["id"] for t in tables for row in open_table(f"world/{t}.tsv", ("id",)))
    assert [i for i, n in ids.items() if n > 1] == []


def test_terms_are_dates_in_order():
    for entry in load_register().entries.values():
        for term in entry.terms:
            if term.since and term.until:
                assert parse_edtf(term.since).sort_key <= parse_edtf(term.until).sort_key, entry.id


def test_a_projects_own_rows_extend_the_register(tmp_path):
    (tmp_path / "people.tsv").write_text(
        HEADER + "dana-aslan\tKZ\tlast\tDana Aslan\tدانا أصلان\t\t\t\t\tsources/1\n", "utf-8"
    )
    (tmp_path / "names.tsv").write_text(
        "id\tlanguage\tform\tpreferred\tsource\nkz\ten\tQazaqstan\tyes\tsources/1\n", "utf-8"
    )
    register = load_register(tmp_path)
    assert register.entries["dana-aslan"].short_names["ar"] == ("أصلان",)
    assert register.entries["kz"].name("en") == "Qazaqstan"
    assert load_register().entries["kz"].name("en") == "Kazakhstan"
    assert "dana-aslan" not in load_register().entries


def test_a_broken_row_names_file_and_line(tmp_path):
    (tmp_path / "people.tsv").write_text(HEADER + "dana\tKZ\n", "utf-8")
    with pytest.raises(TableFault) as fault:
        load_register(tmp_path)
    assert fault.value.line == 2


def test_loading_is_fast():
    before = time.perf_counter()
    load_register()
    assert time.perf_counter() - before < 1.5
    assert sum(p.stat().st_size for p in data_path("world").glob("*.tsv")) < 3_000_000

import re
import time
from pathlib import Path

import pytest

import sijill
from sijill.documents import expressions
from sijill.documents.expressions import NOTHING, ends_in, expression, found_before
from sijill.errors import TableFault
from sijill.languages import LANGUAGES
from sijill.tables import data_path, open_table

_CODE = Path(sijill.__file__).parent
_USED = re.compile(
    r"(?:expression|ends_in|found_before)\(\s*[\w.\"]+,\s*\"(\w+)\"|form = \"(\w+)\".*\"(\w+)\""
)


def names_in_code():
    found = set()
    for path in _CODE.rglob("*.py"):
        for match in _USED.finditer(path.read_text("utf-8")):
            found |= {name for name in match.groups() if name}
    return found


def test_every_name_is_used_and_every_use_has_a_row():
    in_tables = {
        row["name"]
        for language in LANGUAGES
        for row in open_table(f"{language}/expressions.tsv", ("name", "expression"))
    }
    code = "".join(path.read_text("utf-8") for path in _CODE.rglob("*.py"))
    assert names_in_code() <= in_tables
    tables = "".join(
        data_path(f"{language}/expressions.tsv").read_text("utf-8") for language in LANGUAGES
    )
    # A name may be put together: f"visit_day_{name}".
    stems = re.findall(r'f"(\w+_)\{', code)
    unused = [
        name
        for name in sorted(in_tables)
        if f'"{name}"' not in code
        and f"(?&{name})" not in tables
        and not any(name.startswith(stem) for stem in stems)
    ]
    assert unused == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("filler", ["a", "ا", "و ", "ж", "する", ", ", "1 "])
def test_no_expression_runs_away(language, filler):
    text = filler * 20_000
    begun = time.process_time()
    for row in open_table(f"{language}/expressions.tsv", ("name", "expression")):
        expression(language, row["name"]).search(text[:20_000])
        ends_in(language, row["name"]).search(text[:2_000])
    assert time.process_time() - begun < 5


def test_a_name_that_a_language_lacks_matches_nothing():
    assert expression("ja", "partner_begins") is NOTHING
    assert ends_in("ja", "place_before").search("in the ") is None


def test_shared_signs_stand_beside_the_words_of_the_language():
    turn = expression("en", "clause_turn", "[;؛]")
    assert turn.search("he came; she left")
    assert turn.search("he came, but she left")
    assert not turn.search("he came and went")


@pytest.mark.parametrize(
    ("row", "what"),
    [
        (r"x	(\w+)*	own", "never end"),
        (r"x	(	own", "is none"),
        ("x	a(?&y)	own", "to nothing"),
        ("x	a(?&y)	own\ny	b(?&x)?	own", "to itself"),
        ("x	(?&y)*	own\ny	b+	own", "never end"),
    ],
)
def test_a_bad_expression_names_its_file(monkeypatch, tmp_path, row, what):
    file = tmp_path / "xx.tsv"
    file.write_text(f"name\texpression\tsource\n{row}\n", "utf-8")
    monkeypatch.setattr(expressions, "open_table", lambda name, columns: _rows(file))
    monkeypatch.setattr(expressions, "data_path", lambda name: file)
    with pytest.raises(TableFault, match=what) as fault:
        expression("xx-" + what, "x")
    assert str(file) in str(fault.value)


def _rows(file):
    header, *lines = file.read_text("utf-8").strip().split("\n")
    return [dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines]


def test_an_expression_refers_to_all_rows_of_another(monkeypatch, tmp_path):
    file = tmp_path / "xx.tsv"
    rows = ["x	a(?&y)c	own", "y	b|B	own", "y	(?&z)?	own", "z	1	own"]
    file.write_text("\n".join(("name	expression	source", *rows, "")), "utf-8")
    monkeypatch.setattr(expressions, "open_table", lambda name, columns: _rows(file))
    found = expression("xx-refers", "x")
    assert all(found.fullmatch(text) for text in ("abc", "aBc", "a1c", "ac"))
    assert not found.fullmatch("ab")


@pytest.mark.parametrize(
    ("rows", "text", "found"),
    [
        # The first row that matches is found, not the first of those that open alike.
        ((r"\bas", "as he", r"\bas he"), "as he", "as"),
        (("as he", r"\bas", r"\bhe"), "as he", "as he"),
        ((r"(?<!\w)he", r"(?<!\w)a"), "hat he", "he"),
        # What stands behind a “|” in no brackets may stand in a word.
        ((r"\bon|at", r"\bhe"), "hat", "at"),
        ((r"\b(?:on|at)", r"\b[|(]?he"), "hat he", "he"),
        ((r"\b[\](]on|at", r"\b\(he"), "hat", "at"),
        # An opening that need not be there is none.
        ((r"(?<!\w)?at", r"(?<!\w)he"), "hat", "at"),
    ],
)
def test_rows_that_open_alike_are_still_found_in_their_order(
    monkeypatch, tmp_path, rows, text, found
):
    file = tmp_path / "xx.tsv"
    lines = [f"x\t{row}\town" for row in rows]
    file.write_text("\n".join(("name\texpression\tsource", *lines, "")), "utf-8")
    monkeypatch.setattr(expressions, "open_table", lambda name, columns: _rows(file))
    assert expression(f"xx-order-{rows}", "x").search(text).group() == found


def test_what_stands_before_a_place_is_found_as_if_all_were_looked_through():
    texts = ("x as", "x y as", "as", "asas", "a", "", "xas as y", " as", "b as as\nas", "bas y as")
    for rows in (
        (r"\bas",),
        (r"(?<=x\s)as", r"a"),
        (r"as{1,3}?",),
        (r"\w+\sas",),
        (r"(?:x\s)?as",),
    ):
        rule = expressions.compiled(f"(?:{'|'.join(rows)})\\Z")
        longest = expressions.longest_match(rule)
        for text in texts:
            for place in range(len(text) + 1):
                for begin in range(place + 1):
                    near = rule.search(text, max(begin, place - longest), place)
                    found = rule.search(text, begin, place)
                    assert (near and near.span()) == (found and found.span())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_rule_finds_before_a_place_what_another_search_does_not(language):
    names = {row["name"] for row in open_table(f"{language}/expressions.tsv", ("name",))}
    text = " ".join(
        row["expression"] for row in open_table(f"{language}/expressions.tsv", ("expression",))
    )
    text = re.sub(r"[\\()?:|\[\]{}]+", " ", text)[:3000]
    for name in names:
        for place in range(60, len(text), 97):
            found = ends_in(language, name).search(text, place - 60, place)
            near = found_before(language, name, text, place - 60, place)
            assert (near and near.span()) == (found and found.span()), name


def test_tables_are_where_they_are_said_to_be():
    for language in LANGUAGES:
        assert data_path(f"{language}/expressions.tsv").exists()

import time
from pathlib import Path

import pytest

from sijill.documents import beginnings, patterns
from sijill.documents.patterns import PatternTable, fold_stretch, longest
from sijill.errors import TableFault
from sijill.languages import LANGUAGES
from sijill.tables import open_table
from sijill.text import fold

TEXTS = Path(__file__).parents[1] / "texts" / "own"


@pytest.fixture(params=["kernels", "python"], autouse=True)
def way(request, monkeypatch):
    """Find patterns with the kernels, where these were built, and without."""
    if request.param == "python":
        monkeypatch.setattr(beginnings, "KERNELS", None)
    elif beginnings.KERNELS is None:
        pytest.skip("no kernels were built")
    return request.param


def found(pattern, text, language="en"):
    hits = PatternTable([{"pattern": pattern}], language).scan(text)
    return [text[h.start : h.end] for h in hits]


def test_endings_choices_and_missing_parts():
    assert found("visit*", "Visits, visited, revisit") == ["Visits", "visited"]
    assert found("(state/official) visit", "an official visit") == ["official visit"]
    assert found("(the )?visit", "the visit") == ["the visit", "visit"]
    assert found("called on (the)?", "called on her") == ["called on"]


def test_a_gap_stays_in_its_sentence():
    assert found("signed ~ documents", "signed fourteen documents") == ["signed fourteen documents"]
    assert found("signed ~ documents", "He signed. Two documents") == []


def test_arabic_particles_hamza_and_vowel_signs_do_not_matter():
    assert found("زياره", "وبالزيارةِ والزيارة لزيارة", "ar") == ["زيارة", "زيارة", "زيارة"]
    assert found("اكد", "وأكَّد", "ar") == ["أكَّد"]


def test_japanese_has_no_word_edges():
    assert found("会談", "首脳会談後", "ja") == ["会談"]


def test_a_number_and_a_sign_may_begin_a_pattern():
    assert found("#-day", "a 3-day trip") == ["3-day"]
    assert found(", while", "yes, while no") == [", while"]


@pytest.mark.parametrize("pattern", ["", "(a/b", "~ b", "so/in", "the (a/b) c/d"])
def test_a_pattern_that_is_none_is_refused(pattern):
    with pytest.raises(TableFault):
        PatternTable([{"pattern": pattern}], "en")


def test_longest_keeps_the_first_and_longest_of_overlapping_hits():
    table = PatternTable([{"pattern": "state visit"}, {"pattern": "visit"}], "en")
    assert [h.row["pattern"] for h in longest(table.scan("a state visit"))] == ["state visit"]


def test_a_long_line_takes_no_long_time():
    table = PatternTable([{"pattern": "signed ~ documents"}, {"pattern": "a* ~ b*"}], "en")
    start = time.perf_counter()
    table.scan("signed a " * 20_000)
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("(the )?(state/official) visit", "a state visit", ["state visit"]),
        ("(a/the (state/official)) visit", "the state visit", ["the state visit"]),
        ("#-day (visit/stay*)", "a 12-day   staying", ["12-day   staying"]),
        ("pre(paid/*view)", "prepaid previews", ["prepaid"]),
        ("sign* ~ a (pact/)", "signed at last a pact", ["signed at last a pact"]),
        ("went on (show/in a hall)", "it went on in  a hall", ["went on in  a hall"]),
    ],
)
def test_what_is_looked_for_first_never_hides_a_match(pattern, text, expected, monkeypatch):
    assert found(pattern, text) == expected
    monkeypatch.setattr(patterns, "_TRIES", 0)
    assert found(pattern, text) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_hit_of_a_table_is_lost_by_looking_for_letters_first(language, monkeypatch):
    texts = [path.read_text("utf-8") for path in sorted(TEXTS.glob(f"*.{language}.txt"))]
    hits = 0
    for name in ("event_triggers", "status_cues", "signal_cues", "speech_verbs", "event_details"):
        rows = open_table(f"{language}/{name}.tsv", ("pattern",))
        monkeypatch.setattr(patterns, "_TRIES", 1_000_000)
        careful = [PatternTable(rows, language).scan(text) for text in texts]
        monkeypatch.setattr(patterns, "_TRIES", 0)
        assert [PatternTable(rows, language).scan(text) for text in texts] == careful
        hits += sum(map(len, careful))
    assert hits > 100


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_hit_of_a_table_is_lost_by_taking_whole_words(language, monkeypatch):
    texts = [path.read_text("utf-8") for path in sorted(TEXTS.glob(f"*.{language}.txt"))]
    made = patterns._beginning
    are_whole = []
    hits = 0
    for name in ("event_triggers", "status_cues", "signal_cues", "speech_verbs", "event_details"):
        rows = open_table(f"{language}/{name}.tsv", ("pattern",))
        found = [PatternTable(rows, language).scan(text) for text in texts]
        with monkeypatch.context() as changed:

            def open_to_all(*given, **options):
                letters, is_whole, _ = made(*given, **options)
                are_whole.append(is_whole)
                return letters, False, {""}

            changed.setattr(patterns, "_beginning", open_to_all)
            assert [PatternTable(rows, language).scan(text) for text in texts] == found
        hits += sum(map(len, found))
    assert hits > 100
    assert any(are_whole) == (language != "ja")


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("in", "in informing in_ in: in", ["in", "in", "in"]),
        ("in #", "in 5 in5", ["in 5"]),
        ("in#", "in 5 in5", ["in5"]),
        ("in*", "in informing", ["in", "informing"]),
        ("pre(paid/)", "pre prepaid prepay", ["pre", "prepaid"]),
        ("u.s. (envoy)?", "u.s. envoy us envoy", ["u.s. envoy"]),
        ("al-(nahda/)", "al-nahda alnahda al-", ["al-nahda", "al-"]),
        ("the (state )?visit", "the visit the  state visit", ["the visit", "the  state visit"]),
        ("the (visit)?", "the talks the visit", ["the", "the visit"]),
        ("(a/the) visits?", "a visit a\nvisits the talks", ["a visit", "a\nvisits"]),
        ("the v?isit", "the isit the visit", ["the isit", "the visit"]),
        ("(to/to the) talks", "to talks to the talks", ["to talks", "to the talks"]),
        ("the talks", "the    talks the talk", []),
        (", (so/while)", "yes, so, while, no ,so", [", so", ", while"]),
        (
            "the (second/#th) day",
            "the second day the 5th day the day",
            ["the second day", "the 5th day"],
        ),
        (
            "the (a/at/(big )?hall) x",
            "the a x the at x the hall x",
            ["the a x", "the at x", "the hall x"],
        ),
        ("the (at/a) (big )?x", "the a x the at big x the atx", ["the a x", "the at big x"]),
        ("the vi?sit", "the vsit the visit the s", ["the vsit", "the visit"]),
    ],
)
def test_a_word_begins_what_it_may_go_on_to(pattern, text, expected):
    assert found(pattern, text) == expected


def test_tables_that_every_text_needs_are_opened_together():
    patterns.pattern_table("kk", "status_cues", ("status",))
    shared = patterns.beginnings_of("kk")
    opened = len(shared._patterns)
    patterns.pattern_table("kk", "signal_cues", ("signal",))
    assert len(shared._patterns) == opened
    with pytest.raises(TableFault, match="colour"):
        patterns.pattern_table("kk", "signal_cues", ("colour",))


def test_a_pattern_is_compiled_only_where_its_letters_stand_near(monkeypatch):
    compiled = []
    made = patterns.expression_of
    monkeypatch.setattr(beginnings, "KERNELS", None)
    monkeypatch.setattr(
        patterns, "expression_of", lambda *p, **o: compiled.append(p) or made(*p, **o)
    )
    assert found("signed (a/the) ~ memorandum", "They signed the letter of intent") == []
    assert found("(state/official) visit", "official talks") == []
    assert compiled == []
    assert found("(state/official) visit", "official visit") == ["official visit"]
    assert len(compiled) == 1


@pytest.mark.parametrize("text", ["外相のＡ氏と㈱大統領…首相", "外相のA氏と大統領", "سيّدة ٣ مـرّات"])
def test_a_stretch_is_folded_as_it_is_by_itself(text):
    for start in range(len(text)):
        for end in range(start, len(text) + 3):
            assert fold_stretch(text, start, end) == fold(text[start:end])

from functools import cache

import pytest
from five_languages import collection, versions

from sijill.record.differences import differences
from sijill.record.meaning import meanings
from sijill.record.voices import voices_of
from sijill.reuse.traces import trace_of
from sijill.reuse.versions import versions_in


@cache
def found():
    readings, texts, _ = collection()
    return differences(versions(), readings, texts, languages=("ar", "en"))


def between(one, other):
    """Give (kind, words of one, words of other, what is missing where) of two versions."""
    result = []
    for d in found():
        sides = {c.source_id: c.exact for c in (d.left, d.right) if c}
        if set(sides) == {one, other}:
            kept = {s: w for s, w in sides.items() if s != d.missing}
            result.append((d.kind, kept.get(one), kept.get(other)))
    return result


def test_the_lost_limit_of_a_claim_is_found_in_every_other_version():
    kinds = {"en": "from our region", "ru": "из нашего региона", "kk": "Біздің өңірден"}
    for language, words in kinds.items():
        assert ("scope", None, words) in between("film.ar", f"film.{language}")


def test_the_place_where_words_are_missing_is_cited():
    [lost] = [
        d for d in found() if d.kind == "scope" and {"film.ar", "film.ru"} ==
        {d.left.source_id, d.right.source_id}
    ]  # fmt: skip
    assert lost.missing == "film.ar"
    assert lost.left.exact == "وهي المرة الأولى التي يتحدث فيها رئيس دولة هناك."
    assert "из нашего региона" in lost.note["en"]


def test_a_word_that_judges_is_shown_with_the_other_versions_word():
    assert ("attribute", "قومية", "oriented to national interests") in between("film.ar", "film.en")
    assert ("attribute", "قومية", "国益") in between("film.ar", "film.ja")


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [
        ("film.en", "film.kk", ("number", "14", "15")),
        ("film.en", "film.ja", ("date", "19 December", "12月20日")),
        ("film.en", "film.ja", ("negation", "not", None)),
        ("film.ja", "film.kk", ("negation", None, "салмайтынын")),
        ("film.ar", "film.ru", ("hedge", "نحو 40", None)),
    ],
)
def test_numbers_dates_denials_and_bounds_that_differ(one, other, difference):
    assert difference in between(one, other)


def test_nothing_is_found_where_versions_say_the_same():
    stems = {(d.left or d.right).source_id[:-3] for d in found()}
    assert stems == {"film"}
    assert between("film.en", "film.ru") == [("hedge", "about 40", None)]


def test_every_citation_stands_in_its_source():
    texts = collection()[1]
    for difference in found():
        for words in (difference.left, difference.right):
            if words is not None:
                assert texts[words.source_id][words.start : words.end] == words.exact


def test_versions_inside_of_voices_are_the_same():
    readings, texts, who = collection()
    voices = voices_of(readings, texts, [], who)
    traces = {r.source_id: trace_of(r, texts[r.source_id], who) for r in readings}
    pairs = [p for voice in voices for p in versions_in(voice.sources, traces, texts).pairs]
    assert len(pairs) == 20


@pytest.mark.parametrize(
    ("language", "text", "senses"),
    [
        ("en", "not only the first but about 40 deputy ministers", ["first", "about", "deputy"]),
        ("ru", "не только первый, но около 40 заместителей", ["first", "about", "deputy"]),
        ("ar", "ليس فقط الأول بل نحو 40 نائبا", ["first", "about"]),
        ("kk", "тек бірінші ғана емес, шамамен 40 орынбасар", ["first", "about", "deputy"]),
        ("ja", "初めてであるだけでなく、約40人の副大臣", ["first", "about", "deputy"]),
        ("en", "about the visit", []),
        ("ar", "قد جاء", []),
        ("kk", "40 минуттан астам", ["over"]),
        ("ja", "40分以上", ["over"]),
        ("xx", "first", []),
    ],
)
def test_meanings_of_words(language, text, senses):
    assert [m.sense for m in meanings(text, 0, len(text), language)] == senses

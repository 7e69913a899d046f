import pytest
from hand import record_of, visit_and_plan

from sijill.errors import FormatFault
from sijill.store.query import (
    Question,
    claims_of_verdict,
    find,
    people_of,
    quotations_of,
    sources_of,
    visits_of,
)


@pytest.fixture(scope="module")
def record():
    text, other = visit_and_plan()
    return record_of(text, other)


def kinds(items):
    return [getattr(i, "type", type(i).__name__) for i in items]


def test_words_are_found_whatever_their_vowel_signs_and_hamza(record):
    assert kinds(find(record, Question(words=("مُحاضرة",)))) == [
        "lecture",
        "StatementItem",
    ] or kinds(find(record, Question(words=("مُحاضرة",)))) == ["lecture"]


def test_a_label_in_another_language_finds_the_kind(record):
    assert kinds(find(record, Question(words=("lecture", "Tokayev")))) == ["lecture"]


def test_a_place_answers_for_what_lies_in_it(record):
    assert kinds(find(record, Question(place="Japan", kinds=("visit", "lecture")))) == [
        "visit",
        "lecture",
    ]


def test_time_and_status_narrow_the_search(record):
    assert kinds(find(record, Question(when="2024"))) == ["visit"]
    assert kinds(find(record, Question(status="planned"))) == ["visit"]
    assert find(record, Question(when="1991")) == []


def test_a_person_is_found_by_a_name_in_any_script(record):
    assert len(find(record, Question(person="توكاييف"))) == len(
        find(record, Question(person="tokayev"))
    )


def test_a_time_that_is_no_date_is_an_error(record):
    with pytest.raises(FormatFault):
        find(record, Question(when="last week"))


def test_visits_come_with_their_parts(record):
    [(planned, none), (held, parts)] = visits_of(record)
    assert (planned.status.value, none) == ("planned", ())
    assert (held.date, kinds(parts)) == ("2025-12-17/2025-12-20", ["lecture"])


def test_people_quotations_claims_and_sources(record):
    assert people_of(record)[0].id == "tokayev"
    assert [q.text for q in quotations_of(record, speaker="Tokayev")] == ["الثقة أساس السلام"]
    assert quotations_of(record, speaker="nobody") == []
    assert len(claims_of_verdict(record)) == 1
    assert [s.id for s in sources_of(record)] == ["b", "a"]

import pytest
from hand import record_of, visit_and_plan

from sijill.store.lists import claims_of_verdict, people_of, quotations_of, visits_of


@pytest.fixture(scope="module")
def record():
    text, other = visit_and_plan()
    return record_of(text, other)


def kinds(items):
    return [getattr(i, "type", type(i).__name__) for i in items]


def test_visits_come_with_their_parts(record):
    [(planned, none), (held, parts)] = visits_of(record)
    assert (planned.status.value, none) == ("planned", ())
    assert (held.date, kinds(parts)) == ("2025-12-17/2025-12-20", ["lecture"])


def test_people_quotations_and_claims(record):
    assert people_of(record)[0].id == "tokayev"
    assert [q.text for q in quotations_of(record, speaker="Tokayev")] == ["الثقة أساس السلام"]
    assert quotations_of(record, speaker="nobody") == []
    assert len(claims_of_verdict(record)) == 1

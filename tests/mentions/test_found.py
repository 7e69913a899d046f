"""What was found is given by kind and by place, as it would be if all of it were looked through."""

from __future__ import annotations

from sijill.documents.document import DATE, ORGANISATION, PERSON, PLACE, POST
from sijill.mentions.candidates import Candidate
from sijill.mentions.found import Found, found_of, nearby, of_kind

KINDS = (PERSON, POST, ORGANISATION, PLACE, DATE)


def _one(number: int) -> Candidate:
    start = number * 37 % 300
    return Candidate(KINDS[number % 3], start, start + 1 + number % 9, "tagger", 0.5)


def test_kinds_and_places_are_those_of_a_plain_list() -> None:
    found, plain = Found(), list[Candidate]()
    for number in range(60):
        more = [_one(number), _one(number + 7)] if number % 4 else []
        found.extend(more)
        plain.extend(more)
        for kind in KINDS:
            assert (
                of_kind(found, kind) == of_kind(plain, kind) == [c for c in plain if c.kind is kind]
            )
        asked = _one(number + 3)
        assert nearby(found).overlapping(asked) == nearby(plain).overlapping(asked)


def test_what_is_laid_out_is_not_laid_out_again() -> None:
    found = Found([_one(1)])
    assert found_of(found) is found
    assert found_of([*found]) == found

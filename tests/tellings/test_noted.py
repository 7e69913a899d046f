from dataclasses import replace

import pytest

from sijill.record.items import Occupancy, RecordEntity
from sijill.tellings.noted import NotedParties, noted
from sijill.tellings.parties import Parties
from sijill.workbook import Workbook

KING = RecordEntity(
    "king",
    "person",
    {"en": "King"},
    "NO",
    posts=(Occupancy("monarch", "NO", "current", "1991/.."),),
)
GUEST = RecordEntity("guest", "person", {"en": "Guest"}, "KZ")
OSLO = RecordEntity("oslo", "place", {"en": "Oslo"}, "NO")


def whole(*entities):
    return Parties(entities)


QUESTIONS = [
    (lambda p: p.country("guest"), replace(GUEST, country="UZ")),
    (lambda p: p.kind("guest"), replace(GUEST, kind="organisation")),
    (lambda p: p.is_state("oslo"), replace(OSLO, register_id="no")),
    (lambda p: p.covers("no", "oslo"), replace(OSLO, country="SE")),
    (lambda p: p.city("oslo"), replace(OSLO, register_id="oslo")),
    (lambda p: p.apart("oslo", "guest"), replace(OSLO, country=None)),
    (lambda p: p.is_capital("oslo"), replace(OSLO, country=None)),
    (lambda p: p.held_role("king", "monarch", "2010"), replace(KING, posts=())),
    (lambda p: p.holder("monarch", "NO", "2010"), replace(KING, posts=())),
    (
        lambda p: p.holder("monarch", "NO", "2010"),
        replace(GUEST, posts=(Occupancy("monarch", "NO", "current", "2010"),)),
    ),
    (lambda p: p.posts_at("king", "2010"), replace(KING, posts=())),
    (lambda p: p.rank("king", "2010"), replace(KING, posts=())),
    (lambda p: p.spellings("oslo"), replace(OSLO, names={"en": "Christiania"})),
    (lambda p: p.describe("oslo", "ru"), replace(OSLO, names={"en": "Oslo", "ru": "Осло"})),
    (lambda p: p.names("oslo"), replace(OSLO, names={"en": "Christiania"})),
    (lambda p: p.told_posts("king"), replace(KING, posts=())),
]


@pytest.mark.parametrize(("ask", "other"), QUESTIONS)
def test_a_unit_is_worked_out_again_when_an_answer_it_was_given_changes(ask, other):
    page = Workbook().page("units")
    before = whole(KING, GUEST, OSLO)
    assert noted(page, "u", (), before, ask) == ask(before)
    after = whole(*(other if e.id == other.id else e for e in (KING, GUEST, OSLO)))
    assert ask(after) != ask(before)
    assert noted(page, "u", (), after, ask) == ask(after)
    assert page.made == 2


def test_a_unit_stays_when_only_others_change():
    page = Workbook().page("units")

    def ask(parties):
        return parties.country("guest"), parties.held_role("king", "monarch", "2010")

    noted(page, "u", (), whole(KING, GUEST, OSLO), ask)
    more = Occupancy("chair", "league", "current", "2012")
    told_more = replace(KING, names={"en": "the King"}, posts=(*KING.posts, more))
    # Another post for another year changes nothing of 2010, but what he ever held it does.
    noted(page, "u", (), whole(KING, replace(GUEST, names={"en": "G"})), ask)
    assert page.made == 1
    assert noted(page, "u", (), whole(told_more, GUEST), ask) == ("KZ", True)


def test_who_is_put_in_or_taken_out_changes_the_answers():
    page = Workbook().page("units")

    def ask(parties):
        return "oslo" in parties

    assert noted(page, "u", (), whole(KING), ask) is False
    assert noted(page, "u", (), whole(KING, OSLO), ask) is True
    assert noted(page, "u", (), whole(KING), ask) is False


def test_every_question_is_noted_or_refused():
    asked = {name for name in vars(Parties) if not name.startswith("_")}
    own = {name for name in vars(NotedParties) if not name.startswith("_")}
    # These ask others of the same object; a portrait is what is noted.
    derived = {"is_state", "is_capital", "covers", "city", "city_of_record", "rank"}
    assert asked - own == {"held_role", "ever_held_role", "holder", "portrait"} | derived
    noting = NotedParties(whole(KING))
    for refused in (noting.all, lambda: noting.get("king")):
        with pytest.raises(NotImplementedError):
            refused()


def test_where_nothing_is_kept_nothing_is_noted():
    page = Workbook(keeps=False).page("units")
    parties = whole(KING, GUEST, OSLO)
    assert noted(page, "u", (), parties, lambda asked: asked) is parties

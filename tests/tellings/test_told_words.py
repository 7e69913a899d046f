from dataclasses import replace

import pytest
from hand import Text, record_of

from sijill.tellings.told_words import is_of_no_state

TEXT = "Tokayev spoke first. The former president Kishida visited it in 2003."


def visit(kishida):
    text = Text("a", TEXT, published="2023-02-09")
    text.mention("Tokayev", "tokayev").mention(kishida, "kishida")
    text.event("visit", "visited", "kishida", date="2003", place="jp")
    return text.reading()


def test_whom_the_words_of_a_visit_name_is_its_traveller_where_only_a_guess_makes_him_a_local():
    reading = visit("Kishida")
    assert is_of_no_state(reading, reading.events[0])


def test_whom_the_words_do_not_name_may_be_a_guess_altogether():
    text = Text("a", TEXT, published="2023-02-09").mention("Tokayev", "tokayev")
    text.event("visit", "visited", "kishida", date="2003", place="jp")
    reading = text.reading()
    assert not is_of_no_state(reading, reading.events[0])


@pytest.mark.parametrize(("known", "is_of_none"), [("fumio-kishida", False), (None, True)])
def test_who_is_in_the_register_is_of_his_state(known, is_of_none):
    reading = visit("Kishida")
    entities = tuple(
        replace(e, register_id=known) if e.id == "kishida" else e for e in reading.entities
    )
    assert is_of_no_state(replace(reading, entities=entities), reading.events[0]) is is_of_none


def test_the_traveller_of_another_sentence_does_not_take_a_visit_from_whom_its_words_name():
    text = Text("a", TEXT, published="2023-02-09")
    text.mention("Tokayev", "tokayev").mention("Kishida", "kishida")
    text.event("visit", "visited", "kishida", date="2003", place="jp")
    assert all("tokayev" not in event.participants for event in record_of(text).events)

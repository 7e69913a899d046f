from dataclasses import replace

from sijill.citation import Span, cite
from sijill.documents.document import Status
from sijill.identity.entities import RecordEntity
from sijill.record.items import EventItem, Record
from sijill.script.sentence import Script
from sijill.stages.summary import _record_attention, _script_attention


def entity(entity_id, kind):
    return RecordEntity(entity_id, kind, {"en": entity_id, "ar": "س"}, None, transliterated=("en",))


def test_of_names_to_be_checked_those_of_people_who_are_told_of_most_stand_first():
    words = cite("a", "They met.", Span(0, 9))
    talks = EventItem("t", "talks", Status.HELD, (words,), None, None, ("b",))
    entities = (entity("hall", "organisation"), entity("a", "person"), entity("b", "person"))
    record = Record("T", ("EG", "UZ"), ("ar", "en"), (), entities, (talks,), (), ())
    [said] = [line for line in _record_attention(record) if "spelled by sound" in line]
    assert said.startswith("names spelled by sound, to be checked: b, a, hall")
    assert "sijill decide b correct name.en=" in said


def test_a_title_in_the_letters_of_another_language_is_named():
    script = Script({"ar": "من النيل", "en": "من النيل"}, ("ar", "en"), ())
    [said] = [line for line in _script_attention(script) if "title" in line]
    assert "“en”" in said
    fine = replace(script, title={"ar": "من النيل", "en": "From the Nile"})
    assert not [line for line in _script_attention(fine) if "title" in line]

"""Bodies that a narrator can't name are named by the register or left out."""

from __future__ import annotations

from dataclasses import replace

from strong_record import cited

from sijill.record.items import Alias, EventItem, Occupancy, Record, RecordEntity
from sijill.register.load import load_register
from sijill.script.nameable import nameable
from sijill.script.teller import Teller


def _body(entity_id: str, arabic: str, latin: str) -> RecordEntity:
    alias = Alias(arabic, "ar", (cited("01", "14 وثيقة"),))
    return RecordEntity(
        entity_id,
        "organisation",
        {"ar": arabic, "en": latin},
        "JP",
        transliterated=("en",),
        aliases=(alias,),
    )


def _among(record: Record, body: RecordEntity) -> Record:
    status = record.events[0].status
    project = EventItem(
        "p", "project", status, (cited("01", "14 وثيقة"),), participants=("jp", body.id)
    )
    known = replace(record, entities=(*record.entities, body), events=(*record.events, project))
    return nameable(known, load_register(), ("ar", "en"))


def test_a_firm_of_the_register_gets_its_name(record: Record) -> None:
    entities = tuple(e for e in record.entities if e.register_id != "komatsu")
    lean = replace(record, entities=entities)
    made = _among(lean, _body("kumatsu", "شركة كوماتسو اليابانية", "Sharka Kumatsu al-Yabanya"))
    entity = next(e for e in made.entities if e.id == "kumatsu")
    assert entity.names["en"] == "Komatsu"
    assert entity.transliterated == ()


def test_a_row_of_sounds_is_left_out(record: Record) -> None:
    made = _among(record, _body("al-rabta", "الرابطة الروحية الوثيقة", "Al-Rabta al-Ruhya"))
    assert made.events[-1].participants == ("jp",)


def test_an_honorary_head_stays_honorary(record: Record) -> None:
    person = next(e for e in record.entities if e.kind == "person" and not e.posts)
    body = next(e for e in record.entities if e.kind == "organisation")
    held = Occupancy("business_association", body.id, "honorary", None, (cited("01", "14 وثيقة"),))
    person = replace(person, posts=(held,), register_id=None)
    entities = tuple(person if e.id == person.id else e for e in record.entities)
    teller = Teller(replace(record, entities=entities), load_register(), ("ar", "en"))
    told = teller.person(person.id, None)
    assert "الرئيس الفخري ل" in told["ar"].show or "الرئيسة الفخرية ل" in told["ar"].show
    assert ", honorary head of " in told["en"].show


def test_a_place_that_is_described_is_left_out_and_a_village_stays(record: Record) -> None:
    theatre = replace(
        _body("masrah", "مسرح محمد السادس", "Masrah Mohammed al-Sads"), kind="place", country="MA"
    )
    village = replace(_body("hiya", "هيا القديمة", "Hiya al-Qadima"), kind="place", country="OM")
    for place, kept in ((theatre, None), (village, "hiya")):
        visit = replace(record.events[0], id="v", place=place.id)
        known = replace(record, entities=(*record.entities, place), events=(visit,))
        made = nameable(known, load_register(), ("ar", "en"))
        assert made.events[0].place == kept


def test_what_kept_its_own_letters_is_not_narrated(record: Record) -> None:
    made = _among(record, _body("dome", "«القبة»", "(«القبة»)"))
    assert made.events[-1].participants == ("jp",)

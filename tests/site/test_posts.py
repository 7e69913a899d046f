from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from sijill.record.items import Occupancy, RecordEntity
from sijill.register.entries import Register, RegisterEntry
from sijill.register.load import load_register
from sijill.site.page_words import page_labels
from sijill.site.posts import PostLabels
from sijill.tables import open_table

if TYPE_CHECKING:
    from conftest import Example

STATES = Register(
    {
        "kz": RegisterEntry("kz", "place", "KZ", {"ar": ("كازاخستان",), "en": ("Kazakhstan",)}),
        "jp": RegisterEntry("jp", "place", "JP", {"ar": ("اليابان",), "en": ("Japan",)}),
    }
)


def test_posts_are_said_with_their_state(example: Example) -> None:
    labels = PostLabels(example.record, STATES)
    person = {entity.id: entity for entity in example.record.entities}
    tokayev, naruhito = person["p-tokayev"], person["p-naruhito"]
    assert labels.occupancy(tokayev, tokayev.posts[0]) == {
        "ar": "رئيس كازاخستان",
        "en": "President of Kazakhstan",
        "ru": "Президент Казахстана",
        "kk": "Қазақстан Президенті",
        "ja": "カザフスタン大統領",
    }
    emperor = labels.occupancy(naruhito, naruhito.posts[0])
    assert emperor["en"] == "Emperor of Japan"
    assert (emperor["ru"], emperor["ja"]) == ("Император Японии", "天皇")
    # That it is over is told beside the post, never inside it as well.
    assert labels.occupancy(tokayev, tokayev.posts[1])["ar"] == "وزير خارجية كازاخستان"


def test_a_statement_names_the_post_it_was_made_in(example: Example) -> None:
    labels = PostLabels(example.record, STATES)
    said = {statement.id: statement for statement in example.record.statements}
    assert labels.statement(said["q-respect"])["en"] == "President of Kazakhstan"
    assert labels.statement(said["q-kazakh"]) == {}


def test_a_body_without_a_name_in_both_languages_is_left_to_the_table(example: Example) -> None:
    body = RecordEntity("o-new", "organisation", {"ru": "Новая организация"})
    record = replace(example.record, entities=(*example.record.entities, body))
    labels = PostLabels(record, STATES)
    person = record.entities[0]
    # In Russian the body has a name, and the post can be said.
    assert labels.occupancy(person, Occupancy("chief_executive", "o-new", "current", None)) == {
        "ru": "Руководитель, Новая организация"
    }


@pytest.mark.parametrize("language", ["ru", "kk", "ja"])
def test_what_a_state_calls_otherwise_is_left_to_the_table(example: Example, language: str) -> None:
    entity = RecordEntity("p-xi", "person", {"ar": "شي", "en": "Xi"}, country="CN")
    record = replace(example.record, entities=(*example.record.entities, entity))
    labels = PostLabels(record, STATES)
    head = Occupancy("head_of_state", "CN", "current", None)
    assert language not in labels.occupancy(entity, head)
    minister = labels.occupancy(entity, Occupancy("foreign_minister", "CN", "current", None))
    assert minister[language] in {
        "Министр иностранных дел Китая", "Қытай Сыртқы істер министрі", "中国外相",
    }  # fmt: skip


def test_every_state_has_its_genitive() -> None:
    codes = {row["code"] for row in open_table("world/states.tsv", ("code", "status"))
             if row["status"] == "state"}  # fmt: skip
    known = {row["code"] for row in open_table("world/state_genitives.tsv", ("code", "ru"))}
    assert codes <= known


def test_a_body_the_record_names_in_fewer_languages_has_the_registers_name(
    example: Example,
) -> None:
    body = RecordEntity(
        "un", "organisation", {"ar": "الأمم المتحدة", "en": "United Nations"}, None, "un"
    )
    record = replace(example.record, entities=(*example.record.entities, body))
    labels = PostLabels(record, load_register())
    held = Occupancy("head_igo", "un", "former", None)
    assert labels.occupancy(record.entities[0], held)["ru"] == "Руководитель, ООН"


def test_a_body_of_two_letters_is_no_state(example: Example) -> None:
    body = RecordEntity("un", "organisation", {"ar": "الأمم المتحدة", "en": "United Nations"})
    person = replace(
        example.record.entities[0], posts=(Occupancy("head_igo", "un", "former", None),)
    )
    record = replace(example.record, entities=(person, *example.record.entities[1:], body))
    assert "un" not in page_labels(record, {"decisions": []})["country"]

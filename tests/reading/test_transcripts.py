"""A minister's answers, as ministries print them: whose words they are, and what he will do."""

from __future__ import annotations

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register

TEXT = """真壁外務大臣会見記録

【真壁外務大臣】来月、ケニアを訪問します。ナイロビでは、モイ大統領を表敬する予定です。

【港新聞　記者】署名の見通しをお聞かせください。

【真壁外務大臣】専門家の作業部会が準備しています。
"""


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(load_register())


def test_who_answers_does_what_sentences_without_a_subject_tell(reader: Reader) -> None:
    read = reader.read(Document("t", TEXT, "ja", "2025-05-05"))
    names = {e.id: e.name for e in read.entities}
    told = {e.type: {names[p] for p in e.participants} for e in read.events}
    assert told == {"visit": {"真壁"}, "courtesy_call": {"真壁", "モイ"}}
    assert {names[q.speaker] for q in read.quotations if q.speaker} == {"真壁"}


def test_experts_of_a_group_are_not_who_was_told_last(reader: Reader) -> None:
    read = reader.read(Document("t", TEXT, "ja", "2025-05-05"))
    posts = {e.name: {p.post for p in e.posts} for e in read.entities if e.posts}
    assert posts == {"真壁": {"foreign_minister"}, "モイ": {"head_of_state"}}

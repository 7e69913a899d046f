"""Kanji of every block are kanji: 﨑 (U+FA11) of a family name is no sign that parts it."""

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register
from sijill.text import is_kanji


def test_a_compatibility_kanji_is_read_in_a_name():
    reader = Reader(load_register())
    text = "見出し\n\n東京の山﨑首相が会談した。山﨑氏は歓迎した。"
    reading = reader.read(Document("t", text, "ja", "2025-05-05"))
    assert [m.text for m in reading.mentions if m.kind.value == "person"] == ["山﨑", "山﨑"]


def test_what_is_a_kanji():
    assert all(map(is_kanji, "山﨑㐂豈"))
    assert not any(map(is_kanji, ["々", "ヶ", "あ", "a", ""]))

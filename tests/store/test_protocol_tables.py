"""Rates, signals and peers in the record's database."""

import sqlite3
from pathlib import Path

from sijill.citation import Citation
from sijill.record.items import RarityNote, Record
from sijill.record.peer_rows import PeerRow, PeerValue
from sijill.record.signal_notes import SignalNote
from sijill.store.database import write_store

CITED = (Citation("s", 0, 9, "They met."),)
RECORD = Record(
    "T", ("KZ", "JP"), ("en",), (), (), (), (), (),
    rarities=(
        RarityNote("f", "e1", "all", 7, 18, 0.19, 0.62, 1.3, "not_rare", {}, "2016/2025", False,
                   16, unknown=21, k_max=28),
    ),
    signals=(
        SignalNote("meal_level", "e1", "optional", {"en": "A meal."}, CITED, "v1", "luncheon",
                   "monarch", "", "others"),
    ),
    peers=(
        PeerRow("o", "JP", "berg", "Berg", "NO",
                (PeerValue("received", "2001-05-09", CITED, ("https://one.test",), alone=True),
                 PeerValue("received_at", "hall", CITED))),
        PeerRow("o", "JP", None, "Fink", "SE"),
    ),
)  # fmt: skip


def asked(tmp_path, question):
    write_store(RECORD, tmp_path / "record.sqlite")
    with sqlite3.connect(tmp_path / "record.sqlite") as connection:
        return connection.execute(question).fetchall()


def test_rates_can_be_asked(tmp_path):
    found = asked(tmp_path, "SELECT event, k, n, word, complete, unknown, k_max FROM rarities")
    assert found == [("e1", 7, 18, "not_rare", 0, 21, 28)]


def test_signals_can_be_asked(tmp_path):
    found = asked(tmp_path, "SELECT signal, standing, value, by, visit FROM signals")
    assert found == [("meal_level", "optional", "luncheon", "monarch", "v1")]


def test_peers_can_be_asked_and_one_of_whom_nothing_is_known_is_there(tmp_path):
    question = "SELECT name, guest, feature, value, alone, sources, addresses FROM peers"
    assert asked(tmp_path, question) == [
        ("Berg", "berg", "received", "2001-05-09", 1, 1, 1),
        ("Berg", "berg", "received_at", "hall", 0, 1, 0),
        ("Fink", None, None, None, None, None, None),
    ]


def test_the_question_of_the_docs_can_be_asked(tmp_path):
    page = Path(__file__).parents[2] / "docs" / "record-format.md"
    question = page.read_text("utf-8").split("received, and where:\n")[1].split("\n\n")[0]
    assert asked(tmp_path, question) == [("o", "Berg", "2001-05-09", "hall")]

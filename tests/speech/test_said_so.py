"""Japanese words in marks whose teller is told behind them, and what is called something."""

import pytest

from sijill.documents.document import Document, QuotationKind
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def said(reader, text):
    """Give kind, words and speaker of what is said in a text below a headline."""
    document = Document("s", f"港の一日\n\n{text}", "ja", "2026-02-03")
    reading = reader.read(document)
    names = {e.id: e.name for e in reading.entities}
    return [(q.kind, q.text, names.get(q.speaker or "")) for q in reading.quotations]


DIRECT, INDIRECT, MIXED = QuotationKind.DIRECT, QuotationKind.INDIRECT, QuotationKind.MIXED


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("「船は出る」。アサモア社長はそう苦笑する。", "船は出る"),
        ("「船は出る」。こう語るのは、アサモア社長だ。", "船は出る"),
        ("アサモア社長は同日、「事実ではない」と打ち消した。", "事実ではない"),
    ],
)
def test_the_sentence_behind_says_who_spoke(reader, text, words):
    assert said(reader, text) == [(DIRECT, words, "アサモア")]


def test_what_is_called_something_is_not_said(reader):
    text = "アサモア社長は昨年の航海を「歴史的な一歩だった」と振り返った。"
    assert said(reader, text) == [(MIXED, "「歴史的な一歩だった」", "アサモア")]


def test_what_the_speaker_did_before_is_not_said(reader):
    text = "アサモア外相はアクラ大学で講演し、奨学金を10人分用意すると表明した。"
    assert said(reader, text) == [(INDIRECT, "奨学金を10人分用意する", "アサモア")]


def test_an_age_in_wide_brackets_stands_before_the_topic_sign(reader):
    text = "船長のクワメ・アサモアさん（49）が蔵を訪ね、砂糖でも造れるかと尋ねた。"
    assert said(reader, text) == [(INDIRECT, "砂糖でも造れるか", "クワメ・アサモア")]


def test_ministries_report_with_a_noun(reader):
    text = "アサモア会長からは、教員が足りないとの訴えがありました。"
    assert said(reader, text) == [(INDIRECT, "教員が足りない", "アサモア")]


def test_a_headline_may_name_its_topic_in_marks(reader):
    reading = reader.read(
        Document(
            "s", "「湯気の外交」を語る アサモア大使に聞く\n\n大使は島に住む。", "ja", "2026-02-03"
        )
    )
    assert reading.quotations == ()


@pytest.mark.parametrize("verb", ["言明した", "補った", "踏み込んだ"])
def test_what_is_added_or_answered_is_said(reader, verb):
    text = f"アサモア外相は謝意を示しつつ、議会の承認には時間がかかると{verb}。"
    assert said(reader, text) == [(INDIRECT, "議会の承認には時間がかかる", "アサモア")]

"""Who says something in a Japanese clause of its own, apart from the subject of its sentence."""

import pytest

from sijill.documents.document import Document, QuotationKind
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register

DIRECT, INDIRECT, MIXED = QuotationKind.DIRECT, QuotationKind.INDIRECT, QuotationKind.MIXED


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def said(reader, text):
    """Give kind, words and speaker of what is said in a text below a headline."""
    reading = reader.read(Document("s", f"港の一日\n\n{text}", "ja", "2026-02-03"))
    names = {e.id: e.name for e in reading.entities}
    return [(q.kind, q.text, names.get(q.speaker or "")) for q in reading.quotations]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "ラトビア外務省は2日、水利政策を「恥ずべきもの」と批判したペルーの"
            "ウゴ・ソリス大使を呼び出した。",
            "ウゴ・ソリス",
        ),
        (
            "ラトビア外務省は2日、「水は渡さない」と述べたペルーのウゴ・ソリス大使を呼び出した。",
            "ウゴ・ソリス",
        ),
        ("アサモア社長は2日、「裏切り者」と批判したウゴ・ソリス船長を解雇した。", "アサモア"),
    ],
)
def test_a_clause_tells_more_of_who_spoke(reader, text, speaker):
    assert [who for _, _, who in said(reader, text)] == [speaker]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("「船は必ず出る」と述べた。", (DIRECT, "船は必ず出る", "ウゴ・ソリス")),
        (
            "港の再開に向けた協力を望むと述べた。",
            (INDIRECT, "港の再開に向けた協力を望む", "ウゴ・ソリス"),
        ),
    ],
)
def test_behind_a_source_the_subject_is_no_part_of_what_is_said(reader, told, found):
    text = f"アダ・ロペス報道官によると、ペルーのウゴ・ソリス大統領は{told}"
    assert said(reader, text) == [found]


def test_an_answer_given_at_once_is_no_hearsay(reader):
    text = "ウゴ・ソリス大使は「喜んで伺う」と即答したという。"
    assert said(reader, text) == [(DIRECT, "喜んで伺う", "ウゴ・ソリス")]


def test_with_whom_somebody_telephoned_is_not_said(reader):
    text = "ペルーのソリス大統領は2日、ラトビアのカルニンシュ氏と電話で15分話した。"
    assert said(reader, text) == []


def test_whom_something_is_asked_of_does_not_ask(reader):
    text = "ラトビア政府は外交官2人の追放を発表した。2人には72時間以内に出国するよう求めている。"
    assert (INDIRECT, "72時間以内に出国する", "ラトビア政府") in said(reader, text)


def test_a_crowd_asks_behind_a_clause_about_somebody(reader):
    text = (
        "ペルーのウゴ・ソリス大使は2日、着任した。"
        "大使が批判した3日後、大使館前では数百人がデモを行い、大使の追放を求めた。"
    )
    assert said(reader, text) == [(INDIRECT, "大使の追放", None)]


def test_who_only_gets_what_was_said_does_not_say_it(reader):
    text = "アサモア社長は2日、「水は渡さない」と述べた声明を発表し、ウゴ・ソリス大使に送った。"
    assert [who for _, _, who in said(reader, text)] == ["アサモア"]


def test_what_is_generally_said_is_nobodys_words(reader):
    text = "ペルーのウゴ・ソリス大使が着任した。海は危ないと言われますが、港は静かだ。"
    assert said(reader, text) == []


def test_who_thanked_first_says_of_another_what_follows(reader):
    text = (
        "ペルーのウゴ・ソリス大使は、支援に謝意を表した上で、国王も訪日を楽しみにしている旨述べた。"
    )
    assert said(reader, text) == [
        (INDIRECT, "支援に謝意", "ウゴ・ソリス"),
        (INDIRECT, "国王も訪日を楽しみにしている", "ウゴ・ソリス"),
    ]

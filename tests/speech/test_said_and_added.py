"""“…,” she said, adding that …: two words of saying in a sentence tell two things, by one speaker."""

import pytest
from marked import read_marked

from sijill.speech import arbitration
from sijill.speech.quotations import find_quotations


@pytest.fixture(autouse=True)
def rules_alone(monkeypatch):
    monkeypatch.setattr(arbitration, "load_reports", lambda language: None)


@pytest.mark.parametrize(
    ("language", "text", "said", "added"),
    [
        (
            "en",
            "“It was a long night,” ⟦post#e1:Mayor⟧ ⟦person#e1:Ann Bell⟧ told the assembly, "
            "adding that the bridge would stay closed.",
            "It was a long night,",
            "the bridge would stay closed",
        ),
        (
            "ar",
            "«كانت ليلة طويلة»، قالت ⟦post#e1:العمدة⟧ ⟦person#e1:آن بيل⟧، "
            "مضيفة أن الجسر سيبقى مغلقا.",
            "كانت ليلة طويلة",
            "الجسر سيبقى مغلقا",
        ),
        (
            "ru",
            "«Ночь была долгой», — сказала ⟦post#e1:мэр⟧ ⟦person#e1:Анна Белл⟧, "
            "добавив, что мост останется закрытым.",
            "Ночь была долгой",
            "мост останется закрытым",
        ),
        (
            "ja",
            "「長い夜だった」と⟦person#e1:アン・ベル⟧⟦post#e1:市長⟧は述べ、橋を閉鎖すると付け加えた。",
            "長い夜だった",
            "橋を閉鎖する",
        ),
        (
            "kk",
            "«Түн ұзақ болды», — деді ⟦post#e1:қала әкімі⟧ ⟦person#e1:Анна Белл⟧, "
            "көпірдің жабылатынын қосып айтты.",
            "Түн ұзақ болды",
            "көпірдің жабылатынын",
        ),
    ],
)
def test_what_is_added_leaves_what_was_said_its_speaker(language, text, said, added):
    found = find_quotations(*read_marked(text, language))
    assert [(q.text, q.speaker) for q in found] == [(said, "e1"), (added, "e1")]


def test_somebody_else_may_tell_the_second():
    text = (
        "“It was a long night,” ⟦person#e1:Ann Bell⟧ said, "
        "while ⟦person#e2:Tom Reed⟧ warned that the bridge was lost."
    )
    found = find_quotations(*read_marked(text, "en"))
    assert [(q.text, q.speaker) for q in found] == [
        ("It was a long night,", "e1"),
        ("the bridge was lost", "e2"),
    ]


@pytest.mark.parametrize(
    "words",
    ["атап айтты", "айта кетті", "тілге тиек етті", "қадап айтты", "алға тартты", "қоса айтты"],
)
def test_kazakh_ways_of_saying_leave_their_adverb_outside(words):
    text = f"⟦person#e1:Анна Белл⟧ көпірдің жабылатынын {words}."
    found = find_quotations(*read_marked(text, "kk"))
    assert [(q.text, q.speaker) for q in found] == [("көпірдің жабылатынын", "e1")]


@pytest.mark.parametrize("words", ["遺憾の意を述べ", "停戦を求め", "支援に感謝し"])
def test_what_a_japanese_speaker_did_with_words_is_no_part_of_what_follows(words):
    text = f"⟦person#e1:ベル⟧⟦post#e1:市長⟧は{words}、橋を閉鎖すると述べた。"
    found = find_quotations(*read_marked(text, "ja"))
    assert [(q.text, q.speaker) for q in found][-1] == ("橋を閉鎖する", "e1")


@pytest.mark.parametrize(
    "text",
    [
        "Talks will resume in May, ⟦person#e1:Li Wen⟧, the ⟦post#e1:deputy minister⟧, said.",
        "Talks will resume in May, the ⟦post#e1:deputy minister⟧, ⟦person#e1:Li Wen⟧, said.",
        "Talks will resume in May, ⟦person#e1:Li Wen⟧, who heads the delegation, said.",
        "According to ⟦person#e1:Li Wen⟧, the ⟦post#e1:deputy minister⟧, talks will resume in May.",
        "According to ⟦person#e1:Li Wen⟧, who heads the delegation, talks will resume in May.",
    ],
)
def test_what_else_is_told_of_a_speaker_is_none_of_the_words(text):
    found = find_quotations(*read_marked(text, "en"))
    assert [(q.text.lower(), q.speaker) for q in found] == [("talks will resume in may", "e1")]


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("ru", "По словам ⟦person#e1:Ли Вэня⟧, который возглавляет делегацию, переговоры возобновятся.",
         "переговоры возобновятся"),
        ("ar", "وبحسب ⟦person#e1:عمر فرج⟧، الذي يرأس الوفد، فإن المحادثات ستستأنف.", "المحادثات ستستأنف"),
    ],
)  # fmt: skip
def test_so_it_is_with_a_clause_about_him(language, text, said):
    found = find_quotations(*read_marked(text, language))
    assert [(q.text, q.speaker) for q in found] == [(said, "e1")]


@pytest.mark.parametrize(
    ("verb", "said"), [("記者団に語った", ["残念だ"]), ("名付けた", []), ("橋に書いた", [])]
)
def test_few_words_in_marks_are_said_where_who_says_them_is_told_behind(verb, said):
    marked = f"「残念だ」と⟦person#e1:ベル⟧⟦post#e1:外相⟧は{verb}。"
    assert [q.text for q in find_quotations(*read_marked(marked, "ja"))] == said


def test_that_behind_but_points_at_what_follows():
    marked = "⟦person#e1:Li⟧ was expected to go on to Lima, but that flight was cancelled."
    assert not find_quotations(*read_marked(marked, "en"))

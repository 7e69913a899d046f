from marked import read_marked

from sijill.reading.interviews import find_interview
from sijill.reading.passage import Passage
from sijill.reading.quotations import find_quotations


def turns(marked, language):
    passage = Passage(*read_marked(marked, language))
    return [(turn.asks, turn.speaker) for turn in find_interview(passage)]


def spoken(marked, language):
    return [q.speaker for q in find_quotations(*read_marked(marked, language))]


RUSSIAN = (
    "⟦person#e1:Анна Ли⟧: «Мост будет»\n\nС ней беседует ⟦person#e2:Иван Бек⟧. ⟦person#e1:Анна Ли⟧"
    " работает в порту.\n\n– Когда откроется мост?\n\n– «В мае. Так сказал ⟦person#e3:Олег Ким⟧».\n\n"
    "– А дорога?\n\n– «Дорога уже готова»."
)


def test_who_is_told_of_most_answers():
    expected = [(True, None), (False, "e1"), (True, None), (False, "e1")]
    assert turns(RUSSIAN, "ru") == expected
    assert spoken(RUSSIAN, "ru")[-1] == "e1"


def test_japanese_questions_open_with_a_long_dash():
    marked = (
        "大使に聞く\n\n大使の⟦person#e1:ワンジル・ムテミ⟧さんに話を聞いた。\n\n――なぜ北の島と組むのですか。\n\n"
        "「地面の下が同じだからです」\n\n――何が決まりますか。\n\n「首相が協定に署名します」"
    )
    assert spoken(marked, "ja") == ["e1", "e1"]


def test_names_before_a_colon_tell_who_asks_and_answers():
    marked = (
        "Five questions\n\n⟦person#e1:Seo Yun-chae⟧ spoke to ⟦person#e2:Anna Price⟧.\n\n"
        '⟦person#e2:Price⟧: "What comes first?"\n\n⟦person#e1:Seo⟧: "A ferry comes first."\n\n"And then?"\n\n'
        '"Then comes a bridge."'
    )
    assert turns(marked, "en") == [(True, "e2"), (False, "e1"), (True, "e2"), (False, "e1")]


def test_one_question_is_no_interview():
    assert turns("Title\n\n– Why?\n\n– Because.\n", "en") == []

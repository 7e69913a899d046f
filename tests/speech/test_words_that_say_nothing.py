"""Words that look like words of saying: a student, an envoy who is recalled, small states."""

import pytest
from marked import read_marked

from sijill.speech.quotations import find_quotations


def said(marked, language="ar"):
    found = find_quotations(*read_marked(f"عنوان\n\n{marked}", language))
    return [(q.text, q.speaker) for q in found]


@pytest.mark.parametrize(
    "marked",
    [
        "يدرس 340 طالبا كوريا في جامعات المملكة بمنح كاملة.",
        "هاتف ⟦person#e1:ماتي هالا⟧ نظيره ⟦person#e2:سالم الزين⟧ وشكره على منح 15 طالبا من بلاده فرصة.",
        "كان ⟦person#e1:ماتي هالا⟧ طالبا في جامعة هلسنكي حين بدأت الحرب.",
    ],
)
def test_a_student_demands_nothing(marked):
    assert said(marked) == []


@pytest.mark.parametrize("way", ["عبر صفحتها على فيسبوك", "عبر حسابها الرسمي", "عبر منصة إكس"])
def test_what_something_is_told_through_is_no_word_of_saying(way):
    marked = f"أعلنت ⟦organisation#o1:سفارة مالطا⟧، {way} مساء الأحد، أنها ستغلق أبوابها يومين."
    assert said(marked) == [("ستغلق أبوابها يومين", "o1")]


@pytest.mark.parametrize(
    "marked",
    [
        "Latvia recalls envoy from Lima in row over detained students.",
        "Peru closed its consulate a day after Riga declared a Peruvian attache persona non grata.",
        "It is hard for small states to trade with others.",
    ],
)
def test_what_states_do_to_envoys_is_not_said(marked):
    assert said(marked, "en") == []


def test_what_is_recalled_in_words_is_said():
    marked = "⟦person#e1:Óscar Rey⟧ recalled that the two states had been friends for long."
    assert said(marked, "en") == [("the two states had been friends for long", "e1")]


def test_what_will_be_opened_is_what_is_said():
    marked = (
        "The embassy in Riga, which parliament approved in the spring, will not be opened, "
        "⟦post@e1:Foreign Minister⟧ ⟦person#e1:Bo Lund⟧ said."
    )
    content = "The embassy in Riga, which parliament approved in the spring, will not be opened"
    assert said(marked, "en") == [(content, "e1")]

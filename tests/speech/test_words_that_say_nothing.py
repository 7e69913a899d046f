"""Arabic words that look like words of saying: a student, and what something was told through."""

import pytest
from marked import read_marked

from sijill.speech.quotations import find_quotations


def said(marked):
    found = find_quotations(*read_marked(f"عنوان\n\n{marked}", "ar"))
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

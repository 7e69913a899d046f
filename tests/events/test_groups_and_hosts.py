"""Groups told by number, objects told by pronouns, openers of missions, hosts of meals, states."""

import pytest
from told import who_did_what

A = "⟦person#e1!foreign_minister@PE:{}⟧"
B = "⟦person#e2!foreign_minister@VN:{}⟧"
C = "⟦person#e3!head_of_government@CL:{}⟧"


def test_the_three_leaders_are_those_whom_a_sentence_named_together():
    marked = (
        f"{A.format('Quispe')}, {B.format('Tran')} and {C.format('Rojas')} will come to "
        f"⟦place#p1:Lima⟧. On ⟦date=2025-02-09:Sunday⟧ {C.format('Rojas')} telephoned "
        f"{B.format('Tran')}. The three leaders last met in ⟦date=2024-11:November 2024⟧, when "
        "they signed a pact on fisheries."
    )
    told = who_did_what(marked, "en")
    assert ("talks", {"e1", "e2", "e3"}) in told
    assert ("signing", {"e1", "e2", "e3"}) in told


def test_arabic_tells_the_three_presidents_behind_their_verb():
    marked = (
        f"وصل {A.format('كيسبي')} و{B.format('تران')} و{C.format('روخاس')} إلى ⟦place#p1:ليما⟧ "
        "⟦date=2025-02-10:الاثنين⟧. ووقع الرؤساء الثلاثة اتفاقا بشأن الصيد."
    )
    assert ("signing", {"e1", "e2", "e3"}) in who_did_what(marked, "ar")


@pytest.mark.parametrize(
    ("kind", "people", "marked"),
    [
        ("expulsion", {"e1"}, f"{A.format('Quispe')} worked in ⟦place#p1@VN:Hanoi⟧. In "
         "⟦date=1995:1995⟧ the generals expelled him for receiving students."),
        ("phone_call", {"e1", "e2"}, f"{A.format('Quispe')} is not coming. {B.format('Tran')} spoke "
         "to him by telephone on ⟦date=2025-02-10:Monday⟧."),
        ("appointment", {"e1", "e3"}, f"{A.format('Quispe')} studied law. {C.format('Rojas')}, who "
         "knew him from school, named him ambassador in ⟦date=1978:1978⟧."),
    ],
)  # fmt: skip
def test_him_behind_a_verb_takes_part(kind, people, marked):
    if kind == "appointment":
        marked = marked.replace("e1!foreign_minister", "e1!ambassador")
    assert (kind, people) in who_did_what(marked, "en")


def test_who_opens_a_mission_takes_part_with_it():
    marked = (
        f"{A.format('Quispe')} opened ⟦organisation#o1:Peru's consulate in Hanoi⟧ on "
        "⟦date=2025-02-10:Monday⟧."
    )
    assert ("embassy_opened", {"e1", "o1"}) in who_did_what(marked, "en")


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", f"{A.format('Quispe')} was at a dinner given by the ⟦organisation#o1:Lima Chamber of "
         "Commerce⟧ on ⟦date=2025-02-10:Monday⟧."),
        ("ar", f"يحضر {A.format('كيسبي')} مأدبة عشاء تقيمها على شرفه ⟦organisation#o1:غرفة "
         "التجارة⟧ ⟦date=2025-02-12:الأربعاء⟧."),
    ],
)  # fmt: skip
def test_a_body_that_gives_a_meal_takes_part(language, marked):
    assert ("banquet", {"e1", "o1"}) in who_did_what(marked, language)


def test_what_the_two_states_sign_is_theirs():
    marked = (
        f"التقى {A.format('كيسبي')} {B.format('تران')} في ⟦place#p1@VN:فيتنام⟧ "
        "⟦date=2024-05:في مايو⟧. ووقع البلدان في ⟦date=2025-01:يناير⟧ اتفاقا ثانيا مع "
        "⟦place#p2@PE:بيرو⟧."
    )
    signed = [people for kind, people in who_did_what(marked, "ar") if kind == "signing"]
    assert signed
    assert not signed[0] & {"e1", "e2"}


def test_a_state_that_gives_to_a_house_takes_part():
    marked = "تبرعت ⟦place#p1@CH:سويسرا⟧ بسيارتي إسعاف ل⟦organisation#o1:مستشفى كيفه⟧ ⟦date=2024:عام 2024⟧."
    assert ("aid", {"p1", "o1"}) in who_did_what(marked, "ar")

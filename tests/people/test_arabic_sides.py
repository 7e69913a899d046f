"""Of which of two states a bare office is, by what an Arabic sentence tells of its holder."""

import pytest
from test_resolution import posts, read

GUEST = "{T:وزير خارجية {L:اليابان}} {P:كين ساتو}"
HOST = "{T:وزير تجارة {L:كازاخستان}} {P:عمر سيتوف}"


@pytest.mark.parametrize(
    ("text", "state"),
    [
        # Whom somebody meets where he went is of that place.
        (
            f"سافر {GUEST} إلى {{L:كازاخستان}}، حيث بحث مع {{T:رئيس الوزراء}} {{P:ن ن}} التجارة.",
            "KZ",
        ),
        # Who receives the guest is of the other state.
        (f"زار {GUEST} {{L:كازاخستان}}. واستقبله {{T:وزير الدولة}} {{P:ن ن}}.", "KZ"),
        (f"زار {GUEST} {{L:كازاخستان}}. وكان في وداعه {{T:وزير الدولة}} {{P:ن ن}}.", "KZ"),
        # A delegation is of the state of its head.
        (f"وصل إلى {{L:كازاخستان}} {GUEST} على رأس وفد يضم {{T:وزير النقل}} {{P:ن ن}}.", "JP"),
        (f"في {{L:كازاخستان}} قدم {GUEST} استقالته إلى {{T:رئيس الوزراء}} {{P:ن ن}}.", "JP"),
        # Who says «the minister» means that of the own state.
        (f"في {{L:كازاخستان}} قال {GUEST} إن {{T:وزير النقل}} {{P:ن ن}} سيصل غدا.", "JP"),
        # Who comes from a state is of it.
        (f"وقع {HOST} و{GUEST} و{{T:وزير النقل}} {{P:ن ن}} القادم من {{L:اليابان}}.", "JP"),
        # Of two told before the meeting the guest is who is named right before it.
        (
            f"وقع {GUEST} و{HOST} اتفاقا، واستهل {{P:ساتو}} اليوم بلقاء {{T:الرئيس}} {{P:ن ن}}.",
            "KZ",
        ),
    ],
)
def test_an_office_is_of_the_side_that_the_sentence_tells(text, state):
    _, by_name = read(text, "ar")
    assert posts(by_name["ن ن"])[0][1] == state


def test_who_attends_is_of_the_state_where_the_text_is_written():
    _, by_name = read(
        f"{{L:كازاخستان}} – وصل {GUEST} إلى {{L:كازاخستان}}. وحضر اللقاء {{T:وزير النقل}} {{P:ن ن}}.",
        "ar",
    )
    assert posts(by_name["ن ن"])[0][1] == "KZ"

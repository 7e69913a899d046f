"""Who is told in somebody's company is of that one's state."""

import pytest
from test_resolution import posts, read


@pytest.mark.parametrize(
    "behind",
    [
        "{P:Aas} is accompanied by {T:Ambassador} {P:Jan Oos}, who lives in {L:Japan}.",
        "{P:Aas}'s delegation included {T:Ambassador} {P:Jan Oos}, who lives in {L:Japan}.",
        "With him is {T:Ambassador} {P:Jan Oos}, who lives in {L:Japan}.",
    ],
)
def test_a_company_is_of_the_state_of_whom_it_is_with(behind: str) -> None:
    text = "{T:{L:Norway}'s minister}, {P:Ole Aas}, came to {L:Finland}. " + behind
    _, by_name = read(text, "en")
    assert posts(by_name["Jan Oos"]) == [("ambassador", "NO", "current")]


def test_who_receives_somebody_accompanied_is_no_company() -> None:
    _, by_name = read(
        "{L:Helsinki}, {L:Finland}\n\n{L:Finland} saw {T:{L:Norway}'s minister}, {P:Ole Aas}. He was"
        " accompanied by {P:Siri Moe} and met the {T:speaker}, {P:Juha Salo}, in {L:Finland}.",
        "en",
    )
    assert posts(by_name["Juha Salo"]) == [("speaker", "FI", "current")]


def test_a_minister_is_of_the_head_whose_he_is() -> None:
    _, by_name = read(
        "{T:{L:Finland}'s vice-president}, {P:Juha Salo}, saw {T:{L:Norway}'s consul},"
        " {P:Ole Aas}, and {T:his trade minister}, {P:Jan Oos}, wept.",
        "en",
    )
    assert posts(by_name["Jan Oos"]) == [("minister", "FI", "current")]

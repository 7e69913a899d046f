"""Who holds what in Arabic: bodies, statuses, and who a post goes to."""

from test_resolution import posts, read


def test_an_envoy_of_a_state_is_sent_by_it() -> None:
    _, by_name = read("كان {P:ماركو بيتروف} {T:سفيراً ل{L:كازاخستان} لدى {L:اليابان}}.", "ar")
    assert posts(by_name["ماركو بيتروف"]) == [("ambassador", "KZ", "former")]


def test_what_a_clause_before_tells_is_over_is_another_s() -> None:
    _, by_name = read(
        "حضر {P:ماركو بيتروف}، وهو لاعب سابق، {T:وسفيرة {L:اليابان}} {P:ناومي كيم}.", "ar"
    )
    assert [p.status for p in by_name["ناومي كيم"].posts] == ["current"]


def test_a_team_of_a_nation_is_its_state_s() -> None:
    _, by_name = read("فاز {T:مدرب {O:منتخب {L:كازاخستان}}} {P:ماركو بيتروف}.", "ar")
    assert [p.post for p in by_name["ماركو بيتروف"].posts] == ["athlete"]
    assert by_name["ماركو بيتروف"].posts[0].body == "KZ"


def test_what_somebody_quoted_says_of_another_makes_him_nothing() -> None:
    _, by_name = read(
        "قالت {T:وزيرة الخارجية} {P:ناومي كيم} إن الراحلة «كانت أول سفيرة لنا».", "ar"
    )
    assert [p.post for p in by_name["ناومي كيم"].posts] == ["foreign_minister"]

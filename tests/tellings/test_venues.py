import pytest
from hand import Text, record_of

from sijill.tellings.venues import venue_of, venue_senses


@pytest.mark.parametrize(
    ("language", "words", "place"),
    [
        ("ar", "استقبله في القصر", "imperial-palace-tokyo"),
        ("en", "received at the Palace proper", "imperial-palace-tokyo"),
        ("en", "at the Residence inside the palace grounds", "imperial-residence-tokyo"),
        ("ru", "во дворце", "imperial-palace-tokyo"),
        ("kk", "сарайдың кіреберісінде", "imperial-palace-tokyo"),
        ("ja", "皇居・宮殿を訪れ", "imperial-palace-tokyo"),
        ("ja", "御所で", "imperial-residence-tokyo"),
    ],
)
def test_a_venue_is_known_by_its_host(language, words, place):
    assert venue_of(words, language, "JP") == place


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ar", "وفي مقر رئاسة الوزراء اصطف حرس الشرف"),
        ("en", "at the Prime Minister's Office"),
        ("ja", "首相官邸で"),
    ],
)
def test_the_seat_of_government_is_where_its_head_receives(language, words):
    assert venue_of(words, language, "JP", royal=False) == "prime-ministers-office-tokyo"
    assert venue_of("at the Palace", language, "JP", royal=False) is None


def test_without_a_known_host_the_palace_is_nowhere():
    assert venue_of("at the Palace", "en", None) is None
    assert venue_of("at the Palace", "en", "NR") is None
    assert venue_senses("at the airport", "en") == []


def test_an_audience_at_the_palace_is_at_the_imperial_palace_and_marked():
    text = Text("a", "The Emperor received Tokayev at the Palace.", published="2025-12-19")
    text.event("audience", "received", "naruhito tokayev", date="2025-12-18")
    [audience] = record_of(text).events
    assert audience.place == "imperial-palace-tokyo"
    assert [(t.field, t.inferred) for t in audience.tellings if t.field == "place"] == [
        ("place", True)
    ]


def test_one_audience_told_a_day_apart_is_one_and_disputed():
    days = {"a": "2025-12-17", "b": "2025-12-18", "c": "2025-12-18"}
    texts = [
        Text(name, "The Emperor received Tokayev.", published="2025-12-19").event(
            "audience", "received", "naruhito tokayev", date=day
        )
        for name, day in days.items()
    ]
    [audience] = record_of(*texts).events
    assert (audience.date, audience.disputed) == ("2025-12-18", ("date",))


def test_talks_on_two_days_with_other_people_are_two():
    one = Text("a", "Takaichi met Tokayev.", published="2025-12-21")
    one.event("talks", "met", "takaichi tokayev", date="2025-12-18")
    two = Text("b", "Takaichi met Mirziyoyev.", published="2025-12-21")
    two.event("talks", "met", "takaichi mirziyoyev", date="2025-12-19")
    assert len(record_of(one, two).events) == 2


def test_talks_at_the_office_are_there_only_if_its_head_takes_part():
    text = Text("a", "At the Prime Minister's Office Takaichi held talks with Tokayev.")
    text.event("talks", "talks", "takaichi tokayev", date="2025-12-18")
    other = Text("b", "The Prime Minister's Office said that Endo met Tokayev.")
    other.event("talks", "met", "endo tokayev", date="2025-12-18")
    talks = {e.participants: e.place for e in record_of(text, other).events}
    assert talks[("tokayev", "takaichi")] == "prime-ministers-office-tokyo"
    assert talks[("tokayev", "endo")] != "prime-ministers-office-tokyo"

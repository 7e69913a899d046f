"""Signals: what was observed minus what the class of the visit promises."""

import pytest
from hand import person, place

from sijill.checks.menus import GuestClass, class_of, standing_of
from sijill.checks.rarity import note
from sijill.checks.signals import signals_of
from sijill.citation import Citation, Span
from sijill.documents.document import Event, Reading, Status
from sijill.record.items import EventItem, Telling
from sijill.record.material import Material
from sijill.record.peer_rows import PeerRow, PeerValue
from sijill.record.visits import VisitRow, visits
from sijill.tables import open_table
from sijill.tellings.parties import Parties

ENTITIES = (
    place("jp", "JP", en="Japan"),
    place("imperial-palace-tokyo", "JP", "jp", en="Imperial Palace"),
    place("hiroshima", "JP", "jp", en="Hiroshima"),
    place("kz", "KZ", en="Kazakhstan"),
    place("pe", "PE", en="Peru"),
    person("berg", "NO", ("head_of_state", "1990/.."), en="Ola Berg"),
    person("monarch", "JP", ("monarch", "1990/.."), en="The Monarch"),
    person("premier", "JP", ("head_of_government", "1990/.."), en="The Premier"),
)
VISIT = "visit-1"


def event(kind, who="berg", at="jp", *, date="2001-05-09", status="held", part=VISIT, **more):
    details = more.pop("details", {})
    told = tuple(
        Telling("signals", s, (Citation("ja", 0, len(s), s),)) for s in more.get("signals", ())
    )
    cited = (Citation("ja", 0, 9, "They met."),)
    name = more.pop("name", f"{kind}-{date}")
    return EventItem(
        name, kind, Status(status), cited, date, at, tuple(who.split()), details,
        (*told, *more.pop("tellings", ())), part_of=part, **more,
    )  # fmt: skip


def visit(words, form, source="ja", at="jp", date="2001-05-08/2001-05-10"):
    told = (Telling("visit_format", form, (Citation(source, 0, len(words), words),)),)
    return event(
        "visit", at=at, date=date, name=VISIT, part=None, details={"visit_format": form},
        tellings=told,
    )  # fmt: skip


STATE = visit("国賓として訪問した", "state")
OFFICIAL_WORKING = visit("公式実務訪問賓客として訪れた", "official_working")
LOOSE = visit("an official visit", "official", "en")


def material(*events, rows=()):
    readings = {s: Reading(s, s, None, None) for s in ("ja", "en", "kk")}
    return Material(
        events, Parties(ENTITIES), ("NO", "JP"), ("en", "ar"), {}, readings, {}, {}, readings,
        {e.id: e for e in events}, visits=tuple(rows),
    )  # fmt: skip


def notes(*events, peers=(), rows=()):
    return {n.signal: n for n in signals_of(material(*events, rows=rows), peers)}


GUARD = event("ceremony", signals=("guard_of_honour",))


def test_a_guard_of_honour_that_the_class_promises_is_no_signal():
    seen = notes(STATE, GUARD)["guard_of_honour"]
    assert (seen.standing, seen.visit_class, seen.basis) == ("expected", "kokuhin", "host")
    assert seen.citations[0].exact == "guard_of_honour"
    assert seen.text["en"] == (
        "Guard of honour: promised by the class of the visit (State Guest), so no signal."
    )
    assert any("weblio" in address for address in seen.references)


def test_the_palace_luncheon_is_on_the_menu_of_some_classes_and_beyond_that_of_others():
    lunch = event(
        "banquet", "berg monarch", "imperial-palace-tokyo", details={"meal": "luncheon"}
    )  # fmt: skip
    told = notes(OFFICIAL_WORKING, lunch)["meal_level"]
    assert (told.value, told.by, told.standing) == ("luncheon", "monarch", "optional")
    working = visit("実務訪問賓客として", "working")
    assert notes(working, lunch)["meal_level"].standing == "beyond"
    assert notes(LOOSE, lunch)["meal_level"].standing == "optional"
    assert told.text["en"].startswith("Level of the meal (luncheon, monarch): on the menu")
    assert told.text["ar"].startswith("مستوى المأدبة (غداء، العاهل): ")


def test_what_others_call_a_visit_may_mean_several_classes():
    found = class_of(LOOSE, "berg", "JP", "2001-05-09", material(LOOSE))
    assert (found.classes, found.basis) == (("kohin", "koshiki_jitsumu"), "others")
    # Both promise a guard of honour; of a dinner by the premier only one does.
    assert notes(LOOSE, GUARD)["guard_of_honour"].standing == "expected"
    dinner = event("banquet", "berg premier", details={"meal": "dinner"})
    assert notes(LOOSE, dinner)["meal_level"].standing == "unknown"


def test_the_hosts_press_word_for_an_official_visit_is_no_class():
    found = class_of(visit("公式訪問した", "official"), "berg", "JP", None, material())
    assert found.basis == "others"


def test_a_reference_table_tells_the_class_where_the_host_does_not():
    row = VisitRow(
        "NO-1", "Ola Berg", "NO", "JP", "head_of_state", "2001-05-09", None, None, None,
        ("https://one.test",), guest_class="jitsumu",
    )  # fmt: skip
    found = class_of(LOOSE, "berg", "JP", "2001-05-09", material(LOOSE, rows=(row,)))
    assert (found.classes, found.basis) == (("jitsumu",), "table")
    assert found.references == ("https://one.test",)
    late = class_of(LOOSE, "berg", "JP", "2001-09-09", material(LOOSE, rows=(row,)))
    assert late.basis == "others"


def test_of_a_host_whose_menu_nobody_knows_nothing_is_said():
    there = visit("a state visit", "state", "en", "pe")
    seen = notes(there, event("ceremony", at="pe", signals=("guard_of_honour",)))["guard_of_honour"]
    assert (seen.standing, seen.visit_class) == ("unknown", "")
    assert "not known" in seen.text["en"]


def test_a_menu_from_memory_excuses_an_honour_and_makes_none_a_signal():
    state = GuestClass("KZ", ("memlekettik",), "host")
    assert standing_of("guard_of_honour", "", "", state).word == "expected"
    working = GuestClass("KZ", ("jumys",), "host")
    assert standing_of("guard_of_honour", "", "", working).word == "unknown"


def test_an_address_to_parliament_is_on_no_menu():
    seen = notes(event("parliament_address", part=None))["address_parliament"]
    assert seen.standing == "beyond"
    assert seen.text["en"] == "Address to parliament: no class of visit promises it."


def test_a_meal_of_which_nobody_tells_more_is_not_beyond_anything():
    seen = notes(STATE, event("banquet", "berg"))["meal_level"]
    assert seen.standing == "unknown"


def test_what_the_class_promises_and_the_record_lacks_is_only_not_mentioned():
    parts = (
        event("audience", "berg monarch"),
        event("talks", "berg premier"),
        event("signing", "berg premier"),
    )
    found = [n for n in signals_of(material(STATE, *parts), ()) if n.standing == "missing"]
    assert {n.value for n in found} == {"guard_of_honour", "meal_level"}
    assert all("the record has no mention of it" in n.text["en"] for n in found)
    # Told too briefly, or of a class that only others name: nothing is missing.
    assert "missing_element" not in notes(STATE, *parts[:2])
    assert "missing_element" not in notes(LOOSE, *parts)
    # A dinner that nobody ties to the visit may still be its own.
    loose = event("banquet", "berg", date="2001-05", part=None)
    found = [n for n in signals_of(material(STATE, *parts, loose), ()) if n.standing == "missing"]
    assert {n.value for n in found} == {"guard_of_honour"}


@pytest.mark.parametrize(
    ("kind", "signal", "status"),
    [
        ("lecture", "lecture_platform", "held"),
        ("decoration", "decoration_exchanged", "held"),
        ("honorary_degree", "honorary_degree", "held"),
        ("partnership_upgrade", "partnership_step", "held"),
        ("statement_joint", "joint_statement_level", "held"),
        ("postponement", "postponement", "held"),
        ("visit", "postponement", "cancelled"),
    ],
)
def test_an_event_can_be_a_signal_by_what_it_is(kind, signal, status):
    made = event(kind, status=status, part=None)
    assert signal in notes(made)
    if kind == "lecture":
        assert signal not in notes(event(kind, status="planned", part=None))


def test_the_length_of_a_stay_is_held_against_the_rule_of_the_class():
    stays = {"2001-05-08/2001-05-10": "expected", "2001-05-08/2001-05-12": "beyond"}
    for date, standing in stays.items():
        seen = notes(visit("国賓として", "state", date=date))["length_of_stay"]
        assert seen.standing == standing
    assert notes(visit("国賓として", "state"))["length_of_stay"].value == "3"
    assert notes(OFFICIAL_WORKING)["length_of_stay"].standing == "unknown"
    assert "length_of_stay" not in notes(visit("国賓として", "state", date="2001-05"))


def test_a_symbolic_place_is_known_by_where_it_is():
    assert notes(event("visit", at="hiroshima", part=None))["symbolic_place"].value == "hiroshima"
    assert "symbolic_place" not in notes(event("visit", at="pe", part=None))


def test_first_among_peers_needs_every_other_day():
    cited = (Citation("ja", 0, 9, "They met."),)
    rows = (
        PeerRow("o", "JP", "berg", "Berg", "NO",
                (PeerValue("received", "2001-05-09", cited, alone=True),)),
        PeerRow("o", "JP", None, "Cruz", "PE", (PeerValue("received", "2001-05-10", cited),)),
    )  # fmt: skip
    audience = event("audience", "berg monarch", part=None)
    seen = notes(audience, peers=rows)["order_among_peers"]
    assert (seen.value, seen.inferred) == ("before_others", True)
    unknown = (
        PeerRow("o", "JP", "berg", "Berg", "NO", (PeerValue("received", "2001-05-09", cited),)),
        PeerRow("o", "JP", None, "Cruz", "PE"),
    )
    assert "order_among_peers" not in notes(audience, peers=unknown)


def test_visits_returned_are_counted_at_the_newest():
    there = [event("visit", date=f"200{n}-05-09", name=f"there-{n}", part=None) for n in range(3)]
    found = [n for n in signals_of(material(*there), ()) if n.signal == "reciprocity"]
    assert [(n.event, n.value) for n in found] == [("there-2", "one_sided 3:0")]


@pytest.mark.parametrize(
    ("language", "text", "signal"),
    [
        ("en", "At dinner the president was seated to the right of the host.", "seating"),
        ("ar", "جلس الرئيس على يمين المضيف أثناء المأدبة.", "seating"),
        ("ru", "Президента посадили по правую руку от хозяйки встречи.", "seating"),
        ("kk", "Президент төрағаның оң жағына отырды.", "seating"),
        ("ja", "大統領は首相の右隣に着席した。", "seating"),
        ("en", "He received the guest at his private residence.", "private_space"),
        ("ar", "استقبل الأمير ضيفه في منزله الخاص.", "private_space"),
        ("ru", "Премьер-министр принял гостя у себя дома.", "private_space"),
        ("kk", "Президент қонақты жеке резиденциясында қабылдады.", "private_space"),
        ("ja", "首相は大統領を私邸に招いた。", "private_space"),
        ("en", "The president invited the king to visit Astana.", "invitation_back"),
        ("ar", "وجه الرئيس دعوة إلى الملك لزيارة أستانا.", "invitation_back"),
        ("ru", "Президент пригласил короля посетить Астану с визитом.", "invitation_back"),
        ("kk", "Президент корольді ресми сапармен келуге шақырды.", "invitation_back"),
        ("ja", "大統領は国王の訪問を招請した。", "invitation_back"),
    ],
)
def test_details_that_reading_does_not_mark_are_found_in_the_sentence_of_an_event(
    language, text, signal
):
    found = told(language, text, Status.HELD)
    assert [n.signal for n in found if n.signal == signal] == [signal]
    assert all(n.citations[0].exact in text for n in found)
    assert not told(language, text, Status.CANCELLED)


def told(language, text, status):
    local = Event("v1", "meeting", status, Span(0, 2), Span(0, len(text)), None, None, ())
    reading = Reading("a", language, None, None, events=(local,))
    item = event("talks", part=None, name="e1")
    held = Material(
        (item,), Parties(ENTITIES), ("NO", "JP"), ("en",), {"a": text}, {"a": reading}, {},
        {"a#v1": "e1"}, ("a",), {"e1": item}, visits=(),
    )  # fmt: skip
    return signals_of(held, ())


def test_a_rate_says_whether_the_class_promises_what_is_counted():
    audience = event("audience", "berg monarch", "imperial-palace-tokyo", date="2021-05-09")
    held = material(OFFICIAL_WORKING, audience, rows=visits())
    made = note("palace_luncheon", audience, "berg", "JP", held)
    assert made.standing == "optional"
    assert "on the menu of the class (Official Working Visit Guest)" in made.text["en"]
    assert note("palace_venue", audience, "berg", "JP", held).standing == ""


def test_every_signal_and_class_of_the_tables_is_known():
    signals = {row["id"] for row in open_table("protocol/signals.tsv", ("id", "menu"))}
    classes = {row["id"] for row in open_table("protocol/visit_classes.tsv", ("id",))} | {"*"}
    formats = {row["id"] for row in open_table("protocol/visit_formats.tsv", ("id",))}
    for row in open_table("protocol/class_promises.tsv", ("class", "signal", "promise")):
        assert (row["class"] in classes, row["signal"] in signals) == (True, True), row
        assert row["promise"] in ("always", "sometimes", "never")
    for row in open_table("protocol/observed_signals.tsv", ("signal",)):
        assert row["signal"] in signals
    for row in open_table("protocol/visit_classes.tsv", ("format",)):
        assert row["format"] in formats
    assert len(signals) == 31

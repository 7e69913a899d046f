"""A guest who has come to a town talks and signs there; a state sends away whom it does not name."""

from told import found_in

ADJOVI = "⟦person#e1!foreign_minister@BJ:Adjovi⟧"
WANGDI = "⟦person#e2!head_of_government@BT:Wangdi⟧"


def test_talks_behind_an_arrival_in_a_town_are_held_there():
    marked = (
        f"⟦date=2025-02-10:On Monday⟧ {ADJOVI} came to ⟦place#p1@BT:Paro⟧ on an official visit. "
        f"{ADJOVI} and {WANGDI} held talks that lasted an hour."
    )
    found = {e.type: e.place for e in found_in(marked, "en")}
    assert found == {"visit": "p1", "talks": "p1"}


def test_talks_behind_an_arrival_in_a_state_have_no_place():
    marked = (
        f"⟦date=2025-02-10:On Monday⟧ {ADJOVI} came to ⟦place#bt@BT:Bhutan⟧ on an official visit. "
        f"{ADJOVI} and {WANGDI} held talks that lasted an hour."
    )
    assert [e.place for e in found_in(marked, "en") if e.type == "talks"] == [None]


def test_a_state_expels_whom_nobody_names():
    marked = (
        "⟦place#ga@GA:Gabon⟧ showed two attachés of the ⟦organisation#o1:Togolese embassy⟧ the "
        "door on ⟦date=2025-02-10:Monday⟧."
    )
    (event,) = found_in(marked, "en")
    assert (event.type, event.participants) == ("expulsion", ("ga",))


def test_whom_an_invitation_is_sent_to_is_to_come():
    marked = f"{WANGDI} conveyed his invitation to President {ADJOVI} for a visit to ⟦place#bt@BT:Bhutan⟧."
    (event,) = found_in(marked, "en")
    assert (event.type, event.status.value, event.participants) == ("visit", "proposed", ("e1",))


def test_two_states_that_open_embassies_both_take_part():
    marked = "⟦place#tg@TG:Togo⟧ and ⟦place#bn@BN:Brunei⟧ opened embassies in ⟦date=2004:2004⟧."
    (event,) = found_in(marked, "en")
    assert (event.type, set(event.participants)) == ("embassy_opened", {"tg", "bn"})


def test_who_is_accompanied_travels_and_who_is_met_later_does_not():
    marked = (
        f"{WANGDI}, accompanied by ⟦person#e3!minister@BT:Dorji⟧ and a dozen executives, begins a "
        "three-day visit to ⟦place#lv@LV:Latvia⟧ on ⟦date=2025-02-10:Monday⟧. He will open a "
        "business forum together with ⟦person#e4!minister@LV:Kalns⟧."
    )
    visit = next(e for e in found_in(marked, "en") if e.type == "visit")
    assert set(visit.participants) == {"e2", "e3"}


def test_talks_between_two_states_are_theirs_where_nobody_is_named():
    marked = (
        "Talks between ⟦place#ee@EE:Estonia⟧ and ⟦place#pl@PL:Poland⟧ on a ferry broke down on "
        "⟦date=2025-02-10:Monday⟧."
    )
    (event,) = found_in(marked, "en")
    assert (event.type, set(event.participants)) == ("talks", {"ee", "pl"})

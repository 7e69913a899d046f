from hand import Text, record_of


def visit(source_id, status, published, date="2024-08-09/2024-08-12"):
    return Text(
        source_id, "Kishida and the visit to Kazakhstan in August.", published=published
    ).event("visit", "visit", "kishida", status=status, date=date, place="kz")


def status(*texts):
    [event] = [e for e in record_of(*texts).events if e.type == "visit"]
    return event.status.value


def test_a_preview_alone_stays_planned():
    assert status(visit("a", "planned", "2024-07-27")) == "planned"


def test_planned_then_postponed_is_postponed():
    assert (
        status(visit("a", "planned", "2024-07-27"), visit("b", "postponed", "2024-08-09"))
        == "postponed"
    )


def test_planned_then_told_as_held_is_held():
    assert status(visit("a", "planned", "2024-07-27"), visit("b", "held", "2024-08-13")) == "held"


def test_what_is_told_as_held_before_its_day_is_planned():
    assert status(visit("a", "held", "2024-07-27")) == "planned"


def test_postponed_stays_postponed_against_an_older_telling():
    assert status(visit("a", "held", None), visit("b", "postponed", "2024-08-09")) == "postponed"


def test_put_off_and_later_held_on_its_day_is_held():
    texts = (
        visit("a", "postponed", "2024-08-09", date="2024-08"),
        visit("b", "held", "2024-08-25", date="2024-08-20"),
    )
    assert status(*texts) == "held"


def test_a_later_word_that_a_visit_was_once_put_off_does_not_undo_it():
    texts = (
        visit("a", "held", "2024-08-13"),
        visit("b", "postponed", "2025-10-17", date="2024"),
    )
    assert status(*texts) == "held"


def test_a_later_word_that_the_visit_of_these_days_was_put_off_stands_against_it():
    texts = visit("a", "held", "2024-08-13"), visit("b", "postponed", "2025-10-17")
    assert status(*texts) == "postponed"


def test_a_cancelled_visit_told_as_held_is_disputed():
    texts = visit("a", "cancelled", "2024-08-09"), visit("b", "held", None)
    [event] = record_of(*texts).events
    assert event.status.value == "cancelled"
    assert "status" in event.disputed

"""A decided value stands against new sources; what they say against it stays listed."""

from hand import Text, record_of

from sijill.record.contest import told_values
from sijill.record.decisions import Decision
from sijill.record.finding import anchor_of
from sijill.record.verify import verify_record


def telling(name, date="2025-12-19", people="tokayev", place="tokyo", status="held", **more):
    text = Text(
        name, f"{name}: ألقى الرئيس محاضرة في طوكيو.", language="ar", published="2025-12-22"
    )
    return text.event("lecture", "محاضرة", people, date=date, place=place, status=status, **more)


def decided(item, action, number=1, **values):
    """Decide as the command does, with what was told of the fields by then."""
    fields = values.get("values", values)
    return Decision(
        action,
        item.id,
        values,
        "event",
        {item.id: anchor_of(item)},
        told_values(item, tuple(fields)),
        number=number,
        who="Aru",
        at="2026-01-01T00:00:00Z",
    )


def test_a_confirmed_day_is_not_overruled_and_the_disagreement_is_listed():
    first = telling("a")
    item = record_of(first).events[0]
    confirm = decided(item, "confirm", fields=[], values={"date": "2025-12-19"})
    merge = lambda e: Decision(  # noqa: E731
        "merge", item.id, {"with": [e.id]}, "event", {e.id: anchor_of(e)}, number=2
    )
    later = [telling(name, date="2025-12-21") for name in "bc"]
    other = next(e for e in record_of(first, *later).events if e.date == "2025-12-21")
    (event,) = record_of(first, *later, decisions=[confirm, merge(other)]).events
    assert event.date == "2025-12-19"  # one source, against two
    assert event.disputed == ("date",)
    assert next(n for n in event.decisions if n.action == "confirm").contested == ("date",)


def test_a_finer_day_is_no_disagreement_with_a_month():
    item = record_of(telling("a", date="2025-12")).events[0]
    confirm = decided(item, "confirm", fields=[], values={"date": "2025-12"})
    (event,) = record_of(telling("a", date="2025-12"), telling("b"), decisions=[confirm]).events
    assert event.date == "2025-12"
    assert event.disputed == ()
    assert event.decisions[0].contested == ()


def test_what_was_told_already_when_the_value_was_corrected_is_settled():
    texts = [telling("a", minutes=30), telling("b", minutes=40)]
    item = record_of(*texts).events[0]
    assert "minutes" in item.disputed
    correct = decided(item, "correct", minutes=45)
    (event,) = record_of(*texts, decisions=[correct]).events
    assert (event.details["minutes"], event.disputed) == (45, ())
    (event,) = record_of(*texts, telling("c", minutes=60), decisions=[correct]).events
    assert (event.details["minutes"], event.disputed) == (45, ("minutes",))
    assert event.decisions[0].contested == ("minutes",)


def test_who_confirms_the_whole_has_not_settled_what_sources_differ_on():
    texts = [telling("a", minutes=30), telling("b", minutes=40)]
    item = record_of(*texts).events[0]
    held = {"date": "2025-12-19", "minutes": 30}
    whole = decided(item, "confirm", fields=[], values=held)
    assert record_of(*texts, decisions=[whole]).events[0].disputed == ("minutes",)
    named = decided(item, "confirm", fields=["minutes"], values={"minutes": 30})
    assert record_of(*texts, decisions=[named]).events[0].disputed == ()


def test_a_further_guest_does_not_join_whom_people_confirmed():
    first = telling("a", people="tokayev takaichi")
    item = record_of(first).events[0]
    confirm = decided(item, "confirm", fields=[], values={"participants": list(item.participants)})
    more = telling("b", people="tokayev takaichi naruhito")
    (event,) = record_of(first, more, decisions=[confirm]).events
    assert set(event.participants) == {"tokayev", "takaichi"}
    assert "participants" in event.disputed


def test_that_it_was_planned_once_does_not_contest_that_it_was_held():
    first = telling("a")
    item = record_of(first).events[0]
    confirm = decided(item, "confirm", fields=[], values={"status": "held"})
    (event,) = record_of(first, telling("b", status="planned"), decisions=[confirm]).events
    assert event.decisions[0].contested == ()
    called_off = [first, telling("c", status="cancelled")]
    (event,) = record_of(*called_off, decisions=[confirm]).events
    assert event.status.value == "held"
    assert event.decisions[0].contested == ("status",)


def test_a_decided_day_is_not_stretched_by_what_the_machine_works_out():
    text = Text("a", "زار توكاييف اليابان في 18 ديسمبر. ألقى محاضرة.", language="ar")
    text.event("visit", "زار", "tokayev", date="2025-12-18", place="jp")
    text.event("lecture", "محاضرة", "tokayev", date="2025-12-19", place="tokyo")
    record = record_of(text)
    visit = next(e for e in record.events if e.type == "visit")
    assert visit.date == "2025-12-18/2025-12-19"
    one_day = decided(visit, "correct", date="2025-12-18")
    after = record_of(text, decisions=[one_day])
    assert next(e for e in after.events if e.type == "visit").date == "2025-12-18"


def test_a_corrected_visit_takes_in_what_was_done_on_its_days():
    text = Text("a", "زار توكاييف اليابان في 28 ديسمبر. ألقى محاضرة.", language="ar")
    text.event("visit", "زار", "tokayev", date="2025-12-28/2025-12-30", place="jp")
    text.event("lecture", "محاضرة", "tokayev", date="2025-12-19", place="tokyo")
    visit = next(e for e in record_of(text).events if e.type == "visit")
    after = record_of(text, decisions=[decided(visit, "correct", date="2025-12-18/2025-12-20")])
    lecture = next(e for e in after.events if e.type == "lecture")
    assert lecture.part_of == next(e.id for e in after.events if e.type == "visit")


def test_a_place_in_a_visit_that_people_gave_is_kept():
    text = Text("a", "زار توكاييف اليابان في 18 ديسمبر. ألقى محاضرة.", language="ar")
    text.event("visit", "زار", "tokayev", date="2025-12-18", place="jp")
    text.event("lecture", "محاضرة", "takaichi", date="2024-05-01", place="astana")
    visit, lecture = sorted(record_of(text).events, key=lambda e: e.type, reverse=True)
    put = Decision(
        "correct",
        lecture.id,
        {"part_of": visit.id},
        "event",
        {lecture.id: anchor_of(lecture), visit.id: anchor_of(visit)},
        number=1,
    )
    after = {e.type: e for e in record_of(text, decisions=[put]).events}
    assert after["lecture"].part_of == after["visit"].id
    gone = Decision("reject", visit.id, {}, "event", {visit.id: anchor_of(visit)}, number=2)
    record = record_of(text, decisions=[gone, put])
    assert [(e.type, e.part_of) for e in record.events] == [("lecture", None)]
    assert verify_record(record, {"a": text.text}) == []

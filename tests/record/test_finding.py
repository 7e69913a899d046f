"""Decisions find their item after reading has improved, or say that they don't; five languages."""

from dataclasses import replace

import pytest
from hand import Text, record_of

from sijill.citation import KEPT
from sijill.errors import UsageError
from sijill.record.decisions import Anchor, Decision, kind_of_id
from sijill.record.finding import Finder, anchor_of

#: One sentence with an audience and a lecture, and the words that name each.
SENTENCES = {
    "ar": ("استقبل الإمبراطور الرئيس توكاييف ثم ألقى الرئيس محاضرة في طوكيو.", "استقبل", "محاضرة"),
    "en": ("The Emperor received Tokayev, who then gave a lecture in Tokyo.", "received", "lecture"),
    "ru": ("Император принял Токаева, затем тот прочёл лекцию в Токио.", "принял", "лекцию"),
    "kk": ("Император Тоқаевты қабылдады, содан соң ол Токиода дәріс оқыды.", "қабылдады", "дәріс"),
    "ja": ("天皇陛下がトカエフ大統領と会見し、大統領は東京で講演した。", "会見", "講演"),
}  # fmt: skip


def source(
    language, *, people="tokayev naruhito", date="2025-12-18", kinds=("audience", "lecture")
):
    """Read the sentence; what is given is what another reading gives otherwise."""
    words, first, second = SENTENCES[language]
    text = Text("a", words, language=language, published="2025-12-20")
    text.event(kinds[0], first, people, date=date, place="tokyo")
    if len(kinds) > 1:
        text.event(kinds[1], second, "tokayev", date=date, place="tokyo")
    return text


def event(record, kind):
    (found,) = [e for e in record.events if e.type == kind]
    return found


def about(item, action, **values):
    return Decision(
        action, item.id, values, kind_of_id(item.id), {item.id: anchor_of(item)}, number=1, who="A"
    )


@pytest.mark.parametrize("language", SENTENCES)
def test_a_decision_follows_its_event_when_the_id_changes(language):
    before = event(record_of(source(language)), "audience")
    reject = about(before, "reject")
    # A better reading tells another day and one guest fewer: the id is another one.
    better = source(language, people="tokayev", date="2025-12-19")
    assert event(record_of(better), "audience").id != before.id
    after = record_of(better, decisions=[reject])
    assert [e.type for e in after.events] == ["lecture"]
    assert after.unapplied == ()


@pytest.mark.parametrize("language", SENTENCES)
def test_a_decision_follows_its_event_when_even_the_type_changes(language):
    before = event(record_of(source(language)), "audience")
    note = about(before, "correct", date="2025-12-17")
    after = record_of(source(language, kinds=("talks", "lecture")), decisions=[note])
    assert event(after, "talks").date == "2025-12-17"
    assert event(after, "lecture").date == "2025-12-18"


@pytest.mark.parametrize("language", SENTENCES)
def test_another_event_of_the_same_sentence_is_not_taken_for_a_lost_one(language):
    lecture = event(record_of(source(language)), "lecture")
    after = record_of(source(language, kinds=("audience",)), decisions=[about(lecture, "reject")])
    assert [e.type for e in after.events] == ["audience"]
    (lost,) = after.unapplied
    assert lost.item == lecture.id
    assert "nothing of its kind stands on its words" in lost.reason


def test_a_statement_is_found_by_its_words_when_its_bounds_change():
    words = "قال الرئيس إن الثقة يجب أن تعود إلى العالم."
    before = Text("a", words, language="ar").quotation("الثقة يجب أن تعود", "tokayev")
    item = record_of(before).statements[0]
    translated = about(item, "translate", en="trust must return to the world")
    better = Text("a", words, language="ar")
    better.quotation("الثقة يجب أن تعود إلى العالم", "tokayev")
    after = record_of(better, decisions=[translated])
    assert after.statements[0].id != item.id
    assert after.statements[0].translations == {"en": "trust must return to the world"}


def test_a_word_shared_at_the_edge_does_not_make_another_statement_the_same():
    words = "He said that trust must return and that the world must change its rules."
    before = Text("a", words).quotation("trust must return and", "tokayev")
    item = record_of(before).statements[0]
    other = Text("a", words).quotation("and that the world must change", "tokayev")
    after = record_of(other, decisions=[about(item, "reject")])
    assert len(after.statements) == 1
    assert after.unapplied[0].item == item.id


def test_a_claim_is_found_by_its_words():
    words = "Это первая лекция главы государства в этом университете."
    before = Text("a", words, language="ru").claim("first", "первая лекция")
    item = record_of(before).claims[0]
    better = Text("a", words, language="ru").claim("first", "первая лекция главы государства")
    after = record_of(better, decisions=[about(item, "judge", verdict="opinion")])
    assert after.claims[0].id != item.id
    assert after.claims[0].verdict.verdict == "opinion"


def test_two_events_that_share_the_words_alike_are_not_guessed():
    words = "Tokayev met Naruhito and Takaichi in Tokyo."
    one = Text("a", words).event("talks", "met", "tokayev naruhito takaichi", date="2025-12-18")
    item = record_of(one).events[0]
    two = Text("a", words)
    two.event("talks", "met", "tokayev naruhito", date="2025-12-18")
    two.event("talks", "met", "tokayev takaichi", date="2025-12-18")
    after = record_of(two, decisions=[about(item, "reject")])
    assert len(after.events) == 2
    assert "now those of 2 items" in after.unapplied[0].reason


def test_of_two_events_of_one_description_the_words_say_which_is_meant():
    """Ids of twins are numbered in their order; a new source before them moves the numbers."""
    words = (
        "The minister spoke in Tokyo in the morning. The minister spoke in Tokyo in the evening."
    )
    text = Text("b", words)
    for phrase, hour in (("in the morning", "09:00"), ("in the evening", "19:00")):
        text.event("speech", phrase, "takaichi", date="2025-12-18", place="tokyo", begins=hour)
    record = record_of(text)
    evening = next(e for e in record.events if "evening" in e.citations[0].exact)
    twins = {e.id for e in record.events}
    assert len(twins) == 2
    other = next(i for i in twins if i != evening.id)
    # The ids are swapped, the words are not.
    swapped = Decision("reject", other, {}, "event", {other: anchor_of(evening)}, number=1, who="A")
    after = record_of(text, decisions=[swapped])
    assert [e.citations[0].exact for e in after.events] == [words.split(". ", maxsplit=1)[0] + "."]


def test_words_of_another_source_at_the_same_place_are_not_the_words():
    anchor = anchor_of(event(record_of(source("en")), "audience"))
    other = source("ja")
    finder = Finder(record_of(other).events)
    with pytest.raises(UsageError, match="not in the record any more"):
        finder.find("audience-gone", anchor)


def test_an_item_told_by_many_sources_keeps_a_few_words_of_each():
    texts = []
    for number in range(20):
        text = Text(f"s{number:02}", "Tokayev gave a lecture in Tokyo.", published="2025-12-20")
        texts.append(text.event("lecture", "lecture", "tokayev", date="2025-12-19", place="tokyo"))
    item = record_of(*texts).events[0]
    anchor = anchor_of(item)
    assert len(item.citations) == 20
    assert len(anchor.citations) == len(anchor.marks) == KEPT
    assert len({c.source_id for c in anchor.citations}) == KEPT


def test_without_words_the_id_alone_counts():
    record = record_of(source("ar"))
    finder = Finder(record.events)
    item = record.events[0]
    assert finder.find(item.id, None) is finder.find(item.id, Anchor()) is item
    finder.drop(item.id)
    with pytest.raises(UsageError, match=item.id):
        finder.find(item.id, None)


def test_what_stood_on_the_same_words_beside_it_is_not_taken_for_it():
    words = "ألقى توكاييف محاضرة في طوكيو."
    both = Text("a", words, language="ar")
    both.event("lecture", "ألقى", "tokayev", date="2025-12-18")
    both.event("talks", "ألقى", "tokayev", date="2025-12-18")
    record = record_of(both)
    talks, lecture = event(record, "talks"), event(record, "lecture")
    anchor = anchor_of(talks, Finder(record.events))
    assert anchor.beside == (lecture.id,)
    only = Text("a", words, language="ar").event("lecture", "ألقى", "tokayev", date="2025-12-18")
    reject = Decision("reject", talks.id, {}, "event", {talks.id: anchor}, number=1)
    after = record_of(only, decisions=[reject])
    assert [e.id for e in after.events] == [lecture.id]
    assert after.unapplied[0].item == talks.id


def twice_told(first, second=None):
    """Read one sentence that tells a visit twice; a letter in another source tells one more."""
    words = Text("a", "The Emperor received Tokayev on a state visit in Tokyo on Thursday.")
    words.event("visit", "state visit", "tokayev", date="2025-12", place="tokyo")
    words.event("visit", "Thursday", second or "tokayev", date="2025-12-18", place="tokyo")
    return words if first else replace(words, events=words.events[:1])


def test_what_was_rejected_does_not_come_back_as_a_second_telling_of_its_words():
    before = record_of(twice_told(first=False))
    (visit,) = before.events
    both = record_of(twice_told(first=True))
    ids = {e.id for e in both.events}
    reject = Decision(
        "reject", visit.id, {}, "event", {visit.id: anchor_of(visit)}, number=1, who="A"
    )
    assert len(ids) == 2
    assert record_of(twice_told(first=True), decisions=[reject]).events == ()
    # Somebody else's visit in the same words is another one.
    other = record_of(twice_told(first=True, second="mirziyoyev"), decisions=[reject])
    assert [e.participants for e in other.events] == [("mirziyoyev",)]
    # Who saw both and rejected one has kept the other.
    seen = {visit.id: anchor_of(visit, Finder(both.events), whole=True)}
    one = record_of(twice_told(first=True), decisions=[replace(reject, anchors=seen)])
    assert {e.id for e in one.events} == ids - {visit.id}


def test_a_lost_decision_names_what_stands_on_its_words_now():
    before = event(record_of(source("en", kinds=("audience",))), "audience")
    now = Text("a", SENTENCES["en"][0]).event("lecture", "lecture", "tokayev", date="2025-12-18")
    after = record_of(now, decisions=[about(before, "confirm")])
    assert f"there is now {after.events[0].id}" in after.unapplied[0].reason


@pytest.mark.parametrize("kind", ["talks", "lecture"])
def test_what_stood_beside_it_is_not_taken_for_it_under_another_id_either(kind):
    words = "The Emperor received Tokayev, who spoke on Thursday and then in the evening."
    first, second = "spoke", "in the evening" if kind == "lecture" else "spoke"
    both = Text("a", words).event(kind, first, "tokayev naruhito", date="2025-12-18")
    both.event("lecture", second, "tokayev", date="2025-12-22", place="tokyo")
    record = record_of(both)
    assert len(record.events) == 2
    rejected = next(e for e in record.events if "naruhito" in e.participants)
    anchor = anchor_of(rejected, Finder(record.events), whole=True)
    reject = Decision("reject", rejected.id, {}, "event", {rejected.id: anchor}, number=1)
    # Reading has taken the one back, and tells another day of the other.
    better = Text("a", words)
    better.event("lecture", second, "tokayev", date="2025-12-23", place="tokyo")
    after = record_of(better, decisions=[reject])
    assert [e.date for e in after.events] == ["2025-12-23"]
    assert after.events[0].id in after.unapplied[0].reason


def test_a_rejection_holds_when_its_tellings_are_two_events_by_now():
    texts = [
        Text("a", "Tokayev paid a visit to Tokyo.").event(
            "visit", "a visit", "tokayev", date="2025-12", place="tokyo"
        ),
        Text("b", "Tokayev came on a visit.").event("visit", "a visit", "tokayev", date="2025-12"),
        Text("c", "Mirziyoyev was on a visit.").event("visit", "a visit", "mirziyoyev"),
    ]
    before = record_of(*texts)
    visit = next(e for e in before.events if "tokayev" in e.participants)
    assert {c.source_id for c in visit.citations} == {"a", "b"}
    anchor = anchor_of(visit, Finder(before.events), whole=True)
    reject = Decision("reject", visit.id, {}, "event", {visit.id: anchor}, number=1, who="A")
    # Reading has learnt that the two are of different years.
    now = [replace(text, events=[]) for text in texts]
    now[0].event("visit", "a visit", "tokayev", date="2023-12", place="tokyo")
    now[1].event("visit", "a visit", "tokayev", date="2025-11")
    now[2].event("visit", "a visit", "mirziyoyev")
    assert len(record_of(*now).events) == 3
    after = record_of(*now, decisions=[reject])
    assert [e.participants for e in after.events] == [("mirziyoyev",)]
    assert after.unapplied == ()
    # One of the two under its old id is no reason to keep the other.
    now[1].events.clear()
    now[1].event("visit", "a visit", "tokayev", date="2025-12", place="tokyo")
    assert visit.id in {e.id for e in record_of(*now).events}
    after = record_of(*now, decisions=[reject])
    assert [e.participants for e in after.events] == [("mirziyoyev",)]

from dataclasses import replace

import pytest
from hand import Text, record_of

from sijill.citation import Citation
from sijill.documents.document import Status
from sijill.identity.judgement import BY_RULE, Verdict, judge
from sijill.identity.resolver import Identities
from sijill.record.items import DecisionNote, EventItem, Record, Telling
from sijill.review.questions import questions_of
from sijill.review.twins import twins_of
from sijill.script.scenes import TitleCard
from sijill.script.sentence import Chapter, Line, Scene, Script, ScriptSentence, SentenceKind
from sijill.tellings.parties import Parties

WORDS = Citation("s1", 0, 26, "Тоқаев Токиода дәріс оқыды")
OTHER = Citation("s2", 0, 33, "ألقى توكاييف محاضرة في جامعة هوكا")


def event(name, **more):
    return EventItem(name, "lecture", Status.HELD, (WORDS,), date="2025-12-19", **more)


def record(*events):
    return Record("T", ("KZ", "JP"), ("ar",), (), (), events, (), ())


def script(*items):
    said = ScriptSentence("1", SentenceKind.SYNTHESIS, {"ar": Line("…", "…")}, items, (WORDS,))
    scene = Scene("c-1", TitleCard({"ar": "…"}), (said, said))
    return Script({}, ("ar",), (Chapter("c", {}, (scene,)),))


def test_what_is_sure_is_not_asked_unless_all_is():
    assert questions_of(record(event("a"))) == []
    assert [q.id for q in questions_of(record(event("a")), least=0)] == ["a"]


def test_the_doubtful_is_asked_before_the_surer():
    asked = questions_of(record(event("a", confidence=0.7), event("b", confidence=0.3)))
    assert [q.id for q in asked] == ["b", "a"]


def test_what_the_film_says_goes_before_what_is_more_doubtful():
    record_ = record(event("a", confidence=0.7), event("b", confidence=0.3))
    assert [q.id for q in questions_of(record_, script("a"))] == ["a", "b"]


def test_each_value_that_sources_differ_on_has_a_key_and_its_words():
    told = (
        Telling("place", "tokyo", (WORDS,)),
        Telling("place", "sapporo", (OTHER, replace(OTHER, source_id="s3"))),
    )
    [asked] = questions_of(record(event("a", place="tokyo", tellings=told, disputed=("place",))))
    assert (asked.about, asked.subject) == ("place", ("a",))
    chosen = {c.key: (c.action, dict(c.values), c.words[:1]) for c in asked.choices}
    assert chosen["1"] == ("correct", {"place": "sapporo"}, (OTHER,))
    assert chosen["2"] == ("correct", {"place": "tokyo"}, (WORDS,))
    assert chosen["n"][0] == "reject"


def note(action, *fields, contested=()):
    return DecisionNote(3, action, "Dana", "2026-01-02T10:00:00Z", "", fields, contested)


@pytest.mark.parametrize(
    ("decided", "is_asked"),
    [
        (note("confirm"), False),
        (note("confirm", "date"), True),
        (note("correct", "date"), True),
        (note("confirm", contested=("place",)), True),
    ],
)
def test_what_a_person_settled_is_not_asked_until_a_source_speaks_against_it(decided, is_asked):
    asked = questions_of(record(event("a", confidence=0.4, decisions=(decided,))))
    assert bool(asked) is is_asked


def test_two_who_may_be_one_are_asked_about_the_likest_first():
    def unsure(left, right, score):
        return judge(left, right, Verdict.UNSURE, "sound alike", by=BY_RULE + "x", score=score)

    known = Identities({}, (), (unsure("s1#e1", "s2#e2", 0.9), unsure("s1#e1", "s3#e4", 0.5)))
    asked = questions_of(record(), None, known)
    assert [q.subject for q in asked] == [("s1#e1", "s3#e4"), ("s1#e1", "s2#e2")]
    assert [dict(c.values) for c in asked[0].choices] == [
        {"verdict": "positive"},
        {"verdict": "negative"},
    ]


def test_the_order_does_not_depend_on_that_of_the_record():
    events = [event(name, confidence=0.5) for name in "bca"]
    orders = {tuple(q.id for q in questions_of(record(*e))) for e in (events, events[::-1])}
    assert orders == {("a", "b", "c")}


def test_an_undated_event_is_asked_which_of_those_like_it_it_is():
    one = Text("a", "Tokayev gave a lecture in Tokyo.", published="2025-12-20")
    one.event("lecture", "lecture", "tokayev", date="2025-12-19", place="tokyo")
    two = Text("b", "Tokayev spoke of his lecture.", published="2026-05-02")
    two.event("lecture", "lecture", "tokayev")
    built = record_of(one, two)
    [vague] = [e for e in built.events if e.date is None]
    [clear] = [e for e in built.events if e.date is not None]
    [twins] = twins_of(built.events, Parties(built.entities))
    assert (twins.event, twins.others) == (vague, (clear,))
    [asked] = [q for q in questions_of(built, twins=[twins]) if q.about == "twins"]
    assert asked.subject == (vague.id,)
    keys = {c.key: (c.action, dict(c.values)) for c in asked.choices}
    assert keys == {"1": ("merge", {"with": [clear.id]}), "n": ("apart", {"with": [clear.id]})}


def test_events_of_other_people_are_no_twins():
    text = Text("a", "Tokayev gave a lecture. Takaichi gave a lecture.", published="2025-12-20")
    text.event("lecture", "Tokayev gave a lecture", "tokayev", date="2025-12-19")
    text.event("lecture", "Takaichi gave a lecture", "takaichi")
    built = record_of(text)
    assert len(built.events) == 2
    assert twins_of(built.events, Parties(built.entities)) == []

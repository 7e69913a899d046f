"""What fits one pair of states must fit any: an invented record of a sultan and a king."""

from __future__ import annotations

from dataclasses import replace

import pytest
from other_record import TEXT, other_record

from sijill.documents.document import Status
from sijill.errors import UsageError
from sijill.record.items import Record
from sijill.register.load import load_register
from sijill.script.chapters.economy import grant_card
from sijill.script.check import check_script
from sijill.script.compose import write_script
from sijill.script.facts import Story
from sijill.script.happenings import tell_event
from sijill.script.pruning import prune
from sijill.script.scenes import PortraitCard, ProjectCard, TitleCard
from sijill.script.sentence import Script
from sijill.script.teller import Teller
from sijill.script.untold import left_out


@pytest.fixture(scope="module")
def script() -> Script:
    return write_script(other_record())


def telling(script: Script, item: str, language: str) -> str:
    return " ".join(
        s.lines[language].show
        for _, scene in script.scenes()
        for s in scene.sentences
        if item in s.items
    )


def test_rulers_bear_the_titles_of_their_states(script: Script) -> None:
    assert "سلطان عُمان سالم بن راشد" in telling(script, "visit", "ar")
    assert "Sultan Salim bin Rashid of Oman paid a state visit to the Netherlands" in telling(
        script, "visit", "en"
    )
    assert "ملك هولندا هندريك" in telling(script, "audience", "ar")
    assert "King Hendrik of the Netherlands" in telling(script, "audience", "en")


def test_women_are_known_by_the_verb_beside_their_words_and_by_their_names(script: Script) -> None:
    assert "رئيسة وزراء هولندا ماريكه فان دن بيرغ" in telling(script, "talks", "ar")
    assert "الفنانة فاطمة الحارثي" in telling(script, "meeting", "ar")


def test_what_is_to_come_and_what_fell_through(script: Script) -> None:
    assert telling(script, "coming", "en").endswith("is due to visit Muscat in May 2031.")
    assert telling(script, "coming", "ar").startswith("ومن المقرر أن يزور")
    assert "أُلغيت" in telling(script, "cancelled", "ar")


def test_a_claim_that_no_chapter_tells_is_weighed_in_one_of_its_own() -> None:
    record = other_record()
    apart = replace(record, claims=tuple(replace(c, about=None) for c in record.claims))
    script = write_script(apart)
    chapter = next(c for c in script.chapters for s in c.scenes if s.template == "caveat_card")
    assert chapter.title["en"] == "Claims, weighed"


@pytest.mark.parametrize(
    ("status", "english", "arabic"),
    [
        (Status.PLANNED, "had been due on 4 March", "وكان من المقرر أن تجري محادثات"),
        (Status.CANCELLED, "but the meeting was cancelled", "لكن اللقاء أُلغي"),
        (Status.POSTPONED, "but the meeting was put off", "لكن اللقاء أُرجئ"),
        (Status.PROPOSED, "was proposed", "وطُرحت فكرة أن يلتقي"),
    ],
)
def test_talks_that_were_not_held_are_told_as_such(
    status: Status, english: str, arabic: str
) -> None:
    record = other_record()
    events = tuple(replace(e, status=status) if e.id == "talks" else e for e in record.events)
    script = write_script(replace(record, events=events))
    assert english in telling(script, "talks", "en")
    assert arabic in telling(script, "talks", "ar")


def test_a_plan_with_its_amount(script: Script) -> None:
    assert "worth more than 2 billion euros" in telling(script, "terminal", "en")
    # Behind a preposition, so that the number stands in the case that it is spelled in.
    assert "بقيمة أكثر من ملياري يورو" in telling(script, "terminal", "ar")
    assert "أكثر من ملياري يورو" in telling(script, "terminal", "ar")


def test_chapters_take_the_title_that_fits_the_pair(script: Script) -> None:
    titles = {chapter.id: chapter.title["en"] for chapter in script.chapters}
    assert titles["united_nations"] == "From the lectern"
    assert titles["protocol"] == "The visit"


@pytest.mark.parametrize(
    ("post", "title"), [("ambassador", "From close by"), ("expert", "How experts read it")]
)
def test_an_ambassador_is_no_expert_who_looks_on(post: str, title: str) -> None:
    record = other_record()
    envoy = tuple(
        replace(e, posts=(replace(e.posts[0], post=post, body="NL"),)) if e.id == "minister" else e
        for e in record.entities
    )
    said = replace(record.statements[-1], id="q9", speaker="minister", event=None)
    asked = replace(record, entities=envoy, statements=(*record.statements, said))
    chapter = next(c for c in write_script(asked).chapters if c.id == "experts")
    assert chapter.title["en"] == title


def test_chapters_are_those_the_record_holds_something_for(script: Script) -> None:
    ids = [chapter.id for chapter in script.chapters]
    assert not {"experts", "nuclear_security"} & set(ids)
    assert script.missing == ()
    opening = script.chapters[0].scenes[1].card
    assert isinstance(opening, TitleCard)
    assert opening.subtitle["en"] == "The Netherlands, 2031"


@pytest.mark.parametrize(
    ("title", "below"),
    [
        ("Oman and the Netherlands", "1973–2031"),
        ("The harbour", "Oman and the Netherlands, 1973–2031"),
    ],
)
def test_below_a_title_that_names_the_pair_stand_the_years_alone(title: str, below: str) -> None:
    script = write_script(other_record(), titles={"en": title})
    opening = script.chapters[0].scenes[0].card
    assert isinstance(opening, TitleCard)
    assert opening.title["en"] == title
    assert opening.subtitle == {"en": below, "ar": "عُمان وهولندا، 1973–2031"}


@pytest.mark.parametrize(
    ("told", "english", "arabic"),
    [
        ("Oman and the Netherlands", "Oman and the Netherlands", "عُمان وهولندا"),
        ("هولندا وعُمان", "The Netherlands and Oman", "هولندا وعُمان"),
        ("The harbour", "The harbour", "The harbour"),
    ],
)
def test_a_title_that_names_the_pair_does_so_in_every_language(
    told: str, english: str, arabic: str
) -> None:
    record = replace(other_record(), title=told)
    assert write_script(record).title == {"en": english, "ar": arabic}
    assert write_script(record, titles={"ar": "الميناء"}).title == {"en": english, "ar": "الميناء"}


def test_an_outline_that_a_person_gives_is_kept_to() -> None:
    asked = write_script(other_record(), chapters=("economy", "experts"))
    assert [chapter.id for chapter in asked.chapters] == ["economy", "closing"]
    assert [m.id for m in asked.missing] == ["experts"]
    with pytest.raises(UsageError, match="cuisine"):
        write_script(other_record(), chapters=("cuisine",))


def test_what_no_chapter_of_the_grammar_tells_makes_chapters_of_its_own() -> None:
    record = other_record()
    two = tuple(
        replace(event, id=f"paper-{day}", type="agreement", date=f"2031-03-{day}", part_of=None)
        for event in record.events
        if event.id == "talks"
        for day in ("20", "21")
    )
    script = write_script(replace(record, events=(*record.events, *two)))
    chapter = next(c for c in script.chapters if c.id == "documents")
    told = {i for scene in chapter.scenes for s in scene.sentences for i in s.items}
    assert {"paper-20", "paper-21"} <= told


def test_steps_that_are_left_are_told_among_the_others_in_order_of_time() -> None:
    record = other_record()
    coming = next(e for e in record.events if e.id == "coming")
    more = tuple(
        replace(coming, id=f"v{year}", status=Status.HELD, date=str(year), participants=(who,))
        for year, who in ((1980, "king"), (1991, "premier"), (1999, "minister"), (2005, "king"))
    )
    again = replace(
        next(e for e in record.events if e.id == "relations"), id="again", date="1974-01-02"
    )
    script = write_script(replace(record, events=(*record.events, *more, again)))
    chapter = next(c for c in script.chapters if c.id == "dialogue_history")
    told = [i for scene in chapter.scenes for s in scene.sentences for i in s.items]
    years = [event.date for i in told for event in (*more, again, *record.events) if event.id == i]
    assert len(set(told) & {e.id for e in more}) == len(more)
    assert years == sorted(years, key=str)
    # Of two beginnings in one source the first is a recognition: one is told, and no dispute.
    assert "established" in telling(script, "again", "en")
    assert "relations" not in told


def test_who_is_shown_beside_a_meeting_was_there() -> None:
    record = other_record()
    meeting = next(e for e in record.events if e.id == "meeting")
    without = replace(
        meeting, participants=("minister", "premier"), part_of=None, date="2030-01-02"
    )
    events = (*(e for e in record.events if e.id != "meeting"), without)
    script = write_script(replace(record, events=events))
    chapter = next(c for c in script.chapters if c.id == "people")
    [card] = [s.card for s in chapter.scenes if isinstance(s.card, PortraitCard)]
    assert card.name["en"] in ("Piet Jansen", "Marijke van den Berg")


def test_over_what_nobody_took_part_in_stand_the_two_states_and_no_face() -> None:
    record = other_record()
    alone = tuple(e for e in record.events if e.type in ("visit", "relations_established"))
    script = write_script(replace(record, events=alone))
    [scene] = [s for _, s in script.scenes() if any("relations" in t.items for t in s.sentences)]
    assert isinstance(scene.card, ProjectCard)
    assert scene.card.heading["en"] == "Milestones"
    assert [name["en"] for name in scene.card.parties] == ["Oman", "the Netherlands"]
    assert scene.card.what["en"].endswith(", 12 June 1973")


def test_of_several_hosts_the_highest_is_shown() -> None:
    record = other_record()
    talks = next(e for e in record.events if e.id == "talks")
    kept = [e for e in record.events if e.part_of is None and e.type != "signing"]
    received = (
        replace(talks, id="with-king", participants=("king", "sultan")),
        replace(talks, id="with-minister", participants=("minister", "sultan")),
    )
    script = write_script(replace(record, events=(*kept, *received)))
    chapter = next(c for c in script.chapters if c.id == "protocol")
    [card] = [s.card for s in chapter.scenes if isinstance(s.card, PortraitCard)]
    assert card.name["en"] == "Hendrik"


def test_a_claim_of_another_occasion_is_not_told_of_this_visit() -> None:
    record = other_record()
    coming = next(e for e in record.events if e.id == "coming")
    older = replace(coming, id="older", status=Status.HELD, date="2010-02-03")
    [claim] = record.claims
    script = write_script(
        replace(record, events=(*record.events, older), claims=(replace(claim, about="older"),))
    )
    chapter = next(c for c in script.chapters if c.id == "protocol")
    assert all(claim.id not in s.items for scene in chapter.scenes for s in scene.sentences)


def test_whose_post_is_over_by_now_held_it_then() -> None:
    record = other_record()
    coming = next(e for e in record.events if e.id == "coming")
    older = replace(
        coming, id="older", status=Status.HELD, date="2010-02", participants=("minister",)
    )
    entities = tuple(
        replace(e, posts=(replace(e.posts[0], body="NL", status="former", time="2010-02"),))
        if e.id == "minister"
        else e
        for e in record.entities
    )
    events = (*(e for e in record.events if e.id != "coming"), older)
    script = write_script(replace(record, entities=entities, events=events))
    assert "then foreign minister of the Netherlands" in telling(script, "older", "en")


def test_words_that_no_chapter_heard_are_heard_in_one_of_their_own() -> None:
    record = other_record()
    said = record.statements[-1]
    apart = replace(said, event=None, date=None, topic="economy")
    script = write_script(replace(record, events=(), statements=(apart,)))
    assert [c.id for c in script.chapters if telling(script, said.id, "en")]
    chapter = next(c for c in script.chapters if c.id == "voices")
    card = chapter.scenes[1].card
    assert isinstance(card, TitleCard)
    assert "Salim bin Rashid" in card.subtitle["en"]


def test_it_stands_on_its_evidence(script: Script) -> None:
    report = check_script(script, other_record(), {"en-1": TEXT})
    assert [str(f) for f in report.faults] == []


def test_a_translation_that_a_person_gave_is_quoted_and_marked() -> None:
    record = other_record()
    arabic = {"q1": "لتكبر الموانئ", "q2": "ليس للبحر أبواب"}
    translated = replace(
        record,
        statements=tuple(replace(s, translations={"ar": arabic[s.id]}) for s in record.statements),
    )
    script = write_script(translated)
    assert "«ليس للبحر أبواب» (ترجمة)." in telling(script, "q2", "ar")
    assert "وهذه ترجمة: «لتكبر الموانئ»." in telling(script, "q1", "ar")
    assert check_script(script, translated, {"en-1": TEXT}).faults == ()


def begin(record: Record) -> tuple[Story, Teller]:
    teller = Teller(record, load_register(), ("ar", "en"))
    return Story(record, teller.names), teller


def _with(*changed, **fields):
    """Give the record with fields of some of its events changed."""
    record = other_record()
    events = tuple(replace(e, **fields) if e.id in changed else e for e in record.events)
    return replace(record, events=events)


def test_a_plan_that_came_about_is_not_told_as_one_that_nobody_knows_of() -> None:
    past = {"status": Status.PLANNED, "date": "2031-02", "place": "the-hague"}
    unkept = write_script(_with("coming", participants=("sultan",), **past))
    assert "no source says" in telling(unkept, "coming", "en")
    kept = {**past, "date": "2031-03", "participants": ("sultan",)}  # talks there are of 4 March
    record = _with("coming", **kept)
    assert telling(write_script(record), "coming", "en") == ""
    written = write_script(record)
    left = {u.id: u.why for u in left_out(written, prune(written, ()), record).items}
    assert left["coming"] == "the plan was kept, as talks shows"


def test_talks_that_two_states_planned_may_be_held_by_others() -> None:
    record = other_record()
    talks = next(e for e in record.events if e.id == "talks")
    plan = replace(
        talks,
        id="plan",
        status=Status.PLANNED,
        date="2031-03",
        participants=("minister", "sultan"),
        part_of=None,
    )
    assert telling(write_script(replace(record, events=(*record.events, plan))), "plan", "en") == ""


def test_talks_that_were_planned_and_held_are_told_once() -> None:
    record = _with("talks", date="2031-03-05", status=Status.HELD)
    plan = next(replace(e, id="plan", status=Status.PLANNED, date="2031-03") for e in record.events
                if e.id == "talks")  # fmt: skip
    script = write_script(replace(record, events=(*record.events, plan)))
    assert telling(script, "talks", "en")
    assert telling(script, "plan", "en") == ""


@pytest.mark.parametrize(
    ("words_of_source", "told"),
    [
        ("lent the Sultanate 20 million euros", "there was a loan"),
        ("signed a loan agreement of 20 million euros", "a loan agreement"),
        ("signed a grant agreement of 20 million euros", "a grant agreement"),
        ("made a grant of 20 million euros", "there was a grant"),
        ("wrote off debts", "relief of debts"),
        ("gave 20 million euros", "financial support"),
    ],
)
def test_money_is_told_in_the_form_that_a_source_tells(words_of_source, told) -> None:
    record = other_record()
    cited = replace(record.events[0].citations[0], exact=words_of_source)
    given = replace(
        next(e for e in record.events if e.id == "signing"),
        id="given", type="loan_grant", citations=(cited,), details={},
    )  # fmt: skip
    story, teller = begin(replace(record, events=(*record.events, given)))
    sentence = tell_event(story, teller, given)
    assert sentence is not None
    assert told in sentence.lines["en"].show
    card = grant_card(story, teller, given)
    assert (card.stage_label["en"] == "signed") == ("agreement" in told)


def test_an_agreement_of_which_nothing_is_known_is_not_told() -> None:
    talks = next(e for e in other_record().events if e.id == "talks")
    story, teller = begin(other_record())
    paper = replace(talks, id="paper", type="agreement", part_of=None)
    assert tell_event(story, teller, replace(paper, date=None, place=None)) is None
    assert tell_event(story, teller, paper) is not None

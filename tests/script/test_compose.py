"""The whole script of a record made by hand: chapters, scenes, and how things are told."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from strong_record import CHAPTERS, TEXTS

from sijill.dates import sort_key
from sijill.documents.document import QuotationKind, Status
from sijill.errors import UsageError
from sijill.record.items import Occupancy, Record
from sijill.register.load import load_register
from sijill.script.cards import portrait
from sijill.script.chapters.day import in_order_of_day
from sijill.script.chapters.experts import _is_heard
from sijill.script.check import check_script
from sijill.script.compose import write_script
from sijill.script.facts import Story
from sijill.script.happenings import is_tellable, tell_event
from sijill.script.outline import in_order_of_time
from sijill.script.scenes import CaveatCard, DayClockCard, QuoteCard, TimelineCard
from sijill.script.sentence import Scene, Script, ScriptSentence, SentenceKind
from sijill.script.teller import Teller
from sijill.serial import dumps


def sentences(script: Script) -> list[ScriptSentence]:
    return [s for _, scene in script.scenes() for s in scene.sentences]


def shows(script: Script, language: str) -> list[str]:
    return [s.lines[language].show for s in sentences(script)]


def telling(script: Script, item: str, language: str = "ar") -> str:
    return " ".join(s.lines[language].show for s in sentences(script) if item in s.items)


def test_all_eight_chapters_in_the_order_of_the_grammar(script: Script) -> None:
    assert [chapter.id for chapter in script.chapters] == [
        "protocol",
        "experts",
        "united_nations",
        "dialogue_history",
        "nuclear_security",
        "economy",
        "people",
        "closing",
    ]
    assert script.missing == ()


def test_every_scene_type_that_the_record_can_fill(script: Script) -> None:
    templates = {scene.template for _, scene in script.scenes()}
    assert templates >= {
        "title",
        "map_route",
        "day_clock",
        "protocol_callout",
        "peers_grid",
        "portrait",
        "quote_card",
        "caveat_card",
        "timeline",
        "project_card",
        "faces_strip",
        "source_roll",
    }


def test_length_is_that_of_a_film_of_five_to_eight_minutes(script: Script) -> None:
    words = sum(len(s.lines["ar"].say.split()) for s in sentences(script))
    assert 550 <= words <= 950


def test_people_are_introduced_once_and_then_named_shortly(script: Script) -> None:
    lines = [line for line in shows(script, "ar") if "توكاييف" in line]
    full = [line for line in lines if "رئيس كازاخستان قاسم جومارت توكاييف" in line]
    assert len(full) == 1
    assert lines.index(full[0]) == 0
    assert sum("President Kassym-Jomart Tokayev of" in x for x in shows(script, "en")) == 1


def test_a_woman_in_office_is_named_and_told_as_one(script: Script) -> None:
    assert "رئيسة وزراء اليابان سناء تاكايتشي" in telling(script, "talks-takaichi")


def test_a_post_is_that_of_the_time(script: Script) -> None:
    assert "وزير خارجية كازاخستان آنذاك قاسم جومارت توكاييف" in telling(script, "dialogue-2004")
    assert "then foreign minister of Kazakhstan" in telling(script, "dialogue-2004", "en")


def test_what_was_put_off_is_never_told_as_held(script: Script) -> None:
    assert "أُرجئت" in telling(script, "kishida")
    assert "put off" in telling(script, "kishida", "en")
    assert "أُرجئت" in telling(script, "summit-2024")
    assert telling(script, "summit-next").startswith("ومن المقرر")
    assert "اقترح" in telling(script, "branch")
    assert "لا قرار" in telling(script, "branch")


def test_a_summit_of_others_is_no_next_one_of_the_series(record: Record) -> None:
    coming = next(e for e in record.events if e.id == "summit-next")
    # "He invited the Emperor to a mountain summit in his country": one of the pair, one who met.
    other = replace(
        coming, id="mountains", date="2027", place=None, participants=("naruhito", "rahmon")
    )
    told = write_script(replace(record, events=(*record.events, other)))
    assert telling(told, "mountains") == ""
    assert telling(told, "summit-next").startswith("ومن المقرر")


def test_sources_that_disagree_are_both_told(script: Script) -> None:
    told = telling(script, "embassy-kz")
    assert "فبراير 1996" in told
    assert "فبراير 1997" in told
    assert "لا تتفق المصادر" in told


def test_a_contradicted_claim_comes_with_its_counter_example(script: Script) -> None:
    for _, scene in script.scenes():
        if isinstance(scene.card, CaveatCard) and scene.card.verdict == "contradicted":
            text = " ".join(s.lines["ar"].show for s in scene.sentences)
            assert "رئيس المكسيك آنذاك إنريكي بينيا نييتو" in text
            assert "2013" in text
            return
    raise AssertionError("no contradicted claim was told")


def test_exact_words_are_spoken_in_their_language_and_shown_in_another(script: Script) -> None:
    quoted = [s for s in sentences(script) if s.kind is SentenceKind.VERBATIM]
    assert "«آلة موسيقية مقدسة»" in {s.lines["ar"].show for s in quoted}
    assert all("آلة" not in s.lines["en"].show for s in quoted)
    cards = [scene.card for _, scene in script.scenes() if isinstance(scene.card, QuoteCard)]
    assert "آلة موسيقية مقدسة" in {card.text for card in cards}


def test_reported_words_are_attributed(script: Script) -> None:
    told = telling(script, "s2")
    assert "توموهيكو أوياما من جامعة هوكايدو" in told
    assert "كازاخستان من القوى المتوسطة المسؤولة" in told


def test_the_day_is_told_in_its_order(script: Script) -> None:
    scene = next(s for _, s in script.scenes() if isinstance(s.card, DayClockCard))
    titles = [entry.title["en"] for entry in scene.card.entries]
    assert titles[0].startswith("The Emperor receives")
    luncheon, talks, dinner = (
        titles.index(t)
        for t in ("A luncheon for Tokayev", "Talks with Takaichi", "A dinner for Tokayev")
    )
    assert luncheon < talks < titles.index("Signing of 14 documents") < dinner
    assert len(titles) == len(scene.sentences)


def test_what_has_an_hour_is_put_by_it_with_what_follows(record: Record) -> None:
    told = {e.id: e for e in record.events}
    story = Story(record, Teller(record, load_register(), ("en",)).names)
    at_nine = replace(told["meiji"], details={"begins": "9:05"})
    given = [told[i] for i in ("dinner", "audience-tokayev", "luncheon", "talks-takaichi")]
    ordered = in_order_of_day(story, [*given, told["statement"], at_nine])
    assert [e.id for e in ordered] == [
        "meiji",
        "audience-tokayev",
        "luncheon",
        "talks-takaichi",
        "statement",
        "dinner",
    ]


def test_a_guest_at_table_is_not_met_a_second_time(record: Record) -> None:
    luncheon = next(e for e in record.events if e.id == "luncheon")
    again = replace(
        luncheon,
        id="talks-akishino",
        type="talks",
        participants=("kassym-jomart-tokayev", "akishino"),
        citations=luncheon.citations[:1],
        details={},
    )
    script = write_script(replace(record, events=(*record.events, again)))
    card = next(s.card for _, s in script.scenes() if isinstance(s.card, DayClockCard))
    assert not any("Akishino" in e.title["en"] for e in card.entries)


def test_timelines_are_in_order_and_within_their_limits(script: Script) -> None:
    cards = [s.card for _, s in script.scenes() if isinstance(s.card, TimelineCard)]
    assert cards
    for card in cards:
        dates = [point.date.strip("[")[:4] for point in card.points]
        assert dates == sorted(dates)
        assert 3 <= len(card.points) <= 8


def lines(scene: Scene) -> list[str]:
    return [s.lines["en"].show for s in scene.sentences]


def test_time_runs_forward_inside_a_chapter(record: Record, script: Script) -> None:
    dates = {e.id: e.date for e in record.events}
    for chapter in script.chapters:
        told = [
            sort_key(dates[s.items[0]])
            for scene in chapter.scenes
            # A case against a claim is an earlier one, and what lies before is said to.
            if not isinstance(scene.card, CaveatCard)
            and "Others had spoken there before." not in lines(scene)
            for s in scene.sentences
            if s.kind is SentenceKind.PARAPHRASE and len(s.items) == 1 and dates.get(s.items[0])
        ]
        days = [first for first, _ in told]
        assert days == sorted(days), chapter.id


def test_who_spoke_before_the_lecture_of_the_chapter_is_told_as_earlier(script: Script) -> None:
    chapter = next(c for c in script.chapters if c.id == "united_nations")
    scene = next(s for s in chapter.scenes if "Others had spoken there before." in lines(s))
    assert "2001" in lines(scene)[1]
    assert scene.sentences[0].citations


def test_what_belongs_to_no_day_stays_behind_what_it_was_given_after(record: Record) -> None:
    first, second, third = record.events[:3]
    late = replace(first, id="late", date="2016")
    loose = replace(second, id="loose", date=None)
    early = replace(third, id="early", date="2004-08")
    assert [e.id for e in in_order_of_time([late, loose, early])] == ["early", "late", "loose"]


def test_a_rehearsal_leaves_nothing_behind(record: Record) -> None:
    teller = Teller(record, load_register(), ("ar", "en"))
    story = Story(record, teller.names)
    visit = story.visit
    assert visit is not None
    assert is_tellable(story, teller, visit)
    assert story.used == set()
    fresh = Teller(record, load_register(), ("ar", "en"))
    assert tell_event(story, teller, visit) == tell_event(story, fresh, visit)


def test_no_two_sentences_in_a_row_open_alike(script: Script) -> None:
    for language in script.languages:
        lines = shows(script, language)
        openings = [line.split(" ")[0].strip("،,") for line in lines]
        repeated = sum(a == b for a, b in itertools.pairwise(openings))
        assert repeated <= 3, language


def test_voice_gets_no_figures_and_every_language_its_text(script: Script) -> None:
    for sentence in sentences(script):
        assert set(sentence.lines) == {"ar", "en"}
        for line in sentence.lines.values():
            assert line.show
            assert not any(sign.isdigit() for sign in line.say)


def test_only_few_sentences_are_without_evidence(script: Script) -> None:
    bare = [s for s in sentences(script) if not s.citations]
    assert all(s.kind is SentenceKind.EDITORIAL for s in bare)
    assert len(bare) == 4 + len(script.chapters)


def test_the_same_record_gives_the_same_bytes(record: Record, script: Script) -> None:
    assert dumps(write_script(record, chapters=CHAPTERS)) == dumps(script)


def test_a_chapter_the_record_cannot_carry_is_reported(record: Record) -> None:
    kinds = ("disarmament", "project", "business_meeting", "loan_grant")
    thin = replace(
        record,
        events=tuple(e for e in record.events if e.type not in kinds and "hiro" not in e.id),
        statements=(),
        claims=(),
    )
    script = write_script(thin, chapters=CHAPTERS)
    missing = {m.id: m.why["en"] for m in script.missing}
    assert set(missing) == {"experts", "nuclear_security", "economy"}
    assert "0 found, at least 1 needed" in missing["economy"]
    assert [c.id for c in script.chapters][-1] == "closing"


def test_an_empty_record_gives_a_script_with_its_sources_only(record: Record) -> None:
    empty = replace(record, events=(), statements=(), claims=())
    script = write_script(empty, chapters=CHAPTERS)
    assert [c.id for c in script.chapters] == ["closing"]
    assert len(script.missing) == 7


@pytest.mark.parametrize("change", ["no_date", "no_place", "strangers", "nobody", "plans"])
def test_a_record_with_gaps_is_still_told(record: Record, change: str) -> None:
    changed = {
        "no_date": lambda e: replace(e, date=None),
        "no_place": lambda e: replace(e, place=None),
        "strangers": lambda e: replace(e, place="nowhere", participants=("x-1", *e.participants)),
        "nobody": lambda e: replace(e, participants=()),
        "plans": lambda e: replace(e, status=Status.PLANNED),
    }[change]
    gappy = replace(record, events=tuple(changed(e) for e in record.events))
    script = write_script(gappy)
    report = check_script(script, gappy, TEXTS)
    assert [str(f) for f in report.faults] == []
    assert script.chapters[-1].id == "closing"


def test_plans_alone_tell_nothing_as_held(record: Record) -> None:
    plans = replace(record, events=tuple(replace(e, status=Status.PLANNED) for e in record.events))
    held = {"ألقى", "ألقت", "استقبل", "استقبلت", "وقّع", "وُقّعت", "عُقدت", "وافتُتحت", "زار"}
    for line in shows(write_script(replace(plans, statements=(), claims=())), "ar"):
        assert not held & set(line.split()), line


def test_one_language_alone(record: Record) -> None:
    script = write_script(record, languages=("en",))
    assert all(set(s.lines) == {"en"} for s in sentences(script))


def test_a_language_without_a_narrator_is_left_out(record: Record) -> None:
    assert write_script(record, languages=("kk", "ar", "ja")).languages == ("ar",)
    with pytest.raises(UsageError, match="kk"):
        write_script(record, languages=("kk", "ru"))


def test_the_title_is_told_per_language(record: Record) -> None:
    script = write_script(record, titles={"en": "A Strong Partner"})
    assert script.title == {"ar": record.title, "en": "A Strong Partner"}


def _portrait(record: Record, person: str, time: str) -> list[str]:
    teller = Teller(record, load_register(), ("ar", "en"))
    card = portrait(Story(record, teller.names), teller, person, time)
    return [post["en"] for post in card.posts]


def test_a_portrait_has_one_line_for_each_post(record: Record) -> None:
    person = next(e for e in record.entities if e.id == "kassym-jomart-tokayev")
    cited = person.posts[0].citations
    posts = tuple(
        Occupancy(post, "KZ", "current", time, cited)
        for post, time in (
            ("head_of_state", "2025-12-18"),
            ("head_of_state", "2025-08-25"),
            ("foreign_minister", "2004-08-28"),
            ("head_of_state", "2024-08-09"),
            ("foreign_minister", "2004"),
        )
    )
    entities = tuple(replace(e, posts=posts) if e is person else e for e in record.entities)
    lines = _portrait(replace(record, entities=entities), person.id, "2025-12-18")
    assert lines == ["President of Kazakhstan", "Foreign minister of Kazakhstan (2004)"]


def test_a_claim_that_is_the_whole_quotation_is_not_told_twice(record: Record) -> None:
    story = Story(record, Teller(record, load_register(), ("ar", "en")).names)
    said = next(s for s in record.statements if s.speaker and s.kind is QuotationKind.DIRECT)
    claim = replace(record.claims[0], text=said.text, asserted_by=said.speaker)
    assert not _is_heard(story, claim)
    story.take(said.id)
    assert _is_heard(story, claim)
    assert not _is_heard(story, replace(claim, text=said.text[: len(said.text) // 3]))

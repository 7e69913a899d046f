"""Lengths and hours are told as surely as their sources tell them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from strong_record import TEXTS, cited, event

from sijill.record.items import Record
from sijill.register.load import load_register
from sijill.script.check import check_script
from sijill.script.compose import write_script
from sijill.script.facts import Story
from sijill.script.happenings import tell_event
from sijill.script.scenes import DayClockCard, PeersGridCard
from sijill.script.sentence import Script
from sijill.script.teller import Teller
from sijill.script.told_hours import Hour, hour_as_told
from sijill.script.told_lengths import length_bound


@pytest.mark.parametrize(
    ("text", "language", "minutes", "bound"),
    [
        ("The call lasted about ten minutes.", "en", 10, "about"),
        ("They spoke for roughly twenty-five minutes.", "en", 25, "about"),
        ("The meeting lasted 20 minutes.", "en", 20, None),
        ("He stayed for more than an hour.", "en", 60, "over"),
        ("The talks took more than 90 minutes.", "en", 90, "over"),
        ("Lunch took about an hour, the talk twenty minutes.", "en", 20, None),
        ("About 40 minutes of lunch followed a talk of 20 minutes.", "en", 20, None),
        ("وتبعته مأدبة غداء دامت نحو ساعة", "ar", 60, "about"),
        ("استمر الحديث عشرين دقيقة", "ar", 20, None),
        ("دام اللقاء أكثر من ٤٠ دقيقة", "ar", 40, "over"),
        ("он около десяти минут говорил по телефону", "ru", 10, "about"),
        ("беседа длилась 20 минут", "ru", 20, None),
        ("беседа длилась более 40 минут", "ru", 40, "over"),
        ("кездесу шамамен жиырма минутқа созылды", "kk", 20, "about"),
        ("кездесу 20 минуттан астам уақытқа созылды", "kk", 20, "over"),
        ("二人はおよそ20分にわたり英語で語り合われた", "ja", 20, "about"),
        ("会談は20分間行われた", "ja", 20, None),
        ("会談は40分ほど続いた", "ja", 40, "about"),
        (
            "会談は午前11時10分から1時間40分に及び、うち1時間あまりは少人数で行われた",
            "ja",
            100,
            None,
        ),
        (
            "会談は午前11時10分から1時間40分に及び、うち1時間あまりは少人数で行われた",
            "ja",
            60,
            "over",
        ),
    ],
)
def test_a_length_is_told_as_its_words_tell_it(
    text: str, language: str, minutes: int, bound: str | None
) -> None:
    assert length_bound([(text, language)], minutes) == bound


def test_one_source_that_says_about_is_enough() -> None:
    told = [("for twenty minutes", "en"), ("およそ20分にわたり", "ja")]
    assert length_bound(told, 20) == "about"


@pytest.mark.parametrize(
    ("text", "language", "begins", "hour"),
    [
        ("午前11時半すぎ、陛下は大統領と握手を交わし", "ja", "11:30", Hour("after")),
        ("会談は午前11時10分から1時間40分に及び", "ja", "11:10", Hour()),
        ("日本時間午後7時ごろ", "ja", "19:00", Hour("about")),
        (
            "Вечером, в 19:15 по токийскому времени, он",
            "ru",
            "19:15",
            Hour(None, ("токийскому", "ru")),
        ),
        ("в 19:15 по местному времени", "ru", "19:15", Hour()),
        ("около 19:15 он говорил", "ru", "19:15", Hour("about")),
        ("Talks began shortly after 10 a.m.", "en", "10:00", Hour("after")),
        ("Talks began at 7:15 p.m. Tokyo time.", "en", "19:15", Hour(None, ("Tokyo", "en"))),
        (
            "بدأت نحو الساعة السابعة والربع بتوقيت طوكيو",
            "ar",
            "19:15",
            Hour("about", ("طوكيو", "ar")),
        ),
        ("بدأت في السابعة والربع", "ar", "19:15", Hour()),
        ("сағат 10:00 шамасында басталды", "kk", "10:00", Hour("about")),
    ],
)
def test_an_hour_is_told_as_its_words_tell_it(
    text: str, language: str, begins: str, hour: Hour
) -> None:
    assert hour_as_told([(text, language)], begins) == hour


def _told(record: Record, words: str, **details: str | int | float) -> dict[str, str]:
    """Tell a telephone call that a Russian source tells in these words."""
    call = event(
        "call",
        "phone_call",
        "2024-08-09",
        None,
        "kassym-jomart-tokayev fumio-kishida",
        replace(cited("13", "9 августа"), exact=words),
    )
    call = replace(call, details=details)
    teller = Teller(record, load_register(), ["ar", "en"])
    sentence = tell_event(Story(record, teller.names), teller, call)
    assert sentence is not None
    return {lang: line.show for lang, line in sentence.lines.items()}


def test_about_and_the_clock_of_another_place_are_said(record: Record) -> None:
    words = "Вечером, в 19:15 по токийскому времени, он около десяти минут говорил по телефону"
    lines = _told(record, words, begins="19:15", minutes=10)
    assert "at 19:15 Tokyo time" in lines["en"]
    assert "for about ten minutes" in lines["en"]
    assert "عند الساعة 19:15 بتوقيت طوكيو" in lines["ar"]
    assert "نحو عشر دقائق" in lines["ar"]


def test_the_place_of_the_clock_stands_the_check(record: Record) -> None:
    told = cited("13", "в 19:15 по токийскому времени, он около десяти минут говорил по телефону")
    given = replace(
        record,
        events=tuple(
            replace(e, citations=(told,)) if e.type == "phone_call" else e for e in record.events
        ),
        entities=tuple(
            replace(e, names={**e.names, "ru": "Токио"}) if e.id == "tokyo" else e
            for e in record.entities
        ),
    )
    script = write_script(given)
    lines = [s.lines["en"].show for _, scene in script.scenes() for s in scene.sentences]
    assert [line for line in lines if "19:15 Tokyo time" in line]
    faults = check_script(script, given, TEXTS).faults
    assert not [fault for fault in faults if "Tokyo" in str(fault) or "طوكيو" in str(fault)]


def test_an_hour_by_an_unknown_clock_is_not_said(record: Record) -> None:
    lines = _told(record, "в 19:15 по ахметовскому времени он говорил", begins="19:15")
    assert "19:15" not in lines["en"]
    assert "19:15" not in lines["ar"]


def test_the_audience_lasts_as_long_as_its_sources_say(record: Record) -> None:
    told = " ".join(
        sentence.lines["en"].show
        for _, scene in write_script(record).scenes()
        for sentence in scene.sentences
    )
    assert "shortly after 11:30" in told
    assert "about 20 minutes" in told


def test_guests_side_by_side_show_a_length_only_where_all_have_one(record: Record) -> None:
    events = [
        replace(e, details={}) if e.type == "audience" and "sadyr-japarov" in e.participants else e
        for e in record.events
    ]
    assert events != list(record.events)
    untimed = replace(record, events=tuple(events))
    for given, timed in ((record, True), (untimed, False)):
        grids = [
            s.card for _, s in write_script(given).scenes() if isinstance(s.card, PeersGridCard)
        ]
        assert grids
        assert [("minute" in p.line["en"]) for g in grids for p in g.peers] == [timed] * 5


def test_a_day_hour_by_hour_shows_how_surely_an_hour_is_told(script: Script) -> None:
    cards = [s.card for _, s in script.scenes() if isinstance(s.card, DayClockCard)]
    assert [(e.time, e.bound) for card in cards for e in card.entries if e.time] == [
        ("11:30", "after")
    ]

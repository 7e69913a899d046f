"""How long a meeting lasted, when it began, and on which day, told beside it or right after."""

import pytest
from marked import read_marked

from sijill.events.finder import find_events

KING = "⟦person#e1!monarch@NO:{}⟧"
GUEST = "⟦person#e2!head_of_state@GH:{}⟧"
DAY = "⟦date=2025-03-11:{}⟧"


def details(body, language, kind="audience"):
    document = read_marked("Head\n\n" + body, language, published="2025-03-14")
    return next({**e.details, "date": e.date} for e in find_events(*document) if e.type == kind)


@pytest.mark.parametrize(
    ("language", "body", "minutes"),
    [
        (
            "en",
            f"King {KING.format('Olav')} received President {GUEST.format('Bo')} on "
            f"{DAY.format('Tuesday')}. The conversation lasted twenty minutes, and a state banquet "
            "of about two hours followed.",
            (20, 120),
        ),
        (
            "ar",
            f"استقبل الملك {KING.format('أولاف')} الرئيس {GUEST.format('بو')} {DAY.format('الثلاثاء')}. "
            "واستمر الحديث عشرين دقيقة، وتبعته مأدبة غداء دامت نحو ساعة.",
            (20, 60),
        ),
        (
            "ru",
            f"Король {KING.format('Олаф')} принял президента {GUEST.format('Бо')} "
            f"{DAY.format('во вторник')}. Разговор продолжался двадцать минут, затем был дан "
            "обед, который длился около часа.",
            (20, 60),
        ),
    ],
)
def test_the_next_sentence_tells_the_length_of_the_one_and_not_of_the_other(
    language, body, minutes
):
    assert details(body, language)["minutes"] == minutes[0]
    assert details(body, language, "banquet")["minutes"] == minutes[1]


def test_a_detail_keeps_the_sentence_that_tells_it():
    body = (
        f"King {KING.format('Olav')} received President {GUEST.format('Bo')} on "
        f"{DAY.format('Tuesday')}. The conversation lasted twenty minutes."
    )
    document = read_marked("Head\n\n" + body, "en", published="2025-03-14")
    [audience] = [e for e in find_events(*document) if e.type == "audience"]
    text = document[0].text
    told = {name: text[at.start : at.end] for name, at in audience.told_in.items()}
    assert told == {"minutes": "The conversation lasted twenty minutes."}
    body = f"{KING.format('Olav')} held talks with {GUEST.format('Bo')} for twenty minutes."
    document = read_marked("Head\n\n" + body, "en", published="2025-03-14")
    assert all(not event.told_in for event in find_events(*document))


def test_hours_and_their_minutes_are_one_length():
    body = (
        f"President {GUEST.format('Bo')} held talks with Prime Minister "
        "⟦person#e3!head_of_government@NO:Aas⟧ for an hour and forty minutes."
    )
    assert details(body, "en", "talks")["minutes"] == 100
    body = (
        f"{GUEST.format('ボー')}大統領と⟦person#e3!head_of_government@NO:オース⟧首相の会談は"
        "午前11時10分から1時間40分に及んだ。"
    )
    told = details(body, "ja", "talks")
    assert (told["minutes"], told["begins"]) == (100, "11:10")


def test_the_time_at_which_it_ended_is_not_when_it_began():
    body = (
        f"{GUEST.format('ボー')}大統領と⟦person#e3!head_of_government@NO:オース⟧首相の会談が"
        "午後7時18分まで続いた。"
    )
    assert "begins" not in details(body, "ja", "talks")
    body = f"King {KING.format('Olav')} met President {GUEST.format('Bo')} until 11:40."
    assert "begins" not in details(body, "en")


def test_half_past_and_the_afternoon_are_read():
    body = (
        f"{GUEST.format('ボー')}大統領は⟦person#e3!head_of_government@NO:オース⟧首相と会談した。"
        "午後3時半に始まり、およそ20分にわたり語り合った。"
    )
    told = details(body, "ja", "talks")
    assert (told["minutes"], told["begins"]) == (20, "15:30")


def test_the_day_is_told_by_the_sentence_that_says_when_it_began():
    body = (
        f"King {KING.format('Olav')} received President {GUEST.format('Bo')}. "
        f"It began at 11:30 on {DAY.format('Tuesday')}."
    )
    told = details(body, "en")
    assert (told["date"], told["begins"]) == ("2025-03-11", "11:30")


def test_another_happening_ends_what_the_next_sentences_tell():
    body = (
        f"King {KING.format('Olav')} received President {GUEST.format('Bo')}. He held talks with "
        "Prime Minister ⟦person#e3!head_of_government@NO:Aas⟧, which lasted forty minutes."
    )
    assert "minutes" not in details(body, "en")
    assert details(body, "en", "talks")["minutes"] == 40


@pytest.mark.parametrize(
    ("next_days", "date"),
    [
        # Who will meet somebody may stay on; who goes on to another town is on the last stage.
        ("will give a lecture in ⟦place#e4=PE:Lima⟧ on", "2025-03-11/.."),
        ("will travel to ⟦place#e5=PE:Cusco⟧ on", "2025-03-11/2025-03-15"),
    ],
)
def test_a_meeting_to_come_does_not_end_a_visit(next_days, date):
    body = (
        f"President {GUEST.format('Bo')} arrived in ⟦place#e3=PE:Peru⟧ on {DAY.format('Tuesday')} "
        f"on a state visit. President {GUEST.format('Bo')} {next_days} "
        "⟦date=2025-03-15:Saturday⟧."
    )
    assert details(body, "en", "visit")["date"] == date

"""Houses of state told by a word, and lengths of half an hour: signals where somebody meets."""

import pytest
from marked import read_marked

from sijill.events.finder import find_events
from sijill.reading.signals import find_signals

A = "⟦person#e1!head_of_state@PE:{}⟧"
B = "⟦person#e2!head_of_state@GH:{}⟧"


def houses(marked, language):
    parts = read_marked(f"Title\n\n{marked}", language, published="2025-03-14")
    found = find_signals(*parts, find_events(*parts))
    return [s.text for s in found if s.signal == "residence_or_palace"]


@pytest.mark.parametrize(
    ("language", "marked", "words"),
    [
        ("en", f"{A.format('Li')} met {B.format('Bo')} at his official residence.",
         "at his official residence"),
        ("ar", f"التقى {A.format('سليم')} {B.format('بدر')} في دارته.", "في دارته"),
        ("ar", f"التقى {A.format('سليم')} {B.format('بدر')} بالقصر الملكي.", "بالقصر الملكي"),
        ("ru", f"{A.format('Варга')} встретился с {B.format('Бо')} в своей резиденции.",
         "в своей резиденции"),
        ("kk", f"{A.format('Бек')} {B.format('Бо')}мен Ақордада кездесті.", "Ақордада"),
        ("ja", f"{A.format('水谷')}大統領は{B.format('坊')}大統領と公邸で会談した。", "公邸で"),
    ],
)  # fmt: skip
def test_a_house_of_state_without_a_name_is_told_by_its_word(language, marked, words):
    assert houses(marked, language) == [words]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "The cook slept at his official residence."),
        ("kk", "Ақордада жөндеу жүріп жатыр."),
        ("ja", "公邸で猫が飼われている。"),
    ],
)
def test_a_house_in_which_nobody_meets_is_no_signal(language, marked):
    assert houses(marked, language) == []


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", f"{A.format('Li')} met {B.format('Bo')} for half an hour."),
        ("ar", f"التقى {A.format('سليم')} {B.format('بدر')} نصف ساعة."),
    ],
)
def test_half_an_hour_is_the_length_of_a_meeting(language, marked):
    parts = read_marked(f"Title\n\n{marked}", language, published="2025-03-14")
    found = find_signals(*parts, find_events(*parts))
    assert "meeting_length" in [s.signal for s in found]


def test_half_an_hour_of_no_meeting_is_no_length():
    parts = read_marked("Title\n\nThe cook slept for half an hour.", "en")
    assert find_signals(*parts, find_events(*parts)) == ()


def test_monarch_and_premier_of_one_day_may_be_told_in_two_sentences():
    marked = (
        "見出し\n\n⟦person#e1!head_of_government@TH:ナリニー⟧首相と会談した。"
        "同日夕には⟦person#e2!monarch@TH:国王⟧に謁見した。"
    )
    parts = read_marked(marked, "ja")
    assert "same_day_monarch_and_hog" in {s.signal for s in find_signals(*parts)}
    marked = marked.replace("首相と会談した。", "首相と会談した。\n\n")
    parts = read_marked(marked, "ja")
    assert "same_day_monarch_and_hog" not in {s.signal for s in find_signals(*parts)}


def signals_of(marked, language):
    parts = read_marked(f"Title\n\n{marked}", language, published="2025-03-14")
    return [(s.signal, s.text) for s in find_signals(*parts, find_events(*parts))]


@pytest.mark.parametrize(
    ("language", "words", "told"),
    [
        ("ar", "وقع ⟦person#e1!minister@PE:سليم⟧ و⟦person#e2!minister@GH:بدر⟧ سبع اتفاقيات.",
         ("documents_signed", "سبع اتفاقيات")),
        ("en", f"{A.format('Li')} met {B.format('Bo')}; the talks lasted an hour and ten minutes.",
         ("meeting_length", "an hour and ten minutes")),
        ("en", f"{A.format('Li')} met {B.format('Bo')} for half an hour.",
         ("meeting_length", "half an hour")),
    ],
)  # fmt: skip
def test_a_number_is_shown_whole_and_with_no_end_of_the_word_before(language, words, told):
    assert told in signals_of(words, language)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", f"It was the first day of the state visit of {A.format('Li')} to Ghana."),
        ("kk", f"{A.format('Ли')} алғашқы күні сапар аясында музейді аралады."),
    ],
)
def test_the_first_day_of_a_visit_is_no_first_visit(language, words):
    assert "first_visit" not in [signal for signal, _ in signals_of(words, language)]


def test_a_monarch_met_alone_and_then_with_ministers_is_met_once():
    king, guest = "⟦person#e1!monarch@GH:{}⟧", "⟦person#e2!head_of_state@PE:{}⟧"
    marked = (
        f"{king.format('King Bo')} received {guest.format('Li')} in ⟦place#p1@GH:Accra⟧ on "
        f"⟦date=2025-03-10:Monday⟧. {king.format('The King')} and {guest.format('Li')} then held "
        "talks with ⟦person#e3!minister@GH:Ata⟧."
    )
    told = [signal for signal, _ in signals_of(marked, "en")]
    assert told.count("monarch_meeting") == 1

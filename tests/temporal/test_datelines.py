"""A text without a day of publication speaks from the day of its dateline."""

import pytest

from sijill.documents.document import Document
from sijill.documents.sentences import split_sentences
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register
from sijill.temporal.datelines import day_of_dateline, day_told_in
from sijill.temporal.times import find_dates


def day(text, language):
    return day_of_dateline(Document("s1", text, language), split_sentences(text, language))


#: A line over a text is short; one that goes on like this is a paragraph of it.
_LONG_AR = "في مقر وزارة الخارجية بحضور عدد من كبار المسؤولين في البلدين"

DATELINES = [
    ("en", "Envoys meet\n\nBy Ann Lee\n\nQUITO, May 7, 2024 - Two envoys met today."),
    ("en", "Quito, 7 May 2024. Two envoys met today."),
    ("ar", "لقاء\n\nكيتو – 7 مايو 2024\n\nالتقى السفيران اليوم."),
    ("ru", "Встреча\n\nКИТО, 7 мая 2024 года. /АБВ/. Послы встретились сегодня."),
    ("ru", "Встреча\n\nКито. 7 мая 2024 года. Послы встретились сегодня."),
    ("en", "Envoys meet\n\nQUITO, May 7, 2024 (The Gulf Courier) - Two met on Monday."),
    ("kk", "Кездесу\n\nКито, 2024 жылғы 7 мамыр\n\nЕлшілер бүгін кездесті."),
    ("ja", "会談\n\n【キト2024年5月7日】両大使が会談した。"),
    ("ar", "لقاء\n\nكيتو — «وكالة أنباء الأنديز» — 7 مايو 2024\n\nالتقى السفيران اليوم."),
    ("ar", "رئاسة الجمهورية\nبيان صحفي\nكيتو في 7 مايو 2024\n\nالتقى السفيران اليوم."),
    (
        "ar",
        "لقاء\n\nجريدة «المنبر» — ثقافة وفنون — الثلاثاء 7 مايو 2024\nكتبت: هالة منصور\n\nبدأ الحفل.",
    ),
    (
        "en",
        "Envoys meet\n\nCentre for Andean Policy, Quito. Working note. Published 7 May 2024\n\nTwo met.",
    ),
    ("en", "Envoys meet\n\nAndes Business | 7 May 2024 | By Ann Lee\n\nTwo envoys met."),
    ("en", "Envoys meet\n\nThe Silk Courier, 7 May 2024. By Ann Lee\n\nTwo envoys met."),
    (
        "ru",
        "Встреча\n\nГазета «Вечерний Кито», 7 мая 2024 г.\nАвтор: Иван Петров\n\nПослы встретились.",
    ),
    ("kk", "Кездесу\n\n«Дала» ақпарат агенттігі, 2024 жылғы 7 мамыр\n\nЕлшілер кездесті."),
    ("ar", f"لقاء\n\nكيتو في 7 مايو 2024 (وكالة الأنديز) – التقى السفيران {_LONG_AR}."),
    ("ar", f"لقاء\n\nكيتو (وكالة الأنديز) 7 مايو 2024 – التقى السفيران {_LONG_AR}."),
    ("ar", f"لقاء\n\nكيتو - وكالة الأنديز - 7 مايو 2024: التقى السفيران {_LONG_AR}."),
    (
        "ja",
        "会談\n\nキト（2024年5月7日、アンデス通信）両大使は、この日の会談で協力の強化を確認した。",
    ),
]


@pytest.mark.parametrize(("language", "text"), DATELINES)
def test_a_dateline_tells_the_day_of_the_text(language, text):
    assert day(text, language) == "2024-05-07"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Envoys meet\n\nOn May 7, 2024 two envoys met in Quito."),
        ("en", "Envoys meet\n\nMay 7, 2024 was a day of joy."),
        ("ru", "Встреча\n\n7 мая 2024 года послы встретились."),
        ("ja", "会談\n\n2024年5月7日、両大使が会談した。"),
        ("en", "Envoys meet\n\nQUITO, May 7 - Two envoys met."),
        ("en", "A chronicle\n\nMay 7, 2024 – Two envoys meet in Quito.\nMay 9, 2024 – They part."),
        ("en", "He died in Quito on 7 May 2024.\n\nIt was a loss."),
        ("ar", f"لقاء\n\nوقع السفيران في 7 مايو 2024 (يوم الثلاثاء) اتفاقا {_LONG_AR}."),
        ("en", f"A treaty\n\nThe treaty of 7 May 2024 (signed in Quito) {'is to be kept ' * 5}."),
        (
            "ja",
            "会談\n\n首相（2024年5月7日、就任当時）は、両国の協力を強化する考えを国会で示していた。",
        ),
        ("en", "What the two heads of state wrote in Quito, 7 May 2024\n\nIt began long before."),
        (
            "en",
            f"Envoys\n\n{'They met for a long time. ' * 5}\n\nThe two envoys in the garden of the embassy, 7 May 2024",
        ),
    ],
)
def test_a_day_of_something_done_is_no_dateline(language, text):
    assert day(text, language) is None


def test_the_reader_counts_from_the_dateline_and_says_so():
    reader = Reader(load_register())
    text = "Envoys meet\n\nQUITO, May 7, 2024 - The two envoys met yesterday."
    reading = reader.read(Document("s1", text, "en"))
    values = {m.text: m.value for m in reading.mentions if m.kind.value == "date"}
    assert values["yesterday"] == "2024-05-06"
    assert reading.published is None
    assert any(layer == "published" and "2024-05-07" in what for _, layer, what in reader.notes)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It was free in 1991. She is due in October."),
        ("ru", "Она независима с 1991 года. Визит пройдёт в октябре."),
    ],
)
def test_without_any_day_of_its_own_a_month_has_no_year_of_another_sentence(language, text):
    found = find_dates(Document("s1", text, language), split_sentences(text, language))
    assert found[-1].value is None


@pytest.mark.parametrize("dateline", ["OSLO, 17 May (NW). - ", "OSLO, 17 May (NW) - "])
def test_what_follows_a_dateline_keeps_its_day(dateline):
    text = f"Envoys meet\n\n{dateline}Foreign Minister Ana Kos met Prime Minister Jens Lund."
    reading = Reader(load_register()).read(Document("s1", text, "en", "2024-05-18"))
    assert [(e.type, e.date) for e in reading.events] == [("talks", "2024-05-17")]


def test_the_dates_of_a_life_are_no_dateline():
    text = "Диас\n\nХорхе Диас (12 марта 1968, Лима – 4 мая 2023, Рига) был послом Чили в Латвии."
    assert day_told_in(text, "ru") is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "سيرة\n\nخوان سوسا (ولد في ليما، 3 أبريل 1961) - سياسي من بيرو."),
        ("ar", "سيرة\n\nولد خوان سوسا (ليما، 3 أبريل 1961)، وهو سياسي من بيرو."),
        ("ar", "سيرة\n\nخوان سوسا (ليما، 3 أبريل 1901 – كيتو، 5 مايو 1980) سياسي من بيرو."),
        ("en", "A life\n\nJuan Sosa (born Lima, 3 April 1961) – politician."),
        ("en", "A life\n\nJuan Sosa (Lima, 3 April 1901 – Quito, 5 May 1980) – politician."),
        ("ru", "Жизнь\n\nХуан Соса (родился в Лиме, 3 апреля 1961) — политик."),
    ],
)
def test_when_somebody_was_born_is_no_dateline(language, text):
    assert day(text, language) is None

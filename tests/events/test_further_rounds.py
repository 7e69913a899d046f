"""“The next round” is one more of the kind told right before it, and of nothing else."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register

HELD = ("ministerial_dialogue", "held", "2024-05-03")
TALKS = {
    "en": "Kenya and Peru held the second round of political consultations in Nairobi on 3 May. ",
    "ar": "عقدت كينيا وبيرو الجولة الثانية من المشاورات السياسية في نيروبي في 3 مايو. ",
    "ru": "Кения и Перу провели второй раунд политических консультаций в Найроби 3 мая. ",
    "kk": "Кения мен Перу 3 мамырда Найробиде саяси консультациялардың екінші раундын өткізді. ",
    "ja": "ケニアとペルーは3日、ナイロビで第2回政策協議を行った。",
}


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def events(reader, language, text):
    found = reader.read(Document("d", text, language, "2024-05-06")).events
    return [(e.type, e.status.value, e.date) for e in found]


@pytest.mark.parametrize(
    ("language", "behind"),
    [
        ("en", "The next round will be held in Lima in March 2025."),
        ("en", "The next round is expected in Lima in March 2025."),
        ("en", "Their next meeting is planned for March 2025 in Lima."),
        ("ar", "ومن المنتظر أن تعقد الجولة المقبلة في ليما في مارس 2025."),
        ("ar", "وسيعقد الاجتماع المقبل في ليما في مارس 2025."),
        ("ru", "Следующий раунд пройдет в Лиме в марте 2025 года."),
        ("ru", "Следующая встреча состоится в Лиме в марте 2025 года."),
        ("ru", "Следующее заседание намечено на март 2025 года в Лиме."),
        ("kk", "Келесі раунд 2025 жылғы наурызда Лимада өтеді."),
        ("kk", "Келесі кездесу 2025 жылғы наурызда Лимада өтеді."),
        ("ja", "次回の協議は2025年3月にリマで開かれる。"),
        ("ja", "次回は2025年3月にリマで開催される予定だ。"),
    ],
)
def test_a_round_to_come_is_planned(reader, language, behind):
    planned = ("ministerial_dialogue", "planned", "2025-03")
    assert events(reader, language, TALKS[language] + behind) == [HELD, planned]


def test_a_round_that_followed_was_held(reader):
    text = TALKS["en"] + "The following session took place in Lima in March."
    assert events(reader, "en", text) == [HELD, ("ministerial_dialogue", "held", "2024-03")]


@pytest.mark.parametrize(
    ("language", "behind"),
    [
        ("en", "The next round of elections will be held in Peru in June."),
        ("en", "The next session of parliament will be held in Lima in June."),
        ("ar", "وستعقد الدورة المقبلة للجمعية العامة في نيويورك في سبتمبر."),
        ("ru", "Следующий раунд выборов пройдет в Перу в июне."),
        ("kk", "Парламенттің келесі отырысы Лимада маусымда өтеді."),
        ("ja", "ペルー議会の次回会議は6月に開かれる。"),
        ("en", "The president said the next round of drinks is on him."),
        ("ar", "وسيشارك الوفد في الاجتماع المقبل لمنظمة أوبك في فيينا في يونيو."),
        ("kk", "Келесі кездесу футболдан маусымда өтеді."),
    ],
)
def test_a_round_of_something_else_is_none(reader, language, behind):
    assert events(reader, language, TALKS[language] + behind) == [HELD]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Prices rose in May. The next round will be held in Lima in March 2025."),
        ("ar", "ارتفعت الأسعار. وستعقد الجولة المقبلة في ليما في مارس 2025."),
        ("ru", "Цены выросли. Следующий раунд пройдет в Лиме в марте 2025 года."),
    ],
)
def test_where_nothing_was_told_before_it_is_none(reader, language, text):
    assert events(reader, language, text) == []

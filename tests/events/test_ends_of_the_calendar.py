"""Nothing happens outside of the calendar, and what happens has a time that is EDTF, or none."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register
from sijill.temporal.clock import if_edtf

TEXTS = {
    "en": "The foreign minister of Ghana, Ama Boateng, arrived in Lima on Sunday for a three-day"
    " visit. The talks ended on Friday. The day after the talks they signed an agreement. Her next"
    " visit, planned for Monday, was put off. She will visit Oslo next weekend.",
    "ru": "Министр иностранных дел Ганы Ама Боатенг прибыла в Лиму в воскресенье с трёхдневным"
    " визитом. Переговоры завершились в пятницу. На следующий день после переговоров подписали"
    " соглашение. Визит, намеченный на понедельник, отложен.",
    "ar": "وصلت وزيرة خارجية غانا أما بواتنغ إلى ليما يوم الأحد في زيارة تستغرق ثلاثة أيام."
    " واختتمت المحادثات يوم الجمعة. وفي اليوم التالي للمحادثات وقع الجانبان اتفاقا.",
    "kk": "Гананың сыртқы істер министрі Ама Боатенг жексенбіде Лимаға үш күндік сапармен келді."
    " Келіссөздер жұмада аяқталды. Дүйсенбіге жоспарланған сапар кейінге қалдырылды.",
    "ja": "ガーナのアマ・ボアテン外相は26日、3日間の日程でリマに到着した。31日に会談が終わった。"
    "会談の翌日に署名した。来年5月に再び訪れる。",
}


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


@pytest.mark.parametrize("published", ["9999-12-31", "9999-12", "0001-01-01"])
@pytest.mark.parametrize("language", TEXTS)
def test_a_text_of_the_last_or_first_day_is_read_whole(reader, language, published):
    reading = reader.read(Document("t", "Head\n\n" + TEXTS[language], language, published))
    assert reader.faults == []
    assert reading.events
    assert all(e.date is None or if_edtf(e.date) == e.date for e in reading.events)


def test_a_deadline_told_by_the_moon_is_the_last_of_its_days(reader):
    # Of 21, 22 or 23 February 2026.
    text = "Head\n\nستزور وزيرة خارجية غانا أما بواتنغ ليما قبل 5 رمضان 1447هـ."
    (visit,) = reader.read(Document("t", text, "ar", "2026-01-31")).events
    assert (visit.type, visit.date) == ("visit", "../2026-02-23")

"""A paper of years ago is of the two states that the paragraph tells, not of today's ministers."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register

TEXTS = {
    "en": "Foreign Minister Liga Ozola of Latvia met Foreign Minister Jean Obame of Gabon in Riga on "
    "Monday.\n\nThe two countries established diplomatic relations in December 1995. A trade "
    "agreement initialled in Lomé in 2021 has yet to be ratified.",
    "ru": "Министр иностранных дел Латвии Лига Озола встретилась в Риге с министром иностранных дел "
    "Габона Жаном Обамом в понедельник.\n\nСтраны установили дипломатические отношения в декабре "
    "1995 года. Торговое соглашение было подписано в Ломе в 2021 году.",
    "kk": "Латвияның сыртқы істер министрі Лига Озола дүйсенбіде Ригада Габонның сыртқы істер "
    "министрі Жан Обаммен кездесті.\n\nЕкі ел 1995 жылғы желтоқсанда дипломатиялық қатынас орнатты. "
    "Сауда келісіміне 2021 жылы Ломеде қол қойылды.",
    "ja": "ラトビアのリガ・オゾラ外相は9日、リガでガボンのジャン・オバム外相と会談した。\n\n"
    "両国は1995年12月に外交関係を樹立した。2021年にロメで署名された貿易協定は、まだ批准されていない。",
}


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_states_signed_what_nobody_is_told_to_have_signed(language):
    reader = Reader(load_register())
    reading = reader.read(Document("t", f"{TEXTS[language]}\n", language, "2025-06-12"))
    papers = [e for e in reading.events if e.date == "2021"]
    countries = {e.id: e.country for e in reading.entities if e.kind.value == "place"}
    assert [sorted(countries.get(p, p) for p in e.participants) for e in papers] == [["GA", "LV"]]

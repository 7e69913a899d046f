"""Where somebody goes on to is not where he was."""

import pytest
from told import found_in

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register

KOIZUMI = "⟦person#e1!head_of_government@JP:小泉純一郎⟧"


def test_a_wreath_is_not_laid_in_the_state_that_the_guest_flies_on_to():
    events = found_in(
        f"{KOIZUMI}総理は⟦date=2025-02-08:8日⟧、⟦place#p1:カザフスタン⟧を訪れた。"
        "⟦date=2025-02-09:9日⟧の午前に記念碑へ花を捧げ、次の訪問国⟦place#p2:ウズベキスタン⟧へ向かった。",
        "ja",
    )
    assert [e.place for e in events if e.type == "ceremony"] != ["p2"]
    assert "2025-02-08/2025-02-09" in {e.date for e in events if e.type == "visit"}


LIVES = [
    ("en", "Oman's ambassador to Iceland, Badr Salim, who resides in Stockholm, presented his credentials to President Anna Lind in May 2022."),
    ("ar", "ووقع سفير بيرو خوان روخاس، المقيم في بريتوريا، بروتوكولا مع نائب وزير الزراعة الناميبي بيتروس أوسيكو."),
    ("ru", "Посол Перу Хуан Рохас, проживающий в Претории, подписал протокол с министром Намибии Петрусом Усику."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), LIVES)
def test_where_somebody_lives_is_not_where_he_does_something(language, text):
    events = Reader(load_register()).read(Document("t1", f"Head\n\n{text}", language)).events
    assert [e.place for e in events] == [None]


def test_where_a_guest_comes_from_is_not_where_papers_are_signed():
    text = (
        "خبر\n\nوكانت رئيسة وزراء إستونيا ليسا تامم، التي وصلت إلى ليما قادمة من كيتو، قد اجتمعت "
        "برئيس بيرو خوان روخاس، وشهدا توقيع أربع اتفاقيات."
    )
    reading = Reader(load_register()).read(Document("t1", text, "ar", "2024-06-15"))
    names = {e.id: e.name_en for e in reading.entities}
    assert "Quito" not in {names.get(e.place) for e in reading.events}

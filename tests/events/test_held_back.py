"""What is to be held back is money or a work, and not whatever else stands in the sentence.

Money that is held back is no plan to give it, and a paper that is off now was signed once.
"""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


DONE_ALL_THE_SAME = [
    ("en", "To freeze prices, Norway granted Peru a loan of 20 million euros on Friday."),
    ("en", "During a pause in the talks, Norway granted Peru a loan of 20 million euros."),
    ("ar", "تعلق النرويج أهمية كبيرة على التعاون، وقدمت إلى بيرو قرضا بقيمة 20 مليون يورو يوم الجمعة."),
    ("ar", "توقف الوزير خوان رويس في أوسلو ووقع قرضا بقيمة 20 مليون يورو مع النرويج يوم الجمعة."),
    ("ru", "Норвегия, решив приостановить вещание, предоставила Перу кредит в 20 миллионов евро."),
    ("ru", "Чтобы заморозить цены, Перу и Норвегия подписали в пятницу соглашение в Осло."),
    ("ja", "融資の凍結を解除し、ノルウェーは17日、ペルーに2000万ユーロの融資を供与した。"),
    ("ja", "ノルウェーは17日、ペルーに2000万ユーロを供与し、支援中断の懸念を払拭した。"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), DONE_ALL_THE_SAME)
def test_what_another_clause_holds_back_is_not_put_off(reader, language, text):
    reading = reader.read(Document("x", f"Head\n\n{text}", language, "2024-05-20"))
    assert {e.status.value for e in reading.events} == {"held"}


def test_money_without_a_sum_is_held_back_too(reader):
    text = "Head\n\nNorway would suspend aid worth 20 million euros to Peru."
    reading = reader.read(Document("x", text, "en", "2024-05-20"))
    assert {e.status.value for e in reading.events} == {"postponed"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kenya would freeze a grant of 40 million dollars."),
        ("ar", "ستعلق كينيا قرضا بقيمة 40 مليون دولار."),
        ("ru", "Кения приостановит предоставление кредита в 40 миллионов долларов."),
        ("kk", "Кения 40 миллион доллар несие беруді тоқтатады."),
        ("ja", "ケニアは4000万ドルの融資を凍結する。"),
    ],
)
def test_money_that_is_to_be_held_back_is_no_plan_to_give_it(reader, language, text):
    reading = reader.read(Document("x", f"Head\n\n{text}", language, "2024-05-20"))
    assert [(e.type, e.status.value) for e in reading.events] == [("loan_grant", "postponed")]


def test_a_paper_of_a_year_gone_by_was_signed_even_if_it_is_off_now(reader):
    text = "Head\n\nKenya suspended a cooperation agreement signed in 2018."
    reading = reader.read(Document("x", text, "en", "2024-05-20"))
    told = [(e.type, e.status.value, e.date) for e in reading.events]
    assert told == [("signing", "held", "2018")]

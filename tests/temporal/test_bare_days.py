"""A day told by its number alone is of the month told last, where it lies within what was told."""

import pytest

from sijill.documents.document import Document
from sijill.documents.sentences import split_sentences
from sijill.temporal.times import find_dates


def values(text, language, published):
    document = Document("s1", text, language, published)
    return [m.value for m in find_dates(document, split_sentences(text, language))]


PLANS = [
    ("en", "He will visit Lima from 21 to 24 August. On the 22nd he will meet Bo, and on the 23rd, "
     "weather allowing, he flies on."),
    ("ru", "Он посетит Лиму 21–24 августа. 22-го он встретится с Бо, 23 числа отправится дальше."),
    ("kk", "Ол Лимаға 21–24 тамызда барады. 22-і күні Бомен кездеседі, 23-інде әрі қарай ұшады."),
    ("ar", "سيزور ليما من 21 إلى 24 أغسطس. وفي الثاني والعشرين منه يلتقي بو، وفي 23 منه يغادر."),
    ("ja", "李氏は8月21日から24日まで来訪する。22日に王氏と会談し、23日に京都を訪れる。"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), PLANS)
@pytest.mark.parametrize("published", ["2025-07-18", "2025-01-09"])
def test_a_bare_day_lies_in_the_days_of_the_plan(language, text, published):
    assert values(text, language, published)[-1] == "2025-08-23"


def test_what_was_done_is_of_no_day_still_to_come():
    text = "李氏は8月21日から24日まで来訪する。報道官は23日、記者会見した。"
    assert values(text, "ja", "2025-07-24")[-1] == "2025-07-23"


def test_what_was_done_may_stand_beside_what_begins_within_days():
    text = "李氏は25日からリマで始まる会合に先立って王氏と会談した。"
    assert values(text, "ja", "2025-07-24")[0].startswith("2025-07-25")


@pytest.mark.parametrize("word", ["来日", "訪日", "駐日", "在日", "滞日", "対日", "親日", "反日"])
def test_words_that_end_in_japan_are_no_days(word):
    assert values(f"李氏は{word}の予定を語った。", "ja", "2025-07-24") == []

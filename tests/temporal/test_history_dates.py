"""Dates of histories: they are counted from what was told last, and never from today."""

import pytest

from sijill.documents.document import Document
from sijill.documents.sentences import split_sentences
from sijill.temporal.times import evaluate_dates, find_dates


def values(language, text, published="2025-10-20"):
    document = Document("x", text, language, published)
    return [m.value for m in find_dates(document, split_sentences(text, language))]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "In April 1987 he came. The same autumn they agreed.", "1987-23"),
        ("en", "In April 1987 he came. The following spring she came.", "1988-21"),
        ("ru", "В апреле 1987 года он приехал. Той же осенью договорились.", "1987-23"),
        ("kk", "1987 жылдың сәуірінде келді. Сол күзде келісті.", "1987-23"),
        ("ja", "1987年4月、訪れた。翌春、離任した。", "1988-21"),
    ],
)
def test_a_season_is_of_the_history_that_was_told(language, text, expected):
    assert values(language, text)[-1] == expected


def test_the_following_spring_of_nothing_has_no_year():
    assert values("en", "The following spring she came.") == [None]


def test_a_new_paragraph_goes_on_with_the_history():
    text = "In 2009 he travelled there.\n\nThe following spring she came."
    document = Document("x", text, "en", "2025-10-20")
    spans = [(text.index(w), text.index(w) + len(w)) for w in ("2009", "following spring")]
    found = evaluate_dates(document, split_sentences(text, "en"), spans)
    assert list(found.values()) == ["2009", "2010-21"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ar", "في نوفمبر 2024 أرسلت شحنة. وفي الشهر التالي بعثت رسالة.", "2024-12"),
        ("ar", "في يوليو 1977 عينه. وقدم أوراقه بعد ذلك بشهر.", "1977-08"),
        ("ru", "В марте 2005 года фирма не заплатила. Месяц спустя посольство закрыли.", "2005-04"),
        ("kk", "1994 жылдың мамырында келді. Бір айдан кейін кездесті.", "1994-06"),
        ("ja", "1994年5月、死去した。1カ月後、会談した。", "1994-06"),
        ("ja", "1994年5月、来訪した。同月、会談した。", "1994-05"),
    ],
)
def test_months_are_counted_from_the_one_told(language, text, expected):
    assert values(language, text)[-1] == expected


def test_a_year_tells_no_month_to_count_from():
    assert values("ru", "В 2005 году фирма не заплатила. Месяц спустя всё закрыли.")[-1] is None


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "In May 1987 he came. Two years later, in November, she came.", "1989-11"),
        ("ru", "В мае 1993 года он приехал. Два года спустя, в ноябре, она уехала.", "1995-11"),
        ("ja", "2004年に来た。2年後の6月、訪れた。", "2006-06"),
    ],
)
def test_a_month_behind_a_year_counted_is_of_it(language, text, expected):
    assert values(language, text)[-1] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "В 1989 году он приехал. Ещё через три года он отправил письмо.", "1992"),
        ("ru", "Посол вручит верительные грамоты через десять дней.", "2025-10-30"),
        ("kk", "1994 жылы келді. Арада он жыл өткенде жабылды.", "2004"),
        ("en", "She came in May 1989. Three years after that she wrote.", "1992"),
    ],
)
def test_distances_are_counted_from_what_was_done_and_plans_from_today(language, text, expected):
    assert values(language, text)[-1] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "He was there from 16 to 18 March. On the {} he met her.",
         {"first day": "2025-03-16", "second day": "2025-03-17", "last day": "2025-03-18"}),
        ("ar", "استمرت من 16 إلى 18 مارس. ففي {} أجرى محادثات.",
         {"اليوم الأول": "2025-03-16", "اليوم الثاني": "2025-03-17",
          "اليوم الأخير": "2025-03-18"}),
        ("ru", "Она была там с 4 по 7 сентября. В {} она встретилась с ним.",
         {"первый день": "2025-09-04", "третий день": "2025-09-06",
          "последний день": "2025-09-07"}),
        ("kk", "6-8 мамырда барды. {} кездесті.",
         {"Алғашқы күні": "2025-05-06", "Екінші күні": "2025-05-07"}),
        ("ja", "8日から11日まで訪問した。{}に会談した。",
         {"初日": "2025-10-08", "2日目": "2025-10-09"}),
    ],
)  # fmt: skip
def test_a_day_of_a_visit_is_counted_from_its_first(language, text, expected):
    found = {words: values(language, text.format(words))[-1] for words in expected}
    assert found == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "وفي اليوم الثاني زارت الميناء."),
        ("ja", "6日、大統領が碑の前に立った。国賓訪問の3日目である。"),
        ("en", "On the second day he met her."),
    ],
)
def test_a_day_of_a_visit_without_its_days_is_no_day(language, text):
    assert values(language, text) in ([], ["2025-10-06"])


def test_the_day_on_which_a_plan_was_told_lies_in_the_past():
    found = values("en", "She will visit Skopje in November, the minister said on Wednesday.")
    assert found == ["2025-11", "2025-10-15"]


def test_a_span_over_a_counted_year_and_its_month_tells_the_month():
    text = "1974年に国交を結んだ。2年後の10月、訪れた。"
    document = Document("x", text, "ja", "2025-05-27")
    spans = [(text.index(w), text.index(w) + len(w)) for w in ("1974年", "2年後の10月")]
    found = evaluate_dates(document, split_sentences(text, "ja"), spans)
    assert list(found.values()) == ["1974", "1976-10"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "They met on 12 March 987.", "0987-03-12"),
        ("ru", "Это было в марте 988 года.", "0988-03"),
        ("ar", "وصل الوفد في مارس سنة 988.", "0988-03"),
        ("kk", "Олар 987 жылғы 12 наурызда кездесті.", "0987-03-12"),
        ("ja", "988年3月に訪れた。", "0988-03"),
    ],
)
def test_a_year_of_three_digits_is_one_beside_its_month(language, text, expected):
    assert values(language, text) == [expected]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "In May 300 guests came.", "May"),
        ("ru", "В мае 300 делегатов приехали.", "мае"),
        ("ar", "وفي مايو 300 مندوب.", "مايو"),
    ],
)
def test_a_month_takes_no_number_of_guests_for_its_year(language, text, words):
    document = Document("x", text, language, "2025-10-20")
    found = find_dates(document, split_sentences(text, language))
    assert [(m.text, m.value) for m in found] == [(words, "2025-05")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ja", "平成20年の訪問は6月18日に始まった。"),
        ("ru", "Визит 2008 года начался 18 июня."),
        ("ar", "زيارة عام 2008 بدأت في 18 يونيو."),
    ],
)
def test_the_day_a_visit_of_a_year_began_is_of_that_year(language, text):
    assert values(language, text)[-1] == "2008-06-18"


def test_a_marked_year_right_before_is_that_of_the_day():
    text = "The 2008 visit began on 18 June."
    document = Document("x", text, "en", "2025-10-20")
    spans = [(text.index(w), text.index(w) + len(w)) for w in ("2008", "18 June")]
    found = evaluate_dates(document, split_sentences(text, "en"), spans)
    assert list(found.values()) == ["2008", "2008-06-18"]


def test_this_year_is_the_one_told_and_this_age_is_none():
    assert values("ja", "平成20年に来た。この年、会談した。")[-1] == "2008"
    assert values("ja", "平成20年に来た。この年齢で、同年輩の人と会談した。") == ["2008"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In April 2014 she moved to Lima; a university honoured her the next year.", "2015"),
        ("In April 2014 she moved to Lima. A college will be built there next year.", "2026"),
        ("In April 2014 she moved to Lima. Prices are to drop in the next year.", "2026"),
    ],
)
def test_the_next_year_goes_on_from_what_is_told_and_next_year_from_now(text, expected):
    assert values("en", text)[-1] == expected

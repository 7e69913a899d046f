"""Numbers as sources give them, in five languages: what, how much, of when, and which disagree."""

import pytest
from hand import Text, record_of

from sijill.citation import Span, cite
from sijill.documents.document import Mention, MentionKind
from sijill.record.figure_disputes import MOST_NAMED, disagree, grain, reach, with_disputes
from sijill.record.items import FigureItem
from sijill.record.verify import verify_record


def text_of(words, language, *dates, source="a"):
    """Make a source whose dates are (words, value)."""
    text = Text(source, words, language=language, published="2026-03-01")
    for number, (told, value) in enumerate(dates):
        start = words.index(told)
        text.mentions.append(
            Mention(f"d{number}", MentionKind.DATE, start, start + len(told), told, value=value)
        )
    return text


def figures(*texts):
    record = record_of(*texts)
    assert verify_record(record, {t.source_id: t.text for t in texts}) == []
    return [(f.measure, f.bound, f.value, f.unit, f.period) for f in record.figures]


@pytest.mark.parametrize(
    ("language", "words", "date", "bound"),
    [
        ("en", "Trade with Peru reached more than $2.4 billion in 2024.", "2024", "over"),
        ("ru", "Товарооборот с Перу в 2024 году составил более 2,4 млрд долларов.",
         "2024 году", "over"),
        ("ar", "بلغ التبادل التجاري مع بيرو أكثر من 2.4 مليار دولار في عام 2024.", "عام 2024",
         "over"),
        ("kk", "Перумен сауда айналымы 2024 жылы 2,4 млрд доллардан асты.", "2024 жылы", None),
        ("ja", "ペルーとの貿易額は2024年に約24億ドルだった。", "2024年", "about"),
    ],
)  # fmt: skip
def test_an_amount_has_its_measure_its_currency_and_its_time(language, words, date, bound):
    [figure] = figures(text_of(words, language, (date, "2024")))
    assert figure == ("trade", bound, 2.4e9, "USD", "2024")


@pytest.mark.parametrize(
    ("language", "words", "change"),
    [
        ("en", "Trade was worth 3 billion yen. It was a fall of 1.9% on the year.", -1.9),
        ("ru", "Товарооборот вырос на 12,5 % и продолжает расти.", 12.5),
        ("ar", "وتراجع التبادل التجاري بنسبة 7.2% هذا العام.", -7.2),
        ("kk", "Сауда айналымы биыл 4,1%-ға төмендеді.", -4.1),
        ("ja", "貿易額は前年より5.3%増加した。", 5.3),
    ],
)
def test_a_change_has_its_direction(language, words, change):
    found = [f for f in figures(text_of(words, language)) if f[3] == "percent"]
    assert [(f[0], f[2]) for f in found] == [("trade", change)]


def test_a_share_is_no_change():
    assert figures(text_of("Copper makes up 40% of the trade with Peru.", "en")) == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "The sides signed 14 documents in Lima."),
        ("ru", "Стороны подписали 14 документов в Лиме."),
        ("ar", "ووقع الجانبان 14 وثيقة في ليما."),
        ("kk", "Тараптар Лимада 14 құжатқа қол қойды."),
        ("ja", "両国は14件の文書に署名した。"),
    ],
)
def test_what_is_counted_stands_behind_its_number(language, words):
    assert figures(text_of(words, language)) == [("documents", None, 14, "count", None)]


def test_a_year_is_no_count():
    words = "In 2025 companies from Lima came."
    assert figures(text_of(words, "en", ("2025", "2025"))) == []


def test_two_amounts_of_one_sentence_have_their_own_times():
    words = (
        "بلغ التبادل التجاري 1.5 مليار يورو في عام 2024، و1.1 مليار يورو من يناير إلى مارس 2025."
    )
    dates = (("عام 2024", "2024"), ("يناير إلى مارس 2025", "2025-01/2025-03"))
    assert [f[2:] for f in figures(text_of(words, "ar", *dates))] == [
        (1.5e9, "EUR", "2024"),
        (1.1e9, "EUR", "2025-01/2025-03"),
    ]


def test_since_leaves_the_time_open():
    words = "Investment has reached 8 billion dollars since 1993."
    assert figures(text_of(words, "en", ("1993", "1993")))[0][4] == "1993/.."


def test_two_numbers_for_one_thing_disagree_and_a_rounded_one_does_not():
    words = (
        "Sources differ on the nuclear tests: one gives about 456 tests, another 468, "
        "a third more than 450 tests."
    )
    found = record_of(text_of(words, "en")).figures
    by_value = {f.value: f for f in found}
    assert set(by_value) == {456, 468, 450}
    assert by_value[456].disputed == (by_value[468].id,)
    assert by_value[450].disputed == ()


def test_other_times_other_units_and_other_states_are_other_facts():
    one = text_of("Trade in 2024 was worth $1.8 billion.", "en", ("2024", "2024"))
    for words, *dates in (
        ("Trade in 2023 was worth $1.2 billion.", ("2023", "2023")),
        ("Trade in 2024 was worth 2.5 billion euros.", ("2024", "2024")),
        ("Exports in 2024 were worth $1.2 billion.", ("2024", "2024")),
    ):
        other = text_of(words, "en", *dates, source="b")
        assert not any(f.disputed for f in record_of(one, other).figures)
    other = text_of("Trade in 2024 was worth $1.2 billion.", "en", ("2024", "2024"), source="b")
    assert [bool(f.disputed) for f in record_of(one, other).figures] == [True, True]


def test_of_what_many_tell_the_first_of_each_other_value_is_named():
    def told(number, value):
        words = cite("s", "100", Span(0, 3))
        return FigureItem(
            f"f{number:04}", "trade", value, "USD", (words,), words, None, "2024", ("KZ", "JP")
        )

    told_twice = [told(number, value) for number, value in enumerate((1e9, 2e9, 2e9, 3e9, 3e9))]
    found = {f.id: f.disputed for f in with_disputes(told_twice)}
    assert found["f0000"] == ("f0001", "f0003")
    assert found["f0002"] == found["f0001"] == ("f0000", "f0003")
    many = with_disputes([told(number, 1e9 + 1e8 * number) for number in range(300)])
    assert {len(f.disputed) for f in many} == {MOST_NAMED}


@pytest.mark.parametrize(
    ("value", "step"),
    [(456, 1), (450, 50), (40, 10), (2e9, 5e8), (1.8e9, 1e8), (635.2e6, 1e5), (14, 1), (0, 1)],
)
def test_a_number_is_as_fine_as_it_is_written(value, step):
    assert grain(value) == pytest.approx(step)


def test_the_reach_of_a_number_holds_it_and_disagreement_is_mutual():
    texts = [text_of(f"They signed {n} documents on Monday.", "en", ("Monday", "2025-05-05"),
                     source=f"s{n}") for n in (14, 15, 40, 150)]  # fmt: skip
    found = record_of(*texts).figures
    assert len(found) == 4
    for one in found:
        low, high = reach(one)
        assert low <= one.value <= high
        assert not disagree(one, one)
        assert all(disagree(one, other) == disagree(other, one) for other in found)

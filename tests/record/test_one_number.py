"""One amount that a text gives for two measures, in five languages."""

import pytest
from hand import Text, record_of

from sijill.record.verify import verify_record


def amounts(words, language, *tellers):
    """Give what each figure measures, its value, and what else its number is told of."""
    text = Text("a", words, language=language, published="2026-03-01")
    for name in tellers:
        text.mention(name, kind="organisation")
    record = record_of(text)
    assert verify_record(record, {"a": text.text}) == []
    measure = {f.id: f.measure for f in record.figures}
    return [
        (f.measure, f.value, [measure[other] for other in f.told_otherwise]) for f in record.figures
    ]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Outlets differ on what 4 billion euros stands for. Reuters says projects will be"
         " launched for it. Kyodo calls it a target for private investment."),
        ("ru", "Источники расходятся в том, что значат 4 млрд евро. Интерфакс пишет о проектах на"
         " эту сумму. ТАСС называет это целью для частных инвестиций."),
        ("ar", "واختلفت الأخبار في وصف رقم واحد هو 4 مليارات يورو. فكتبت رويترز أن مشاريع ستُطلق"
         " بهذه القيمة. أما كيودو فذكرت أنه هدف للاستثمارات الخاصة."),
        ("kk", "4 миллиард еуроның мәні туралы деректер әртүрлі. Бір газет осы сомаға жобалар"
         " басталады деп жазады. Екіншісі бұл жеке инвестиция мақсаты дейді."),
        ("ja", "40億ユーロについて報道は食い違っている。ロイターは同額の事業を始めると伝えた。"
         "共同通信は民間投資の目標だと報じた。"),
    ],
)  # fmt: skip
def test_accounts_of_one_amount_make_it_a_figure_of_each_thing(language, words):
    assert amounts(words, language) == [
        ("projects", 4e9, ["investment"]),
        ("investment", 4e9, ["projects"]),
    ]


def test_one_amount_told_of_two_things_in_two_sentences_is_named():
    words = "Trade came to 3.2 billion dollars. Exports were worth 3.2 billion dollars."
    assert amounts(words, "en") == [("trade", 3.2e9, ["exports"]), ("exports", 3.2e9, ["trade"])]


@pytest.mark.parametrize(
    "words",
    [
        "Trade came to 3.2 billion dollars, investment to 3.2 billion dollars.",
        "Exports came to 2 billion dollars. Imports came to 2 billion dollars.",
        "Trade came to 3.2 billion dollars. Investment came to 3.3 billion dollars.",
        "Trade came to 3.2 billion dollars. Investment came to 3.2 billion euros.",
        "Trade came to 900 dollars. Investment came to 900 dollars.",
    ],
)
def test_two_amounts_that_happen_to_be_equal_are_two(words):
    found = amounts(words, "en")
    assert len(found) == 2
    assert all(others == [] for _, _, others in found)


def test_an_amount_of_a_project_alone_is_no_figure():
    assert amounts("Projects worth 4 billion euros were launched.", "en") == []


def test_an_account_with_an_amount_of_its_own_is_not_given_the_other():
    words = (
        "Outlets differ on the 4 billion euros. Reuters says projects cost 5 billion euros."
        " Kyodo calls it a target for investment."
    )
    assert amounts(words, "en") == [("investment", 4e9, [])]

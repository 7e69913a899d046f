from __future__ import annotations

import pytest

from sijill.site.amounts import amount_labels


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (2e9, "USD", ("2 مليار دولار أمريكي", "2 billion US dollars", "2 миллиарда долларов США",
                      "2 миллиард АҚШ доллары", "20億米ドル")),
        (400e6, "EUR", ("400 مليون يورو", "400 million euros", "400 миллионов евро",
                        "400 миллион еуро", "4億ユーロ")),
        (635.2e6, "USD", ("635.2 مليون دولار أمريكي", "635.2 million US dollars",
                          "635,2 миллиона долларов США", "635,2 миллион АҚШ доллары",
                          "6.352億米ドル")),
        # A price is no number of millions: its currency has the form of its own number.
        (71, "USD", ("71 دولار أمريكي", "71 US dollars", "71 доллар США", "71 АҚШ доллары",
                     "71米ドル")),
        (65.5, "USD", ("65.5 دولار أمريكي", "65.5 US dollars", "65,5 доллара США",
                       "65,5 АҚШ доллары", "65.5米ドル")),
        (1, "EUR", ("1 يورو", "1 euro", "1 евро", "1 еуро", "1ユーロ")),
        (1400, "count", ("1,400", "1,400", "1\xa0400", "1\xa0400", "1,400")),
        (-18.6, "percent", ("\u200e−18.6%", "\u200e−18.6%", "\u200e−18,6%", "\u200e−18,6%",
                            "\u200e−18.6%")),
    ],
)  # fmt: skip
def test_an_amount_is_said_in_every_language(
    value: float, unit: str, said: tuple[str, ...]
) -> None:
    assert tuple(amount_labels(value, unit).values()) == said


def test_nothing_is_rounded_away() -> None:
    assert amount_labels(1234567891, "EUR")["en"] == "1,234,567,891 euros"
    assert amount_labels(12345e6, "count")["en"] == "12,345,000,000"
    assert amount_labels(999_999, "count")["ja"] == "999,999"
    assert amount_labels(3.14159, "count")["en"] == "3.14159"
    assert amount_labels(999_999.9999, "USD")["ru"] == "999\xa0999,9999 доллара США"


def test_what_is_no_known_currency_stands_as_it_is() -> None:
    assert amount_labels(5, "XQQ")["ar"] == "5 XQQ"

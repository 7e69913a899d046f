import re
import sys

from sijill.mentions.capital_letters import _MAY_BE_CAPITAL, capital_places


def test_every_capital_may_be_one():
    capitals = (sign for sign in map(chr, range(sys.maxunicode + 1)) if sign.isupper())
    assert all(map(re.compile(_MAY_BE_CAPITAL).match, capitals))


def test_capitals_are_found_where_no_letter_stands_before():
    text = "Әлихан АҚШ-қа «Ұлы» McKay 2Ж О’Халлоран, ок Ⓐ"
    found = [text[place:].split(maxsplit=1)[0] for place in capital_places(text)]
    assert found == ["Әлихан", "АҚШ-қа", "Ұлы»", "McKay", "Ж", "О’Халлоран,", "Халлоран,"]

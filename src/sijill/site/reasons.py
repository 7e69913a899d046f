"""The reason why a decision changes nothing goes in, as the record keeps it in English; the same
reason in the languages of the page comes out.

`data/<language>/decision_reasons.tsv` has a row for each: the English with places for what differs,
and the words of the language.
"""

from __future__ import annotations

import re
from functools import cache

from sijill.languages import LANGUAGES
from sijill.record.items import LocalText
from sijill.tables import open_table

#: The language in which reasons are kept.
KEPT_IN = "en"
_PLACE = re.compile(r"\{(\w+)\}")


@cache
def _reasons(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = open_table(f"{language}/decision_reasons.tsv", ("reason", "text"))
    return tuple((_pattern(row["reason"]), row["text"]) for row in rows)


def _pattern(reason: str) -> re.Pattern[str]:
    parts = _PLACE.split(reason)
    return re.compile(
        "".join(f"(?P<{part}>.+?)" if n % 2 else re.escape(part) for n, part in enumerate(parts)),
        re.DOTALL,
    )


def reason_in_languages(reason: str) -> LocalText:
    """Say a reason in every language of the page that has words for it; empty for no reason.

    What no row fits stays in the language it is kept in.
    """
    if not reason:
        return {}
    told = {KEPT_IN: reason}
    for language in LANGUAGES:
        for pattern, text in _reasons(language):
            found = pattern.fullmatch(reason)
            if found is not None:
                told[language] = _PLACE.sub(lambda place, m=found: m[place.group(1)], text)  # type: ignore[misc]
                break
    return told

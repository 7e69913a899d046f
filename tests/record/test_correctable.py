"""What may be corrected of an item, and what is said where something may not."""

from __future__ import annotations

import pytest

from sijill.errors import UsageError
from sijill.record.correctable import Known, checked
from sijill.record.decisions import STATEMENT


def test_who_corrects_words_into_another_language_is_told_how_to_translate_them() -> None:
    with pytest.raises(UsageError) as caught:
        checked(STATEMENT, "en", "Trust must return.", Known({}, ()))
    assert "translate en=" in caught.value.remedy

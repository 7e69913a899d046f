"""Words typed for a decision are read, or refused with what to type instead."""

import pytest

from sijill.errors import UsageError
from sijill.record.asked import asked


def test_a_sign_that_is_like_a_number_is_no_line_of_the_ledger():
    with pytest.raises(UsageError, match="no line of the ledger"):
        asked("²", "withdraw", [])

import pytest
from five_languages import collection

from sijill.reuse.traces import trace_of


@pytest.fixture
def traces():
    """The traces of two texts in five languages, by source id."""
    readings, texts, who = collection()
    return {r.source_id: trace_of(r, texts[r.source_id], who) for r in readings}

"""Nothing that people of a text are told by refers to itself in a circle once the text is read."""

import gc

import pytest

from sijill.documents.document import Document
from sijill.people import resolution
from sijill.people.clusters import Cluster
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register

TEXT = """Talks in Lima

Foreign Minister Carlos Ortega of Peru met Ambassador Lars Holm in Lima on Monday. The minister said
that Holm, a former deputy minister, would leave in May. President Elena Huaman received him.
"""


def _break(*_given: object) -> None:
    raise IndexError("broken by a text")


@pytest.mark.parametrize("layer", ["_assemble", "settle_spouses", "bind_stand_ins", None])
def test_no_circle_is_left_behind_where_a_text_breaks_a_layer(
    layer: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Reader(load_register())
    reader.read(Document("first", TEXT, "en", "2024-05-06"))
    if layer is not None:
        monkeypatch.setattr(resolution, layer, _break)
    gc.collect()
    gc.disable()
    try:
        reader.read(Document("second", TEXT, "en", "2024-05-06"))
        left = sum(isinstance(one, Cluster) for one in gc.get_objects())
    finally:
        gc.enable()
    assert bool(reader.faults) is (layer is not None)
    assert left == 0

"""The compiled loops of the report model give what the Python beside them gives."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from sijill.documents.document import Sentence, Token
from sijill.speech import report_features, report_places
from sijill.speech.report_places import Places
from sijill.tagging.kernels import KERNELS

pytestmark = pytest.mark.skipif(KERNELS is None, reason="no compiler built the inner loops")

WORDS = ["said", "road", ",", "،", ":", "：", ";", "؛", "。", "Ωmega", "\ud800"]
SAID = [None, None, None, ("c", "said"), ("qS", "told"), ("0", "")]
NO_LIST: Any = ("no", "list")


@pytest.fixture
def both(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], Any]], Any]:
    """Do something with the compiled loops and without; what it gives is the same."""

    def do(work: Callable[[], Any]) -> Any:
        compiled = work()
        with monkeypatch.context() as changed:
            for module in (report_features, report_places):
                changed.setattr(module, "KERNELS", None)
            assert work() == compiled
        return compiled

    return do


def places_of(chance: random.Random) -> Places:
    """Lay out a few paragraphs of words, some without any, some side by side without a blank."""
    sentences, at, paragraph = [], 0, 0
    for _ in range(chance.randrange(6)):
        tokens = []
        for _ in range(chance.choice([0, 1, 3, 60])):
            at += chance.randrange(2)
            word = chance.choice(WORDS)
            tokens.append(Token(at, at + len(word), word, word))
            at += len(word)
        sentences.append(Sentence(at, at, paragraph, tuple(tokens)))
        paragraph += chance.randrange(2)
    return Places(sentences, around=2)


@pytest.mark.parametrize("seed", range(60))
def test_stretches_stand_at_the_same_words(both: Callable[..., Any], seed: int) -> None:
    chance = random.Random(seed)
    places = places_of(chance)
    behind = places.tokens[-1].end + 4
    edges = [sorted(chance.choices(range(behind), k=2)) for _ in range(30)]
    stretches = [(a, b, tuple(f"{n}{edge}" for edge in "-BLU")) for n, (a, b) in enumerate(edges)]
    for options in ({}, {"by_middle": True}, {"at_start_only": True}):
        column = both(lambda options=options: places.spread(stretches, "O", **options))
        assert len(column) == len(places.words)


@pytest.mark.parametrize("seed", range(60))
def test_words_of_saying_tell_the_same(both: Callable[..., Any], seed: int) -> None:
    chance = random.Random(seed)
    places = places_of(chance)
    signs = chance.choices(["-", "-", "op", "to", "say:c"], k=len(places.words))
    sayings = chance.choices(SAID, k=len(places.words))
    before, onward, placed = both(lambda: report_features._distances(places, signs, sayings))
    assert sum(value is not None for value in before) == len(places.positions)
    for begin, end, _ in places.sentences:
        assert placed[begin].count(" first") == placed[end - 1].count(" last") == 1
        assert onward[end - 1] == "0 0 "


def test_what_is_no_text_is_refused() -> None:
    tokens, edged = [Token(0, 1, "a", "a")], ("a", "b", "c", "d")
    for fault in (3, (0, 1), (0, 1, ("a",)), ("0", 1, edged), (0, 1 << 80, edged)):
        with pytest.raises((TypeError, OverflowError)):
            KERNELS.spread(["-"], tokens, [fault], False, False)
    with pytest.raises(IndexError):
        KERNELS.spread([], tokens, [(0, 1, edged)], False, False)
    for fault in ([("a", 1)], [(0, "b")], [(0,)], ["ab"], NO_LIST):
        with pytest.raises(TypeError):
            KERNELS.spread(["-"], fault, [(0, 1, edged)], False, False)


def tell(
    *, sentences: Any = ((0, 2, False),), said: Any = None, size: int = 2, **changed: Any
) -> None:
    names = ("turns", "opener", "opened", "nobody", "said_before", "said_onward", "places")
    rules = dict(zip(names, report_features._RULES, strict=True)) | changed
    columns = [[None] * size for _ in range(3)]
    KERNELS.tell_sayings(
        ["a"] * size, ["-"] * size, [said] * size, [*sentences], (*rules.values(),), *columns
    )


def test_rules_that_do_not_fit_are_refused() -> None:
    tell()
    with pytest.raises(IndexError):
        tell(sentences=[(0, 3, False)])
    for fault in (
        {"said": "told"},
        {"said": ("c",)},
        {"sentences": [(0, 1)]},
        {"nobody": ()},
        {"said_before": lambda *told: ()},
        {"said_onward": lambda *told: "row"},
        {"places": ((), 3)},
        {"places": ((1,), (1,))},
    ):
        with pytest.raises(TypeError):
            tell(**fault)
    for fault in ({"opened": ("-",)}, {"places": ((), ())}):
        with pytest.raises(ValueError, match="rows"):
            tell(**fault)

"""The compiled inner loops give what the Python beside them gives, and refuse what is none."""

import hashlib
import random
import resource
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sijill.documents.document import Document, Token
from sijill.languages import LANGUAGES
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register
from sijill.tables import data_path
from sijill.tagging import (
    agreement,
    characters,
    compounds,
    decoding,
    kernels,
    phrases,
    shape,
    spans,
    weighing,
)
from sijill.tagging.channels import REST, Letters, PlainChannel
from sijill.tagging.decoding import Chains
from sijill.tagging.kernels import KERNELS
from sijill.tagging.labelling import OUTSIDE
from sijill.tagging.shape import Shape
from sijill.tagging.tagger import Tagger
from sijill.tagging.value_numbers import PlainValueNumbers, ValueNumbers
from sijill.tagging.weights import KINDS, read_archive

pytestmark = pytest.mark.skipif(KERNELS is None, reason="no compiler built the inner loops")

ROOT = Path(__file__).parents[2]
#: Of the corpus each so-manieth text is read.
EVERY = 250
NO_WORD: Any = b"word"
ODD = ["", "\ud800", "a\udfff\ud800", "\x00", "\U0010ffff", "ـ" * 3, "Ω" * 5000, "ー\u3099", "None"]


@pytest.fixture
def in_python(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], Any]], Any]:
    """Do something without the compiled loops."""

    def do(work: Callable[[], Any]) -> Any:
        with monkeypatch.context() as changed:
            for module in (
                agreement,
                characters,
                compounds,
                decoding,
                phrases,
                shape,
                spans,
                weighing,
            ):
                changed.setattr(module, "KERNELS", None)
            return work()

    return do


def digests(reader: Reader) -> dict[str, str]:
    """Give a digest of each reading: of some texts nothing may be shown."""
    paths = sorted((ROOT / "tests" / "texts").glob("*/*.txt"))
    for language in LANGUAGES:
        paths += sorted((ROOT / "corpus" / language).glob("*.txt"))[::EVERY]
    found = {}
    for path in paths:
        text, language = path.read_text("utf-8"), path.stem.rsplit(".", 1)[-1]
        reading = reader.read(Document(path.name, text, language, "2025-05-05"))
        found[str(path)] = hashlib.sha256(repr(reading).encode()).hexdigest()
    return found


def taggers() -> list[Tagger]:
    return [
        Tagger(language, read_archive(data_path(f"models/{language}.zip")))
        for language in LANGUAGES
    ]


def test_every_reading_is_the_same(in_python: Callable[..., Any]) -> None:
    compiled = Reader(load_register())
    mine = digests(compiled)
    assert not compiled.faults
    other = Reader(load_register())
    # What compiled taggers know already of words would be taken from them.
    other._taggers = {tagger.language: tagger for tagger in in_python(taggers)}
    assert in_python(lambda: digests(other)) == mine
    assert len(mine) > 70


@pytest.mark.parametrize("language", LANGUAGES)
def test_odd_words_weigh_the_same(language: str, in_python: Callable[..., Any]) -> None:
    archive = read_archive(data_path(f"models/{language}.zip"))
    values = [["a", *ODD, "a", *reversed(ODD)], [None, ("", "", "", "", False)]]
    positions = np.array([0, 2, 5], dtype=np.int64)

    def weigh() -> list[Any]:
        weigher = Tagger(language, replace(archive, shape=Shape(archive.shape.weights)))._weigher
        rows = [(values[c == 1] * 30)[:20] for c in range(len(weigher._channels))]
        if language == "ja":
            rows = [list("aー\ud800漢" * 5)] + [[None] * 20] * 5
        weighed = weigher.prepare(rows)
        scores = [np.ones((3, columns)) for columns in weigher._layout.columns]
        for stage, out in enumerate(scores):
            weigher.score(stage, weighed, positions + 4, out)
        return [*weighed.rows, *(rows for bank in weigher._banks for rows in bank.rows), *scores]

    mine, theirs = weigh(), in_python(weigh)
    assert len(mine) == len(theirs)
    assert all(np.array_equal(one, other) for one, other in zip(mine, theirs, strict=True))
    assert any(np.any(one != 1) for one in mine[-2:])


@pytest.mark.parametrize(("kinds", "width"), [(1, 1), (1, 9), (5, 13)])
def test_paths_and_probabilities_are_the_same(
    kinds: int, width: int, in_python: Callable[..., Any]
) -> None:
    chance = np.random.default_rng(5)
    lengths = np.array([1, 40, 2, 1, 17, 300], dtype=np.int64)
    sizes = [width - kind % width for kind in range(kinds)]
    chains = Chains([chance.normal(size=(size, size)) for size in sizes])
    scores = chains.unscored(int(lengths.sum()))
    scores += chance.normal(scale=9, size=scores.shape)
    scores[5:20] = np.round(scores[5:20])  # some paths are as good as others
    best = chains.best(scores, lengths)
    assert np.array_equal(best, in_python(lambda: chains.best(scores, lengths)))
    outside = np.arange(kinds) % 2
    probable = chains.probabilities(scores, lengths, best, outside)
    alike = in_python(lambda: chains.probabilities(scores, lengths, best, outside))
    assert np.abs(probable - alike).max() < 1e-12
    assert np.array_equal(probable == 1, alike == 1)
    for kind in range(kinds):
        mine = np.ascontiguousarray(scores[:, kind])
        sure = chains.marginals(mine, lengths, kind)
        theirs = in_python(partial(chains.marginals, mine, lengths, kind))
        assert np.abs(sure - theirs).max() < 1e-12
        told = np.take_along_axis(sure, best[:, kind : kind + 1], axis=1)[:, 0]
        assert np.all((probable[:, kind] == told) | (probable[:, kind] == 1))
    nothing = np.zeros(0, dtype=np.int64)
    assert chains.best(scores[:0], nothing).shape == (0, kinds)
    assert chains.probabilities(scores[:0], nothing, best[:0], outside).shape == (0, kinds)


def test_names_are_found_as_in_a_dictionary() -> None:
    chance = random.Random(3)
    signs = ["a", "é", "م", "国", "\ud800", "\U0001f600"]
    rows = {"".join(chance.choices(signs, k=chance.randrange(7))): 0 for _ in range(3000)}
    for names in (list(rows), ["a"], [""], ["a\u0301", "á"]):
        table = KERNELS.Names("\n".join(names), len(names))
        number_of: dict[Any, int] = dict(zip(names, range(len(names)), strict=True))
        values = [*rows, *map("{}a".format, rows), *ODD, None, 7, "\n".join(names[:2] * 2)]
        found = np.zeros(len(values), dtype=np.int64)
        table.look_up(values, found, "", 1, "", 1)
        assert found.tolist() == [number_of.get(value, -1) for value in values]
    for text, count in [("a\nb", 1), ("a\nb", 3), ("", 2), ("a", 0), ("a", -1), ("a", 2**62)]:
        with pytest.raises(ValueError, match="names"):
            KERNELS.Names(text, count)
    for wrong in [(b"a", 1), ("a",), ("a", "b")]:
        with pytest.raises(TypeError):
            KERNELS.Names(*wrong)


@pytest.mark.parametrize("each", [1, 2, 3])
@pytest.mark.parametrize("length", [1, 2, 3, 9])
@pytest.mark.parametrize(
    ("before", "joint"), [("", ""), ("w|w=", "|"), ("é", "国"), ("b" * 99, "")]
)
def test_names_of_values_in_a_row_are_those_that_python_makes(
    before: str, joint: str, length: int, each: int
) -> None:
    values = ["a", "b|a", "", None, "الرئيس", "国", "国", None, None, "\ud800", "a", "b|a"]
    channel = PlainChannel((0,), before, length, joint, each)
    names = channel.names(values)
    assert len(names) == len(values) // each
    known = sorted({name for name in names[: 8 // each] if name is not None} | {"a"})
    table = KERNELS.Names("\n".join(known), len(known))
    number_of: dict[Any, int] = dict(zip(known, range(len(known)), strict=True))
    found = np.zeros(len(names), dtype=np.int64)
    table.look_up(values, found, before, length, joint, each)
    assert found.tolist() == [number_of.get(name, -1) for name in names]
    assert bool(np.any(found >= 0)) == (length < 4)


@pytest.mark.parametrize("word", ["", "a", "ab", "abcde", "الرئيس", "\ud800\x00é", "国" * 300])
@pytest.mark.parametrize(
    "letters",
    [
        Letters(),
        Letters(ends=4),
        Letters(inner=2),
        Letters((("w=", 0, REST),), 9, 3),
        Letters((("e=", -3, 3), ("p=", 0, 2), ("r=", 1, REST), ("x=", -9, 2), ("", 5, 0)), 1, 1),
    ],
)
def test_groups_of_letters_are_those_that_python_spells(word: str, letters: Letters) -> None:
    every = Letters((*letters.parts, ("core=", 0, REST)), 9, 3)
    names = sorted({*every.of(word), *every.of(word[1:]), *Letters(inner=2).of(word)})
    table = KERNELS.Names("\n".join(names), len(names))
    count = len(names)
    given = [np.arange(count + 1), np.arange(count, dtype="u2"), np.arange(count, dtype="f4") + 1]
    given += [np.arange(count, dtype="i2")]

    def sums(*spelled: Any) -> list[float]:
        rows = np.ones((2, 1, count), "f4")
        value = [((0,), *spelled)]
        KERNELS.sum_weights(lambda _: value, [""], table, *given, 1, (rows,), some("i8", 1))
        assert np.all(rows[0] == 1)
        return list(rows[1, 0])

    spelled = tuple(letters.of(word))
    assert sums(letters, word) == sums(spelled)
    assert any(sums(letters, word)) == (len(spelled) > 0)


def test_words_look_as_much_like_names(in_python: Callable[..., Any]) -> None:
    chance = random.Random(7)
    weights = read_archive(data_path("models/ru.zip")).shape.weights
    words = [*ODD, "Йылдырымоглу", "дом", "<", "><", "Токаев" * 50, "то\x00ка", "а\U0001f600тока"]
    words += ["".join(chance.choices("токаев<>\x00\U0001f600", k=9)) for _ in range(400)]
    for known in (weights, {**weights, "\x00т": 0.5, "😀а": 2.0}, {"ток" * 4: 1.0, "ка": 0.5}, {}):
        means = [Shape(known)._mean_of(word) for word in words]
        other = in_python(lambda known=known: Shape(known))
        assert means == [other._mean_of(word) for word in words]
        assert (len(set(means)) > 3) == ("то" in known)
    for wrong in [{"": 0.5}, {"а" * 5: 0.5}, {"\x00": 0.5}, {"😀": 0.5}]:
        with pytest.raises(ValueError, match="letters"):
            KERNELS.LetterGroups(wrong, 1, 4)
    for wrong in [({}, 0, 4), ({}, 1, 5), ({7: 0.5}, 1, 4), ({"а": 1}, 1, 4), ([], 1, 4), ()]:
        with pytest.raises((TypeError, ValueError)):
            KERNELS.LetterGroups(*wrong)


def test_characters_are_described_alike(in_python: Callable[..., Any]) -> None:
    chance = random.Random(4)
    labels = [("organisation",), ("post=head",), ("person", "place"), ("honorific",)]
    told: list[Any] = []
    for size in (0, 1, 2, 3, 9, 60) * 30:
        kinds = "".join(chance.choices("cckkjah9。#", k=size))
        text = "".join(chance.choices("国ーaé\ud800\U00020000", k=size))
        edges = [sorted(chance.choices(range(size + 1), k=2)) for _ in range(size // 9)]
        words = [(begin, end, chance.choice(labels)) for begin, end in edges]
        describe = partial(compounds.describe_compounds, text, kinds, words)
        windows = partial(characters._windows, kinds)
        assert describe() == in_python(describe)
        assert windows() == in_python(windows)
        told += describe()
    assert len({*told}) > 500


def test_phrases_are_described_alike(in_python: Callable[..., Any]) -> None:
    chance = random.Random(5)
    shares = {
        "Bank": 2,
        "bank": 1,
        "Embassy": 1,
        "Oman": 9,
        "7": 2,
        "of": 5,
        "“": 1,
        ".": 1,
        "ǅ": 1,
    }
    told: list[Any] = []
    for size in (0, 1, 2, 9, 60) * 40:
        words = chance.choices([*shares], [*shares.values()], k=size)
        for language in ("en", "ar"):
            folded = [f"{word}{place}" for place, word in enumerate(words)]
            describe = partial(phrases.describe_phrases, words, folded, language)
            assert describe() == in_python(describe)
            told += describe()
    assert len({*told}) > 500


def test_phrases_of_several_sentences_are_those_of_each(in_python: Callable[..., Any]) -> None:
    chance = random.Random(6)
    for size in (0, 1, 2, 9) * 40:
        rows = [chance.choices(["Bank", "Oman", "of", "“", "."], k=size) for _ in range(4)]
        words, folded, alone = [""], [None], [None]
        for row in rows:
            words += [*row, "", ""]
            folded += [*row, None, None]
            alone += [*phrases.describe_phrases(row, row, "en"), None, None]
        together = partial(phrases.describe_phrases, words, folded, "en")
        assert together() == in_python(together) == alone


def test_words_agree_alike(in_python: Callable[..., Any]) -> None:
    chance = random.Random(9)
    told: list[Any] = []
    for size in (0, 1, 2, 9, 40) * 40:
        words = (*chance.choices(["Oman", "Omani", "of", "7777", "", "Ұлы", "𐐀𐐀𐐀"], k=size), "")
        rows = [
            OUTSIDE,
            ("O",) * len(KINDS),
            ("B0", "O", "L1", "O", "O"),
            ("O", "I", "U00", "O", "I"),
        ]
        labels = [chance.choice(rows) if word else None for word in words]
        for language in ("en", "ar", "kk"):
            agree = partial(agreement._agree_on_words, words, labels, language)
            assert agree() == in_python(agree)
            told += agree()
    assert len({*told}) > 12


def test_labels_mean_the_same_spans(in_python: Callable[..., Any]) -> None:
    chance = random.Random(8)
    labels = [("O", "B0", "I", "L0", "U00", "B2", "L1", "U12")] * (len(KINDS) - 1) + [("I", "B1")]
    told = spans.Spans(labels)
    for size in (0, 1, 2, 9, 40) * 40:
        lengths = [chance.randrange(3) for _ in range(chance.randrange(4))] + [size]
        sentences, start = [], 0
        for length in lengths:
            ends = [start + 3 * place + chance.randrange(1, 4) for place in range(length)]
            begins = [start + 3 * place for place in range(length)]
            sentences.append([Token(*row, "", "") for row in zip(begins, ends, strict=True)])
            start += 3 * length
        best = np.array(
            [[chance.randrange(len(names)) for names in labels] for _ in range(sum(lengths))],
            dtype=np.int64,
        ).reshape(-1, len(KINDS))
        sure = np.array([chance.random() for _ in range(best.size)]).reshape(best.shape)
        found = told.of(best, sure, sentences)
        assert found == in_python(partial(told.of, best, sure, sentences)) == sorted(found)


def some(kind: str, *numbers: float) -> np.ndarray:
    return np.array(numbers, dtype=kind)


#: Arguments that fit each other, for one word "w" with one weight, and one sentence of two units.
FITTING: dict[str, list[Any]] = {
    "sum_weights": [
        lambda word: ((range(1), (word, "no feature")),),
        ["w"],
        KERNELS and KERNELS.Names("w", 1),
        some("i8", 0, 1),
        some("u2", 0),
        some("f4", 0.5),
        some("i2", 1),
        1,
        (some("f4", 7, 7).reshape(1, 1, 2), some("f4", 7).reshape(1, 1, 1)),
        some("i8", 0),
    ],
    "add_rows": [some("f4", 1, 2), some("i8", 0, 0), some("i8", 0, 1), 0, 1, some("f8", *"0000")],
    "add_plain": [
        some("i8", 1),
        some("i8", 0),
        some("i8", 0, 1),
        some("i8", 0, 1),
        some("u2", 0),
        some("f4", 0.5),
        some("i1", 0),
        some("i2", 1),
        some("f8", *"0000"),
    ],
    "windows": ["cc。"],
    "compounds": ["大ー、", "ck。", ["post", "", ""], "ck", lambda *_: ("",) * 4, lambda *_: ("",)],
    "phrases": ["aX.", ["a", "b", "c"]],
    "spans": [
        some("i8", 0, 1),
        some("f8", 1, 0.5),
        some("i1", *b"B\1\0", *b"L\0\1"),
        ("place",),
        [[(0, 9), (10, 19)]],
    ],
    "agree": [
        ("Oman", "of", ""),
        ["oman", "oman", ""],
        [("B0", "O", "O", "O"), OUTSIDE, None],
        OUTSIDE,
        (0, 1, 2, 3),
        agreement._AGREED,
    ],
    "best": [some("f8", *"1234"), some("i8", 2), some("f8", *"0123"), 1, 2, some("i8", 0, 0)],
    "marginals": [
        some("f8", *"1234"),
        some("i8", 2),
        some("f8", *"1111"),
        1,
        2,
        some("f8", *"0000"),
    ],
    "probabilities": [
        some("f8", *"1234"),
        some("i8", 2),
        some("f8", *"1111"),
        1,
        2,
        some("i8", 0, 1),
        some("i8", 0),
        some("f8", 0, 0),
    ],
}


#: The same for what is asked of names, of groups of letters, and of the numbers of values.
OF_NAMES: dict[str, list[Any]] = {
    "look_up": [["w", "x", None, "w"], some("i8", 0, 0), "w", 2, "|", 2],
}


#: What no letters of a word can be.
WRONG = [
    Letters(ends=10),
    Letters(inner=-1),
    Letters(ends=NO_WORD),
    Letters(NO_WORD),
    Letters((NO_WORD,)),
    Letters((("w=", 0, -1),)),
    Letters((("w=", 0, 2**70),)),
    Letters((("w=", NO_WORD, 1),)),
    Letters((("é=", 0, 1),)),
    Letters((("w=" * 4, 0, 1),)),
    Letters(((NO_WORD, 0, 1),)),
    (),
]


def spelled_by(letters: Any, word: str) -> Any:
    return ((1, letters, word),)


OF_GROUPS: dict[str, list[Any]] = {"average": ["word"]}
OF_VALUES: dict[str, list[Any]] = {
    "find": [["w", "x", "x"], {}, 1, 9, some("i8", 0, 0), some("i8", 0, 0, 0)],
    "add": [{"w": 5, "x": 6}, some("i8", 0, 1), 5, some("i8", 5, 6, 7)],
    "drop": [some("i1", 0, 1)],
}


def broken(arguments: list[Any]) -> Iterator[list[Any]]:
    """Give the arguments with one of them of another type, size or content each time."""
    for place, given in enumerate(arguments):
        others: list[Any] = [None, "word", np.zeros((4, 4))[:, ::2]]
        if isinstance(given, np.ndarray):
            others += [given.astype("c16"), given[:-1], np.append(given, given), given - 9]
            others += [given + 10**6] if given.dtype.kind == "i" and given.itemsize == 8 else []
        elif isinstance(given, int):
            others += [-1, 2**31 - 1, 2**70]
        elif isinstance(given, tuple) and isinstance(given[0], np.ndarray):
            others += [(), given * 3, given[:1], (given[0][0], given[1]), (given[0][:0], given[1])]
        elif isinstance(given, dict):
            others += [{"w": 7}, {"w": -7}, {"w": "seven"}]
        elif isinstance(given, list):
            others += [[], [*given, "y", {}], [{}]]
        else:
            others += [lambda word: 5, lambda word: ((1, 2),), lambda word: ((1, ([],)),), len]
            others += [lambda *_: 5, lambda *_: ()]
            others += [partial(spelled_by, letters) for letters in WRONG]
            others += [lambda _: ((1, Letters(), NO_WORD),), lambda _: ((1, Letters()),)]
        for other in others:
            yield [*arguments[:place], other, *arguments[place + 1 :]]


def run_all() -> int:
    """Run all loops, rightly and wrongly; give how many wrong calls were refused."""
    refused = 0
    names, values = KERNELS.Names("w\nx", 2), KERNELS.ValueNumbers()
    values.add({"w": 1}, some("i8", 0), 1, some("i8", 1))
    calls = [(getattr(KERNELS, name), arguments) for name, arguments in FITTING.items()]
    calls += [(getattr(names, name), arguments) for name, arguments in OF_NAMES.items()]
    groups = KERNELS.LetterGroups({"wo": 0.5}, 2, 4)
    calls += [(getattr(groups, name), arguments) for name, arguments in OF_GROUPS.items()]
    calls += [(getattr(values, name), arguments) for name, arguments in OF_VALUES.items()]
    for run, arguments in calls:
        run(*arguments)
        for wrong in broken(arguments):
            try:
                run(*wrong)
            except (AttributeError, BufferError, OverflowError, TypeError, ValueError):
                refused += 1
    return refused


def test_what_does_not_fit_is_refused() -> None:
    assert run_all() > 150
    KERNELS.sum_weights(*FITTING["sum_weights"])
    assert [rows.tolist() for rows in FITTING["sum_weights"][-2]] == [[[[0, 0.5]]], [[[0]]]]


@pytest.mark.parametrize("numbers_of", [PlainValueNumbers, KERNELS and KERNELS.ValueNumbers])
def test_new_values_get_the_next_numbers(numbers_of: Callable[[], ValueNumbers]) -> None:
    values = ["w", ("x", "y"), ("x", "y"), ("x", ""), "w", "", ("x",), ("x", "y"), (), (), "", None]
    numbers, fresh, used = numbers_of(), dict[Any, int](), some("i8", *"00000000")
    numbers.add({"w": 5, ("x",): 6}, some("i8", 0, 1), 5, some("i8"))
    found = np.zeros(len(values), dtype=np.int64)
    numbers.find(values, fresh, 2, 9, used, found)
    assert found.tolist() == [0, 2, 2, 3, 0, 4, 1, 2, 5, 5, 4, 6]
    assert [*fresh.items()] == [(("x", "y"), 2), (("x", ""), 3), ("", 4), ((), 5), (None, 6)]
    assert used.tolist() == [9] * 7 + [0]
    assert len(numbers) == 2
    numbers.add(fresh, some("i8", 6, 7, 5, 4, 3), 2, found)
    assert found.tolist() == [0, 6, 6, 7, 0, 5, 1, 6, 4, 4, 5, 3]
    assert len(numbers) == 7


def test_values_are_known_and_forgotten_as_in_a_dictionary() -> None:
    chance = random.Random(6)
    both = PlainValueNumbers(), KERNELS.ValueNumbers()
    words = [chr(chance.randrange(0x600, 0x650)) * chance.randrange(4) for _ in range(900)]
    every: list[Any] = [*words, *pairwise(words), *range(300), None, *ODD]
    end = 0
    for _ in range(60):
        # Equal ones that are not the same are one.
        values = [v if chance.random() < 0.5 else copy(v) for v in chance.choices(every, k=200)]
        own = chance.sample(range(end, end + 200), 200)
        told = []
        for numbers in both:
            found, fresh = np.zeros(len(values), dtype=np.int64), dict[Any, int]()
            numbers.find(values, fresh, 50_000, 1, np.zeros(50_200, dtype=np.int64), found)
            before = found.tolist()
            numbers.add(fresh, np.array(own[: len(fresh)], dtype=np.int64), 50_000, found)
            told.append((before, found.tolist(), [*fresh.items()], len(numbers)))
        assert told[0] == told[1]
        end += 200
        is_gone = np.array([chance.random() < 0.2 for _ in range(end)], dtype=np.int8)
        for numbers in both:
            numbers.drop(is_gone)
    assert 200 < len(both[0]) == len(both[1]) < end


def copy(value: Any) -> Any:
    """Give an equal value that is another object, where there are others."""
    if isinstance(value, tuple):
        return (*value,)
    return (value + "x")[:-1] if isinstance(value, str) else value


def test_values_do_not_change_while_they_are_compared() -> None:
    numbers = KERNELS.ValueNumbers()

    class Meddler:
        def __hash__(self) -> int:
            return 1

        def __eq__(self, other: object) -> bool:
            numbers.drop(some("i1", 1))
            return True

    numbers.add({Meddler(): 1}, some("i8", 0), 1, some("i8", 1))
    with pytest.raises(RuntimeError, match="change"):
        numbers.find([Meddler()], {}, 1, 1, some("i8", 0), some("i8", 0))
    assert len(numbers) == 1


def test_nothing_leaks() -> None:
    given = [a for arguments in FITTING.values() for a in arguments]
    own = [a for a in given if a is not None and not isinstance(a, int)]
    for _ in range(250):  # until the process has taken what it needs for itself
        run_all()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    counts = [sys.getrefcount(a) for a in own]
    for _ in range(200):
        run_all()
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 2048  # KiB
    assert [sys.getrefcount(a) for a in own] == counts


def test_what_was_built_for_another_version_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    assert kernels._load() is KERNELS
    monkeypatch.setattr(kernels, "VERSION", kernels.VERSION + 1)
    assert kernels._load() is None

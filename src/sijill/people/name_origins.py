"""A person's name goes in; how well it suits the people of a state comes out.

Names of one kind share their endings and clusters of letters. Naive Bayes over pieces of names in
plain Latin letters (`world/name_origins.tsv`, grouped by `world/name_cultures.tsv`): whole pieces
where vowels are written, consonants alone in every script. It only weighs what a text leaves open;
nobody's country is told by the name alone.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from operator import add
from typing import NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from sijill.errors import FormatFault
from sijill.immutable import immutable
from sijill.languages import COLUMNS
from sijill.row_sums import sum_columns
from sijill.tables import data_path, open_table
from sijill.text import is_kanji
from sijill.word_tables import WordTable

FORMAT = "sijill.pieces/1"
_SCRIPTS = {"ar": "arabic", "ru": "cyrillic", "kk": "cyrillic", "ja": "kana"}
_WORDS = re.compile(r"[^\W\d_]+")
_PARTS_IN_KANA = re.compile(r"[ァ-ヴー]+(?:(?:[・＝=-][ァ-ヴー]+)+|\d{1,2}世)")
_NUMBER = re.compile(r"\d{1,2}世\Z")
_JOINERS = re.compile(r"[-‐'’ʼʻー]")
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th",
     "ð": "d", "ə": "a"}
)  # fmt: skip
#: Letters that scripts and languages spell differently, by one of them; vowels, by none.
_CONSONANTS = str.maketrans("pvfkgqxcdzjw", "bbbkkkkktssw", "aeiouy")
#: So many letters of a name are spelt together at most.
_MOST_TOGETHER = 3
_DOUBLED = re.compile(r"(.)\1+")
#: By cross-validation on the names of the corpus: of two groups the right one for 89 of 100 names.
_STRENGTH = 60.0
_OF_CORPUS = 2
_LONGEST_SKELETON = 7
#: The kinds of pieces, by the letter with which they begin; and all of them.
_KINDS, _ALL = "swrf", "all"
#: Languages in which each kind of piece is weighed among its own: of few cultures the tables have
#: many names in Arabic letters. How much those weights, which are smaller, count by trial.
_BY_KIND = {"ar": "swr"}
#: The kinds of pieces of the others.
_TOGETHER = "swf"
_IN_KINDS = 1.6
#: So many bytes the number of a row takes.
_ROW_SIZE = array("i").itemsize
#: A name of a culture that is not the first of a state suits it so much less.
_ALSO = 1.5

#: Cultures whose names Japanese texts write in kanji, beside those of Japan.
_IN_KANJI = frozenset(("chinese", "korean", "vietnamese"))


@cache
def _spellings(script: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {"any": {}, "start": {}, "end": {}}
    columns = ("direction", "script", "letters", "spelling", "where")
    for row in open_table("world/transliteration.tsv", columns):
        if row["direction"] == "to_latin" and row["script"] == script and row["where"] in found:
            found[row["where"]][row["letters"]] = row["spelling"]
    return found


@cache
def _lengths(script: str) -> dict[str, tuple[int, ...]]:
    """Give how many letters may be spelt together by the first of them, the most first."""
    found: dict[str, set[int]] = {}
    for spellings in _spellings(script).values():
        for letters in spellings:
            if len(letters) <= _MOST_TOGETHER:
                found.setdefault(letters[0], {1}).add(len(letters))
    return {first: tuple(sorted(sizes, reverse=True)) for first, sizes in found.items()}


@cache
def _alone(script: str) -> dict[str, str]:
    """Give how the letters are spelt that are spelt alike in all places, as most are."""
    spellings, lengths = _spellings(script), _lengths(script)
    placed = {*spellings["start"], *spellings["end"]}
    return {
        letter: spelling
        for letter, spelling in spellings["any"].items()
        if lengths.get(letter) == (1,) and letter not in placed
    }


def _in_latin(word: str, language: str) -> str:
    if language not in _SCRIPTS:
        if word.isascii():
            return word
        decomposed = unicodedata.normalize("NFD", word)
        return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_PLAIN)
    spellings, lengths = _spellings(_SCRIPTS[language]), _lengths(_SCRIPTS[language])
    anywhere, at_start, at_end = spellings["any"], spellings["start"], spellings["end"]
    if language == "ar" and word.startswith("ال") and len(word) > 4:
        word = word[2:]
    alone = _alone(_SCRIPTS[language])
    out, at, last = "", 0, len(word)
    while at < last:
        spelt = alone.get(word[at])
        if spelt is not None:
            out += spelt
            at += 1
            continue
        for size in lengths.get(word[at], (1,)):
            letters = word[at : at + size]
            spelt = at_end.get(letters) if at + size >= last else None
            if spelt is None and at == 0 and language != "ar":
                spelt = at_start.get(letters)
            if spelt is None:
                spelt = anywhere.get(letters)
            if spelt is not None:
                out += spelt
                break
        at += size
    return out


def _is_kanji(name: str) -> bool:
    return any(map(is_kanji, name))


def is_of_home(name: str, countries: Collection[str]) -> bool:
    """Say whether a name in a Japanese text is a Japanese one, whatever states the text tells of.

    Names begin with kanji there, as do those of the other states whose people write with them
    (`countries` are those of the text); a given name in kana is of none of these.
    """
    first = name[:1]
    if not _is_kanji(first):
        return False
    is_mixed = any("\u3041" <= c <= "\u30fa" for c in name)
    return is_mixed or not any(_cultures().get(c) in _IN_KANJI for c in countries)


def is_from_abroad(name: str) -> bool:
    """Say whether a name in a Japanese text is from abroad: in katakana of several parts, a 3世."""
    return _PARTS_IN_KANA.fullmatch(name) is not None


def _pieces(name: str, language: str) -> list[str]:
    """Give the pieces of a name by which it is weighed."""
    words = _words(name, language)
    made = (
        p
        for word in words
        for kind, found in _pieces_of(word, language)
        for p in map(kind.__add__, found)
    )
    return [*_signs(name, language), *made]


def _signs(name: str, language: str) -> list[str]:
    """Give the pieces that a Japanese name has by its script."""
    if language != "ja":
        return []
    return ["kanji" if _is_kanji(_NUMBER.sub("", name)) else "kana"] * 3


def _words(name: str, language: str) -> list[str]:
    """Cut a name into the words of which pieces are made; one in kanji has none."""
    if language == "ja":
        name = _NUMBER.sub("", name)  # 世 is no sign of a name in kanji: ムスワティ3世
        if _is_kanji(name):
            return []
    return _WORDS.findall(_JOINERS.sub("", name.lower()))


def _pieces_of(word: str, language: str) -> list[tuple[str, list[str]]]:
    """Give the pieces of a word by kind: two and three letters of its skeleton, all of a short one,
    three letters as they are written, and four and five at its end.
    """
    latin = _in_latin(word, language)
    if len(latin) < 2:
        return []
    bare = latin.translate(_CONSONANTS)
    if _DOUBLED.search(bare) is not None:
        bare = _DOUBLED.sub(r"\1", bare)
    bare = f"^{bare}$"
    pairs = [*map(add, bare, bare[1:])]
    pieces = [("s", [*pairs, *map(add, pairs, bare[2:])])]
    if len(bare) <= _LONGEST_SKELETON:
        pieces.append(("w", [bare]))
    whole = f"^{latin}$"
    threes = [*map(add, map(add, whole, whole[1:]), whole[2:])]
    if language == "ar":
        pieces.append(("r", threes))
    else:
        pieces.append(("f", [*threes, whole[-4:], whole[-5:]]))
    return pieces


#: The numbers of cultures, and of how many of its names each.
_Holders: TypeAlias = tuple[tuple[int, int], ...]


@immutable
class _Model:
    """How often names have a piece, by piece: the numbers of its cultures, with how many have it.

    `numbers` are the cultures with theirs. Pieces that as many names of the same cultures have
    share their `holders`, one object. `sizes` are all pieces of one kind of each culture, in
    that order, `size` those of all cultures, by kind: of few cultures the tables have many names in
    Arabic letters, and that tells nothing of the others'.
    """

    numbers: Mapping[str, int]
    holders: Mapping[str, _Holders]
    sizes: Sequence[Mapping[str, int]]
    size: Mapping[str, int]


@cache
def _cultures() -> dict[str, str]:
    rows = open_table("world/name_cultures.tsv", ("country", "culture"))
    return {row["country"]: row["culture"] for row in rows}


@cache
def _all_cultures() -> dict[str, tuple[str, ...]]:
    """Give the cultures whose names the people of a state bear, the first of most."""
    rows = open_table("world/name_cultures.tsv", ("country", "culture", "also"))
    return {row["country"]: (row["culture"], *row["also"].replace("-", "").split()) for row in rows}


def count_pieces() -> bytes:
    """Count the pieces of all names of the tables, for `models/name_origins.json`.

    The file holds, for each culture, its pieces with how many names have each; the same tables give
    the same bytes.
    """
    by_culture: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in open_table("world/name_origins.tsv", ("name", "language", "culture")):
        weight = _OF_CORPUS if row["source"] == "corpus" else 1
        for piece in _pieces(row["name"], row["language"]):
            by_culture[row["culture"]][piece] += weight
    people = open_table("world/people.tsv", ("id", "country", *COLUMNS))
    for row in people:
        culture = _cultures().get(row["country"])
        for language in COLUMNS:
            for name in row[language].split(" | "):
                if culture and name:
                    by_culture[culture].update(_pieces(name, language))
    plain = {culture: dict(sorted(by_culture[culture].items())) for culture in sorted(by_culture)}
    text = json.dumps({"format": FORMAT, "cultures": plain}, ensure_ascii=False, indent=0)
    return (text + "\n").encode()


@cache
def _model() -> _Model:
    path = data_path("models/name_origins.json")
    try:
        head = json.loads(path.read_bytes() if path.exists() else count_pieces())
        if head["format"] != FORMAT:
            raise ValueError(f"its format is {head['format']}, not {FORMAT}")
        counts = head["cultures"]
        sizes = [_sizes(pieces) for pieces in counts.values()]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
        raise FormatFault(
            f"does not count the pieces of names: {fault}",
            where=str(path),
            remedy="Make it again: sijill train",
        ) from fault
    numbers = {culture: number for number, culture in enumerate(counts)}
    return _Model(numbers, _holders(counts.values()), sizes, sum(sizes, Counter()))


def _holders(counts: Iterable[Mapping[str, int]]) -> dict[str, _Holders]:
    """Give who has each piece, from how many names of each culture have it."""
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    pairs: dict[tuple[int, int], tuple[int, int]] = {}
    for number, pieces in enumerate(counts):
        for piece, count in pieces.items():
            found[piece].append(pairs.setdefault((number, count), (number, count)))
    alike: dict[_Holders, _Holders] = {}
    whole = ((piece, tuple(held)) for piece, held in found.items())
    return {piece: alike.setdefault(held, held) for piece, held in whole}


def _sizes(pieces: Mapping[str, int]) -> Counter[str]:
    """Count the pieces of each kind; those that tell a script (`kana`) are one among all."""
    found: Counter[str] = Counter()
    for piece, count in pieces.items():
        found[_kind(piece)] += count
    found[_ALL] = sum(found.values())
    return found


def _kind(piece: str) -> str:
    return piece[0] if piece[0] in _KINDS else _ALL


def suits(name: str, language: str, countries: Iterable[str]) -> dict[str, float]:
    """Say how well a name suits each of some states: above 0 better than most names, below 0 worse.

    0 also for a state of whose people no names are known.
    """
    asked = _asked(tuple(countries))
    weights = [*_suits(name, language, asked.cultures), 0.0]
    found = {country: weights[place] for country, place in asked.first_of}
    for country, place in asked.others:
        found[country] = max(found[country], weights[place] - _ALSO)
    return found


class _Asked(NamedTuple):
    """The numbers of cultures; the first one of each state, and its others, by their places.

    The place behind the last one is that of a state of whose people no names are known.
    """

    cultures: tuple[int, ...]
    first_of: Sequence[tuple[str, int]]
    others: Sequence[tuple[str, int]]


@lru_cache(maxsize=16)
def _asked(countries: tuple[str, ...]) -> _Asked:
    """Give the cultures of some states: all people of a text are asked of the same ones."""
    numbers_of = _numbers()
    numbers = tuple(sorted({n for country in countries for n in numbers_of.get(country, ())}))
    place_of = {number: place for place, number in enumerate(numbers)}
    own = {country: [place_of[n] for n in numbers_of.get(country, ())] for country in countries}
    return _Asked(
        numbers,
        [(country, places[0] if places else len(numbers)) for country, places in own.items()],
        [(country, place) for country, places in own.items() for place in places[1:]],
    )


@cache
def _numbers() -> dict[str, tuple[int, ...]]:
    """Give the numbers of the cultures of each state, the first of most, if names of any are known.

    Each culture of the table has names (`tests/people/test_name_origins.py`), so that the first
    number is that of the first culture.
    """
    known = _model().numbers
    numbers = {
        country: tuple(known[culture] for culture in cultures if culture in known)
        for country, cultures in _all_cultures().items()
    }
    return {country: found for country, found in numbers.items() if found}


def _suits(name: str, language: str, cultures: tuple[int, ...]) -> list[float]:
    """Say how well a name suits each of some cultures, by their numbers."""
    rows, of_word = _rows(_BY_KIND.get(language, "")), _rows_of_words(language)
    signs = [rows.of[_ALL][sign] for sign in _signs(name, language)]
    found = array("i", signs).tobytes() + b"".join([of_word[w] for w in _words(name, language)])
    if not found:
        return [0.0] * len(cultures)
    # Summed in the order of the pieces.
    sums = sum_columns(rows.weights, len(_model().numbers), found, cultures)
    scale = _IN_KINDS if language in _BY_KIND else 1.0
    root = math.sqrt(len(found) // _ROW_SIZE)
    return [scale * total / root for total in sums]


@cache
def _rows_of_words(language: str) -> WordTable[bytes]:
    """Give the rows of the pieces of each word; names share given names and family names."""
    row_of = {kind: rows.__getitem__ for kind, rows in _rows(_BY_KIND.get(language, "")).of.items()}

    def rows_of(word: str) -> bytes:
        found = array("i")
        for kind, pieces in _pieces_of(word, language):
            found.extend(map(row_of[kind], pieces))
        return found.tobytes()

    return WordTable(rows_of, most=8192)


class _Rows:
    """What each piece weighs in each culture: rows of `weights`, which pieces held alike share.

    `of` gives the rows of the pieces of each kind, which are named without its letter. The kinds in
    `own` are weighed each among their pieces, others among all.
    """

    def __init__(self, model: _Model, own: str) -> None:
        self._model = model
        groups = (*own, _ALL)
        self.of = {
            kind: _RowsOfKind(groups.index(kind if kind in own else _ALL))
            for kind in (*(own or _TOGETHER), _ALL)
        }
        # The first rows are of what no name of the tables has.
        nobody = tuple((number, 0) for number in model.numbers.values())
        rows = [(group, nobody) for group in range(len(groups))]
        row_of: dict[tuple[int, int], int] = {}
        for piece, held in model.holders.items():
            kind = _kind(piece)
            if kind not in self.of:
                continue
            group = self.of[kind].unknown
            row = row_of.setdefault((group, id(held)), len(rows))
            if row == len(rows):
                rows.append((group, held))
            self.of[kind][piece if kind == _ALL else piece[1:]] = row
        self.weights: npt.NDArray[np.float64] = np.empty((len(rows), len(model.numbers)))
        for row, (group, held) in enumerate(rows):
            # Pieces that no name of the culture has weigh alike, however many others have them.
            self.weights[row] = self.weights[group]
            self._weigh(row, groups[group], held)

    def _weigh(self, row: int, kind: str, holders: _Holders) -> None:
        """Weigh a piece for cultures, of each of which so many names have it."""
        model = self._model
        usual = (sum([held for _, held in holders]) + 0.5) / (model.size[kind] + 1000)
        expected, sizes = _STRENGTH * usual, model.sizes
        for number, held in holders:
            share = (held + expected) / (sizes[number].get(kind, 0) + _STRENGTH)
            self.weights[row, number] = math.log(share / usual)


class _RowsOfKind(dict[str, int]):
    """The rows of the pieces of one kind, without its letter; `unknown` is that of all others."""

    def __init__(self, unknown: int) -> None:
        super().__init__()
        self.unknown = unknown

    def __missing__(self, piece: str) -> int:
        return self.unknown


@cache
def _rows(own: str) -> _Rows:
    return _Rows(_model(), own)

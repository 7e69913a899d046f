"""A sentence and the known names in it go in; for each unit come out the features a tagger weighs.

A unit is what a tagger labels: a token, in Japanese a character. All functions are pure. The
features are words and parts of words of the unit and its neighbours, their shapes, the classes of
`lexicon`, and whether the register knows the name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sijill.reading.calendar import find_atoms
from sijill.reading.document import Sentence
from sijill.reading.hints import hint_characters, hint_people, hint_places
from sijill.reading.lexicon import (
    comparable_forms,
    find_japanese_words,
    find_post_words,
    word_classes,
)
from sijill.reading.qualifiers import is_demonym
from sijill.reading.shape import Shape
from sijill.reading.tokens import ending_cuts, proclitic_cuts, tokenize
from sijill.register.matcher import Hit
from sijill.text import fold_character, fold_word

Features = list[list[str]]


@dataclass(frozen=True, slots=True)
class Unit:
    """What a tagger labels: the half-open span of a token or of one Japanese character."""

    start: int
    end: int
    text: str


def cut_units(text: str, sentence: Sentence, language: str) -> tuple[Unit, ...]:
    """Give the units of a sentence in order."""
    if language == "ja":
        return tuple(
            Unit(i, i + 1, text[i])
            for i in range(sentence.start, sentence.end)
            if not text[i].isspace()
        )
    tokens = sentence.tokens or tokenize(text, language, sentence.start, sentence.end)
    return tuple(Unit(t.start, t.end, t.text) for t in tokens)


def describe(
    units: Sequence[Unit],
    language: str,
    hits: Sequence[Hit],
    kind_by_id: Mapping[str, str],
    shape: Shape | None = None,
) -> Features:
    """Give one list of features for each unit.

    `hits` are those of the register in this sentence; `kind_by_id` says what an entry is;
    `shape` tells how much a word looks like a name.
    """
    known = _known(units, hits, kind_by_id)
    if language == "ja":
        return _describe_characters(units, known)
    return _describe_words(units, language, known, shape)


def _known(units: Sequence[Unit], hits: Sequence[Hit], kind_by_id: Mapping[str, str]) -> list[str]:
    """Say for each unit whether a known name begins (`B`) or goes on (`I`), and which kind."""
    known = [""] * len(units)
    position = 0
    for hit in hits:
        while position < len(units) and units[position].end <= hit.start:
            position += 1
        label = "/".join(sorted({kind_by_id.get(i, "") for i in hit.entry_ids}))
        index = position
        while index < len(units) and units[index].start < hit.end:
            known[index] = ("B:" if index == position else "I:") + label
            index += 1
    return known


@lru_cache(maxsize=65536)
def stem(word: str, language: str) -> str:
    """Give a rough stem that joins the forms of one name: مصر and ولمصر, Токаев and Токаевым."""
    forms = comparable_forms(word, language)
    if language in ("ar", "kk"):
        return min(forms, key=lambda f: (len(f), f)) if len(forms[0]) > 3 else forms[0]
    if language == "ru" and len(forms[0]) > 4:
        return forms[0][: max(4, len(forms[0]) - 2)]
    return forms[0]


@lru_cache(maxsize=65536)
def _shape(word: str) -> str:
    out = ""
    for character in word:
        if character.isdigit():
            sign = "9"
        elif character.isupper():
            sign = "X"
        elif character.isalpha():
            sign = "x"
        else:
            sign = character
        if not out.endswith(sign) or len(out) < 2:
            out += sign
        elif len(out) >= 2 and out[-1] == sign and out[-2] == sign:
            continue
        else:
            out += sign
    return out[:8]


@lru_cache(maxsize=65536)
def _own(word: str, language: str) -> tuple[str, ...]:
    """Features of one word, wherever it stands."""
    folded = fold_word(word)
    out = [f"w={folded}", f"s={_shape(word)}"]
    for length in (1, 2, 3, 4):
        if len(folded) > length:
            out.append(f"p{length}={folded[:length]}")
            out.append(f"e{length}={folded[-length:]}")
    if language == "ar":
        out.extend(f"cut{c}={fold_word(word[c:])}" for c in proclitic_cuts(word, "ar"))
        if folded.startswith("ال"):
            out.append("article")
        if word.endswith(("ـ",)):
            out.append("tatweel")
        out.append(f"core={stem(word, language)}")
        out.append(f"len={min(len(folded), 9)}")
    elif language == "kk":
        cuts = ending_cuts(word, "kk")
        for index, cut in enumerate(cuts):
            out.append(f"cut{cut}")
            out.append(f"stem{index}={folded[: len(folded) - cut][-3:]}+{folded[-cut:]}")
        out.append(f"core={stem(word, language)}")
    elif language == "ru":
        out.append(f"core={stem(word, language)}")
    if language in ("ru", "kk", "en") and len(folded) > 4:
        out.extend(f"g={folded[i : i + 3]}" for i in range(1, len(folded) - 3))
    elif language == "ar" and len(folded) > 3:
        out.extend(f"g={folded[i : i + 2]}" for i in range(1, len(folded) - 2))
    return tuple(out)


@lru_cache(maxsize=65536)
def _beside(word: str, language: str) -> tuple[str, ...]:
    """Features of one word as somebody's neighbour."""
    folded = fold_word(word)
    out = [f"w={folded}", f"s={_shape(word)}", f"e={folded[-3:]}"]
    if language == "ar":
        out.append(f"core={stem(word, language)}")
        out.append(f"p={folded[:2]}")
    elif language in ("ru", "kk"):
        out.append(f"core={stem(word, language)}")
    return tuple(out)


@lru_cache(maxsize=65536)
def _classes(word: str, language: str) -> tuple[str, ...]:
    table = word_classes(language)
    found: set[str] = set()
    for form in (fold_word(word), *comparable_forms(word, language)):
        found.update(table.get(form, ()))
    return tuple(sorted(found))


def _describe_words(
    units: Sequence[Unit], language: str, known: list[str], shape: Shape | None
) -> Features:
    words = [u.text for u in units]
    posts = [""] * len(words)
    for hit in find_post_words(words, language):
        for index in range(hit.first, hit.last):
            label = ("B" if index == hit.first else "I") + ":" + hit.role
            if not posts[index] or (index == hit.first and posts[index][0] != "I"):
                posts[index] = label
    out: Features = []
    quoted = _quote_depth(words)
    calendar = _calendar(units, language)
    lists = [
        city + hint_people(word, language)
        for city, word in zip(hint_places(words, language), words, strict=True)
    ]
    if shape is not None:
        likeness = [str(shape.likeness(w)) if w[:1].isalpha() else "" for w in words]
    else:
        likeness = [""] * len(words)
    count = len(words)
    for i, word in enumerate(words):
        features = list(_own(word, language))
        features.append(f"k={known[i]}")
        features.append(f"L={lists[i]}")
        features.append(f"l={likeness[i]}")
        features.append(f"t={calendar[i]}")
        if is_demonym(word, language):
            features.append("nation")
        features.append(f"r={posts[i]}")
        features.append(f"r1={posts[i][:1]}")
        features.extend(f"c={c}" for c in _classes(word, language))
        if quoted[i]:
            features.append("quoted")
        for step in (-2, -1, 1, 2):
            j = i + step
            if not 0 <= j < count:
                features.append(f"{step}:edge")
                continue
            features.extend(f"{step}:{f}" for f in _beside(words[j], language))
            features.append(f"{step}:k={known[j]}")
            features.append(f"{step}:L={lists[j]}")
            features.append(f"{step}:l={likeness[j]}")
            features.append(f"{step}:t={calendar[j]}")
            if is_demonym(words[j], language):
                features.append(f"{step}:nation")
            features.append(f"{step}:r={posts[j]}")
            features.extend(f"{step}:c={c}" for c in _classes(words[j], language))
        if i + 1 < count:
            features.append(f"w|w={fold_word(word)}|{fold_word(words[i + 1])}")
        if i:
            features.append(f"w-|w={fold_word(words[i - 1])}|{fold_word(word)}")
        for step in (-3, 3, -4, 4):
            if 0 <= i + step < count:
                features.append(f"{step}:w={fold_word(words[i + step])}")
        out.append(features)
    return out


def _calendar(units: Sequence[Unit], language: str) -> list[str]:
    """Say for each unit which class of calendar word it is, else ``."""
    out = [""] * len(units)
    if not units:
        return out
    offset = units[0].start
    text = "".join(
        u.text + " " * ((units[i + 1].start - u.end) if i + 1 < len(units) else 0)
        for i, u in enumerate(units)
    )
    position = 0
    for atom in find_atoms(text, 0, len(text), language):
        while position < len(units) and units[position].end - offset <= atom.start:
            position += 1
        index = position
        while index < len(units) and units[index].start - offset < atom.end:
            out[index] = atom.kind
            index += 1
    return out


def _quote_depth(words: Sequence[str]) -> list[bool]:
    inside = False
    out = []
    for word in words:
        if word in "«“„「『":
            inside = True
        elif word in "»”」』":
            inside = False
        elif word == '"':
            inside = not inside
        out.append(inside)
    return out


@lru_cache(maxsize=16384)
def _character_class(character: str) -> str:
    code = ord(character)
    if character.isdigit():
        return "9"
    if 0x3041 <= code <= 0x309F:
        return "h"
    if 0x30A1 <= code <= 0x30FA or 0xFF66 <= code <= 0xFF9D or character in "ー":
        return "k"
    if character in "・＝=゠":
        return "j"
    if 0x3400 <= code <= 0x9FFF or character in "々〆":
        return "c"
    if character.isalpha():
        return "a"
    return character


def _describe_characters(units: Sequence[Unit], known: list[str]) -> Features:
    characters = [fold_character(u.text)[:1] or u.text for u in units]
    text = "".join(characters)
    kinds = [_character_class(c) for c in characters]
    labels: list[list[str]] = [[] for _ in units]
    for start, end, classes in find_japanese_words(text):
        for label in classes:
            for index in range(start, end):
                edge = "B" if index == start else "E" if index == end - 1 else "I"
                labels[index].append(f"{edge}:{label}")
    count = len(units)
    runs = _run_lengths(kinds)
    lists = hint_characters(text)
    calendar = _calendar(units, "ja")
    out: Features = []
    padded = "\x02\x02\x02" + text + "\x03\x03\x03"
    classes_padded = "###" + "".join(k[0] for k in kinds) + "###"
    for i in range(count):
        at = i + 3
        features = [f"k={known[i]}", f"run={runs[i]}", f"L={lists[i]}", f"t={calendar[i]}"]
        features.extend(f"c={label}" for label in labels[i])
        for step in range(-3, 4):
            features.append(f"{step}:u={padded[at + step]}")
            features.append(f"{step}:t={classes_padded[at + step]}")
        for step in range(-3, 3):
            features.append(f"{step}:b={padded[at + step : at + step + 2]}")
        for step in range(-2, 1):
            features.append(f"{step}:g={padded[at + step : at + step + 3]}")
        features.append(f"T={classes_padded[at - 3 : at + 4]}")
        features.append(f"t3={classes_padded[at - 1 : at + 2]}")
        for step in (-3, -2, -1, 1, 2, 3):
            if 0 <= i + step < count:
                if step in (-1, 1):
                    features.append(f"{step}:L={lists[i + step]}")
                    features.append(f"{step}:k={known[i + step]}")
                features.append(f"{step}:t={calendar[i + step]}")
                features.extend(f"{step}:c={label}" for label in labels[i + step])
        out.append(features)
    return out


def _run_lengths(kinds: Sequence[str]) -> list[str]:
    """For each character: how far its run of one kind began and ends, capped at 4, and the kind."""
    count = len(kinds)
    begun = [0] * count
    for i in range(1, count):
        begun[i] = begun[i - 1] + 1 if kinds[i] == kinds[i - 1] else 0
    left = [0] * count
    for i in range(count - 2, -1, -1):
        left[i] = left[i + 1] + 1 if kinds[i] == kinds[i + 1] else 0
    return [f"{kinds[i]}{min(begun[i], 4)}{min(left[i], 4)}" for i in range(count)]

"""A document's sentences and the known names in them go in; what a tagger sees of them comes out.

What a tagger labels is a unit: a word or sign, in Japanese a character. All functions are pure.
Seen are words and parts of words of the unit and its neighbours, their shapes, the classes of
`lexicon`, and whether the register knows the name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import cache, lru_cache
from operator import attrgetter

from sijill.documents.document import Sentence, Token
from sijill.documents.lexicon import comparable_forms, find_post_words
from sijill.documents.qualifiers import is_demonym
from sijill.documents.tokens import characters, ending_cuts, proclitic_cuts, tokenize
from sijill.register.matcher import Hit
from sijill.sign_tables import Folder
from sijill.tagging.channels import (
    ITSELF,
    Channel,
    Channels,
    Described,
    Letters,
    PlainChannel,
    Spelling,
)
from sijill.tagging.characters import character_channels, describe_characters
from sijill.tagging.hints import hint_words
from sijill.tagging.phrases import describe_phrases, spell_phrase, told_words
from sijill.tagging.shape import Shape
from sijill.temporal.calendar import Atom, atoms_of, find_atoms
from sijill.text import fold_word
from sijill.word_tables import WordTable

#: How far a word is seen with all that is known of it, and how far by its letters alone.
_NEAR = range(-2, 3)
_BESIDE = (-2, -1, 1, 2)
_FAR = (-4, -3, 3, 4)
_REACH = 4
#: Another blank than that between words.
_BLANK = re.compile(r"[^\S ]")
#: What is longer is seldom met again, and its shape is not kept.
_KEPT = 40
_LONG_RUN = re.compile(r"(.)\1{2,}", re.DOTALL)
#: The marks that the models learnt with: others of `quotation_marks` were none to them.
_OPENING, _CLOSING, _QUOTE = "«“„「『", "»”」』", '"'
_QUOTES = frozenset(_OPENING + _CLOSING + _QUOTE)
#: Languages whose names have one form only.
_WITHOUT_FORMS = ("en",)
_END_OF = attrgetter("end")
#: Stands beyond the edges of a sentence.
_BEYOND = ""


def channels(language: str, shape: Shape) -> Channels:
    """Give the channels of a language; `shape` tells how much a word looks like a name."""
    if language == "ja":
        return character_channels()
    return (
        Channel(-2, 2, _word_speller(language, shape)),
        Channel(-2, 2, _spell_context),
        PlainChannel((-1, 0), "w|w=", length=2, joint="|"),
        PlainChannel(_FAR, "f="),
        Channel(0, 0, spell_phrase),
    )


def describe(
    text: str,
    sentences: Sequence[Sentence],
    language: str,
    hits: Sequence[Hit],
    kind_by_id: Mapping[str, str],
) -> Described:
    """Give what is seen of a document, in the channels of its language.

    `hits` are those of the register in the document, by place; `kind_by_id` says what an entry is.
    """
    units = [cut_units(text, sentence, language) for sentence in sentences]
    known = _known(units, hits, kind_by_id)
    calendar = [_calendar(text, row, language) for row in units]
    if language == "ja":
        return describe_characters(units, known, calendar)
    return _describe_words(units, language, known, calendar)


def cut_units(text: str, sentence: Sentence, language: str) -> tuple[Token, ...]:
    """Give the units of a sentence in order."""
    if language == "ja":
        return characters(text, sentence.start, sentence.end)
    return sentence.tokens or tokenize(text, language, sentence.start, sentence.end)


def _known(
    sentences: Sequence[Sequence[Token]], hits: Sequence[Hit], kind_by_id: Mapping[str, str]
) -> list[list[str]]:
    """Say for each unit whether a known name begins (`B`) or goes on (`I`), and which kind."""
    out: list[list[str]] = []
    reached = 0
    for units in sentences:
        known = [""] * len(units)
        out.append(known)
        if not units:
            continue
        while reached < len(hits) and hits[reached].end <= units[0].start:
            reached += 1
        position = 0
        for number in range(reached, len(hits)):
            hit = hits[number]
            if hit.start >= units[-1].end:
                break
            position = bisect_right(units, hit.start, position, key=_END_OF)
            kinds = [kind_by_id.get(i, "") for i in hit.entry_ids]
            label = "/".join(sorted({*kinds})) if len(kinds) > 1 else kinds[0]
            index = position
            while index < len(units) and units[index].start < hit.end:
                known[index] = ("B:" if index == position else "I:") + label
                index += 1
    return out


def stem(word: str, language: str) -> str:
    """Give a rough stem that joins the forms of one name: مصر and ولمصر, Токаев and Токаевым."""
    return stems(language)(word)


@cache
def stems(language: str) -> Callable[[str], str]:
    """Give what tells the stem of a word; where none is told, its comparing form."""
    if language in _WITHOUT_FORMS:
        return fold_word
    return WordTable(lambda word: _stem(word, language)).__getitem__


def _stem(word: str, language: str) -> str:
    forms = comparable_forms(word, language)
    if language in ("ar", "kk"):
        return min(forms, key=lambda f: (len(f), f)) if len(forms[0]) > 3 else forms[0]
    if language == "ru" and len(forms[0]) > 4:
        return forms[0][: max(4, len(forms[0]) - 2)]
    return forms[0]


def _sign(character: str) -> str:
    """Give what a character is in the shape of a word."""
    if character.isdigit():
        return "9"
    if character.isupper():
        return "X"
    return "x" if character.isalpha() else character


_in_signs = Folder(_sign).fold


@lru_cache(maxsize=4096)
def _shape(signs: str) -> str:
    """Give the shape of a word by the signs of its characters: no more than two alike in a row."""
    return _LONG_RUN.sub(r"\1\1", signs)[:8]


def _word_speller(language: str, shape: Shape) -> Callable[[Hashable], Spelling]:
    """Give what spells what one word of a language says wherever it stands."""
    own_of = _OWN.get(language)
    inner, front = (2, 2) if language == "ar" else (3, 0)
    shared_of = _sharer(language, shape)

    def spell(value: Hashable) -> Spelling:
        word = str(value)
        if word == _BEYOND:
            return ((_BESIDE, ("edge",)),)
        folded = fold_word(word)
        ends = (f"e={folded[-3:]}", f"p={folded[:front]}") if front else (f"e={folded[-3:]}",)
        around = (_NEAR, shared_of(word, folded)), (_BESIDE, ends)
        own = own_of(word, folded) if own_of else ()
        if not own:
            return (ITSELF, Letters(folded, ends=4, inner=inner)), *around
        inside = (ITSELF, Letters(folded, inner=inner))
        return (ITSELF, Letters(folded, ends=4)), (ITSELF, own), inside, *around

    return spell


def _own_in_arabic(word: str, folded: str) -> tuple[str, ...]:
    """Features of a word that only itself has, besides its groups of letters."""
    # Each sign is folded by itself, so the rest of a word need not be folded once more.
    out = [f"cut{c}={folded[len(fold_word(word[:c])) :]}" for c in proclitic_cuts(word, "ar")]
    if folded.startswith("ال"):
        out.append("article")
    if word.endswith("ـ"):
        out.append("tatweel")
    out.append(f"len={min(len(folded), 9)}")
    return tuple(out)


def _own_in_kazakh(word: str, folded: str) -> tuple[str, ...]:
    """Do the same with its endings."""
    out: list[str] = []
    for index, cut in enumerate(ending_cuts(word, "kk")):
        out += (f"cut{cut}", f"stem{index}={folded[: len(folded) - cut][-3:]}+{folded[-cut:]}")
    return tuple(out)


_OWN = {"ar": _own_in_arabic, "kk": _own_in_kazakh}


def _sharer(language: str, shape: Shape) -> Callable[[str, str], tuple[str, ...]]:
    """Give what tells the features of a word, as it stands and folded, that its neighbours see."""
    stem_of = None if language in _WITHOUT_FORMS else stems(language)
    told_of = told_words(language)

    def share(word: str, folded: str) -> tuple[str, ...]:
        signs = _in_signs(word)
        told = _shape(signs) if len(signs) <= _KEPT else _shape.__wrapped__(signs)
        likeness = shape.likeness(word) if word[0].isalpha() else ""
        out = [f"w={folded}", f"s={told}", f"l={likeness}"]
        if stem_of is not None:
            out.append(f"core={stem_of(word)}")
        if is_demonym(word, language):
            out.append("nation")
        out.extend([f"c={c}" for c in told_of[word][1]])
        return tuple(out)

    return share


def _spell_context(value: Hashable) -> Spelling:
    """Spell what the sentence says of a word: known name, list, calendar, post, quoted or not."""
    if not isinstance(value, tuple):
        return ()
    known, listed, calendar, post, is_quoted = value
    own = (f"r1={post[:1]}", "quoted") if is_quoted else (f"r1={post[:1]}",)
    return (ITSELF, own), (_NEAR, (f"k={known}", f"L={listed}", f"t={calendar}", f"r={post}"))


def _describe_words(
    sentences: list[tuple[Token, ...]],
    language: str,
    known: Sequence[Sequence[str]],
    calendar: Sequence[Sequence[str]],
) -> Described:
    words: list[str] = [_BEYOND] * _REACH
    folded: list[str | None] = [None] * _REACH
    contexts: list[Hashable] = [None] * _REACH
    phrases: list[Hashable] = [None] * _REACH
    positions: list[int] = []
    for units in sentences:
        positions.extend(range(len(words), len(words) + len(units)))
        words.extend([u.text for u in units])
        words.extend([_BEYOND] * _REACH)
    # No listed name goes over the edge of a sentence: the lists know nothing of what is beyond.
    listed = hint_words(words, language)
    end = 0
    for units, known_here, calendar_here in zip(sentences, known, calendar, strict=True):
        begin = end + _REACH
        end = begin + len(units)
        mine, folded_here = words[begin:end], [u.folded for u in units]
        contexts.extend(
            zip(
                known_here,
                listed[begin:end],
                calendar_here,
                _posts(mine, language),
                _quote_depth(mine),
                strict=True,
            )
        )
        contexts.extend([None] * _REACH)
        phrases.extend(describe_phrases(mine, folded_here, language))
        phrases.extend([None] * _REACH)
        folded.extend(folded_here)
        folded.extend([None] * _REACH)
    return Described(sentences, positions, (words, contexts, folded, folded, phrases))


def _posts(words: Sequence[str], language: str) -> list[str]:
    """Say for each word whether a post begins (`B`) or goes on (`I`) in it, and which role."""
    posts = [""] * len(words)
    for hit in find_post_words(words, language):
        for index in range(hit.first, hit.last):
            if not posts[index] or (index == hit.first and posts[index][0] != "I"):
                posts[index] = ("B:" if index == hit.first else "I:") + hit.role
    return posts


def _calendar(text: str, units: Sequence[Token], language: str) -> list[str]:
    """Say for each unit which class of calendar word it is, else ``."""
    out = [""] * len(units)
    if not units:
        return out
    position = 0
    for atom in _atoms_in(text, units[0].start, units[-1].end, language):
        position = bisect_right(units, atom.start, position, key=_END_OF)
        index = position
        while index < len(units) and units[index].start < atom.end:
            out[index] = atom.kind
            index += 1
    return out


def _atoms_in(text: str, start: int, end: int, language: str) -> Sequence[Atom]:
    """Give the calendar words of a sentence, read with blanks of one kind."""
    if _BLANK.search(text, start, end) is None:
        return find_atoms(text, start, end, language)
    plain = atoms_of(_BLANK.sub(" ", text[start:end]), language)
    return [Atom(first + start, last + start, *told) for first, last, *told in plain]


def _quote_depth(words: Sequence[str]) -> list[bool]:
    """Say for each word whether a quotation has been opened and not closed, from its mark on."""
    if _QUOTES.isdisjoint(words):
        return [False] * len(words)
    inside = False
    out = []
    for word in words:
        if word in _QUOTES:
            inside = not inside if word == _QUOTE else word in _OPENING
        out.append(inside)
    return out

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

from sijill.documents.document import Sentence, Token
from sijill.documents.lexicon import find_post_words, forms_of, posts_in
from sijill.documents.qualifiers import is_demonym
from sijill.documents.tokens import characters, ending_cuts, proclitic_cuts, tokenize
from sijill.register.matcher import Hit
from sijill.sign_tables import Folder
from sijill.tagging.channels import (
    ITSELF,
    REST,
    Channel,
    Channels,
    Described,
    Letters,
    PlainChannel,
    Spelling,
)
from sijill.tagging.characters import (
    CHARACTERS_BEYOND,
    character_channels,
    describe_characters,
)
from sijill.tagging.hints import hint_words
from sijill.tagging.phrases import describe_phrases, spell_phrase, told_words
from sijill.tagging.shape import LIKENESSES, Shape
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
#: Letters that words spell, wherever they stand or by language.
_ENDS, _INNER_TWO, _INNER_THREE = Letters(ends=4), Letters(inner=2), Letters(inner=3)
_WHOLE, _STEM = Letters((("w=", 0, REST),)), Letters((("core=", 0, REST),))
_LAST_EDGE, _BOTH_EDGES = Letters((("e=", -3, 3),)), Letters((("e=", -3, 3), ("p=", 0, 2)))
#: Names of features by a number: likeness to a name, letters.
_LIKENESS = [f"l={number}" for number in range(LIKENESSES)]
_LENGTHS = [f"len={number}" for number in range(10)]
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
    row = _Row(units, 2 * CHARACTERS_BEYOND if language == "ja" else _REACH)
    known = _known(row, hits, kind_by_id)
    calendar = _calendar(text, row, language)
    if language == "ja":
        known, calendar = known[CHARACTERS_BEYOND:], calendar[CHARACTERS_BEYOND:]
        return describe_characters(units, known, calendar)
    return _describe_words(row, sentences, language, known, calendar)


def cut_units(text: str, sentence: Sentence, language: str) -> tuple[Token, ...]:
    """Give the units of a sentence in order."""
    if language == "ja":
        return characters(text, sentence.start, sentence.end)
    return sentence.tokens or tokenize(text, language, sentence.start, sentence.end)


class _Row:
    """The units of a document in one row, so many places of nothing around each sentence.

    `firsts` are the places of the first units of sentences; `starts`, `ends`, `words` and `folded`
    are those of the units. What stands beyond a sentence begins and ends where that does.
    """

    def __init__(self, sentences: list[tuple[Token, ...]], beyond: int) -> None:
        row: list[tuple[int, int, str, str | None]] = [(0, 0, _BEYOND, None)] * beyond
        self.sentences = sentences
        self.firsts: list[int] = []
        self.positions: list[int] = []
        for units in sentences:
            first = len(row)
            self.firsts.append(first)
            self.positions.extend(range(first, first + len(units)))
            row += units
            end = row[-1][1]
            row += [(end, end, _BEYOND, None)] * beyond
        self.starts, self.ends, self.words, self.folded = zip(*row, strict=True)

    def mark(self, out: list[str], start: int, end: int, first: str, others: str) -> None:
        """Write into `out`, by place, what the first unit of a stretch is and what the others are.

        In each sentence that it goes into there is a first one.
        """
        words, starts = self.words, self.starts
        place = begin = bisect_right(self.ends, start)
        while place < len(starts) and starts[place] < end:
            out[place] = first if place == begin or words[place - 1] == _BEYOND else others
            place += 1


def _known(row: _Row, hits: Sequence[Hit], kind_by_id: Mapping[str, str]) -> list[str]:
    """Say for each place whether a known name begins (`B`) or goes on (`I`), and which kind."""
    known = [""] * len(row.words)
    for hit in hits:
        kinds = [kind_by_id.get(i, "") for i in hit.entry_ids]
        label = "/".join(sorted({*kinds})) if len(kinds) > 1 else kinds[0]
        row.mark(known, hit.start, hit.end, "B:" + label, "I:" + label)
    return known


def stem(word: str, language: str) -> str:
    """Give a rough stem that joins the forms of one name: مصر and ولمصر, Токаев and Токаевым."""
    return stems(language)(word)


@cache
def stems(language: str) -> Callable[[str], str]:
    """Give what tells the stem of a word; where none is told, its comparing form."""
    if language in _WITHOUT_FORMS:
        return fold_word
    forms = forms_of(language)
    return WordTable(lambda word: _stem(forms[word], language)).__getitem__


def _stem(forms: Sequence[str], language: str) -> str:
    if len(forms) > 1 and language in ("ar", "kk"):
        # The first one in order of the shortest.
        return min(sorted(forms), key=len) if len(forms[0]) > 3 else forms[0]
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
    """Spell the shape of a word by the signs of its characters: no more than two alike in a row."""
    return "s=" + _LONG_RUN.sub(r"\1\1", signs)[:8]


def _word_speller(language: str, shape: Shape) -> Callable[[Hashable], Spelling]:
    """Give what spells what one word of a language says wherever it stands."""
    own_of = _OWN.get(language)
    inner, edges = (_INNER_TWO, _BOTH_EDGES) if language == "ar" else (_INNER_THREE, _LAST_EDGE)
    look_of = _looker(shape)
    stem_of = None if language in _WITHOUT_FORMS else stems(language)
    told_of = told_words(language)

    def spell(value: Hashable) -> Spelling:
        word = str(value)
        if word == _BEYOND:
            return ((_BESIDE, ("edge",)),)
        folded = fold_word(word)
        classes = told_of[word][1]
        is_nation = is_demonym(word, language)
        return (
            (ITSELF, _ENDS, folded),
            (ITSELF, own_of(word, folded) if own_of else ()),
            (ITSELF, inner, folded),
            (_NEAR, _WHOLE, folded),
            (_NEAR, look_of(word, folded)),
            (_NEAR, _STEM, stem_of(word)) if stem_of else (_NEAR, ()),
            (_NEAR, _kinds(is_nation, classes) if is_nation or classes else ()),
            (_BESIDE, edges, folded),
        )

    return spell


def _own_in_arabic(word: str, folded: str) -> tuple[str, ...]:
    """Features of a word that only itself has, besides its groups of letters."""
    # Each sign is folded by itself, so the rest of a word need not be folded once more.
    out = [f"cut{c}={folded[len(fold_word(word[:c])) :]}" for c in proclitic_cuts(word, "ar")]
    if folded.startswith("ال"):
        out.append("article")
    if word.endswith("ـ"):
        out.append("tatweel")
    out.append(_LENGTHS[min(len(folded), 9)])
    return tuple(out)


def _own_in_kazakh(word: str, folded: str) -> tuple[str, ...]:
    """Do the same with its endings."""
    out: list[str] = []
    for index, cut in enumerate(ending_cuts(word, "kk")):
        out += (f"cut{cut}", f"stem{index}={folded[: len(folded) - cut][-3:]}+{folded[-cut:]}")
    return tuple(out)


_OWN = {"ar": _own_in_arabic, "kk": _own_in_kazakh}


def _looker(shape: Shape) -> Callable[[str, str], tuple[str, str]]:
    """Give what tells how a word looks, as it stands and folded: its shape, its likeness."""

    def look(word: str, folded: str) -> tuple[str, str]:
        signs = _in_signs(word)
        told = _shape(signs) if len(signs) <= _KEPT else _shape.__wrapped__(signs)
        return told, _LIKENESS[shape.likeness(folded)] if word[0].isalpha() else "l="

    return look


def _kinds(is_nation: bool, classes: Sequence[str]) -> tuple[str, ...]:
    """Spell whether a word tells a nation, and its classes."""
    names = [f"c={c}" for c in classes]
    return ("nation", *names) if is_nation else tuple(names)


def _spell_context(value: Hashable) -> Spelling:
    """Spell what the sentence says of a word: known name, list, calendar, post, quoted or not."""
    if not isinstance(value, tuple):
        return ()
    known, listed, calendar, post, is_quoted = value
    own = (f"r1={post[:1]}", "quoted") if is_quoted else (f"r1={post[:1]}",)
    return (ITSELF, own), (_NEAR, (f"k={known}", f"L={listed}", f"t={calendar}", f"r={post}"))


def _describe_words(
    row: _Row,
    sentences: Sequence[Sentence],
    language: str,
    known: Sequence[str],
    calendar: Sequence[str],
) -> Described:
    # No listed name goes over the edge of a sentence: the lists know nothing of what is beyond.
    listed = hint_words(row.words, language)
    posts, quoted = _posts(row, sentences, language), _quote_depth(row.words)
    contexts: list[Hashable] = [*zip(known, listed, calendar, posts, quoted, strict=True)]
    nothing = [None] * _REACH
    contexts[:_REACH] = nothing
    for first, units in zip(row.firsts, row.sentences, strict=True):
        end = first + len(units)
        contexts[end : end + _REACH] = nothing
    phrases = describe_phrases(row.words, row.folded, language)
    values = (row.words, contexts, row.folded, row.folded, phrases)
    return Described(row.sentences, row.positions, values)


def _posts(row: _Row, sentences: Sequence[Sentence], language: str) -> list[str]:
    """Say for each place whether a post begins (`B`) or goes on (`I`) in it, and which role."""
    posts = [""] * len(row.words)
    for begin, sentence, units in zip(row.firsts, sentences, row.sentences, strict=True):
        if sentence.tokens:
            hits = posts_in(sentence, language)  # rules ask for them, too
        else:
            hits = find_post_words(row.words[begin : begin + len(units)], language)
        for hit in hits:
            first = begin + hit.first
            for place in range(first, begin + hit.last):
                if not posts[place] or (place == first and posts[place][0] != "I"):
                    posts[place] = ("B:" if place == first else "I:") + hit.role
    return posts


def _calendar(text: str, row: _Row, language: str) -> list[str]:
    """Say for each place which class of calendar word it is, else ``."""
    out = [""] * len(row.words)
    for units in filter(None, row.sentences):
        for atom in _atoms_in(text, units[0].start, units[-1].end, language):
            row.mark(out, atom.start, atom.end, atom.kind, atom.kind)
    return out


def _atoms_in(text: str, start: int, end: int, language: str) -> Sequence[Atom]:
    """Give the calendar words of a sentence, read with blanks of one kind."""
    if _BLANK.search(text, start, end) is None:
        return find_atoms(text, start, end, language)
    plain = atoms_of(_BLANK.sub(" ", text[start:end]), language)
    return [Atom(first + start, last + start, *told) for first, last, *told in plain]


def _quote_depth(words: Sequence[str]) -> list[bool]:
    """Say for each word whether a quotation has been opened and not closed, from its mark on.

    None goes over the edge of a sentence, beyond which stands nothing.
    """
    inside = [False] * len(words)
    if _QUOTES.isdisjoint(words):
        return inside
    marks = [place for place, word in enumerate(words) if word in _QUOTES]
    end = 0
    for mark, following in zip(marks, [*marks[1:], len(words)], strict=True):
        if mark >= end:
            is_open = False
            end = words.index(_BEYOND, mark)
        is_open = not is_open if words[mark] == _QUOTE else words[mark] in _OPENING
        if is_open:
            behind = min(following, end)
            inside[mark:behind] = [True] * (behind - mark)
    return inside

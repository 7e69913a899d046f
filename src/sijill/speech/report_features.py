"""A passage with its words of saying and what rules found goes in; what a model sees comes out.

The model (`report_model`) labels the words of a paragraph as inside or outside of reported speech.
It sees the word, what stands there (a word of saying, a conjunction, a name), how far the last and
the next word of saying are, quotation marks, and the stretches that the rules propose.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TypeVar

from sijill.citation import Span
from sijill.documents.document import MentionKind
from sijill.documents.passage import Passage
from sijill.immutable import immutable
from sijill.speech.cues import SOURCES, Saying, SpeechMarks
from sijill.speech.quoted_speech import Judged
from sijill.speech.report_places import Edged, Places
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
from sijill.tagging.kernels import KERNELS
from sijill.text import fold

_V = TypeVar("_V")
#: How far around a word its neighbours are seen: what stands there, and the words themselves.
_REACH = 3
_WORDS = range(-2, 3)
_MARKS = range(-3, 4)
_BESIDE = range(-1, 2)
_EITHER_SIDE = (-1, 1)
#: The ends of a word of so many letters tell nothing.
_SHORT = 3
#: Letters that words spell: all, those at its edges, in Arabic more of them, what neighbours see.
_WHOLE = Letters((("w=", 0, REST),))
_EDGES = Letters((("e3=", -3, 3), ("e2=", -2, 2), ("p2=", 0, 2)))
_EDGES_IN_ARABIC = Letters((*_EDGES.parts, ("p1=", 0, 1), ("e1=", -1, 1), ("r=", 1, REST)))
_EDGES_BESIDE = Letters((("e=", -3, 3), ("p=", 0, 2)))
# Distances (words) count as equal up to each of these.
_STEPS = (0, 1, 2, 3, 5, 8, 12, 20)
_FAR = 99
#: Signs, each a word of one letter, at which it changes what is told of a word of saying.
_AT_COMMA, _AT_COLON, _AT_SEMICOLON = 0, 1, 2
_TURNS = {sign: turn for turn, signs in enumerate((",،、", ":：", ";؛")) for sign in signs}
_OPENER = "op"
#: What opened since a word of saying: nothing, a conjunction, a colon, or both, as sums of these.
_CONJUNCTION, _COLON = 1, 2
_OPENED = ("-", "o", "-k", "ok")
_LETTERS = {
    "clause": "c",
    "quote": "q",
    "bare": "b",
    "noun": "n",
    "told": "t",
    "after": "a",
    "deep": "d",
    "back": "B",
}


@immutable
class Proposal:
    """A stretch that a rule takes for reported or direct speech."""

    span: Span
    kind: str
    rule: str


def report_channels(language: str) -> Channels:
    """Give the channels of a language, in the order of `describe_reports`."""
    return (
        Channel(-2, 2, _spell_arabic_word if language == "ar" else _spell_word),
        Channel(-3, 3, lambda sign: ((_MARKS, (f"st={sign}",)),)),
        Channel(-3, 3, lambda sign: ((_MARKS, (f"m={sign}",)),)),
        Channel(-1, 1, _spell_proposal),
        Channel(-1, 1, lambda sign: ((_BESIDE, (f"q={sign}",)),)),
        Channel(0, 0, _spell_before),
        Channel(0, 0, _spell_onward),
        Channel(0, 0, _spell_place),
        PlainChannel((-1, 0), "ss=", 4, "|", each=2),
        PlainChannel((-1, 0), "ww=", 2, "|"),
    )


def _spell_word(word: Hashable) -> Spelling:
    return _spell_letters(str(word), _EDGES)


def _spell_arabic_word(word: Hashable) -> Spelling:
    """Spell an Arabic word, by what may be written onto it, too."""
    return _spell_letters(str(word), _EDGES_IN_ARABIC)


def _spell_letters(word: str, edges: Letters) -> Spelling:
    """Spell a word by its letters; `edges` are what one of more than a few has itself."""
    if len(word) <= _SHORT:
        return ((_WORDS, _WHOLE, word),)
    return (_WORDS, _WHOLE, word), (ITSELF, edges, word), (_EITHER_SIDE, _EDGES_BESIDE, word)


def _spell_proposal(value: Hashable) -> Spelling:
    place, rule = str(value).split("|", 1)
    return ((_BESIDE, (f"R={place}",)), (ITSELF, (f"Rn={place[0]}{rule}",)))


# Values that tell several things are words with blanks between: strings are the quickest looked up.


def _spell_before(value: Hashable) -> Spelling:
    """Spell the word of saying before a unit: sort, what opened since, how far (bucket), word."""
    if value is None:
        return ()
    sort, opened, far, word = str(value).split(" ", 3)
    names = [f"prev={sort}{opened}{far}", f"prevk={sort}{opened}"]
    if word:
        names.append(f"pw={word}|{opened}{'1' if far in _NEAR_BEFORE else '2'}")
    return ((ITSELF, tuple(names)),)


def _spell_onward(value: Hashable) -> Spelling:
    """Spell the word of saying behind a unit: sort, how far (bucket), word."""
    if value is None:
        return ()
    sort, far, word = str(value).split(" ", 2)
    names = [f"next={sort}{far}", f"nextk={sort}"]
    if word:
        names.append(f"nw={word}{'1' if far in _NEAR_BEHIND else '2'}")
    return ((ITSELF, tuple(names)),)


def _spell_place(value: Hashable) -> Spelling:
    """Spell where in its sentence a unit stands, and how many commas are before it."""
    if value is None:
        return ()
    commas, far, *edges = str(value).split(" ")
    return ((ITSELF, (f"com={commas}", f"pos={far}", *edges)),)


def describe_reports(
    passage: Passage,
    marks: SpeechMarks,
    judged: Iterable[Judged],
    proposals: Iterable[Proposal],
) -> Described:
    """Give what is seen of a passage, paragraph by paragraph."""
    places = Places(passage.sentences, around=_REACH)
    # Each word of saying with its sort and its folded form.
    told = [
        (s.start, s.end, (_sort(s), fold(passage.text[s.start : s.end]))) for s in marks.sayings
    ]
    sayings = places.spread(
        [(start, end, _whole(saying)) for start, end, saying in told], None, by_middle=True
    )
    signs = _signs(marks) + [(start, end, _whole(f"say:{sort}")) for start, end, (sort, _) in told]
    column = places.spread(signs, "-")
    named = places.spread([(m.start, m.end, _NAMED[m.kind]) for m in passage.outer_mentions], "-")
    proposed = places.spread(
        [(p.span.start, p.span.end, _proposed_signs(p.kind, p.rule)) for p in proposals], "O|"
    )
    quoted = places.spread(
        [(j.quoted.outer.start, j.quoted.outer.end, _whole(_quoted_sign(j))) for j in judged],
        "-",
        at_start_only=True,
    )
    signs_there: list[str | None] = [*column]
    words: list[str | None] = [*places.words]
    # Side by side for each word, so that no string is made of both.
    shown: list[str | None] = [None] * (2 * len(column))
    shown[::2], shown[1::2] = places.inside(signs_there, None), named
    return Described(
        places.units,
        places.positions,
        (
            places.words,
            column,
            named,
            proposed,
            quoted,
            *_distances(places, column, sayings),
            shown,
            places.inside(words, None),
        ),
    )


def _whole(value: _V) -> Edged[_V]:
    """Give what stands at all words of a stretch alike."""
    return value, value, value, value


def _signs(marks: SpeechMarks) -> list[tuple[int, int, Edged[str]]]:
    """Give the small words around speech, each with the name of its sort."""
    return [
        (hit.start, hit.end, sign)
        for sign, hits in zip(
            _SORTS,
            (
                marks.closers,
                marks.topics,
                marks.courtesies,
                marks.breaks,
                marks.hearers,
                marks.nobodies,
                marks.pronouns,
                marks.openers,
            ),
            strict=True,
        )
        for hit in hits
    ]


#: A word of saying as it is told of the words around it: its sort, and its folded form.
_Told = tuple[str, str]
_NOBODY: _Told = ("0", "")


def _distances(
    places: Places, signs: Sequence[Hashable], sayings: Sequence[_Told | None]
) -> tuple[list[str | None], list[str | None], list[str | None]]:
    """Give for each word what `_spell_before`, `_spell_onward` and `_spell_place` spell."""
    before: list[str | None] = places.filled(None)
    onward: list[str | None] = places.filled(None)
    placed: list[str | None] = places.filled(None)
    words, sentences = places.words, places.sentences
    if KERNELS is not None:
        KERNELS.tell_sayings(words, signs, sayings, sentences, _RULES, before, onward, placed)
    else:
        for begin, end, is_headline in sentences:
            mine = words[begin:end], signs[begin:end], sayings[begin:end]
            before[begin:end] = _before(*mine)
            onward[begin:end] = _onward(mine[2])
            placed[begin:end] = _placed(mine[0], mine[2], _PLACES[is_headline])
    for begin, end, _ in sentences:
        placed[begin] = f"{placed[begin]} first"
        placed[end - 1] = f"{placed[end - 1]} last"
    return before, onward, placed


def _before(
    words: Sequence[str], signs: Sequence[Hashable], sayings: Sequence[_Told | None]
) -> Iterator[str]:
    """Say for each word of a sentence which word of saying was before it, and how far off."""
    (sort, word), opened, since = _NOBODY, 0, _FAR
    for text, sign, said in zip(words, signs, sayings, strict=True):
        yield _at(_said_before(sort, _OPENED[opened], word), since)
        since += 1
        if said is not None:
            (sort, word), opened, since = said, 0, 0
            continue
        if sign == _OPENER:
            opened = _CONJUNCTION
        if _TURNS.get(text) == _AT_COLON:
            opened |= _COLON
        elif _TURNS.get(text) == _AT_SEMICOLON:
            sort, word = _NOBODY


def _onward(sayings: Sequence[_Told | None]) -> list[str]:
    """Say for each word of a sentence which word of saying follows, and how far it is."""
    out: list[str] = []
    row, distance = _said_onward(*_NOBODY), 0
    for said in reversed(sayings):
        out.append(_at(row, distance))
        distance += 1
        if said is not None:
            row, distance = _said_onward(*said), 0
    return out[::-1]


def _placed(
    words: Sequence[str], sayings: Sequence[_Told | None], rows: Sequence[tuple[str, ...]]
) -> Iterator[str]:
    """Say for each word of a sentence where it stands, and after how many commas, 3 at most.

    They count from the last word of saying; `rows` are what stands at each distance by commas.
    """
    commas = 0
    for distance, (word, said) in enumerate(zip(words, sayings, strict=True)):
        yield _at(rows[commas], distance)
        if said is not None:
            commas = 0
        elif _TURNS.get(word) == _AT_COMMA:
            commas = min(commas + 1, len(rows) - 1)


def _at(by_distance: tuple[str, ...], distance: int) -> str:
    """Give what stands at a distance; beyond the last one nothing changes."""
    return by_distance[min(distance, len(by_distance) - 1)]


#: What stands at the small words around speech, in the order of `_signs`.
_SORTS = tuple(map(_whole, ("cl", "to", "co", "br", "he", "no", "pr", _OPENER)))


def _named_signs(kind: MentionKind) -> Edged[str]:
    """Give what stands at the words of a mention."""
    begun, inside = (letter + kind.value[:3] for letter in "BI")
    return inside, begun, inside, begun


_NAMED = {kind: _named_signs(kind) for kind in MentionKind}


@lru_cache(maxsize=256)
def _proposed_signs(kind: str, rule: str) -> Edged[str]:
    """Give what stands at the words of a stretch that a rule proposes."""
    inside, begun, last, whole = (f"{letter}{kind[0]}|{rule}" for letter in "IBLU")
    return inside, begun, last, whole


def _quoted_sign(item: Judged) -> str:
    return item.kind.value[0] if item.kind else "s" if item.says_more else "n"


def _sort(saying: Saying) -> str:
    """Give the sort of a word of saying: a letter for each thing that it takes."""
    return _sort_of(saying.takes, bool(saying.prepositions), bool(saying.naming))


@lru_cache(maxsize=256)
def _sort_of(takes: frozenset[str], has_prepositions: bool, is_naming: bool) -> str:
    letters = "".join(letter for name, letter in _LETTERS.items() if name in takes)
    is_source = not takes.isdisjoint(SOURCES)
    return letters + "S" * is_source + "p" * has_prepositions + "N" * is_naming


_BUCKETS = tuple(
    next((str(step) for step in _STEPS if count <= step), "99") for count in range(_STEPS[-1] + 2)
)
_EACH_BUCKET = tuple(dict.fromkeys(_BUCKETS))
# Buckets up to three words before, and two behind, are near.
_NEAR_BEFORE = frozenset(_BUCKETS[:4])
_NEAR_BEHIND = frozenset(_BUCKETS[:3])
#: What stands at each distance from the head of a sentence: of a text, a headline; by commas.
_PLACES = tuple(
    tuple(tuple(f"{commas} {sort}{far}" for far in _BUCKETS) for commas in range(4))
    for sort in ("1", "0")
)


@lru_cache(maxsize=1024)
def _said_before(sort: str, opened: str, word: str) -> tuple[str, ...]:
    """Give what is told of a word of saying at each distance behind it."""
    by_bucket = {far: f"{sort} {opened} {far} {word}" for far in _EACH_BUCKET}
    return tuple([by_bucket[far] for far in _BUCKETS])


@lru_cache(maxsize=1024)
def _said_onward(sort: str, word: str) -> tuple[str, ...]:
    """Give what is told of a word of saying at each distance before it."""
    by_bucket = {far: f"{sort} {far} {word}" for far in _EACH_BUCKET}
    return tuple([by_bucket[far] for far in _BUCKETS])


#: What the compiled loops need to know to do what `_before`, `_onward` and `_placed` do.
_RULES = _TURNS, _OPENER, _OPENED, _NOBODY, _said_before, _said_onward, _PLACES

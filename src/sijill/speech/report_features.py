"""A passage with its words of saying and what rules found goes in; what a model sees comes out.

The model (`report_model`) labels the words of a paragraph as inside or outside of reported speech.
It sees the word, what stands there (a word of saying, a conjunction, a name), how far the last and
the next word of saying are, quotation marks, and the stretches that the rules propose.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cache, lru_cache

from sijill.citation import Span
from sijill.documents.document import MentionKind
from sijill.documents.passage import Passage
from sijill.immutable import immutable
from sijill.speech.cues import Saying, SpeechMarks
from sijill.speech.quoted_speech import Judged
from sijill.speech.report_places import Edged, Places
from sijill.tagging.channels import ITSELF, Channel, Channels, Described, PlainChannel, Spelling
from sijill.text import fold

#: How far around a word its neighbours are seen: what stands there, and the words themselves.
_REACH = 3
_WORDS = range(-2, 3)
_MARKS = range(-3, 4)
_BESIDE = range(-1, 2)
# Distances (words) count as equal up to each of these.
_STEPS = (0, 1, 2, 3, 5, 8, 12, 20)
_FAR = 99
_COMMAS = frozenset({",", "،", "、"})
_COLONS = frozenset({":", "："})
_SEMICOLONS = frozenset({";", "؛"})
_TELLING = _COMMAS | _COLONS | _SEMICOLONS
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
        Channel(-2, 2, lambda word: _spell_word(str(word), language)),
        Channel(-3, 3, lambda sign: ((_MARKS, (f"st={sign}",)),)),
        Channel(-3, 3, lambda sign: ((_MARKS, (f"m={sign}",)),)),
        Channel(-1, 1, _spell_proposal),
        Channel(-1, 1, lambda sign: ((_BESIDE, (f"q={sign}",)),)),
        Channel(0, 0, _spell_before),
        Channel(0, 0, _spell_onward),
        Channel(0, 0, _spell_place),
        PlainChannel((-1, 0), "ss=", 2, "|"),
        PlainChannel((-1, 0), "ww=", 2, "|"),
    )


def _spell_word(word: str, language: str) -> Spelling:
    own: list[str] = []
    beside: list[str] = []
    if len(word) > 3:
        own = [f"e3={word[-3:]}", f"e2={word[-2:]}", f"p2={word[:2]}"]
        beside = [f"e={word[-3:]}", f"p={word[:2]}"]
        if language == "ar":
            own += [f"p1={word[0]}", f"e1={word[-1]}", f"r={word[1:]}"]
    return ((_WORDS, (f"w={word}",)), (ITSELF, tuple(own)), ((-1, 1), tuple(beside)))


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
    sayings = places.under(told, by_middle=True)
    signs = places.under(_signs(marks) + [(start, end, f"say:{s}") for start, end, (s, _) in told])
    named = places.spread(
        ((m.start, m.end, _named_signs(m.kind)) for m in passage.outer_mentions), "-"
    )
    proposed = places.spread(
        ((p.span.start, p.span.end, _proposed_signs(p.kind, p.rule)) for p in proposals), "O|"
    )
    quoted = places.under(
        ((j.quoted.outer.start, j.quoted.outer.end, _quoted_sign(j)) for j in judged),
        at_start_only=True,
    )
    column = places.filled(signs, "-")
    return Described(
        places.units,
        places.positions,
        (
            places.words,
            column,
            named,
            proposed,
            places.filled(quoted, "-"),
            *_distances(places, signs, sayings),
            places.inside([f"{sign}|{name}" for sign, name in zip(column, named, strict=True)]),
            places.inside([*places.words]),
        ),
    )


def _signs(marks: SpeechMarks) -> list[tuple[int, int, str]]:
    """Give the small words around speech, each with the name of its sort."""
    return [
        (hit.start, hit.end, name)
        for name, hits in (
            ("cl", marks.closers),
            ("to", marks.topics),
            ("co", marks.courtesies),
            ("br", marks.breaks),
            ("he", marks.hearers),
            ("no", marks.nobodies),
            ("pr", marks.pronouns),
            ("op", marks.openers),
        )
        for hit in hits
    ]


#: A word of saying as it is told of the words around it: its sort, and its folded form.
_Told = tuple[str, str]
_NOBODY: _Told = ("0", "")


def _distances(
    places: Places, signs: Mapping[int, str], sayings: Mapping[int, _Told]
) -> tuple[list[Hashable], list[Hashable], list[Hashable]]:
    """Give for each word what `_spell_before`, `_spell_onward` and `_spell_place` spell."""
    before, onward, placed = places.filled(), places.filled(), places.filled()
    words = places.words
    telling = sorted(
        {
            *[place for place, word in enumerate(words) if word in _TELLING],
            *[place for place, sign in signs.items() if sign == "op"],
            *sayings,
        }
    )
    for begin, end, is_headline in places.sentences:
        first = bisect_left(telling, begin)
        at = telling[first : bisect_left(telling, end, first)]
        said = [(place, sayings[place]) for place in at if place in sayings]
        at.append(end - 1)
        before[begin:end] = _before(words, signs, sayings, begin, at)
        onward[begin:end] = _onward(said, begin, end)
        placed[begin:end] = _placed(words, sayings, begin, at, is_headline=is_headline)
    return before, onward, placed


def _before(
    words: Sequence[str],
    signs: Mapping[int, str],
    sayings: Mapping[int, _Told],
    begin: int,
    telling: Sequence[int],
) -> list[Hashable]:
    """Say for each word of a sentence which word of saying was before it, and how far off.

    `telling` are the places at which that may change, and the last one.
    """
    out: list[Hashable] = []
    sort, word = _NOBODY
    since, opened = _FAR, "-"
    for at in telling:
        count = at + 1 - begin
        out += _run(_said_before(sort, opened, word), since, count)
        begin += count
        since += count
        if at in sayings:
            sort, word = sayings[at]
            since, opened = 0, "-"
            continue
        if signs.get(at) == "op":
            opened = "o"
        if words[at] in _COLONS and "k" not in opened:
            opened += "k"
        elif words[at] in _SEMICOLONS:
            sort, word = _NOBODY
    return out


def _onward(said: Iterable[tuple[int, _Told]], begin: int, end: int) -> list[Hashable]:
    """Say for each word of a sentence which word of saying follows, and how far it is."""
    out: list[Hashable] = []
    for place, (sort, word) in (*said, (end, _NOBODY)):
        out += reversed(_run(_said_onward(sort, word), 0, place - begin))
        begin = place
    return out


def _placed(
    words: Sequence[str],
    sayings: Mapping[int, _Told],
    begin: int,
    telling: Sequence[int],
    *,
    is_headline: bool,
) -> list[Hashable]:
    """Say for each word of a sentence where it stands, and after how many commas, 3 at most.

    They count from the last word of saying; `telling` is as for `_before`.
    """
    out: list[str] = []
    commas = 0
    for at in telling:
        out += _run(_PLACES[is_headline][commas], len(out), at + 1 - begin - len(out))
        if at in sayings:
            commas = 0
        elif words[at] in _COMMAS:
            commas = min(commas + 1, 3)
    out[0] += " first"
    out[-1] += " last"
    return [*out]


@cache
def _named_signs(kind: MentionKind) -> Edged:
    """Give what stands at the words of a mention."""
    begun, inside = (letter + kind.value[:3] for letter in "BI")
    return inside, begun, inside, begun


@lru_cache(maxsize=256)
def _proposed_signs(kind: str, rule: str) -> Edged:
    """Give what stands at the words of a stretch that a rule proposes."""
    inside, begun, last, whole = (f"{letter}{kind[0]}|{rule}" for letter in "IBLU")
    return inside, begun, last, whole


def _quoted_sign(item: Judged) -> str:
    return item.kind.value[0] if item.kind else "s" if item.says_more else "n"


def _sort(saying: Saying) -> str:
    sort = "".join(letter for name, letter in _LETTERS.items() if name in saying.takes)
    return (
        sort + "S" * saying.is_source + "p" * bool(saying.prepositions) + "N" * bool(saying.naming)
    )


_BUCKETS = tuple(
    next((str(step) for step in _STEPS if count <= step), "99") for count in range(_STEPS[-1] + 2)
)
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
    by_bucket = {far: f"{sort} {opened} {far} {word}" for far in _BUCKETS}
    return tuple([by_bucket[far] for far in _BUCKETS])


@lru_cache(maxsize=1024)
def _said_onward(sort: str, word: str) -> tuple[str, ...]:
    """Give what is told of a word of saying at each distance before it."""
    by_bucket = {far: f"{sort} {far} {word}" for far in _BUCKETS}
    return tuple([by_bucket[far] for far in _BUCKETS])


def _run(by_distance: tuple[str, ...], first: int, count: int) -> tuple[str, ...]:
    """Give what stands at so many distances, each one more than the one before."""
    near = by_distance[first : first + count]
    missing = count - len(near)
    return near + by_distance[-1:] * missing if missing else near

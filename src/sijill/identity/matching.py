"""Two names go in; how alike they are, in which of three bands, and why, comes out.

Names of people are compared word by word, in any order: a word that contradicts vetoes. Names of
places are compared as one run of sounds, names of bodies by their translated words and the sounds
of the rest. Kanji are compared by sound only with a reading from an authority.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import permutations

from sijill.identity.names import Name, Word, analyse, regnal_of
from sijill.identity.phones import Scripts, consonants, likeness, sounds, weight
from sijill.text import WritingSystem


class Band(Enum):
    """What a likeness means: the same name, ask a person, or two names."""

    SAME = "same"
    ASK = "ask"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Comparison:
    """How alike two names are: `score` from 0 to 1, the band it falls in, and why in words."""

    score: float
    band: Band
    why: str


# Precision at SAME and recall at ASK are printed by benchmarks/names.py; run it when these change.
SAME_FROM = 0.70
ASK_FROM = 0.42
# Below this a word of a person's name contradicts the other.
_VETO_BELOW = 0.45
_SURE_WORD = 0.62
# … unless the other words are surely alike: short given names lose much with one vowel.
_PASSING_WORD = 0.48
_SURE_OTHERS = 0.7
# A name of one word, compared with another of one word.
_SURE_IF_ALONE = 0.75
_ONE_NAME_ONLY = 0.75
_INITIAL = 0.85
_MISSING = 0.07
# A name with fewer consonants than this needs more; beside kana it is never the same by sound.
_FEW = 3
_SURE_IF_SHORT = 0.85


def compare(
    first: str,
    second: str,
    *,
    kind: str = "person",
    first_reading: str | None = None,
    second_reading: str | None = None,
) -> Comparison:
    """Compare two names of one kind: `person`, `place` or `organisation`.

    The readings are kana for names in kanji, from an authority; without one a name in kanji is
    the same only as itself. States and capitals are closed lists: look them up, do not compare.
    """
    return compare_names(analyse(first, first_reading), analyse(second, second_reading), kind)


def compare_names(first: Name, second: Name, kind: str = "person") -> Comparison:
    """Compare two analysed names; see `compare`."""
    if first.text == second.text:
        return Comparison(1.0, Band.SAME, f"both are written “{first.text}”")
    if first.is_silent or second.is_silent:
        return Comparison(0.0, Band.APART, "one is in kanji, and no reading of it is known")
    if kind == "person":
        return _people(first, second)
    if kind == "organisation":
        return _organisations(first, second)
    return _places(first, second)


def _scripts(first: Name, second: Name) -> Scripts:
    bare = first.system is WritingSystem.ARABIC or second.system is WritingSystem.ARABIC
    kana = first.system is WritingSystem.JAPANESE or second.system is WritingSystem.JAPANESE
    return _SCRIPTS[bare, kana]


_SCRIPTS = {
    (False, False): Scripts.FULL,
    (True, False): Scripts.BARE,
    (False, True): Scripts.KANA,
    (True, True): Scripts.BARE_AND_KANA,
}


def _banded(score: float, first: Name, second: Name, reason: str = "") -> Comparison:
    pair = f"“{first.text}” and “{second.text}”"
    tail = f": {reason}" if reason else ""
    if score >= SAME_FROM:
        return Comparison(score, Band.SAME, f"{pair} sound alike ({score:.2f}){tail}")
    if score >= ASK_FROM:
        return Comparison(score, Band.ASK, f"{pair} sound somewhat alike ({score:.2f}){tail}")
    return Comparison(score, Band.APART, f"{pair} sound different ({score:.2f}){tail}")


def _places(first: Name, second: Name) -> Comparison:
    scripts = _scripts(first, second)
    score = likeness(first.whole, second.whole, scripts)
    if score < 1.0 and (first.core != first.whole or second.core != second.whole):
        by_core = likeness(first.core, second.core, scripts)
        if first.concepts != second.concepts:
            by_core *= 0.6
        score = max(score, by_core)
    found = _banded(score, first, second)
    few = min(consonants(first.whole), consonants(second.whole)) < _FEW
    # Kana write r and l, b and v, and two lengths of a vowel alike.
    beside_kana = (first.system is WritingSystem.JAPANESE) != (
        second.system is WritingSystem.JAPANESE
    )
    if found.band is Band.SAME and few and (beside_kana or score < _SURE_IF_SHORT):
        # Rome and Lomé: so few consonants are not enough to be sure.
        return Comparison(score, Band.ASK, f"{found.why}: too short to be sure")
    return found


def _organisations(first: Name, second: Name) -> Comparison:
    scripts = _scripts(first, second)
    whole = likeness(first.whole, second.whole, scripts)
    if not first.concepts and not second.concepts:
        core = likeness(first.core, second.core, scripts)
        return _banded(max(whole, core), first, second)
    shared = first.concepts & second.concepts
    either = first.concepts | second.concepts
    agreement = len(shared) / len(either)
    if first.is_common or second.is_common:
        # Nothing but translated words: they are all there is to compare.
        core = 1.0 if first.is_common and second.is_common else 0.0
    else:
        core = likeness(first.core, second.core, scripts)
    # Both must agree: what kind of body it is, and what it is called.
    score = max(min(core, 0.35 + 0.65 * agreement), whole if agreement == 1.0 else whole * 0.8)
    reason = f"both are “{', '.join(sorted(shared))}”" if shared else "they are bodies of two kinds"
    return _banded(score, first, second, reason)


def _people(first: Name, second: Name) -> Comparison:
    a, b = first.words, second.words
    if len(a) > len(b):
        a, b = b, a
    if not a:
        return Comparison(0.0, Band.APART, "nothing of one name can be pronounced")
    scripts = _scripts(first, second)
    numbers = regnal_of(first), regnal_of(second)
    if all(numbers) and numbers[0] != numbers[1]:
        return Comparison(0.0, Band.APART, f"“{first.text}” and “{second.text}” are of two numbers")
    if len(a) != len(b) or len(b) > 4:
        # Written apart in one script and together in the other: نور سلطان, Nursultan.
        joined = likeness(first.together, second.together, scripts)
        if joined >= 0.8 and len(a) > 1:
            return _banded(joined, first, second)
        if joined >= 0.9:
            return _banded(joined, first, second, "one is written apart, the other together")
    if (first.is_chain or second.is_chain) and len(a) > 1:
        own = _alike(a[0], b[0], scripts)
        if own < _VETO_BELOW:
            reason = f"“{a[0].text}” and “{b[0].text}” are two people of one family at most"
            return _banded(min(0.9 * ASK_FROM, own), first, second, reason)
    if len(a) == 1 and len(b) > 1:
        return _one_name(first, second, a[0], b, scripts)
    pairs, missing = _assign(a, b, scripts)
    if len(a) > 1:
        doubtful = len(b) > len(a) and min(pairs)[0] < _SURE_WORD
        for merged in _merged(b) if doubtful else ():
            # Kassym-Jomart is one word in katakana, two elsewhere.
            other, left = _assign(a, merged, scripts)
            if min(other)[0] > min(pairs)[0]:
                pairs, missing = other, left
    lowest = min(pairs, key=lambda pair: pair[0])
    total = sum(p[3] for p in pairs)
    mean = sum(p[0] * p[3] for p in pairs) / total
    if lowest[0] < _VETO_BELOW:
        score = min(0.9 * ASK_FROM, mean * (0.4 + lowest[0]))
        return _banded(score, first, second, f"“{lowest[1]}” and “{lowest[2]}” are two names")
    if lowest[0] < _SURE_WORD and (lowest[0] < _PASSING_WORD or mean < _SURE_OTHERS):
        mean = min(mean, SAME_FROM - 0.01)
    if any(numbers) and len(a) == 1 and not all(numbers):
        mean = min(mean, SAME_FROM - 0.01)  # Abdulla may be any, Abdullah II is one
    elif all(numbers) and mean >= _VETO_BELOW:
        return _banded(max(mean, SAME_FROM), first, second, "both bear the same number")
    if len(a) == 1 and mean < _SURE_IF_ALONE:
        mean = min(mean, SAME_FROM - 0.01)
    score = max(0.0, mean - _MISSING * missing)
    reason = f"{missing} word(s) stand in one only" if missing else ""
    return _banded(score, first, second, reason)


def _merged(words: tuple[Word, ...]) -> list[tuple[Word, ...]]:
    """Give the name with each two neighbours written as one word."""
    return [
        (
            *words[:i],
            Word(words[i].text + words[i + 1].text, words[i].codes + words[i + 1].codes),
            *words[i + 2 :],
        )
        for i in range(len(words) - 1)
    ]


def _one_name(
    first: Name, second: Name, word: Word, others: tuple[Word, ...], scripts: Scripts
) -> Comparison:
    whole = [other for other in others if not other.is_initial] or list(others)
    best = max((_alike(word, other, scripts), other.text) for other in whole)
    if best[0] < _SURE_WORD:
        return _banded(min(best[0], 0.9 * ASK_FROM), first, second)
    score = _ONE_NAME_ONLY * min(1.0, best[0]) * 0.92
    return _banded(score, first, second, f"only “{best[1]}” stands in both")


_Pair = tuple[float, str, str, int]


def _assign(a: tuple[Word, ...], b: tuple[Word, ...], scripts: Scripts) -> tuple[list[_Pair], int]:
    """Pair each word of the shorter name with one of the longer, as well as can be.

    Returns the pairs (likeness, both words, weight) and how many words of the longer are left
    that are no patronymics.
    """
    grid = [[_alike(x, y, scripts) for y in b] for x in a]
    if len(b) == 2 and len(a) == 2:
        straight = grid[0][0] + grid[1][1] >= grid[0][1] + grid[1][0]
        chosen = [(0, 0), (1, 1)] if straight else [(0, 1), (1, 0)]
    elif len(b) <= 4:
        orders = permutations(range(len(b)), len(a))
        best = max(orders, key=lambda order: sum(grid[i][j] for i, j in enumerate(order)))
        chosen = list(enumerate(best))
    else:
        chosen = []
        free = set(range(len(b)))
        for i in sorted(range(len(a)), key=lambda i: -max(grid[i])):
            j = max(sorted(free), key=lambda j: grid[i][j])
            free.discard(j)
            chosen.append((i, j))
    pairs = [
        (grid[i][j], a[i].text, b[j].text, max(weight(a[i].codes), weight(b[j].codes), 1))
        for i, j in chosen
    ]
    used = {j for _, j in chosen}
    missing = sum(1 for j, y in enumerate(b) if j not in used and not y.is_patronymic)
    return pairs, missing


def _alike(x: Word, y: Word, scripts: Scripts) -> float:
    if x.codes == y.codes:
        return 1.0
    if x.is_initial or y.is_initial:
        near = sounds().distances[x.codes[0]][y.codes[0]]
        return _INITIAL if near <= 15 else 0.0
    found = likeness(x.codes, y.codes, scripts)
    if found < _SURE_WORD and (x.without_article is None) != (y.without_article is None):
        bare = likeness(x.without_article or x.codes, y.without_article or y.codes, scripts)
        return max(found, bare)
    return found

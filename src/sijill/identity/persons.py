"""Two names of people go in; how alike they are, and why, comes out.

Every word must find its like in the other name, in an order that names may take; one word that
contradicts vetoes. Given names that many bear are looked up (Hassan and Hussein sound alike and
are two), all others are compared by sound.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations

from sijill.identity.comparison import ASK_FROM, SAME_FROM, Comparison, banded, scripts_of
from sijill.identity.edges import part_at_edges
from sijill.identity.name_words import Word
from sijill.identity.names import Name, regnal_of
from sijill.identity.phones import (
    Scripts,
    consonants,
    likeness,
    sound_of,
    sounds,
    word_likeness,
)
from sijill.identity.syllables import skeletons_agree

# Below this a word contradicts the other.
_VETO_BELOW = 0.45
# From here a word is surely the other's, for each value of `Scripts`: what one script leaves out
# is made up for by the other words, and brothers' names are told apart where all is written.
_SURE_WORD = (0.70, 0.64, 0.65, 0.53)
_SURE_MEAN = 0.66
# From here a word of so many consonants is nearly the other's.
_NEAR_WORD = 0.5
_NEAR_CONSONANTS = 4
# A name of one word, compared with another of one word.
_SURE_IF_ALONE = 0.75
_ONE_NAME_ONLY = 0.69
_INITIAL = 0.85
_MISSING = 0.04
_RUN_ALIKE = 0.35
_SAME_COMMON = 0.95
_OTHER_COMMON = 0.40
_OTHER_SYLLABLES = 0.50
_READ_OTHERWISE = 0.95
_UNSURE = SAME_FROM - 0.01
_APART = 0.9 * ASK_FROM


def compare_people(first: Name, second: Name) -> Comparison:
    """Compare two names of people that can be pronounced; see `matching.compare`."""
    a, b = first.words, second.words
    if len(a) > len(b):
        a, b = b, a
    if not a:
        return banded(0.0, first, second, "nothing of one name can be pronounced")
    scripts = scripts_of(first, second)
    numbers = regnal_of(first), regnal_of(second)
    if all(numbers) and numbers[0] != numbers[1]:
        return banded(0.0, first, second, "they bear two numbers")
    if (first.is_chain or second.is_chain) and len(a) > 1:
        own = _alike(a[0], b[0], scripts)
        if own < _VETO_BELOW:
            reason = f"“{a[0].text}” and “{b[0].text}” are two people of one family at most"
            return banded(min(_APART, own), first, second, reason)
    if len(a) == 1:
        if len(b) > 1:
            return _one_name(first, second, a[0], b, scripts)
        return _both_of_one_word(first, second, a[0], b[0], scripts, numbers)
    grid: list[list[float]] = []
    # Of three words and more, two may be written as one in the other name.
    runs_alike = None if len(b) > 2 else False
    for word in a:
        grid.append([_alike(word, other, scripts) for other in b])
        # Most pairs are of strangers: the first word without its like is the end of it.
        if max(grid[-1]) < _VETO_BELOW:
            if runs_alike is None:
                runs_alike = likeness(first.together, second.together, scripts) >= _RUN_ALIKE
            if not runs_alike:
                score, reason = _contradiction(word, b, grid)
                return banded(_APART * score, first, second, reason)
    fit = _best_fit(a, b, grid, scripts)
    lowest = fit.lowest
    mean = fit.mean
    if lowest.likeness < _VETO_BELOW:
        score = min(_APART, mean * (0.4 + lowest.likeness))
        return banded(score, first, second, f"“{lowest.one}” and “{lowest.other}” are two names")
    if all(numbers):
        return banded(max(mean, SAME_FROM), first, second, "both bear the same number")
    doubt = _doubt(fit, first, second, scripts)
    if doubt:
        return banded(min(mean, _UNSURE), first, second, doubt)
    reason = f"{fit.missing} word(s) stand in one only" if fit.missing else ""
    if lowest.likeness < _SURE_WORD[scripts] or mean < _SURE_MEAN:
        near = not fit.missing and all(_is_near(pair, scripts) for pair in fit.pairs)
        return banded(min(mean, _UNSURE), first, second, reason, is_near=near)
    score = max(SAME_FROM, mean - _MISSING * fit.missing)
    return banded(score, first, second, reason)


def _is_near(pair: _Pair, scripts: Scripts) -> bool:
    """Say whether two words sound alike, or nearly so and are long enough to tell (Qiang is not).

    What is near is another spelling of one name when a post says so too (رحمنقولوف, Rakhmonkulov).
    """
    if pair.likeness >= _SURE_WORD[scripts]:
        return True
    short = min(consonants(pair.first.codes), consonants(pair.second.codes))
    return pair.likeness >= _NEAR_WORD and short >= _NEAR_CONSONANTS


def _contradiction(
    word: Word, others: tuple[Word, ...], grid: list[list[float]]
) -> tuple[float, str]:
    """Say how alike two names are of which one has a word without its like, and why.

    `grid` holds the words compared so far, that one last.
    """
    best = max(grid[-1])
    other = others[grid[-1].index(best)].text
    mean = sum(map(max, grid)) / len(grid)
    return mean * (0.4 + best), f"“{word.text}” and “{other}” are two names"


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two words that stand for each other, and how much they weigh."""

    likeness: float
    first: Word
    second: Word
    weight: int

    @property
    def one(self) -> str:
        return self.first.text

    @property
    def other(self) -> str:
        return self.second.text


@dataclass(frozen=True, slots=True)
class _Fit:
    """The words of two names in pairs; `order` says which word of the longer each pairs with.

    `missing` counts words of the longer name, other than patronymics, that stand alone.
    """

    pairs: tuple[_Pair, ...]
    order: tuple[int, ...]
    missing: int

    @property
    def lowest(self) -> _Pair:
        return min(self.pairs, key=lambda pair: pair.likeness)

    @property
    def mean(self) -> float:
        total = sum(pair.weight for pair in self.pairs)
        return sum(pair.likeness * pair.weight for pair in self.pairs) / total


def _best_fit(
    a: tuple[Word, ...], b: tuple[Word, ...], grid: list[list[float]], scripts: Scripts
) -> _Fit:
    """Pair the words of two names as well as can be, also those written apart in one only.

    `grid` says how alike each word of `a` is to each of `b`.
    """
    best = _fit(a, b, grid)
    if best.lowest.likeness >= _SURE_WORD[scripts] and (len(a) == len(b) or not best.missing):
        return best
    # Kassym-Jomart is one word in katakana, نور سلطان two in Arabic.
    for left, right in _written_together(a, b):
        fit = _fit(left, right, [[_alike(x, y, scripts) for y in right] for x in left])
        if _rank(fit) > _rank(best):
            best = fit
    return best


def _rank(fit: _Fit) -> float:
    return min(fit.lowest.likeness, 0.8) - 0.1 * fit.missing


def _written_together(
    a: tuple[Word, ...], b: tuple[Word, ...]
) -> list[tuple[tuple[Word, ...], tuple[Word, ...]]]:
    """Give the names with neighbours of one of them, or of each in another place, as one word.

    At least two words are left of each, so that each still has to find its like.
    """
    if len(a) < len(b):
        ways = [(a, merged) for merged in _merged(b)]
        if len(b) > len(a) + 1:
            ways += [(a, twice) for merged in _merged(b) for twice in _merged(merged)]
        return ways
    left, right = _merged(a), _merged(b)
    return [(x, y) for i, x in enumerate(left) for j, y in enumerate(right) if i != j]


def _merged(words: tuple[Word, ...]) -> list[tuple[Word, ...]]:
    """Give the name with each two neighbours written as one word."""
    if not 2 < len(words) < 7:
        return []
    return [
        (
            *words[:i],
            _together(words[i], words[i + 1]),
            *words[i + 2 :],
        )
        for i in range(len(words) - 1)
        if not (words[i].is_patronymic or words[i + 1].is_patronymic)
    ]


def _together(first: Word, second: Word) -> Word:
    return Word(
        first.text + second.text,
        sound_of(first.codes + second.codes),
        syllables=first.syllables + second.syllables,
        skeleton=first.skeleton + second.skeleton,
    )


def _fit(a: tuple[Word, ...], b: tuple[Word, ...], grid: list[list[float]]) -> _Fit:
    """Pair each word of the shorter name with one of the longer, as well as can be."""
    if len(b) == 2 and len(a) == 2:
        straight = grid[0][0] + grid[1][1] >= grid[0][1] + grid[1][0]
        order: tuple[int, ...] = (0, 1) if straight else (1, 0)
    elif len(b) <= 4:
        order = max(
            permutations(range(len(b)), len(a)),
            key=lambda places: sum(grid[i][j] for i, j in enumerate(places)),
        )
    else:
        free = set(range(len(b)))
        place_by_word: dict[int, int] = {}
        for i in sorted(range(len(a)), key=lambda i: -max(grid[i])):
            j = max(sorted(free), key=lambda j: grid[i][j])
            free.discard(j)
            place_by_word[i] = j
        order = tuple(place_by_word[i] for i in range(len(a)))
    pairs = tuple(
        _Pair(grid[i][j], a[i], b[j], max(a[i].sound.weights[0], b[j].sound.weights[0], 1))
        for i, j in enumerate(order)
    )
    used = set(order)
    missing = sum(1 for j, y in enumerate(b) if j not in used and not y.is_patronymic)
    return _Fit(pairs, order, missing)


def _doubt(fit: _Fit, first: Name, second: Name, scripts: Scripts) -> str:
    """Say what makes two names that sound alike doubtful, or nothing."""
    if _is_other_order(fit):
        return "the words stand in another order, as those of father and son do"
    if fit.missing and first.is_chain != second.is_chain and _are_given_names(fit):
        return "only given names stand in both, and the family name in one"
    for pair in fit.pairs:
        is_pair = {pair.first.role, pair.second.role} == {"man", "woman"}
        others = [other for other in fit.pairs if other is not pair]
        if (is_pair and not _is_case(fit, pair)) or (
            _are_two_names(pair) and not any(_is_in_case(other, scripts) for other in others)
        ):
            return f"“{pair.one}” and “{pair.other}” are a man's and a woman's, or two cases"
    return ""


def _is_in_case(pair: _Pair, scripts: Scripts) -> bool:
    """Say whether one word, put into the nominative, is more like the other than as it stands."""
    for one, other in ((pair.first, pair.second), (pair.second, pair.first)):
        if one.role == "case" and one.role != other.role:
            as_told = word_likeness(one.sound, other.sound, scripts)
            if any(word_likeness(sound, other.sound, scripts) > as_told for sound, _ in one.also):
                return True
    return False


def _are_two_names(pair: _Pair) -> bool:
    """Say whether two words are different given names, alike only as one may stand in a case."""
    one, other = pair.first.common, pair.second.common
    return one is not None and other is not None and one.ids.isdisjoint(other.ids)


def _is_other_order(fit: _Fit) -> bool:
    """Say whether words change places other than a family name that goes before or after."""
    size = len(fit.order)
    if fit.order == tuple(sorted(fit.order)):
        return False
    if size == 2:
        return _are_given_names(fit)
    ranks = tuple(sorted(fit.order).index(place) for place in fit.order)
    turned = {(*range(k, size), *range(k)) for k in range(1, size)}
    return ranks not in turned


def _are_given_names(fit: _Fit) -> bool:
    """Say whether all words that stand for each other are given names that Arabs bear."""
    words = [word for pair in fit.pairs for word in (pair.first, pair.second)]
    return all(word.common is not None and word.common.is_arabic for word in words)


def _is_case(fit: _Fit, family: _Pair) -> bool:
    """Say whether another word of the name stands in a case too: Касым-Жомарта Токаева."""
    return any(
        pair is not family and {pair.first.role, pair.second.role} == {"case", ""}
        for pair in fit.pairs
    )


def _one_name(
    first: Name, second: Name, word: Word, others: tuple[Word, ...], scripts: Scripts
) -> Comparison:
    joined = likeness(first.together, second.together, scripts)
    if joined >= 0.9:
        return banded(joined, first, second, "one is written apart, the other together")
    whole = [other for other in others if not other.is_initial] or list(others)
    best = max(
        ((_alike(word, other, scripts), other.text) for other in whole),
        key=lambda found: found[0],
    )
    if best[0] < _SURE_WORD[scripts]:
        return banded(min(best[0], _APART), first, second, is_partial=True)
    score = _ONE_NAME_ONLY * min(1.0, best[0])
    return banded(score, first, second, f"only “{best[1]}” stands in both", is_partial=True)


def _both_of_one_word(
    first: Name,
    second: Name,
    one: Word,
    other: Word,
    scripts: Scripts,
    numbers: tuple[frozenset[str], frozenset[str]],
) -> Comparison:
    score = _alike(one, other, scripts)
    if score < _VETO_BELOW:
        reason = f"“{one.text}” and “{other.text}” are two names"
        return banded(min(_APART, score), first, second, reason)
    if all(numbers):
        return banded(max(score, SAME_FROM), first, second, "both bear the same number")
    if any(numbers):
        return banded(min(score, _UNSURE), first, second, "one bears a number, the other none")
    if {one.role, other.role} == {"man", "woman"} or _are_two_names(_Pair(score, one, other, 1)):
        reason = "a man's and a woman's name, or two cases of one"
        return banded(min(score, _UNSURE), first, second, reason)
    return banded(score if score >= _SURE_IF_ALONE else min(score, _UNSURE), first, second)


def _may_be_cases(x: Word, y: Word) -> bool:
    """Say whether one word may be a case of the given name that the other is, or is a case of."""
    return any(
        case is not None and name is not None and not case.ids.isdisjoint(name.ids)
        for case, name in (
            (x.case_of, y.common),
            (y.case_of, x.common),
            (x.case_of, y.case_of),
        )
    )


def _alike(x: Word, y: Word, scripts: Scripts) -> float:
    one, other = x.common, y.common
    if one is not None and other is not None and not one.ids.isdisjoint(other.ids):
        return 1.0 if x.sound is y.sound else _SAME_COMMON
    if _may_be_cases(x, y):
        return _SAME_COMMON
    if one is not None and other is not None:
        return min(_OTHER_COMMON, word_likeness(x.sound, y.sound, scripts))
    if x.sound is y.sound:
        return 1.0
    if x.syllables and y.syllables:
        if x.syllables == y.syllables:
            return 1.0
        return min(_OTHER_SYLLABLES, word_likeness(x.sound, y.sound, scripts))
    if x.skeleton and y.skeleton and bool(x.syllables) != bool(y.syllables):
        found = word_likeness(x.sound, y.sound, scripts)
        one_word, written = (x, y) if x.syllables else (y, x)
        agree = skeletons_agree(one_word.skeleton, written.skeleton)
        return found if agree else min(_OTHER_SYLLABLES, found)
    if x.is_initial or y.is_initial:
        near = sounds().distances[Scripts.FULL][x.codes[0]][y.codes[0]]
        return _INITIAL if near <= 15 else 0.0
    found = word_likeness(x.sound, y.sound, scripts)
    are_apart = found > 0 and part_at_edges(x.text, y.text, x.role, y.role)
    if are_apart:
        found = min(_OTHER_SYLLABLES, found)
    if found < _SURE_WORD[scripts] and (x.also or y.also):
        for sound, sure in x.also:
            found = max(found, sure * word_likeness(sound, y.sound, scripts))
        for sound, sure in y.also:
            found = max(found, sure * word_likeness(x.sound, sound, scripts))
    if 0 < found < _SURE_WORD[scripts] and not are_apart:
        for sound in x.readings:
            found = max(found, _READ_OTHERWISE * word_likeness(sound, y.sound, scripts))
        for sound in y.readings:
            found = max(found, _READ_OTHERWISE * word_likeness(x.sound, sound, scripts))
    return found

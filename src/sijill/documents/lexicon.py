"""A language's word tables go in; for each token of a sentence come out the classes it belongs to.

`words.tsv` holds words that stand beside or inside names (honorifics, kinds of organisation and
place, kin, words of saying); `posts.tsv` the words of posts with their role. Both speak of the
language, not of any text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from sijill.documents.asked_once import asked_once
from sijill.documents.deadline import check
from sijill.documents.document import Sentence
from sijill.documents.expressions import expression
from sijill.documents.kept_answers import when_forgetting
from sijill.documents.tokens import ending_cuts, proclitic_cuts
from sijill.immutable import immutable
from sijill.known_words import KnownWords
from sijill.languages import WITH_ENDINGS
from sijill.tables import open_table
from sijill.text import fold, fold_word
from sijill.word_tables import WordTable

#: How many letters the star of a pattern may stand for.
MOST_ENDING = 7
#: How many words the dots of a pattern may stand for.
MOST_GAP = 3
#: So many letters tell which open words may begin one; none of these is shorter.
_HEAD = 3
#: No pattern reaches over so many words, with all its dots.
LONGEST_POST = 24
#: The posts of so many sentences are kept.
_MOST_SENTENCES = 4096


@immutable
class PostPattern:
    """One row of `posts.tsv`: its folded words, `*` and `…` kept, and the role they tell.

    `second` is what tells its second word: the word as it stands, the first letters of an open one
    with the star, nothing for a gap or for too few of them; `third` does so of its third word.
    `weight` is the number of its letters, `rank` its place in the table.
    """

    words: tuple[str, ...]
    second: str
    third: str
    role: str
    weight: int
    rank: int


@immutable
class PostHit:
    """Words of a post: the half-open range of tokens they cover, and the role."""

    first: int
    last: int
    role: str
    weight: int


class _Openings(NamedTuple):
    """The patterns that a word may be the first one of, the longest first, and which to try.

    `always` are the places in `patterns` of those without a second word or with a gap there,
    `by_second` those of the others by what tells that word; `roles` are those of all.
    """

    patterns: tuple[PostPattern, ...]
    always: tuple[int, ...]
    by_second: Mapping[str, tuple[int, ...]]
    roles: frozenset[str]


@asked_once
def word_classes(language: str) -> dict[str, tuple[str, ...]]:
    """Give the classes of each folded word of `words.tsv`."""
    classes: dict[str, set[str]] = {}
    for row in open_table(f"{language}/words.tsv", ("word", "class")):
        classes.setdefault(fold_word(row["word"]), set()).add(row["class"])
    return {word: tuple(sorted(found)) for word, found in classes.items()}


def classes_at_end(name: str, language: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Give how many letters of the end of a name are a word of the table, and its classes.

    The longest first; only of use where no blank parts words: 「選挙管理委員会」.
    """
    classes, folded = word_classes(language), fold(name).rstrip("」")
    for length in range(len(folded), 0, -1):
        if (found := classes.get(folded[-length:])) is not None:
            yield length, found


def is_name_part(folded: str, language: str) -> bool:
    """Say whether a folded word is a particle or an article inside of names: bin, van, аль, ас."""
    return folded in name_particles(language)


@asked_once
def name_particles(language: str) -> frozenset[str]:
    """Give the folded words that are particles or articles inside of names."""
    classes = word_classes(language)
    return frozenset(word for word in classes if not _NAME_PARTS.isdisjoint(classes[word]))


#: The Arabic article, and what it is behind a particle that its first letter is lost behind.
_ARTICLE = "ال"
_ARTICLES = (_ARTICLE, "لل")
#: What stands in a pattern for up to MOST_GAP words.
_GAP = "…"
_NAME_PARTS = frozenset({"name_part", "name_article"})


@asked_once
def _post_patterns(
    language: str,
) -> tuple[dict[str, tuple[PostPattern, ...]], dict[str, tuple[str, ...]]]:
    """Give patterns by their first word, and what those that are open begin with.

    The latter stand by the first letters, of which all that begin a pattern are known.
    """
    patterns: dict[str, list[PostPattern]] = {}
    for rank, row in enumerate(open_table(f"{language}/posts.tsv", ("pattern", "role"))):
        # Folding would write the gap as three full stops.
        words = tuple(w if w == _GAP else fold_word(w) for w in row["pattern"].split())
        second, third = (_told_by(word) for word in (*words[1:3], _GAP, _GAP)[:2])
        weight = sum(len(w.rstrip("*")) for w in words)
        pattern = PostPattern(words, second, third, row["role"], weight, rank)
        patterns.setdefault(words[0], []).append(pattern)
    stems: dict[str, list[str]] = {}
    for first in patterns:
        of_head = stems.setdefault(first[:_HEAD], [])
        if first.endswith("*"):
            of_head.append(first[:-1])
    by_head = {head: tuple(alike) for head, alike in stems.items()}
    return {first: tuple(alike) for first, alike in patterns.items()}, by_head


def _told_by(word: str) -> str:
    if not word.endswith("*"):
        return "" if word == _GAP else word
    return word[:_HEAD] + "*" if len(word) > _HEAD else ""


def comparable_forms(word: str, language: str) -> tuple[str, ...]:
    """Give the folded forms under which a word may stand in a table: itself, then cut forms."""
    return forms_of(language)[word]


@asked_once
def forms_of(language: str) -> WordTable[tuple[str, ...]]:
    """Give the comparable forms of each word."""
    return WordTable(lambda word: _cut(word, language))


def _cut(word: str, language: str) -> tuple[str, ...]:
    folded = fold_word(word)
    if language == "ar":
        forms = [folded]
        if folded[:2] in _ARTICLES and len(folded) > 4:
            forms.append(folded[2:])
        for cut in proclitic_cuts(word, "ar"):
            rest = folded[len(fold_word(word[:cut])) :]
            forms.append(rest)
            if rest[:2] == _ARTICLE and len(rest) > 4:
                forms.append(rest[2:])
            if word[cut - 1] == "ل" and rest[:1] == "ل" and len(rest) > 3:
                forms.append(rest[1:])
        return tuple(dict.fromkeys(forms))
    if language in WITH_ENDINGS and (cuts := ending_cuts(word, language)):
        return (folded, *[folded[: len(folded) - cut] for cut in cuts])
    return (folded,)


def _fits(pattern: str, forms: tuple[str, ...]) -> bool:
    if pattern[-1] != "*":
        return pattern in forms
    stem, most = pattern[:-1], len(pattern) - 1 + MOST_ENDING
    return any(form.startswith(stem) and len(form) <= most for form in forms)


def find_post_words(words: Sequence[str], language: str) -> tuple[PostHit, ...]:
    """Find the words of posts among tokens; of patterns at one place the longest is given.

    Ranges may overlap: `deputy foreign minister` also holds `foreign minister`.
    """
    return _post_words(tuple(words), language)


def is_post_word(word: str, language: str) -> bool:
    """Say whether `find_post_words` finds a post in a word that stands alone."""
    starting = _openings(language)[word]
    return starting is not None and _best_post(starting, (word,), 0, language) is not None


@lru_cache(maxsize=4096)
def _post_words(words: tuple[str, ...], language: str) -> tuple[PostHit, ...]:
    return _find_posts(words, language)


def _find_posts(words: Sequence[str], language: str) -> tuple[PostHit, ...]:
    """Do what `find_post_words` does, nothing of it kept."""
    begun = _openings(language).told_among(words)
    hits = [_best_post(found, words, first, language) for first, found in begun]
    return tuple([hit for hit in hits if hit is not None])


#: What `posts_in` told of the sentences of a text, by which they are.
_told_in: dict[int, tuple[Sentence, str, tuple[PostHit, ...]]] = {}
when_forgetting(_told_in.clear)


def posts_in(sentence: Sentence, language: str) -> tuple[PostHit, ...]:
    """Find the words of posts in a sentence, once while its text is read."""
    kept = _told_in.get(id(sentence))
    if kept is not None and kept[0] is sentence and kept[1] == language:
        return kept[2]
    if len(_told_in) >= _MOST_SENTENCES:
        _told_in.clear()
    hits = _find_posts([token.text for token in sentence.tokens], language)
    _told_in[id(sentence)] = (sentence, language, hits)
    return hits


@asked_once
def _openings(language: str) -> WordTable[_Openings | None]:
    """Give the patterns that each word may be the first one of."""
    forms = forms_of(language)
    return WordTable(lambda word: _starting(word, forms[word], language))


def _starting(word: str, forms: Iterable[str], language: str) -> _Openings | None:
    """Give the patterns that one of a word’s forms may be the first word of, None for none."""
    patterns, by_head = _post_patterns(language)
    firsts = []
    for form in forms:
        stems = by_head.get(form[:_HEAD])
        if stems is None:
            continue  # as for most
        if form in patterns:
            firsts.append(form)
        if form.startswith(stems):
            begun = [stem for stem in stems if form.startswith(stem)]
            firsts += [f"{stem}*" for stem in begun if len(form) <= len(stem) + MOST_ENDING]
    # «экологии» is no ecologist.
    if not firsts or expression(language, "field_of_study").fullmatch(word):
        return None
    return _opened_by(frozenset(firsts), language)


@cache
def _opened_by(firsts: frozenset[str], language: str) -> _Openings:
    """Give the patterns with one of these first words: of all forms of a word they are the same."""
    patterns, _ = _post_patterns(language)
    found = [pattern for first in firsts for pattern in patterns[first]]
    found.sort(key=lambda p: (-p.weight, p.words[0].rstrip("*")[:2], p.rank))
    by_second: dict[str, list[int]] = {}
    for place, pattern in enumerate(found):
        by_second.setdefault(pattern.second, []).append(place)
    always = by_second.pop("", [])
    return _Openings(
        tuple(found),
        tuple(always),
        {word: tuple(places) for word, places in by_second.items()},
        frozenset(pattern.role for pattern in found),
    )


def _best_post(
    starting: _Openings, words: Sequence[str], first: int, language: str
) -> PostHit | None:
    """Give the first of patterns that stands at a token, which is known to fit their first word."""
    places = starting.always
    if starting.by_second and first + 1 < len(words):
        by_second = starting.by_second
        told = [
            by_second[told] for told in _tellings(language)[words[first + 1]] if told in by_second
        ]
        if told:
            places = tuple(sorted(chain(places, *told)))
    behind: frozenset[str] | None = None
    for place in places:
        pattern = starting.patterns[place]
        if len(pattern.words) == 1:
            return PostHit(first, first + 1, pattern.role, pattern.weight)
        if pattern.third:
            # Of many patterns with the same two words or a gap the third tells most apart.
            if behind is None:
                behind = _told_behind(words, first, language)
            if pattern.third not in behind:
                continue
        last = _match(pattern.words, words, first, language)
        if last:
            return PostHit(first, last, pattern.role, pattern.weight)
    return None


def _told_behind(words: Sequence[str], first: int, language: str) -> frozenset[str]:
    """Give what the words behind a token tell that may be the third of a pattern, with its gap."""
    tellings = _tellings(language)
    near = words[first + 1 : first + 2 + MOST_GAP]
    return frozenset(chain.from_iterable(tellings[word] for word in near))


@asked_once
def _tellings(language: str) -> WordTable[tuple[str, ...]]:
    """Give what each word may tell as the second of a pattern: its forms, and their beginnings."""
    forms = forms_of(language)
    return WordTable(lambda word: (*forms[word], *{form[:_HEAD] + "*" for form in forms[word]}))


def begins_post(words: Sequence[str], language: str) -> PostHit | None:
    """Give the longest post whose words begin with the first of these, taken as it is written.

    Unlike `find_post_words` no particle may be cut off the first word.
    """
    check()
    if not words:
        return None
    starting = _whole_openings(language)[words[0]]
    return _best_post(starting, words[:LONGEST_POST], 0, language) if starting else None


def roles_begun_by(word: str, language: str) -> frozenset[str]:
    """Give the roles of the posts that may begin with a word as it is written.

    Where the wanted one is not among them `begins_post` need not be asked.
    """
    starting = _whole_openings(language)[word]
    return starting.roles if starting is not None else frozenset()


@asked_once
def _whole_openings(language: str) -> WordTable[_Openings | None]:
    """Give the patterns that each word may be the first one of, no particle cut off."""
    return WordTable(lambda word: _starting_whole(word, language))


def _starting_whole(word: str, language: str) -> _Openings | None:
    folded = fold_word(word)
    is_long = language == "ar" and len(folded) > 4
    forms = (folded, folded.removeprefix("ال")) if is_long else (folded,)
    if forms == comparable_forms(word, language):
        return _openings(language)[word]
    return _starting(word, forms, language)


def _match(pattern: tuple[str, ...], words: Sequence[str], first: int, language: str) -> int:
    """Give the token after the match, 0 for none; the first word is known to fit."""
    position = first + 1
    gap = 0
    forms = forms_of(language)
    for word in pattern[1:]:
        if word == _GAP:
            gap = MOST_GAP
            continue
        for at in range(position, min(position + gap + 1, len(words))):
            told = forms[words[at]]
            if _fits(word, told):
                position = at + 1
                break
            if not told[0][:1].isalnum() and told[0] != "-":
                return 0  # a post goes over no comma
        else:
            return 0
        gap = 0
    return position


@cache
def _japanese_labels() -> dict[str, tuple[str, ...]]:
    """Give the labels of each folded word of the Japanese tables."""
    labels: dict[str, set[str]] = {}
    for row in open_table("ja/words.tsv", ("word", "class")):
        labels.setdefault(fold_word(row["word"]), set()).add(row["class"])
    for row in open_table("ja/posts.tsv", ("pattern", "role")):
        labels.setdefault(fold_word(row["pattern"]), set()).add("post=" + row["role"])
    return {word: tuple(sorted(found)) for word, found in sorted(labels.items())}


@cache
def _japanese_words() -> KnownWords[tuple[str, ...]]:
    return KnownWords(_japanese_labels())


@cache
def _japanese_lengths(at: int) -> dict[str, tuple[int, ...]]:
    """Give how long the words are that have a sign at a place, the longest first."""
    lengths: dict[str, set[int]] = {}
    for word in _japanese_labels():
        lengths.setdefault(word[at], set()).add(len(word))
    return {sign: tuple(sorted(found, reverse=True)) for sign, found in lengths.items()}


def japanese_word_at_start(folded: str) -> tuple[int, tuple[str, ...]] | None:
    """Give the length and classes of the word that `find_japanese_words` finds first in a text,
    where it stands at its very beginning; else None.
    """
    known = _japanese_labels()
    for length in _japanese_lengths(0).get(folded[:1], ()):
        if length <= len(folded) and (labels := known.get(folded[:length])) is not None:
            return length, labels
    return None


def japanese_word_at_end(folded: str) -> tuple[int, tuple[str, ...]] | None:
    """Give the length and classes of the word that `find_japanese_words` finds last in a text,
    where it stands at its very end; else None.
    """
    known = _japanese_labels()
    for length in _japanese_lengths(-1).get(folded[-1:], ()):
        if length <= len(folded) and (labels := known.get(folded[-length:])) is not None:
            return length, labels
    return None


def find_japanese_words(folded: str) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
    """Find table words in folded Japanese text: start, end, classes (`post=ROLE` for posts).

    Of words that start at one place only the longest is given, and none that lies in another.
    """
    kept: list[tuple[int, int, tuple[str, ...]]] = []
    reached = 0
    for word in _japanese_words().find(folded):
        if word[1] > reached:
            kept.append(word)
            reached = word[1]
    return tuple(kept)

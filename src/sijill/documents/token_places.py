"""Places in a text go in; the tokens that begin or end there, or may hold some letters, come out.

So that a rule about what stands beside a few names or words need not look at all the others.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter, itemgetter

from sijill.documents.document import Sentence
from sijill.documents.patterns import fold_text

#: A token by its sentence and its number there.
At = tuple[Sentence, int]

_sentence_start = attrgetter("start")
_START, _END = 0, 1


def tokens_beginning(sentences: Sequence[Sentence], places: Iterable[int]) -> Iterator[At]:
    """Give the tokens that begin at some places, in the order of the text."""
    return _tokens_at(sentences, places, _START)


def tokens_ending(sentences: Sequence[Sentence], places: Iterable[int]) -> Iterator[At]:
    """Give the tokens that end at some places, in the order of the text."""
    return _tokens_at(sentences, places, _END)


def _tokens_at(sentences: Sequence[Sentence], places: Iterable[int], edge: int) -> Iterator[At]:
    """`edge` is the number of what stands at the place among the parts of a token."""
    edge_of = itemgetter(edge)
    wanted = sorted(set(places))
    following = at = end = 0
    for place in wanted:
        # What ends at a place begins before it.
        if not following or place - edge >= end:
            following = bisect_right(sentences, place - edge, following, key=_sentence_start)
            if not following:
                continue
            sentence, at = sentences[following - 1], 0
            tokens = sentence.tokens
            is_last = following == len(sentences)
            end = wanted[-1] + 1 if is_last else sentences[following].start
        at = bisect_left(tokens, place, at, key=edge_of)
        if at < len(tokens) and tokens[at][edge] == place:
            yield sentence, at


def sentences_with(
    text: str, sentences: Sequence[Sentence], letters: Iterable[str]
) -> list[Sentence]:
    """Give in order the sentences that may hold a token with some folded letters in it.

    `letters` are one or more groups; a sentence that holds one of them is always among those given.
    """
    folded = fold_text(text)
    numbers: set[int] = set()
    for group in letters:
        for at, _ in places_of(group, folded.text):
            numbers.add(bisect_right(sentences, folded.origins[at], key=_sentence_start) - 1)
    return [sentences[number] for number in sorted(numbers) if number >= 0]


def shortest(words: Iterable[str]) -> tuple[str, ...]:
    """Give the words that hold none of the others: where none of them stands, no word does."""
    found: list[str] = []
    for word in sorted(set(words), key=lambda word: (len(word), word)):
        if not any(short in word for short in found):
            found.append(word)
    return tuple(found)


def places_of(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Give every place where some words stand in a text, as they are written."""
    start = text.find(words)
    while start >= 0:
        yield start, start + len(words)
        start = text.find(words, start + 1)

"""A sentence goes in; the posts that its verbs tell come out, each a stretch with its status.

“She was ambassador to Angola and served as deputy minister”, «занимавший пост министра», «وكانت
تشغل منصب …», «… қызметін атқарған», 「…を務めた」. Rules of each language stand in
`data/<language>/expressions.tsv`: post_was, post_is (in front of the post, behind it where the
verb ends the clause), post_named and named_as (around whoever gets it), post_ends, post_begins,
post_still, post_joined, post_quality.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sijill.documents.document import DATE, ORGANISATION, PERSON, PLACE, POST, Mention, Sentence
from sijill.documents.expressions import NOTHING, ends_in, expression, found_before
from sijill.documents.lexicon import find_japanese_words, find_post_words
from sijill.documents.qualifiers import effects_of, is_demonym, words_with
from sijill.documents.stretches import beginning_in
from sijill.documents.tokens import tokenize
from sijill.immutable import immutable
from sijill.languages import VERB_LAST
from sijill.people.past_holders import YEARS, last_past_year, year_of
from sijill.people.people_by_place import PeopleByPlace
from sijill.text import fold

#: A post is told within so many code points of its verb, …
LONGEST_POST = 140
#: … and so many words may stand before its noun: “Botswana's first ambassador”.
_MOST_BEFORE = 4
#: So far before its verb the words stand that tell whose a clause is (code points).
LONGEST_LINK = 60
#: Behind a Japanese or Kazakh verb its holder follows at once (code points).
NEXT = 2


@immutable
class ToldPost:
    """A verb that tells a post: where it starts, where its post stands, and when it is held."""

    at: int
    start: int
    end: int
    status: str
    #: Whose it is, where the verb itself says so: “named X ambassador”.
    holder: str | None = None
    #: Whether it opens its sentence and a pronoun follows: “A former deputy speaker, she …”.
    is_opening: bool = False
    #: Whether a pronoun written onto its verb has it, and not who is named behind that.
    is_of_pronoun: bool = False


def told_posts(scene: PeopleByPlace, sentence: Sentence) -> Iterator[ToldPost]:
    """Find the verbs of a sentence that tell a post, with the stretch of the post."""
    text, language = scene.document.text, scene.document.language
    is_last = language in VERB_LAST
    seen: set[tuple[int, int]] = set()
    for verbs, status in _verbs(language):
        for cue in verbs.finditer(text, sentence.start, sentence.end):
            spans = (
                _spans_before(scene, sentence, cue.start())
                if is_last
                else _spans_behind(scene, sentence, cue.end())
            )
            for start, end in spans:
                if (start, end) not in seen:
                    seen.add((start, end))
                    time = _still(text, (sentence.start, cue.start()), end, language, status)
                    yield ToldPost(cue.start(), start, end, time)
    if expression(language, "post_given") is not NOTHING:
        people = [m for m in scene.inside(sentence.start, sentence.end) if m.kind is PERSON]
        yield from _given(scene, sentence, people)
    if ends_in(language, "post_named") is NOTHING:
        return
    for person in beginning_in(scene.named_as, sentence.start, sentence.end):
        link = expression(language, "named_as").match(text, person.end)
        if link is None:
            continue
        before = text[max(sentence.start, person.start - LONGEST_LINK) : person.start]
        him = ends_in(language, "appointed_him").search(before)
        if not him and not found_before(language, "post_named", before, 0, len(before)):
            continue
        for start, end in _spans_behind(scene, sentence, link.end()):
            if (start, end) not in seen and text[link.end() : start].strip() == "":
                seen.add((start, end))
                if him:  # «عينه الرئيس نور سفيرا»: whom the pronoun means, told before the verb
                    verb = person.start - len(before) + him.start()
                    status = "former" if _is_old(scene, sentence) else "current"
                    yield ToldPost(verb, start, end, status, is_of_pronoun=True)
                else:
                    yield ToldPost(person.start, start, end, "current", person.id)


@cache
def _verbs(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Give the rules of the verbs that tell a post, with the status of each."""
    return (expression(language, "post_was"), "former"), (
        expression(language, "post_is"),
        "current",
    )


def _given(
    scene: PeopleByPlace, sentence: Sentence, people: Sequence[Mention]
) -> Iterator[ToldPost]:
    """Find the posts that somebody is given by another: «X Y-ті … лауазымына тағайындады».

    Whom of the `people` of the sentence it is given the case tells; of several the nearest.
    """
    text, language = scene.document.text, scene.document.language
    marked = expression(language, "object_of_naming")
    objects = [m for m in people if marked.match(text, m.end)]
    if not objects:
        return
    for cue in expression(language, "post_given").finditer(text, sentence.start, sentence.end):
        for start, end in _spans_before(scene, sentence, cue.start()):
            before = [m for m in objects if m.start < start]
            if before:
                yield ToldPost(cue.start(), start, end, "current", before[-1].id)


def _is_old(scene: PeopleByPlace, sentence: Sentence) -> bool:
    """Say whether a sentence tells first of a year long gone by: offices are left by then."""
    latest = last_past_year(scene.document.published, YEARS)
    told = (year_of(m) for m in scene.inside(sentence.start, sentence.end) if m.kind is DATE)
    first = next((year for year in told if year is not None), None)
    return latest is not None and first is not None and first <= latest


def _still(text: str, before: tuple[int, int], end: int, language: str, status: str) -> str:
    """Tell the status that what stands around a post gives it: “has been minister since 2022”.

    `before` is what its sentence tells before the verb: “since March she has been minister”.
    """
    if expression(language, "post_still").match(text, end):
        return "current"
    is_since = ends_in(language, "since_before").search(text, *before)
    return "current" if is_since else status


def _spans_behind(scene: PeopleByPlace, sentence: Sentence, begin: int) -> list[tuple[int, int]]:
    """Give the posts, joined by «and», that begin behind a verb; none where another word stands."""
    text, language = scene.document.text, scene.document.language
    limit = min(sentence.end, begin + LONGEST_POST)
    stop = expression(language, "post_ends").search(text, begin, limit)
    end = stop.start() if stop else limit
    # A name stands in no post but that of a house: “ambassador Lund”.
    people = [m.start for m in scene.inside(begin, end) if m.kind is PERSON]
    end = min([end, *people])
    tokens = tokenize(text[begin:end].rstrip(), language)
    words = [t.text for t in tokens]
    hits = sorted(find_post_words(words, language), key=lambda h: (h.first, -h.last))
    found: list[tuple[int, int]] = []
    first = 0
    joined = words_with("and", language)
    while hits:
        hit = next((h for h in hits if h.first >= first), None)
        if hit is None or not are_qualities(words[first : hit.first], language):
            break
        # The next post begins behind «and»; ministries of two matters are one post.
        following = next(
            (
                h.first
                for h in hits
                if h.first >= hit.last and _is_joined(words, hit.last, h.first, joined, language)
            ),
            None,
        )
        last = _and_before(words, following, joined, language) if following else len(words)
        start = tokens[first if language == "en" else hit.first].start
        found.append((begin + start, begin + tokens[last - 1].end))
        if following is None:
            break
        first = last + 1 if fold(words[last]) in joined else last
    return found


def _is_joined(
    words: Sequence[str], after: int, at: int, joined: frozenset[str], language: str
) -> bool:
    """Say whether a post at a word is joined to what stands before it by «and»."""
    if language == "ar":
        return words[at].startswith("و") and len(words[at]) > 3
    back = at
    while back > after and are_qualities(words[back - 1 : back], language):
        back -= 1
        if fold(words[back]) in joined:
            return True
    return back > after and fold(words[back - 1]) in joined


def _and_before(words: Sequence[str], at: int, joined: frozenset[str], language: str) -> int:
    """Give where the post before a joined one ends, in words."""
    if language == "ar":
        return at
    return max(n for n in range(at) if fold(words[n]) in joined)


def are_qualities(words: Sequence[str], language: str) -> bool:
    """Say whether words before the noun of a post only tell more of it."""
    if len(words) > _MOST_BEFORE:
        return False
    skipped = words_with("and", language)
    return all(
        effects_of((word,), language)
        or is_demonym(word, language)
        or word[:1].isupper()
        or expression(language, "post_quality").fullmatch(word) is not None
        or expression(language, "owner_behind_word").match(" ".join(words[at + 1 : at + 2]))
        for at, word in enumerate(words)
        if fold(word) not in skipped and word not in "-’'"
    )


def _spans_before(scene: PeopleByPlace, sentence: Sentence, end: int) -> list[tuple[int, int]]:
    """Give the posts that end right before a verb, the last first: 「財務相、駐…大使などを」."""
    text, language = scene.document.text, scene.document.language
    found: list[tuple[int, int]] = []
    while True:
        span = _span_before(scene, sentence, end)
        if span is None:
            return found
        found.append(span)
        link = ends_in(language, "post_joined").search(text, sentence.start, span[0])
        if link is None:
            return found
        end = link.start()


def _span_before(scene: PeopleByPlace, sentence: Sentence, end: int) -> tuple[int, int] | None:
    """Give the post that ends at a place."""
    text, language = scene.document.text, scene.document.language
    begin = max(sentence.start, end - LONGEST_POST)
    marked = [
        m
        for m in scene.inside(begin, end)
        if m.kind is POST and 0 <= end - m.end <= NEXT + 2 and m.end <= end
    ]
    if marked:
        return marked[-1].start, marked[-1].end
    people = [m.end for m in scene.inside(begin, end) if m.kind is PERSON]
    begin = max([begin, *people])
    signs = [m.end() for m in expression(language, "post_begins").finditer(text, begin, end)]
    begin = max([begin, *signs])
    if language == "ja":
        words = find_japanese_words(fold(text[begin:end]))
        if len(fold(text[begin:end])) == end - begin and any(
            begin + last == end and any(label.startswith("post=") for label in labels)
            for _, last, labels in words
        ):
            return begin, end
        return None
    tokens = tokenize(text[begin:end], language)
    hits = find_post_words([t.text for t in tokens], language)
    last = [h for h in hits if h.last == len(tokens)]
    if not last:
        return None
    first = min(h.first for h in last)
    # What stands before another post is that one's: «бөлім бастығы және Х-тағы атташе».
    over = max((h.last for h in hits if h.last <= first), default=0)
    floor = begin + tokens[over - 1].end if over else begin
    if expression(language, "post_joined").search(text, floor, begin + tokens[first].start) is None:
        floor = begin
    while first > 0 and is_demonym(tokens[first - 1].text, language):
        first -= 1
    places = [m.start for m in scene.inside(floor, end) if m.kind in (PLACE, ORGANISATION)]
    return min([begin + tokens[first].start, *places]), begin + tokens[-1].end

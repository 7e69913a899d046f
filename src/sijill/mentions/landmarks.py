"""Sentences and candidates go in; places named by their kind come out with the rest put right.

«Queen Adelaide Drive», «площадь Независимости» and «شارع الملك حسين» are places and neither people
nor posts. English puts the name before the kind, Russian and Arabic behind it. In Arabic «متحف
بارانوف» is a body, and whom a prize or ship is named after is nobody of the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from operator import attrgetter

from sijill.documents.document import (
    DATE,
    ORGANISATION,
    PERSON,
    PLACE,
    POST,
    Document,
    Sentence,
    Token,
)
from sijill.documents.expressions import expression
from sijill.documents.lexicon import word_classes
from sijill.documents.token_places import At, tokens_beginning
from sijill.documents.tokens import proclitic_cuts
from sijill.mentions.candidates import SURE_OUTER, Candidate
from sijill.mentions.found import nearby, of_kind
from sijill.register.declension import decline_kind
from sijill.tables import data_path, open_table
from sijill.text import fold
from sijill.word_tables import WordTable

#: How sure such a place is.
LANDMARK = 0.9
#: A person this sure has the kind for a family name: “President Park”, “Shirley Temple”.
_SURE_PERSON = 0.9
#: Of so many words may a name behind its kind be, and of so many one in quotation marks.
LONGEST, LONGEST_QUOTED = 3, 6
#: The classes of the table that hold kinds of places.
KINDS = ("street", "nature", "behind_adjective")
_NAMES = (PLACE, ORGANISATION)

_Span = tuple[int, int]
_folded_of = attrgetter("folded")


def with_landmarks(
    document: Document, sentences: Sequence[Sentence], candidates: list[Candidate]
) -> list[Candidate]:
    """Give the candidates with the places named by their kind, and without what lies in those."""
    language = document.language
    if language not in ("ar", "en", "ru"):
        return candidates
    known, near = candidates, nearby(candidates)
    people = {c.start: c for c in of_kind(candidates, PERSON)}
    named: list[At] = []
    if language == "ar":
        named = [*tokens_beginning(sentences, people)]
        spans = _after_people(document, named, people)
    else:
        spans = (_before_kind if language == "en" else _behind_kind)(document, sentences, people)
    found: list[Candidate] = []
    for start, end in spans:
        landmark = Candidate(PLACE, start, end, "landmark", LANDMARK)
        if not any(_is_around(o, landmark) for o in near.overlapping(landmark)):
            found.append(landmark)
    if language == "ar":
        held = {c.end for c in of_kind(candidates, POST)}
        houses, works = _after_houses(document, named, people, held)
        near_houses = (h for h in houses if not any(_is_around(o, h) for o in near.overlapping(h)))
        found.extend(near_houses)
        gone = {c.start for c in works}
        if gone:
            known = [c for c in known if c.kind is not PERSON or c.start not in gone]
    if not found:
        return known
    inside = {id(c) for place in found for c in near.overlapping(place) if _gives_way(c, place)}
    return [c for c in known if id(c) not in inside] + found


def _is_around(other: Candidate, landmark: Candidate) -> bool:
    """Say whether a landmark is only part of another name, or shares words with one."""
    if other.kind not in (*_NAMES, PERSON) or other.confidence < SURE_OUTER:
        return False
    same = (other.start, other.end) == (landmark.start, landmark.end)
    return not same and not landmark.contains(other)


def _gives_way(c: Candidate, landmark: Candidate) -> bool:
    return c.kind is not DATE and landmark.contains(c) and c.rule != "register"


@cache
def _words(language: str, group: str) -> frozenset[str]:
    if not data_path(f"{language}/landmark_words.tsv").exists():
        return frozenset()
    rows = open_table(f"{language}/landmark_words.tsv", ("word", "class"))
    words = [row["word"] for row in rows if row["class"] == group]
    if language == "ru" and group in KINDS:
        words.extend(form for word in tuple(words) for form in decline_kind(word))
    return frozenset(fold(word) for word in words)


@cache
def _kinds(language: str) -> frozenset[str]:
    """Give all words for a kind of place."""
    return frozenset().union(*(_words(language, group) for group in KINDS))


def _telling(sentences: Sequence[Sentence], language: str) -> Iterator[Sequence[Token]]:
    """Give the tokens of the sentences with a word for a kind of place."""
    kinds = _kinds(language)
    for sentence in sentences:
        if not kinds.isdisjoint(map(_folded_of, sentence.tokens)):
            yield sentence.tokens


def _before_kind(
    document: Document, sentences: Sequence[Sentence], people: dict[int, Candidate]
) -> Iterator[_Span]:
    """Give the English ones."""
    for tokens in _telling(sentences, "en"):
        yield from _before_kind_in(document, tokens, people)


def _before_kind_in(
    document: Document, tokens: Sequence[Token], people: dict[int, Candidate]
) -> list[_Span]:
    """Give those of a sentence: capitals up to the kind, which has a capital too."""
    kinds = _kinds("en")
    links, leading = _words("en", "link"), _words("en", "leading")
    titled = expression("en", "courtesy_title")
    found = []
    for last, token in [(at, t) for at, t in enumerate(tokens) if t.folded in kinds]:
        family = people.get(token.start)
        if not token.text[0].isupper() or (
            family and family.end == token.end and family.confidence >= _SURE_PERSON
        ):
            continue
        if last + 1 < len(tokens) and tokens[last + 1].text[0].isupper():
            continue
        first = last
        while first and (
            tokens[first - 1].text[0].isupper()
            or (tokens[first - 1].folded in links and first > 1 and _is_close(tokens, first))
        ):
            first -= 1
        while first < last and (
            tokens[first].folded in leading or not tokens[first].text[0].isupper()
        ):
            first += 1
        is_person = titled.match(document.text, tokens[first].start) is not None
        if first < last and tokens[last - 1].folded not in links and not is_person:
            found.append((tokens[first].start, token.end))
    return found


def _is_close(tokens: Sequence[Token], index: int) -> bool:
    """Say whether the word before joins two capitals: Maria da Luz, Saint-Denis."""
    before, link = tokens[index - 2], tokens[index - 1]
    gap = link.start - before.end
    return before.text[0].isupper() and gap == (0 if link.folded == "-" else 1)


def _behind_kind(
    document: Document, sentences: Sequence[Sentence], people: dict[int, Candidate]
) -> Iterator[_Span]:
    """Give the Russian ones: «площадь Независимости», «резиденция «X»», «Красная площадь»."""
    for tokens in _telling(sentences, "ru"):
        yield from _behind_kind_in(tokens, people)


def _behind_kind_in(tokens: Sequence[Token], people: dict[int, Candidate]) -> list[_Span]:
    kinds, seas = _words("ru", "nature"), _words("ru", "behind_adjective")
    adjectives, known = tuple(_words("ru", "adjective")), _kinds("ru")
    found = []
    for index, token in [(at, t) for at, t in enumerate(tokens) if t.folded in known]:
        is_sea = token.folded in seas
        before = tokens[index - 1] if index else token
        end = _end_behind(tokens, index, people if token.folded in kinds else {})
        if end is not None and not is_sea:
            found.append((token.start, end))
        elif before.text[0].isupper() and before.folded.endswith(adjectives):
            first = index - 1
            while first > 1 and tokens[first - 1].text == "-" and _is_close(tokens, first):
                first -= 2
            found.append((tokens[first].start, token.end))
    return found


def _end_behind(tokens: Sequence[Token], index: int, people: dict[int, Candidate]) -> int | None:
    """Give the end of the name that stands behind a kind; a person there is its head, not it."""
    after = index + 1
    if after < len(tokens) and tokens[after].text == "«":
        closing = range(after, min(after + LONGEST_QUOTED, len(tokens)))
        return next((tokens[i].end for i in closing if tokens[i].text == "»"), None)
    links = _words("ru", "link")
    last = index
    while last + 1 < len(tokens) and last - index < LONGEST:
        token = tokens[last + 1]
        if token.start in people:
            break
        if token.folded == "-" and token.start > tokens[last].end:
            break  # a dash between words
        if not token.text[0].isupper() and token.folded not in links:
            break
        last += 1
    while last > index and not tokens[last].text[0].isupper():
        last -= 1
    return tokens[last].end if last > index else None


def _after_houses(
    document: Document,
    named: Iterable[At],
    people: dict[int, Candidate],
    held: set[int],
) -> tuple[list[Candidate], list[Candidate]]:
    """Give the Arabic bodies named after people, and the people after whom works are named.

    «متحف سيرغي بارانوف», «جائزة ألفريد نوبل». Whoever is told elsewhere in the text may have a
    firm or a team: «فريق بارانوف». `named` are the first words of people, `held` the ends of posts:
    «رئيسة جامعة الدولة» is one.
    """
    text, houses, works = document.text, _kind_cuts("house"), _kind_cuts("work")
    told = Counter(text[c.start : c.end].split()[-1] for c in people.values())
    found: list[Candidate] = []
    honoured: list[Candidate] = []
    for sentence, at in named:
        person = people[sentence.tokens[at].start]
        if told[text[person.start : person.end].split()[-1]] > 1:
            continue
        before = _kind_before(text, sentence.tokens, at, held)
        if before is None:
            continue
        if works[before.text]:
            honoured.append(person)
        for cut in houses[before.text]:
            start = before.start + cut
            found.append(Candidate(ORGANISATION, start, person.end, "landmark", LANDMARK))
    return found, honoured


@cache
def _kind_cuts(group: str) -> WordTable[tuple[int, ...]]:
    """Give how many letters are particles before an Arabic word for a kind; mostly it is none."""
    kinds = _words("ar", group)
    return WordTable(
        lambda word: tuple(
            [cut for cut in (0, *proclitic_cuts(word, "ar")) if fold(word[cut:]) in kinds]
        )
    )


def _kind_before(text: str, tokens: Sequence[Token], index: int, held: set[int]) -> Token | None:
    """Give the word before a name, or before the form of address there: «جامعة الشيخ أنتا ديوب»."""
    last = index - 1
    classes = word_classes("ar")
    is_held = tokens[last].end in held
    if last > 0 and not is_held and "honorific" in classes.get(tokens[last].folded, ()):
        last -= 1
    if last < 0 or text[tokens[last].end : tokens[last + 1].start] != " ":
        return None
    return tokens[last]


def _after_people(
    document: Document, named: Iterable[At], people: dict[int, Candidate]
) -> Iterator[_Span]:
    """Give the Arabic ones with somebody's name right behind the kind: شارع الملك حسين.

    `named` are the first words of people.
    """
    streets = _kind_cuts("street")
    before = {(s.start, at - step): s.tokens for s, at in named for step in (1, 2) if at >= step}
    for (_, index), tokens in sorted(before.items()):
        token = tokens[index]
        cuts = streets[token.text]
        if not cuts:
            continue
        for following in tokens[index + 1 : index + 3]:
            person = people.get(following.start)
            if person is None and not following.text.startswith("ال"):
                break  # «مسجد أسونسيون» + a person: only a title stands between
            if person is not None and "\n" not in document.text[token.end : person.start]:
                yield token.start + cuts[0], person.end
                break

"""Russian candidates go in; posts right before names come out that no tagger saw, and names that
begin where the words of the post before them end: not later, as in [депутат Ана] Кесада.

«Виноторговец Янез Доленц», «министр водоснабжения Непала Рам Тхапа»: a word of the table that only
its own complement parts from a name is a post. «Вице-канцлер Университета Трибхувана Б. Адхикари»:
what is in the genitive, or before an initial, belongs to the house.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sijill.documents.document import ORGANISATION, PERSON, PLACE, POST, Document, Sentence, Token
from sijill.documents.expressions import ends_in, expression
from sijill.documents.last_word import word_before
from sijill.documents.lexicon import begins_post, word_classes
from sijill.documents.qualifiers import TIMES, effects_of, is_demonym
from sijill.documents.token_places import tokens_beginning, tokens_ending
from sijill.documents.tokens import tokenize
from sijill.mentions.candidates import KNOWN_STATE, Candidate, Nearby
from sijill.mentions.found import nearby, of_kind
from sijill.mentions.post_edges import tells_several
from sijill.tagging.hints import hint_people, is_given_name

#: How sure such a post is; below a tagger that has read the sentence.
_SURE = 0.55
#: So many words a post before a name has at most.
_MOST = 7
#: … and so many an apposition.
_MOST_BEHIND = 14
#: What closes an apposition.
_CLOSING = frozenset(",.;)—–")
_CLOSED = (PLACE, ORGANISATION)
#: No word before a name is longer (code points).
_LONGEST_WORD = 40


def find_posts_before_names(
    document: Document, sentences: Sequence[Sentence], candidates: Sequence[Candidate]
) -> list[Candidate]:
    """Give the posts right before names that no candidate covers."""
    if document.language != "ru":
        return []
    names = of_kind(candidates, PERSON)
    people, ends = {c.start for c in names}, {c.end for c in names}
    posts = {c.start for c in of_kind(candidates, POST) if c.end + 1 in people}
    begins = people | posts
    around = nearby(candidates)
    found = []
    beside = (*tokens_beginning(sentences, begins), *tokens_ending(sentences, ends))
    by_start = {sentence.tokens[at].start: (sentence.tokens, at) for sentence, at in beside}
    for start in sorted(by_start):
        tokens, at = by_start[start]
        if at and start in people:
            post = _before(document, tokens[max(0, at - _MOST) : at], start, around)
            if post is not None:
                found.append(post)
        if start in posts and at > 1 and tokens[at - 1].text == ",":
            comma = tokens[at - 1].start
            post = _before(document, tokens[max(0, at - 1 - _MOST) : at - 1], comma, around)
            if post is not None and " " in document.text[post.start : post.end]:
                found.append(post)
        if tokens[at].end in ends and tokens[at + 1 : at + 2] and tokens[at + 1].text == ",":
            post = _behind(tokens[at + 2 : at + 2 + _MOST_BEHIND], around)
            if post is not None:
                found.append(post)
    return found


def _behind(tokens: Sequence[Token], around: Nearby) -> Candidate | None:
    """Give the post between a comma and the next sign: «Анна Оос, бывшая глава союза рыбаков,»."""
    words = [t.text for t in tokens]
    sign = next((n for n, word in enumerate(words) if not word[0].isalnum() and word != "-"), 0)
    if not sign or words[sign] not in _CLOSING:
        return None
    begin = 1 if expression("ru", "time_of_post").fullmatch(words[0]) else 0
    at = begin
    while at < sign and _is_led(words[at]):
        at += 1
    hit = begins_post(words[at:sign], "ru") if at < sign and words[at][0].islower() else None
    if hit is None or tells_several("ru")[words[at]]:
        return None
    first, last = tokens[begin].start, tokens[sign - 1].end
    post = Candidate(POST, first, last, "behind name", _SURE)
    if any(c.kind not in _CLOSED for c in around.overlapping(post)):
        return None
    rest = tokens[at + hit.last : sign]
    is_whole = all(
        around.within(t.start, t.end) or expression("ru", "post_complement").fullmatch(t.text)
        for t in rest
    )
    return post if is_whole else None


def _is_led(word: str) -> bool:
    """Say whether a word may lead the noun of a post: «бывшая», «чилийский», «первый»."""
    return (
        is_demonym(word, "ru")
        or bool(effects_of((word,), "ru") & TIMES)
        or expression("ru", "post_quality").fullmatch(word) is not None
    )


def _before(
    document: Document, tokens: Sequence[Token], end: int, around: Nearby
) -> Candidate | None:
    """Give the post that the last of these words make up; None where another word stands in it."""
    text = document.text
    if text[tokens[-1].end : end] not in (" ", ""):
        return None
    words = [t.text for t in tokens]
    for at in range(len(tokens) - 1, -1, -1):
        beside = around.within(tokens[at].start, tokens[at].end)
        if any(c.kind not in _CLOSED for c in beside):
            return None
        if words[at][0].islower() and not beside and begins_post(words[at:], "ru"):
            if tells_several("ru")[words[at]]:
                return None
            is_then = at and effects_of((words[at - 1],), "ru") & TIMES
            begin = tokens[at - 1 if is_then else at].start  # «тогдашнему консулу»
            return Candidate(POST, begin, tokens[-1].end, "before name", _SURE)
        is_word = words[at].isalpha() and expression("ru", "post_complement").fullmatch(words[at])
        if not beside and not is_word:
            return None
    return None


def part_from_houses(document: Document, candidates: list[Candidate]) -> list[Candidate]:
    """Give the candidates with every name that took in words of the post before it cut in two."""
    if document.language != "ru":
        return candidates
    posts = {c.end: c for c in of_kind(candidates, POST)}
    places = {c.start: c for c in of_kind(candidates, PLACE)}
    states = {c.end for c in places.values() if c.confidence >= KNOWN_STATE}
    changed: dict[Candidate, Candidate] = {}
    for c in of_kind(candidates, PERSON):
        post = posts.get(c.start - 1)
        if post is None or document.text[c.start - 1] != " ":
            continue
        begin = _begins_in_post(document, post, states)
        if begin is None:
            begin = _name_begins(document, post, c, places.get(c.start))
        if begin is not None:
            changed[c] = c.at(begin, c.end)
            changed[post] = post.at(post.start, begin - 1)
    return [changed.get(c, c) for c in candidates] if changed else candidates


def _begins_in_post(document: Document, post: Candidate, states: Collection[int]) -> int | None:
    """Give where a post ends in the first word of the name behind it; None where it does not.

    What a post is of stands in the genitive, and a given name as it is listed does not. `states`
    are where states end.
    """
    text = document.text
    begin = text.rfind(" ", post.start, post.end) + 1
    if not begin or not text[begin].isupper() or post.end in states:
        return None
    before = word_before(text, begin, _LONGEST_WORD)
    if not before[1:].islower() or expression("ru", "post_of_place").fullmatch(before):
        return None
    if not is_given_name(text[begin : post.end], "ru"):
        return None
    return begin if begins_post(text[post.start : begin].split(), "ru") else None


def _name_begins(
    document: Document, post: Candidate, name: Candidate, place: Candidate | None
) -> int | None:
    """Give where the name itself begins in a candidate; None where it all belongs together."""
    text = document.text
    genitive = expression("ru", "of_somebody")
    if place is not None and place.end < name.end and text[place.end] == " ":
        subject = ends_in("ru", "subject_of_office").search(text, post.start, name.start)
        if subject is not None and place.confidence < KNOWN_STATE:
            return None  # «советник по внешней политике Мванза Банда»
        return place.end + 1 if genitive.fullmatch(text[place.start : place.end]) else None
    words = text[name.start : name.end].split()
    if len(words) < 2:
        return None
    second = name.start + len(words[0]) + 1
    if ends_in("ru", "saint_before").search(text[post.start : post.end]):
        return second
    last = tokenize(text, "ru", post.start, post.end)[-1]
    if "organisation" not in word_classes("ru").get(last.folded, ()):
        return None
    if expression("ru", "initials").match(words[1]) and len(words[0]) > 2:
        return second
    at = second
    for number, word in enumerate(words[1:], 1):
        if len(words) - number > 1 and hint_people(word, "ru"):
            return at if genitive.fullmatch(words[0]) else None
        at += len(word) + 1
    return None

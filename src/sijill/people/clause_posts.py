"""People and the clauses that tell of them go in; the posts that a verb gives them come out.

“She was ambassador to Angola and served as deputy minister”, «занимавший пост министра», «وكانت
تشغل منصب …», «… қызметін атқарған», 「…を務めた」: such a post is often no mention, its verb tells
whether it is held still, and its holder is who the clause is about. Rules of each language stand in
`data/<language>/expressions.tsv`: post_was, post_is (in front of the post, behind it where the
verb ends the clause), post_named (in front of whoever gets it), post_ends, post_still, own_clause,
of_subject, in_place_of.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sijill.documents.document import Document, Mention, MentionKind, Sentence
from sijill.documents.expressions import ends_in, expression
from sijill.documents.lexicon import find_japanese_words, find_post_words
from sijill.documents.qualifiers import effects_of, is_demonym, words_with
from sijill.documents.tokens import tokenize
from sijill.languages import VERB_LAST
from sijill.people.clusters import Cluster
from sijill.people.posts import BODY_ROLES, STATE_ROLES, PostReading, read_post
from sijill.text import fold

#: A post is told within so many code points of its verb, …
_LONGEST_POST = 140
#: … and so many words may stand before its noun: “Botswana's first ambassador”.
_MOST_BEFORE = 4
#: So far before its verb the words stand that tell whose a clause is (code points).
_LONGEST_LINK = 60
#: Behind a Japanese or Kazakh verb its holder follows at once (code points).
_NEXT = 2
#: An indefinite article stands so far before its post (code points).
_INDEFINITE = 16
_PLAIN_STATUS = frozenset(("current", "former"))
#: Offices, in which one follows another, and what a bare word behind a verb does not make anybody.
_OFFICES = STATE_ROLES | BODY_ROLES
_NONE_OF_THEM = frozenset((None, "citizen"))
_COMMAS = frozenset(",،、")


@dataclass(frozen=True, slots=True)
class _Told:
    """A verb that tells a post: where it starts, where its post stands, and when it is held."""

    at: int
    start: int
    end: int
    status: str
    #: Whose it is, where the verb itself says so: “named X ambassador”.
    holder: str | None = None


class _Scene:
    """The people and bodies of a text by place."""

    def __init__(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        clusters: Sequence[Cluster],
    ) -> None:
        self.document, self.sentences, self.clusters = document, sentences, clusters
        self.mentions = sorted(mentions, key=lambda m: (m.start, -m.end))
        self.starts = [m.start for m in self.mentions]
        self.indefinite: set[str] = set()
        self.owner = {m.id: c for c in clusters for m in (*c.names, *c.posts, *c.stand_ins) if m.id}
        told = [(m, c) for c in clusters for m in (*c.names, *c.posts, *c.stand_ins)]
        self.told = sorted(told, key=lambda pair: pair[0].start)
        self.told_starts = [m.start for m, _ in self.told]

    def inside(self, start: int, end: int) -> list[Mention]:
        """Give the mentions that start in a stretch."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def people(self, start: int, end: int) -> list[tuple[Mention, Cluster]]:
        """Give the words for people in a stretch with whose they are."""
        first, last = bisect_left(self.told_starts, start), bisect_left(self.told_starts, end)
        return [(m, c) for m, c in self.told[first:last] if m.end <= end]


def read_clauses(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    readings: dict[str, PostReading],
    clusters: Sequence[Cluster],
    country_by_mention: Mapping[str, str],
) -> frozenset[str]:
    """Give people the posts that clauses tell of them; clusters and readings change in place.

    Returns the mentions that name nobody, though they tell what somebody is: «كانت قنصلاً عاماً».
    """
    scene = _Scene(document, sentences, mentions, clusters)
    for number, sentence in enumerate(sentences):
        # A clause is about who is told in it, or in the sentence before.
        if not scene.people(sentences[max(0, number - 1)].start, sentence.end):
            continue
        for told in _find(scene, sentence):
            holder = _holder(scene, number, told)
            if holder is not None:
                _give(scene, told, holder, readings, country_by_mention)
        _replaced(scene, number, sentence)
    return frozenset(scene.indefinite)


def _find(scene: _Scene, sentence: Sentence) -> Iterator[_Told]:
    """Find the verbs of a sentence that tell a post, with the stretch of the post."""
    text, language = scene.document.text, scene.document.language
    is_last = language in VERB_LAST
    seen: set[tuple[int, int]] = set()
    for name, status in (("post_was", "former"), ("post_is", "current")):
        for cue in expression(language, name).finditer(text, sentence.start, sentence.end):
            spans = (
                _spans_before(scene, sentence, cue.start())
                if is_last
                else _spans_behind(scene, sentence, cue.end())
            )
            for start, end in spans:
                if (start, end) not in seen:
                    seen.add((start, end))
                    yield _Told(cue.start(), start, end, _still(text, end, language, status))
    named = ends_in(language, "post_named")
    people = scene.inside(sentence.start, sentence.end)
    for person in (m for m in people if m.kind is MentionKind.PERSON):
        before = text[max(sentence.start, person.start - _LONGEST_LINK) : person.start]
        if not named.search(before):
            continue
        link = expression(language, "named_as").match(text, person.end)
        if link is None:
            continue
        for start, end in _spans_behind(scene, sentence, link.end()):
            if (start, end) not in seen and text[link.end() : start].strip() == "":
                seen.add((start, end))
                yield _Told(person.start, start, end, "current", person.id)


def _still(text: str, end: int, language: str, status: str) -> str:
    """Tell the status that what follows a post gives it: “has been minister since 2022”."""
    return "current" if expression(language, "post_still").match(text, end) else status


def _spans_behind(scene: _Scene, sentence: Sentence, begin: int) -> list[tuple[int, int]]:
    """Give the posts, joined by «and», that begin behind a verb; none where another word stands."""
    text, language = scene.document.text, scene.document.language
    limit = min(sentence.end, begin + _LONGEST_POST)
    stop = expression(language, "post_ends").search(text, begin, limit)
    end = stop.start() if stop else limit
    # A name stands in no post but that of a house: “ambassador Lund”.
    people = [m.start for m in scene.inside(begin, end) if m.kind is MentionKind.PERSON]
    end = min([end, *people])
    tokens = tokenize(text[begin:end].rstrip(), language)
    words = [t.text for t in tokens]
    hits = sorted(find_post_words(words, language), key=lambda h: (h.first, -h.last))
    found: list[tuple[int, int]] = []
    first = 0
    joined = words_with("and", language)
    while hits:
        hit = next((h for h in hits if h.first >= first), None)
        if hit is None or not _are_qualities(words[first : hit.first], language):
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
        if language != "en" or first == 0:
            start = tokens[first].start if language == "en" else tokens[hit.first].start
        else:
            start = tokens[first].start
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
    while back > after and _are_qualities(words[back - 1 : back], language):
        back -= 1
        if fold(words[back]) in joined:
            return True
    return back > after and fold(words[back - 1]) in joined


def _and_before(words: Sequence[str], at: int, joined: frozenset[str], language: str) -> int:
    """Give where the post before a joined one ends, in words."""
    if language == "ar":
        return at
    return max(n for n in range(at) if fold(words[n]) in joined)


def _are_qualities(words: Sequence[str], language: str) -> bool:
    """Say whether words before the noun of a post only tell more of it."""
    if len(words) > _MOST_BEFORE:
        return False
    skipped = words_with("and", language)
    return all(
        effects_of((word,), language)
        or is_demonym(word, language)
        or word[:1].isupper()
        or expression(language, "post_quality").fullmatch(word) is not None
        for word in words
        if fold(word) not in skipped and word not in "-’'"
    )


def _spans_before(scene: _Scene, sentence: Sentence, end: int) -> list[tuple[int, int]]:
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


def _span_before(scene: _Scene, sentence: Sentence, end: int) -> tuple[int, int] | None:
    """Give the post that ends at a place."""
    text, language = scene.document.text, scene.document.language
    begin = max(sentence.start, end - _LONGEST_POST)
    marked = [
        m
        for m in scene.inside(begin, end)
        if m.kind is MentionKind.POST and 0 <= end - m.end <= _NEXT + 2 and m.end <= end
    ]
    if marked:
        return marked[-1].start, marked[-1].end
    people = [m.end for m in scene.inside(begin, end) if m.kind is MentionKind.PERSON]
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
    while first > 0 and is_demonym(tokens[first - 1].text, language):
        first -= 1
    places = [
        m.start
        for m in scene.inside(begin, end)
        if m.kind in (MentionKind.PLACE, MentionKind.ORGANISATION)
    ]
    return min([begin + tokens[first].start, *places]), begin + tokens[-1].end


def _holder(scene: _Scene, number: int, told: _Told) -> Cluster | None:
    """Give who a clause is about: behind its verb, beside it, the sentence's or the last one's."""
    if told.holder is not None:
        return scene.owner.get(told.holder)
    text, language = scene.document.text, scene.document.language
    sentence = scene.sentences[number]
    if language in VERB_LAST:
        verb = expression(language, "post_verb").match(text, told.end)
        behind = verb.end() if verb else told.end
        following = scene.people(behind, behind + _NEXT + 1 + _LONGEST_LINK)
        if verb and following and not text[behind : following[0][0].start].strip():
            return following[0][1]
    before = [
        (m, c)
        for m, c in scene.people(sentence.start, max(told.at, told.start))
        if not (m.start < told.end and told.start < m.end)
    ]
    if before:
        last, holder = before[-1]
        gap = text[last.end : told.at] if last.end <= told.at else ""
        if not gap.strip() or expression(language, "own_clause").fullmatch(gap):
            return holder
        if text[told.at] in _COMMAS:
            return None  # an apposition tells of the name right before it
        if len({id(c) for _, c in before}) == 1:
            return holder
        clause = max(text.rfind(sign, sentence.start, told.at) for sign in ",،;、")
        near = {id(c): c for m, c in before if m.start > clause}
        return next(iter(near.values())) if len(near) == 1 else None
    if number == 0 or scene.sentences[number - 1].paragraph != sentence.paragraph:
        return None
    if text[told.at] in _COMMAS:
        return None
    opening = text[sentence.start : told.at]
    if expression(language, "of_subject").match(opening) is None:
        return None
    previous = scene.sentences[number - 1]
    people = {id(c): c for _, c in scene.people(previous.start, previous.end)}
    named = {id(c): c for c in people.values() if c.names}
    if len(named) == 1:
        return next(iter(named.values()))
    subject = scene.people(previous.start, previous.end)
    return subject[0][1] if subject and subject[0][0].kind is MentionKind.PERSON else None


def _give(
    scene: _Scene,
    told: _Told,
    holder: Cluster,
    readings: dict[str, PostReading],
    country_by_mention: Mapping[str, str],
) -> None:
    """Give somebody a post, as the mention that marks it or as none."""
    document = scene.document
    marked = [
        m
        for m in scene.inside(told.start - _LONGEST_POST, told.end)
        if m.kind is MentionKind.POST and m.start < told.end and told.start < m.end
    ]
    for mention in marked[:1]:
        reading = readings[mention.id]
        owner = scene.owner.get(mention.id)
        if (owner is not None and owner is not holder) or reading.is_counterpart:
            return
        if reading.relation is not None:
            return
        settled = reading
        if reading.status in _PLAIN_STATUS and reading.status != told.status:
            settled = replace(reading, status=told.status if told.status == "former" else "former")
        readings[mention.id] = settled
        if owner is None and _is_indefinite(mention, document):
            scene.indefinite.add(mention.id)
            holder.readings.append(replace(settled, mention=replace(mention, id="")))
        elif owner is None:
            holder.posts.append(mention)
            holder.readings.append(settled)
            scene.owner[mention.id] = holder
        else:
            holder.readings[:] = [settled if r is reading else r for r in holder.readings]
        return
    inner = [
        m
        for m in scene.inside(told.start, told.end)
        if m.kind in (MentionKind.PLACE, MentionKind.ORGANISATION) and m.end <= told.end
    ]
    words = document.text[told.start : told.end]
    post = Mention("", MentionKind.POST, told.start, told.end, words)
    reading = read_post(post, inner, document.language, country_by_mention)
    if reading.role in _NONE_OF_THEM or reading.is_counterpart or reading.relation is not None:
        return
    if reading.status == "current":
        reading = replace(reading, status=told.status)
    if any(r.role == reading.role and r.status == reading.status for r in holder.readings):
        return
    holder.readings.append(reading)


def _is_indefinite(post: Mention, document: Document) -> bool:
    """Say whether a post names nobody though it tells what somebody is: «قنصلاً عاماً»."""
    before = document.text[max(0, post.start - _INDEFINITE) : post.start]
    return (
        expression(document.language, "indefinite_post").search(post.text) is not None
        or ends_in(document.language, "indefinite_before").search(before) is not None
    )


def _replaced(scene: _Scene, number: int, sentence: Sentence) -> None:
    """Give who is followed by somebody his post as a former one: “succeeds X”, «خلفاً لـ س»."""
    text, language = scene.document.text, scene.document.language
    is_last = language in VERB_LAST
    before, behind = ends_in(language, "in_place_of"), expression(language, "in_place_of")
    for mention, cluster in scene.people(sentence.start, sentence.end):
        if mention.kind is not MentionKind.PERSON or cluster.readings:
            continue
        is_replaced = (
            behind.match(text, mention.end)
            if is_last
            else before.search(text, sentence.start, mention.start)
        )
        if not is_replaced:
            continue
        earlier = scene.people(
            scene.sentences[max(0, number - 1)].start if number else sentence.start,
            sentence.end if is_last else mention.start,
        )
        new = [
            (m, r)
            for m, c in earlier
            if c is not cluster
            for r in c.readings
            if r.status in ("current", "elect") and r.role in _OFFICES
        ]
        if not new:
            continue
        # The post told last before the words: that of whoever follows.
        near = [r for _, r in new if r.mention.start < mention.start] or [r for _, r in new]
        post = max(near, key=lambda r: r.mention.start)
        told = next(c for _, c in earlier if post in c.readings)
        country = post.country or told.country
        cluster.readings.append(
            replace(
                post,
                mention=Mention("", MentionKind.POST, mention.start, mention.start, ""),
                status="former",
                country=country,
            )
        )

"""Readings go in; each of their entities comes out as a Local: its names, posts, countries, times.

A post that nobody in its text is named for becomes a Local of its own, so that "the Emperor" of a
text can be found by his post and date.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sijill.citation import Citation, Span, cite
from sijill.dates import parse_edtf
from sijill.documents.document import Entity, HeldPost, Mention, MentionKind, Reading
from sijill.documents.stand_ins import is_stand_in
from sijill.errors import FormatFault
from sijill.people.posts import read_post
from sijill.roles import roles_with

#: Languages of one state with a monarch: there "the Emperor" is that state's.
_HOME_BY_LANGUAGE = {"ja": "JP"}
_KATAKANA = re.compile(r"[ァ-ヺー・＝=\-A-Za-zＡ-Ｚａ-ｚ.・\s]+\Z")
_PARTS = re.compile(r"[\s・＝]+")
_RULERS = roles_with("single")
_NO_MONARCHS = _RULERS - {"monarch"}


@dataclass(frozen=True, slots=True)
class PostHeld:
    """A post of somebody: role, the body as a country code or `<source id>#<entity id>`, status.

    `time` is the EDTF date at which the text tells it, else None; `mention` where it is told.
    """

    post: str
    body: str | None
    country: str | None
    status: str
    time: str | None
    mention: Mention | None


@dataclass(frozen=True)
class Local:
    """One entity of one source: `key` is `<source id>#<entity id>` (or a post's mention id).

    `names` are the spellings of its mentions, the fullest first; `mentions` those mentions.
    `published` is the EDTF day of the source, or None.
    """

    key: str
    source_id: str
    language: str
    kind: str
    names: tuple[str, ...]
    mentions: tuple[Mention, ...]
    country: str | None
    register_id: str | None
    posts: tuple[PostHeld, ...]
    published: str | None

    @property
    def name(self) -> str:
        """The fullest spelling, or the words of the post where there is no name."""
        return self.names[0] if self.names else self.mentions[0].text

    @cached_property
    def times_named(self) -> tuple[tuple[str, int], ...]:
        """How often each spelling of the whole name stands in the text; the fullest counts once
        more.
        """
        if not self.names:
            return ()
        times = Counter([self.full_names[0]])
        times.update(m.text for m in self.mentions if m.text in self.full_names)
        return tuple(times.items())

    @cached_property
    def full_names(self) -> tuple[str, ...]:
        """The spellings that name the whole of it: those of several words, or else all."""
        whole = tuple(n for n in self.names if len(_PARTS.split(n.strip())) > 1)
        if whole:
            return whole
        longest = max((len(n) for n in self.names), default=0)
        return tuple(n for n in self.names if 2 * len(n) > longest)

    def citation(self, text: str) -> Citation:
        """Cite the first mention; `text` is the stored text of the source."""
        first = self.mentions[0]
        return cite(self.source_id, text, first.span)


def locals_of(reading: Reading) -> list[Local]:
    """Give the Locals of one reading, in the order of their keys."""
    by_entity: dict[str, list[Mention]] = {}
    for mention in reading.mentions:
        if mention.entity is not None:
            by_entity.setdefault(mention.entity, []).append(mention)
    countries = _countries(reading)
    found = []
    for entity in reading.entities:
        mentions = sorted(by_entity.get(entity.id, ()), key=lambda m: (m.start, m.end))
        named = [m for m in mentions if m.kind is entity.kind]
        if not named:
            continue
        found.append(_local(reading, entity, named, countries))
    found.extend(_nameless(reading, countries))
    return sorted(_without_strays(found), key=lambda local: local.key)


def _without_strays(entities: Sequence[Local]) -> list[Local]:
    """Take a monarch's post off people who hold another one: nobody is Emperor and president.

    Such a post was told of somebody not named ("he met the Emperor") and becomes a Local itself.
    """
    kept: list[Local] = []
    for local in entities:
        posts = local.posts
        strays = [p for p in posts if p.post == "monarch"]
        if not local.names or not strays or all(p.post not in _NO_MONARCHS for p in posts):
            kept.append(local)
            continue
        kept.append(replace(local, posts=tuple(p for p in posts if p.post != "monarch")))
        kept.extend(_unnamed(local, held, held.mention) for held in strays if held.mention)
    return kept


def _unnamed(source: Local | Reading, held: PostHeld, mention: Mention) -> Local:
    """Make a Local of somebody whom a source tells of by a post alone."""
    return Local(
        key=f"{source.source_id}#{mention.id}",
        source_id=source.source_id,
        language=source.language,
        kind="person",
        names=(),
        mentions=(mention,),
        country=held.country,
        register_id=None,
        posts=(held,),
        published=source.published,
    )


def _local(
    reading: Reading, entity: Entity, named: Sequence[Mention], countries: Mapping[str, str]
) -> Local:
    mention_by_id = {m.id: m for m in reading.mentions}
    # A name in katakana is not Japanese: that its country is Japan was only a guess.
    is_guess = (
        reading.language == "ja"
        and entity.country == "JP"
        and entity.register_id is None
        and entity.kind is MentionKind.PERSON
        and all(_KATAKANA.match(m.text) for m in named if m.kind is MentionKind.PERSON)
    )
    # "The guest" stands for a name and is none.
    spelt = [m.text for m in named if not is_stand_in(m, reading.language)]
    spellings = dict.fromkeys((entity.name, *spelt) if spelt else ())
    names = tuple(sorted(spellings, key=lambda n: (-len(n.split()), -len(n), n)))
    return Local(
        key=f"{reading.source_id}#{entity.id}",
        source_id=reading.source_id,
        language=reading.language,
        kind=entity.kind.value,
        names=names,
        mentions=tuple(named),
        country=None if is_guess else entity.country,
        register_id=entity.register_id or next((m.value for m in named if m.value), None),
        posts=tuple(
            _held(reading, held, mention_by_id.get(held.mention or ""), countries, is_guess)
            for held in entity.posts
        ),
        published=reading.published,
    )


def _held(
    reading: Reading,
    held: HeldPost,
    mention: Mention | None,
    countries: Mapping[str, str],
    is_guess: bool,
) -> PostHeld:
    body = None if is_guess and held.body == "JP" and held.post != "monarch" else held.body
    country: str | None
    if body is not None and not _is_code(body):
        country = countries.get(body)
        body = f"{reading.source_id}#{body}"
    else:
        country = body
    time = held.time
    if time is None and held.status != "former":
        time = date_at(reading, mention) if mention else reading.published
    elif time is None and mention is not None:
        time = _held_when(reading, mention)
    return PostHeld(held.post, body, country, held.status, time, mention)


def _is_code(body: str) -> bool:
    return len(body) == 2 and body.isupper()


def _countries(reading: Reading) -> dict[str, str]:
    return {entity.id: entity.country for entity in reading.entities if entity.country}


def date_at(reading: Reading, post: Mention) -> str | None:
    """Give the date of what a post is told in: its event's, its sentence's, the source's.

    Of several events around the post one counts in which its holder takes part, then the one told
    most closely, then the one told nearest: “they signed in March 2016 …, and during the visit of
    Deputy Prime Minister N in November 2019 …” tells of 2019. Without an event, the last date named
    before the post within the same sentence or paragraph counts; else the day of publication.
    """
    span = post.span
    around = [
        (
            post.entity is None or post.entity not in event.participants,
            event.evidence.end - event.evidence.start,
            max(event.trigger.start - span.end, span.start - event.trigger.end, 0),
            event.date,
        )
        for event in reading.events
        if event.date and event.evidence.contains(span)
    ]
    if around:
        return min(around)[-1]
    near = [
        mention
        for mention in reading.mentions
        if mention.kind is MentionKind.DATE
        and mention.value
        and 0 <= span.start - mention.end <= _NEAR
    ]
    if near and reading.published is None:
        return max(near, key=lambda m: m.end).value
    return reading.published


def _held_when(reading: Reading, mention: Mention) -> str | None:
    """Give the date of the happening in which somebody bears a post that is over by now, else None.

    “16 April 2007 – President N pays a visit”: he was president then. A post called former in so
    many words was over, as far as one knows, when it happened.
    """
    if read_post(mention, (), reading.language, {}).status == "former":
        return None
    told = date_at(reading, mention)
    if not told or not _is_in_event(reading, mention.span) or not _is_date(told):
        return None
    if reading.published is None or not _is_date(reading.published):
        return None
    is_past = parse_edtf(told).sort_key[1] < parse_edtf(reading.published).sort_key[0]
    return told if is_past else None


def _is_in_event(reading: Reading, span: Span) -> bool:
    """Say whether a place lies in what tells a happening of a known month or day."""
    return any(
        event.date and len(event.date) >= len("2006-08") and event.evidence.contains(span)
        for event in reading.events
    )


# A date further back than about two sentences is another happening's.
_NEAR = 400


def _nameless(reading: Reading, countries: Mapping[str, str]) -> list[Local]:
    """Make Locals of posts of rulers and foreign ministers that nobody is named for."""
    entity_by_id = {entity.id: entity for entity in reading.entities}
    country_by_mention = {
        m.id: countries[m.entity]
        for m in reading.mentions
        if m.entity is not None
        and m.entity in countries
        and entity_by_id[m.entity].kind is not MentionKind.PERSON
    }
    found = []
    for mention in reading.mentions:
        if mention.kind is not MentionKind.POST or mention.entity is not None:
            continue
        inner = [
            m
            for m in reading.mentions
            if m is not mention and mention.start <= m.start and m.end <= mention.end
        ]
        post = read_post(mention, inner, reading.language, country_by_mention)
        country = post.country
        if country is None and post.role == "monarch":
            country = _HOME_BY_LANGUAGE.get(reading.language)
        if post.role not in _RULERS or country is None or post.status == "former":
            continue
        time = date_at(reading, mention)
        if time is None or not _is_date(time):
            continue
        if post.role != "monarch" and not _is_in_event(reading, mention.span):
            continue  # said in general, perhaps of several people: "heads of government came"
        held = PostHeld(post.role, country, country, post.status, time, mention)
        found.append(_unnamed(reading, held, mention))
    return found


def _is_date(edtf: str) -> bool:
    try:
        parse_edtf(edtf)
    except FormatFault:
        return False
    return True

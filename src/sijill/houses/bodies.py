"""Places and organisations of one text go in; their entities, each with its country, come out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial
from operator import attrgetter

from sijill.documents.document import ORGANISATION, PLACE, Document, Entity, Mention
from sijill.documents.expressions import expression
from sijill.documents.lexicon import word_classes
from sijill.documents.qualifiers import country_of_words, words_with
from sijill.documents.tokens import tokenize
from sijill.houses.at_home import is_at_home, is_of_any_state
from sijill.houses.body_countries import States, country_of_states, sender_of, told_country
from sijill.houses.body_index import Body, BodyIndex
from sijill.houses.capitals import find_capitals, is_generic_place, name_stand_in
from sijill.houses.home_country import home_of
from sijill.houses.house_nouns import houses_meant
from sijill.houses.meant_bodies import asked_nouns, find_body, forms_of, is_kind_alone
from sijill.languages import HOMES, WITH_ENDINGS
from sijill.mentions.names import name_parts
from sijill.register.entries import Register
from sijill.text import fold

_start = attrgetter("start")


@dataclass(slots=True)
class Bodies:
    """Places and organisations while a text is being read."""

    index_by_mention: dict[str, int]
    country_by_mention: dict[str, str]
    home_country: str | None
    states: frozenset[str]
    _bodies: list[Body]
    _register: Register
    _language: str

    def entity(self, index: int, entity_id: str) -> Entity:
        """Give the entity of one of them."""
        body = self._bodies[index]
        known = self._register.entries.get(body.register_id) if body.register_id else None
        name, *others = body.names
        if others:
            # “The cooperative” is no name where the text tells one.
            bare = self._language == "en"
            name = max(body.names, key=lambda t: (bare and not t.islower(), len(t)))
        return Entity(
            entity_id,
            body.kind,
            name,
            known.name("en") if known else name if self._language == "en" else None,
            body.country,
            body.register_id,
        )


def resolve_bodies(document: Document, mentions: Sequence[Mention], register: Register) -> Bodies:
    """Join those of all these mentions that are of one body, and find each body's country.

    `mentions` are the places and organisations of the text.
    """
    language = document.language
    states = States(
        {
            name_parts(m.text, language): m.value
            for m in mentions
            if m.kind is PLACE and m.value and _names_state(m.value, register)
        }
    )
    bodies, index_by_mention = _join(document, mentions, states)
    country_by_mention: dict[str, str] = {}
    for body in bodies:
        body.country = _country(body, states, register, language)
        if body.country:
            for mention in body.mentions:
                country_by_mention[mention.id] = body.country
    home = home_of(document, mentions, country_by_mention)
    capitals = find_capitals(bodies, register, language, home)
    for mention, index in capitals:
        bodies[index].take(mention)
        index_by_mention[mention.id] = index
        country_by_mention[mention.id] = bodies[index].country or ""
    found = {m.id for m, _ in capitals}
    by_id: dict[str | None, int] = {b.register_id: n for n, b in enumerate(bodies) if b.register_id}
    for index, body in enumerate(bodies):
        if body.kind is not PLACE or body.register_id:
            continue
        if found and any(m.id in found for m in body.mentions):
            continue
        name_stand_in(body, register, language, home)
        same = by_id.get(body.register_id, index)
        if same != index:
            for mention in body.mentions:
                bodies[same].take(mention)
                index_by_mention[mention.id] = same
        if body.country:
            country_by_mention.update((m.id, body.country) for m in body.mentions)
    told_states = frozenset([m.id for body in bodies if _is_state(body) for m in body.mentions])
    return Bodies(
        index_by_mention, country_by_mention, home, told_states, bodies, register, language
    )


def _join(
    document: Document, mentions: Sequence[Mention], states: States
) -> tuple[list[Body], dict[str, int]]:
    """Give the bodies of a text, and which of them each mention means."""
    language = document.language
    # The longest names come first, the nouns that mean a name told elsewhere last.
    told = sorted(sorted(mentions, key=_start), key=lambda m: len(m.text), reverse=True)
    short = words_with("same", language)
    asked = {m.text[1:] for m in told if m.text[0] in short} if short else ()
    forms = cache(partial(forms_of, language=language))
    index_of = BodyIndex(forms, asked, asked_nouns(language))
    index_by_mention: dict[str, int] = {}
    meant = houses_meant(document, mentions)
    if meant:
        told.sort(key=lambda m: m.id in meant)
    bodies = index_of.bodies
    for mention in told:
        kind = mention.kind
        key = parts = _parts_of(mention, language)
        if kind is ORGANISATION:
            key = _foreign_ministry(mention, states, language) or parts
        index = target = None
        if meant and (target := meant.get(mention.id)) is not None:
            index = index_by_mention.get(target.id)
        if index is None:
            index = index_of.known(kind, mention.value, key)
        if index is None and kind is ORGANISATION:
            index = find_body(mention, key, index_of, language)
        is_new = index is None
        if index is None:
            index = index_of.add(Body(kind))
        body = bodies[index]
        if not body.register_id and target is None:
            body.register_id = _register_id(mention, key, states, language)
        if is_new or not is_kind_alone(key, language):
            index_of.tell(index, mention, key, parts)
        else:
            index_of.tell(index, mention, None, None)
        index_by_mention[mention.id] = index
    return bodies, index_by_mention


def _register_id(
    mention: Mention, key: tuple[str, ...], states: States, language: str
) -> str | None:
    """Give the id of what a mention names, or of the state that a place tells by its form."""
    if mention.value is not None:
        return None if is_generic_place(mention, language) else mention.value
    return _state_in(key, states, language) if mention.kind is PLACE else None


def _parts_of(mention: Mention, language: str) -> tuple[str, ...]:
    """Give the parts of a name; a noun that names a house is whole: «Палата» is in no case."""
    if language in WITH_ENDINGS:
        word = fold(mention.text)
        if "organisation" in word_classes(language).get(word, ()):
            return (word,)
    parts = name_parts(mention.text, language)
    if mention.kind is not PLACE or len(parts) < 2:
        return parts
    is_town = expression(language, "town_word").fullmatch(parts[-1]) is not None
    return parts[:-1] if is_town else parts  # «Корк қаласы» is Cork


def _country(body: Body, states: States, register: Register, language: str) -> str | None:
    """Give the country of a body: the register's, else that its name or the language tells.

    What is called as it is in any state («the ministry of health») is not the register's one, if
    the text tells of another state: its entry is taken from it.
    """
    names = body.names
    known = register.entries.get(body.register_id) if body.register_id else None
    if known and is_of_any_state(names, known.country, states.ids, language):
        known = body.register_id = None
    country = known.country if known else None
    if known is None:
        sender = sender_of(names, register, language) if body.kind is ORGANISATION else None
        country = sender or told_country(body.kind, names, language)
    if country is None and is_at_home(body.kind, names, states.ids, language):
        return HOMES[language]
    return country or country_of_states(body.kind, names, states, register, language)


def _is_state(body: Body) -> bool:
    """Say whether a body is a state and none of its towns and houses."""
    return body.country is not None and body.register_id == body.country.lower()


def _foreign_ministry(mention: Mention, states: States, language: str) -> tuple[str, ...] | None:
    """Give one key for all names of a state's foreign ministry: «МИД Чили», «чилийский МИД».

    None for any other organisation.
    """
    if not expression(language, "foreign_ministry").search(mention.text):
        return None
    words = [t.text for t in tokenize(mention.text, language)]
    named = (states.get(name_parts(word, language)) for word in words)
    state = next((s.upper() for s in named if s), None) or country_of_words(words, language)
    return ("foreign ministry", state) if state else None


def _names_state(register_id: str, register: Register) -> bool:
    entry = register.entries.get(register_id)
    return entry is not None and entry.country is not None and entry.id == entry.country.lower()


def _state_in(key: tuple[str, ...], states: States, language: str) -> str | None:
    """Give the state that a name tells with its form of state: «Камбоджа Корольдігі»."""
    classes = word_classes(language)
    if language != "ja" and classes.keys().isdisjoint(key):
        return None  # as nearly all
    rest = tuple(part for part in key if "place" not in classes.get(part, ()))
    if language == "ja" and len(key) == 1:
        # «コンゴ» where only コンゴ共和国 is told.
        found = {
            code
            for name, code in states.items()
            if name[0].startswith(key[0]) and "place" in classes.get(name[0][len(key[0]) :], ())
        }
        return found.pop() if len(found) == 1 else None
    return states.get(rest) if rest != key else None

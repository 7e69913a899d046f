"""Places and organisations of one text go in; their entities, each with its country, come out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from sijill.documents.document import Document, Entity, Mention, MentionKind
from sijill.documents.expressions import ends_in, expression
from sijill.documents.heads import first_lines
from sijill.documents.lexicon import classes_at_end, word_classes
from sijill.documents.qualifiers import country_of_words, words_with
from sijill.documents.tokens import tokenize
from sijill.documents.voicing import voiceless
from sijill.houses.at_home import is_at_home, is_of_any_state
from sijill.houses.body_index import Body, BodyIndex, Key
from sijill.houses.house_nouns import houses_meant
from sijill.languages import HOMES, WITH_ENDINGS
from sijill.mentions.names import read_name
from sijill.register.entries import Register
from sijill.register.once import once_for_register
from sijill.tables import open_table
from sijill.text import fold

#: No name of a state that is looked for in others has more words.
_LONGEST_STATE = 3
# A dateline opens one of the first lines, and begins so near to its start (code points).
_LINES, _DATELINE = 3, 22
#: «Сан-Томе и Принсипи».
_LONGEST_GENITIVE = 4
#: What is cut where «институты» looks like an accusative.
_CUT = "т"
#: What every company may be called.
_COMPANY = "社"
_KINDS = (MentionKind.PLACE, MentionKind.ORGANISATION)


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
        # “The cooperative” is no name where the text tells one.
        bare = self._language == "en"
        name = max(
            (m.text for m in body.mentions), key=lambda t: (bare and not t.islower(), len(t))
        )
        return Entity(
            entity_id,
            body.kind,
            name,
            known.name("en") if known else name if self._language == "en" else None,
            body.country,
            body.register_id,
        )


def resolve_bodies(document: Document, mentions: Sequence[Mention], register: Register) -> Bodies:
    """Join the mentions of one place or organisation and find each one's country."""
    short = words_with("same", document.language)
    asked = {m.text[1:] for m in mentions if m.kind in _KINDS and m.text[0] in short}
    index_of = BodyIndex(partial(_forms, language=document.language), asked)
    bodies = index_of.bodies
    index_by_mention: dict[str, int] = {}
    states = {
        read_name(m.text, document.language).parts: m.value
        for m in mentions
        if m.kind is MentionKind.PLACE and m.value in register.entries and _is_state(m, register)
    }
    meant = houses_meant(document, mentions)
    ordered = sorted(
        (m for m in mentions if m.kind in _KINDS),
        key=lambda m: (m.id in meant, -len(m.text), m.start),
    )
    for mention in ordered:
        parts = read_name(mention.text, document.language).parts
        key = _foreign_ministry(mention, states, document.language) or parts
        target = meant.get(mention.id)
        index = index_by_mention.get(target.id) if target is not None else None
        if index is None:
            index = _find(mention, key, index_of, document.language)
        if index is None:
            index = index_of.add(Body(mention.kind))
        body = bodies[index]
        if mention.kind is MentionKind.PLACE and mention.value is None:
            body.register_id = body.register_id or _state_in(key, states, document.language)
        if not _is_generic_place(mention, document.language):
            body.register_id = body.register_id or mention.value
        is_name = not body.mentions or not _is_generic(key, document.language)
        index_of.tell(index, mention, *((key, parts) if is_name else (None, None)))
        index_by_mention[mention.id] = index
    country_by_mention: dict[str, str] = {}
    named = _states_by_name(register, document.language)
    for body in bodies:
        known = register.entries.get(body.register_id) if body.register_id else None
        if known and is_of_any_state(
            [m.text for m in body.mentions], known.country, states.values(), document.language
        ):
            known = body.register_id = None
        body.country = known.country if known else _told_country(body, document.language)
        if body.country is None and is_at_home(
            body.kind, [m.text for m in body.mentions], states.values(), document.language
        ):
            body.country = HOMES[document.language]
        if body.country is None and body.kind is MentionKind.ORGANISATION:
            body.country = _state_within(body, states, document.language)
        if body.country is None and body.kind is MentionKind.ORGANISATION:
            body.country = _state_of(body, document.language)
        if body.country is None and _is_capital(body, document.language):
            body.country = _state_within(body, states, document.language) or _state_of(
                body, document.language
            )
        if body.country is None:
            body.country = _state_before(body, named, document.language)
        if body.country:
            country_by_mention.update((m.id, body.country) for m in body.mentions)
    home = _home(document, mentions, country_by_mention)
    capitals = _capitals(bodies, register, document.language, home)
    for mention, index in capitals:
        bodies[index].mentions.append(mention)
        index_by_mention[mention.id] = index
        country_by_mention[mention.id] = bodies[index].country or ""
    joined = {m.id for m, _ in capitals}
    by_id: dict[str | None, int] = {b.register_id: n for n, b in enumerate(bodies) if b.register_id}
    for index, body in enumerate(bodies):
        if body.register_id or any(m.id in joined for m in body.mentions):
            continue
        _name_stand_in(body, register, document.language, home)
        same = by_id.get(body.register_id, index)
        if same != index:
            bodies[same].mentions.extend(body.mentions)
            index_by_mention.update((m.id, same) for m in body.mentions)
        if body.country:
            country_by_mention.update((m.id, body.country) for m in body.mentions)
    return Bodies(
        index_by_mention,
        country_by_mention,
        home,
        frozenset(
            m.id
            for body in bodies
            if body.register_id and body.country and body.register_id == body.country.lower()
            for m in body.mentions
        ),
        bodies,
        register,
        document.language,
    )


def _foreign_ministry(
    mention: Mention, states: Mapping[tuple[str, ...], str | None], language: str
) -> tuple[str, ...] | None:
    """Give one key for all names of a state's foreign ministry: «МИД Чили», «чилийский МИД»."""
    if mention.kind is not MentionKind.ORGANISATION:
        return None
    if not expression(language, "foreign_ministry").search(mention.text):
        return None
    words = [t.text for t in tokenize(mention.text, language)]
    named = (states.get(read_name(word, language).parts) for word in words)
    state = next((s.upper() for s in named if s), None) or country_of_words(words, language)
    return ("foreign ministry", state) if state else None


def _is_state(mention: Mention, register: Register) -> bool:
    entry = register.entries[mention.value] if mention.value else None
    return entry is not None and entry.country is not None and entry.id == entry.country.lower()


def _state_in(
    key: tuple[str, ...], states: Mapping[tuple[str, ...], str | None], language: str
) -> str | None:
    """Give the state that a name tells with its form of state: «Камбоджа Корольдігі»."""
    classes = word_classes(language)
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


def _capitals(
    bodies: Sequence[Body], register: Register, language: str, home: str | None
) -> list[tuple[Mention, int]]:
    """Find the city that «العاصمة البلغارية» is, or “the capital” of the country of the text.

    Gives the mentions with the index of the city among the bodies, where the text names it.
    """
    cities = {b.register_id: n for n, b in enumerate(bodies) if b.register_id and b.country}
    found = []
    for body in bodies:
        if body.kind is not MentionKind.PLACE or body.register_id:
            continue
        for mention in body.mentions:
            if not expression(language, "is_capital").search(mention.text):
                continue
            code = country_of_words([t.text for t in tokenize(mention.text, language)], language)
            if code is None and _is_generic_place(mention, language):
                code = home
            state = register.entries.get(code.lower()) if code else None
            city = cities.get(state.capital) if state is not None and state.capital else None
            if city is not None:
                found.append((mention, city))
    return found


def _is_capital(body: Body, language: str) -> bool:
    """Say whether a place is told as the capital of a state, and not by its name."""
    word = expression(language, "is_capital")
    return body.kind is MentionKind.PLACE and all(word.search(m.text) for m in body.mentions)


def _name_stand_in(body: Body, register: Register, language: str, home: str | None) -> None:
    """Find what «столица Омана» and “the sultanate” are, where the text does not name it.

    A capital is that of the state told in it, else of the country of the text; «the kingdom» is
    that country, if its name has the word.
    """
    is_capital = _is_capital(body, language)
    is_generic = all(_is_generic_place(m, language) for m in body.mentions)
    country = body.country or (home if is_generic else None)
    state = register.entries.get(country.lower()) if country else None
    if body.kind is not MentionKind.PLACE or state is None:
        return
    if is_capital and state.capital:
        body.country, body.register_id = country, state.capital
    elif is_generic:
        told = {
            t.folded.removeprefix("ال") for m in body.mentions for t in tokenize(m.text, language)
        }
        if any(told & set(fold(name).split()) for name in state.names.get(language, ())):
            body.country, body.register_id = country, state.id


def _find(mention: Mention, key: Key, index: BodyIndex, language: str) -> int | None:
    known = index.known(mention.kind, mention.value, key)
    if known is not None:
        return known
    if mention.kind is not MentionKind.ORGANISATION or mention.value or not key:
        return None
    if language == "ja" and mention.text[0] in words_with("same", "ja"):
        return _same_house(mention, index)  # «同社»
    # «Sidra» for Sidra Holding; «the company» for the last company.
    if _is_generic(key, language):
        key = tuple(part.removeprefix("ال") for part in key)
        return next(
            (
                number
                for _, number in index.with_word_before(mention.start, key)
                if _is_short_for(key, index.bodies[number].words, language)
            ),
            None,
        )
    best: tuple[int, int] | None = None
    for number in index.with_parts(key):
        body = index.bodies[number]
        if not _is_short_for(key, body.keys, language):
            continue
        place = max((m.start for m in body.mentions if m.start < mention.start), default=-1)
        if best is None or place > best[0]:
            best = (place, number)
    return best[1] if best else None


def _is_short_for(key: Key, names: Iterable[Key], language: str) -> bool:
    return any(len(name) > len(key) and _is_part(key, name, language) for name in names)


def _is_part(key: Key, name: Key, language: str) -> bool:
    """Say whether all words of one name are in another; Kazakh ones with what it is of.

    «Институт» is «Океанография институты», «Қауымдастық» the «Балықшылар қауымдастығы».
    """
    return set(key) <= set(name) or _forms(name, language).issuperset(key)


def _forms(name: Key, language: str) -> set[str]:
    """Give the words of a name, a last one that Kazakh has an ending on without it, too."""
    if not name or language not in WITH_ENDINGS:
        return set(name)
    last = name[-1]
    stems = {last, *(last[:-cut] for cut in (1, 2) if len(last) > cut + 2)}
    whole = {s[:-1] + voiceless(s[-1], language) for s in stems} | stems
    # Of «институты» too much is cut where it looks like an accusative.
    whole |= {last + _CUT} if len(last) > len(_CUT) + 2 else set()
    return whole.union(name)


def _same_house(mention: Mention, index: BodyIndex) -> int | None:
    """Give the body that «同社» or «同研究所» speaks of: the last one before, if its kind fits.

    A company is 社 though its name tells none.
    """
    kind = mention.text[1:]
    found = _last_of(index.with_ending_before(mention.start, kind))
    if found is None and kind == _COMPANY:
        told = index.before(mention.start)
        found = _last_of(t for t in told if _may_be_company(index.bodies[t[1]]))
    return found


def _last_of(told: Iterable[tuple[int, int]]) -> int | None:
    """Give the first of some that come last first; of those in one place the one joined last."""
    best: tuple[int, int] | None = None
    for start, number in told:
        if best is not None and start < best[0]:
            break
        best = max(best or (start, number), (start, number))
    return best[1] if best is not None else None


def _may_be_company(body: Body) -> bool:
    """Say whether no word at the end of a name tells a house of another kind: «大学»."""
    for name in body.names:
        ends = (classes for _, classes in classes_at_end(name, "ja"))
        told = next((end for end in ends if "organisation" in end or "firm" in end), ("firm",))
        if "firm" not in told:
            return False
    return True


def _is_generic(key: tuple[str, ...], language: str) -> bool:
    classes = word_classes(language)
    return all(
        any("organisation" in classes.get(w, ()) for w in (part, part.removeprefix("ال")))
        for part in key
    )


def _is_generic_place(mention: Mention, language: str) -> bool:
    """Say whether a place is only «the kingdom» or «the capital», whatever the register knows."""
    if mention.kind is not MentionKind.PLACE:
        return False
    classes = word_classes(language)
    words = [t.folded for t in tokenize(mention.text, language)]
    return bool(words) and all(
        any("place" in classes.get(f, ()) for f in (w, w.removeprefix("ال"), w.removeprefix("ل")))
        for w in words
    )


def _told_country(body: Body, language: str) -> str | None:
    """Take the country from a nationality word or a state's name inside the name.

    An airport, a hall or a street that is named after a country may stand in any other.
    """
    if body.kind is MentionKind.PLACE and any(
        expression(language, "named_house").search(m.text) for m in body.mentions
    ):
        return None
    for mention in body.mentions:
        words = [t.text for t in tokenize(mention.text, language)]
        code = country_of_words(words, language)
        if code:
            return code
    return None


def _state_within(
    body: Body, states: Mapping[tuple[str, ...], str | None], language: str
) -> str | None:
    """Take the country from the name of a state, told elsewhere, in that of a house: «МИД Малави».

    An embassy stands in another country than its own, which is named first.
    """
    for mention in body.mentions:
        words = [t.text for t in tokenize(mention.text, language) if t.text[0].isalpha()]
        for first in range(len(words)):
            for length in range(min(_LONGEST_STATE, len(words) - first), 0, -1):
                state = states.get(
                    read_name(" ".join(words[first : first + length]), language).parts
                )
                if state:
                    return state.upper()
    return None


def _state_of(body: Body, language: str) -> str | None:
    """Take the country from the genitive of a state in the name of a house: «Банк Мадагаскара».

    «Посольство в Японии» is not of the state where it stands.
    """
    states = _genitives(language)
    for mention in body.mentions if states else ():
        words = [t.folded for t in tokenize(mention.text, language) if t.text[0].isalpha()]
        for first in range(1, len(words)):
            if expression(language, "preposition").fullmatch(words[first - 1]):
                continue
            for length in range(_LONGEST_GENITIVE, 0, -1):
                state = states.get(" ".join(words[first : first + length]))
                if state:
                    return state
    return None


@cache
def _genitives(language: str) -> dict[str, str]:
    """Give the states by the genitive of their folded names, where a table tells it."""
    if language != "ru":
        return {}
    rows = open_table("world/state_genitives.tsv", ("code", "ru"))
    return {" ".join(re.findall(r"[^\W\d_]+", fold(row["ru"]))): row["code"] for row in rows}


def _state_before(body: Body, states: Mapping[str, str], language: str) -> str | None:
    """Take the country from the state that a Kazakh house begins with: «Бенин Қарулы күштері».

    Nothing that the house is named after stands there.
    """
    if body.kind is not MentionKind.ORGANISATION:
        return None
    for mention in body.mentions:
        words = [t.folded for t in tokenize(mention.text, language) if t.text[0].isalpha()]
        for length in range(min(_LONGEST_STATE, len(words) - 1), 0, -1):
            state = states.get(" ".join(words[:length]))
            if state:
                return state
    return None


@once_for_register
def _states_by_name(register: Register, language: str) -> dict[str, str]:
    """Give the states of the register by their folded names, where those stand before a house."""
    if language not in WITH_ENDINGS:
        return {}
    return {
        " ".join(re.findall(r"[^\W\d_]+", fold(name))): e.country
        for e in register.entries.values()
        if e.country is not None and e.id == e.country.lower()
        for name in e.names.get(language, ())
    }


def _home(
    document: Document, mentions: Sequence[Mention], country_by_mention: dict[str, str]
) -> str | None:
    """Give the country a text is written in: of its dateline, else the one told most.

    A language of one country (Kazakh, Japanese) is written there, if the text tells of it at all.
    """
    places = [m for m in mentions if m.id in country_by_mention]
    told = {country_by_mention[m.id] for m in places}
    places = [m for m in places if m.kind is MentionKind.PLACE]
    lines = first_lines(document.text, _LINES)
    begins = [line.start for line in lines[1:]]
    headline = lines[0].end if len(lines) > 1 else -1
    # A dateline: the first place of the body, at its very beginning.
    dateline = next(
        (
            country_by_mention[m.id]
            for m in places
            for begin in begins
            if begin <= m.start <= begin + _DATELINE
            and not document.text[begin : m.start].strip(" \t/(【")
        ),
        None,
    )
    home = HOMES.get(document.language)
    if home in told or (home and not told):
        return home
    if dateline:
        return dateline
    counts = Counter(country_by_mention[m.id] for m in places)
    if not counts:
        return None
    # «Тувалу қайықтары Монакода»: a case tells in the headline where it happens.
    where = expression(document.language, "place_case")
    for mention in places:
        if mention.end < headline and where.match(document.text, mention.end):
            return country_by_mention[mention.id]
    # Of two told alike, where the headline says that it happens, else what is told first.
    there = ends_in(document.language, "headline_where")
    happens = {m.id for m in places if there.search(document.text[: max(0, headline)], 0, m.start)}
    places.sort(key=lambda m: (m.id not in happens, m.start))
    first = [country_by_mention[m.id] for m in places]
    return min(counts, key=lambda code: (-counts[code], first.index(code)))

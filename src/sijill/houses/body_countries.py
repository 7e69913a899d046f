"""A body and the states that a text names go in; the country that its name tells comes out.

Words of peoples, states named within and before a name, and their genitives where a language has
them (`world/state_genitives.tsv`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache

from sijill.documents.document import ORGANISATION, PLACE, MentionKind, Token
from sijill.documents.expressions import NOTHING, expression
from sijill.documents.lexicon import is_name_part
from sijill.documents.qualifiers import country_of_words
from sijill.documents.tokens import tokenize
from sijill.houses.capitals import is_told_as_capital
from sijill.immutable import immutable
from sijill.languages import WITH_ENDINGS
from sijill.mentions.names import name_parts
from sijill.register.entries import Register
from sijill.register.once import once_for_register
from sijill.tables import open_table
from sijill.text import fold
from sijill.word_tables import WordTable

#: No name of a state that is looked for in others has more words.
_LONGEST_STATE = 3
#: «Сан-Томе и Принсипи».
_LONGEST_GENITIVE = 4
#: A state that a Japanese house is written onto has so many signs: 「トリニダード・トバゴ大使館」.
_SHORTEST_STATE, _LONGEST_WRITTEN = 2, 16


class States(dict[tuple[str, ...], str | None]):
    """The states that a text names: the register's id of each by the parts of its name."""

    def __init__(self, ids_by_name: Mapping[tuple[str, ...], str | None]) -> None:
        super().__init__(ids_by_name)
        #: What their names begin with; behind a particle, which tells None, each of them may begin.
        self.begins = frozenset([None, *(parts[0] for parts in self if parts)])
        self.ids = frozenset(self.values())


@immutable
class _Words:
    """The words of a name that begin with a letter, as written and folded.

    `begins` are what a name begins with whose first word is one of them, in comparable form: None
    for particles, which are dropped.
    """

    written: tuple[str, ...]
    folded: tuple[str, ...]
    begins: frozenset[str | None]


def country_of_states(
    kind: MentionKind, names: Collection[str], states: States, register: Register, language: str
) -> str | None:
    """Give the country of a state whose name stands in or before that of a house or a capital.

    `names` are all that the text calls it, each once.
    """
    country = None
    is_house = kind is ORGANISATION
    if is_house or is_told_as_capital(kind, names, language):
        words = [_words_of(name, language) for name in names]
        country = _sent_by(names, register, language) if is_house else None
        country = country or _state_within(words, states, language) or _state_of(words, language)
        if country is None and is_house and language in WITH_ENDINGS:
            country = _state_before(words, _states_by_name(register, language))
        if country is None and is_house:
            country = _state_written_on(names, register, language)
    return country


def told_country(kind: MentionKind, names: Iterable[str], language: str) -> str | None:
    """Take the country from a nationality word or a state's name inside one of the names.

    An airport, a hall or a street that is named after a country may stand in any other.
    """
    if kind is PLACE and any(map(expression(language, "named_house").search, names)):
        return None
    for name in names:
        code = _told_within(name, language)
        if code:
            return code
    return None


@lru_cache(maxsize=8192)
def _told_within(name: str, language: str) -> str | None:
    """Give the country of a nationality word in a name."""
    return country_of_words([t.text for t in _tokens_of(name, language)], language)


@lru_cache(maxsize=256)
def _tokens_of(name: str, language: str) -> tuple[Token, ...]:
    """Cut a name, of which several questions are asked in turn, into its words."""
    return tokenize(name, language)


@lru_cache(maxsize=8192)
def _words_of(name: str, language: str) -> _Words:
    """Give the words of a name."""
    tokens = [token for token in _tokens_of(name, language) if token.text[0].isalpha()]
    written = tuple([token.text for token in tokens])
    begins = frozenset(map(_beginnings(language).__getitem__, written))
    return _Words(written, tuple([token.folded for token in tokens]), begins)


def _state_within(names: Iterable[_Words], states: States, language: str) -> str | None:
    """Take the country from the name of a state, told elsewhere, in that of a house: «МИД Малави».

    An embassy stands in another country than its own, which is named first.
    """
    begins, beginnings = states.begins, _beginnings(language)
    for name in names if states else ():
        if begins.isdisjoint(name.begins):
            continue  # as most
        words = name.written
        for first, word in enumerate(words):
            if beginnings[word] not in begins:
                continue
            for length in range(min(_LONGEST_STATE, len(words) - first), 0, -1):
                state = states.get(name_parts(" ".join(words[first : first + length]), language))
                if state:
                    return state.upper()
    return None


@cache
def _beginnings(language: str) -> WordTable[str | None]:
    """Give what a name begins with whose first word is told, in comparable form.

    None for particles, which are dropped: behind them any name may begin.
    """
    return WordTable(lambda word: _beginning(word, language))


def _beginning(word: str, language: str) -> str | None:
    part = next(iter(name_parts(word, language)), "")
    is_particle = is_name_part(part, language) or is_name_part(fold(word), language)
    return None if is_particle else part


def _state_of(names: Iterable[_Words], language: str) -> str | None:
    """Take the country from the genitive of a state in the name of a house: «Банк Мадагаскара».

    «Посольство в Японии» is not of the state where it stands.
    """
    states, begins = _genitives(language), _first_words(language)
    for name in names if states else ():
        words = name.folded
        if begins.isdisjoint(words):
            continue  # as nearly all
        for first in range(1, len(words)):
            if words[first] not in begins:
                continue
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


@cache
def _first_words(language: str) -> frozenset[str]:
    """Give the words with which the genitives of states begin."""
    return frozenset(name.split(" ", 1)[0] for name in _genitives(language))


def _state_before(names: Iterable[_Words], states: Mapping[str, str]) -> str | None:
    """Take the country from the state that a Kazakh house begins with: «Бенин Қарулы күштері».

    Nothing that the house is named after stands there.
    """
    for name in names:
        words = name.folded
        for length in range(min(_LONGEST_STATE, len(words) - 1), 0, -1):
            state = states.get(" ".join(words[:length]))
            if state:
                return state
    return None


def _sent_by(names: Iterable[str], register: Register, language: str) -> str | None:
    """Take the state of a Japanese mission from behind where it is: 「在京チリ大使館」."""
    mission = expression(language, "mission_abroad")
    for name in names if mission is not NOTHING else ():
        told = mission.fullmatch(name)
        words = told["words"] if told else ""
        for begin in range(1, len(words) - 1):
            by_name, state = _states_by_name(register, language), words[begin:]
            if found := by_name.get(state) or by_name.get(state.removesuffix("国")):
                return found
    return None


def sender_of(names: Iterable[str], register: Register, language: str) -> str | None:
    """Take the state right behind the word for a mission: «سفارة توغو في جيبوتي».

    It may be told nowhere else; where the mission stands is another, though its name may also be
    a word for its people.
    """
    mission = expression(language, "mission_of")
    for name in names if mission is not NOTHING else ():
        noun = mission.match(name)
        if noun is None:
            continue
        words = _words_of(name[noun.end() :], language).folded
        for length in range(min(_LONGEST_GENITIVE, len(words)), 0, -1):
            if state := _states_by_name(register, language).get(" ".join(words[:length])):
                return state
    return None


def _state_written_on(names: Iterable[str], register: Register, language: str) -> str | None:
    """Take the country from the state that a Japanese house is written onto: 「チリ大使館」."""
    of_state = expression(language, "house_of_named_state")
    for name in names if of_state is not NOTHING else ():
        for length in range(_SHORTEST_STATE, min(_LONGEST_WRITTEN, len(name))):
            state = _states_by_name(register, language).get(name[:length])
            if state and of_state.fullmatch(name, length):
                return state
    return None


@once_for_register
def _states_by_name(register: Register, language: str) -> dict[str, str]:
    """Give the states of the register by their folded names."""
    return {
        " ".join(re.findall(r"[^\W\d_]+", fold(name))): e.country
        for e in register.entries.values()
        if e.country is not None and e.id == e.country.lower()
        for name in e.names.get(language, ())
    }

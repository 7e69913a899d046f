"""The bodies of one text go in; the cities and states that «the capital» and «the kingdom» mean are
found among them and in the register.

Which words tell a capital is the rule `is_capital` of `data/<language>/expressions.tsv`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from sijill.documents.document import PLACE, Mention, MentionKind
from sijill.documents.expressions import expression
from sijill.documents.lexicon import word_classes
from sijill.documents.qualifiers import country_of_words
from sijill.documents.tokens import words_in
from sijill.houses.body_index import Body
from sijill.register.entries import Register
from sijill.text import fold
from sijill.word_tables import WordTable


def is_told_as_capital(kind: MentionKind, names: Iterable[str], language: str) -> bool:
    """Say whether a place is told as the capital of a state, and not by its name.

    `names` are all that the text calls it.
    """
    return kind is PLACE and all(map(expression(language, "is_capital").search, names))


def is_generic_place(mention: Mention, language: str) -> bool:
    """Say whether a place is only «the kingdom» or «the capital», whatever the register knows."""
    return mention.kind is PLACE and _is_generic(mention.text, language)


@lru_cache(maxsize=8192)
def _is_generic(name: str, language: str) -> bool:
    is_kind = _place_kinds(language)
    # The first word nearly always tells that it is a name.
    return bool(name.strip()) and all(is_kind[word] for word in words_in(name, language))


@cache
def _place_kinds(language: str) -> WordTable[bool]:
    """Say of each word whether it tells a kind of place: «المملكة», “capital”."""
    classes = word_classes(language)

    def is_kind(word: str) -> bool:
        whole = fold(word)
        forms = (whole, whole.removeprefix("ال"), whole.removeprefix("ل"))
        return any("place" in classes.get(form, ()) for form in forms)

    return WordTable(is_kind)


def find_capitals(
    bodies: Sequence[Body], register: Register, language: str, home: str | None
) -> list[tuple[Mention, int]]:
    """Find the city that «العاصمة البلغارية» is, or “the capital” of the country of the text.

    Gives the mentions with the index of the city among the bodies, where the text names it.
    """
    cities = {b.register_id: n for n, b in enumerate(bodies) if b.register_id and b.country}
    found = []
    for body in bodies:
        if body.kind is not PLACE or body.register_id:
            continue
        for mention in body.mentions:
            if not expression(language, "is_capital").search(mention.text):
                continue
            code = country_of_words([*words_in(mention.text, language)], language)
            if code is None and is_generic_place(mention, language):
                code = home
            state = register.entries.get(code.lower()) if code else None
            city = cities.get(state.capital) if state is not None and state.capital else None
            if city is not None:
                found.append((mention, city))
    return found


def name_stand_in(body: Body, register: Register, language: str, home: str | None) -> None:
    """Find what «столица Омана» and “the sultanate” are, where the text does not name it.

    A capital is that of the state told in it, else of the country of the text; «the kingdom» is
    that country, if its name has the word.
    """
    if body.kind is not PLACE:
        return
    if not (body.country or home):
        return
    is_generic = all(is_generic_place(m, language) for m in body.mentions)
    country = body.country or (home if is_generic else None)
    state = register.entries.get(country.lower()) if country else None
    if state is None:
        return
    if state.capital and is_told_as_capital(body.kind, body.names, language):
        body.country, body.register_id = country, state.capital
    elif is_generic:
        words = {word for m in body.mentions for word in words_in(m.text, language)}
        told = {fold(word).removeprefix("ال") for word in words}
        if any(told & set(fold(name).split()) for name in state.names.get(language, ())):
            body.country, body.register_id = country, state.id

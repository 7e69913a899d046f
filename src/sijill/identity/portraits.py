"""A cluster of entities of texts goes in; one entity of the record comes out.

It has a name in every language of the project (from the register, else as a source spells it, else
transliterated and marked so), every spelling with its citations, and posts with theirs.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from sijill.citation import Citation, cite
from sijill.documents.document import Mention
from sijill.documents.stand_ins import is_stand_in
from sijill.identity.entities import Alias, Occupancy, RecordEntity
from sijill.identity.evidence import belongs_to_other, fits_term
from sijill.identity.house_names import (
    as_published,
    holds_common_noun,
    house_name,
    without_article,
)
from sijill.identity.locals import Local, PostHeld
from sijill.identity.spelt_names import known_words, spell_person
from sijill.identity.transliterate import transliterate
from sijill.languages import LANGUAGES
from sijill.register.declension import decline
from sijill.register.entries import Register, RegisterEntry

# Citations kept for one spelling in one source: enough to see it used, few enough to read.
_PER_SOURCE = 3
#: The languages a name is spelled in Latin letters from, the best first; Arabic leaves vowels out.
ROMANISE_FROM = ("en", *(x for x in LANGUAGES if x not in ("en", "ar")), "ar")


def slug(name: str) -> str:
    """Give a readable id made of the plain letters and figures of a Latin name; may be empty."""
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ø", "o"))
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-")


def best_names(members: Sequence[Local]) -> dict[str, str]:
    """Give the spelling most used for the whole name in each language the sources are in."""
    counts: dict[str, Counter[str]] = {}
    for local in members:
        if not local.names:
            continue
        counter = counts.setdefault(local.language, Counter())
        for name, times in local.times_named:
            counter[name] += times
    return {
        language: min(
            counter,
            key=lambda n: (-len(n.split()), -_declines_to(n, counter, language), -counter[n], n),
        )
        for language, counter in sorted(counts.items())
        if counter
    }


def _declines_to(name: str, others: Iterable[str], language: str) -> int:
    """Count the spellings that are cases of a Russian name: the nominative has the most."""
    if language != "ru":
        return 0
    forms = set(decline(name))
    return sum(other in forms for other in others)


def portray(
    entity_id: str,
    members: Sequence[Local],
    register: Register,
    *,
    languages: Sequence[str],
    texts: Mapping[str, str],
    id_by_key: Mapping[str, str],
    cited: Callable[[Local], CitedNames] | None = None,
) -> RecordEntity:
    """Make the record's entity of a cluster.

    `entity_id` is the id in the register where it has the entity; `id_by_key` maps keys of Locals
    to canonical ids, for the bodies of posts; `cited` may remember `cited_names`. A post that the
    register knows to have been somebody else's then is left out: the text tells it of a person not
    named.
    """
    entry = register.entries.get(entity_id)

    def is_stray(held: PostHeld) -> bool:
        return belongs_to_other(held, entity_id, register)

    country = entry.country if entry else _most_told(members)
    kind = entry.kind if entry else _kind_of(members)
    names, transliterated = _names(members, entry, languages, country, is_person=kind == "person")
    return RecordEntity(
        id=entity_id,
        kind=kind,
        names=names,
        country=country,
        register_id=entry.id if entry else None,
        transliterated=transliterated,
        aliases=_aliases(members, cited or (lambda one: cited_names(one, texts[one.source_id]))),
        posts=_posts(members, texts, id_by_key, entry, is_stray),
        longitude=entry.longitude if entry else None,
        latitude=entry.latitude if entry else None,
        within=entry.within if entry else None,
    )


def _kind_of(members: Sequence[Local]) -> str:
    """Give the kind most readings took it for; a person where any did, as names of places are."""
    kinds = Counter(local.kind for local in members)
    return min(kinds, key=lambda kind: (kind != "person", -kinds[kind], kind))


def _most_told(members: Sequence[Local]) -> str | None:
    told = Counter(local.country for local in members if local.country)
    return min(told, key=lambda c: (-told[c], str(c))) if told else None


def _names(
    members: Sequence[Local],
    entry: RegisterEntry | None,
    languages: Sequence[str],
    country: str | None,
    *,
    is_person: bool,
) -> tuple[dict[str, str], tuple[str, ...]]:
    spelt = best_names(members)
    names: dict[str, str] = {}
    marked: list[str] = []
    for language in languages:
        known = entry.name(language) if entry else None
        own = spelt.get(language)
        if known or own:
            names[language] = known or str(own)
            continue
        said = None if is_person else house_name(spelt, language)
        if said is not None:
            names[language] = said
            continue
        made = _transliterated(spelt, entry, language, country, is_person=is_person)
        if made is not None:
            names[language] = made
            marked.append(language)
    return names, tuple(marked)


def _transliterated(
    spelt: Mapping[str, str],
    entry: RegisterEntry | None,
    language: str,
    country: str | None,
    *,
    is_person: bool,
) -> str | None:
    reading = entry.readings[0] if entry and entry.readings else None
    sources = dict(spelt)
    if entry is not None:
        sources |= {lang: forms[0] for lang, forms in entry.names.items() if forms}
    order = [source for source in ROMANISE_FROM if source in sources]
    if is_person:
        # Where letters leave vowels out, names that are known have them: عمرو is Amr.
        order.sort(key=lambda source: -known_words(sources[source], language))
    for source in order:
        name = sources[source]
        if not is_person and holds_common_noun(name, source):
            return as_published(name)
        name = without_article(name, source)
        spell = spell_person if is_person else transliterate
        made = spell(name, language, reading=reading, country=country)
        if made:
            return made
    # Kanji without a reading: better the signs themselves than nothing.
    return next(iter(sources.values()), None)


#: The spellings that a source has for an entity, each with where it stands.
CitedNames = tuple[tuple[str, tuple[Citation, ...]], ...]


def cited_names(local: Local, text: str) -> CitedNames:
    """Give the spellings of an entity in its source, with a few citations each."""
    found: dict[str, list[Citation]] = {}
    for mention in local.mentions if local.names else ():
        if is_stand_in(mention, local.language):
            continue
        kept = found.setdefault(mention.text, [])
        if len(kept) < _PER_SOURCE:
            kept.append(cite(local.source_id, text, mention.span))
    return tuple((name, tuple(kept)) for name, kept in found.items())


def _aliases(members: Sequence[Local], cited: Callable[[Local], CitedNames]) -> tuple[Alias, ...]:
    found: dict[tuple[str, str], dict[str, tuple[Citation, ...]]] = {}
    for local in members:
        for name, citations in cited(local):
            by_source = found.setdefault((name, local.language), {})
            before = by_source.get(local.source_id, ())
            by_source[local.source_id] = (before + citations)[:_PER_SOURCE]
    return tuple(
        Alias(name, language, tuple(c for _, kept in sorted(by_source.items()) for c in kept))
        for (name, language), by_source in sorted(found.items())
    )


def _known_body(held: PostHeld, entry: RegisterEntry | None) -> str | None:
    """Give the body of the one term of the register that a post without a body can be."""
    bodies = {term.body for term in entry.terms if fits_term(held, term)} if entry else set()
    return bodies.pop() if len(bodies) == 1 else None


def _posts(
    members: Sequence[Local],
    texts: Mapping[str, str],
    id_by_key: Mapping[str, str],
    entry: RegisterEntry | None,
    is_stray: Callable[[PostHeld], bool],
) -> tuple[Occupancy, ...]:
    found: dict[tuple[str, str, str, str], list[tuple[str, Mention]]] = {}
    for local in members:
        for held in local.posts:
            if is_stray(held):
                continue
            body = held.country
            if held.body and held.body != held.country:
                body = id_by_key.get(held.body, held.country)
            body = body or _known_body(held, entry)
            key = (held.post, body or "", held.status, held.time or "")
            places = found.setdefault(key, [])
            if held.mention is not None:
                places.append((local.source_id, held.mention))
    return tuple(
        Occupancy(
            post,
            body or None,
            status,
            time or None,
            tuple(
                cite(source_id, texts[source_id], mention.span)
                for source_id, mention in sorted(places, key=lambda p: (p[0], p[1].start))
            ),
        )
        for (post, body, status, time), places in sorted(found.items())
    )

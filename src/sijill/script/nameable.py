"""A record goes in; the same record comes out with only bodies that a narrator can name.

A name spelled out from another alphabet is a name for a person or a village. For a body it is a
row of sounds: such a body is told by the register's name where its own name holds one, else it is
left out. So is a place whose name begins with a common noun: a theatre, a palace of somebody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sijill.record.items import Occupancy, Record, RecordEntity
from sijill.register.entries import Register, RegisterEntry
from sijill.script.narration.naming import Names
from sijill.script.narration.people import OF_A_BODY
from sijill.tables import open_table

#: Alphabets that write no short vowels: a name spelled from them is no name at all.
_VOWELLESS = ("ar",)
#: A firm's name of so few words is its own name in any letters.
_WORDS_OF_A_FIRM = 2


def nameable(record: Record, register: Register, languages: Sequence[str]) -> Record:
    """Leave out, or name by the register, the bodies whose names are only spelled by sound."""
    names = Names(record, register, languages)
    renamed: dict[str, RecordEntity] = {}
    other_id: dict[str, str] = {}
    left_out: set[str] = set()
    known = {e.register_id: e.id for e in record.entities if e.register_id}
    for entity in record.entities:
        if entity.kind == "person" or not _is_by_sound(entity, languages, names):
            continue
        if entity.kind == "place":
            if _is_described(entity) or not _is_readable(entity, languages):
                left_out.add(entity.id)
            continue
        entry = _entry_within(entity, register)
        if entry is not None and entry.id in known:
            other_id[entity.id] = known[entry.id]
        elif entry is not None and all(entry.name(lang) for lang in languages):
            told = {lang: str(entry.name(lang)) for lang in languages}
            renamed[entity.id] = replace(
                entity, names={**entity.names, **told}, transliterated=(), register_id=entry.id
            )
        else:
            left_out.add(entity.id)

    def kept(entity_id: str | None) -> str | None:
        if entity_id is None or entity_id in left_out:
            return None
        return other_id.get(entity_id, entity_id)

    def posts(held: tuple[Occupancy, ...]) -> tuple[Occupancy, ...]:
        bodiless = (replace(h, body=kept(h.body)) for h in held)
        return tuple(
            new
            for old, new in zip(held, bodiless, strict=True)
            if new.body == old.body or new.body is not None or old.post not in OF_A_BODY
        )

    return replace(
        record,
        entities=tuple(
            replace(e, posts=posts(e.posts))
            for e in (renamed.get(entity.id, entity) for entity in record.entities)
        ),
        events=tuple(
            replace(
                event,
                place=kept(event.place),
                participants=tuple(
                    dict.fromkeys(p for i in event.participants if (p := kept(i)) is not None)
                ),
            )
            for event in record.events
        ),
        statements=tuple(
            s if s.speaker is None or kept(s.speaker) else replace(s, speaker=None, speaker_text="")
            for s in record.statements
        ),
        claims=tuple(replace(c, asserted_by=kept(c.asserted_by)) for c in record.claims),
    )


def _is_by_sound(entity: RecordEntity, languages: Sequence[str], names: Names) -> bool:
    """Say whether a language of the film has a body's name only by its sound."""
    spelled = [lang for lang in languages if lang in entity.transliterated]
    if not spelled:
        return False
    if not _is_readable(entity, languages):
        return True
    own = {alias.language for alias in entity.aliases} or set(entity.names) - set(spelled)
    short = all(len(entity.names[lang].split()) <= _WORDS_OF_A_FIRM for lang in spelled)
    return not (names.is_company(entity.id) and short and not own & set(_VOWELLESS))


def _is_readable(entity: RecordEntity, languages: Sequence[str]) -> bool:
    """Say whether every language of the film has a name that is not kept in other letters."""
    return not any(entity.names.get(lang, "").startswith("(") for lang in languages)


@cache
def _common_words() -> frozenset[str]:
    rows = open_table("ar/organisation_words.tsv", ("word",))
    return frozenset(r["word"] for r in rows)


@cache
def _demonyms() -> tuple[str, ...]:
    rows = open_table("ar/demonyms.tsv", ("word",))
    return tuple(sorted({r["word"].rstrip("*") for r in rows}))


@cache
def _venue_words() -> frozenset[str]:
    rows = open_table("ar/venue_words.tsv", ("sense", "form"))
    return frozenset(r["form"].split()[0] for r in rows) | _common_words()


def _is_described(entity: RecordEntity) -> bool:
    """Say whether an Arabic place name of several words begins with what kind of place it is."""
    words = (entity.names.get("ar") or "").split()
    return len(words) > 1 and words[0] in _venue_words()


def _entry_within(entity: RecordEntity, register: Register) -> RegisterEntry | None:
    """Find the known body whose name an Arabic one holds beside common words only.

    شركة كوماتسو اليابانية is كوماتسو; a list of several firms is none of them.
    """
    words = (entity.names.get("ar") or "").split()
    rest = [w for w in words if w not in _common_words() and not _is_demonym(w)]
    wanted = " ".join(rest)
    if not rest or len(rest) == len(words):
        return None
    for entry in sorted(register.entries.values(), key=lambda e: e.id):
        if entry.kind == "organisation" and wanted in entry.names.get("ar", ()):
            return entry
    return None


def _is_demonym(word: str) -> bool:
    bare = re.sub("(?:ية|ة)$", "", word.removeprefix("ال")) if word.startswith("ال") else ""
    return bool(bare) and (bare in _demonyms() or f"{bare}ي" in _demonyms())

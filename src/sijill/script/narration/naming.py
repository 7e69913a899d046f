"""Ids of the record go in; phrases naming people, states, places and bodies come out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, cached_property

from sijill.citation import Citation
from sijill.dates import sort_key
from sijill.documents.document import Status
from sijill.event_types import types_with
from sijill.record.items import LocalText, Record, RecordEntity
from sijill.register.entries import Register, RegisterEntry
from sijill.script.narration.people import (
    LOWEST_OFFICE_OF_STATE,
    HeldThen,
    gender_by_words,
    gender_of,
    is_edtf,
    occupation_words,
    post_at,
    post_rows,
    rank,
    short_name,
)
from sijill.script.narration.words import Told, Words, plain
from sijill.tables import Row, open_table

_COMPANY_EVENTS = types_with("company")


@cache
def _organisation_words() -> dict[str, str]:
    return {r["word"]: r["gender"] for r in open_table("ar/organisation_words.tsv", ("word",))}


@cache
def _public_words() -> frozenset[str]:
    return frozenset(r["word"] for r in open_table("en/organisation_words.tsv", ("word",)))


@cache
def _articles(kind: str) -> frozenset[str]:
    rows = open_table("en/articles.tsv", ("kind", "word"))
    return frozenset(r["word"] for r in rows if r["kind"] == kind)


@cache
def _masculine_states() -> frozenset[str]:
    return frozenset(r["country"] for r in open_table("ar/masculine_states.tsv", ("country",)))


_SCRIPTS = {"ar": re.compile("[\u0600-\u06ff]"), "en": re.compile("[A-Za-z]")}


def is_readable(name: str, language: str) -> bool:
    """Say whether a name stands in letters that the language's voice can read."""
    return _SCRIPTS[language].search(name) is not None


def joined(parts: Sequence[str], language: str) -> str:
    """Join names: `أ وب وج`, `A, B and C`."""
    if language == "ar":
        return " و".join(parts)
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


class Names:
    """How the people, places and bodies of one record are named in the languages of its script."""

    def __init__(self, record: Record, register: Register, languages: Sequence[str]) -> None:
        self.languages = tuple(languages)
        self.register = register
        self._entities = {entity.id: entity for entity in record.entities}
        self._states = {
            entry.country: entry
            for entry in register.entries.values()
            if entry.country and entry.kind == "place" and entry.id == entry.country.lower()
        }
        self._companies = self._find_companies(record)
        self._genders = self._find_genders(record)
        # A profession somebody was given when speaking, where no post is on record.
        self._speaking_posts = {
            s.speaker: s.post
            for s in reversed(record.statements)
            if s.speaker and s.post and rank(s.post) > LOWEST_OFFICE_OF_STATE
        }
        #: The time of the film: that of the newest source, or happening; None when no source is
        #: dated, for then what it tells last may be long past.
        self.now: str | None = None
        if any(source.published for source in record.sources):
            known = [s.published for s in record.sources if s.published and is_edtf(s.published)]
            known += [e.date for e in record.events if e.date and e.status is Status.HELD]
            self.now = max(known, key=lambda d: (sort_key(d)[0], d), default=None)

    def _find_companies(self, record: Record) -> frozenset[str]:
        ids = {
            p
            for event in record.events
            if event.type in _COMPANY_EVENTS
            for p in event.participants
        }
        ids |= {
            held.body
            for entity in record.entities
            for held in entity.posts
            if held.post == "chief_executive" and held.body
        }
        return frozenset(
            i
            for i in ids
            if i in self._entities
            and self._entities[i].kind == "organisation"
            and not _public_words() & set((self._entities[i].names.get("en") or "").split())
        )

    def _find_genders(self, record: Record) -> dict[str, str]:
        """Tell women from men: by their posts and names, else by `she said` beside their words."""
        said: dict[str, list[tuple[Citation, str]]] = {}
        for statement in record.statements:
            if statement.speaker and statement.citations:
                beside = (statement.citations[0], statement.language)
                said.setdefault(statement.speaker, []).append(beside)
        found = {}
        for entity in record.entities:
            if entity.kind == "person":
                gender = gender_of(entity)
                if gender == "m":
                    gender = gender_by_words(said.get(entity.id, ())) or gender
                found[entity.id] = gender
        return found

    def gender(self, person_id: str) -> str:
        """Give m or f for a person of the record; m where nothing tells."""
        return self._genders.get(person_id, "m")

    def told(self, make: Callable[[str], Words]) -> dict[str, Words]:
        """Make a phrase in every language of the script."""
        return {language: make(language) for language in self.languages}

    def entity(self, entity_id: str | None) -> RecordEntity | None:
        """Find an entity of the record."""
        return self._entities.get(entity_id) if entity_id else None

    def is_company(self, entity_id: str) -> bool:
        """Say whether a body is a firm, as far as the record shows."""
        return entity_id in self._companies

    @cached_property
    def _arabic_by_latin(self) -> dict[str, str]:
        table: dict[str, str] = {}
        for entry in self.register.entries.values():
            name = entry.name("ar")
            for form in entry.names.get("en", ()):
                if name:
                    table.setdefault(form.lower(), name)
        return table

    def arabic_name(self, latin: str) -> str:
        """Give the Arabic name of what the register knows by a Latin one; else the same name."""
        return self._arabic_by_latin.get(latin.lower(), latin)

    def register_body(self, entry_id: str) -> dict[str, Words] | None:
        """Name a place or body that only the register knows; None without a name per language."""
        entry = self.register.entries.get(entry_id)
        names = {lang: entry.name(lang) if entry else None for lang in self.languages}
        told = {lang: plain(_with_article(n, lang)) for lang, n in names.items() if n}
        return told if len(told) == len(self.languages) else None

    def unknown_person(self, latin: str, role: str, country: str) -> dict[str, Words] | None:
        """Name somebody whom no source of the record tells, as holder of a post of that time.

        None where a language of the script has no name that its voice can read.
        """
        told: dict[str, Words] = {}
        for language in self.languages:
            name = self.arabic_name(latin) if language == "ar" else latin
            if not is_readable(name, language):
                return None
            held = HeldThen(role, None, past=True)
            state = self._country(country, language).show if country else None
            full = _arabic_full if language == "ar" else _english_full
            told[language] = plain(full(name, "m", held, (state, None)))
        return told

    def state_entry(self, code: str) -> RegisterEntry | None:
        """Find a state of the register by its ISO code."""
        return self._states.get(code)

    def country(self, code: str) -> dict[str, Words]:
        """Name a state."""
        return self.told(lambda language: self._country(code, language))

    def _country(self, code: str, language: str) -> Words:
        entry = self._states.get(code)
        name = (entry.name(language) if entry else None) or code
        if language == "en" and code in _articles("state") and not name.startswith("the "):
            name = f"the {name}"
        gender = "m" if code in _masculine_states() or language != "ar" else "f"
        return plain(name, gender=gender)

    def body(self, body: str, *, full: bool = False) -> dict[str, Words]:
        """Name a state (by code), a place or an organisation (by id)."""
        if body not in self._entities and len(body) == 2:
            return self.country(body.upper())
        return self.told(lambda language: self._body(body, language, full))

    def _body(self, entity_id: str, language: str, full: bool) -> Words:
        entity = self._entities[entity_id]
        if entity.kind == "place" and entity.country and entity_id == entity.country.lower():
            return self._country(entity.country, language)
        name = entity.names[language]
        if not is_readable(name, language) and self.is_company(entity_id) and entity.country:
            state = self._country(entity.country, language).show
            return plain(f"شركة من {state}" if language == "ar" else f"a company of {state}")
        if language == "ar":
            first = name.split()[0]
            gender = _organisation_words().get(first, "f")
            if first not in _organisation_words() and first.startswith("ال"):
                gender = "f" if first.endswith("ة") else "m"
            if full and self.is_company(entity_id) and first not in _organisation_words():
                return plain(f"شركة {name}", gender="f")
            return plain(name, gender=gender)
        if not self.is_company(entity_id) or name[0].islower():
            name = _with_article(name, language)
        return plain(name, gender="m")

    def place_in(self, entity_id: str) -> dict[str, Words]:
        """Say where: `في طوكيو`, `in Tokyo`, `at the Imperial Palace`."""

        def make(language: str) -> Words:
            name = self._body(entity_id, language, False).show
            if language == "ar":
                return plain(f"في {name}")
            return plain(f"{'in' if self._is_area(entity_id) else 'at'} {name}")

        return self.told(make)

    def in_country(self, code: str) -> dict[str, Words]:
        """Say in which state: `في اليابان`, `in Japan`."""

        def make(language: str) -> Words:
            name = self._country(code, language).show
            return plain(f"في {name}" if language == "ar" else f"in {name}")

        return self.told(make)

    def _is_area(self, entity_id: str) -> bool:
        entity = self._entities[entity_id]
        if entity.country and entity_id == entity.country.lower():
            return True
        within = entity.within or ""
        inside_state = within == (entity.country or "").lower() or not within
        return entity.kind == "place" and inside_state

    def people(self, ids: Iterable[str]) -> list[str]:
        """Keep the ids that are persons."""
        return [i for i in ids if (e := self._entities.get(i)) and e.kind == "person"]

    def post(self, person_id: str, time: str | None) -> HeldThen | None:
        """Give the post a person of the record held at a time."""
        person = self._entities[person_id]
        held = post_at(person, time, register=self.register, now=self.now)
        if held is None and person_id in self._speaking_posts:
            return HeldThen(self._speaking_posts[person_id], None)
        return held

    def roles_of(self, person_id: str | None) -> frozenset[str]:
        """Give every role in which the record knows somebody, as holder or as speaker."""
        person = self._entities.get(person_id or "")
        roles = {held.post for held in person.posts} if person else set()
        if person_id in self._speaking_posts:
            roles.add(self._speaking_posts[person_id])
        return frozenset(roles)

    def person(self, person_id: str, form: str, held: HeldThen | None) -> dict[str, Words]:
        """Name a person: `full` with post, `title` with a short title, `short`, or `name` alone."""
        person = self._entities[person_id]

        def make(language: str) -> Words:
            text = self._person(person, form, held, language)
            return plain(text, gender=self.gender(person.id))

        return self.told(make)

    def _person(self, person: RecordEntity, form: str, held: HeldThen | None, language: str) -> str:
        name = person.names[language]
        if form != "name" and held is not None and not is_readable(name, language):
            return self._by_post(person, held, language) or name
        if form == "name" or (held is None and form == "full"):
            return name
        if form == "full" and held is not None:
            return (_arabic_full if language == "ar" else _english_full)(
                name, self.gender(person.id), held, self._post_bodies(held, person, language)
            )
        short = short_name(person, language)
        if held is None or held.former:
            return short
        row = post_rows(language).get((held.post, self.gender(person.id)))
        title = row["title"] if row else ""
        if held.occupation or held.manner:
            title = ""
        if form == "title":
            return f"{title} {short}".strip()
        if held.post in ("heir", "royal_family"):
            return f"{title} {short}".strip()
        # A ruler is not called by the bare name.
        if held.post.startswith("monarch") and row:
            return row["alone"] if language == "ar" else row["the"]
        return short

    def _by_post(self, person: RecordEntity, held: HeldThen, language: str) -> str:
        """Name somebody by the post alone, where no name can be read out in the language."""
        bodies = self._post_bodies(held, person, language)
        words = _post_words(held, self.gender(person.id), *bodies, language)
        if language == "ar" or not words:
            return words
        return words if words.startswith(("a ", "an ")) else f"the {words}"

    def _post_bodies(
        self, held: HeldThen, person: RecordEntity, language: str
    ) -> tuple[str | None, str | None]:
        code, body = None, None
        if held.body and held.body in self._entities:
            body = self._body(held.body, language, True).show
        elif held.body and len(held.body) == 2:
            code = self._country(held.body, language).show
        elif person.country and not held.body and held.post not in ("chief_executive",):
            code = self._country(person.country, language).show
        return code, body

    def post_label(self, person_id: str, time: str | None) -> LocalText:
        """Give the post by itself, for a card; empty when it is not known."""
        held = self.post(person_id, time)
        if held is None:
            return {}
        return self.held_label(person_id, held)

    def held_label(self, person_id: str, held: HeldThen) -> LocalText:
        """Give a post by itself in every language."""
        person = self._entities[person_id]
        labels = {}
        for language in self.languages:
            code, body = self._post_bodies(held, person, language)
            label = _post_words(held, self.gender(person.id), code, body, language)
            refined = occupation_words(held.occupation, language) if held.occupation else None
            if refined:
                label = _occupation_label(refined, self.gender(person.id), body or code, language)
            if label:
                labels[language] = _on_card(
                    label, language, bare=not any(of and of in label for of in (code, body))
                )
        return labels if len(labels) == len(self.languages) else {}


def _on_card(label: str, language: str, *, bare: bool) -> str:
    """Write a post as it stands on a card: خبير, Expert, خبير في جامعة, Expert at a university."""
    if language == "ar":
        first, _, rest = label.partition(" ")
        if rest.startswith("في "):
            return f"{first.removeprefix('ال')} {rest}"
        return " ".join(w.removeprefix("ال") for w in label.split()) if bare else label
    label = label.removeprefix("a ").removeprefix("an ")
    return label[0].upper() + label[1:]


def _with_article(name: str, language: str) -> str:
    """Write an English name with its article: the United Nations University, the friendship league.

    A name that begins in lower case is a description and takes one as well.
    """
    if language != "en":
        return name
    first, last = name.split(maxsplit=1)[0], name.rsplit(maxsplit=1)[-1]
    if name[0].islower() or first in _articles("first") or last in _articles("last"):
        return f"the {name.removeprefix('the ')}"
    return name


def _occupation_label(row: Row, gender: str, where: str | None, language: str) -> str:
    """Say an occupation for a card: `مصارع، كازاخستان`, `Wrestler, Kazakhstan`."""
    if language == "ar":
        # On a card the word stands alone, without its article.
        words = " ".join(part.removeprefix("ال") for part in row[gender].split())
        return f"{words}، {where}" if where else words
    return f"{row['words']}, {where}" if where else row["words"]


def _post_words(
    held: HeldThen, gender: str, code: str | None, body: str | None, language: str
) -> str:
    """Say a post without its holder: `رئيس كازاخستان`, `president of Kazakhstan`."""
    row = post_rows(language).get((held.post, gender)) or post_rows(language).get((held.post, "m"))
    refined = occupation_words(held.occupation, language) if held.occupation else None
    if row is None:
        return ""
    if language == "ar":
        if refined:
            tail = f" من {body or code}" if body or code else ""
            return refined[gender] + tail
        if body and row["of_body"]:
            text = _in_manner_ar(row["of_body"], held.manner, gender).replace("{b}", body)
        elif code and row["of_country"]:
            text = _in_manner_ar(row["of_country"], held.manner, gender).replace("{c}", code)
        else:
            text = row["alone"]
        text = text.replace(" لال", " لل")
        if held.former and text:
            text += " السابقة" if gender == "f" else " السابق"
        return text
    if refined:
        tail = f" of {body or code}" if body or code else ""
        text = refined["words"] + tail
    elif body and row["words_body"]:
        text = row["words_body"].replace("{b}", body)
    elif code and row["words"]:
        text = row["words"].replace("{c}", code)
    elif row["words"] and "{c}" not in row["words"]:
        text = row["words"]
    else:
        text = row["the"].removeprefix("the ")
    if held.manner and not refined:
        head, _, rest = text.removeprefix("a ").removeprefix("an ").partition(" of ")
        text = f"{head}-elect" if held.manner == "elect" else f"{held.manner} {head}"
        text += f" of {rest}" if rest else ""
    return f"former {text.removeprefix('a ').removeprefix('an ')}" if held.former and text else text


def _in_manner_ar(pattern: str, manner: str | None, gender: str) -> str:
    """Write how a post is held into its pattern: `رئيس {b}` gives `الرئيس الفخري ل{b}`.

    Only a post of one word can take an adjective of its own; the others stay as they are.
    """
    if manner is None:
        return pattern
    row = next(
        r for r in open_table("ar/post_manners.tsv", ("manner", "m", "f")) if r["manner"] == manner
    )
    head, _, rest = pattern.partition(" ")
    if row["before"]:
        return f"{row[gender]} {pattern}"
    if rest not in ("{b}", "{c}"):
        return f"{pattern} ({row[gender].removeprefix('ال')})"
    return f"ال{head} {row[gender]} ل{rest}"


def _arabic_full(
    name: str, gender: str, held: HeldThen, bodies: tuple[str | None, str | None]
) -> str:
    if held.occupation and (row := occupation_words(held.occupation, "ar")):
        where = bodies[1] or bodies[0]
        return f"{row[gender]} {name}" + (f" من {where}" if where else "")
    post = _post_words(held, gender, *bodies, "ar")
    if held.past and not held.former and post:
        post += " آنذاك"
    return f"{post} {name}".strip()


def _english_full(
    name: str, gender: str, held: HeldThen, bodies: tuple[str | None, str | None]
) -> str:
    code, body = bodies
    row = post_rows("en").get((held.post, gender))
    words = _post_words(held, gender, code, body, "en")
    if not words:
        return name
    if held.occupation and not held.past:
        occupation = occupation_words(held.occupation, "en")
        where = body or code
        if occupation and occupation["occupation"] == "professor":
            return f"Professor {name}" + (f" of {where}" if where else "")
        if occupation:
            return f"the {occupation['words']} {name}" + (f" of {where}" if where else "")
    if held.past and not held.former:
        return f"{name}, then {words},"
    plain_post = not (held.former or held.manner)
    before = row["before"] if row and plain_post and body is None else ""
    if before and (code or "{c}" not in before):
        return before.replace("{n}", name).replace("{c}", code or "")
    if words.startswith(("a ", "an ")) or (not held.former and " of " in words):
        return f"{name}, {words},"
    return f"{name}, {'an' if words[0] in 'aeiou' or words.startswith('hono') else 'a'} {words},"


def listed(parts: Sequence[Told], languages: Sequence[str]) -> dict[str, Words]:
    """Join phrases into one: a list of names, in every language."""
    return {
        language: Words(
            joined([part[language].show for part in parts], language),
            joined([part[language].say for part in parts], language),
            parts[0][language].gender,
            plural=len(parts) > 1 or parts[0][language].plural,
        )
        for language in languages
    }

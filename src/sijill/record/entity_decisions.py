"""The entities of a record and what people decided about them go in; the entities with their names
and posts as decided come out.

A name is one for a language. A post is somebody's time in an office, from and to: it stands for all
that sources, and the register, tell of that person in that office; their words are kept beneath it.
An entity whose id has changed is found again by the words that named it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sijill.citation import Citation, some_of
from sijill.dates import sort_key
from sijill.errors import UsageError
from sijill.identity.entities import Occupancy, RecordEntity
from sijill.record.correctable import Known, edtf_of, entity_id, one_of, role_of
from sijill.record.decisions import Anchor, Decision, a_kind
from sijill.record.finding import shared_words
from sijill.record.items import DecisionNote
from sijill.register.entries import Register
from sijill.roles import roles_with
from sijill.tables import open_table

#: What can be corrected on a person beside names.
POST_FIELDS = ("post", "body", "from", "to", "held")
_NAME = "name."
#: The state that somebody or a body is of, and what is of one.
_COUNTRY, _OF_A_STATE = "country", ("person", "organisation")
_STATE = re.compile(r"[A-Z]{2}")
_LETTER = re.compile(r"[^\W\d_]")


def checked_entity(
    entity: RecordEntity, given: Mapping[str, Any], known: Known, register: Register | None = None
) -> dict[str, Any]:
    """Give what is decided about an entity as it is kept: `name.LANGUAGE`, `country`, one post.

    An empty `country` is that of nobody's state: a body of several. Of a post: `post` (a role id),
    `body` (a country code or an entity; when left out the only one told, else the person's state),
    `from` and `to` (EDTF, None for an open end), or `held` no: it never was. Raises UsageError for
    what cannot be so; with a `register`, when it is decided and not replayed, also where the
    register tells a post that is denied, or nobody does.
    """
    if not given:
        raise UsageError(
            "no value is given",
            remedy="Give some: name.ru=…, or post=foreign_minister body=JP from=2002 to=2004-09",
        )
    kept: dict[str, Any] = {}
    for field, value in given.items():
        if field.startswith(_NAME):
            language = field.removeprefix(_NAME)
            if language not in entity.names:
                spoken = {lang for e in known.entities.values() for lang in e.names}
                one_of("language of the record", language, spoken)
            name = " ".join(str(value or "").split())
            if not _LETTER.search(name):
                raise UsageError("a name can't be taken away", remedy=f"Give another {field}.")
            kept[f"{_NAME}{language}"] = name
        elif field == _COUNTRY and entity.kind in _OF_A_STATE:
            kept[_COUNTRY] = _checked_country(value)
        elif field not in POST_FIELDS:
            raise UsageError(
                f"“{field}” can't be set on {a_kind(entity.kind)}",
                remedy="What can be set: name.LANGUAGE, on a person or a body country, and on a"
                f" person {', '.join(POST_FIELDS)}.",
            )
    posted = {name: given[name] for name in POST_FIELDS if name in given}
    return kept | (_checked_post(entity, posted, known, register) if posted else {})


def _checked_country(given: Any) -> str | None:
    code = str(given or "").strip().upper()
    if not code:
        return None
    codes = {row["code"] for row in open_table("world/states.tsv", ("code",))}
    if code not in codes:
        raise UsageError(
            f"“{given}” is not a country code", remedy="Give one of ISO 3166-1:  country=JP"
        )
    return code


def _checked_post(
    entity: RecordEntity, given: Mapping[str, Any], known: Known, register: Register | None
) -> dict[str, Any]:
    if entity.kind != "person":
        raise UsageError(f"{a_kind(entity.kind)} holds no post", remedy="Name a person.")
    if not given.get("post"):
        raise UsageError("which post?", remedy="Name it:  post=foreign_minister")
    post = role_of(given["post"])
    body = _body(given.get("body"), entity, post, known)
    if str(given.get("held") or "yes") not in ("yes", "no"):
        raise UsageError("“held” is yes or no", remedy="Leave it out where it was held.")
    if given.get("held") == "no":
        if given.get("from") or given.get("to"):
            raise UsageError("what was never held has no times", remedy="Leave from and to out.")
        entry = register.entries.get(entity.register_id or "") if register else None
        if entry and any((t.post, t.body) == (post, body) for t in entry.terms):
            raise UsageError(
                f"the register tells this post of {entity.id}",
                remedy="Give its true times instead:  from=… to=…",
            )
        told = [o for o in entity.posts if o.post == post and o.body == body]
        if register and not told:
            held = ", ".join(f"{o.post} body={o.body}" for o in entity.posts)
            raise UsageError(
                f"nothing tells that {entity.id} was {post} of {body}",
                remedy=f"What is told: {held or 'no post at all'}.",
            )
        return {"post": post, "body": body, "held": "no"}
    since, until = (edtf_of(given[end]) if given.get(end) else None for end in ("from", "to"))
    if since and until and sort_key(until)[1] < sort_key(since)[0]:
        raise UsageError(f"“{until}” is before “{since}”", remedy="Give from before to.")
    return {"post": post, "body": body, "from": since, "to": until}


def _body(given: Any, entity: RecordEntity, post: str, known: Known) -> str | None:
    if given in (None, ""):
        told = {o.body for o in entity.posts if o.post == post}
        if len(told) == 1:
            return told.pop()
        return entity.country if post in roles_with("state") else None
    if _STATE.fullmatch(str(given)):
        return str(given)
    return entity_id(given, known, ("organisation", "place"))


def anchor_of_entity(entity: RecordEntity) -> Anchor:
    """Give the words by which an entity is found again: where its names stand, of each source."""
    return Anchor(entity.kind, some_of(c for alias in entity.aliases for c in alias.citations))


def decided_entities(
    entities: Sequence[RecordEntity],
    decisions: Iterable[Decision],
    refuse: Callable[[Decision, UsageError], None],
) -> tuple[RecordEntity, ...]:
    """Give the entities in their order, as people decided; of two on one thing the later counts.

    What cannot be applied is handed to `refuse`, with the reason.
    """
    found = {entity.id: entity for entity in entities}
    for decision in decisions:
        try:
            entity = _find(found, decision)
            values = checked_entity(entity, decision.values, Known(found, ()))
        except UsageError as fault:
            refuse(decision, fault)
        else:
            found[entity.id] = _decided(entity, decision, values)
    return tuple(found[entity.id] for entity in entities)


def _find(entities: Mapping[str, RecordEntity], decision: Decision) -> RecordEntity:
    """Give the entity that is meant: of that id, else the only one that its words name today."""
    anchor = decision.anchors.get(decision.item, Anchor())
    named = entities.get(decision.item)
    if named is not None and (
        not anchor.citations or named.register_id or _shared(named, anchor.citations)
    ):
        return named
    likeness = {
        i: words
        for i, entity in entities.items()
        if entity.kind == anchor.type and (words := _shared(entity, anchor.citations))
    }
    most = max(likeness.values(), default=0)
    best = [i for i, words in likeness.items() if words == most]
    if len(best) == 1:
        return entities[best[0]]
    if not best:
        raise UsageError(f"nobody is “{decision.item}” in the record any more")
    raise UsageError(f"the words of “{decision.item}” name several today: {', '.join(best[:4])}")


def _shared(entity: RecordEntity, words: Sequence[Citation]) -> int:
    return shared_words(words, [c for alias in entity.aliases for c in alias.citations])


def _decided(entity: RecordEntity, decision: Decision, values: Mapping[str, Any]) -> RecordEntity:
    names = {f.removeprefix(_NAME): v for f, v in values.items() if f.startswith(_NAME)}
    note = DecisionNote(
        decision.number, decision.action, decision.who, decision.at, decision.why, tuple(values)
    )
    return replace(
        entity,
        names={**entity.names, **names},
        country=values.get(_COUNTRY, entity.country),
        transliterated=tuple(lang for lang in entity.transliterated if lang not in names),
        posts=_posts(entity.posts, decision, values) if "post" in values else entity.posts,
        decisions=(*entity.decisions, note),
    )


def _posts(
    told: Sequence[Occupancy], decision: Decision, values: Mapping[str, Any]
) -> tuple[Occupancy, ...]:
    """Put the decided time in a post in the place of all that is told of it."""
    same = [o for o in told if (o.post, o.body) == (values["post"], values["body"])]
    others = [o for o in told if o not in same]
    if values.get("held") == "no":
        return tuple(others)
    since, until = values["from"], values["to"]
    made = Occupancy(
        values["post"],
        values["body"],
        "former" if until else "current",
        f"{since or '..'}/{until or '..'}" if since or until else None,
        tuple(sorted({c for o in same for c in o.citations})),
        line=decision.number,
    )
    at = told.index(same[0]) if same else len(others)
    return (*others[:at], made, *others[at:])

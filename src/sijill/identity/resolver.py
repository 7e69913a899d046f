"""All readings, the register and people's decisions go in; who is who across them comes out.

Rules judge, people judge above them, clusters follow from the judgements (`clusters.cluster`).
No reading is changed: leave a judgement out, resolve again, and all is as it was before it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter

from sijill.identity.bearers import Peers, Spelling, spelt
from sijill.identity.clusters import Clusters, cluster
from sijill.identity.entities import RecordEntity
from sijill.identity.judgement import BY_RULE, Judgement, Verdict, judge
from sijill.identity.known import known_of, name_key
from sijill.identity.locals import Local, locals_of
from sijill.identity.peers import judge_short_references
from sijill.identity.portraits import CitedNames, best_names, cited_names, portray, slug
from sijill.identity.sides import meant_today
from sijill.identity.transliterate import transliterate
from sijill.reading.document import Reading
from sijill.register.entries import Register
from sijill.standing import Unapplied
from sijill.workbook import Workbook

IDENTITIES_FORMAT = "sijill.identities/1"


@dataclass(frozen=True, slots=True)
class Identities:
    """Who is who: `entity_by_local` maps `<source id>#<local entity id>` to a canonical id.

    A post that nobody is named for is mapped by its mention, `<source id>#<mention id>`, where the
    register knows who held it then. `judgements` hold those of rules and of people, with reasons;
    `unapplied` are those of people whose sides nobody is named by any more.
    """

    entity_by_local: dict[str, str]
    entities: tuple[RecordEntity, ...]
    judgements: tuple[Judgement, ...]
    format: str = IDENTITIES_FORMAT
    unapplied: tuple[Unapplied, ...] = ()

    def doubtful(self) -> tuple[Judgement, ...]:
        """Give the judgements that ask for a person's answer, the likeliest first.

        What other judgements have answered is not asked: both sides are one entity already, or
        each is another entry of the register.
        """
        known = {entity.id for entity in self.entities if entity.register_id}
        asked = []
        for judgement in self.judgements:
            sides = (judgement.left, judgement.right)
            left, right = (self.entity_by_local.get(side, side) for side in sides)
            is_open = left != right and not all(
                side in known or "#" not in own
                for side, own in zip((left, right), sides, strict=True)
            )
            if judgement.verdict is Verdict.UNSURE and is_open:
                asked.append(judgement)
        return tuple(sorted(asked, key=lambda j: (-j.score, j.left, j.right)))


def resolve(
    readings: Sequence[Reading],
    register: Register,
    *,
    languages: Sequence[str],
    texts: Mapping[str, str],
    decisions: Sequence[Judgement] = (),
    workbook: Workbook | None = None,
) -> Identities:
    """Find who is who across readings.

    `languages` are those every entity gets a name in; `texts` maps source ids to stored texts;
    `decisions` are people's judgements, in which a later one on the same two sides replaces an
    earlier one; a side is found again by its words (`sides`). `workbook` is that of an earlier
    round with the same register. The same input in any order gives the same result.
    """
    workbook = workbook or Workbook(keeps=False)
    found = [
        _in_source(reading, texts[reading.source_id], register, workbook)
        for reading in sorted(readings, key=lambda r: r.source_id)
    ]
    entities = [local for one in found for local in one.entities]
    local_by_key = {local.key: local for local in entities}
    judgements = [j for one in found for j in one.judgements]
    peers = workbook.grown("peers", Peers)

    def cite(judged: Judgement) -> Judgement:
        return _with_evidence(judged, local_by_key, texts)

    judgements += peers.update((pair for one in found for pair in one.unknown), cite)
    judgements += map(cite, _across(found))
    people, lost = meant_today(
        decisions,
        entities,
        register,
        lambda: _groups_by_rules(judgements, register, local_by_key, workbook),
    )
    clusters = _clusters(judgements, [p.meant for p in people], register, local_by_key)
    groups, id_by_key = _named_groups(clusters, local_by_key, register, workbook)
    bodies = _bodies(found, id_by_key)
    made = [
        _portrayed(
            entity_id,
            tuple(members),
            register,
            languages,
            texts,
            id_by_key,
            tuple(bodies.get(entity_id, ())),
            workbook,
        )
        for entity_id, members in groups.items()
    ]
    known = ((key, id_by_key[key]) for key in local_by_key if key in id_by_key)
    return Identities(
        dict(sorted(known)),
        tuple(sorted(made, key=lambda entity: entity.id)),
        _in_order((*(one.given for one in people), *judgements), workbook),
        unapplied=tuple(lost),
    )


def _in_order(judgements: Sequence[Judgement], workbook: Workbook) -> tuple[Judgement, ...]:
    """Sort judgements by their sides: what was sorted before goes first, and has its place."""
    before: tuple[Judgement, ...] = workbook.grown("judgements in order", tuple)
    here, there = set(map(id, judgements)), set(map(id, before))
    known = [judgement for judgement in before if id(judgement) in here]
    new = [judgement for judgement in judgements if id(judgement) not in there]
    found = tuple(sorted([*known, *new], key=_SIDES))
    workbook.keep("judgements in order", found)
    return found


_SIDES = attrgetter("left", "right", "by", "reason")


@dataclass(frozen=True, slots=True)
class _InSource:
    """What can be said of the entities of one source by themselves and beside the register.

    `unknown` are those that the register knows not, with their spelling; `by_spelling` the entries
    of those it knows, by their spellings; `strangers` the longest spelling of those it knows not;
    `bodies` are keys of those who held posts, each with the body.
    """

    entities: tuple[Local, ...]
    judgements: tuple[Judgement, ...]
    unknown: tuple[tuple[Spelling, Local], ...]
    by_spelling: tuple[tuple[str, str], ...]
    strangers: tuple[tuple[str, Local], ...]
    bodies: tuple[tuple[str, str], ...]


def _in_source(reading: Reading, text: str, register: Register, workbook: Workbook) -> _InSource:
    def make() -> _InSource:
        entities = locals_of(reading)
        judgements, unknown = _by_register(entities, register)
        entry_by_key = _entries_by_key(judgements)
        judgements += judge_short_references(entities, entry_by_key)
        local_by_key = {local.key: local for local in entities}
        texts = {reading.source_id: text}
        return _InSource(
            tuple(entities),
            tuple(_with_evidence(j, local_by_key, texts) for j in judgements),
            tuple(spelt(unknown)),
            tuple(
                (_spelling(name), entry_by_key[local.key])
                for local in entities
                if local.key in entry_by_key
                for name in local.names
            ),
            # A short word may be a name of many things, whatever kind the reading took it for.
            tuple(
                (spelling, local)
                for local in unknown
                if local.names and len(spelling := _spelling(local.names[0])) >= _LONG_ENOUGH
            ),
            tuple(
                (local.key, held.body)
                for local in entities
                for held in local.posts
                if held.body and held.body != held.country
            ),
        )

    found: _InSource = workbook.page("entities of sources").get(
        reading.source_id, (reading, text, register), make
    )
    return found


def _by_register(
    entities: Sequence[Local], register: Register
) -> tuple[list[Judgement], list[Local]]:
    """Judge every entity against the register; return the judgements and those it knows not."""
    known = known_of(register)
    judgements: list[Judgement] = []
    unknown: list[Local] = []
    held = {
        (local.source_id, post.post, post.country)
        for local in entities
        if local.names
        for post in local.posts
    }
    for local in entities:
        if not local.names and any(
            (local.source_id, post.post, post.country) in held for post in local.posts
        ):
            continue  # the text names its holder: "the King" is that king, not the register's
        found = known.judge(local)
        judgements.extend(found)
        if not any(j.verdict is Verdict.POSITIVE for j in found):
            unknown.append(local)
    return judgements, unknown


def _entries_by_key(judgements: Sequence[Judgement]) -> dict[str, str]:
    """Map keys of Locals to the entries of the register that rules judge them to be."""
    found = {}
    for judgement in judgements:
        if judgement.verdict is Verdict.POSITIVE:
            sides = (judgement.left, judgement.right)
            local, entry = sides if "#" in judgement.left else sides[::-1]
            found[local] = entry
    return found


def _across(sources: Sequence[_InSource]) -> list[Judgement]:
    """Judge entities without an entry against spellings that other sources use for known ones.

    A ring name that one text explains is a name of its bearer in every other text.
    """
    spelt: dict[str, set[str]] = {}
    for source in sources:
        for spelling, entry_id in source.by_spelling:
            spelt.setdefault(spelling, set()).add(entry_id)
    found: list[Judgement] = []
    for source in sources:
        for spelling, local in source.strangers:
            ids = spelt.get(spelling, ())
            if len(ids) == 1:
                (entry_id,) = ids
                reason = f"another source calls {entry_id} “{local.names[0]}”"
                by = BY_RULE + "name-in-use"
                found.append(
                    judge(local.key, entry_id, Verdict.POSITIVE, reason, by=by, score=_NAME_IN_USE)
                )
    return found


_LONG_ENOUGH = 5
_NAME_IN_USE = 0.75


def _spelling(name: str) -> str:
    """Give the form under which two spellings are one: long marks of kana come and go."""
    return name_key(name).replace("ー", "")


def _with_evidence(
    judgement: Judgement, local_by_key: Mapping[str, Local], texts: Mapping[str, str]
) -> Judgement:
    cited = tuple(
        local_by_key[side].citation(texts[local_by_key[side].source_id])
        for side in (judgement.left, judgement.right)
        if side in local_by_key
    )
    return replace(judgement, evidence=cited)


def _clusters(
    judgements: Sequence[Judgement],
    people: Sequence[Judgement],
    register: Register,
    local_by_key: Mapping[str, Local],
) -> Clusters:
    sides = {j.left for j in judgements} | {j.right for j in judgements}
    sides |= {side for judgement in people for side in (judgement.left, judgement.right)}
    anchors = sides & register.entries.keys()
    return cluster(local_by_key, (*people, *judgements), fixed=anchors)


def _groups_by_rules(
    judgements: Sequence[Judgement],
    register: Register,
    local_by_key: Mapping[str, Local],
    workbook: Workbook,
) -> dict[str, list[Local]]:
    """Give the clusters that rules alone make, by the ids under which people saw them."""
    by_rules = _clusters(judgements, (), register, local_by_key)
    return _named_groups(by_rules, local_by_key, register, workbook)[0]


def _named_groups(
    clusters: Clusters,
    local_by_key: Mapping[str, Local],
    register: Register,
    workbook: Workbook,
) -> tuple[dict[str, list[Local]], dict[str, str]]:
    """Give each cluster its canonical id; clusters of nameless posts alone are left out."""
    taken: set[str] = set(register.entries)
    groups: dict[str, list[Local]] = {}
    id_by_key: dict[str, str] = {}
    waiting: list[tuple[str, list[Local]]] = []
    bases = workbook.page("ids of entities")
    for nodes in clusters.sets():
        keys = sorted(node for node in nodes if "#" in node)
        anchors = sorted(node for node in nodes if node in register.entries)
        members = [local_by_key[key] for key in keys]
        if not members or not (anchors or any(local.names for local in members)):
            continue
        if anchors:
            groups[anchors[0]] = members
            id_by_key |= dict.fromkeys(keys, anchors[0])
        else:
            base: str = bases.get(members[0].key, tuple(members), partial(_base_id, members))
            waiting.append((base, members))
    for base, members in sorted(waiting, key=lambda pair: (pair[0], pair[1][0].key)):
        entity_id = base
        number = 2
        while entity_id in taken:
            entity_id = f"{base}-{number}"
            number += 1
        taken.add(entity_id)
        groups[entity_id] = members
        id_by_key |= {local.key: entity_id for local in members}
    return dict(sorted(groups.items())), id_by_key


def _portrayed(
    entity_id: str,
    members: tuple[Local, ...],
    register: Register,
    languages: Sequence[str],
    texts: Mapping[str, str],
    id_by_key: Mapping[str, str],
    bodies: tuple[str | None, ...],
    workbook: Workbook,
) -> RecordEntity:
    work = partial(
        portray,
        entity_id,
        members,
        register,
        languages=languages,
        texts=texts,
        id_by_key=id_by_key,
        cited=partial(_cited_names, texts=texts, workbook=workbook),
    )
    made: RecordEntity = workbook.page("entities").get(
        entity_id, (register, members, bodies, tuple(languages)), work
    )
    return made


def _bodies(
    sources: Sequence[_InSource], id_by_key: Mapping[str, str]
) -> dict[str, list[str | None]]:
    """Give for each entity what the bodies are of which it held posts, source by source."""
    found: dict[str, list[str | None]] = {}
    for source in sources:
        for key, body in source.bodies:
            entity_id = id_by_key.get(key)
            if entity_id is not None:
                found.setdefault(entity_id, []).append(id_by_key.get(body))
    return found


def _cited_names(local: Local, *, texts: Mapping[str, str], workbook: Workbook) -> CitedNames:
    found: CitedNames = workbook.page("names of entities").get(
        local.key, (local,), partial(cited_names, local, texts[local.source_id])
    )
    return found


def _base_id(members: Sequence[Local]) -> str:
    names = best_names(members)
    for language in ("en", "ru", "kk", "ja", "ar"):
        if language in names:
            made = slug(transliterate(names[language], "en") or "")
            if made:
                return made
    first = members[0]
    return f"{first.kind}-{slug(first.key) or 'x'}"

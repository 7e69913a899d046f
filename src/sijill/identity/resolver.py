"""All readings, the register and people's decisions go in; who is who across them comes out.

Rules judge, people judge above them, clusters follow from the judgements (`partition`).
No reading is changed: leave a judgement out, resolve again, and all is as it was before it.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from sijill.documents.document import Reading
from sijill.following import Following
from sijill.identity.bearers import Peers, Spelling, spelt
from sijill.identity.entities import RecordEntity
from sijill.identity.judgement import Judgement, Verdict
from sijill.identity.known import known_of, name_key
from sijill.identity.locals import Local, locals_of
from sijill.identity.names_in_use import Known, NamesInUse, Stranger
from sijill.identity.naming import Naming
from sijill.identity.partition import Partition
from sijill.identity.peers import judge_short_references
from sijill.identity.portraits import CitedNames, cited_names, portray
from sijill.identity.sides import Meant, meant_today
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
    resolver = workbook.grown("resolver", lambda: _Resolver(register))
    page, read = workbook.page("entities of sources"), {r.source_id: r for r in readings}
    doubted = workbook.changed_in("readings of entities", read)
    doubted |= workbook.changed_in("texts of entities", texts)
    own = page.take_over(read, doubted, lambda i: (read[i], texts[i], register), _in_source)
    found = dict(zip(read, own, strict=True))
    return resolver.update(found, texts, decisions, tuple(languages))


class _Resolver:
    """Who is who, brought up to date by what comes and goes: the same as all resolved at once."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._sources: dict[str, _InSource] = {}
        self._local_by_key: dict[str, Local] = {}
        self._peers = Peers()
        self._names_in_use = NamesInUse()
        self._people: list[Meant] = []
        #: All judgements in order of their sides, as they were given.
        self._judgements: list[Judgement] = []
        self._partition = Partition(register.entries.__contains__)
        self._naming = Naming(register.entries)
        self._by_local: Following[str, str] = Following({}, None, ())
        self._languages: tuple[str, ...] = ()
        self._portraits: dict[str, RecordEntity] = {}
        #: For those who held posts of bodies: these bodies, and which entities they are.
        self._bodies: dict[str, tuple[tuple[str, ...], tuple[str | None, ...]]] = {}
        self._cited: dict[str, CitedNames] = {}

    def update(
        self,
        sources: Mapping[str, _InSource],
        texts: Mapping[str, str],
        decisions: Sequence[Judgement],
        languages: tuple[str, ...],
    ) -> Identities:
        """Give who is who in these sources; see `resolve`."""
        self._texts = texts
        before, self._sources = self._sources, dict(sources)
        gone = [before[i] for i in sorted(i for i in before if sources.get(i) is not before[i])]
        come = [sources[i] for i in sorted(i for i in sources if before.get(i) is not sources[i])]
        keys_gone = [local.key for one in gone for local in one.entities]
        for key in keys_gone:
            del self._local_by_key[key]
            self._cited.pop(key, None)
        locals_come = {local.key: local for one in come for local in one.entities}
        self._local_by_key |= locals_come
        lost, found = self._judge(gone, come)
        self._keep(lost, found)
        people, unapplied = meant_today(
            decisions,
            list(self._local_by_key.values()) if decisions else (),
            self._register,
            self._groups_by_rules,
        )
        if people != self._people:
            self._keep([one.given for one in self._people], [one.given for one in people])
            lost += [one.meant for one in self._people]
            found += [one.meant for one in people]
            self._people = people
        moved = self._partition.update(
            gone=lost, come=found, nodes_gone=keys_gone, nodes_come=locals_come
        )
        changed = self._naming.update(moved, keys_gone, self._local_by_key)
        self._portray(changed, languages)
        self._by_local = self._follow()
        return Identities(
            self._by_local,
            tuple(sorted(self._portraits.values(), key=_ID)),
            tuple(self._judgements),
            unapplied=tuple(unapplied),
        )

    def _follow(self) -> Following[str, str]:
        """Give the ids of all by their keys, in the order of these."""
        ids, before, renamed = self._naming.id_by_key, self._by_local, self._naming.renamed
        changed = [key for key in renamed if ids.get(key) != before.get(key)]
        keys = [key for key in before if key in ids] if before.keys() - ids.keys() else [*before]
        # Most of them are sorted already.
        keys = sorted([*keys, *(key for key in changed if key in ids and key not in before)])
        return Following(dict(zip(keys, map(ids.__getitem__, keys), strict=True)), before, changed)

    def _judge(
        self, gone: Sequence[_InSource], come: Sequence[_InSource]
    ) -> tuple[list[Judgement], list[Judgement]]:
        """Give the judgements of rules that do not hold any more, and those that do now."""
        lost = [judgement for one in gone for judgement in one.judgements]
        found = [judgement for one in come for judgement in one.judgements]
        for gave in (
            self._peers.update(
                (pair for one in gone for pair in one.unknown),
                (pair for one in come for pair in one.unknown),
                self._cite,
            ),
            self._names_in_use.update(_in_use(gone), _in_use(come), self._cite),
        ):
            lost += gave[0]
            found += gave[1]
        return lost, found

    def _cite(self, judgement: Judgement) -> Judgement:
        return _with_evidence(judgement, self._local_by_key, self._texts)

    def _keep(self, lost: Sequence[Judgement], found: Sequence[Judgement]) -> None:
        """Take judgements out of those that are given, and put others in at their places."""
        if len(lost) + len(found) > len(self._judgements) // 16:
            others = set(map(id, lost))
            kept = (one for one in self._judgements if id(one) not in others)
            self._judgements = sorted((*kept, *found), key=_SIDES)
            return
        for judgement in lost:
            place = bisect_left(self._judgements, _SIDES(judgement), key=_SIDES)
            while self._judgements[place] is not judgement:  # another of the same two sides
                place += 1
            del self._judgements[place]
        for judgement in found:
            insort(self._judgements, judgement, key=_SIDES)

    def _groups_by_rules(self) -> Mapping[str, Sequence[Local]]:
        """Give the clusters that rules alone make, by the ids under which people saw them."""
        by_rules = Partition(self._register.entries.__contains__)
        moved = by_rules.update(
            come=[one for one in self._judgements if not one.is_by_person],
            nodes_come=self._local_by_key,
        )
        naming = Naming(self._register.entries)
        naming.update(moved, (), self._local_by_key)
        return dict(sorted(naming.members_by_id.items()))

    def _portray(self, changed: Sequence[str], languages: tuple[str, ...]) -> None:
        """Portray those anew who have other members than before, or whose bodies are others."""
        members_by_id, id_by_key = self._naming.members_by_id, self._naming.id_by_key
        for entity_id in changed:
            self._bodies.pop(entity_id, None)
            members = members_by_id.get(entity_id)
            if members is None:
                self._portraits.pop(entity_id, None)
            elif keys := tuple(body for local in members for body in _bodies_of(local)):
                self._bodies[entity_id] = keys, ()
        due = set(changed if languages == self._languages else members_by_id)
        self._languages = languages
        for entity_id, (keys, ids) in self._bodies.items():
            now = tuple(map(id_by_key.get, keys))
            if now != ids:
                self._bodies[entity_id] = keys, now
                due.add(entity_id)
        for entity_id in due & members_by_id.keys():
            made = portray(
                entity_id,
                members_by_id[entity_id],
                self._register,
                languages=languages,
                texts=self._texts,
                id_by_key=id_by_key,
                cited=self._cited_names,
            )
            if self._portraits.get(entity_id) != made:
                self._portraits[entity_id] = made

    def _cited_names(self, local: Local) -> CitedNames:
        known = self._cited.get(local.key)
        if known is None:
            known = self._cited[local.key] = cited_names(local, self._texts[local.source_id])
        return known


_ID = attrgetter("id")
_SIDES = attrgetter("left", "right", "by", "reason")


def _in_use(sources: Sequence[_InSource]) -> tuple[list[Known], list[Stranger]]:
    """Give the spellings that sources use for known ones, and those of whom nobody knows."""
    return (
        [known for one in sources for known in one.by_spelling],
        [stranger for one in sources for stranger in one.strangers],
    )


@dataclass(frozen=True, slots=True)
class _InSource:
    """What can be said of the entities of one source by themselves and beside the register.

    `unknown` are those that the register knows not, with their spelling; `by_spelling` the entries
    of those it knows, by their spellings; `strangers` the longest spelling of those it knows not.
    """

    entities: tuple[Local, ...]
    judgements: tuple[Judgement, ...]
    unknown: tuple[tuple[Spelling, Local], ...]
    by_spelling: tuple[Known, ...]
    strangers: tuple[Stranger, ...]


def _in_source(reading: Reading, text: str, register: Register) -> _InSource:
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
    )


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


_LONG_ENOUGH = 5


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


def _bodies_of(local: Local) -> Iterator[str]:
    """Give the bodies, by their keys, of which somebody held posts; a state is none."""
    for held in local.posts:
        if held.body and held.body != held.country:
            yield held.body

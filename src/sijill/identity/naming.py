"""Clusters that have changed go in; the canonical ids of all, and who is in each, come out.

What the register has keeps its id there. Everything else is called by its best name; of several
with one name the second is called `name-2`, in the order of their first members.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from sijill.identity.locals import Local
from sijill.identity.partition import Cluster, Moved
from sijill.identity.portraits import ROMANISE_FROM, best_names, slug
from sijill.identity.transliterate import transliterate

_NUMBERED = re.compile(r"(?:-[0-9]+)+$")

Members = tuple[Local, ...]


@dataclass(slots=True)
class _Waiting:
    """A cluster that the register knows not: what it would be called, and who is in it."""

    base: str
    members: Members


@dataclass(slots=True)
class _Family:
    """Clusters that may be called alike, and the ids that they have."""

    waiting: dict[Cluster, _Waiting] = field(default_factory=dict)
    ids: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Naming:
    """The canonical ids of clusters; those of nameless posts alone have none.

    `taken` are ids that nobody else may have; `members_by_id` are in the order of their keys.
    """

    taken: Collection[str]
    members_by_id: dict[str, Members] = field(default_factory=dict)
    id_by_key: dict[str, str] = field(default_factory=dict)
    #: The keys that may have another id since the last update, or none any more.
    renamed: set[str] = field(default_factory=set)
    _anchored: dict[Cluster, str] = field(default_factory=dict)
    _family_of: dict[Cluster, str] = field(default_factory=dict)
    #: By what stands before all numbers: only such names can be in each other's way.
    _families: dict[str, _Family] = field(default_factory=lambda: defaultdict(_Family))

    def update(
        self, moved: Moved, keys_gone: Collection[str], local_by_key: Mapping[str, Local]
    ) -> list[str]:
        """Name what has changed; give the ids whose members are others than before, or nobody.

        `keys_gone` are those of entities that are no more.
        """
        before: dict[str, Members] = {}
        families: dict[str, None] = {}
        self.renamed = set(keys_gone)
        for cluster in moved.gone:
            if (anchor := self._anchored.pop(cluster, None)) is not None:
                before[anchor] = self.members_by_id.pop(anchor)
            elif (family := self._family_of.pop(cluster, None)) is not None:
                families[family] = None
                del self._families[family].waiting[cluster]
        for key in keys_gone:
            self.id_by_key.pop(key, None)
        for cluster in moved.come:
            self.renamed.update(cluster.keys)
            anchor = next((node for node in cluster.others if node in self.taken), None)
            members = tuple(local_by_key[key] for key in cluster.keys)
            if not members or not (anchor or any(local.names for local in members)):
                for local in members:
                    self.id_by_key.pop(local.key, None)
            elif anchor:
                self._anchored[cluster] = anchor
                self.members_by_id[anchor] = members
                self.id_by_key |= dict.fromkeys(cluster.keys, anchor)
                before.setdefault(anchor, ())
            else:
                base = base_id(members)
                family = self._family_of[cluster] = _NUMBERED.sub("", base)
                self._families[family].waiting[cluster] = _Waiting(base, members)
                families[family] = None
        for family in families:
            self._number(self._families[family], before)
        return [i for i, members in before.items() if self.members_by_id.get(i) != members]

    def _number(self, family: _Family, before: dict[str, Members]) -> None:
        """Give ids to all of a family; `before` notes who had them."""
        found: dict[str, Members] = {}
        # Where to go on counting: of many with one name («company») nobody counts from two again.
        next_of: dict[str, int] = {}
        waiting = sorted(family.waiting.values(), key=lambda one: (one.base, one.members[0].key))
        for one in waiting:
            entity_id = one.base
            number = next_of.get(one.base, 2)
            while entity_id in self.taken or entity_id in found:
                entity_id = f"{one.base}-{number}"
                number += 1
            next_of[one.base] = number
            found[entity_id] = one.members
            self._call({local.key: entity_id for local in one.members})
        before |= {entity_id: self.members_by_id.pop(entity_id) for entity_id in family.ids}
        before |= {entity_id: () for entity_id in found if entity_id not in before}
        self.members_by_id |= found
        family.ids = list(found)

    def _call(self, ids: Mapping[str, str]) -> None:
        self.renamed.update(ids)  # «|= ids.keys()» would copy all there are
        self.id_by_key |= ids


def base_id(members: Sequence[Local]) -> str:
    """Give what a cluster is called after its best name, in Latin letters where they can be had."""
    names = best_names(members)
    for language in ROMANISE_FROM:
        if language in names:
            made = slug(transliterate(names[language], "en") or "")
            if made:
                return made
    first = members[0]
    return f"{first.kind}-{slug(first.key) or 'x'}"

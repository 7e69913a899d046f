"""What a build made of made-up sources and the truth of them go in; how well both agree comes out.

Measured over pairs: of two tellings (or two names of people) that were taken for one, how many are
one (precision), and of two that are one, how many were taken for one (recall).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from record_world import MadeSource, Telling

from sijill.documents.document import Reading
from sijill.identity.locals import locals_of


@dataclass(frozen=True)
class Agreement:
    """Pairwise precision and recall over `compared` tellings or names.

    `told` is how many the truth has; those that reading did not find are not compared.
    """

    precision: float
    recall: float
    compared: int
    told: int

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def agreement(labels: Sequence[tuple[str, str]], told: int) -> Agreement:
    """Compare two partitions: a label is the true group of a thing and the group it was given."""
    shared = _pairs(Counter(labels).values())
    true = _pairs(Counter(true for true, _ in labels).values())
    given = _pairs(Counter(given for _, given in labels).values())
    return Agreement(
        shared / given if given else 1.0, shared / true if true else 1.0, len(labels), told
    )


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def merging(
    made: Sequence[MadeSource], readings: Mapping[str, Reading], item_by_local: Mapping[str, str]
) -> Agreement:
    """Say how well happenings were merged; `item_by_local` gives the item of `source#event`."""
    return agreement(merged(made, readings, item_by_local), sum(len(m.tellings) for m in made))


def merged(
    made: Sequence[MadeSource], readings: Mapping[str, Reading], item_by_local: Mapping[str, str]
) -> list[tuple[str, str]]:
    """Give the true happening of each telling that was read, and the item it went into."""
    labels = []
    for one in made:
        for telling in one.tellings:
            local = _read_as(telling, readings[one.id])
            item = item_by_local.get(f"{one.id}#{local}")
            if item is not None:
                labels.append((telling.happening, item))
    return labels


def _read_as(telling: Telling, reading: Reading) -> str | None:
    """Give the event that was read in the words of a telling: one of its kind, else any."""
    inside = [e for e in reading.events if telling.start <= e.trigger.start < telling.end]
    same = [e for e in inside if e.type == telling.kind]
    return next((event.id for event in same or inside), None)


def people(
    made: Sequence[MadeSource], readings: Mapping[str, Reading], entity_by_local: Mapping[str, str]
) -> Agreement:
    """Say how well people were told apart and found again, by names that are given in full."""
    labels = []
    for one in made:
        by_name = {
            name: local.key
            for local in locals_of(readings[one.id])
            if local.kind == "person"
            for name in local.names
        }
        for person, forms in one.people.items():
            keys = [by_name[form] for form in forms if form in by_name]
            if keys and keys[0] in entity_by_local:
                labels.append((person, entity_by_local[keys[0]]))
    return agreement(labels, sum(len(one.people) for one in made))

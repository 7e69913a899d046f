"""Marks of two readings of one text go in; which mark of one answers which of the other comes out.

Marks are plain gold documents. Ids are local to each document: entities answer each other through
the mentions that they share, so an entity without mentions answers none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

Plain = dict[str, Any]
Pair = tuple[int, int]

# How much an exactly equal name says against a post, which several people may hold in turn.
_NAME_WEIGHT = 3.0
_POST_WEIGHT = 1.0


def shared_characters(one: Plain, other: Plain) -> int:
    """Count the characters that two spans share."""
    size: int = min(one["end"], other["end"]) - max(one["start"], other["start"])
    return max(0, size)


def likeness(one: Plain, other: Plain) -> float:
    """Give shared characters over all characters of two spans, 0 to 1."""
    shared = shared_characters(one, other)
    union = (one["end"] - one["start"]) + (other["end"] - other["start"]) - shared
    return shared / union if union > 0 else 0.0


def pair_marks(
    gold: Sequence[Plain], found: Sequence[Plain], weight: Callable[[Plain, Plain], float]
) -> list[Pair]:
    """Pair two lists one to one, as many pairs as possible, heavy ones first.

    `weight` gives 0 for marks that cannot answer each other. Pairs are (index in gold, index in
    found), sorted.
    """
    weights: dict[Pair, float] = {}
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            value = weight(g, f)
            if value:
                weights[i, j] = value
    to_found: dict[int, int] = {}
    to_gold: dict[int, int] = {}
    for (i, j), _ in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        if i not in to_found and j not in to_gold:
            to_found[i], to_gold[j] = j, i
    ways: defaultdict[int, list[int]] = defaultdict(list)
    for (i, j), _ in sorted(weights.items(), key=lambda item: (item[0][0], -item[1], item[0][1])):
        ways[i].append(j)

    def grow(i: int, seen: set[int]) -> bool:
        for j in ways[i]:
            if j in seen:
                continue
            seen.add(j)
            if j not in to_gold or grow(to_gold[j], seen):
                to_found[i], to_gold[j] = j, i
                return True
        return False

    for i in range(len(gold)):
        if i not in to_found:
            grow(i, set())
    return sorted(to_found.items())


def _mentions_by_entity(document: Plain) -> dict[str, list[Plain]]:
    out: defaultdict[str, list[Plain]] = defaultdict(list)
    for mention in document["mentions"]:
        if mention.get("entity") and mention.get("kind") != "date":
            out[mention["entity"]].append(mention)
    return out


def align_entities(gold: Plain, found: Plain) -> dict[str, str]:
    """Give the found entity of each gold entity, one to one, same kind, by shared mentions.

    Greedy only: an augmenting swap would trade one good pair for two poor ones.
    """
    gold_mentions, found_mentions = _mentions_by_entity(gold), _mentions_by_entity(found)
    ours = [e for e in gold["entities"] if gold_mentions.get(e["id"])]
    theirs = [e for e in found["entities"] if found_mentions.get(e["id"])]

    def weight(one: Plain, other: Plain) -> float:
        if one.get("kind") != other.get("kind"):
            return 0.0
        total = 0.0
        for a in gold_mentions[one["id"]]:
            best = 0.0
            for b in found_mentions[other["id"]]:
                if a["kind"] == b.get("kind") and shared_characters(a, b):
                    name = _NAME_WEIGHT if a["kind"] != "post" else _POST_WEIGHT
                    alike = likeness(a, b)
                    best = max(best, name * (1 + (alike == 1)) * alike)
            total += best
        return total

    ranked = sorted(
        ((weight(g, f), i, j) for i, g in enumerate(ours) for j, f in enumerate(theirs)),
        key=lambda row: (-row[0], row[1], row[2]),
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    out: dict[str, str] = {}
    for value, i, j in ranked:
        if value > 0 and i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            out[ours[i]["id"]] = theirs[j]["id"]
    return out

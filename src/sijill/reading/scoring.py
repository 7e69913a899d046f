"""One gold document and one found document go in; sums that make up precision and recall come out.

What counts as a hit is laid down with the gold format: mentions by exact span and by overlap,
quotations by 0.8 of their characters, events by type and trigger (or day and participants), claims
and signals by overlap.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sijill.reading.alignment import align_entities, likeness, pair_marks

Plain = dict[str, Any]
Cluster = dict[tuple[str, int, int], Any]

_MENTION_KINDS = ("person", "post", "organisation", "place", "date", "all")
_QUOTATION_KINDS = ("direct", "indirect", "mixed")

#: Shares of characters from which two quotations are the same one.
QUOTATION_LIKENESS = 0.8

#: Figures that are a share of matched pairs, not precision and recall.
ACCURACIES = frozenset(
    {
        "events.status",
        "events.date",
        "events.place",
        "events.visit_format",
        "events.documents",
    }
)


@dataclass
class Sums:
    """Four sums per figure: hits and all of what was found, hits and all of gold."""

    by_name: defaultdict[str, list[float]] = field(
        default_factory=lambda: defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])
    )

    def add(self, name: str, hits: float, found: float, gold: float) -> None:
        """Count hits against what was found and what gold holds."""
        self.add_sides(name, hits, found, hits, gold)

    def add_sides(
        self, name: str, found_hits: float, found: float, gold_hits: float, gold: float
    ) -> None:
        """Count both sides, where a hit weighs differently on each."""
        sums = self.by_name[name]
        for at, value in enumerate((found_hits, found, gold_hits, gold)):
            sums[at] += value

    def merge(self, other: Sums) -> None:
        """Take in the sums of another document."""
        for name, values in other.by_name.items():
            self.add_sides(name, *values)


def check_marks(document: Plain, text: str) -> list[str]:
    """Name the faults of a document: spans that do not carry their words, references to nobody."""
    known = {e.get("id") for e in document["entities"]}

    def spans() -> Iterator[tuple[str, Plain]]:
        for key in ("mentions", "quotations", "claims", "signals"):
            for mark in document[key]:
                yield key, mark
        for quotation in document["quotations"]:
            if quotation.get("cue"):
                yield "cue", quotation["cue"]
        for event in document["events"]:
            if event.get("trigger"):
                yield "trigger", event["trigger"]

    def references() -> Iterator[tuple[str, Any]]:
        for mention in document["mentions"]:
            yield "mentions", mention.get("entity")
        for quotation in document["quotations"]:
            yield "quotations", quotation.get("speaker")
        for event in document["events"]:
            for reference in (event.get("place"), *(event.get("participants") or ())):
                yield "events", reference

    faults = []
    for key, mark in spans():
        start, end = mark.get("start"), mark.get("end")
        good = (
            isinstance(start, int)
            and isinstance(end, int)
            and 0 <= start < end <= len(text)
            and mark.get("text", text[start:end]) == text[start:end]
        )
        if not good:
            faults.append(f"{key}: span {start}-{end} is not {mark.get('text')!r}")
    faults += [
        f"{key}: no entity {r}" for key, r in references() if r is not None and r not in known
    ]
    return faults


def score_document(gold: Plain, found: Plain) -> Sums:
    """Compare two documents of one text; every list must be there."""
    sums = Sums()
    _score_mentions(sums, gold, found)
    gold_to_found = align_entities(gold, found)
    to_gold = {v: k for k, v in gold_to_found.items()}
    found_ids = {e["id"] for e in found["entities"]}

    def in_gold_words(reference: Any) -> Any:
        """Give a found reference as a gold id, a country code as it is, or what no gold id is."""
        if reference is None:
            return None
        if reference in to_gold:
            return to_gold[reference]
        return ("found", reference) if reference in found_ids else reference

    _score_persons(sums, gold, found, gold_to_found, in_gold_words)
    _score_quotations(sums, gold["quotations"], found["quotations"], in_gold_words)
    _score_events(sums, gold["events"], found["events"], in_gold_words)

    claims, found_claims = gold["claims"], found["claims"]
    sums.add(
        "claims.overlap",
        len(pair_marks(claims, found_claims, likeness)),
        len(found_claims),
        len(claims),
    )
    sums.add("claims.kind", _same(claims, found_claims, "kind"), len(found_claims), len(claims))
    signals, found_signals = gold["signals"], found["signals"]
    sums.add("signals", _same(signals, found_signals, "id"), len(found_signals), len(signals))
    return sums


def _same(gold: list[Plain], found: list[Plain], key: str) -> int:
    return len(
        pair_marks(gold, found, lambda g, f: likeness(g, f) if g[key] == f.get(key) else 0.0)
    )


def _score_mentions(sums: Sums, gold: Plain, found: Plain) -> None:
    for kind in _MENTION_KINDS:
        keys = [
            {
                (m.get("kind"), m["start"], m["end"])
                for m in document["mentions"]
                if kind in (m.get("kind"), "all")
            }
            for document in (gold, found)
        ]
        sums.add(f"mentions.exact.{kind}", len(keys[0] & keys[1]), len(keys[1]), len(keys[0]))
        marks = [
            [{"kind": k, "start": a, "end": b} for k, a, b in sorted(side, key=str)]
            for side in keys
        ]
        sums.add(
            f"mentions.overlap.{kind}",
            _same(marks[0], marks[1], "kind"),
            len(marks[1]),
            len(marks[0]),
        )


def _person_clusters(document: Plain) -> Cluster:
    persons = {e["id"] for e in document["entities"] if e.get("kind") == "person"}
    return {
        (m["kind"], m["start"], m["end"]): m["entity"]
        for m in document["mentions"]
        if m.get("kind") in ("person", "post") and m.get("entity") in persons
    }


def _b_cubed(gold: Cluster, found: Cluster) -> tuple[float, int, float, int]:
    def members(clusters: Cluster) -> dict[Any, set[Any]]:
        out: defaultdict[Any, set[Any]] = defaultdict(set)
        for key, entity in clusters.items():
            out[entity].add(key)
        return out

    gold_members, found_members = members(gold), members(found)

    def side(
        one: Cluster,
        one_members: dict[Any, set[Any]],
        other: Cluster,
        other_members: dict[Any, set[Any]],
    ) -> float:
        total = 0.0
        for key, entity in sorted(one.items(), key=lambda item: item[0]):
            if key in other:
                both = one_members[entity] & other_members[other[key]]
                total += len(both) / len(one_members[entity])
        return total

    return (
        side(found, found_members, gold, gold_members),
        len(found),
        side(gold, gold_members, found, found_members),
        len(gold),
    )


def _score_persons(
    sums: Sums, gold: Plain, found: Plain, gold_to_found: dict[str, str], in_gold_words: Any
) -> None:
    ours, theirs = _person_clusters(gold), _person_clusters(found)
    sums.add_sides("persons.bcubed", *_b_cubed(ours, theirs))
    our_keys, their_keys = sorted(ours), sorted(theirs)
    pairs = pair_marks(
        [{"kind": k, "start": a, "end": b} for k, a, b in our_keys],
        [{"kind": k, "start": a, "end": b} for k, a, b in their_keys],
        lambda a, b: likeness(a, b) if a["kind"] == b["kind"] else 0.0,
    )
    moved = {their_keys[j]: our_keys[i] for i, j in pairs}
    shifted: Cluster = {
        moved.get(k, (f"unmatched {k[0]}", k[1], k[2])): e for k, e in theirs.items()
    }
    sums.add_sides("persons.bcubed_overlap", *_b_cubed(ours, shifted))
    persons = {e["id"] for e in gold["entities"] if e["kind"] == "person"}
    found_persons = {e["id"] for e in found["entities"] if e.get("kind") == "person"}
    sums.add(
        "persons.cluster",
        sum(1 for e in persons if e in gold_to_found),
        len(found_persons),
        len(persons),
    )

    def posts(document: Plain, translate: Any) -> set[Any]:
        return {
            (translate(e["id"]), p.get("post"), translate(p.get("body")), p.get("status"))
            for e in document["entities"]
            if e.get("kind") == "person"
            for p in e.get("posts") or ()
        }

    our_posts, their_posts = posts(gold, lambda x: x), posts(found, in_gold_words)
    sums.add("posts", len(our_posts & their_posts), len(their_posts), len(our_posts))


def _near(gold: Plain, found: Plain) -> float:
    alike = likeness(gold, found)
    return alike if alike >= QUOTATION_LIKENESS else 0.0


def _score_quotations(
    sums: Sums, gold: list[Plain], found: list[Plain], in_gold_words: Any
) -> None:
    pairs = [(gold[i], found[j]) for i, j in pair_marks(gold, found, _near)]
    rightly_spoken = [
        (g, f) for g, f in pairs if g.get("speaker") == in_gold_words(f.get("speaker"))
    ]

    def add(name: str, hits: int) -> None:
        sums.add(f"quotations.{name}", hits, len(found), len(gold))

    add("span", len(pairs))
    add("exact", sum((g["start"], g["end"]) == (f["start"], f["end"]) for g, f in pairs))
    add("kind", sum(g["kind"] == f.get("kind") for g, f in pairs))
    add("speaker", len(rightly_spoken))
    sums.add(
        "quotations.speaker_named",
        sum(g.get("speaker") is not None for g, _ in rightly_spoken),
        sum(f.get("speaker") is not None for f in found),
        sum(g.get("speaker") is not None for g in gold),
    )
    for kind in _QUOTATION_KINDS:
        ours = [q for q in gold if q["kind"] == kind]
        theirs = [q for q in found if q.get("kind") == kind]
        sums.add(
            f"quotations.span.{kind}",
            len(pair_marks(ours, theirs, _near)),
            len(theirs),
            len(ours),
        )


def _score_events(sums: Sums, gold: list[Plain], found: list[Plain], in_gold_words: Any) -> None:
    def weight(g: Plain, f: Plain) -> float:
        if g["type"] != f.get("type"):
            return 0.0
        ours = set(g.get("participants") or ())
        theirs = {in_gold_words(p) for p in f.get("participants") or ()}
        told = g.get("date") is not None or bool(ours)
        same = g.get("date") == f.get("date") and ours == theirs and told
        touch = (
            likeness(g["trigger"], f["trigger"]) if g.get("trigger") and f.get("trigger") else 0.0
        )
        if not (touch or same):
            return 0.0
        return touch + (1.0 if touch else 0.0) + (0.5 if same else 0.0)

    pairs = [(gold[i], found[j]) for i, j in pair_marks(gold, found, weight)]
    sums.add("events.match", len(pairs), len(found), len(gold))
    for kind in sorted({v["type"] for v in gold} | {v.get("type") or "?" for v in found}):
        sums.add(
            f"events.match.{kind}",
            sum(g["type"] == kind for g, _ in pairs),
            sum(v.get("type") == kind for v in found),
            sum(v["type"] == kind for v in gold),
        )
    for g, f in pairs:
        sums.add("events.status", g.get("status") == f.get("status"), 1, 1)
        sums.add("events.date", g.get("date") == f.get("date"), 1, 1)
        sums.add("events.place", g.get("place") == in_gold_words(f.get("place")), 1, 1)
        ours, theirs = g.get("details") or {}, f.get("details") or {}
        if g["type"] == "visit":
            same_format = ours.get("visit_format") == theirs.get("visit_format")
            sums.add("events.visit_format", same_format, 1, 1)
        if ours.get("documents") is not None:
            sums.add("events.documents", ours["documents"] == theirs.get("documents"), 1, 1)
        present = set(g.get("participants") or ())
        told_present = {in_gold_words(p) for p in f.get("participants") or ()}
        sums.add(
            "events.participants", len(present & told_present), len(told_present), len(present)
        )

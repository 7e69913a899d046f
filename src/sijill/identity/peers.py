"""Bearers of names in texts go in, two and two; judgements on whether they are one come out.

Bearers are entities of texts that no register knows. Those of one spelling are gathered; others are
compared by sound and by what is told of them (`bearers` says who is worth comparing).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sijill.identity.evidence import Evidence, Profile, between
from sijill.identity.judgement import BY_RULE, Judgement, Verdict, judge
from sijill.identity.known import name_key
from sijill.identity.locals import Local
from sijill.identity.matching import Band, Comparison, compare_names
from sijill.identity.names import Name, analyse

_SAME_NAME = 0.96
_ONE_NAME = 0.7
# Nearly the same name in one seat at one time: spellings of one, in scripts that write it apart.
_ONE_SEAT = 0.65
_SHORT_REFERENCE = 0.6
_BY_SOUND = 0.9
_SURE_WITHOUT_EVIDENCE = 0.8
_CLOSE = 0.3


@dataclass(frozen=True, slots=True)
class Bearers:
    """Locals whose fullest names are spelt alike: the first of them speaks for all."""

    kind: str
    members: tuple[Local, ...]
    names: tuple[Name, ...]
    profile: Profile

    @property
    def key(self) -> str:
        """The key of the one that speaks for all."""
        return self.members[0].key


def is_common(local: Local) -> bool:
    """Say whether an entity is named by common words alone."""
    return local.kind != "person" and all(analyse(n).is_common for n in local.full_names)


def judge_short_references(
    entities: Iterable[Local], id_by_key: Mapping[str, str]
) -> list[Judgement]:
    """Judge "the Palace" to be the one palace that the same text names, and "Kawaguchi", read as a
    place, to be the one person of that name in it.

    `id_by_key` tells which entry of the register an entity is known to be. Bodies are left to the
    reading: "the Ministry" may be of either state.
    """
    by_source: dict[str, list[Local]] = {}
    for local in entities:
        if local.names:
            by_source.setdefault(local.source_id, []).append(local)
    judgements = []
    for members in by_source.values():
        for local in members:
            if local.key in id_by_key or local.kind == "person":
                continue
            if not is_common(local):
                fitting = _bearers_of(local, members)
            elif local.kind == "place":
                fitting = _places_for(local, members)
            else:
                continue
            ids = {id_by_key.get(other.key, other.key) for other in fitting}
            if len(ids) == 1:
                judgements.append(_short_for(local, fitting[0]))
    return judgements


def _places_for(local: Local, members: Sequence[Local]) -> list[Local]:
    wanted = _words_of(local)
    return [
        other
        for other in members
        if other is not local and other.kind == "place" and wanted <= _words_of(other)
    ]


def _bearers_of(local: Local, members: Sequence[Local]) -> list[Local]:
    """Give the people of whose full name a word is one that the reading took for a place."""
    key = name_key(local.full_names[0])
    return [
        other
        for other in members
        if other.kind == "person"
        and any(key in map(name_key, name.split()) for name in other.full_names)
        and len(other.full_names[0].split()) > 1
    ]


def _short_for(local: Local, other: Local) -> Judgement:
    reason = f"“{local.name}” is short for “{other.name}”, the only one in this text"
    by = BY_RULE + "short-reference"
    return judge(local.key, other.key, Verdict.POSITIVE, reason, by=by, score=_SHORT_REFERENCE)


def _words_of(local: Local) -> frozenset[str]:
    name = analyse(local.full_names[0])
    return name.concepts | name.generics


def gather(kind: str, members: Sequence[Local]) -> tuple[list[Bearers], list[Judgement]]:
    """Part Locals of one spelling into groups that do not contradict each other."""
    judgements: list[Judgement] = []
    parts: list[list[Local]] = []
    profiles: list[Profile] = []
    for local in members:
        own = Profile.of((local,))
        for number, part in enumerate(parts):
            evidence = between(profiles[number], own)
            verdict = _same_spelling(local, evidence)
            reason = f"both are called “{local.full_names[0]}”" + _more(evidence)
            if verdict is Verdict.POSITIVE:
                judgements.append(_judged(part[0].key, local.key, verdict, reason, _SAME_NAME))
                part.append(local)
                profiles[number] = profiles[number].joined_by((local,))
                break
            judgements.append(_judged(part[0].key, local.key, verdict, reason, 0.5))
        else:
            parts.append([local])
            profiles.append(own)
    groups = [_group(kind, *pair) for pair in zip(parts, profiles, strict=True)]
    return groups, judgements


def _same_spelling(local: Local, evidence: Evidence) -> Verdict:
    if evidence.contradicts:
        return Verdict.UNSURE
    name = analyse(local.full_names[0])
    if local.kind == "person" and len(name.words) < 2 and not evidence.supports:
        return Verdict.UNSURE  # one family name may be two people's
    return Verdict.POSITIVE


def _group(kind: str, members: Sequence[Local], profile: Profile) -> Bearers:
    spellings = sorted({name for local in members for name in local.full_names[:3]})
    names = tuple(name for name in map(analyse, spellings) if not name.is_silent)
    return Bearers(kind, tuple(members), names, profile)


def compare_bearers(first: Bearers, second: Bearers) -> Judgement | None:
    """Judge whether two groups of bearers are one; None where that is not worth a word."""
    found = [
        (compare_names(a, b, first.kind), len(a.words) < 2 and len(b.words) < 2)
        for a in first.names
        for b in second.names
    ]
    evidence = between(first.profile, second.profile)
    is_person = first.kind == "person"
    # One family name may be two people's, in another spelling as in the same: names in full
    # (Anwar Ben Hadj) say more than what is alike of them (Ben Hadj).
    whole = [c for c, is_one_word in found if c.band is Band.SAME and not is_one_word]
    best, is_single = max(found, key=lambda pair: pair[0].score)
    if is_person and is_single and whole:
        best, is_single = max(whole, key=lambda c: c.score), False
    is_single = is_single and is_person
    verdict, score = _weigh(first.kind, best, evidence, is_single)
    if verdict is None:
        return None
    return _judged(first.key, second.key, verdict, best.why + _more(evidence), score)


def _weigh(
    kind: str, best: Comparison, evidence: Evidence, is_single: bool
) -> tuple[Verdict | None, float]:
    if best.band is Band.SAME:
        if evidence.contradicts:
            return Verdict.UNSURE, 0.5
        if evidence.supports or (best.score >= _SURE_WITHOUT_EVIDENCE and not is_single):
            return Verdict.POSITIVE, _BY_SOUND * best.score
        return Verdict.UNSURE, 0.5
    if best.band is Band.ASK:
        if evidence.contradicts:
            return None, 0.0
        one_name = kind == "person" and best.is_partial
        if one_name and evidence.supports and "belong" not in evidence.supports:
            return Verdict.POSITIVE, _ONE_NAME
        if best.is_near and evidence.is_one_seat:
            return Verdict.POSITIVE, _ONE_SEAT
        # One shared name and nothing else is no question worth a person's time.
        return (None, 0.0) if one_name and not evidence.supports else (Verdict.UNSURE, 0.5)
    # A family name that is not heard in another's full name says too little against them.
    if best.score >= _CLOSE and evidence.supports and kind == "person" and not best.is_partial:
        return Verdict.NEGATIVE, best.score
    return None, 0.0


def _more(evidence: Evidence) -> str:
    parts = [evidence.supports or "", f"but {evidence.contradicts}" if evidence.contradicts else ""]
    told = "; ".join(part for part in parts if part)
    return f"; {told}" if told else ""


def _judged(one: str, other: str, verdict: Verdict, reason: str, score: float) -> Judgement:
    return judge(one, other, verdict, reason, by=BY_RULE + "sound", score=score)

"""A claim of being first, only or without precedent goes in; its verdict comes out.

One counter-example contradicts. No number of examples supports: a "first" is supported only by a
list that a named body declares complete.
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.checks.closed_lists import judge_first_by_list
from sijill.checks.declared import Borne, bearing_table
from sijill.checks.judged import SHOWN, Judged, combine, opinion, unclear
from sijill.checks.lengths import judge_since
from sijill.checks.populations import Population
from sijill.checks.precedents import Precedents, precedents
from sijill.checks.understanding import Understood
from sijill.documents.document import Claim, ClaimKind, Reading, Status
from sijill.event_types import has_trait
from sijill.record.material import Material
from sijill.record.wording import date_words, event_words, in_languages, join, label, say
from sijill.tellings.claim_words import sense_ids, senses_in, years_named
from sijill.tellings.parties import Parties
from sijill.tellings.reference import Milestone


def judge_first(
    claim: Claim, reading: Reading, understood: Understood, material: Material
) -> Judged:
    """Judge "the first": by a list declared complete, else by earlier cases, reading by reading."""
    if claim.kind is ClaimKind.FIRST and years_named(understood.sentence, reading.language):
        own = years_named(f"{claim.text} {claim.scope or ''}", reading.language)
        if own:
            return judge_since(claim, reading, understood, material)
    if "unmeasured" in understood.senses:
        return _judge_unmeasured(claim, reading, material)
    listed = judge_first_by_list(understood, material)
    if listed is not None:
        return listed
    if not _is_understood(understood):
        return unclear(material)
    if _is_of_women(understood):
        return _women_unknown(material)
    judged = [_first_of(p, understood, material) for p in understood.populations]
    return combine(judged, material)


def _judge_unmeasured(claim: Claim, reading: Reading, material: Material) -> Judged:
    """Judge "the first to have great success": it depends on the measure, where one is told.

    The measured claims of the same kind in the same paragraph are the readings.
    """
    text = material.texts.get(reading.source_id, "")
    start = text.rfind("\n", 0, claim.start) + 1
    end = text.find("\n", claim.end)
    beside = [
        c.text
        for c in sorted(reading.claims, key=lambda c: c.start)
        if c.id != claim.id
        and c.kind is claim.kind
        and start <= c.start < (end if end >= 0 else len(text))
        and "unmeasured" not in sense_ids(c.text, reading.language)
    ]
    vague = [
        text[s.start : s.end]
        for s in senses_in(text, claim.start, claim.end, reading.language)
        if s.id == "unmeasured"
    ]
    if not beside or not vague:
        return opinion(material)

    def why(lang: str) -> str:
        cases = join([f"“{words}”" for words in beside[:SHOWN]], lang)
        return say("unmeasured", lang, words=vague[0], cases=cases)

    return Judged("depends", in_languages(material.languages, why), (), len(beside))


def _is_understood(understood: Understood) -> bool:
    """Say whether type, place and people are all that a claim compares, as far as one can tell.

    "The first meeting of scientists" is more than a meeting: without a role of those who could
    have done it, only visits, speeches and openings are counted.
    """
    if not understood.types or not understood.populations:
        return False
    if all(p.pair is not None for p in understood.populations):
        return True  # between two states, wherever it was
    if not (understood.venues or understood.roles):
        return False
    if "visit" in understood.types and not understood.venues:
        return False  # a visit to where is not told here
    if understood.about is not None and understood.about.status is Status.PROPOSED:
        return False
    plain = any(
        has_trait(t, "host_place") or has_trait(t, "one_speaker") or has_trait(t, "once")
        for t in understood.types
    )
    return bool(plain or understood.roles)


def _is_of_women(understood: Understood) -> bool:
    """Say whether only women are compared; a woman named as the one who did it is no limit."""
    return "woman" in understood.senses and all(p.person is None for p in understood.populations)


def _women_unknown(material: Material) -> Judged:
    """Say that a man's case is none, and that the record does not know who is a woman."""
    return Judged(
        "not_enough",
        in_languages(material.languages, lambda lang: say("woman.unknown", lang)),
        (),
        material.lookup.number,
    )


def _first_of(population: Population, understood: Understood, material: Material) -> Judged:
    found = precedents(understood, population, material)
    borne = bearing_table(understood, population, material)
    return _from_precedents(found, material, "first.contradicted", borne)


def judge_only(
    claim: Claim, reading: Reading, understood: Understood, material: Material
) -> Judged:
    """Judge "the only one": any other case speaks against it, whenever it was."""
    senses = sense_ids(claim.text, reading.language)
    if "praise" in senses or not understood.types or not understood.venues:
        return opinion(material)
    if not _is_understood(understood):
        return unclear(material)
    if _is_of_women(understood):
        return _women_unknown(material)
    judged = [
        _from_precedents(
            precedents(understood, p, material, later_too=True),
            material,
            "only.contradicted",
            bearing_table(understood, p, material, later_too=True),
        )
        for p in understood.populations
    ]
    return combine(judged, material)


def _from_precedents(
    found: Precedents, material: Material, pattern: str, borne: Borne | None
) -> Judged:
    parties = material.parties
    if found.events:
        shown = found.events[:SHOWN]

        def why(lang: str) -> str:
            cases = join([event_words(e, parties, lang) for e in shown], lang)
            return _with_announced(say(pattern, lang, cases=cases), found, material, lang)

        return Judged(
            "contradicted",
            in_languages(material.languages, why),
            tuple(e.id for e in found.events),
            found.searched,
            _addresses(found.facts),
        )
    if found.facts:

        def why_fact(lang: str) -> str:
            cases = join([fact_words(m, parties, lang) for m in found.facts[:SHOWN]], lang)
            words = say("reference.contradicted", lang, cases=cases)
            return _with_announced(words, found, material, lang)

        return Judged(
            "contradicted",
            in_languages(material.languages, why_fact),
            (),
            found.searched,
            _addresses(found.facts + found.announced_facts),
        )
    if borne is not None:
        return _borne_out(borne, found, material, pattern.partition(".")[0])
    return Judged(
        "not_enough",
        in_languages(
            material.languages,
            lambda lang: _with_announced(
                say("search.nothing", lang, n=found.searched), found, material, lang
            ),
        ),
        (),
        found.searched,
        _addresses(found.announced_facts),
    )


def _borne_out(borne: Borne, found: Precedents, material: Material, kind: str) -> Judged:
    table, row = borne.table, borne.row

    def why(lang: str) -> str:
        comma = say("comma", lang)
        case = comma.join((row.guest, date_words(row.when, lang)))
        by, window = str(table.declared_by), date_words(table.window, lang)
        return say(f"declared.{kind}", lang, by=by, window=window, cases=case)

    return Judged(
        "supported",
        in_languages(material.languages, why),
        (),
        found.searched,
        row.addresses,
    )


def _with_announced(words: str, found: Precedents, material: Material, language: str) -> str:
    cases = [event_words(e, material.parties, language) for e in found.announced[:SHOWN]]
    facts = found.announced_facts[: SHOWN - len(cases)]
    cases += [fact_words(m, material.parties, language) for m in facts]
    if not cases:
        return words
    return words + " " + say("also.announced", language, cases=join(cases, language))


def fact_words(fact: Milestone, parties: Parties, language: str) -> str:
    """Name a reference fact in a note as an event is named: who (what, where, when)."""
    comma = say("comma", language)
    place = parties.describe(fact.place_id, language) if fact.place_id else fact.place
    what = [label("event_types", fact.type, language), place, date_words(fact.date, language)]
    known = [
        _who(name, role, country, parties, language)
        for name, (role, country) in zip(fact.people, fact.roles, strict=True)
        if name or role
    ]
    who = comma.join(known)
    return say("case", language, who=who, what=comma.join(w for w in what if w))


def _who(name: str, role: str, country: str, parties: Parties, language: str) -> str:
    """Name who a reference fact tells of, with the state of a leader: (Mexico)."""
    state = parties.describe(country.lower(), language) if country else ""
    if not name:
        return say("who.of", language, who=label("roles", role, language), state=state or country)
    person = parties.named(name)
    shown = parties.describe(person, language) if person else name
    return say("who.of", language, who=shown, state=state) if state and role != "state" else shown


def _addresses(facts: Sequence[Milestone]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(a for fact in facts for a in fact.addresses))

"""A claim and the record go in; a verdict comes out: supported, contradicted, not_enough, depends
or opinion, with the counter-example or with what was searched.
"""

from __future__ import annotations

from sijill.checks.every_year import judge_every
from sijill.checks.firsts import judge_first, judge_only
from sijill.checks.lengths import judge_count, judge_since
from sijill.checks.rates import judge_rank, judge_rare
from sijill.checks.understanding import Understood
from sijill.documents.document import Claim, ClaimKind, Reading
from sijill.record.items import Verdict
from sijill.record.material import Material
from sijill.record.wording import date_words, in_languages, join, label, say

_JUDGES = {
    ClaimKind.FIRST: judge_first,
    ClaimKind.RECORD: judge_first,
    ClaimKind.ONLY: judge_only,
    ClaimKind.RARE: judge_rare,
    ClaimKind.RANK: judge_rank,
    ClaimKind.EVERY: judge_every,
    ClaimKind.SINCE: judge_since,
    ClaimKind.COUNT: judge_count,
}


def check(claim: Claim, reading: Reading, understood: Understood, material: Material) -> Verdict:
    """Judge one claim of a reading against the record and the reference tables."""
    found = _JUDGES[claim.kind](claim, reading, understood, material)
    return Verdict(
        found.verdict,
        in_languages(material.languages, lambda lang: _reading_words(understood, material, lang)),
        found.why,
        found.counter,
        found.searched,
        found.references,
    )


def _reading_words(understood: Understood, material: Material, language: str) -> str:
    """Say in words how a claim was understood: who, what, where, before when."""
    comma = say("comma", language)
    parties = material.parties
    who = comma.join(label("roles", r, language) for r in understood.roles if r != "state")
    limits = []
    for population in understood.populations:
        if population.region:
            limits.append(label("regions", population.region, language))
        elif population.person:
            limits.append(parties.describe(population.person, language))
        elif population.countries:
            limits += [parties.describe(c.lower(), language) for c in sorted(population.countries)]
    limit = comma.join(limits)
    if who and limit:
        who = say("part.from", language, role=who, region=limit)
    parts = [
        say("part.who", language, x=who or limit) if who or limit else "",
        say(
            "part.type",
            language,
            x=comma.join(label("event_types", t, language) for t in understood.types),
        )
        if understood.types
        else "",
        say(
            "part.place",
            language,
            x=comma.join(parties.describe(v, language) for v in understood.venues),
        )
        if understood.venues
        else "",
        say("part.after", language, x=date_words(understood.since.edtf, language))
        if understood.since
        else "",
        say("part.before", language, x=date_words(understood.before.edtf, language))
        if understood.before
        else "",
    ]
    return join(parts, language)

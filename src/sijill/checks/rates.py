"""A claim that something is rare, or stands at a place in an order, goes in; its verdict comes out.

Rarity needs something to divide by, an order needs a table with a measure and a date.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import chain

from sijill.checks.counts import Counted, count_feature
from sijill.checks.intervals import tipping_number
from sijill.checks.judged import SHOWN, Judged, opinion
from sijill.checks.precedents import precedents
from sijill.checks.rarity_words import completeness_words, count_words, until_words
from sijill.checks.understanding import Understood
from sijill.documents.document import SAME_DAY, Claim, ClaimKind, Reading, Status
from sijill.edtf import days_apart, read_date
from sijill.record.items import EventItem
from sijill.record.material import Material
from sijill.record.visits import TRIP_DAYS, VisitRow
from sijill.record.wording import event_words, in_languages, join, say, sentences
from sijill.tables import open_table
from sijill.tellings.claim_words import after, sense_ids
from sijill.tellings.likeness import NEWS_DAYS
from sijill.workbook import Workbook


def judge_rare(
    claim: Claim, reading: Reading, understood: Understood, material: Material
) -> Judged:
    """Judge "rare": by the table of visits where it counts the same thing, else say what lacks.

    Counted is what had happened until it was said.
    """
    said = _said_on(reading, understood)
    wide = set(understood.senses) | set(sense_ids(understood.sentence, reading.language))
    monarchs, heads = _receivers(understood, material)
    if ("same_day" in wide and monarchs and heads) or _shows_same_day(understood):
        return _rare_same_day(understood, said, material)
    if monarchs and ("head_of_state" in understood.roles or "audience" in understood.types):
        days = {
            e.date
            for e in material.lookup.of_type("audience")
            if e.status is Status.HELD and set(monarchs) & set(e.participants)
            if _had_happened(e, said)
        }
        return Judged(
            "not_enough",
            in_languages(material.languages, lambda lang: say("rare.few", lang, n=len(days))),
            (),
            len(material.lookup.of_type("audience")),
        )
    # "Rare details of the visit" are no visit: the claim itself must name what is counted.
    own = after(sense_ids(f"{claim.text} {claim.scope or ''}", reading.language), "type:")
    if own and understood.venues and understood.populations:
        return _rare_of_record(understood, said, material)
    return Judged(
        "not_enough",
        in_languages(material.languages, lambda lang: say("rare.unclear", lang)),
        (),
        material.lookup.number,
    )


def _said_on(reading: Reading, understood: Understood) -> date | None:
    """Give the day on which a claim was made: of publication, else of what it speaks of."""
    when = read_date(reading.published) or understood.before
    return when.sort_key[1] if when is not None else None


def _had_happened(event: EventItem, said: date | None) -> bool:
    when = read_date(event.date)
    return said is None or when is None or when.sort_key[0] <= said


def _rare_of_record(understood: Understood, said: date | None, material: Material) -> Judged:
    """Give the cases on record where no table says among how many they would be rare."""
    found = precedents(understood, understood.populations[0], material, later_too=True)
    about = understood.about
    events = [
        e
        for e in (*found.events, about)
        if e is not None and e.status is Status.HELD and _had_happened(e, said)
    ]
    events.sort(key=lambda e: (e.date or "", e.id))
    shown = list({e.id: e for e in events}.values())

    def why(lang: str) -> str:
        cases = [event_words(e, material.parties, lang) for e in shown[:SHOWN]]
        if not cases:
            return say("rare.none", lang, n=found.searched)
        return say("rare.cases", lang, n=len(shown), cases=join(cases, lang))

    return Judged(
        "not_enough",
        in_languages(material.languages, why),
        tuple(e.id for e in shown),
        found.searched,
    )


def _shows_same_day(understood: Understood) -> bool:
    about = understood.about
    return about is not None and SAME_DAY in about.signals


def _receivers(understood: Understood, material: Material) -> tuple[list[str], list[str]]:
    """Give the monarchs and heads of government that the sentence or its event names."""
    when = understood.before.edtf if understood.before else None
    people = [n for n in understood.named if material.parties.kind(n) == "person"]
    if understood.about is not None:
        people += [p for p in understood.about.participants if p not in people]
    monarchs = [p for p in people if material.parties.held_role(p, "monarch", when)]
    heads = [p for p in people if material.parties.held_role(p, "head_of_government", when)]
    return monarchs, heads


def _guest_countries(
    understood: Understood, host: str | None, material: Material
) -> set[str | None]:
    """Give the states of the guests that a claim is about: named with it, else received just then.

    Empty when nobody tells; then every visit of those days is left out of the count.
    """
    parties = material.parties
    about = understood.about
    people = (*understood.named, *(about.participants if about else ()))
    guests = {
        parties.country(p)
        for p in people
        if parties.kind(p) == "person" and parties.country(p) not in (None, host)
    }
    when = understood.before
    if guests or when is None:
        return guests
    return {
        parties.country(p)
        for e in material.lookup.of_type("audience")
        if SAME_DAY in e.signals
        and (day := read_date(e.date)) is not None
        and days_apart(day, when) <= NEWS_DAYS
        for p in e.participants
        if parties.country(p) not in (None, host)
    }


def _rare_same_day(understood: Understood, said: date | None, material: Material) -> Judged:
    parties = material.parties
    monarchs, _ = _receivers(understood, material)
    host = parties.country(monarchs[0]) if monarchs else None
    about = understood.about
    host = host or (parties.country(about.place) if about else None)
    if host not in {row.host for row in material.visits}:
        return Judged(
            "not_enough",
            in_languages(material.languages, lambda lang: say("rare.unclear", lang)),
        )
    counted = _same_days(str(host), understood, material, said)
    today = _same_days(str(host), understood, material, None) if counted.until else None
    same_days = [
        e.id
        for e in material.lookup.of_type("audience")
        if SAME_DAY in e.signals and (about is None or e.id != about.id) and _had_happened(e, said)
    ]
    verdict = {
        "rare": "supported",
        "usual": "contradicted",
        "not_rare": "contradicted",
    }.get(counted.rate.word, "not_enough")

    tipping = tipping_number(counted.rate.k, counted.rate.n)

    def why(lang: str) -> str:
        end = completeness_words(counted.declared_by, tipping, lang)
        until = until_words(counted, today, lang)
        return sentences((count_words(counted, lang), until, end), lang)

    return Judged(
        verdict,
        in_languages(material.languages, why),
        tuple(same_days),
        counted.rate.n,
        counted.addresses,
    )


def _same_days(
    host: str, understood: Understood, material: Material, until: date | None
) -> Counted:
    """Count the guests whom both of a host's leaders received on one day, up to a day.

    The visit that a claim speaks of is not counted.
    """
    when = understood.before
    guests = _guest_countries(understood, host, material)

    def itself(row: VisitRow) -> bool:
        day = read_date(row.monarch_date)
        if day is None or (guests and row.country not in guests):
            return False
        # Told without a day, any visit of that guest's state may be the very one.
        return when is None or days_apart(day, when) <= TRIP_DAYS

    return count_feature(
        SAME_DAY,
        material.visits,
        host=host,
        leave_out=itself,
        countries=None,
        own_tables=material.own_tables,
        until=until,
    )


def judge_rank(
    claim: Claim, reading: Reading, understood: Understood, material: Material
) -> Judged:
    """Judge "the fourth largest": by the table of rankings, reading by reading."""
    senses = sense_ids(f"{claim.text} {claim.scope or ''}", reading.language)
    ranks = after(senses, "ordinal:")
    measures = after(senses, "measure:") or after(list(understood.senses), "measure:")
    if not measures:
        measures = after(sense_ids(understood.sentence, reading.language), "measure:")
    if not ranks or (not measures and claim.asserted_by is not None) or "praise" in senses:
        return opinion(material)
    rows = [
        row
        for row in open_table("protocol/rankings.tsv", ("country", "measure", "reading", "rank"))
        if row["measure"] in measures and row["country"] in material.between
    ]
    repeated = _repeating(claim, reading, ranks[0], measures, material)
    if not rows:
        pattern = "rank.repeated" if repeated else "rank.none"
        return Judged(
            "not_enough",
            in_languages(material.languages, lambda lang: say(pattern, lang, n=repeated)),
        )

    def standing(row: dict[str, str]) -> str:
        if row["rank"] == "none":
            return "denied"
        return "repeated" if row["rank"] == ranks[0] else "other"

    def why(lang: str) -> str:
        parts = [
            say(
                f"rank.reading.{standing(row)}",
                lang,
                reading=row.get(lang) or row["en"],
                rank=row["rank"],
            )
            for row in rows
        ]
        return say("rank.readings", lang, readings=join(parts, lang))

    verdicts = {standing(row) for row in rows}
    verdict = "depends" if "repeated" in verdicts else "contradicted"
    return Judged(
        verdict,
        in_languages(material.languages, why),
        (),
        repeated,
        tuple(row["source"] for row in rows),
    )


def _repeating(
    claim: Claim, reading: Reading, rank: str, measures: Sequence[str], material: Material
) -> int:
    """Count the other sources that give the same place in the same order."""
    told = ranks_told(material)
    return len(
        {
            source_id
            for source_id, senses in told
            if source_id != reading.source_id
            and rank in after(senses, "ordinal:")
            and (not measures or set(measures) & set(after(senses, "measure:")))
        }
    )


def ranks_told(material: Material, workbook: Workbook | None = None) -> list[tuple[str, list[str]]]:
    """Give for each claim of a place in an order its source and what its words mean.

    It is found once for all claims that are judged over the same events. `workbook` keeps what
    each source tells.
    """

    def told() -> list[tuple[str, list[str]]]:
        page, readings = (workbook or Workbook(keeps=False)).page("ranks told"), material.readings
        found = page.take_over(readings, material.changed, lambda i: (readings[i],), _ranks_in)
        return list(chain.from_iterable(found))

    return material.lookup.kept("ranks", told)


def _ranks_in(reading: Reading) -> list[tuple[str, list[str]]]:
    return [
        (reading.source_id, sense_ids(f"{claim.text} {claim.scope or ''}", reading.language))
        for claim in reading.claims
        if claim.kind is ClaimKind.RANK
    ]

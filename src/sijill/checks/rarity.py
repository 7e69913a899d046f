"""Counts of cases go in; how rare something is comes out: an interval, a word that the interval
allows, and how many further cases would change it.

The interval is Jeffreys' (Beta(1/2, 1/2) prior) at 95 %; the word follows the interval and never
the rate. A feature that is only told of when it is there ("a luncheon") cannot be counted over the
cases that tell of it: then the cases of which nothing is told stay in the count, and the interval
reaches from none of them having it to all.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sijill.dates import parse_edtf
from sijill.reading.document import Status
from sijill.record.edtf import read_date
from sijill.record.items import EventItem, RarityNote
from sijill.record.parties import Parties
from sijill.record.reference import Region, region_of
from sijill.record.visits import VisitRow, visits
from sijill.record.wording import date_words, in_languages, label, say
from sijill.tables import open_table

#: Only visits of these years count: earlier ones are comparators, found by chance.
WINDOW = "2016-01-01/2025-12-31"
_LEVEL = 0.95
_TIPPING_LIMIT = 200
#: Kings are heads of state.
_HEADS = ("head_of_state", "monarch")


@dataclass(frozen=True, slots=True)
class Rate:
    """How rare: `k` of `n`, the posterior mean, its interval, surprisal in bits, and the word.

    Of `silent` of the `n` nothing is told; `mean` and `bits` are then those of the highest rate.
    """

    k: int
    n: int
    mean: float
    low: float
    high: float
    bits: float
    word: str
    silent: int = 0


def rate(k: int, n: int, silent: int = 0) -> Rate:
    """Reckon a rate from `k` of `n` cases, of `silent` of which nothing is told.

    Raises ValueError unless `0 <= k <= n - silent`.
    """
    most = k + silent
    if not 0 <= k <= most <= n:
        raise ValueError(f"{k} of {n}, {silent} silent, is no count")
    tail = (1 - _LEVEL) / 2
    low = 0.0 if k == 0 else beta_quantile(tail, k + 0.5, n - k + 0.5)
    high = 1.0 if most == n else beta_quantile(1 - tail, most + 0.5, n - most + 0.5)
    mean = (most + 0.5) / (n + 1)
    return Rate(k, n, mean, low, high, -math.log2(mean), _word(low, high), silent)


def _word(low: float, high: float) -> str:
    if high < 0.10:
        return "rare"
    if high < 0.25:
        return "uncommon"
    if low > 0.50:
        return "usual"
    if low > 0.10:
        return "not_rare"
    return "too_few"


def tipping_number(k: int, n: int, silent: int = 0) -> int | None:
    """Give the smallest number of further cases, all with the feature or all without it, that
    changes the word; None when two hundred do not.
    """
    word = rate(k, n, silent).word
    for more in range(1, _TIPPING_LIMIT + 1):
        with_it, without = rate(k + more, n + more, silent), rate(k, n + more, silent)
        if with_it.word != word or without.word != word:
            return more
    return None


def beta_quantile(p: float, a: float, b: float) -> float:
    """Give the `p` quantile of Beta(a, b) by bisection, exact to 1e-12."""
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        if beta_cdf(middle, a, b) < p:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def beta_cdf(x: float, a: float, b: float) -> float:
    """Give the regularised incomplete beta function I_x(a, b) by its continued fraction.

    Follows DLMF 8.17.22 (https://dlmf.nist.gov/8.17), evaluated by the modified Lentz method.
    """
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    if x > (a + 1) / (a + b + 2):
        return 1.0 - beta_cdf(1 - x, b, a)
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    )
    tiny = 1e-300
    fraction = c = 1.0
    d = 1 - (a + b) * x / (a + 1)
    d = 1 / (d if abs(d) > tiny else tiny)
    fraction = d
    for m in range(1, 300):
        for numerator in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 + numerator * d
            d = 1 / (d if abs(d) > tiny else tiny)
            c = 1 + numerator / c
            c = c if abs(c) > tiny else tiny
            fraction *= c * d
        if abs(c * d - 1) < 1e-14:
            break
    return front * fraction / a


@dataclass(frozen=True, slots=True)
class Counted:
    """A count over the reference table with what it was counted over.

    `rows` are the cases counted, `unknown` how many more there are of which it is not known.
    """

    feature: str
    rate: Rate
    rows: tuple[VisitRow, ...]
    unknown: int
    addresses: tuple[str, ...]


def count_feature(
    feature: str,
    *,
    host: str,
    leave_out: Callable[[VisitRow], bool],
    countries: frozenset[str] | None,
) -> Counted:
    """Count a feature over the visits of heads of state whom the monarch received.

    `leave_out` takes the visit itself away; `countries` limits the guests. A row in which a
    column of the feature was not seen is not counted, unless the feature is one that is only told
    of when it is there: then it is a silent case.
    """
    left, right, keeps_silent = _columns(feature)
    window = parse_edtf(WINDOW)
    used = []
    k = silent = unknown = 0
    for row in visits():
        when = read_date(row.day)
        if row.host != host or row.role not in _HEADS or when is None or leave_out(row):
            continue
        if not window.covers(when) or (countries is not None and row.country not in countries):
            continue
        value = getattr(row, left)
        wanted = getattr(row, right) if hasattr(row, right) else right
        if value is not None and wanted is not None:
            k += value == wanted
        elif keeps_silent and row.monarch_date is not None:
            silent += 1
        else:
            unknown += 1
            continue
        used.append(row)
    columns = [c for c in (left, right) if hasattr(VisitRow, c)]
    addresses = {a for row in used for c in columns for a in row.cell_addresses.get(c, ())}
    found = rate(k, len(used), silent)
    return Counted(feature, found, tuple(used), unknown, tuple(sorted(addresses)))


def _columns(feature: str) -> tuple[str, str, bool]:
    columns = ("feature", "columns", "silence")
    for row in open_table("protocol/rarity_features.tsv", columns):
        if row["feature"] == feature:
            left, _, right = row["columns"].partition(" = ")
            return left, right, row["silence"] == "kept"
    raise ValueError(f"no feature “{feature}” in rarity_features.tsv")


def count_words(counted: Counted, language: str, area: Region | None = None) -> str:
    """Say a count in words: k of n, whose and when, its interval, and what is not known."""
    found = counted.rate
    who = (
        say("rarity.who.region", language, region=label("regions", area.id, language))
        if area
        else say("rarity.who", language)
    )
    parts = [
        say(
            f"rarity.{found.word}",
            language,
            f=feature_label(counted.feature, language),
            k=found.k,
            n=found.n,
            who=who,
            window=date_words("2016/2025", language),
        ),
        say(
            "rarity.interval",
            language,
            low=round(100 * found.low),
            high=round(100 * found.high),
        ),
    ]
    if found.silent:
        parts.append(say("rarity.silent", language, n=found.silent))
    if counted.unknown:
        parts.append(say("rarity.unknown", language, n=counted.unknown))
    return " ".join(parts)


def feature_label(feature: str, language: str) -> str:
    """Give the label of a feature of `rarity_features.tsv` in a language."""
    for row in open_table("protocol/rarity_features.tsv", ("feature", "en")):
        if row["feature"] == feature:
            return row.get(language) or row["en"]
    return feature


def note(
    feature: str,
    event: EventItem,
    guest_country: str | None,
    host: str,
    languages: Sequence[str],
    *,
    region: bool = False,
) -> RarityNote | None:
    """Give the rarity note of a feature that an event shows; None when nothing can be counted.

    With `region` only guests from the guest's own region are counted.
    """
    area = region_of(guest_country) if region else None
    if region and area is None:
        return None
    when = event.date

    def itself(row: VisitRow) -> bool:
        dates = (row.monarch_date, row.hog_date)
        return row.country == guest_country and (when is None or when in dates)

    counted = count_feature(
        feature, host=host, leave_out=itself, countries=area.countries if area else None
    )
    found = counted.rate
    if found.n == 0:
        return None
    tipping = tipping_number(found.k, found.n, found.silent)

    def words(language: str) -> str:
        text = count_words(counted, language, area)
        if tipping is not None:
            text += " " + say("rarity.incomplete", language, n=tipping)
        return text

    return RarityNote(
        feature=feature,
        event=event.id,
        scope=area.id if area else "all",
        k=found.k,
        n=found.n,
        low=round(found.low, 4),
        high=round(found.high, 4),
        bits=round(found.bits, 2),
        word=found.word,
        text=in_languages(languages, words),
        window=WINDOW,
        complete=False,
        tipping=tipping,
        references=counted.addresses,
    )


def rarities(
    events: Sequence[EventItem], parties: Parties, languages: Sequence[str]
) -> tuple[RarityNote, ...]:
    """Give the rarity notes of every audience of a head of state in a country the table covers."""
    hosts = {row.host for row in visits()}
    notes: list[RarityNote] = []
    by_date: dict[str | None, list[EventItem]] = defaultdict(list)
    for event in events:
        by_date[event.date].append(event)
    for event in events:
        host = parties.country(event.place) or next(
            (
                parties.country(p)
                for p in event.participants
                if parties.held_role(p, "monarch", event.date)
            ),
            None,
        )
        if event.type != "audience" or event.status is not Status.HELD or host not in hosts:
            continue
        for guest in event.participants:
            country = parties.country(guest)
            if country == host or not parties.held_role(guest, "head_of_state", event.date):
                continue
            for feature in shown_features(event, by_date[event.date], guest, host, parties):
                for region in (False, True):
                    found = note(feature, event, country, host, languages, region=region)
                    if found is not None:
                        notes.append(found)
    return tuple(notes)


def shown_features(
    audience: EventItem, events: Sequence[EventItem], guest: str, host: str, parties: Parties
) -> list[str]:
    """Give the features of the table that a guest's audience shows or is told to show.

    `events` are those of the audience's date, itself among them.
    """
    features = []
    when = read_date(audience.date)
    same_day = [
        e
        for e in events
        if e.date == audience.date and guest in e.participants and e.status is Status.HELD
    ]
    if when is None or not when.is_day:
        same_day = []
    if "same_day_monarch_and_hog" in audience.signals or any(
        e.type in ("talks", "summit")
        and any(
            parties.country(p) == host and parties.held_role(p, "head_of_government", e.date)
            for p in e.participants
        )
        for e in same_day
    ):
        features.append("same_day_monarch_and_hog")
    palaces = {t.value for t in audience.tellings if t.field == "place"} | {audience.place}
    luncheon = any(e.type == "banquet" and e.details.get("meal") == "luncheon" for e in same_day)
    for row in open_table("protocol/rarity_features.tsv", ("feature", "columns", "shown_at")):
        is_there = bool(row["shown_at"]) and row["shown_at"] in palaces
        if is_there and (luncheon or "luncheon" not in row["columns"]):
            features.append(row["feature"])
    return features

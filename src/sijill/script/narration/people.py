"""A person and a date go in; the post held then, and the name as a narrator says it, come out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from sijill.citation import Citation
from sijill.dates import PartialDate, parse_edtf
from sijill.errors import FormatFault
from sijill.identity.entities import decided_terms, undecided_terms
from sijill.languages import LANGUAGES
from sijill.record.items import Occupancy, RecordEntity
from sijill.register.entries import Register, Term
from sijill.tables import Row, cell_list, open_table

_BESIDE_FOREIGN_MINISTER = ("vice_president", "deputy_head_government")
#: Ranks up to this one are offices of state that registers list: monarch to foreign minister.
LOWEST_OFFICE_OF_STATE = 6
#: Within so many days a post told at one time is taken to be held at another.
_SAME_TERM = 400
#: Posts that say nothing without the body they are of.
OF_A_BODY = ("head_igo", "chief_executive", "university_head", "business_association")
#: Words of a post that its holder must not lose: statuses of an Occupancy.
_MANNERS = ("honorary", "acting", "elect")
_REFINED = (
    "expert",
    "artist",
    "athlete",
    "senior_official",
    "ambassador",
    "member_of_parliament",
    "citizen",
)


@dataclass(frozen=True, slots=True)
class HeldThen:
    """A post somebody held at a time: role id (`monarch.king` refined), body, and how it was held.

    `past` says that the person no longer holds it at the time of the film; `former` that it was
    already over at the time asked for. `occupation` refines a role such as artist; `manner` is
    honorary, acting or elect where the post was held so.
    """

    post: str
    body: str | None
    past: bool = False
    former: bool = False
    occupation: str | None = None
    citations: tuple[Citation, ...] = ()
    manner: str | None = None


@cache
def post_rows(language: str) -> dict[tuple[str, str], Row]:
    """Give the posts of a language by (post, gender)."""
    return {
        (r["post"], r["gender"]): r
        for r in open_table(f"{language}/posts_spoken.tsv", ("post", "gender", "rank"))
    }


def rank(post: str) -> int:
    """Give the protocol rank of a role, 1 highest; 99 when it is not known."""
    row = post_rows("en").get((post, "m"))
    return int(row["rank"]) if row else 99


@cache
def _occupations(language: str) -> tuple[tuple[str, tuple[str, ...], Row], ...]:
    rows = open_table(f"{language}/occupations.tsv", ("occupation", "cues"))
    return tuple((r["occupation"], cell_list(r["cues"]), r) for r in rows)


def occupation_words(occupation: str, language: str) -> Row | None:
    """Give the row of an occupation in a narrator's language."""
    return next((row for name, _, row in _occupations(language) if name == occupation), None)


@cache
def _titles() -> dict[str, str]:
    rows = open_table("world/monarch_titles.tsv", ("country", "title"))
    return {r["country"]: r["title"] for r in rows}


@cache
def _customs() -> dict[str, str]:
    return {r["country"]: r["custom"] for r in open_table("world/name_customs.tsv", ("country",))}


@cache
def _given_names() -> frozenset[str]:
    return frozenset(r["name"] for r in open_table("world/given_names.tsv", ("name", "gender")))


@cache
def _feminine_words() -> frozenset[str]:
    """First words of the Arabic feminine posts: رئيسة, وزيرة, with and without article."""
    rows = [r for (_, gender), r in post_rows("ar").items() if gender == "f"]
    masculine = {
        r[c].split()[0]
        for (_, gender), r in post_rows("ar").items()
        if gender == "m"
        for c in ("of_country", "of_body", "alone")
        if r[c]
    }
    words = {r[c].split()[0] for r in rows for c in ("of_country", "of_body", "alone") if r[c]}
    words |= {row["f"].split()[0] for _, _, row in _occupations("ar")}
    words = {w for w in words if w.endswith("ة")} - masculine
    return frozenset(words | {w.removeprefix("ال") for w in words})


@cache
def _endings() -> tuple[Row, ...]:
    columns = ("countries", "language", "part", "ending", "but")
    return tuple(open_table("world/gender_endings.tsv", columns))


@cache
def gender_cues(language: str) -> dict[str, str]:
    """Give the words of a language that tell a speaker's gender; empty when there is no table."""
    if language not in ("ar", "en", "ru"):
        return {}
    rows = open_table(f"{language}/gender_cues.tsv", ("word", "gender"))
    return {r["word"]: r["gender"] for r in rows}


def _by_ending(person: RecordEntity) -> str | None:
    for row in _endings():
        parts = person.names.get(row["language"], "").split()
        if not parts or person.country not in cell_list(row["countries"]):
            continue
        part = parts[0] if row["part"] == "given" else parts[-1]
        if part.endswith(row["ending"]) and not part.endswith(cell_list(row["but"]) or ("\0",)):
            return "f"
    return None


def gender_by_words(statements: Iterable[tuple[Citation, str]]) -> str | None:
    """Tell a speaker's gender by the words next to what was said, given with their language.

    `قالت`, `she` and `сказала` speak for a woman; None when nothing or both is found.
    """
    found = set()
    for citation, language in statements:
        cues = gender_cues(language)
        near = [*citation.prefix.split()[-4:], *citation.suffix.split()[:4]]
        for word in near:
            bare = re.sub(r"\W", "", word).lower()
            gender = cues.get(bare) or (cues.get(bare[1:]) if bare[:1] in ("و", "ف") else None)
            if gender:
                found.add(gender)
    return found.pop() if len(found) == 1 else None


def gender_of(person: RecordEntity) -> str:
    """Give m or f: by the words sources use for somebody's posts, else by the name, else m."""
    cited = [c.exact for held in person.posts for c in held.citations]
    cited += [alias.text for alias in person.aliases]
    for text in cited:
        first = text.split()[0] if text.split() else ""
        if first in _feminine_words() or re.sub("^[وفبلك]", "", first) in _feminine_words():
            return "f"
    given = (person.names.get("en") or "").split(" ")[0]
    if given in _given_names():
        return "f"
    return _by_ending(person) or "m"


def _parsed(edtf: str | None) -> PartialDate | None:
    try:
        return parse_edtf(edtf) if edtf else None
    except FormatFault:
        return None


def is_edtf(text: str) -> bool:
    """Say whether a text is a date the film can use."""
    return _parsed(text) is not None


def _within(time: PartialDate, since: str | None, until: str | None) -> bool:
    start, end = _parsed(since), _parsed(until)
    low, high = time.sort_key
    if start and high < start.sort_key[0]:
        return False
    return not (end and low > end.sort_key[1])


def _refine(post: str, body: str | None, country: str | None) -> str:
    if post != "monarch":
        return post
    title = _titles().get(body or country or "")
    return f"monarch.{title}" if title else post


def occupation_in(citations: Iterable[Citation]) -> str | None:
    """Find the occupation that the cited words of a post name, in any language."""
    for citation in citations:
        text = citation.exact.lower()
        for language in LANGUAGES:
            for name, cues, _ in _occupations(language):
                for cue in cues:
                    edge = "" if language == "ja" else r"(?:^|[\s«\"(-])(?:و|ال|وال)?"
                    if re.search(edge + re.escape(cue.lower()), text):
                        return name
    return None


def post_at(
    person: RecordEntity, time: str | None, *, register: Register, now: str | None
) -> HeldThen | None:
    """Say which post somebody held at a time (EDTF); `now` is the time of the film.

    Of several the highest in protocol is given. Without a time, the post held at `now`. None when
    neither the record nor the register knows one.
    """
    asked = _parsed(time) or _parsed(now)
    present = _parsed(now)
    entry = register.entries.get(person.register_id or "")
    terms = undecided_terms(entry.terms, person.posts) if entry else ()
    terms += decided_terms(person.posts)
    found: list[tuple[int, int, int, HeldThen]] = []
    for order, held in enumerate(person.posts):
        if held.line is not None or not _is_likely(held, person, terms):
            continue
        body = held.body or person.country
        spec = _refine(held.post, held.body, person.country)
        occupation = occupation_in(held.citations) if held.post in _REFINED else None
        told = _parsed(held.time)
        manner = held.status if held.status in _MANNERS else None
        known = [t for t in terms if t.post == held.post and (t.body in (None, held.body, body))]
        sure = 1
        former = held.status == "former"
        is_over = False
        if told and asked:
            # A time beside a post is mostly the day on which a source gave it, not its bounds.
            apart = _days_apart(told, asked)
            if apart > _SAME_TERM and rank(held.post) <= LOWEST_OFFICE_OF_STATE:
                continue
            sure = 0 if apart == 0 else (1 if apart <= _SAME_TERM else 2)
            is_over, former = former, former and apart > 0
        elif known and asked and not former:
            if not any(_within(asked, t.since, t.until) for t in known):
                continue
        elif former and time is not None and not told:
            sure = 3
        elif former:
            sure = 2
        past = former or is_over or _is_past(person, held.post, terms, present, told)
        made = HeldThen(spec, held.body, past, former, occupation, held.citations, manner)
        found.append((sure, rank(spec), order, made))
    for order, term in enumerate(terms):
        if _within(asked, term.since, term.until) if asked else term.until is None:
            told_bodies = {held.body for held in person.posts}
            body = term.body
            if body and len(body) > 2 and body not in told_bodies:
                # No source of the record names this body: a narrator does not either.
                if term.post in OF_A_BODY:
                    continue
                body = None
            spec = _refine(term.post, body, person.country)
            now_held = _within(present, term.since, term.until) if present else not term.until
            past = not now_held
            found.append((1, rank(spec), 100 + order, HeldThen(spec, body, past)))
    if not found:
        return None
    if any(f[3].post == "foreign_minister" and f[0] <= 1 for f in found):
        # A foreign minister who is also a deputy premier acts and is named as the former.
        found = [f for f in found if f[3].post not in _BESIDE_FOREIGN_MINISTER]
    best = min(found, key=lambda f: (f[0] > 1, f[1], f[3].occupation is None, f[0], f[2]))[3]
    return best


def _is_likely(held: Occupancy, person: RecordEntity, terms: Sequence[Term]) -> bool:
    """Say whether a post read from a source can be this person's.

    Where the register knows somebody's offices, an office of state that it does not list was
    misread, and so was one of a state the person is not of, or a president beside a throne.
    """
    if rank(held.post) > LOWEST_OFFICE_OF_STATE:
        return True
    if any(t.post == held.post for t in terms):
        return True
    if terms and any(rank(t.post) <= LOWEST_OFFICE_OF_STATE for t in terms):
        return False
    state = held.body if held.body and len(held.body) == 2 else None
    if state and person.country and state != person.country:
        return False
    realm = state or person.country
    if held.post == "monarch":
        return realm is None or realm in _titles()
    return not (held.post == "head_of_state" and realm in _titles())


def _is_past(
    person: RecordEntity,
    post: str,
    terms: Iterable[Term],
    present: PartialDate | None,
    told: PartialDate | None,
) -> bool:
    known = [t for t in terms if t.post == post]
    if known:
        return not any(
            _within(present, t.since, t.until) if present else t.until is None for t in known
        )
    if told is None or rank(post) > LOWEST_OFFICE_OF_STATE:
        return False
    if present is not None and _days_apart(told, present) <= _SAME_TERM:
        return False
    return any(h.post != post and h.status == "current" for h in person.posts)


def _days_apart(left: PartialDate, right: PartialDate) -> int:
    """Give the days between two dates, 0 where they may be one."""
    a, b = left.sort_key, right.sort_key
    return max(0, (a[0] - b[1]).days, (b[0] - a[1]).days)


_ARABIC_VOWELS = re.compile("[اويىءأإآئؤةʿ\u064b-\u0652]")
_LATIN_PAIRS = re.compile("kh|sh|ch|gh|zh|ts|th|ph")


def _weight(text: str, language: str) -> int:
    if language == "ar":
        return len(_ARABIC_VOWELS.sub("", text.replace("تش", "ش")).replace(" ", ""))
    return len(re.sub("[^bcdfghjklmnpqrstvxz]", "", _LATIN_PAIRS.sub("s", text.lower())))


@cache
def _particles() -> frozenset[str]:
    return frozenset(r["word"] for r in open_table("world/name_particles.tsv", ("word",)))


def _with_particles(parts: list[str]) -> str:
    """Give the family name with what belongs to it: van den Berg, de la Cruz."""
    start = len(parts) - 1
    while start > 1 and parts[start - 1].lower() in _particles():
        start -= 1
    return " ".join(parts[start:])


def short_name(person: RecordEntity, language: str) -> str:
    """Give the name by which somebody is named again: the family name where the custom has one."""
    name = person.names[language]
    parts = name.split()
    custom = _customs().get(person.country or "", "last")
    if len(parts) == 1 or custom == "full" or language in ("ja",):
        return name
    if custom == "first":
        return parts[0]
    if custom == "two" and len(parts) >= 3:
        return " ".join(parts[-2:])
    family = _with_particles(parts)
    latin = (person.names.get("en") or "").split()
    # Arabic may write one Latin word in two: سردار بردي محمدوف is Serdar Berdimuhamedov.
    if language == "ar" and latin and len(parts) > len(latin) and len(parts) > 2:
        wanted = _weight(latin[-1], "en")
        if _weight(family, "ar") < 0.7 * wanted:
            family = " ".join(parts[-2:])
    return family

"""Candidates go in; the same candidates with their edges put right come out.

The tagger labels words; these rules know what a name may begin and end with: no verb, no honorific,
no particle that is written onto the word, no second post behind «and».
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from sijill.documents.document import DATE, ORGANISATION, PERSON, PLACE, POST, Document
from sijill.documents.expressions import expression
from sijill.documents.lexicon import word_classes
from sijill.documents.stand_ins import is_guest
from sijill.languages import CASED
from sijill.mentions.agreeing_names import agree
from sijill.mentions.arabic_joins import join_arabic
from sijill.mentions.body_edges import (
    is_owned_place,
    is_place,
    mend_body,
    without_whereabouts,
)
from sijill.mentions.candidates import Candidate, Nearby
from sijill.mentions.date_edges import split_date, with_whole_number
from sijill.mentions.edge_signs import whole_words, without_signs
from sijill.mentions.endings import with_fitting_endings
from sijill.mentions.found import Found, found_of, of_kind
from sijill.mentions.japanese_departments import with_departments
from sijill.mentions.japanese_edges import with_whole_words
from sijill.mentions.japanese_posts import is_post, is_titled
from sijill.mentions.japanese_told import with_cut_names
from sijill.mentions.katakana_names import with_whole_names
from sijill.mentions.name_joins import join_names
from sijill.mentions.particles import without_city, without_particle
from sijill.mentions.partings import put_apart
from sijill.mentions.people_words import without_people
from sijill.mentions.person_edges import Taken, mend_person
from sijill.mentions.post_edges import mend_post, with_possessive
from sijill.mentions.posts_in_names import part_posts
from sijill.mentions.vouched_japanese import (
    find_vouched_names,
    without_matters,
    without_other_names,
)
from sijill.temporal.calendar import find_atoms

#: A person this sure is cut off the post it stands in.
HOLDER = 0.6


def mend(
    document: Document, candidates: Iterable[Candidate], known: Sequence[Candidate] = ()
) -> list[Candidate]:
    """Put the edges of all candidates right; one may become two, or none.

    `known` are candidates of the register.
    """
    known = found_of(known)
    candidates = with_whole_words(document, candidates)
    around = _Around(known, Taken([*candidates, *known]))
    out: list[Candidate] = []
    for candidate in candidates:
        if candidate.rule == "tagger":
            out += _mend_one(document, candidate, around)
        else:
            out.append(candidate)
    if document.language == "kk":
        out = with_fitting_endings(document, out)
    if document.language == "ja":
        out = without_matters(document.text, with_whole_names(document, out, known))
        out = with_departments(document.text, out, known)
        out += find_vouched_names(document, out, known)
        out = without_other_names(document.text, with_cut_names(document.text, out), known)
    out = put_apart(document, Found(out), known)
    out = join_names(document, part_posts(document, out))
    out = _without_holders(document, out, known)
    return join_arabic(document, agree(document, _join_dates(document, out), known))


class _Around:
    """What the edges of one hang on: known bodies, places by their ends, and what is taken."""

    def __init__(self, known: Sequence[Candidate], taken: Taken) -> None:
        self.known, self.taken = known, taken
        places = of_kind(known, PLACE)
        self.bodies = of_kind(known, ORGANISATION)
        self.places = Nearby(places)
        self.starts_by_end: dict[int, set[int]] = {}
        self.end_by_start: dict[int, int] = {}
        for k in places:
            self.starts_by_end.setdefault(k.end, set()).add(k.start)
            self.end_by_start[k.start] = k.end


def _mend_one(document: Document, c: Candidate, around: _Around) -> Iterable[Candidate]:
    """Put the edges of one candidate of the tagger right, by its kind."""
    c = without_signs(document, c)
    kind, language = c.kind, document.language
    if language == "ar":
        c = without_particle(document, c)
    elif language in CASED:
        if kind is PERSON or kind is POST:
            c = whole_words(document, c)
        if kind is PERSON or kind is ORGANISATION:
            c = without_people(document, c)
            kind = c.kind
    if kind is PLACE:
        is_of_several = _is_of_several(document, c, around.places)
        return () if is_of_several else (_mend_place(document, c, around),)
    if kind is PERSON:
        return mend_person(document, c, around.taken)
    if kind is POST:
        return mend_post(document, c)
    if kind is ORGANISATION:
        return _mend_organisation(document, c, around)
    return split_date(document, with_whole_number(document, c))


def _mend_organisation(document: Document, c: Candidate, around: _Around) -> Iterable[Candidate]:
    if document.language == "en":
        lead = expression("en", "body_lead").match(document.text, c.start, c.end)
        c = c.at(lead.end(), c.end) if lead else c
        if is_owned_place(document, c, around.known) or (lead and is_place(c, around.known)):
            return ()
        return (c.at(with_possessive(document, c.start), c.end),)
    if document.language == "ru":
        return mend_body(document, c)
    if document.language == "ar":
        return (without_whereabouts(c, document.text, around.bodies, around.end_by_start),)
    return (c,)


def _is_thing(rest: str) -> bool:
    """Say whether a word behind a known place names a thing of it: «Бангладеш матасы», cloth."""
    word = rest[1:]
    return (
        rest[:1] == " "
        and word.islower()
        and word.isalpha()
        and (not {"place", "organisation"} & {*word_classes("kk").get(word, ())})
    )


def _mend_place(document: Document, c: Candidate, around: _Around) -> Candidate:
    if document.language == "ar":
        return without_city(document, c, around.starts_by_end.get(c.end, set()))
    if document.language == "kk":
        # A known place ends where the register says: «Латын Америкасы» in Америкасында.
        end = around.end_by_start.get(c.start, c.end)
        is_cut = document.text[end : c.end + 1].isalpha() and end < c.end
        return c.at(c.start, end) if is_cut or _is_thing(document.text[end : c.end]) else c
    if document.language == "ja":
        # 旧ソ連諸国: the place is what the countries are of.
        group = expression("ja", "group_of_states").search(document.text, c.start, c.end)
        return c.at(c.start, group.start()) if group else c
    return c


def _is_of_several(document: Document, c: Candidate, places: Nearby) -> bool:
    """Say whether a place is two known ones side by side: «Литва Маврикиймен»."""
    if " " not in document.text[c.start : c.end]:
        return False
    inside = sorted({(k.start, k.end) for k in places.overlapping(c) if c.contains(k)})
    return (
        len(inside) > 1
        and inside[0][0] == c.start
        and inside[-1][1] == c.end
        and all(document.text[a[1] : b[0]] == " " for a, b in pairwise(inside))
    )


def _without_holders(
    document: Document, candidates: Sequence[Candidate], known: Sequence[Candidate]
) -> list[Candidate]:
    """Leave the holder outside of a post: «professor of X» + «Uyama», 高市早苗 + 首相."""
    people = [
        c
        for c in (*of_kind(candidates, PERSON), *of_kind(known, PERSON))
        if (
            c.confidence >= HOLDER
            or (document.language == "ja" and is_titled(document.text, c.end))
        )
        and not is_guest(document.text[c.start : c.end], document.language)
    ]
    order = {id(person): number for number, person in enumerate(people)}
    near = Nearby(people)
    cut: dict[int, Candidate] = {}
    for c in of_kind(candidates, POST):
        around = near.overlapping(c)
        if len(around) > 1:
            around.sort(key=lambda p: order[id(p)])
        if around:
            cut[id(c)] = _without_holder(document, c, around)
    return [cut.get(id(c), c) for c in candidates] if cut else list(candidates)


def _without_holder(document: Document, c: Candidate, around: Iterable[Candidate]) -> Candidate:
    """Leave those people outside of a post, one behind the other, that it ends or begins with."""
    for person in around:
        if c.start < person.start < c.end < person.end:
            c = without_signs(document, c.at(c.start, person.start))
        if not c.contains(person):
            continue
        if person.end == c.end and person.start > c.start:
            c = without_signs(document, c.at(c.start, person.start))
        elif person.start == c.start and document.language == "ja":
            is_of = expression("ja", "of_written").match(document.text, person.end)
            c = c if is_of else c.at(person.end, c.end)
        elif document.language == "ja" and is_post(document.text, person.end, c.end):
            c = c.at(person.end, c.end)  # «鉱山の東郷鉱山長»
    return c


_DAYS = frozenset(("weekday", "day", "dayrel"))


def _join_dates(document: Document, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Make one date of «Thursday» + «4 September», «вчера» + «вечером»."""
    dates = sorted(of_kind(candidates, DATE), key=lambda c: (c.start, -c.end))
    joined: list[Candidate] = []
    for c in dates:
        last = joined[-1] if joined else None
        if last is not None and c.start >= last.end and _belongs(document, last, c):
            joined[-1] = Candidate(
                DATE, last.start, c.end, last.rule, max(last.confidence, c.confidence)
            )
            continue
        joined.append(c)
    return [c for c in candidates if c.kind is not DATE] + joined


def _belongs(document: Document, left: Candidate, right: Candidate) -> bool:
    between = document.text[left.end : right.start]
    if between not in (" ", ", "):
        return False
    first = find_atoms(document.text, left.start, left.end, document.language)
    second = find_atoms(document.text, right.start, right.end, document.language)
    if not first or not second or first[-1].kind not in _DAYS:
        return False
    kinds = {a.kind for a in second}
    return "month" in kinds or (kinds == {"part"} and between == " ")

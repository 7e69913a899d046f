"""Candidates go in; the same candidates with their edges put right come out.

The tagger labels words; these rules know what a name may begin and end with: no verb, no honorific,
no particle that is written onto the word, no second post behind «and».
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from sijill.documents.document import Document, MentionKind, Token
from sijill.documents.expressions import ends_in, expression
from sijill.documents.lexicon import begins_post, comparable_forms, is_name_part, word_classes
from sijill.documents.qualifiers import joint_words
from sijill.documents.quotation_marks import CLOSING, OPENING, SURE_PAIRS
from sijill.documents.stand_ins import is_alias_cue, is_guest
from sijill.documents.tokens import proclitic_cuts, tokenize
from sijill.languages import CASED, WITH_ENDINGS
from sijill.mentions.arabic_joins import end_of_arabic, join_arabic
from sijill.mentions.body_edges import is_owned_place, mend_body, without_whereabouts
from sijill.mentions.candidates import Candidate, Nearby
from sijill.mentions.date_edges import split_date, with_whole_number
from sijill.mentions.endings import with_fitting_endings
from sijill.mentions.japanese_departments import with_departments
from sijill.mentions.japanese_edges import with_whole_words
from sijill.mentions.japanese_posts import is_post, is_titled
from sijill.mentions.japanese_told import with_cut_names
from sijill.mentions.katakana_names import with_whole_names
from sijill.mentions.name_joins import join_names
from sijill.mentions.particles import without_city, without_particle
from sijill.mentions.partings import put_apart
from sijill.mentions.people_words import without_people
from sijill.mentions.post_edges import SPLIT_ROLES, is_honorific, mend_post, with_possessive
from sijill.mentions.posts_in_names import part_posts
from sijill.mentions.vouched_japanese import (
    find_vouched_names,
    without_matters,
    without_other_names,
)
from sijill.tagging.features import stem
from sijill.temporal.calendar import find_atoms
from sijill.text import fold

PERSON, POST, DATE = MentionKind.PERSON, MentionKind.POST, MentionKind.DATE
#: Below this a name is compared with the other names of the text before it is believed.
UNSURE = 0.995
#: A person this sure is cut off the post it stands in.
HOLDER = 0.6
_PAIRS = (*SURE_PAIRS, ("(", ")"))
SHORT = 3
_WITH_TWO_FAMILIES = 3
_FAMILY = re.compile(r"\. ?([^\W\d_]{3,})")
#: The first half of a double family name: «Сеньор-» of «Сеньор-Торибионг».
_LONGEST_HALF = 40
_HALF = re.compile(r"(?<![\w-])[^\W\d_]{2,}-\Z")
_EDGE_SIGNS = ",،;؛:、。–—-"


def mend(
    document: Document, candidates: Iterable[Candidate], known: Iterable[Candidate] = ()
) -> list[Candidate]:
    """Put the edges of all candidates right; one may become two, or none.

    `known` are candidates of the register.
    """
    known = list(known)
    candidates = with_whole_words(document, candidates)
    around = _Around(known, _Taken([*candidates, *known]))
    out: list[Candidate] = []
    for candidate in candidates:
        out.extend(
            _mend_one(document, candidate, around) if candidate.rule == "tagger" else (candidate,)
        )
    if document.language == "kk":
        out = with_fitting_endings(document, out)
    if document.language == "ja":
        out = without_matters(document.text, with_whole_names(document, out, known))
        out = with_departments(document.text, out, known)
        out += find_vouched_names(document, out, known)
        out = without_other_names(document.text, with_cut_names(document.text, out), known)
    out = join_names(document, part_posts(document, put_apart(document, out, known)))
    out = _without_holders(document, out, [*out, *known])
    return join_arabic(document, _agree(document, _join_dates(document, out), known))


class _Around:
    """What the edges of one candidate hang on: known places by their ends, and what is taken."""

    def __init__(self, known: Sequence[Candidate], taken: _Taken) -> None:
        self.known, self.taken = known, taken
        self.places = Nearby(k for k in known if k.kind is MentionKind.PLACE)
        self.starts_by_end: dict[int, set[int]] = {}
        self.end_by_start: dict[int, int] = {}
        for k in known:
            if k.kind is MentionKind.PLACE:
                self.starts_by_end.setdefault(k.end, set()).add(k.start)
                self.end_by_start[k.start] = k.end


def _mend_one(document: Document, c: Candidate, around: _Around) -> Iterable[Candidate]:
    """Put the edges of one candidate of the tagger right, by its kind."""
    c = _whole_words(document, _without_signs(document, c))
    if document.language == "ar":
        c = without_particle(document, c)
    c = without_people(document, c)
    if c.kind is PERSON:
        return _mend_person(document, c, around.taken)
    if c.kind is POST:
        return mend_post(document, c)
    if c.kind is DATE:
        return split_date(document, with_whole_number(document, c))
    if c.kind is MentionKind.ORGANISATION:
        return _mend_organisation(document, c, around.known)
    if c.kind is MentionKind.PLACE:
        is_of_several = _is_of_several(document, c, around.places)
        return () if is_of_several else (_mend_place(document, c, around),)
    return (c,)


def _mend_organisation(
    document: Document, c: Candidate, known: Sequence[Candidate]
) -> Iterable[Candidate]:
    if document.language == "en":
        if is_owned_place(document, c, known):
            return ()
        return (c.at(with_possessive(document, c.start), c.end),)
    if document.language == "ru":
        return mend_body(document, c)
    if document.language == "ar":
        return (without_whereabouts(c, document.text, known),)
    return (c,)


def _mend_place(document: Document, c: Candidate, around: _Around) -> Candidate:
    if document.language == "ar":
        return without_city(document, c, around.starts_by_end.get(c.end, set()))
    if document.language == "kk":
        # A known place ends where the register says: «Латын Америкасы» in Америкасында.
        end = around.end_by_start.get(c.start, c.end)
        is_cut = document.text[end : c.end + 1].isalpha() and end < c.end
        return c.at(c.start, end) if is_cut else c
    if document.language == "ja":
        # 旧ソ連諸国: the place is what the countries are of.
        group = expression("ja", "group_of_states").search(document.text, c.start, c.end)
        return c.at(c.start, group.start()) if group else c
    return c


def _is_of_several(document: Document, c: Candidate, places: Nearby) -> bool:
    """Say whether a place is two known ones side by side: «Литва Маврикиймен»."""
    inside = sorted({(k.start, k.end) for k in places.overlapping(c) if c.contains(k)})
    return (
        len(inside) > 1
        and inside[0][0] == c.start
        and inside[-1][1] == c.end
        and all(document.text[a[1] : b[0]] == " " for a, b in pairwise(inside))
    )


class _Taken:
    """Where candidates stand."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._near = Nearby(candidates)
        self._ends: dict[int, list[int]] = {}
        for c in candidates:
            self._ends.setdefault(c.start, []).append(c.end)

    def is_taken(self, start: int, end: int) -> bool:
        """Say whether any stands in a stretch."""
        return bool(self._near.overlapping(Candidate(PERSON, start, end, "", 0)))

    def end_from(self, start: int, before: int) -> int | None:
        """Give the end of the first one that begins at a place and ends before another."""
        return next((end for end in self._ends.get(start, ()) if end < before), None)


def _without_holders(
    document: Document, candidates: Iterable[Candidate], everything: Iterable[Candidate]
) -> list[Candidate]:
    """Leave the holder outside of a post: «professor of X» + «Uyama», 高市早苗 + 首相."""
    people = [
        c
        for c in everything
        if c.kind is PERSON
        and (
            c.confidence >= HOLDER
            or (document.language == "ja" and is_titled(document.text, c.end))
        )
        and not is_guest(document.text[c.start : c.end], document.language)
    ]
    order = {id(person): number for number, person in enumerate(people)}
    near = Nearby(people)
    out: list[Candidate] = []
    for candidate in candidates:
        c = candidate
        inside = near.overlapping(c) if c.kind is POST else []
        for person in sorted(inside, key=lambda p: order[id(p)]):
            if c.start < person.start < c.end < person.end:
                c = _without_signs(document, c.at(c.start, person.start))
            if not c.contains(person):
                continue
            if person.end == c.end and person.start > c.start:
                c = _without_signs(document, c.at(c.start, person.start))
            elif person.start == c.start and document.language == "ja":
                is_of = expression("ja", "of_written").match(document.text, person.end)
                c = c if is_of else c.at(person.end, c.end)
            elif document.language == "ja" and is_post(document.text, person.end, c.end):
                c = c.at(person.end, c.end)  # «鉱山の東郷鉱山長»
        out.append(c)
    return out


def _tokens(document: Document, c: Candidate) -> tuple[Token, ...]:
    return tokenize(document.text, document.language, c.start, c.end)


def _without_signs(document: Document, c: Candidate) -> Candidate:
    """Leave blanks, commas and dashes at the edges outside."""
    text = document.text
    start, end = c.start, c.end
    while start < end and (text[start].isspace() or text[start] in _EDGE_SIGNS):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in _EDGE_SIGNS):
        end -= 1
    return _balanced(document, c.at(start, end))


def _whole_words(document: Document, c: Candidate) -> Candidate:
    """End a name or post only where a word ends: «Inthavong-Sy», «President-elect»."""
    if c.kind not in (PERSON, POST) or document.language not in CASED:
        return c
    after = re.match(r"(?:-[^\W\d_]+)+", document.text[c.end : c.end + 40])
    end = c.end + after.end() if after else c.end
    return c.at(_with_half(document.text, c.start) if c.kind is PERSON else c.start, end)


def _with_half(text: str, start: int) -> int:
    """Take in the first half of a double family name: «Сеньор-» + «Торибионг»."""
    before = _HALF.search(text, max(0, start - _LONGEST_HALF), start)
    return before.start() if before and before.group()[0].isupper() else start


def _balanced(document: Document, c: Candidate) -> Candidate:
    """Take in the closing mark of an opened quotation, and leave a mark without partner outside."""
    text = document.text
    inner = text[c.start : c.end]
    for opening, closing in _PAIRS:
        opened, closed = inner.count(opening), inner.count(closing)
        if opened > closed and text[c.end : c.end + 1] == closing:
            return c.at(c.start, c.end + 1)
        if closed > opened and inner.endswith(closing):
            return c.at(c.start, c.end - 1)
        if opened > closed and inner.startswith(opening):
            return c.at(c.start + 1, c.end)
    return c


def _mend_person(document: Document, c: Candidate, taken: _Taken) -> list[Candidate]:
    language = document.language
    c = _with_family(document, c)
    lead = expression(language, "person_lead").match(document.text, c.start, c.end)
    tokens = list(_tokens(document, c.at(lead.end(), c.end) if lead else c))
    if is_guest(document.text[c.start : c.end], language) and not any(
        t.text[0].isupper() for t in tokens[1:]
    ):
        return [c]
    relation, whose = (expression(language, n) for n in ("post_relation", "whose_name"))
    while len(tokens) > 1 and (
        (
            is_honorific(tokens[0], language)
            and not _begins_name(tokens[0], language)
            and tokens[1].text != "-"  # «Сеньор-Торибионг»
        )
        or is_alias_cue(tokens[0].text, language)
        or relation.fullmatch(document.text, tokens[0].start, tokens[0].end)
        or whose.fullmatch(document.text, tokens[0].start, tokens[0].end)  # «زملاء سوكو»
    ):
        del tokens[0]
    if tokens and tokens[0].text == "." and len(tokens) > 1:
        del tokens[0]
    if not tokens:
        return []
    post = begins_post([t.text for t in tokens], language)
    if post is not None and post.role in SPLIT_ROLES and 0 < post.last < len(tokens):
        last = tokens[post.last - 1].end
        rest = tokens[post.last].start
        after = taken.end_from(rest, c.end)
        if after is not None:  # «Президент Казахстана Токаев»: the state belongs to the post
            last = rest = after
        head = Candidate(POST, tokens[0].start, last, c.rule, c.confidence)
        return [head, *_mend_person(document, _without_signs(document, c.at(rest, c.end)), taken)]
    comma = next((n for n, t in enumerate(tokens) if t.text in "،,"), None)
    if language == "ar" and comma is not None and comma + 1 < len(tokens):
        # «بفارو، إدريس لحلو»: the name stands behind the comma.
        return _mend_person(document, c.at(tokens[comma + 1].start, c.end), taken)
    if language not in CASED:
        is_arabic = language == "ar"
        end = end_of_arabic(document.text, tokens) if is_arabic else c.end
        return [c.at(tokens[0].start, end)]
    parts: list[list[Token]] = [[]]
    for index, token in enumerate(tokens):
        is_word = token.text[0].isalpha() and (index == 0 or tokens[index - 1].text != "-")
        # A short small word between two capitalised ones belongs to the name: Maria das Dores.
        if len(token.text) <= SHORT and 0 < index < len(tokens) - 1:
            is_word = is_word and not tokens[index + 1].text[0].isupper()
        is_part = is_name_part(token.folded, language)
        # «Зеленко и Бабаев» are two, «Мария да Силва» is one.
        is_word = is_word or (token.folded in joint_words(language) and not is_part)
        is_parted = token.text == ","  # «Уроженка Суфриера, Ожье»
        if is_parted or (is_word and token.text[0].islower() and not is_part):
            parts.append([])
        else:
            parts[-1].append(token)
    found = []
    for part in parts:
        while part and not part[-1].text[-1].isalnum() and part[-1].text not in f".{CLOSING})":
            del part[-1]
        while part and not part[0].text[0].isalnum() and part[0].text not in f"{OPENING}(":
            del part[0]
        if any(t.text[0].isupper() for t in part):
            end = _with_name_part(document, _with_capitals(document, part[-1].end, taken))
            found.append(c.at(_with_initials(document, part[0].start), end))
    return found


def _with_family(document: Document, c: Candidate) -> Candidate:
    """Take the family name in behind an initial that stands alone: «Р.Балчюнайте»."""
    family = _FAMILY.match(document.text, c.end) if c.end - c.start == 1 else None
    return c.at(c.start, family.end()) if family and family.group(1)[0].isupper() else c


def _begins_name(token: Token, language: str) -> bool:
    """Say whether a form of address is part of the name: «سيد أحمد» without an article is one."""
    return expression(language, "address_in_name").fullmatch(token.text) is not None


def _with_initials(document: Document, start: int) -> int:
    """Take in the initials before a family name: «В. Гайдукевич», R. A. Premasundara."""
    before = document.text[max(0, start - 12) : start]
    initials = re.search(r"(?<![^\W_])(?:[^\W\d_]\. ?){1,3}\Z", before)
    if initials and all(c.isupper() for c in initials.group() if c.isalpha()):
        return start - len(initials.group())
    return start


def _with_capitals(document: Document, end: int, taken: _Taken) -> int:
    """Take in a capitalised word right behind a name: «Орхан Али Йылмаз»."""
    text = document.text
    following = re.match(r" ([^\W\d_]+)", text[end : end + 40])
    if not following:
        return end
    word = following.group(1)
    if document.language in WITH_ENDINGS:
        word = (
            min(comparable_forms(word, document.language), key=len) if word[0].isupper() else word
        )
        if not following.group(1)[0].isupper():
            return end
    elif not word[0].isupper() or word.isupper():
        return end
    start = end + 1
    stop = start + len(word)
    if word_classes(document.language).get(fold(word)) or taken.is_taken(start, stop):
        return end
    return stop


def _with_name_part(document: Document, end: int) -> int:
    """Take in a particle that belongs to the name behind it: «Асанбек кызы»."""
    if document.language not in ("ru", "kk"):
        return end
    after = re.match(r" ([^\W\d_]+)", document.text[end : end + 16])
    if not after or len(after.group(1)) < 4:
        return end
    known = word_classes(document.language).get(fold(after.group(1)), ())
    return end + after.end() if "name_part" in known and after.group(1).islower() else end


_DAYS = frozenset(("weekday", "day", "dayrel"))


def _join_dates(document: Document, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Make one date of «Thursday» + «4 September», «вчера» + «вечером»."""
    dates = sorted((c for c in candidates if c.kind is DATE), key=lambda c: (c.start, -c.end))
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


def _same_kind(
    document: Document, candidates: list[Candidate], known: Sequence[Candidate]
) -> list[Candidate]:
    """Read a word that ends a person's full name as that person wherever it stands alone."""
    texts = [document.text[c.start : c.end].split() for c in candidates]
    full = [
        document.text[c.start : c.end].split() for c in (*candidates, *known) if c.kind is PERSON
    ]
    places = {fold(document.text[k.start : k.end]) for k in known if k.kind is not PERSON}
    family = {fold(words[-1]) for words in full if len(words) > 1} - places
    # Of two family names the first is the one that people go by: Ana Valdivia Quesada.
    middle = {fold(words[-2]) for words in full if len(words) >= _WITH_TWO_FAMILIES}
    where = ends_in(document.language, "place_before")
    if document.language not in CASED:
        middle = set()
    given = {fold(words[0]) for words in full if len(words) > 1} - places
    out: list[Candidate] = []
    for c, words in zip(candidates, texts, strict=True):
        cut = _family_cut(words[0], family, document.language) if len(words) == 1 else None
        if cut is None and len(words) == 1 and fold(words[0]) in middle:
            cut = None if where.search(document.text[max(0, c.start - 12) : c.start]) else 0
        is_unknown = c.kind is MentionKind.PLACE and c.rule == "tagger" and c.value is None
        if cut is None and is_unknown and len(words) == 1 and fold(words[0]) in given:
            # «Мені Эрнан шақырды»: the given name of somebody told in full.
            cut = None if where.search(document.text[max(0, c.start - 12) : c.start]) else 0
        if cut is None or c.kind in (POST, DATE):
            out.append(c)
        else:
            out.append(replace(c, kind=PERSON, start=c.start + cut, value=None))
    return out


def _family_cut(word: str, family: set[str], language: str) -> int | None:
    """Give how many letters before a known family name are a particle; None if it is none."""
    if fold(word) in family:
        return 0
    return next((c for c in proclitic_cuts(word, language) if fold(word[c:]) in family), None)


def _people_told(
    text: str, candidates: list[Candidate], known: Sequence[Candidate]
) -> list[Candidate]:
    """Make people of places that no register knows and that are a person's name in the text."""
    names = {text[c.start : c.end] for c in candidates if c.kind is PERSON}
    names |= {part for name in names for part in re.split("[・＝=]", name) if len(part) >= SHORT}
    places = {c.start for c in known}
    return [
        replace(c, kind=PERSON, value=None)
        if c.kind is MentionKind.PLACE and text[c.start : c.end] in names and c.start not in places
        else c
        for c in candidates
    ]


def _agree(
    document: Document, candidates: list[Candidate], known: Sequence[Candidate]
) -> list[Candidate]:
    """Trim an unsure name to the one that the rest of the text knows: not «met Sadykov»."""
    language = document.language
    if language == "ja":
        return _people_told(document.text, candidates, known)
    candidates = _same_kind(document, candidates, known)
    if language in CASED:
        return candidates  # there a verb is told from a name by its small letter
    people = [c for c in candidates if c.kind is PERSON]
    stems = {id(c): tuple(stem(t.text, language) for t in _tokens(document, c)) for c in people}
    counts = Counter(stems[id(c)] for c in people)
    begins = Counter(s[0] for s in stems.values() if s)
    by_last: dict[str, set[tuple[str, ...]]] = {}
    for s in counts:
        if len(s) > 1:
            by_last.setdefault(s[-1], set()).add(s)
    out: list[Candidate] = []
    for c in candidates:
        if c.kind is not PERSON or c.confidence >= UNSURE or len(stems[id(c)]) < 2:
            out.append(c)
            continue
        mine = stems[id(c)]
        tail = mine[1:]
        fuller = bool(by_last.get(mine[-1], set()) - {mine})
        is_told = counts[tail] > 0 if len(tail) > 1 else fuller
        if begins[mine[0]] == 1 and is_told:
            second = _tokens(document, c)[1]
            out.append(replace(c, start=second.start, value=None))
        else:
            out.append(c)
    return out

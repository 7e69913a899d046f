"""What a Kazakh tagger saw goes in; people come out where it saw places or bodies by mistake.

A name that it does not know it may cut in two places, as a case ending looks like the end of a
name: «Президент Лубинда Чанда». Two places side by side are none behind a post, and no body has a
pronoun in its name. Rules stand in `data/kk/expressions.tsv`: name_follows, pronoun_inside,
locative_of_name, parliament_alone, acts_behind, is_elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sijill.documents.document import DATE, ORGANISATION, PERSON, PLACE, POST, Document
from sijill.documents.expressions import ends_in, expression
from sijill.documents.lexicon import begins_post, word_classes
from sijill.documents.qualifiers import is_demonym
from sijill.documents.stand_ins import is_guest
from sijill.mentions.candidates import Candidate, Nearby
from sijill.roles import roles_with
from sijill.tagging.hints import begins_listed_place
from sijill.text import fold

#: A post must be this sure to tell that a name follows; how sure such a name is.
_SURE_POST, _SURE = 0.8, 0.9
#: A word that tells that a name follows stands right before it (code points).
_BEFORE = 32
_PLURAL = re.compile(r"[лдт][ае]р(?:[ыі]|[ыі]н)?\Z")
#: A post without its plural ending has more letters than this.
_LEAST_STEM = 3
_CAPITAL = re.compile(r"(?<=\s)[А-ЯЁӘҒҚҢӨҰҮІҺ«]")
_WORD_BEFORE = re.compile(r"[^\W\d_][\w'’-]*\s\Z")
_WORD_HERE = re.compile(r"[^\W\d_]+")
_RUN = re.compile(r"[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*){0,3}")


def with_kazakh_people(
    document: Document, found: Sequence[Candidate], known: Sequence[Candidate]
) -> list[Candidate]:
    """Give the candidates of the tagger with the people that it took for something else.

    `known` are those of the register and of the calendar: a city that it has is one.
    """
    if document.language != "kk":
        return list(found)
    text = document.text
    inside = expression("kk", "pronoun_inside")
    found = [
        c if c.kind is not POST else _whole_acting(text, c)
        for c in found
        if c.kind is not POST or not is_of_several(document, c)
    ]
    elsewhere = expression("kk", "is_elsewhere")
    found = [
        c for c in found if c.kind is not ORGANISATION or not elsewhere.match(text, c.start, c.end)
    ]  # «Хорватияның Ганада елшілігі жоқ» tells of no house of this name
    dates = {c.start: c.end for c in known if c.kind is DATE}
    posts = [c for c in found if c.kind is POST and c.confidence >= _SURE_POST]
    near = Nearby(posts)
    ends = {c.end for c in found if c.kind is PERSON}
    kept: list[Candidate] = []
    for c in found:
        if c.kind is PLACE and c.start - 1 in ends and _is_cut_name(text, c):
            continue
        if c.kind is PERSON:
            name = _without_guest(document, _without_date(document, c, dates))
            kept += _without_title(document, name, posts)
        elif c.kind is not ORGANISATION:
            kept.append(c)
        else:
            body = _behind_name(text, c, near)
            if body.kind is not ORGANISATION or not inside.search(text, body.start, body.end):
                kept.append(body)
    people = list(_behind_posts(document, kept, Nearby(known)))
    if people:
        near = Nearby(people)
        kept = [c for c in kept if not near.overlapping(c)] + people
    return [*_no_parliaments(text, kept), *_parliaments(text, kept)]


def _is_cut_name(text: str, c: Candidate) -> bool:
    """Say whether a place behind a name is a name cut in two: «Хуан Кесада» is not in a «Кеса»."""
    word = _WORD_HERE.match(text, c.start)
    if word is None or text[c.start - 1] != " ":
        return False
    if not expression("kk", "locative_ending").fullmatch(text, c.end, word.end()):
        return False
    stem = text[c.start : c.end]
    return begins_listed_place(word.group(), "kk") and not begins_listed_place(stem, "kk")


def is_of_several(document: Document, c: Candidate) -> bool:
    """Say whether a Kazakh post is of several: «Сыртқы істер министрлері A мен B», not «актер»."""
    if c.kind is not POST or document.language != "kk":
        return False
    last = document.text[c.start : c.end].split()[-1]
    plural = _PLURAL.search(last)
    stem = last[: plural.start()] if plural is not None else ""
    return len(stem) > _LEAST_STEM and begins_post([stem], "kk") is not None


def _whole_acting(text: str, c: Candidate) -> Candidate:
    """End a post behind the words that tell who holds it for a time: «…нің міндетін атқаратын»."""
    acting = expression("kk", "acts_behind").match(text, c.end)
    return replace(c, end=acting.end()) if acting is not None else c


def _no_parliaments(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Give the candidates but names that are a parliament's: «Милли Меджлисте сөз сөйледі»."""
    alone = expression("kk", "parliament_alone")
    for c in found:
        house = alone.match(text, c.start) if c.kind is PERSON else None
        if house is None or house.end() > c.end:
            yield c


def _parliaments(text: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Give the parliaments told in capitals where no candidate for a body has them."""
    bodies = Nearby(c for c in found if c.kind is not PERSON)
    for house in expression("kk", "parliament_alone").finditer(text):
        body = Candidate(ORGANISATION, *house.span(), "parliament", _SURE)
        if not bodies.overlapping(body):
            yield body


def _behind_name(text: str, body: Candidate, posts: Nearby) -> Candidate:
    """Begin a body behind somebody told with his post: «Президенті Вальтер Копа шекаралық …»."""
    for post in posts.overlapping(body):
        if post.start < body.start or post.end >= body.end or text[post.end] != " ":
            continue
        end = _run(text, post.end + 1)
        rest = _CAPITAL.search(text, end, body.end) if end is not None else None
        if rest is not None:
            kinds = word_classes("kk").get(
                fold(text[rest.start() : body.end].rsplit(maxsplit=1)[-1]), ()
            )
            return replace(body, start=rest.start(), kind=PLACE if "place" in kinds else body.kind)
    return body


def _without_title(
    document: Document, c: Candidate, posts: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Give a person without the title of a ruling house, and that: «Ұлы Герцог Филипп»."""
    text = document.text
    title, _, name = text[c.start : c.end].partition(" ")
    hit = begins_post([title], "kk") if name[:1].isupper() else None
    if hit is None or hit.role not in roles_with("royal"):
        yield c
        return
    begin, end = c.start, c.start + len(title)
    before = re.search(r"[^\W\d_]+\s\Z", text[max(0, begin - _BEFORE) : begin])
    if before is not None and begins_post([before.group().strip(), title], "kk"):
        begin -= len(before.group())
    yield c.at(end + 1, c.end)
    if not any(post.end > begin and post.start < end for post in posts):
        yield Candidate(POST, begin, end, "title", _SURE)


def _without_date(document: Document, c: Candidate, dates: Mapping[int, int]) -> Candidate:
    """Begin a person behind the day with which its sentence begins: «Дүйсенбіде Цубер келді»."""
    end = dates.get(c.start, c.end)
    blank = document.text.find(" ", end, c.end)
    return replace(c, start=blank + 1) if blank >= 0 else c


def _without_guest(document: Document, c: Candidate) -> Candidate:
    """End a person before the word for a guest behind it: «Ардэн қонақ құрметіне ас берді»."""
    name, _, last = document.text[c.start : c.end].rpartition(" ")
    is_other = name and last.islower() and is_guest(last, "kk")
    if not is_other or is_demonym(name, "kk") or not name[0].isupper():
        return c
    return replace(c, end=c.start + len(name))


def _behind_posts(
    document: Document, found: Sequence[Candidate], known: Nearby
) -> Iterator[Candidate]:
    text, near = document.text, Nearby(found)
    follows = ends_in("kk", "name_follows")
    posts = {c.end for c in found if c.kind is POST and c.confidence >= _SURE_POST}
    for place in found:
        if place.kind is not PLACE:
            continue
        start = place.start if place.start - 1 in posts else _run_start(text, place.start)
        before = text[max(0, start - _BEFORE) : start]
        if start - 1 not in posts and not follows.search(before):
            continue
        run = _run(text, start)
        if run is None:
            continue
        name = Candidate(PERSON, start, run, "behind post", _SURE)
        inside = sorted(near.overlapping(name), key=lambda c: c.start)
        if any(c.kind is not PLACE for c in inside) or known.overlapping(name):
            continue
        is_cut = len(inside) > 1 or inside[0].start > start
        if is_cut and inside[0] is place and inside[-1].end <= run:
            yield name.at(start, _name_end(text, inside[-1].end, run))


def _run_start(text: str, start: int) -> int:
    """Give where the words in capitals begin that a place stands in."""
    begin = max(0, start - _BEFORE)
    before = _WORD_BEFORE.search(text, max(begin, text.rfind(" ", begin, start - 1) + 1), start)
    return start - len(before.group()) if before and before.group()[0].isupper() else start


def _run(text: str, start: int) -> int | None:
    """Give where a run of two words in capitals or more ends, None where it is no such run."""
    words = _RUN.match(text, start)
    end, count = start, 0
    for word in words.group().split(" ") if words else ():
        if not word[0].isupper() or word.isupper():
            break
        end, count = end + len(word) + (count > 0), count + 1
    return end if count > 1 else None


def _name_end(text: str, end: int, run: int) -> int:
    """Give the end of a name: nobody is a place where something is, so no locative is cut off."""
    rest = expression("kk", "locative_of_name").fullmatch(text, end, run)
    return run if rest is not None else end

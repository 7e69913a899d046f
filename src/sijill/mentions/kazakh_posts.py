"""Kazakh posts as they were seen go in; they come out parted from each other and whole.

What a Kazakh post is of stands before it: whose it is in the genitive, a house as it is, a city
where somebody is sent. So a post begins with the last of these, and behind whatever is none: a
subject, «орнына», «болып». Rules stand in `data/kk/expressions.tsv`: post_lead, post_turn and what
each of these has in it, post_turn_word, post_renewed, post_prefix, post_in_no_case, owner_in_post,
owner_case, case_and_joint, joins_places, sent_place, part_of_body, person_and_body,
mission_follows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sijill.documents.document import ORGANISATION, PERSON, PLACE, POST, Document
from sijill.documents.expressions import ends_in, expression
from sijill.documents.lexicon import find_post_words, word_classes
from sijill.documents.qualifiers import RELATIONS, effects_of
from sijill.documents.tokens import tokenize
from sijill.mentions.candidates import Candidate, Nearby
from sijill.mentions.found import of_kind
from sijill.text import fold_word

#: A person told less surely parts no post.
_SURE = 0.6
#: A state of the register is at least this sure.
_STATE = 0.9
#: A house that only its post tells of is so sure.
_HOUSE = 0.6
#: So far before a post its owner may end (code points): his case and some words of a house.
_REACH = 48
#: So often a post is lengthened: «X министрлігі Y департаменті Z бөлімінің басшысы».
_MOST_STEPS = 3
_LONGEST_PREFIX = 24
_SIGNS = " ,–—"


def with_kazakh_posts(
    document: Document, candidates: Sequence[Candidate], known: Sequence[Candidate]
) -> list[Candidate]:
    """Give candidates with each post parted from its neighbours and with whose it is.

    `known` are candidates of the register.
    """
    states = {k.start: k.end for k in of_kind(known, PLACE) if k.confidence >= _STATE}
    candidates = _without_people(document, _with_houses(document, candidates, states))
    places = Nearby((*of_kind(candidates, PLACE), *of_kind(known, PLACE)))
    candidates = [
        _with_whole_place(c, places) if c.kind is ORGANISATION and c.rule == "tagger" else c
        for c in candidates
    ]
    people = Nearby([c for c in candidates if c.kind is PERSON and c.confidence >= _SURE])
    near = Nearby([c for c in (*candidates, *known) if c.kind is PLACE or c.kind is ORGANISATION])
    out: list[Candidate] = []
    for c in candidates:
        if c.kind is not POST or c.rule != "tagger":
            if not (_is_house(c) and _is_portfolio(document, c)):
                out.append(c)
            continue
        parts = _parted(document, c, people.overlapping(c), near.overlapping(c))
        for part in parts:
            whole = _lengthened(document, part, near)
            out += [whole, *_house_in(document, whole, near)]
    return out


def _is_house(c: Candidate) -> bool:
    """Say whether a candidate is a house that the tagger saw."""
    return c.kind is ORGANISATION and c.rule == "tagger"


def _with_houses(
    document: Document, candidates: Sequence[Candidate], states: Mapping[int, int]
) -> list[Candidate]:
    """Give the candidates with each house begun where it does, and without those only counted."""
    out: list[Candidate] = []
    for c in candidates:
        if c.kind is not ORGANISATION or c.rule != "tagger":
            out.append(c)
        elif not _is_counted(document, c):
            out.append(_behind_state(document.text, _led(document, c), states))
    return out


def _is_portfolio(document: Document, house: Candidate) -> bool:
    """Say whether a house is only a minister's matter: «Балық шаруашылығы министрі»."""
    return expression("kk", "matter_of_minister").match(document.text, house.end) is not None


def _house_in(document: Document, post: Candidate, bodies: Nearby) -> list[Candidate]:
    """Give the house that a post names, where none was seen: «Клайпеда портының директоры»."""
    if any(b.kind is ORGANISATION for b in bodies.overlapping(post)):
        return []
    rules = (expression("kk", name) for name in ("house_opens_post", "house_in_post"))
    found = (rule.match(document.text, post.start, post.end) for rule in rules)
    named = next((match for match in found if match), None)
    if named is None:
        return []
    kind = named.group("kind")
    is_house = {"organisation", "firm"} & {*word_classes("kk").get(fold_word(kind), ())}
    if not is_house and expression("kk", "house_for_a_head").fullmatch(kind) is None:
        return []
    return [Candidate(ORGANISATION, post.start, named.end("kind"), "tagger", _HOUSE)]


def _led(document: Document, c: Candidate) -> Candidate:
    """Begin a house behind what was taken into it: a pronoun, an adverb, a post, where it stands.

    «Перу Ташкентте елшілігін ашты»: whose it is stands in no case, and where in its own.
    """
    for rule in ("house_lead", "post_lead"):
        lead = expression("kk", rule).match(document.text, c.start, c.end)
        if lead is not None and lead.end() < c.end:
            return c.at(lead.end(), c.end)
    return c


def _behind_state(text: str, c: Candidate, states: Mapping[int, int]) -> Candidate:
    """Begin a mission behind another state, whose clause it is: «Кения Вьетнам елшілігін жапты».

    `states` are those of the register by where they begin, with their ends.
    """
    end = states.get(c.start, c.end)
    second = states.get(end + 1) if text[end : end + 1] == " " else None
    if second is None or not expression("kk", "mission_follows").match(text, second, c.end):
        return c
    return c.at(end + 1, c.end)


def _is_counted(document: Document, c: Candidate) -> bool:
    """Say whether somebody's houses are only counted: «Лаостан жиырма компания келеді»."""
    return expression("kk", "counted_houses").match(document.text, c.start, c.end) is not None


def _with_whole_place(c: Candidate, places: Nearby) -> Candidate:
    """Begin a house where the place does whose name it was cut in: «Таяу Шығыс департаменті»."""
    around = places.within(c.start, c.start + 1)
    cut = [p.start for p in around if p.start < c.start and p.end < c.end]
    return c.at(min(cut), c.end) if cut else c


def _without_people(document: Document, candidates: list[Candidate]) -> list[Candidate]:
    """Part a house from the person before it: «директоры Энди Садерлин және … кооперативі»."""
    ends = {c.end for c in candidates if c.kind is POST}
    person_and_body = expression("kk", "person_and_body")
    parted: dict[int, tuple[Candidate, Candidate]] = {}
    for c in [c for c in candidates if c.start - 1 in ends and _is_house(c)]:
        named = person_and_body.match(document.text, c.start, c.end)
        if named is not None:
            name = c.at(c.start, named.end("person"))
            parted[id(c)] = replace(name, kind=PERSON), c.at(named.end(), c.end)
    if not parted:
        return candidates
    return [part for c in candidates for part in parted.get(id(c), (c,))]


def _holds_post(document: Document, start: int, end: int) -> bool:
    words = [t.text for t in tokenize(document.text, "kk", start, end)]
    return bool(find_post_words(words, "kk") or effects_of(words, "kk") & RELATIONS)


def _parted(
    document: Document, c: Candidate, people: Sequence[Candidate], bodies: Sequence[Candidate]
) -> list[Candidate]:
    """Give the posts that a candidate holds, without the people and verbs between them."""
    text = document.text
    # «Лимада Президенттің кеңесшісі»: where it was is no part of a post.
    lead = max((b.end for b in bodies if b.kind is PLACE and b.start == c.start), default=0)
    where = expression("kk", "case_in_middle").match(text, lead, c.end) if lead else None
    c = c.at(where.end(), c.end) if where else c
    cuts: list[tuple[int, int]] = []
    if expression("kk", "post_turn_word").search(text, c.start, c.end):  # most posts have none
        turns = expression("kk", "post_turn").finditer(text, c.start, c.end)
        cuts = [turn.span() for turn in turns]
    for person in people:
        if not c.start <= person.start < person.end < c.end:
            continue
        if expression("kk", "owner_case").match(text, person.end, c.end) is None:
            over = expression("kk", "case_and_joint").match(text, person.end, c.end)
            cuts.append((person.start, over.end() if over else person.end))
    for m in expression("kk", "owner_in_post").finditer(text, c.start + 1, c.end):
        cuts.append((m.start(), m.start()))
    cuts += [(at, at) for at in _turns(document, c, bodies)]
    parts: list[Candidate] = []
    start = c.start
    for first, last in sorted(cuts):
        if first >= start:
            parts.append(c.at(start, first))
        start = max(start, last)
    parts.append(c.at(start, c.end))
    if len(parts) == 1:
        return parts
    stripped = [_stripped(document, p) for p in parts if p.end > p.start]
    kept = [p for p in stripped if p.end > p.start and _holds_post(document, p.start, p.end)]
    # What ended with the other's words may have been two posts: «Король Президент|ті бірінші».
    return [whole for p in kept for whole in _parted(document, p, people, bodies)]


def _turns(document: Document, c: Candidate, bodies: Sequence[Candidate]) -> list[int]:
    """Give where a second post begins: behind a post in no case, before «бұрынғы» or a state."""
    text = document.text
    if text[c.start : c.end].isalpha():
        return []
    renewed = [m.start() for m in expression("kk", "post_renewed").finditer(text, c.start, c.end)]
    states = [b.start for b in bodies if b.kind is PLACE and c.start < b.start]
    bare = expression("kk", "post_in_no_case")
    is_bare = bare.search(text, c.start, c.end) is not None
    if not (renewed or states or is_bare):
        return []
    tokens = tokenize(text, "kk", c.start, c.end)
    hits = find_post_words([t.text for t in tokens], "kk")
    ends = {tokens[h.last - 1].end for h in hits} - {c.end}
    # «Жоғары комиссар министрге»: neither is the other's.
    last = [h for h in hits if h.last == len(tokens)] if is_bare else []
    following = [tokens[h.first].start for h in last if h.first > 0]
    return [
        at
        for at in {*renewed, *states, *following}
        if at - 1 in ends and (at in renewed or bare.search(text, c.start, at - 1)) and at < c.end
    ]


def _stripped(document: Document, c: Candidate) -> Candidate:
    words = document.text[c.start : c.end]
    start = c.start + len(words) - len(words.lstrip(_SIGNS))
    return c.at(start, c.start + len(words.rstrip(_SIGNS)))


def _lengthened(document: Document, c: Candidate, bodies: Nearby) -> Candidate:
    """Begin a post with whose it is."""
    text = document.text
    start = c.start
    half = ends_in("kk", "post_prefix").search(text, max(0, start - _LONGEST_PREFIX), start)
    start = half.start() if half else start
    for _ in range(_MOST_STEPS):
        around = bodies.within(max(0, start - _REACH), start + 1)
        before = [b.start for b in around if b.start < start and _leads_to(text, b, start, c.end)]
        if not before:
            break
        start = min(before)
    return replace(c, start=start) if start != c.start else c


def _leads_to(text: str, body: Candidate, start: int, end: int) -> bool:
    """Say whether a place or house is what the post behind it is of."""
    if body.end > start:
        # Of «Папуа – Жаңа Гвинеяның елшісі» the dash parts nothing.
        is_whole = body.kind is ORGANISATION or body.confidence >= _STATE
        return is_whole and body.end < end
    gap = text[body.end : start]
    if expression("kk", "owner_case").fullmatch(gap):
        return True
    is_ministry = expression("kk", "portfolio").search(text, start, end) is not None
    if is_ministry and expression("kk", "ministry_gap").fullmatch(gap):
        return True  # «Непалдың Жастар және спорт министрі»
    if body.kind is PLACE:
        # «Сан-Томе және Принсипидегі елшісі»: envoys to two states.
        return (
            expression("kk", "joins_places").fullmatch(gap) is not None
            and expression("kk", "sent_place").match(text, start, end) is not None
        )
    if gap == " " and text[start].islower():
        return True  # «Премьер-министр» behind a house is not of it
    return expression("kk", "part_of_body").fullmatch(gap + text[start:end]) is not None

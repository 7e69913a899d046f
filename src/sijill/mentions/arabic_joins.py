"""Candidates of an Arabic text go in; names that an initial, a nickname or a particle holds
together come out whole.

«ميغيل ك. برونوتي», «رتشارد «ديك» بوستيك» and «ماريا دي لوس سانتوس» are one name each, where a
tagger saw half of it; so is «دا كوستا» of somebody told as «ديوليندا دا كوستا». Rules stand in
`data/ar/expressions.tsv`: name_with_initial, name_before_initial, honorific_initial,
name_with_nickname, name_before_nickname, name_particles, name_nasab.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import pairwise

from sijill.documents.document import PERSON, POST, Document, Token
from sijill.documents.expressions import ends_in, expression
from sijill.documents.last_word import word_before
from sijill.documents.tokens import proclitic_cuts
from sijill.mentions.candidates import Candidate, Nearby
from sijill.mentions.given_names import asks_for_noun, is_no_name, may_be_name
from sijill.tagging.hints import hint_people

#: A name that is held together is as sure as its surest part, and this sure at least.
_JOINED = 0.7
#: What finds an alias behind its bearer's name.
ALIAS = "alias"
#: No name is longer before a particle (code points).
_BEFORE = 32
#: Tried at its first letter alone: from each of a long run it would go to the end of that.
_WORD_BEFORE = re.compile(r"(?<![^\W\d_])[^\W\d_]++\Z")
_SPACE = re.compile(r"\s")
#: The other half of a name with a hyphen.
_REST = re.compile(r"-[^\W\d_]+(?!\w)")
_HALF = re.compile(r"(?<![^\W\d_])[^\W\d_]+-\Z")


def end_of_arabic(text: str, tokens: Sequence[Token]) -> int:
    """Give where an Arabic name ends before a word for a day or a preposition: «علي أمس».

    Before a comma «هو» is no pronoun: «لي بيونغ هو، مدير …».
    """
    over = expression("ar", "name_is_over")
    sound = expression("ar", "name_like_pronoun").match(text, tokens[-1].end)
    if sound is not None:
        return sound.end()
    if expression("ar", "name_like_pronoun").match(text, tokens[-1].start - 1):
        return tokens[-1].end
    return next((t.end for t in reversed(tokens) if not over.fullmatch(t.text)), tokens[-1].end)


def join_arabic(document: Document, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the candidates with each held name in one, and posts and bodies ending before it."""
    if document.language != "ar":
        return list(candidates)
    out = list(candidates)
    for sign in ("initial", "nickname"):
        people = Nearby(_people(out))
        for found in held_names(document.text, sign):
            joined = _joined(document.text, people, found)
            if joined is not None:
                kept = (_outside(document.text, c, joined) for c in out)
                out = [*(c for c in kept if c is not None), joined]
                people = Nearby(_people(out))
    told = (document.text[c.start : c.end].rpartition(" ")[2] for c in _people(out))
    whole = {name for name in told if "-" in name}
    for person in _people(out):
        begun = _going_on(document.text, person, out, whole)
        longer = _with_particle(document.text, begun, out)
        if longer is not person and longer != person:
            kept = (_outside(document.text, c, longer) for c in out if c is not person)
            out = [*(c for c in kept if c is not None), longer]
    out = _as_told(document.text, _two_people(document.text, out))
    return [*out, *_aliases(document.text, out)]


def held_names(text: str, sign: str) -> Iterator[re.Match[str]]:
    """Give the names that an initial or a nickname holds together, looked for where one stands.

    `name_before_initial` finds what stands right behind the first word, and much seldomer than a
    word: each word of a text might begin one.
    """
    whole = expression("ar", f"name_with_{sign}")
    reached = over = 0
    for near in expression("ar", f"name_before_{sign}").finditer(text):
        blank = near.start()
        # No word goes over the sign before.
        word = _WORD_BEFORE.search(text, max(reached, text.rfind(" ", reached, blank) + 1), blank)
        reached = blank
        found = whole.match(text, word.start()) if word and word.start() >= over else None
        if found is not None:
            yield found
            over = found.end()


def _people(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Give the people that the tagger saw."""
    return [c for c in candidates if c.kind is PERSON and c.rule == "tagger"]


def _joined(text: str, people: Nearby, found: re.Match[str]) -> Candidate | None:
    """Join what stands before and behind an initial or nickname, if a name was seen there.

    `people` are those that the tagger saw; None where nothing is to be joined.
    """
    first, last = found.span(1), found.span(2)
    near = people.within(first[0], last[1])
    before = [c for c in near if c.start <= first[0] < c.end <= last[0]]
    behind = [c for c in near if first[1] <= c.start <= last[0] < c.end]
    whole = [c for c in near if c.start <= first[0] and c.end >= last[1]]
    if whole or not (before or behind) or not _may_join(text, found, bool(before)):
        return None
    start = min([first[0], *(c.start for c in before)])
    if ends_in("ar", "lam_outside").search(text, max(0, start - _BEFORE), start):
        start += text[start] == "ل"  # «خلفاً لباولو أ. روشا»
    end = max([last[1], *(c.end for c in behind)])
    sure = max(_JOINED, *(c.confidence for c in (*before, *behind)))
    return Candidate(PERSON, start, end, "tagger", sure)


def _may_join(text: str, found: re.Match[str], is_seen: bool) -> bool:
    """Say whether both sides may be parts of one name; `is_seen` if the first is one."""
    first, last = found.group(1), found.group(2)
    if is_no_name(last) or not may_be_name(last):
        return False
    if not is_seen and expression("ar", "honorific_initial").match(text, found.end(1)):
        return False  # «استقبل د. أحمد سالم»
    # «لشركة «أتلانتيك» روي فالادارس»: without its particle the word is none of a name.
    cuts = (0, *proclitic_cuts(first, "ar"))
    return is_seen or (not is_no_name(first) and all(may_be_name(first[c:]) for c in cuts))


def _outside(text: str, c: Candidate, name: Candidate) -> Candidate | None:
    """Give what is left of a candidate before a name; None if it lay in it."""
    if not c.overlaps(name):
        return c
    if c.start >= name.start or c.kind is PERSON:
        return None
    return c.at(c.start, c.start + len(text[c.start : name.start].rstrip()))


def _going_on(
    text: str, c: Candidate, candidates: Iterable[Candidate], whole: Set[str]
) -> Candidate:
    """Take in the particle and word behind a full name, and the half before its hyphen.

    `whole` are the names with a hyphen that the text tells: the half behind it may be missing, too.
    """
    start = c.start
    if text.startswith("-", start - 1):
        half = _HALF.search(text, max(0, start - _BEFORE), start)
        start = half.start() if half is not None else start
    rest = _REST.match(text, c.end)
    if rest is not None and text[c.start : rest.end()].rpartition(" ")[2] in whole:
        c = c.at(c.start, rest.end())  # «أوسو» + «-منساه», told elsewhere as «كوفي أوسو-منساه»
    behind = expression("ar", "name_goes_on").match(text, c.end)
    if behind is None or not may_be_name(behind.group(1)) or is_no_name(behind.group(1)):
        return c.at(start, c.end)
    ends = [o.end for o in candidates if o.kind is PERSON and o.start <= behind.start(1) < o.end]
    return c.at(start, max([behind.end(), *ends]))


def _with_particle(text: str, c: Candidate, candidates: Iterable[Candidate]) -> Candidate:
    """Begin a name with the particles before it, and with the word that these belong to.

    «ماريا دي لوس» + «سانتوس», «سلطان» + «بن زايد»; «زار دا سيلفا» begins with the particle.
    """
    if c.kind is not PERSON or c.rule != "tagger":
        return c
    start = c.start
    particles = ends_in("ar", "name_particles").search(text, max(0, start - _BEFORE), start)
    if particles is not None:
        start = particles.start(1)
    elif expression("ar", "name_particles").match(text, start) is None:
        return c
    word = _word_before(text, start)
    nasab = expression("ar", "name_nasab").match(text, start)
    if not word or is_no_name(word) or not may_be_name(word):
        return c if nasab else c.at(start, c.end)
    first = start - 1 - len(word)
    is_part = any(o.kind is PERSON and o.end == start - 1 for o in candidates)
    is_behind = any(o.kind is POST and o.end + 1 == first for o in candidates)
    if is_part or is_behind or hint_people(word, "ar") or asks_for_noun(text, first):
        return c.at(first, c.end)
    return c if nasab else c.at(start, c.end)  # «ولد عبد الحفيظ»: he was born


def _word_before(text: str, start: int) -> str:
    """Give the word right before a name; `` where there is none, or a longer one than words are."""
    word = word_before(text, start, _BEFORE + 1)
    return word if len(word) < _BEFORE else ""


def _two_people(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """Make two people of a name and another behind a verb: «وتخلف شريستا جون باتيسون».

    The first is the last part of somebody's name that the text tells in full.
    """
    names = [text[c.start : c.end].split() for c in candidates if c.kind is PERSON]
    last = {words[-1] for words in names if len(words) > 1}
    out: list[Candidate] = []
    for c in candidates:
        if c.kind is not PERSON:
            out.append(c)
            continue
        first, _, rest = text[c.start : c.end].partition(" ")
        is_two = " " in rest and first in last and c.rule == "tagger"
        verb = ends_in("ar", "name_then_name") if is_two else None
        if verb and verb.search(text, max(0, c.start - _BEFORE), c.start):
            out += [c.at(c.start, c.start + len(first)), c.at(c.end - len(rest), c.end)]
        else:
            out.append(c)
    return out


def _aliases(text: str, candidates: list[Candidate]) -> Iterator[Candidate]:
    """Find what a name's bearer is called, too: «غيتنز، الملقب ب«الثعلب»»."""
    near = Nearby(candidates)
    for c in candidates:
        found = expression("ar", "alias_behind").match(text, c.end) if c.kind is PERSON else None
        if found is not None:
            alias = Candidate(PERSON, *found.span(1), ALIAS, _JOINED)
            if not any(o.kind is PERSON for o in near.overlapping(alias)):
                yield alias


def _as_told(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """Begin names where those do that the text tells: «دا كوستا», «ديكسون جونز».

    What stands right before a part of a name is the part before it. Of two names on the same
    place the longer one is left.
    """
    before: dict[str, set[str]] = {}
    for c in _people(candidates):
        for prior, word in pairwise(text[c.start : c.end].split()):
            before.setdefault(word, set()).add(prior)
    if not before:
        return candidates
    near = Nearby(c for c in candidates if c.kind is PERSON)

    def begun(c: Candidate) -> Candidate:
        while told_before := before.get(_SPACE.split(text[c.start : c.end], 1)[0]):
            prior = _word_before(text, c.start)
            first = c.start - 1 - len(prior)
            if prior not in told_before or near.within(first, c.start - 1):
                break
            c = c.at(first, c.end)
        return c

    return [begun(c) if c.kind is PERSON and c.rule == "tagger" else c for c in candidates]

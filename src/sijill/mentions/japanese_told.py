"""A Japanese text goes in; names of kanji come out of whom something is told as of people only.

Who takes a post («後任には志水健が就く»), whose calling is told before («歌手、八重樫陽菜が») or in
brackets («鵜殿倫（東西大学教授）»). A name that a tagger cut gets the rest: «阿比留|恒夫市長».
Their last sign is one that given names end in, in all of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sijill.documents.document import PERSON, POST
from sijill.documents.expressions import expression
from sijill.documents.leaps import compiled
from sijill.documents.lexicon import classes_at_end
from sijill.mentions.candidates import Candidate
from sijill.mentions.japanese_posts import post_before, post_words
from sijill.roles import roles_with
from sijill.text import KANJI

_SIGNS = f"{KANJI}々ヶ之"
#: A full name of kanji has so many signs; two are as often a noun.
_FULL_NAME = compiled(rf"(?<![{_SIGNS}ァ-ヴー・＝=])[{_SIGNS}]{{3,6}}(?![{_SIGNS}ァ-ヴー・＝=])")
_NAME_BEFORE = re.compile(rf"(?<![{_SIGNS}ァ-ヴー・＝=])[{_SIGNS}]{{3,6}}\Z")
_LONGEST = 7
_REST = re.compile(rf"[{_SIGNS}]{{1,3}}")
#: Words that end names of what is nobody.
_THINGS = frozenset(("organisation", "firm", "place", "press", "mission", "work"))
#: A post in brackets, and the office behind a name, are looked for so far (code points).
_REACH = 24


def told_names(text: str) -> Iterator[tuple[int, int]]:
    """Give where full names of kanji stand of which something is said that is said of people."""
    for run in _FULL_NAME.finditer(text):
        start, end = run.span()
        if not _ends_as_given(text, start, end) or _is_of_words(text, start, end):
            continue
        if _is_told(text, start, end):
            yield start, end


def names_before_goals(text: str) -> Iterator[tuple[int, int]]:
    """Give full names of kanji onto which an envoy's goal or a ministry is written: «X駐Y大使»."""
    for goal in expression("ja", "goal_after_name").finditer(text):
        run = _NAME_BEFORE.search(text, max(0, goal.start() - _LONGEST), goal.start())
        if run is None:
            continue
        start, end = run.span()
        if _ends_as_given(text, start, end) and not _is_of_words(text, start, end):
            yield start, end


def _is_told(text: str, start: int, end: int) -> bool:
    return is_told_of(text, end) or _is_called(text, start, end)


def is_told_of(text: str, end: int) -> bool:
    """Say whether behind a name stands what people do: a post in brackets, «が就任»."""
    if expression("ja", "person_told_behind").match(text, end):
        return True
    bracket = expression("ja", "bracket_behind").match(text, end)
    if bracket is None:
        return False
    start, last = bracket.span("inside")
    return any(e == last for _, e, _ in post_words(text, max(start, last - _REACH), last))


def is_called(text: str, start: int) -> bool:
    """Say whether a calling stands before a name: «歌手の», «作家、»."""
    return bool((post_before(text, start) or set()) & roles_with("calling"))


def with_cut_names(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the candidates with names whole that were cut before their title: «阿比留|恒夫市長»."""
    ends = {
        c.end: end
        for c in candidates
        if c.kind is PERSON and (end := _whole_end(text, c)) is not None
    }
    return [_moved(c, ends) for c in candidates] if ends else list(candidates)


def _moved(c: Candidate, ends: dict[int, int]) -> Candidate:
    if c.kind is PERSON and c.end in ends:
        return replace(c, end=ends[c.end], value=None)
    last = ends.get(c.start, c.start) if c.kind is POST else c.start
    return c.at(last, c.end) if c.start < last < c.end else c


def _whole_end(text: str, c: Candidate) -> int | None:
    """Give where a name of kanji ends that a title goes on from; None where it is whole."""
    if not re.fullmatch(rf"[{_SIGNS}]+", text[c.start : c.end]):
        return None
    run = _REST.match(text, c.end)
    if run is None:
        return None
    for end in range(c.end + 1, run.end() + 1):
        title = expression("ja", "title_of_name").match(text, end)
        is_titled = title and expression("ja", "titled_name_over").match(text, title.end())
        if not is_titled and not (end == run.end() and _is_told(text, c.start, end)):
            continue
        tail = expression("ja", "name_tail").fullmatch(text, c.end, end)  # 助理|教授
        is_word = tail or _is_of_words(text, c.end, end) or post_words(text, c.end, end)
        return end if _ends_as_given(text, c.end, end) and not is_word else None
    return None


def _ends_as_given(text: str, start: int, end: int) -> bool:
    return expression("ja", "given_name_end").search(text, start, end) is not None


def _is_called(text: str, start: int, end: int) -> bool:
    over = expression("ja", "name_over").match(text, end)
    return over is not None and text[start - 1 : start] in "、の・" and is_called(text, start)


def _is_of_words(text: str, start: int, end: int) -> bool:
    """Say whether kanji are a body, a town, a post or what has to do with one."""
    words = text[start:end]
    if any(
        expression("ja", rule).fullmatch(words)
        for rule in ("no_family_of_title", "no_family_of_office", "no_name_of_head", "no_family")
    ):
        return True
    is_named_so = any(_THINGS & {*classes} for _, classes in classes_at_end(words, "ja"))
    return is_named_so or bool(post_words(text, start, end))

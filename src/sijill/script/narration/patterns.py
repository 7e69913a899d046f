"""A table of sentence patterns and the phrases to fill them go in; one sentence comes out.

A pattern is text with `{slot}`, `{form|form:slot}` (the form that agrees with the slot: masculine
or feminine in Arabic, singular or plural in English) and `[...]`, a part that is left out when one
of its slots has no value. Patterns of one key stand in the order in which they are rotated.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sijill.errors import TableFault
from sijill.script.narration.numerals import english_cardinal
from sijill.script.narration.words import Words
from sijill.tables import open_table

_PIECE = re.compile(r"\{([^{}]*)\}|(\[)|(\])")
# Arabic لـ before the article: ل + الرئيس is written للرئيس.
_LAM = re.compile(r"(^|[\s«(\[])([وف]?)ل\Z")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a phrase; `forms` are the forms that agree with it, or empty for the phrase."""

    name: str
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A part that needs all of its slots."""

    pieces: tuple[str | Slot | Group, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern: its pieces, the slots it can't do without, and all it can use."""

    text: str
    pieces: tuple[str | Slot | Group, ...]
    needed: frozenset[str]
    usable: frozenset[str]


def parse_pattern(text: str) -> Pattern:
    """Read a pattern; raises ValueError for a bracket without its partner."""
    stack: list[list[str | Slot | Group]] = [[]]
    at = 0
    for match in _PIECE.finditer(text):
        if match.start() > at:
            stack[-1].append(text[at : match.start()])
        at = match.end()
        if match.group(2):
            stack.append([])
        elif match.group(3):
            if len(stack) == 1:
                raise ValueError(f"] without [ in “{text}”")
            group = Group(tuple(stack.pop()))
            stack[-1].append(group)
        else:
            body = match.group(1)
            forms, _, name = body.rpartition(":")
            stack[-1].append(Slot(name, tuple(forms.split("|")) if forms else ()))
    if len(stack) != 1:
        raise ValueError(f"[ without ] in “{text}”")
    if at < len(text):
        stack[-1].append(text[at:])
    pieces = tuple(stack[0])
    return Pattern(text, pieces, frozenset(_slots(pieces, False)), frozenset(_slots(pieces, True)))


def _slots(pieces: tuple[str | Slot | Group, ...], inside: bool) -> set[str]:
    found: set[str] = set()
    for piece in pieces:
        if isinstance(piece, Slot):
            found.add(piece.name)
        elif isinstance(piece, Group) and inside:
            found |= _slots(piece.pieces, True)
    return found


@cache
def patterns(language: str) -> Mapping[str, tuple[Pattern, ...]]:
    """Give the patterns of a language by key, from `narration.tsv` of its data folder."""
    table: dict[str, list[Pattern]] = {}
    name = f"{language}/narration.tsv"
    for row in open_table(name, ("key", "pattern")):
        try:
            table.setdefault(row["key"], []).append(parse_pattern(row["pattern"]))
        except ValueError as fault:
            raise TableFault(str(fault), path=name) from fault
    return {key: tuple(listed) for key, listed in table.items()}


def fill(
    pattern: Pattern, slots: Mapping[str, Words], language: str, *, capital: bool = True
) -> Words:
    """Fill a pattern; every slot it needs must be there. A sentence gets its `capital` letter."""
    return Words(
        finish(_write(pattern.pieces, slots, language, False), language, capital=capital),
        finish(_write(pattern.pieces, slots, language, True), language, capital=capital),
    )


def _write(
    pieces: tuple[str | Slot | Group, ...],
    slots: Mapping[str, Words],
    language: str,
    spoken: bool,
) -> str:
    out = ""
    for piece in pieces:
        if isinstance(piece, str):
            out += piece
        elif isinstance(piece, Group):
            if _slots(piece.pieces, False) <= slots.keys():
                out += _write(piece.pieces, slots, language, spoken)
        else:
            words = slots[piece.name]
            if piece.forms:
                out += agree(piece.forms, words, language)
            else:
                out = attach(out, words.say if spoken else words.show, language)
    return out


def agree(forms: tuple[str, ...], words: Words, language: str) -> str:
    """Choose the form that agrees with a phrase."""
    if len(forms) == 1:
        return forms[0]
    second = words.gender == "f" if language == "ar" else words.plural
    return forms[1] if second else forms[0]


def attach(left: str, value: str, language: str) -> str:
    """Write a phrase after what stands already, with the spelling the seam asks for."""
    if language == "ar" and value.startswith("ال") and _LAM.search(left):
        return left + (value[2:] if value.startswith("الل") else "ل" + value[2:])
    return left + value


def finish(text: str, language: str, *, capital: bool = True) -> str:
    """Tidy blanks and doubled commas, and give an English sentence its capital letter."""
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"\s+([.,،؛;:!?؟])", r"\1", text)
    text = re.sub(r"([,،])(?:\s*[,،])+", r"\1", text)
    text = re.sub(r"[,،]\s*([.؛;:!?؟])", r"\1", text)
    text = re.sub(r"\.{2,}", ".", text)
    if capital and language == "en":
        # An English sentence opens with no figure.
        text = re.sub(r"^\d{1,3}(?= [a-z])", lambda m: english_cardinal(int(m.group())), text)
    if capital and language != "ar" and text:
        text = text[0].upper() + text[1:]
    return text

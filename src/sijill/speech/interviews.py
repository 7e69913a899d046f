"""A passage goes in; if it is an interview, who asks and who answers in which line comes out.

Questions and answers are lines of their own, which open with a dash, a letter or word for either
(«س:», “Answer.”), a name or its initials and a colon, a name or post in brackets («【記者】»), or
stand wholly in quotation marks. An answer may go on over several paragraphs, of which only the
first bears the sign. Many papers set questions in bold and answers plainly: then only the question
marks tell them apart, and that whoever answers speaks of themselves. Who answers is whom the
questions address («Ambassador, why …?») and whom the text tells of most outside of what is said;
who asks is told by name or not at all, as is whose post a label tells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sijill.documents.document import PERSON
from sijill.documents.expressions import expression
from sijill.documents.kept_answers import kept_while_read
from sijill.documents.passage import Passage
from sijill.documents.quotation_marks import CLOSING, OPENING
from sijill.documents.stretches import over, touching
from sijill.documents.subject_signs import signs
from sijill.immutable import immutable
from sijill.text import fold

#: An interview asks more than once.
_LEAST_QUESTIONS = 2
_LINE = re.compile(r"[^\n]+")
_OPENS = re.compile(
    r"\s*(?P<sign>[—–―‒•●■◆▪▶*-]+|[^\W\d_]{1,3}(?=[:.]))?[:.]?"
    rf"\s*(?P<quote>[{OPENING}])?",
)
_LABEL = re.compile(
    rf"(?P<name>[^:：\n–—]{{1,40}}?)(?:\s*[:：]|\s[–—])\s*(?=(?P<quote>[{OPENING}])?)"
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[ -]?){2,4}")
_ASKS = re.compile(rf"[?؟？][{CLOSING}]?[.。]?\**\s*\Z")
_ASKS_IN_LINE = re.compile(rf"[?؟？][{CLOSING}]?[.。]?\**[^\S\n]*$", re.MULTILINE)
#: Questions that no sign parts from plain answers are so many, and of so many answers one is told
#: as “I”: an article may ask under its headings, too.
_LEAST_PLAIN, _AS_SELF = 3, 3
#: Japanese sets a long dash before questions only, and ends them like other sentences.
_ASKING_DASHES = "—―"
#: The labels of a line, and whether each asks.
_LABELS = (("question_label", True), ("answer_label", False))
#: All that the lines of an interview may begin with.
_FIRST_WORDS = ("question_label", "answer_label", "label_in_brackets")
#: The groups of a label in brackets that tell who asks or answers.
_GROUPS = (("asks", True), ("answers", False))
_QUOTED = re.compile(rf"[{CLOSING}][.。]?\s*\Z")
_OPENING = tuple(OPENING)
_HEADLINE = 2
#: Whom a question addresses outweighs some mentions in the telling of somebody else.
_ADDRESSED = 3
# “Ambassador Li, why …?”: an address stands first, with at most a courtesy beside it.
_ADDRESS = re.compile(r"\W*(?P<words>[^,،、?؟\n]{1,60})[,،、]")
_LONGEST_COURTESY = 2
# What goes on is a paragraph of whole sentences, no heading.
_WORD = re.compile(r"[^\W\d_]+")
_WHOLE = re.compile(rf"[.!?…。؟][{CLOSING})]?\s*\Z")
_JOINTS = re.compile(r"[. -]")
_PARTS = re.compile(r"[ ・-]")
_JOURNALIST = "journalist"
#: The forms of lines that bear no sign.
_ASKED, _ANSWERED = "asked", "answered"


@immutable
class Turn:
    """One line of an interview; `asks` is true for questions, `speaker` an entity or None.

    `words` is where what is said begins behind a label and without quotation marks, else None;
    `goes_on` tells that the line bears no sign and goes on with the answer before it; `label` are
    the words that tell in brackets who speaks, else None.
    """

    start: int
    end: int
    asks: bool
    speaker: str | None
    words: int | None = None
    goes_on: bool = False
    label: str | None = None


def turn_at(turns: Sequence[Turn], offset: int) -> Turn | None:
    """Give the turn that holds an offset."""
    return over(turns, offset)


@immutable
class _Line:
    start: int
    end: int
    kind: str
    label: str | None
    asks: bool
    words: int | None = None
    role: bool | None = None
    ends_whole: bool = False
    bracketed: str | None = None


@kept_while_read
def find_interview(passage: Passage) -> tuple[Turn, ...]:
    """Give the turns of an interview in order; nothing when a text is none."""
    spans = [line.span() for line in _LINE.finditer(passage.text)]
    if not _may_ask(passage, spans):
        return ()
    lines = _with_plain_answers(passage, [_read(passage, *span) for span in spans])
    asked = [line for line in lines if line.asks and line.kind]
    told = {line.role for line in lines}
    if len(asked) < _LEAST_QUESTIONS and not told >= {True, False}:
        return ()
    asker = next((line.label for line in asked if line.label), None)
    roles = _roles(lines, {line.kind for line in asked})
    further = _going_on(passage, lines, roles)
    answers = _who_answers(passage, roles, further, asker)
    plain = [line for line in lines if line.kind == _ANSWERED]
    others = [line for line in plain if not _of_self(passage, line)]
    if plain and (answers is None or any(_tells_of(passage, line, answers) for line in others)):
        return ()  # an article under headings that ask: nobody answers by his own name
    turns = []
    before: Turn | None = None
    for line in lines:
        asks_here = next((asks for other, asks in roles if other is line), None)
        if asks_here is not None:
            speaker = line.label or (asker if asks_here else answers)
            if line.bracketed and not line.label:
                speaker = None
            before = Turn(
                line.start, line.end, asks_here, speaker, line.words, label=line.bracketed
            )
        elif (
            before
            and line in further
            and (_of_self(passage, line) or not _tells_of(passage, line, before.speaker))
        ):
            words = line.start if before.words is not None else None
            before = replace(before, start=line.start, end=line.end, words=words, goes_on=True)
        else:
            before = None
            continue
        turns.append(before)
    return tuple(turns)


def _may_ask(passage: Passage, spans: list[tuple[int, int]]) -> bool:
    """Say whether lines end as questions do, bear a label or a sign: most texts have none to read.

    A line asks only by its end, its label or, in Japanese, its dash.
    """
    text, language = passage.text, passage.language
    if len(_ASKS_IN_LINE.findall(text)) >= _LEAST_QUESTIONS:
        return True
    if language == "ja" and any(dash in text for dash in _ASKING_DASHES):
        return True
    for name in _FIRST_WORDS:
        begins = expression(language, name).match
        for start, end in spans:
            if begins(text, start, end):
                return True
    return False


def _with_plain_answers(passage: Passage, lines: list[_Line]) -> list[_Line]:
    """Give the lines with a form for questions and answers that bear no sign, where they are such.

    A line that asks and the plain paragraph behind it are a pair, in a text without other answers.
    """
    if any(line.role is False or (line.kind and not line.asks) for line in lines if line.start):
        return lines
    pairs = {
        one.start: other.start
        for one, other in pairwise(lines)
        if one.start and _ends_asking(passage, one) and not other.kind and other.ends_whole
        if not _ends_asking(passage, other)
    }
    answers = set(pairs.values())
    own = sum(_of_self(passage, line) for line in lines if line.start in answers)
    if len(pairs) < _LEAST_PLAIN or own * _AS_SELF < len(pairs):
        return lines
    return [
        replace(line, kind=line.kind or _ASKED, asks=True)
        if line.start in pairs
        else replace(line, kind=_ANSWERED, words=line.start, role=False)
        if line.start in answers
        else line
        for line in lines
    ]


def _ends_asking(passage: Passage, line: _Line) -> bool:
    return _ASKS.search(passage.text, line.start, line.end) is not None


def _roles(lines: list[_Line], asking: set[str]) -> list[tuple[_Line, bool]]:
    """Give for each line of a marked form whether it asks; `asking` are the forms of questions."""
    unmarked = _unmarked_questions(lines)
    roles: list[tuple[_Line, bool]] = []
    last: bool | None = None
    for line in lines:
        if not line.kind or line.start == 0:
            last = None
            continue
        asks = line.asks
        if line.role is not None:
            asks = line.role
        elif line.words is not None:
            # Whoever bears this label mostly asks, or mostly answers, in all lines.
            same = [other.asks for other in lines if other.kind == line.kind]
            asks = sum(same) * 2 > len(same)
        elif not asks and last is False:
            # After an answer another question comes; in the same form an answer may go on.
            dashes = line.kind[0] in "—–―‒-"
            alike = dashes and _answers_alike(lines, line.kind)
            asks = line.kind in asking and (not alike or line.start in unmarked)
        if (
            not asks
            and last is None
            and line.kind in asking
            and line.label is None
            and line.words is None
        ):
            asks = not _answers_alike(lines, line.kind) or line.start in unmarked
        roles.append((line, asks))
        last = asks
    return roles


def _unmarked_questions(lines: list[_Line]) -> set[int]:
    """Give where questions without a question mark begin, such as «They say it is empty.».

    Between two questions stand an answer, or an answer and pairs of a question and its answer: an
    odd number of lines with one sign.
    """
    found: set[int] = set()
    run: list[_Line] = []
    for line in [*lines, None]:
        if line is not None and line.kind == "":
            continue
        if line is not None and not line.asks and (not run or run[0].kind == line.kind):
            run.append(line)
            continue
        if len(run) % 2 and line is not None and line.asks:
            found |= {other.start for other in run[1::2]}
        run = []
    return found


def _going_on(passage: Passage, lines: list[_Line], roles: list[tuple[_Line, bool]]) -> list[_Line]:
    """Give the plain lines that go on with an answer: up to the next question, or told as “I”."""
    asks_by_start = {line.start: asks for line, asks in roles}
    found: list[_Line] = []
    run: list[_Line] = []
    last: _Line | None = None
    for line in lines:
        asks = asks_by_start.get(line.start)
        if asks is None:
            if last is not None and line.kind == "" and line.ends_whole:
                run.append(line)
            else:
                found += _told_as_self(passage, run)
                last, run = None, []
            continue
        found += run if asks else _told_as_self(passage, run)
        # What stands in marks ends with them; the next paragraph would open marks of its own.
        quoted = _QUOTED.search(passage.text, line.start, line.end)
        last, run = (None if asks or quoted else line), []
    return found + _told_as_self(passage, run)


def _tells_of(passage: Passage, line: _Line, speaker: str | None) -> bool:
    """Say whether a line names who answers: then it tells of them in between."""
    return any(m.entity == speaker and speaker for m in passage.mentions_in(line.start, line.end))


def _told_as_self(passage: Passage, run: list[_Line]) -> list[_Line]:
    """Give the first lines of a run up to the last in which the speaker tells of themselves."""
    own = [number for number, line in enumerate(run) if _of_self(passage, line)]
    return run[: own[-1] + 1] if own else []


def _of_self(passage: Passage, line: _Line) -> bool:
    """Say whether a line, outside of quotation marks, holds «I», «our» or a verb in that form."""
    said = signs(passage.language)
    endings = said.endings("of_self_ending")
    for match in _WORD.finditer(passage.text, line.start, line.end):
        word = fold(match.group())
        closes = passage.text[match.end() : match.end() + 1] in tuple(".,!?")
        is_own = said.has("of_self", word) or (closes and endings and word.endswith(endings))
        if is_own and not passage.quoted_around(match.start()):
            return True
    return False


def _read(passage: Passage, start: int, end: int) -> _Line:
    """Read one line: the form of a turn (its sign and its mark), or no form for plain telling."""
    text = passage.text[start:end]
    for name, role in _LABELS:
        said = expression(passage.language, name).match(text)
        if said:
            words = None if text[said.end() : said.end() + 1] in _OPENING else start + said.end()
            return _Line(start, end, name, None, role, words, role)
    bracketed = expression(passage.language, "label_in_brackets").match(text)
    if bracketed:
        return _in_brackets(passage, start, end, bracketed)
    label = _LABEL.match(text)
    if label:
        by_part = _by_part(passage, label["name"].strip())
        within = passage.mentions_in(start, start + label.end())
        named = [m.entity for m in within if passage.is_person(m.entity)] or by_part
        if named and label["quote"]:
            return _Line(start, end, "label", named[0], bool(_ASKS.search(text)))
        if named and (by_part or _is_label(passage, start, label["name"])):
            asks, words = bool(_ASKS.search(text)), start + label.end()
            return _Line(start, end, f"label {label['name']}", named[0], asks, words)
    opens = _OPENS.match(text)
    sign = opens.group("sign") if opens else None
    quote = opens.group("quote") if opens else None
    if sign:
        dashed = passage.language == "ja" and sign[0] in _ASKING_DASHES
        asks = bool(_ASKS.search(text)) or dashed
        return _Line(start, end, sign, None, asks)
    if quote and _QUOTED.search(text) and quote != "「":
        return _Line(start, end, quote, None, bool(_ASKS.search(text)))
    if quote:
        return _Line(start, end, quote, None, False)
    return _Line(start, end, "", None, False, ends_whole=bool(_WHOLE.search(text)))


def _in_brackets(passage: Passage, start: int, end: int, label: re.Match[str]) -> _Line:
    """Read a line whose label stands in brackets or behind a circle: «【記者】», «○議長（…君）»."""
    within = passage.mentions_in(start, start + label.end())
    people = [m for m in within if passage.is_person(m.entity)]
    named = [m for m in people if m.kind is PERSON] or people
    asks = bool(expression(passage.language, "asks_at_end").search(passage.text, start, end))
    role = next((asks for group, asks in _GROUPS if label[group]), None)
    who = named[0].entity if named else None
    words = named[0].text if named else label["who"]
    kind = f"label {label['who']}"
    return _Line(start, end, kind, who, asks, start + label.end(), role, bracketed=words)


def _by_part(passage: Passage, name: str) -> list[str]:
    """Give whom a name's parts or initials (“A. Li”, “AL”) mean, if one alone of the text."""
    said = name.replace(".", ". ").split()
    whole = {word for word in said if word[1:] != "."}
    initials = [word[:-1] for word in said if word[1:] == "."]
    letters = _JOINTS.sub("", name)
    is_short = letters.isupper() and _INITIALS.fullmatch(name) is not None
    found = []
    for entity in passage.entities.values():
        if entity.kind is not PERSON:
            continue
        parts = _PARTS.split(entity.name)
        if (
            name == entity.name
            or (is_short and letters == "".join([part[:1] for part in parts]))
            or (
                whole
                and whole.issubset(parts)
                and all(any(part.startswith(one) for part in parts) for one in initials)
            )
        ):
            found.append(entity.id)
    return found if len(found) == 1 else []


def _is_label(passage: Passage, start: int, name: str) -> bool:
    """Say whether nothing but a name, with its post, stands before a colon or dash.

    “Ambassador Li: a bridge” is a label, “Yesterday Li told us: a bridge” is none.
    """
    text = passage.text[start : start + len(name)]
    rest = list(text)
    for mention in passage.mentions_in(start, start + len(name) + 1):
        for at in range(mention.start - start, min(mention.end - start, len(rest))):
            rest[at] = " "
    return not "".join(rest).strip(" ,،、.") or len(text.split()) <= 1 or text.isupper()


def _answers_alike(lines: list[_Line], kind: str) -> bool:
    """Say whether answers open as questions do: some line of the form asks nothing."""
    same = [line for line in lines if line.kind == kind]
    return sum(not line.asks for line in same) * 2 >= len(same)


def _who_answers(
    passage: Passage, roles: list[tuple[_Line, bool]], further: list[_Line], asker: str | None
) -> str | None:
    """Give whom questions address, and the opening and what stands between turns tell of."""
    begin = roles[0][0].start if roles else 0
    lines = sorted([*(line for line, _ in roles), *further], key=lambda line: line.start)
    counts: Counter[str] = Counter()
    last_end, last_entity = -2, None
    for mention in passage.outer_mentions:
        # “President Li” is told once.
        beside = mention.entity == last_entity and mention.start - last_end <= 2
        last_end, last_entity = mention.end, mention.entity
        if beside:
            continue
        entity = passage.entities.get(mention.entity or "")
        if entity is None or entity.kind is not PERSON or entity.id == asker:
            continue
        if any(post.post == _JOURNALIST for post in entity.posts):
            continue
        inside = touching(lines, mention.start, mention.start + 1)
        quoted = passage.quoted_around(mention.start)
        if not inside and not quoted:
            first = passage.sentence_at(mention.start).paragraph == 0
            counts[entity.id] += _HEADLINE if first else 1
        elif mention.start < begin:
            counts[entity.id] += 0
    for line, asks in roles:
        addressed = _addressed(passage, line) if asks else None
        if addressed and addressed != asker:
            counts[addressed] += _ADDRESSED
    if not counts:
        return None
    most = max(counts.values())
    # Counters keep the order of the text: of equals the first one told is meant.
    return next(entity for entity, count in counts.items() if count == most)


def _addressed(passage: Passage, line: _Line) -> str | None:
    """Give whom the first words of a question address, before a comma."""
    found = _ADDRESS.match(passage.text, line.start, line.end)
    if not found:
        return None
    start, end = found.span("words")
    rest = found["words"]
    spoken_to = None
    for mention in passage.mentions_in(start, end):
        if not passage.is_person(mention.entity) or mention.end > end:
            continue
        spoken_to = mention.entity
        rest = rest.replace(mention.text, " ")
    return spoken_to if len(rest.split()) <= _LONGEST_COURTESY else None

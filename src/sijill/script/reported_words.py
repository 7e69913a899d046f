"""A statement of the record goes in; those of its words that a narrator can say again come out.

Reported words can be said as they stand where a frame for them exists and nothing in them hangs in
the air: a pronoun of somebody else, a time counted from the day of publication.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from sijill.documents.document import QuotationKind
from sijill.documents.expressions import expression
from sijill.documents.quotation_marks import CLOSING, MARKS, OPENING
from sijill.record.items import StatementItem
from sijill.record.statements import is_denied
from sijill.script.facts import Story
from sijill.tables import data_path, open_table
from sijill.temporal.calendar import atoms_of

#: The longest reported words, in words, that are narrated as they stand, and the shortest.
LONGEST_REPORT = 34
_SHORTEST_REPORT = 2
#: Classes of the calendar's words that count from the day of publication: yesterday, next month.
_RELATIVE = ("day", "week", "monthrel", "yearrel")
_PAIRS = (("«", "»"), ("(", ")"))
#: What only parts quoted words from who says them.
_PARTING = ",،、;؛"
#: A full stop that ends a sentence, or one of an abbreviation that a full stop ends, too: the U.S.
_WITHIN = re.compile(r"[.!?](?:\s|\w+\Z)|\.\Z")
_WHOLE = re.compile(rf"[{OPENING}](?P<words>[^{MARKS}]+)[{CLOSING}]\Z", re.DOTALL)


@cache
def _frames(language: str) -> dict[str, str]:
    """Give, by the word before reported words, the frame in which they can be said again."""
    table = f"{language}/said_words.tsv"
    rows = open_table(table, ("word", "frame")) if data_path(table).exists() else []
    return {r["word"]: r["frame"] for r in rows}


def reported_words(statement: StatementItem, gender: str = "m") -> tuple[str, str] | None:
    """Give the frame and the words of reported speech that can be narrated as it stands.

    The frame is chosen by the word before them in the source: a clause after `إن` or `that`, a
    phrase after `على`, `إلى`, `عن`. None when the words would hang in the air.
    """
    language = statement.language
    if not _frames(language) or is_only_denied(statement):
        return None
    words = bare(statement.text, language)
    if not _SHORTEST_REPORT <= len(words.split()) <= LONGEST_REPORT or "\n" in words:
        return None
    if any(words.count(opened) != words.count(closed) for opened, closed in _PAIRS):
        return None
    first = statement.citations[0]
    frame = _frame_after(first.prefix, language)
    if frame is None or bare(first.exact, language) != words:
        return None
    if _hangs(words, frame, language, gender) or counts_from_publication(words, language):
        return None
    return frame, words


def is_only_denied(statement: StatementItem) -> bool:
    """Say whether words tell what somebody denied: told again as his, they would be turned round.

    Words in marks with a verb of denying are what he said: “That is a lie,” he denied.
    """
    return statement.kind is not QuotationKind.DIRECT and is_denied(statement)


def _frame_after(before: str, language: str) -> str | None:
    """Give the frame that the word before reported words asks for.

    None where there is none, and where another word tells of a wish or a proposal.
    """
    words = before.split()
    frames = _frames(language)
    joined = expression(language, "joined_before_word")
    if not words or any(frames.get(joined.sub("", word)) == "none" for word in words):
        return None
    return frames.get(words[-1])


def _hangs(words: str, frame: str, language: str, gender: str) -> bool:
    """Say whether reported words mean somebody by a pronoun that nothing said before explains."""
    if expression(language, f"others_pronoun_{gender}").search(words):
        return True
    return frame != "clause" and bool(expression(language, "begins_with_others").match(words))


def counts_from_publication(words: str, language: str) -> bool:
    """Say whether words tell a time that only their day of publication makes clear: last year.

    A film is seen later: heard in it, such words would name another year.
    """
    with_article = expression(language, "with_article")
    atoms = atoms_of(words, language)
    if any(atom.kind in _RELATIVE and atom.value != "0" for atom in atoms):
        return True
    return any(
        {left.kind, right.kind} == {"unit", "mod"}
        and (left if left.kind == "mod" else right).value in ("-1", "0", "1")
        and not with_article.sub("", words[left.end : right.start]).strip()
        for left, right in pairwise(atoms)
    )


def bare(text: str, language: str) -> str:
    """Give words without the signs that end them.

    A report cut before its next part may end in a bare conjunction.
    """
    text = text.strip().rstrip(".،,؛;").strip()
    return expression(language, "conjunction_at_end").sub("", text).rstrip(".،,؛; ")


def going_on(frame: str, words: str, language: str) -> str:
    """Give the ending of a frame's key for a clause that goes on with a conjunction of its own.

    Arabic keeps to the إن or أن with which the words go on.
    """
    if frame != "clause":
        return ""
    if expression(language, "goes_on_inna").search(words):
        return ".inna"
    return ".anna" if expression(language, "goes_on_anna").search(words) else ""


def exact_words(statement: StatementItem) -> str | None:
    """Give exact words: a direct quotation, or a report that stands in marks; else None."""
    if statement.kind is QuotationKind.DIRECT:
        return statement.text
    whole = _WHOLE.match(statement.text.strip())
    return whole.group("words") if whole else None


def words_on_card(statement: StatementItem) -> str:
    """Give the words that stand on a card, between its own marks.

    Without the comma that only parted them from who said them: “We want it closed,” she said; and
    without the full stop of the sentence around them: He called it “our door to the south.”
    """
    words = (exact_words(statement) or statement.text).rstrip().rstrip(_PARTING)
    whole = words[:-1]
    is_part = words.endswith(".") and words[:1].islower() and _WITHIN.search(whole) is None
    return whole if is_part else words


def is_narratable(story: Story, statement: StatementItem) -> bool:
    """Say whether reported words can be narrated as they stand in a language of the film."""
    if statement.kind is QuotationKind.DIRECT or statement.language not in story.names.languages:
        return False
    gender = story.names.gender(statement.speaker) if statement.speaker else "m"
    return reported_words(statement, gender) is not None


def is_unread_part(story: Story, statement: StatementItem) -> bool:
    """Say whether words are a part of a sentence, in a language the film has no words of.

    «мостом в 18 тысяч километров» says nothing to who cannot read it, and little to who can.
    """
    is_heard = statement.language in story.names.languages or bool(statement.translations)
    return statement.kind is not QuotationKind.DIRECT and not is_heard


def is_told_in_words(story: Story, statement: StatementItem) -> bool:
    """Say whether somebody's words themselves can be shown or heard: quoted, reported, translated.

    Nothing is told by who spoke about what alone.
    """
    if is_only_denied(statement):
        return False
    if exact_words(statement) is not None and not is_unread_part(story, statement):
        return True
    heard = {statement.language} if is_narratable(story, statement) else set()
    return set(story.names.languages) <= heard | statement.translations.keys()

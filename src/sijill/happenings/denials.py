"""A passage goes in; the stretches of it that somebody denies come out.

“The ministry denied reports of a visit”, «… туралы хабарды жоққа шығарды»: what stands in such a
stretch is told as not so. A visit in it was not made; a cancellation in it leaves the visit as it
was (`data/<language>/expressions.tsv`: denies, denial_ends, denied_begins, not_called_off). Where
the verb comes last a denial is only of its own clause: deeds before it in the sentence were done
(deed_ends, deed_ends_finite, subject_of_denied, negated_behind).
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.citation import Span
from sijill.documents.expressions import ends_in, expression
from sijill.documents.kept_answers import kept_while_read
from sijill.documents.passage import Passage
from sijill.documents.patterns import Hit
from sijill.languages import VERB_LAST

#: The status of what, told as called off, is so no longer: “denied that the trip was cancelled”.
STANDING = "standing"
_CALLED_OFF = frozenset({"cancelled", "postponed", "put_off"})
_NEGATIONS = frozenset({"none", "not"})
# “Not” and “cancelled” stand this near to each other.
_NEAR = 24


def is_denial(words: str, language: str) -> bool:
    """Say whether a word of saying is one of denying."""
    return expression(language, "denies_in_word").search(words) is not None


@kept_while_read
def find_denied(passage: Passage) -> tuple[Span, ...]:
    """Give what is denied, in order: behind the verb, or before one that comes last."""
    language, text = passage.language, passage.text
    found = []
    for match in expression(language, "denies").finditer(text):
        sentence = passage.sentence_at(match.start())
        if language in VERB_LAST:
            start = sentence.start
            begin = expression(language, "denied_begins").search(text, start, match.start())
            start = _behind_deeds(passage, begin.end() if begin else start, match.start())
            found.append(Span(start, match.end()))
            continue
        ends = expression(language, "denial_ends").search(text, match.end(), sentence.end)
        found.append(Span(match.start(), ends.start() if ends else sentence.end))
    return tuple(found)


def _behind_deeds(passage: Passage, start: int, end: int) -> int:
    """Give where what is denied begins: behind deeds that were done before somebody denied it.

    A finished verb ends them; a verb that goes on does so only where somebody else is the subject
    of what follows: «Xで記者会見を開き、会談が中止されたとの報道を否定した».
    """
    text, language = passage.text, passage.language
    finite = [m.end() for m in expression(language, "deed_ends_finite").finditer(text, start, end)]
    start = max(finite, default=start)
    subject = expression(language, "subject_of_denied")
    goes_on = [
        m.end()
        for m in expression(language, "deed_ends").finditer(text, start, end)
        if subject.search(text, m.end(), end)
    ]
    return max(goes_on, default=start)


def is_behind_deed(passage: Passage, start: int, end: int) -> bool:
    """Say whether a clause of a deed ends in a stretch, in a language whose verb comes last."""
    text, language = passage.text, passage.language
    return language in VERB_LAST and any(
        expression(language, name).search(text, start, end) is not None
        for name in ("deed_ends_finite", "deed_ends")
    )


def is_negated(passage: Passage, start: int, end: int) -> bool:
    """Say whether the verb right behind words of a happening, or their own, is a negated one.

    «会談しなかった», «кездескен жоқ», «больницу не построили». So is one that is only asked about.
    """
    text, language = passage.text, passage.language
    if expression(language, "negated_behind").match(text, end) is not None:
        return True
    if expression(language, "asked_behind").match(text, end) is not None:
        # 「抗議したのか」 leaves it open, 「なぜ抗議したのか」 does not.
        what = expression(language, "asks_what")
        return what.search(text, passage.sentence_at(start).start, start) is None
    return expression(language, "negated_verb").search(text[start:end]) is not None


def settle_cues(passage: Passage, cues: Sequence[Hit], denied: Sequence[Span]) -> list[Hit]:
    """Turn the words of calling off that are denied into `STANDING`, and take their denials out."""
    turned = [i for i, cue in enumerate(cues) if _is_denied(passage, cue, denied)]
    if not turned:
        return list(cues)
    spans = [cues[i].span for i in turned]
    around = [d for d in denied if any(d.start <= s.start and s.end <= d.end for s in spans)]
    out = []
    for number, cue in enumerate(cues):
        if number in turned:
            out.append(Hit(cue.start, cue.end, {**cue.row, "status": STANDING}))
        elif cue.row["status"] not in _NEGATIONS or not (
            any(d.start <= cue.start and cue.end <= d.end for d in around)
            or any(s.start - _NEAR <= cue.start and cue.end <= s.end + _NEAR for s in spans)
        ):
            out.append(cue)
    return out


def _is_denied(passage: Passage, cue: Hit, denied: Sequence[Span]) -> bool:
    if cue.row["status"] not in _CALLED_OFF:
        return False
    if any(d.start <= cue.start and cue.end <= d.end for d in denied):
        return True
    text, language = passage.text, passage.language
    before = text[max(0, cue.start - _NEAR) : cue.start]
    if ends_in(language, "not_called_off").search(before):
        return True
    behind = expression(language, "not_called_off_behind")
    return behind.match(text, cue.end, cue.end + _NEAR) is not None

"""A reading and its text go in; the places come out where the text says itself that accounts
differ: «деректер әртүрлі», "other reports say", with each account and whom it is ascribed to.

Words are those of `account_words.tsv`. Nothing is said about which account is right.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sijill.citation import Span, cite
from sijill.documents.document import MentionKind, Reading
from sijill.documents.patterns import Hit, pattern_table
from sijill.documents.quotation_marks import CLOSING
from sijill.languages import VERB_LAST
from sijill.record.account_items import AccountItem, AccountVersion
from sijill.record.account_pairs import two_accounts
from sijill.reuse.numbers import find_numbers
from sijill.tellings.claim_words import sentence_around
from sijill.text import fold

#: Behind the sentence that says so, so many may give the accounts.
_SENTENCES = 4
#: Whom an account is ascribed to stands at most so far behind the verb.
_NEAR = 40
#: Words that share so many first letters are forms of one.
_STEM = 5
#: What is told without a verb has more signs than this behind its teller.
_TOLD = 3
#: So many words before a comma can be an account of their own; in Japanese, signs.
_CLAUSE, _CLAUSE_JA = 3, 8
_SIGNS = ("differ", "both", "rest", "rest_bare", "other", "ends")
_COMMAS = ",،、"
_STOPS = ";؛；"
_EDGES = " \t\u00a0,،、;؛；:：–—-"


def accounts_of(reading: Reading, text: str) -> tuple[AccountItem, ...]:
    """Give the accounts that one source says differ, in the order of the text."""
    hits = pattern_table(reading.language, "account_words", ("role",)).scan(text)
    signs = [hit for hit in hits if hit.row["role"] in _SIGNS]
    if not signs:
        return ()
    stops = [hit for hit in hits if hit.row["role"] == "stop"]
    teller = _Text(reading, text, hits)
    found: list[AccountItem] = []
    taken: list[Span] = []
    # What says outright that accounts differ also tells what "other reports" are other than.
    ranked = sorted(signs, key=lambda s: (_SIGNS.index(s.row["role"]), s.start, -s.end))
    for sign in ranked:
        if any(sign.span.overlaps(stop.span) for stop in stops):
            continue
        if any(span.start <= sign.start < span.end for span in taken):
            continue
        account = teller.account(sign)
        if account is not None:
            found.append(account)
            taken += [Span(c.start, c.end) for c in account.citations]
    return tuple(sorted(found, key=lambda a: a.sign.start))


class _Text:
    """One text while its accounts are looked for."""

    def __init__(self, reading: Reading, text: str, hits: Sequence[Hit]) -> None:
        self._source = reading.source_id
        self._language = reading.language
        self._text = text
        self._hits = hits
        mentions = reading.mentions
        #: Outlets and bodies that may tell, and whoever else may.
        self._bodies = [
            *(Span(h.start, h.end) for h in self._of("teller")),
            *(Span(m.start, m.end) for m in mentions if m.kind is MentionKind.ORGANISATION),
        ]
        people = [Span(m.start, m.end) for m in mentions if m.kind is MentionKind.PERSON]
        self._tellers = sorted([*self._bodies, *people], key=lambda span: (span.start, -span.end))

    def _of(self, role: str, start: int = 0, end: int | None = None) -> list[Hit]:
        last = len(self._text) if end is None else end
        return [
            h for h in self._hits if h.row["role"] == role and start <= h.start and h.end <= last
        ]

    def _gives(self, start: int, end: int) -> list[Hit]:
        """Give the words that tell, in order; "some reports" has no verb in it."""
        names = [t for t in self._tellers if start <= t.start and t.end <= end]
        verbs = self._of("gives", start, end)
        found = [h for h in verbs if not any(t.contains(h.span) for t in names)]
        return sorted([*found, *self._of("by", start, end)], key=lambda h: (h.start, h.end))

    def account(self, sign: Hit) -> AccountItem | None:
        """Give the item of one sign; None where "other reports" are other than nothing told."""
        head = Span(*sentence_around(self._text, sign.start, sign.end))
        role = sign.row["role"]
        find = {
            "differ": self._differing,
            "both": self._both,
            "rest": self._rest,
            "rest_bare": self._rest,
        }.get(role, self._other)
        versions = find(sign, head)
        if versions is None:
            return None
        sentences = {head, *(Span(*sentence_around(self._text, *_ends(v))) for v in versions)}
        digest = hashlib.sha256(f"{self._source}|{sign.start}".encode()).hexdigest()[:10]
        return AccountItem(
            id=f"account-{digest}",
            language=self._language,
            sign=cite(self._source, self._text, sign.span),
            citations=tuple(cite(self._source, self._text, s) for s in sorted(sentences)),
            versions=tuple(self._version(words) for words in versions),
        )

    def _version(self, words: Span) -> AccountVersion:
        teller = self._teller(words)
        ascribed = cite(self._source, self._text, teller) if teller else None
        return AccountVersion(cite(self._source, self._text, words), ascribed)

    def _teller(self, words: Span) -> Span | None:
        """Give whom an account is ascribed to: the first before the verb, else right behind it."""
        gives = self._gives(*_ends(words))
        gives += [h for role in ("other", "ends") for h in self._of(role, *_ends(words))]
        if not gives:
            return self._first_teller(*_ends(words))
        verb = min(gives, key=lambda h: (h.start, h.row["role"] in ("gives", "by"), h.end))
        here = [t for t in self._tellers if words.start <= t.start and t.end <= words.end]
        before = [t for t in here if t.end <= verb.start]
        behind = [t for t in here if verb.start <= t.start <= verb.end + _NEAR]
        if verb.row["role"] in ("other", "ends") and not before:
            # "Other reports" of "other reports say", not "another" of "by another account".
            named = [
                t
                for t in here
                if verb.span.contains(t)
                and (t.start == verb.start or 2 * (t.end - t.start) > verb.end - verb.start)
            ]
            return named[0] if named else verb.span
        return before[0] if before else behind[0] if behind else None

    def _differing(self, sign: Hit, head: Span) -> list[Span]:
        """Give the accounts behind the words that say that they differ: in their sentence, in the
        next ones while somebody gives them, or before these words in their sentence.
        """
        parted = re.search("[:：;；؛]", self._text[sign.end : head.end])
        begin = sign.end + (parted.end() if parted else 0)
        found = self._versions(self._trim(begin, head.end), is_rest=True)
        if len(found) == 1 and not parted:
            found = []  # one verb alone may say what they differ on
        if not found:
            before = self._versions(self._trim(head.start, sign.start))
            if len(before) > 1:
                return before
        paragraph = self._text.find("\n", head.end)
        limit = paragraph if paragraph >= 0 else len(self._text)
        start = head.end
        for _ in range(_SENTENCES):
            while start < limit and self._text[start].isspace():
                start += 1
            if start >= limit or len(found) > 1:
                break
            sentence = Span(*sentence_around(self._text, start, start + 1))
            if self._of("differ", *_ends(sentence)):
                break
            here = self._versions(sentence)
            if not here:
                break
            found += here
            start = sentence.end
        return found

    def _both(self, _: Hit, head: Span) -> list[Span] | None:
        """Give the accounts of a sentence in which some say this and others that, if each has a
        number: others may well write about something else.
        """
        found = self._versions(head)
        numbers = find_numbers(self._text[head.start : head.end], self._language)
        places = [head.start + number.start for number in numbers]
        numbered = [v for v in found if any(v.start <= at < v.end for at in places)]
        return found if len(numbered) == len(found) > 1 else None

    def _rest(self, sign: Hit, _: Span) -> list[Span] | None:
        """Give the accounts of some and of others that stand at a semicolon or in two sentences."""
        is_bare = sign.row["role"] == "rest_bare"
        two = two_accounts(self._text, self._language, sign, self._of("some"), is_bare=is_bare)
        return [self._trim(*_ends(words)) for words in two] if two else None

    def _versions(self, words: Span, *, is_rest: bool = False) -> list[Span]:
        """Split words where the next one begins to tell; what nobody gives joins its neighbour.

        A verb may be left out where another stands: «ТАСС сообщает о сорока, "Ведомости" – о двух».
        Words that are the rest of a sentence may first say on what accounts differ.
        """
        cuts = sorted({words.start, *self._cuts(words), words.end})
        parts: list[Span] = []
        begun: int | None = None
        for start, end in pairwise(cuts):
            told = self._gives(start, end)
            elided = self._first_teller(start, end) and (
                parts or (self._language in VERB_LAST and self._gives(end, words.end))
            )
            if told or elided:
                parts.append(self._trim(start if begun is None else begun, end))
                begun = None
            elif parts:
                parts[-1] = self._trim(parts[-1].start, end)
            elif begun is None and not (is_rest and self._first_teller(start, end) is None):
                begun = start
        return parts

    def _first_teller(self, start: int, end: int) -> Span | None:
        """Give the one who tells that stands at the beginning, with something told behind."""
        start = self._trim(start, end).start
        for hit in self._of("contrast", start, end):
            if hit.start == start:
                start = self._trim(hit.end, end).start
        here = [t for t in self._bodies if t.start == start and end - t.end > _TOLD]
        return max(here, default=None)

    def _cuts(self, words: Span) -> Iterator[int]:
        """Give where another may begin to tell: at a contrast, behind a semicolon, and at a comma
        before one who tells or, where verbs stand last, behind one.
        """
        text = self._text
        for hit in self._of("contrast", *_ends(words)):
            yield hit.start
        begun = {t.start for t in self._tellers}
        begun |= {hit.start for hit in self._of("by", *_ends(words))}
        ends = {h.end for h in self._gives(*_ends(words))}
        for at in range(words.start, words.end):
            if text[at] in _STOPS:
                yield at + 1
            elif text[at] in _COMMAS:
                next_at = at + 1
                while next_at < words.end and text[next_at].isspace():
                    next_at += 1
                # Arabic writes "and" onto the next word.
                begins = next_at in begun or (text[next_at] == "و" and next_at + 1 in begun)
                if begins or (self._language in VERB_LAST and at in ends):
                    yield at + 1

    def _other(self, sign: Hit, head: Span) -> list[Span] | None:
        """Give what is told before and the other account, if they speak of one thing."""
        parted = self._parted(sign, head)
        if parted is not None:
            one, other = (self._trim(*ends) for ends in parted)
            return [one, other] if one.end > one.start else None
        text = self._text
        line = text.rfind("\n", 0, head.start)
        at = head.start - 1
        while at >= 0 and text[at].isspace():
            at -= 1
        if at < 0 or (at < line and text[at] not in f".!?؟。{CLOSING}"):
            return None
        told = Span(*sentence_around(text, at, at + 1))
        if told.end > head.start or not self._share(told, head):
            return None
        goes_on = sign.row["role"] == "ends" and not self._closes(sign, head)
        return [told, self._trim(head.start, sign.end) if goes_on else head]

    def _parted(self, sign: Hit, head: Span) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """Give where two accounts begin and end that stand in one sentence, None where it has one.

        The other one stands in brackets, behind a comma, or behind "or": «3 мая или, по другим
        данным, 4 мая», "on 3 May, or on 4 May according to another report".
        """
        text = self._text
        # Arabic writes "and" onto the sign.
        begin = sign.start - (head.start < sign.start and text[sign.start - 1] == "و")
        before = self._trim(head.start, begin)
        if before.end > before.start and text[before.end - 1] in "(（":
            ends = [at for s in ")）" if (at := text.find(s, begin, head.end)) > 0]
            return ((head.start, before.end - 1), (begin, min(ends))) if ends else None
        joints = [*self._of("or", head.start, begin), *self._of("contrast", head.start, begin)]
        near = [joint for joint in joints if not text[joint.end : begin].strip(_EDGES + "و")]
        # The sign closes the sentence, and the other account.
        closes = self._closes(sign, head)
        joint = near[0] if near else self._last_turn(joints) if closes else None
        if joint is not None and self._is_clause(self._trim(head.start, joint.start)):
            # A Japanese clause has the word that turns at its end.
            turn = joint.end if text[joint.end - 1] in _COMMAS else joint.start
            return (head.start, turn), (turn, head.end)
        is_inserted = text[sign.end : sign.end + 1] in (*_COMMAS, "–", "—")
        edge = text[before.end : begin]
        if sign.row["role"] == "ends" or is_inserted or not self._is_clause(before):
            return None
        closed = any(s in edge for s in _COMMAS + _STOPS + "–—")
        return ((head.start, begin), (begin, head.end)) if closed else None

    def _closes(self, sign: Hit, head: Span) -> bool:
        """Say whether nothing but a point stands behind a sign in its sentence."""
        return not self._text[sign.end : head.end].strip(_EDGES + ".!?؟。")

    def _last_turn(self, joints: Sequence[Hit]) -> Hit | None:
        """Give the last of the words that turn to something else, with a comma at it."""
        text = self._text
        found = [
            joint
            for joint in joints
            if text[joint.end - 1] in _COMMAS or text[: joint.start].rstrip()[-1:] in _COMMAS
        ]
        return max(found, key=lambda joint: joint.start, default=None)

    def _is_clause(self, words: Span) -> bool:
        told = self._text[words.start : words.end]
        return len(told) >= _CLAUSE_JA if self._language == "ja" else len(told.split()) >= _CLAUSE

    def _share(self, one: Span, other: Span) -> bool:
        """Say whether two sentences have a word in common, or both have a number."""
        words = [self._stems(fold(self._text[s.start : s.end])) for s in (one, other)]
        return not words[0].isdisjoint(words[1])

    def _stems(self, words: str) -> set[str]:
        numbers = {"#" for _ in re.finditer(r"\d", words)}
        if self._language == "ja":
            runs = re.findall(r"[一-龠々ァ-ヴー]{2,}", words)
            return numbers | {run[i : i + 2] for run in runs for i in range(len(run) - 1)}
        return numbers | {w[:_STEM] for w in re.findall(r"[^\W\d_]{4,}", words)}

    def _trim(self, start: int, end: int) -> Span:
        """Give a span without blanks, commas and colons at its edges."""
        while start < end and self._text[start] in _EDGES:
            start += 1
        while end > start and self._text[end - 1] in _EDGES:
            end -= 1
        return Span(start, end)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end

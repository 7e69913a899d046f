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
from sijill.languages import VERB_LAST
from sijill.reading.document import MentionKind, Reading
from sijill.reading.patterns import Hit, pattern_table
from sijill.record.account_items import AccountItem, AccountVersion
from sijill.record.claim_words import sentence_around
from sijill.text import fold

#: Behind the sentence that says so, so many may give the accounts.
_SENTENCES = 4
#: Whom an account is ascribed to stands at most so far behind the verb.
_NEAR = 40
#: Words that share so many first letters are forms of one.
_STEM = 5
#: So many words before a comma can be an account of their own; in Japanese, signs.
_CLAUSE, _CLAUSE_JA = 4, 8
_SIGNS = ("differ", "other", "ends")
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
    for sign in sorted(signs, key=lambda s: (s.row["role"] != "differ", s.start, -s.end)):
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
        named = (MentionKind.ORGANISATION, MentionKind.PERSON)
        self._tellers = sorted(
            [
                *(Span(h.start, h.end) for h in self._of("teller")),
                *(Span(m.start, m.end) for m in reading.mentions if m.kind in named),
            ],
            key=lambda span: (span.start, -span.end),
        )

    def _of(self, role: str, start: int = 0, end: int | None = None) -> list[Hit]:
        last = len(self._text) if end is None else end
        return [
            h for h in self._hits if h.row["role"] == role and start <= h.start and h.end <= last
        ]

    def account(self, sign: Hit) -> AccountItem | None:
        """Give the item of one sign; None where "other reports" are other than nothing told."""
        head = Span(*sentence_around(self._text, sign.start, sign.end))
        find = self._differing if sign.row["role"] == "differ" else self._other
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
        gives = [h for role in ("gives", "other", "ends") for h in self._of(role, *_ends(words))]
        if not gives:
            return None
        verb = min(gives, key=lambda h: (h.start, h.row["role"] == "gives", h.end))
        here = [t for t in self._tellers if words.start <= t.start and t.end <= words.end]
        before = [t for t in here if t.end <= verb.start]
        behind = [t for t in here if verb.start <= t.start <= verb.end + _NEAR]
        if verb.row["role"] != "gives" and not before:
            return verb.span
        return before[0] if before else behind[0] if behind else None

    def _differing(self, sign: Hit, head: Span) -> list[Span]:
        """Give the accounts behind the words that say that they differ: in their sentence, in the
        next ones while somebody gives them, or before these words in their sentence.
        """
        parted = re.search("[:：;；؛]", self._text[sign.end : head.end])
        begin = sign.end + (parted.end() if parted else 0)
        found = self._versions(self._trim(begin, head.end))
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

    def _versions(self, words: Span) -> list[Span]:
        """Split words where the next one begins to tell; what nobody gives joins its neighbour."""
        cuts = sorted({words.start, *self._cuts(words), words.end})
        parts: list[Span] = []
        begun: int | None = None
        for start, end in pairwise(cuts):
            if self._of("gives", start, end):
                parts.append(self._trim(start if begun is None else begun, end))
                begun = None
            elif parts:
                parts[-1] = self._trim(parts[-1].start, end)
            elif begun is None:
                begun = start
        return parts

    def _cuts(self, words: Span) -> Iterator[int]:
        """Give where another may begin to tell: at a contrast, behind a semicolon, and at a comma
        before one who tells or, where verbs stand last, behind one.
        """
        text = self._text
        for hit in self._of("contrast", *_ends(words)):
            yield hit.start
        tellers = {t.start for t in self._tellers}
        ends = {h.end for h in self._of("gives", *_ends(words))}
        for at in range(words.start, words.end):
            if text[at] in _STOPS:
                yield at + 1
            elif text[at] in _COMMAS:
                next_at = at + 1
                while next_at < words.end and text[next_at].isspace():
                    next_at += 1
                # Arabic writes "and" onto the next word.
                begins = next_at in tellers or (text[next_at] == "و" and next_at + 1 in tellers)
                if begins or (self._language in VERB_LAST and at in ends):
                    yield at + 1

    def _other(self, sign: Hit, head: Span) -> list[Span] | None:
        """Give what is told before and the other account, if they speak of one thing."""
        text = self._text
        # Arabic writes "and" onto the sign.
        begin = sign.start - (head.start < sign.start and text[sign.start - 1] == "و")
        before = self._trim(head.start, begin)
        edge = text[before.end : begin]
        if before.end > before.start and text[before.end - 1] in "(（":
            close = min(
                (at for s in ")）" if (at := text.find(s, begin, head.end)) > 0), default=-1
            )
            told = self._trim(head.start, before.end - 1)
            return [told, self._trim(begin, close)] if close > 0 and told.end > told.start else None
        is_inserted = text[sign.end : sign.end + 1] in (*_COMMAS, "–", "—")
        ends_here = sign.row["role"] == "ends"
        is_closed = (
            not ends_here
            and any(s in edge for s in _COMMAS + _STOPS + "–—")
            and before.end > before.start
        )
        if is_closed and not is_inserted and self._is_clause(before):
            return [before, self._trim(begin, head.end)]
        line = text.rfind("\n", 0, head.start)
        at = head.start - 1
        while at >= 0 and text[at].isspace():
            at -= 1
        if at < 0 or (at < line and text[at] not in ".!?؟。»”"):
            return None
        told = Span(*sentence_around(text, at, at + 1))
        if told.end > head.start or not self._share(told, head):
            return None
        return [told, self._trim(head.start, sign.end) if ends_here else head]

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

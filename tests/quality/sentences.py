"""One to three sentences each, with the happenings that they tell, and how many are read rightly.

A line of `texts/sentences/LANG.txt` holds the happenings as “type status date” (EDTF, `-` for no
date, `*` for any) with `;` between them, or `-` for none, then ` | ` and the words. All are of
18 September 2025, and every person in them is invented.
"""

from __future__ import annotations

from pathlib import Path

from sijill.documents.document import Document

SENTENCES = Path(__file__).parent.parent / "texts" / "sentences"
PUBLISHED = "2025-09-18"
HEADS = {
    "ar": "أخبار قصيرة",
    "en": "In brief",
    "ja": "短信",
    "kk": "Қысқаша",
    "ru": "Коротко",
}


def sentences(language):
    """Give the happenings (type, status, date) and the words of each line of a language."""
    for line in (SENTENCES / f"{language}.txt").read_text("utf-8").splitlines():
        told, words = line.split(" | ", 1)
        yield [tuple(t.split()) for t in told.split("; ") if t != "-"], words


def read_in(reader, language, words):
    """Give the happenings that are read in words, as (type, status, date or “-”)."""
    text = f"{HEADS[language]}\n\n{words}\n"
    reading = reader.read(Document("s", text, language, PUBLISHED))
    return [(e.type, e.status.value, e.date or "-") for e in reading.events]


def is_read(marked, read):
    """Say whether all that is marked is read, and no more."""
    left = list(read)
    for kind, status, date in marked:
        same = next((r for r in left if r[:2] == (kind, status) and date in ("*", r[2])), None)
        if same is None:
            return False
        left.remove(same)
    return not left


def told_as_done(marked, read):
    """Give what is read as done though the words tell of it only as a plan, or not at all."""
    known = {kind for kind, status, _ in marked if status == "held"}
    plans = {kind for kind, status, _ in marked if status != "held"}
    return [
        r
        for r in read
        if r[1] == "held"
        and r[0] != "postponement"
        and r[0] not in known
        and (r[0] in plans or not marked)
    ]

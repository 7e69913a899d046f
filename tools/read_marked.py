"""Texts with marks written into them go in; pairs ID.LANG.txt and ID.LANG.json come out.

The way to write a training text or a gold text by hand, without counting offsets:

    python tools/read_marked.py OUT FILE...      # FILE is ID.LANG.marked

    ⟦post#p1:Foreign Minister of ⟦place#l1:Ghana⟧⟧ ⟦person#p1:Esi Antwi⟧ said ⟦indirect@p1:…⟧

Mentions are `⟦kind#entity:words⟧` (`#entity` where it is known), quotations
`⟦direct@speaker:words⟧`, also `indirect` and `mixed`; marks nest. A line `=====` may follow, and
after it YAML with `published`, `outlet`, `entities` (by id), `events`, `claims`, `signals`, and
`speakers` (quotation number to `speaker_text`). There `trigger` and `text` are words of the text;
`nth` says which of several places, the first if left out. Nothing is written for a file with a
fault; each fault is named, and the exit code is 1.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any

import yaml

from sijill.documents.document import (
    ClaimKind,
    MentionKind,
    QuotationKind,
    Status,
)
from sijill.reading.gold import GOLD_FORMAT
from sijill.reading.scoring import check_marks
from sijill.tables import open_table

_MARK = re.compile(r"⟦(\w+)(?:#(\w+))?(?:@(\w+))?:|⟧")
_MENTIONS = {k.value for k in MentionKind}
_QUOTATIONS = {k.value for k in QuotationKind}
_POST_STATUSES = {"current", "former", "acting", "honorary", "elect"}
_LINE = re.compile(r"^=====+\s*$", re.MULTILINE)

Plain = dict[str, Any]


class Fault(Exception):
    """What is wrong with a marked text, in words."""


def read_marks(marked: str) -> tuple[str, list[Plain], list[Plain]]:
    """Give the plain text, its mentions and its quotations."""
    text, last = "", 0
    open_marks: list[tuple[str, str | None, str | None, int]] = []
    mentions: list[Plain] = []
    quotations: list[Plain] = []
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        last = match.end()
        if match.group() != "⟧":
            kind, entity, speaker = match.groups()
            if kind not in _MENTIONS | _QUOTATIONS:
                raise Fault(f"“{match.group()}”: no kind “{kind}”")
            open_marks.append((kind, entity, speaker, len(text)))
            continue
        if not open_marks:
            raise Fault(f"⟧ closes nothing after “{text[-30:]}”")
        kind, entity, speaker, start = open_marks.pop()
        words = text[start:]
        if not words or words != words.strip():
            raise Fault(f"a {kind} begins or ends with a blank: “{words}”")
        mark: Plain = {"kind": kind, "start": start, "end": len(text), "text": words}
        if kind in _MENTIONS:
            mentions.append({**mark, "entity": entity})
        else:
            quotations.append({**mark, "speaker": speaker, "speaker_text": None, "cue": None})
    text += marked[last:]
    if open_marks:
        raise Fault(f"⟦{open_marks[-1][0]} is not closed")
    if "⟦" in text:
        raise Fault(f"a broken mark: “{text[text.index('⟦') :][:30]}”")

    def numbered(marks: list[Plain], letter: str) -> list[Plain]:
        marks.sort(key=lambda m: (m["start"], -m["end"]))
        return [{"id": f"{letter}{n}", **m} for n, m in enumerate(marks, 1)]

    return text, numbered(mentions, "m"), numbered(quotations, "q")


def place_words(text: str, words: str, nth: int) -> Plain:
    """Find the nth place of some words; raises Fault where there is none."""
    at = -1
    for _ in range(nth):
        at = text.find(words, at + 1)
        if at < 0:
            raise Fault(f"“{words}” does not stand {nth} times in the text")
    return {"start": at, "end": at + len(words), "text": words}


def read_entities(given: Plain, mentions: list[Plain], quotations: list[Plain]) -> list[Plain]:
    """Give the entities: those described, and those only named in marks."""
    kinds: dict[str, str] = {}
    for mention in mentions:
        if mention["entity"]:
            kind = "person" if mention["kind"] == "post" else mention["kind"]
            kinds.setdefault(mention["entity"], kind)
    described = set(given) - set(kinds)
    if described:
        raise Fault(f"entities without a mention: {', '.join(sorted(described))}")
    for quotation in quotations:
        if quotation["speaker"] and quotation["speaker"] not in kinds:
            raise Fault(f"the speaker {quotation['speaker']} is nowhere mentioned")
    out = []
    for key, kind in kinds.items():
        about = given.get(key) or {}
        posts = [
            {"body": None, "status": "current", "time": None, **post}
            for post in about.get("posts") or []
        ]
        out.append(
            {
                "id": key,
                "kind": about.get("kind", kind),
                "name_en": about.get("name_en"),
                "country": about.get("country"),
                "posts": posts,
            }
        )
    return out


def check_words(gold: Plain) -> list[str]:
    """Name what stands in no list of the format."""
    signals = {row["id"] for row in open_table("protocol/signals.tsv", ("id",))}
    roles = {row["id"] for row in open_table("protocol/roles.tsv", ("id",))}
    types = {row["id"] for row in open_table("protocol/event_types.tsv", ("id",))}
    faults = []

    def must(value: Any, known: set[str], what: str) -> None:
        if value not in known:
            faults.append(f"no {what} “{value}”")

    for entity in gold["entities"]:
        must(entity["kind"], {"person", "organisation", "place"}, "kind of entity")
        for post in entity["posts"]:
            must(post.get("post"), roles, "role")
            must(post["status"], _POST_STATUSES, "status of a post")
    for event in gold["events"]:
        must(event["type"], types, "event type")
        must(event["status"], {s.value for s in Status}, "status")
    for claim in gold["claims"]:
        must(claim["kind"], {k.value for k in ClaimKind}, "kind of claim")
    for signal in gold["signals"]:
        must(signal["id"], signals, "signal")
    return faults


def convert(path: Path) -> tuple[str, Plain]:
    """Give the text and the gold document of one marked file; raises Fault."""
    stem, language = path.name.removesuffix(".marked").rsplit(".", 1)
    whole = unicodedata.normalize("NFC", path.read_text("utf-8")).replace("\r\n", "\n")
    marked, *rest = _LINE.split(whole, maxsplit=1)
    about = yaml.safe_load(rest[0]) if rest else {}
    text, mentions, quotations = read_marks(marked.strip() + "\n")
    for number, words in (about.get("speakers") or {}).items():
        quotations[int(number) - 1]["speaker_text"] = words

    def placed(item: Plain, key: str) -> Plain:
        return place_words(text, item[key], int(item.get("nth", 1)))

    events = [
        {
            "id": f"v{n}",
            "type": e.get("type"),
            "status": e.get("status"),
            "date": e.get("date") and str(e["date"]),
            "place": e.get("place"),
            "participants": e.get("participants") or [],
            "trigger": placed(e, "trigger"),
            "details": e.get("details") or {},
        }
        for n, e in enumerate(about.get("events") or [], 1)
    ]
    claims = [
        {"id": f"c{n}", "kind": c.get("kind"), **placed(c, "text"), "scope": c.get("scope")}
        for n, c in enumerate(about.get("claims") or [], 1)
    ]
    signals = [{"id": s.get("id"), **placed(s, "text")} for s in about.get("signals") or []]
    published = about.get("published")
    gold: Plain = {
        "format": GOLD_FORMAT,
        "id": stem,
        "language": language,
        "published": published and str(published),
        "outlet": about.get("outlet"),
        "invented": True,
        "mentions": mentions,
        "entities": read_entities(about.get("entities") or {}, mentions, quotations),
        "quotations": quotations,
        "events": events,
        "claims": claims,
        "signals": signals,
    }
    faults = check_marks(gold, text) + check_words(gold)
    if faults:
        raise Fault("; ".join(faults))
    return text, gold


def main(arguments: list[str]) -> int:
    """Convert the files and name the faults; 1 when there were any."""
    if len(arguments) < 2:
        print(__doc__)
        return 2
    out, *files = map(Path, arguments)
    out.mkdir(parents=True, exist_ok=True)
    broken = 0
    for path in files:
        try:
            text, gold = convert(path)
        except (Fault, yaml.YAMLError, OSError, ValueError, KeyError, TypeError) as fault:
            print(f"{path}: {fault}", file=sys.stderr)
            broken = 1
            continue
        name = path.name.removesuffix(".marked")
        (out / f"{name}.txt").write_text(text, "utf-8")
        (out / f"{name}.json").write_text(
            json.dumps(gold, ensure_ascii=False, indent=1) + "\n", "utf-8"
        )
    return broken


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Record, script and trace go in; the one JSON value that the page is drawn from comes out.

Format `sijill.page/1`: lists with positions as references where a thing is told often (sources,
passages), ids where a person may link to it (items, entities, sentences, sources). Passages are
numbered; every item and sentence names the numbers of the places it stands on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from sijill.citation import Citation
from sijill.dates import sort_key
from sijill.errors import FormatFault
from sijill.record.items import (
    ClaimItem,
    EventItem,
    LocalText,
    RarityNote,
    Record,
    RecordEntity,
    SourceNote,
    StatementItem,
)
from sijill.record.signal_notes import SignalNote
from sijill.record.statements import is_denied
from sijill.register.entries import Register
from sijill.register.load import load_register
from sijill.script.bounds import bounds_of, clock_of
from sijill.script.narration.calendar import day_first
from sijill.script.sentence import Script
from sijill.serial import from_plain
from sijill.site.decisions import ledger_data, note_data
from sijill.site.findings import (
    account_data,
    figure_data,
    guest_features,
    index_data,
    occasion_data,
    thread_data,
    version_data,
    voice_data,
)
from sijill.site.labels import (
    INTERFACE_LANGUAGES,
    chapter_labels,
    chapter_title,
    interface_words,
    search_folds,
)
from sijill.site.page_words import page_dates, page_labels
from sijill.site.passages import PassageTable, find_paragraphs
from sijill.site.posts import PostLabels

_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")

PAGE_FORMAT = "sijill.page/1"
TRACE_FORMAT = "sijill.trace/1"


def page_data(
    record: Record,
    script: Script,
    trace: Mapping[str, Any],
    texts: Mapping[str, str],
    *,
    language: str,
    register: Register | None = None,
    decisions: Iterable[Mapping[str, Any]] = (),
) -> dict[str, Any]:
    """Gather everything the page shows, except the film's files.

    `trace` is the parsed trace.json, or empty when there is no film yet; the register (the
    package's own by default) helps to say posts; `decisions` are those of the ledger, as
    `sijill decisions --json` prints them. Raises FormatFault when the trace states another format.
    """
    if trace and trace.get("format") != TRACE_FORMAT:
        raise FormatFault(
            f"states the format “{trace.get('format')}”, expected “{TRACE_FORMAT}”",
            where="trace.json",
            remedy="It was written by another version. Run: sijill build film",
        )
    passages = PassageTable(texts, (source.id for source in record.sources))
    sentences = _sentences(script, trace, passages)
    entities = {entity.id: entity for entity in record.entities}
    languages = {source.id: source.language for source in record.sources}
    order = {source.id: at for at, source in enumerate(record.sources)}
    register = register if register is not None else load_register()
    posts = PostLabels(record, register)
    data: dict[str, Any] = {
        "format": PAGE_FORMAT,
        "language": language,
        "interface": list(INTERFACE_LANGUAGES),
        "title": dict(script.title) or {language: record.title},
        "between": list(record.between),
        "words": {lang: interface_words(lang) for lang in INTERFACE_LANGUAGES},
        "folds": [list(pair) for pair in search_folds()],
        "sources": [_source(s, texts.get(s.id, ""), passages) for s in record.sources],
        "entities": [_entity(e, register, passages, posts) for e in record.entities],
        "events": [_event(e, passages, record, languages) for e in _in_order(record.events)],
        "statements": [_statement(s, passages, posts) for s in record.statements],
        "claims": [_claim(c, passages) for c in record.claims],
        "rarities": [_rarity(r) for r in record.rarities],
        "signals": [_signal(s, passages) for s in record.signals],
        "figures": [figure_data(f, passages) for f in record.figures],
        "accounts": [account_data(a, passages) for a in record.accounts],
        "versions": [version_data(v, order, passages) for v in record.versions],
        "occasions": occasion_data(record.peers, _guest_places(record, register), passages),
        "features": guest_features(),
        "index": index_data(record),
        "threads": [thread_data(thread, entities, posts, passages) for thread in record.threads],
        "voices": [voice_data(v, order) for v in record.voices],
        "decisions": ledger_data(decisions, record, passages),
        "chapters": _chapters(script, trace),
        "sentences": sentences,
        "rows": _rows(trace, sentences, passages),
        "missing": [
            {"title": chapter_labels(chapter.id), "why": dict(chapter.why)}
            for chapter in script.missing
        ],
        "passages": passages.rows(),
    }
    data["labels"] = page_labels(record, data)
    data["dates"] = page_dates(record, data)
    return data


def _guest_places(record: Record, register: Register) -> dict[str, LocalText]:
    """Name the places of the register in which guests were received, by language."""
    values = {value.value for row in record.peers for value in row.values}
    entries = (register.entries[value] for value in sorted(values) if value in register.entries)
    return {e.id: {lang: names[0] for lang, names in e.names.items() if names} for e in entries}


def _in_order(events: Iterable[EventItem]) -> list[EventItem]:
    return sorted(events, key=lambda event: (_sort_key(event.date), event.id))


def _sort_key(edtf: str | None) -> tuple[Any, Any]:
    # What was told as "until" a day stands at that day, and not before everything else.
    if edtf and edtf.startswith(("../", "/")):
        edtf = edtf.partition("/")[2]
    try:
        return sort_key(edtf)
    except FormatFault:
        return sort_key(None)


def _web_address(url: str | None) -> str | None:
    # Anything else (javascript:, data:, file:) is never made a link.
    return url if url and url.lower().startswith(("https://", "http://")) else None


def _web_addresses(urls: Iterable[str]) -> list[str]:
    return [url for url in dict.fromkeys(urls) if _web_address(url)]


def _source(source: SourceNote, text: str, passages: PassageTable) -> dict[str, Any]:
    offsets = passages.offsets(source.id)
    return {
        "id": source.id,
        "name": source.name,
        "headline": source.headline,
        "language": source.language,
        "outlet": source.outlet,
        "published": source.published,
        "url": _web_address(source.url),
        "rights": source.rights,
        "words": source.words,
        "text": text,
        "paragraphs": [[offsets.at(a), offsets.at(b)] for a, b in find_paragraphs(text)],
    }


def _as_on_the_page(notes: LocalText) -> LocalText:
    """Give notes of the record with their days as the page writes them elsewhere."""
    return {
        lang: day_first(_one_stop(text)) if lang == "en" else _one_stop(text)
        for lang, text in notes.items()
    }


def _one_stop(text: str) -> str:
    """Write one full stop where an abbreviation ends a sentence: 16 декабря 1991 г."""
    return _TWO_STOPS.sub(".", text)


def _names(entity: RecordEntity, register: Register) -> LocalText:
    """Name an entity in every language of the interface that the record or the register has."""
    entry = register.entries.get(entity.register_id or "")
    known = entry.names if entry else {}
    told = {lang: known[lang][0] for lang in INTERFACE_LANGUAGES if known.get(lang)}
    # What the record has stands first: a project's own tables may name somebody otherwise.
    return {**entity.names, **{lang: x for lang, x in told.items() if lang not in entity.names}}


def _entity(
    entity: RecordEntity, register: Register, passages: PassageTable, posts: PostLabels
) -> dict[str, Any]:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "names": _names(entity, register),
        "country": entity.country,
        "transliterated": list(entity.transliterated),
        "aliases": [
            {"text": a.text, "language": a.language, "passages": passages.numbers(a.citations)}
            for a in entity.aliases
        ],
        "posts": [
            {
                "post": p.post,
                "body": p.body,
                "label": posts.occupancy(entity, p),
                "status": p.status,
                "time": p.time,
                "line": p.line,
                "passages": passages.numbers(p.citations),
            }
            for p in entity.posts
        ],
        "decisions": [note_data(note) for note in entity.decisions],
        "within": entity.within,
    }


def _event(
    event: EventItem, passages: PassageTable, record: Record, languages: Mapping[str, str]
) -> dict[str, Any]:
    return {
        "id": event.id,
        "type": event.type,
        "status": event.status.value,
        "date": event.date,
        "place": event.place,
        "participants": list(event.participants),
        "details": dict(event.details),
        "bounds": bounds_of(event, languages),
        "clock": clock_of(event, record.entities, languages),
        "tellings": [
            {
                "field": t.field,
                "value": t.value,
                "inferred": t.inferred,
                "passages": passages.numbers(t.citations),
            }
            for t in event.tellings
        ],
        "disputed": list(event.disputed),
        "part_of": event.part_of,
        "signals": list(event.signals),
        "voices": event.voices,
        "sides": list(event.sides),
        "decisions": [note_data(note) for note in event.decisions],
        "passages": passages.numbers(event.citations),
    }


def _statement(
    statement: StatementItem, passages: PassageTable, posts: PostLabels
) -> dict[str, Any]:
    return {
        "id": statement.id,
        "kind": statement.kind.value,
        "denied": is_denied(statement),
        "language": statement.language,
        "text": statement.text,
        "speaker": statement.speaker,
        "speaker_text": statement.speaker_text,
        "post": statement.post,
        "post_label": posts.statement(statement),
        "date": statement.date,
        "event": statement.event,
        "translations": dict(statement.translations),
        "voices": statement.voices,
        "sides": list(statement.sides),
        "decisions": [note_data(note) for note in statement.decisions],
        "passages": passages.numbers(statement.citations),
    }


def _claim(claim: ClaimItem, passages: PassageTable) -> dict[str, Any]:
    verdict = claim.verdict
    return {
        "id": claim.id,
        "kind": claim.kind.value,
        "language": claim.language,
        "text": claim.text,
        "scope": claim.scope,
        "asserted_by": claim.asserted_by,
        "outlet": claim.outlet,
        "about": claim.about,
        "verdict": {
            "id": verdict.verdict,
            "reading": _as_on_the_page(verdict.reading),
            "why": _as_on_the_page(verdict.why),
            "counter": list(verdict.counter),
            "searched": verdict.searched,
            "references": _web_addresses(verdict.references),
        }
        if verdict
        else None,
        "versions": [
            {
                "claim": version.claim,
                "adds": passages.numbers(version.adds),
                "lacks": passages.numbers(version.lacks),
                "passages": passages.numbers(version.citations),
            }
            for version in claim.versions
        ],
        "decisions": [note_data(note) for note in claim.decisions],
        "passages": passages.numbers(claim.citations),
    }


def _rarity(rarity: RarityNote) -> dict[str, Any]:
    return {
        "event": rarity.event,
        "feature": rarity.feature,
        "scope": rarity.scope,
        "k": rarity.k,
        "n": rarity.n,
        "word": rarity.word,
        "text": _as_on_the_page(rarity.text),
        "references": _web_addresses(rarity.references),
    }


def _signal(note: SignalNote, passages: PassageTable) -> dict[str, Any]:
    return {
        "event": note.event,
        "signal": note.signal,
        "standing": note.standing,
        "text": _as_on_the_page(note.text),
        "passages": passages.numbers(note.citations),
    }


def _sentences(
    script: Script, trace: Mapping[str, Any], passages: PassageTable
) -> list[dict[str, Any]]:
    sentences: dict[str, dict[str, Any]] = {}
    for chapter, scene in script.scenes():
        for sentence in scene.sentences:
            sentences[sentence.id] = {
                "id": sentence.id,
                "chapter": chapter.id,
                "scene": scene.id,
                "kind": sentence.kind.value,
                "lines": {lang: line.show for lang, line in sentence.lines.items()},
                "items": list(sentence.items),
                "passages": passages.numbers(sentence.citations),
            }
    # A film that an editor changed may say what the script no longer has: the trace then tells it.
    for row in trace.get("rows", ()):
        if row.get("sentence") and row["sentence"] not in sentences:
            sentences[row["sentence"]] = {
                "id": row["sentence"],
                "chapter": row.get("chapter", ""),
                "scene": row.get("scene", ""),
                "kind": row.get("kind") or "editorial",
                "lines": dict(row.get("show") or {}),
                "items": list(row.get("items", ())),
                "passages": passages.numbers(_citations(row)),
            }
    return list(sentences.values())


def _citations(row: Mapping[str, Any]) -> tuple[Citation, ...]:
    built: tuple[Citation, ...] = from_plain(tuple[Citation, ...], list(row.get("citations", ())))
    return built


def _rows(
    trace: Mapping[str, Any], sentences: list[dict[str, Any]], passages: PassageTable
) -> list[dict[str, Any]]:
    position = {sentence["id"]: at for at, sentence in enumerate(sentences)}
    rows = []
    for row in trace.get("rows", ()):
        said = row.get("sentence")
        entry: dict[str, Any] = {
            "start": row["start"],
            "end": row["end"],
            "chapter": row.get("chapter", ""),
            "sentence": position[said] if said else -1,
        }
        if not said:
            entry["items"] = list(row.get("items", ()))
            entry["passages"] = passages.numbers(_citations(row))
        rows.append(entry)
    return sorted(rows, key=lambda entry: (entry["start"], entry["end"]))


def _chapters(script: Script, trace: Mapping[str, Any]) -> list[dict[str, Any]]:
    told = {chapter["id"]: chapter for chapter in trace.get("chapters", ())}
    chapters: dict[str, dict[str, Any]] = {}
    for chapter in script.chapters:
        timed = told.get(chapter.id, {})
        chapters[chapter.id] = {
            "id": chapter.id,
            "title": chapter_title(chapter.title),
            "start": timed.get("start"),
            "end": timed.get("end"),
        }
    for timed in trace.get("chapters", ()):
        chapters.setdefault(
            timed["id"],
            {
                "id": timed["id"],
                "title": dict(timed.get("title") or {}),
                "start": timed["start"],
                "end": timed["end"],
            },
        )
    return list(chapters.values())

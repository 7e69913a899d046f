"""The report of a build goes in; what was made and what to look at comes out, in lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sijill.identity.entities import RecordEntity
from sijill.languages import LETTERS
from sijill.record.items import Record
from sijill.record.verify import citations_of
from sijill.script.pruning import SAME
from sijill.script.sentence import Script, SentenceKind
from sijill.stages.build import BuildReport
from sijill.stages.steps import Steps
from sijill.standing import not_applied
from sijill.text import WritingSystem, writing_system

#: More of one kind are counted, not listed.
_SHOWN = 6


def summarise(report: BuildReport) -> Iterator[str]:
    """Yield the summary line by line, the most wanted first: film, page, record."""
    steps = report.steps
    results = {o.stage: o.result for o in report.outcomes}
    done = {stage for stage, result in results.items() if result in ("built", "fresh")}
    if done and all(results[s] == "fresh" for s in results):
        yield "Nothing has changed; everything is up to date."
    if "film" in done:
        yield f"film     {steps.film_path}"
        yield f"         {_length(steps)}"
    if "page" in done:
        yield f"page     {steps.build / 'site' / 'index.html'}"
    record = steps.load_record() if "record" in done else None
    if record is not None:
        yield f"record   {steps.build / 'record' / 'record.json'}"
        if "script" in done:
            for language in steps.languages:
                yield f"script   {steps.build / 'script' / f'script.{language}.html'}"
        yield f"         {_counts(steps, record)}"
    attention = list(_attention(report, done, record))
    if attention:
        yield ""
        yield "What wants attention:"
        for line in attention:
            yield f"  - {line}"


def _length(steps: Steps) -> str:
    minutes, seconds = divmod(round(steps.film_seconds()), 60)
    others = ", ".join(steps.languages)
    return f"{minutes} min {seconds} s, narrated in {steps.language}, subtitles in {others}"


def _counts(steps: Steps, record: Record) -> str:
    items = len(record.events) + len(record.statements) + len(record.claims)
    citations = sum(1 for _ in citations_of(record))
    return (
        f"{len(steps.sources)} sources, {items} items ({len(record.events)} events,"
        f" {len(record.statements)} statements, {len(record.claims)} claims),"
        f" {citations} citations"
    )


def _attention(report: BuildReport, done: set[str], record: Record | None) -> Iterator[str]:
    steps = report.steps
    for outcome in report.outcomes:
        if outcome.result == "failed" and outcome.fault is not None:
            yield f"{outcome.stage} failed: " + str(outcome.fault).replace("\n", "\n      ")
    skipped = [o.stage for o in report.outcomes if o.result == "skipped"]
    if skipped:
        yield f"not built, as they need it: {', '.join(skipped)}"
    if "readings" in done:
        yield from _reading_attention(steps.reading_faults())
    undated = [s.name for s in steps.sources if s.published is None]
    if undated:
        yield (
            f"no publication date: {_some(undated)}"
            "\n      Give one:  sijill sources set NAME published=YYYY-MM-DD"
        )
    if steps.unwritten:
        yield f"no script can be written in {', '.join(steps.unwritten)} yet"
    for fault in steps.own_tables.faults[:_SHOWN]:
        yield f"{fault.where}: {fault.what}; the table is not used\n      {fault.remedy}"
    if len(steps.own_tables.faults) > _SHOWN:
        rest = len(steps.own_tables.faults) - _SHOWN
        yield f"{rest} more faults of reference tables: sijill verify"
    if record is not None:
        yield from _record_attention(record)
    if "script" in done:
        yield from _script_attention(steps.load_script())
        yield from _left_out(steps)
    if "cut" in done:
        yield from steps.film_notes()


def _reading_attention(faults: list[tuple[str, str, str]]) -> Iterator[str]:
    for name, layer, what in faults[:_SHOWN]:
        yield f"{name} was not read whole, {layer}: {what}"
    if len(faults) > _SHOWN:
        yield f"{len(faults) - _SHOWN} more layers of sources were not read whole"


def _record_attention(record: Record) -> Iterator[str]:
    for one in record.unapplied[:_SHOWN]:
        yield not_applied(one)
    if len(record.unapplied) > _SHOWN:
        yield f"{len(record.unapplied) - _SHOWN} more decisions change nothing: sijill decisions"
    for one in record.retold[:_SHOWN]:
        yield f"line {one.line} of the ledger rejects {one.item}; {one.reason}. Look again."
    contested = [e.id for e in record.events if any(note.contested for note in e.decisions)]
    if contested:
        yield f"a source tells something else than people decided: {_some(contested)}"
    disputed = [event.id for event in record.events if event.disputed]
    disputed += [f.id for f in record.figures if f.disputed or f.told_otherwise]
    disputed += [account.id for account in record.accounts]
    if disputed:
        yield (
            f"sources disagree on {len(disputed)} events, figures or accounts:"
            " sijill find --disputed"
        )
    verdicts = Counter(c.verdict.verdict for c in record.claims if c.verdict)
    if verdicts["contradicted"]:
        yield f"{verdicts['contradicted']} claims are contradicted by the record: sijill claims"
    by_sound = _by_sound(record)
    if by_sound:
        first = by_sound[0]
        yield (
            f"names spelled by sound, to be checked: {_some([e.id for e in by_sound])}"
            f"\n      Correct one:  sijill decide {first.id} correct"
            f" name.{first.transliterated[0]}=… --why …"
        )


def _by_sound(record: Record) -> list[RecordEntity]:
    """Give whose names are our spelling: people first, and who is told of most before others."""
    told = Counter(p for e in record.events for p in (*e.participants, e.place) if p)
    told.update(s.speaker for s in record.statements if s.speaker)
    spelt = [e for e in record.entities if e.transliterated]
    return sorted(spelt, key=lambda e: (e.kind != "person", -told[e.id], e.id))


def _titles_in_other_letters(script: Script) -> Iterator[str]:
    for language, title in script.title.items():
        letters = writing_system(title).value
        if letters not in (LETTERS.get(language, letters), WritingSystem.OTHER.value):
            yield (
                f"the title is in other letters than those of “{language}”"
                f'\n      Give one in sijill.toml, under [titles]:  {language} = "…"'
            )


def _script_attention(script: Script) -> Iterator[str]:
    yield from _titles_in_other_letters(script)
    for missing in script.missing:
        why = missing.why.get("en") or next(iter(missing.why.values()), "")
        yield f"no chapter “{missing.id}”: {why}"
    sentences = [s for _, scene in script.scenes() for s in scene.sentences]
    editorial = sum(s.kind is SentenceKind.EDITORIAL for s in sentences)
    if editorial:
        yield f"{editorial} of {len(sentences)} sentences are editorial (no evidence needed)"


def _left_out(steps: Steps) -> Iterator[str]:
    """Say which sentences did not stand the check, and how much no sentence tells."""
    rest = steps.load_left_out()
    yield from rest.sentences
    kinds = Counter(item.kind for item in rest.items)
    if kinds:
        counted = ", ".join(
            f"{number} {kind}{'s' * (number > 1)}" for kind, number in kinds.items()
        )
        path = steps.build / "script" / "left_out.json"
        yield f"told by no sentence: {counted}; why, of each:  {path}"
    visits = [
        x.id
        for x in rest.items
        if x.type == "visit" and x.says.startswith("held") and SAME not in x.why
    ]
    if visits:
        yield f"among them visits that took place: {_some(visits)}"


def _some(names: list[str]) -> str:
    rest = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {rest} more" if rest > 0 else "")

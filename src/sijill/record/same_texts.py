"""All sources go in; which of their texts are one comes out, and in what versions of one differ.

The units are the trace of one source, the versions inside of one voice, and the differences of one
pair of versions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from sijill.documents.document import Reading
from sijill.record.differences import differences
from sijill.record.items import VersionDifference, Voice
from sijill.record.pages import Page, Pages
from sijill.reuse.traces import Trace, trace_of
from sijill.reuse.versions import TextPair, Versions, versions_in
from sijill.workbook import Workbook


def traces_in(pages: Pages, workbook: Workbook) -> dict[str, Trace]:
    """Give the trace of every source, by its id."""
    kept, by_id = workbook.page("traces"), pages.by_id
    found = kept.take_over(by_id, pages.changed, lambda i: (by_id[i],), _trace)
    return dict(zip(by_id, found, strict=True))


def _trace(page: Page) -> Trace:
    return trace_of(page.reading, page.text, page.ids)


def versions_among(
    voices: Sequence[Voice],
    traces: Mapping[str, Trace],
    texts: Mapping[str, str],
    workbook: Workbook,
) -> Versions:
    """Lay side by side the versions inside of each voice."""
    kept = workbook.page("versions")
    pairs: list[TextPair] = []
    for voice in voices:
        if len(voice.sources) > 1:
            given = tuple((traces[s], texts.get(s)) for s in voice.sources if s in traces)
            made: Versions = kept.get(
                voice.sources, given, partial(versions_in, voice.sources, traces, texts)
            )
            pairs += made.pairs
    return Versions(tuple(pairs))


def differences_among(
    versions: Versions,
    readings: Mapping[str, Reading],
    texts: Mapping[str, str],
    languages: Sequence[str],
    workbook: Workbook,
) -> tuple[VersionDifference, ...]:
    """Give the differences of meaning between versions, pair by pair."""
    kept = workbook.page("differences")
    found: list[VersionDifference] = []
    for pair in versions.pairs:
        two = [readings[s] for s in (pair.left, pair.right)]
        given = (pair, *two, texts.get(pair.left), texts.get(pair.right), tuple(languages))
        work = partial(differences, Versions((pair,)), two, texts, languages=languages)
        found += kept.get((pair.left, pair.right), given, work)
    return tuple(found)

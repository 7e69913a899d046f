"""The project's collection: files go in and are kept byte for byte; sources and texts come out.

A source counts as taken in once its line stands in the ledger. What a person says about a source
later (a date, an outlet) is a ledger line too and lies over what the file said.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sijill import ledger
from sijill.dates import parse_edtf
from sijill.digests import Stat, sha256, stat_of
from sijill.errors import FormatFault, SourceUnreadable, UsageError
from sijill.languages import LANGUAGES
from sijill.serial import dumps, read_json, sweep_unfinished, sync_folder, write_atomic
from sijill.sources.article import Article
from sijill.sources.formats import language_of_name, read_article, read_file
from sijill.sources.language_guess import find_language, may_be_in
from sijill.sources.source import ID_LENGTH, SOURCE_FORMAT, Source
from sijill.standing import standing
from sijill.text import printable, to_ascii_digits
from sijill.workspace import Workspace

#: What a person may set on a source after it was taken in.
SETTABLE = ("published", "outlet", "language", "url", "rights", "byline", "retrieved")
_DAYS = ("published", "retrieved")


#: Gives the day of the dateline of a text in a language, or None.
DayToldIn = Callable[[str, str], str | None]
#: How the note begins which says that nothing but a dateline tells when a source was published.
BY_DATELINE = "the day of publication is that of its dateline"
#: How the note begins which says that a text is in another language than its file says.
OTHER_LETTERS = "not written in the letters"
#: So many signs of an id name a source: fewer may be a number that somebody gives for a name.
_LEAST_OF_ID = 4


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one file: `outcome` is taken, known or refused, `reason` says why."""

    path: str
    outcome: str
    source: Source | None = None
    reason: str = ""
    remedy: str = ""


def find_files(paths: Iterable[Path], *, leave_out: Iterable[Path] = ()) -> Iterator[Path]:
    """Go through files, and through folders in order of their names; hidden files are left out.

    So are the folders `leave_out`, such as the project's own.
    """
    own = {os.path.realpath(folder) for folder in leave_out}
    for path in paths:
        if os.path.isdir(path):
            closed: list[OSError] = []
            for folder, folders, names in os.walk(path, onerror=closed.append):
                linked = [f for f in folders if os.path.islink(os.path.join(folder, f))]
                # Given on as they are too: followed, one could lead round and round.
                yield from (Path(folder) / f for f in sorted(linked) if not f.startswith("."))
                inner = (f for f in folders if not f.startswith(".") and f not in linked)
                folders[:] = sorted(
                    f for f in inner if os.path.realpath(os.path.join(folder, f)) not in own
                )
                for name in sorted(n for n in names if not n.startswith(".")):
                    yield Path(folder) / name
            # Given on as they are, so that they are refused with the reason.
            yield from (Path(fault.filename) for fault in closed)
        else:
            yield path


def add_files(
    workspace: Workspace,
    paths: Iterable[Path],
    *,
    at: str,
    who: str,
    language: str | None = None,
    published: str | None = None,
    day_told_in: DayToldIn | None = None,
) -> Iterator[Taken]:
    """Take files into the collection one by one; none is ever half-taken.

    `at` is the time of the decision (UTC, ISO 8601). `language` and `published` override what the
    files say; a name ID.LANG.txt tells the language too. A file that cannot be read is refused
    with its reason and the rest goes on. `day_told_in` gives the day of a text's dateline, which
    counts where nothing else tells one, and the source says so. Raises WorkspaceFault when the
    disk is full.
    """
    with workspace.adding():
        sweep_unfinished(workspace.sources)
        known = {
            entry.fields["sha256"]
            for entry in standing(ledger.replay(workspace.ledger))
            if entry.what == "accession"
        }
        for path in paths:
            taken = _add_file(workspace, path, known, at, who, language, published, day_told_in)
            if taken.outcome == "taken" and taken.source is not None:
                known.add(taken.source.sha256)
            yield taken


def _add_file(
    workspace: Workspace,
    path: Path,
    known: Collection[str],
    at: str,
    who: str,
    language: str | None,
    published: str | None,
    day_told_in: DayToldIn | None,
) -> Taken:
    try:
        data = read_file(path)
        digest = sha256(data)
        if digest in known:
            source = _read_description(f"{workspace.sources}/{digest}.json")
            return Taken(str(path), "known", source, f"the same file as {source.name}")
        article = read_article(data, name=path.name)
        name = printable(path.name)
        source = _describe(
            article,
            digest,
            name,
            language=language,
            published=published,
            day_told_in=day_told_in,
        )
        description = dumps(source).encode("utf-8")
    except SourceUnreadable as fault:
        return Taken(str(path), "refused", None, fault.what, fault.remedy)
    except Exception as fault:  # one odd file must not cost the others
        what = f"a mistake of Sijill's own: {type(fault).__name__}: {fault}"
        return Taken(str(path), "refused", None, what[:300], "Please report it with the file.")
    text = article.text.encode("utf-8")
    stem = workspace.sources / digest
    write_atomic(stem.with_suffix(path.suffix.lower()), data)
    write_atomic(text_path(workspace, source), text)
    write_atomic(stem.with_suffix(".json"), description)
    sync_folder(workspace.sources)
    ledger.append(
        workspace.ledger,
        at=at,
        who=who,
        what="accession",
        fields={
            "source": source.id,
            "sha256": digest,
            "file": f"{digest}{path.suffix.lower()}",
            "description_sha256": sha256(description),
            "text_sha256": source.text_sha256,
        },
    )
    return Taken(str(path), "taken", source)


def _named(language: str) -> str:
    """Give the English name of a language with its code, where there is one: Turkish (tr)."""
    from babel import Locale  # its names are needed for a refusal alone

    name = Locale("en").languages.get(language)
    return f"{name} ({language})" if name else f"“{language}”"


def _describe(
    article: Article,
    digest: str,
    name: str,
    *,
    language: str | None,
    published: str | None,
    day_told_in: DayToldIn | None,
) -> Source:
    told = language or language_of_name(name) or article.language
    notes = article.notes
    if told in LANGUAGES and not may_be_in(article.text, told):
        if language:
            raise SourceUnreadable(
                f"is not written in the letters of {_named(told)}",
                path=name,
                remedy="Leave --language away, or give the code of its language.",
            )
        notes = (*notes, f"{OTHER_LETTERS} of {_named(told)}, as which it is given")
        told = None
    if told not in LANGUAGES:
        told = find_language(article.text)
    if told not in LANGUAGES:
        seems = f"seems to be in {_named(told)}" if told else "is too short to tell its language"
        raise SourceUnreadable(
            f"{seems}; Sijill reads {', '.join(LANGUAGES)}",
            path=name,
            remedy="If it is in one of these, give its code:  sijill add --language CODE PATH",
        )
    published = published or article.published
    if published is None and day_told_in is not None:
        published = _day_of_dateline(day_told_in, article.text, told)
        if published is not None:
            notes = (*notes, f"{BY_DATELINE}, {published}")
    if published is None and not any("date" in n for n in notes):
        looked = "in the file" if article.kind == "text" else "in the front matter"
        notes = (*notes, f"no publication date found (looked {looked})")
    return Source(
        id=digest[:ID_LENGTH],
        sha256=digest,
        text_sha256=sha256(article.text.encode("utf-8")),
        name=name,
        kind=article.kind,
        language=told,
        headline=article.headline,
        outlet=article.outlet,
        byline=article.byline,
        published=published,
        retrieved=article.retrieved,
        url=article.url,
        rights=article.rights,
        retold_from=article.retold_from,
        also_from=article.also_from,
        notes=notes,
    )


def _day_of_dateline(day_told_in: DayToldIn, text: str, language: str) -> str | None:
    try:
        return day_told_in(text, language)
    except Exception:  # a source without a day is better than none
        return None


def text_name(source: Source) -> str:
    """Name the file of the stored text of a source, in the folder of sources."""
    return f"{source.sha256}.stored"


def text_path(workspace: Workspace, source: Source) -> Path:
    """Say where the stored text of a source is."""
    return workspace.sources / text_name(source)


def read_text(workspace: Workspace, source: Source) -> str:
    """Give the stored text that all offsets of the source point to.

    Raises FormatFault when its bytes are not those that were stored.
    """
    path = text_path(workspace, source)
    try:
        data = path.read_bytes()
    except OSError as fault:
        raise FormatFault(
            f"cannot be read: {fault.strerror}", where=str(path), remedy="Run: sijill verify"
        ) from fault
    if sha256(data) != source.text_sha256:
        raise FormatFault(
            f"the stored text of {source.name} was changed after it was taken in",
            where=str(path),
            remedy="Restore it from a copy. To see all that does not hold: sijill verify",
        )
    return data.decode("utf-8")


def list_sources(
    workspace: Workspace,
    known: Descriptions | None = None,
    entries: Iterable[ledger.Entry] | None = None,
) -> list[Source]:
    """Give all sources in order of name, then id, with what people have set on them.

    `known` keeps what descriptions said, for a process that lists them again and again; `entries`
    are the lines of the ledger that stand, where it was read already. Raises LedgerBroken and
    FormatFault when a file of the collection was changed.
    """
    sources: dict[str, Source] = {}
    folder = os.fspath(workspace.sources)
    for entry in standing(ledger.replay(workspace.ledger)) if entries is None else entries:
        if entry.what == "accession":
            source = _described(folder, entry.fields["sha256"], known)
            sources[source.id] = source
        elif entry.what == "source-fields":
            known_as, values = str(entry.fields.get("source")), entry.fields.get("values")
            if known_as in sources and isinstance(values, Mapping):
                changes: dict[str, Any] = {
                    k: v for k, v in values.items() if k in SETTABLE and isinstance(v, str)
                }
                sources[known_as] = replace(sources[known_as], **changes)
    return sorted(sources.values(), key=lambda s: (s.name, s.id))


#: What descriptions of sources say, by SHA-256 of the source, each with the state of its file.
Descriptions = dict[str, tuple[Stat, Source]]


def _described(folder: str, digest: str, known: Descriptions | None) -> Source:
    path = f"{folder}/{digest}.json"
    stat = stat_of(path) if known is not None else None
    if known is None or stat is None:
        return _read_description(path)  # which says what is wrong
    before = known.get(digest)
    if before is None or before[0] != stat:
        before = known[digest] = stat, _read_description(path)
    return before[1]


def _read_description(path: str) -> Source:
    try:
        return read_json(Path(path), Source, format_name=SOURCE_FORMAT)
    except FormatFault as fault:
        raise FormatFault(
            fault.what,
            where=fault.where,
            remedy="Restore it from a copy. To see all that does not hold: sijill verify",
        ) from fault


def set_fields(
    workspace: Workspace, wanted: str, values: Mapping[str, str], *, at: str, who: str
) -> Source:
    """Set fields of one source, named by its id or by a part of its name (`find_source`).

    Raises UsageError for an unknown source or field, or a value that cannot be.
    """
    source = find_source(list_sources(workspace), wanted)
    values = {k: to_ascii_digits(v) if k in _DAYS else v for k, v in values.items()}
    for key, value in values.items():
        if key not in SETTABLE:
            raise UsageError(
                f"“{key}” can't be set on a source",
                where=source.name,
                remedy=f"What can be set: {', '.join(SETTABLE)}",
            )
        if key in _DAYS:
            parse_edtf(value)
        if key == "url" and not value.lower().startswith(("http://", "https://")):
            raise UsageError(
                f"“{value}” is no address of the web",
                where=source.name,
                remedy="Write it as url=https://…",
            )
        if key == "language" and value not in LANGUAGES:
            raise UsageError(
                f"“{value}” is not a language Sijill reads",
                where=source.name,
                remedy=f"Choose among: {', '.join(LANGUAGES)}",
            )
    fields = {"source": source.id, "values": dict(values)}
    ledger.append(workspace.ledger, at=at, who=who, what="source-fields", fields=fields)
    return find_source(list_sources(workspace), source.id)


def find_source(sources: Iterable[Source], wanted: str) -> Source:
    """Find the one source whose name or id begins with `wanted`, else a part of whose name does.

    Parts are what signs other than letters and digits keep apart; a number is whole in both, and an
    id is told by no fewer than four signs: `7` is not the source of 1997.

    Raises UsageError when there is none, or more than one.
    """
    held = list(sources)
    found = [s for s in held if wanted in (s.id, s.name)]
    id_told = wanted if len(wanted) >= _LEAST_OF_ID else "-"
    found = found or [s for s in held if s.name.startswith(wanted) or s.id.startswith(id_told)]
    end = r"(?!\d)" if wanted[-1:].isdigit() else ""
    part = re.compile(rf"(?<![^\W_]){re.escape(wanted.casefold())}{end}")
    found = found or [s for s in held if wanted and part.search(s.name.casefold())]
    if len(found) == 1:
        return found[0]
    names = ", ".join(f"{s.name} ({s.id})" for s in (found or held)[:8])
    what = "names more than one source" if found else "is no source of this project"
    raise UsageError(f"“{wanted}” {what}", remedy=f"There are: {names}")

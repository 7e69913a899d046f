"""The seven stages of a project: readings, identity, record, script, cut, film, page.

Each step reads what stands left of it from `build/`, calls one function of its room, and writes
its own files there. Rooms are imported when their step runs, so that a build with nothing to do
starts no renderer.
"""

from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sijill import ledger
from sijill.digests import sha256_of_file, stat_of
from sijill.documents.document import Reading
from sijill.errors import WorkspaceFault
from sijill.languages import NARRATED
from sijill.ledger import Entry
from sijill.record.items import RECORD_FORMAT, Record, SourceNote
from sijill.script.pruning import LEFT_OUT_FORMAT, LeftOut
from sijill.script.sentence import SCRIPT_FORMAT, Script
from sijill.serial import dumps, read_json, to_plain, write_atomic, write_json
from sijill.sources.holdings import list_sources, read_text, text_name
from sijill.sources.source import Source
from sijill.stages.graph import Stage, digest_of
from sijill.stages.held import Held
from sijill.stages.reading_step import Progress, ReadingStep, code_digest
from sijill.standing import standing
from sijill.workspace import Workspace

if TYPE_CHECKING:
    from sijill.identity.resolver import Identities
    from sijill.record.own_tables import OwnTables
    from sijill.register.entries import Register
    from sijill.stages.filming import FilmOrder

STAGE_NAMES = ("readings", "identity", "record", "script", "cut", "film", "page")


def _silent(stage: str, done: int, total: int) -> None:
    pass


@dataclass
class Steps:
    """The seven steps for one project, one film language and one quality."""

    workspace: Workspace
    language: str
    quality: str
    progress: Progress = _silent
    #: What a process that keeps the project open holds from the build before.
    held: Held = field(default_factory=Held)
    #: Whether the voice, where there is one, spoke all that it was given.
    spoken: bool = True
    _found: Identities | None = None

    @property
    def build(self) -> Path:
        """The folder everything is made in."""
        return self.workspace.build

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of script and subtitles, the film's own first."""
        asked = self.workspace.settings.languages
        return (self.language, *(x for x in asked if x != self.language and x in NARRATED))

    @property
    def unwritten(self) -> tuple[str, ...]:
        """The languages the project asks for that no script can be written in yet."""
        return tuple(x for x in self.workspace.settings.languages if x not in NARRATED)

    @property
    def film_path(self) -> Path:
        """Where the film goes."""
        return self.build / "film" / f"{self.workspace.name}.{self.language}.mp4"

    @cached_property
    def sources(self) -> list[Source]:
        """The project's sources, in order of their names."""
        return list_sources(self.workspace, self.held.descriptions, self._entries)

    @cached_property
    def texts(self) -> dict[str, str]:
        """The stored text of each source by its id."""
        folder = os.fspath(self.workspace.sources)
        return {source.id: self._text_of(source, folder) for source in self.sources}

    def _text_of(self, source: Source, folder: str) -> str:
        known = self.held.texts.get(source.id)
        stat = stat_of(f"{folder}/{text_name(source)}")
        if known and known[1] == stat and (known[0] is source or known[0] == source):
            return known[2]
        text = read_text(self.workspace, source)
        if stat is not None:
            self.held.texts[source.id] = source, stat, text
        return text

    def stages(self) -> list[Stage]:
        """Give the graph: what each stage needs, and what it does without when it must."""
        settings = self.workspace.settings
        whole = dumps(settings)
        return [
            Stage(
                "readings",
                (),
                (),
                self._source_keys,
                self.read_sources,
                lambda: not self.reading_faults(),
            ),
            Stage("identity", ("readings",), (), lambda: [*self._judged, whole], self.identify),
            Stage(
                "record",
                ("identity",),
                (),
                lambda: [*self._decided, *self._reference_digests, whole],
                self.record,
            ),
            Stage("script", ("record",), (), lambda: [*self.languages, whole], self.script),
            Stage("cut", ("script",), (), self._cut_keys, self.cut, lambda: self.spoken),
            Stage("film", ("cut",), (), lambda: [*self._film_keys(), self.quality], self.film),
            Stage("page", ("script",), ("cut", "film"), self._page_keys, self.page),
        ]

    def _source_keys(self) -> list[str]:
        if not self.sources:
            raise WorkspaceFault(
                "the project has no sources yet",
                where=str(self.workspace.root),
                remedy="Put some in:  sijill add PATH",
            )
        # Reading every text finds one that was changed, even when there is nothing to build.
        texts = self.texts
        described = [self._key_of(source) for source in self.sources if source.id in texts]
        return [*described, self._known_digest]

    def _key_of(self, source: Source) -> str:
        known = self.held.keys.get(source.id)
        if known is None or known[0] is not source:
            known = self.held.keys[source.id] = source, dumps(source)
        return known[1]

    @cached_property
    def register(self) -> Register:
        """What is known: the package's register and the project's own tables."""
        from sijill.register.load import PROJECT_FOLDER, load_register

        known = self.held.register
        if known is None or known[0] != self._known_digest:
            loaded = load_register(self.workspace.root / PROJECT_FOLDER)
            # What was found with another register says nothing.
            self.held.open_workbook()
            self.held.reader = None
            self.held.readings.clear()
            known = self.held.register = self._known_digest, loaded
        return known[1]

    @cached_property
    def _known_digest(self) -> str:
        from sijill.register.load import PROJECT_FOLDER, register_files

        files = register_files(self.workspace.root / PROJECT_FOLDER)
        return digest_of([part for path in files for part in (path.name, path.read_text("utf-8"))])

    @property
    def _reference_digests(self) -> list[str]:
        """What the project's own reference tables are; nothing where there are none."""
        from sijill.record.own_tables import REFERENCE_FOLDER, own_files

        files = own_files(self.workspace.root / REFERENCE_FOLDER)
        return [digest_of([path.name, _bytes_of(path).hex()]) for path in files]

    @cached_property
    def own_tables(self) -> OwnTables:
        """The project's own reference tables, and what is wrong with some."""
        from sijill.record.own_tables import REFERENCE_FOLDER, read_own_tables

        return read_own_tables(self.workspace.root / REFERENCE_FOLDER)

    @property
    def _judged(self) -> list[str]:
        """What who-is-who depends on besides the readings; what is decided on items is not it."""
        return [*self._lines("judgement"), self._known_digest]

    @property
    def _decided(self) -> list[str]:
        return [*self._lines("decision", "correction", "judgement"), self._known_digest]

    def _lines(self, *kinds: str) -> list[str]:
        return [entry.digest for entry in self._entries if entry.what in kinds]

    @cached_property
    def _entries(self) -> list[Entry]:
        """The lines of the ledger that stand, as this build sees them."""
        return standing(ledger.replay(self.workspace.ledger))

    def _page_keys(self) -> list[str]:
        # Every decision stands on the page, also one that was withdrawn or changes nothing.
        entries = ledger.replay(self.workspace.ledger)
        decided = [entry.digest for entry in entries if entry.what != "accession"]
        return [self.language, *decided]

    def _film_keys(self) -> list[str]:
        from sijill.film.fonts import load_fonts

        return [*self.languages, self.workspace.name, load_fonts().digest]

    def _cut_keys(self) -> list[str]:
        from sijill.stages.filming import voice_key

        return [*self._film_keys(), voice_key(self.language)]

    # ---- readings

    @cached_property
    def _reading(self) -> ReadingStep:
        return ReadingStep(self.build, self.held, self._known_digest, self.progress)

    def read_sources(self) -> list[Path]:
        """Read every source; what was read whole before and has not changed is not read again."""
        from sijill.register.load import PROJECT_FOLDER

        if self.held.is_open:
            _ = self.register  # another one than before lets go of what was read with that
        self.__dict__.pop("_readings", None)
        tables = self.workspace.root / PROJECT_FOLDER
        return self._reading.read(
            self.sources, self._key_of, self.texts, lambda: self.register, tables
        )

    def make_ready(self) -> None:
        """Load what reading one more source needs."""
        self._reading.make_ready(self.sources, self.texts, lambda: self.register)

    def reading_faults(self) -> list[tuple[str, str, str]]:
        """Say which sources were not read whole: their name, the layer, and what happened."""
        return self._reading.faults(self.sources)

    @cached_property
    def _readings(self) -> list[Reading]:
        return self._reading.readings(self.sources)

    # ---- identity and record

    def identify(self) -> list[Path]:
        """Find who is who across all readings.

        Names that people confirmed are written as tables, beside what they were worked out from,
        and count as known in a second round.
        """
        from sijill.identity.confirmed import resolve_with_confirmed
        from sijill.identity.heard import recall, remember
        from sijill.identity.known import known_of

        known = known_of(self.register)
        heard = self.build / "cache" / "heard.json"
        code = digest_of([code_digest("identity", "register", "data"), self._known_digest])
        if not self.held.is_open:
            recall(known, heard, code)
            known.asked.clear()
        before = set(known.heard)
        identities, made = resolve_with_confirmed(
            self._readings,
            self.register,
            languages=self.workspace.settings.languages,
            texts=self.texts,
            decisions=self._entries,
            folder=self.build / "identity" / "register",
            workbook=self.held.workbook,
        )
        if known.asked != before:
            remember(known, heard, code)
        path = self.build / "identity" / "identities.json"
        self.held.written[path] = self.held.file(path).write(identities)
        self._found = identities
        return [path, *made]

    def _identities(self) -> Identities:
        from sijill.identity.resolver import IDENTITIES_FORMAT, Identities

        if self._found is None:
            path = self.build / "identity" / "identities.json"
            self._found = read_json(path, Identities, format_name=IDENTITIES_FORMAT)
        return self._found

    def record(self) -> list[Path]:
        """Merge all readings into the record, as JSON and as a database."""
        from sijill.checks.build import build_record
        from sijill.record.decisions import decisions_from

        settings = self.workspace.settings
        record = build_record(
            title=settings.title,
            between=settings.between,
            languages=settings.languages,
            readings=self._readings,
            sources=[self._note_of(source) for source in self.sources],
            texts=self.texts,
            identities=self._identities(),
            register=self.register,
            decisions=decisions_from(self._entries),
            own_tables=self.own_tables,
            workbook=self.held.workbook,
        )
        self.held.turn()
        self.held.record = record
        path, seals, store = (
            self.build / "record" / name for name in ("record.json", "seals.json", "record.sqlite")
        )
        file = self.held.file(path, is_sealed=True)
        self.held.store(store).write(record)
        # The digest of a large database takes as long as the rest, and no turn of the interpreter.
        with ThreadPoolExecutor(1) as beside:
            digest = beside.submit(sha256_of_file, store)
            self.held.written[path] = file.write(record)
            write_atomic(seals, file.seals(record))
        self.held.written[store] = digest.result()
        return [path, seals, store]

    def _note_of(self, source: Source) -> SourceNote:
        text = self.texts[source.id]
        known = self.held.notes.get(source.id)
        if known is None or known[0] is not source or known[1] is not text:
            known = self.held.notes[source.id] = source, text, source_note(source, text)
        return known[2]

    def load_record(self) -> Record:
        """Give the record as it was built."""
        if self.held.record is not None:
            return self.held.record
        path = self.build / "record" / "record.json"
        return read_json(path, Record, format_name=RECORD_FORMAT)

    # ---- script, cut, film

    def script(self) -> list[Path]:
        """Write the script in every language, and its annotated page in each."""
        from sijill.script.annotated import annotated_script
        from sijill.script.check import check_script
        from sijill.script.compose import write_script
        from sijill.script.pruning import prune
        from sijill.script.untold import left_out
        from sijill.site.webfonts import write_fonts

        record = self.load_record()
        titles = self.workspace.settings.titles
        chapters = self.workspace.settings.chapters
        written = write_script(
            record,
            languages=self.languages,
            titles=titles or None,
            chapters=chapters,
        )
        report = check_script(written, record, self.texts)
        pruned = prune(written, report.faults)
        script = pruned.script
        rest = self.build / "script" / "left_out.json"
        write_json(rest, left_out(written, pruned, record, chapters=chapters))
        path = self.build / "script" / "script.json"
        write_json(path, script)
        made = [path, rest]
        plain = {x: annotated_script(script, record, x) for x in script.languages}
        fonts, style = write_fonts("".join(plain.values()), self.build / "script")
        for language in plain:
            page = self.build / "script" / f"script.{language}.html"
            whole = annotated_script(script, record, language, font_style=style)
            write_atomic(page, whole.encode("utf-8"))
            made.append(page)
        return [*made, *fonts]

    def load_left_out(self) -> LeftOut:
        """Give what the script leaves out, as it was built."""
        path = self.build / "script" / "left_out.json"
        return read_json(path, LeftOut, format_name=LEFT_OUT_FORMAT)

    def load_script(self) -> Script:
        """Give the script as it was built."""
        path = self.build / "script" / "script.json"
        return read_json(path, Script, format_name=SCRIPT_FORMAT)

    def cut(self) -> list[Path]:
        """Speak the script and lay it out in frames: the timeline and the trace."""
        from sijill.stages.filming import make_timeline

        made, self.spoken = make_timeline(self._order(), self.load_script())
        return made

    def film(self) -> list[Path]:
        """Render the cut."""
        from sijill.stages.filming import render

        return render(self._order())

    def film_seconds(self) -> float:
        """Give the length of the film's cut in seconds."""
        from sijill.stages.filming import length_of

        return length_of(self._order())

    def film_notes(self) -> list[str]:
        """Give what the film has to say to a person: that there is no voice, for example."""
        from sijill.stages.filming import read_notes

        return read_notes(self._order())

    def _order(self) -> FilmOrder:
        from sijill.stages.filming import FilmOrder

        return FilmOrder(
            self.build, self.workspace.name, self.languages, self.quality, self.progress
        )

    def page(self) -> list[Path]:
        """Write the page, with the film where there is one."""
        from sijill.site.pages import write_site
        from sijill.stages.decided import decisions_of

        film = self.film_path if self.film_path.exists() else None
        trace_path = self.build / "film" / "trace.json"
        trace = json.loads(trace_path.read_text("utf-8")) if film else {}
        stem = f"{self.workspace.name}.{self.language}"
        folder = self.build / "film"
        tracks = [(self.language, folder / f"{stem}.vtt")]
        tracks += [(other, folder / f"{stem}.{other}.vtt") for other in self.languages[1:]]
        poster = folder / f"{stem}.png"
        return write_site(
            record=self.load_record(),
            script=self.load_script(),
            trace=trace,
            texts=self.texts,
            film=film,
            subtitles=[(language, path) for language, path in tracks if path.exists()],
            poster=poster if poster.exists() else None,
            out_dir=self.build / "site",
            language=self.language,
            decisions=[to_plain(line) for line in decisions_of(self.workspace)],
        )


def _bytes_of(path: Path) -> bytes:
    # A table that cannot be read is named with the others' faults, and stops no build.
    try:
        return path.read_bytes()
    except OSError:
        return b""


def source_note(source: Source, text: str) -> SourceNote:
    """Give what the record says about a source; `words` are counted between blanks."""
    return SourceNote(
        id=source.id,
        name=source.name,
        headline=source.headline,
        language=source.language,
        outlet=source.outlet,
        published=source.published,
        url=source.url or (source.retold_from[0] if source.retold_from else None),
        rights=source.rights,
        words=len(text.split()),
    )

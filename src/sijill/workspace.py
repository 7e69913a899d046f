"""A project folder: where sources, media, ledger and build are kept, and what its settings say.

sijill.toml     title, the two states, languages, settings of film and page
sources/        what was put in, byte for byte, named by SHA-256; never changed
media/          stills, footage, sound of the user's own
ledger/         what people decided; appended to, never rewritten
build/          everything Sijill made; safe to delete
"""

from __future__ import annotations

import fcntl
import os
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import IO, Any

from sijill.errors import UsageError, WorkspaceFault
from sijill.languages import COLUMNS, LANGUAGES
from sijill.serial import sweep_unfinished, write_atomic
from sijill.tables import Row, open_table

PROJECT_FORMAT = "sijill.project/1"
SETTINGS_FILE = "sijill.toml"
QUALITIES = ("draft", "standard", "master")
_FOLDERS = ("sources", "media", "ledger")
_SETTINGS = ("format", "title", "titles", "between", "languages", "film")
_FILM = ("language", "quality", "chapters")


@dataclass(frozen=True, slots=True)
class Settings:
    """What `sijill.toml` says: title, the two states (ISO 3166-1 alpha-2), languages, film.

    `titles` hold the title in languages other than that of `title`; `chapters` are the film's
    outline, which grows from the record where there are none.
    """

    title: str
    between: tuple[str, str]
    languages: tuple[str, ...] = ("ar", "en")
    film_language: str = "ar"
    quality: str = "standard"
    titles: dict[str, str] = field(default_factory=dict)
    chapters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folders and settings of one project."""

    root: Path
    settings: Settings

    @property
    def name(self) -> str:
        """The project's short name: the folder's, made safe for file names."""
        return slug(self.root.resolve().name)

    @property
    def sources(self) -> Path:
        """Where the sources' bytes and texts are."""
        return self.root / "sources"

    @property
    def ledger(self) -> Path:
        """The file of decisions."""
        return self.root / "ledger" / "ledger.jsonl"

    @property
    def build(self) -> Path:
        """Where everything goes that Sijill makes."""
        return self.root / "build"

    @contextmanager
    def building(self) -> Iterator[None]:
        """Hold the project's build lock; a second build at the same time is refused.

        Raises WorkspaceFault when one is running, or nothing can be written.
        """
        if os.path.lexists(self.build) and not self.build.is_dir():
            raise WorkspaceFault(
                "is no folder" if self.build.exists() else "is a link to what is not there",
                where=str(self.build),
                remedy="Take it away; a build makes it anew.",
            )
        try:
            self.build.mkdir(parents=True, exist_ok=True)
            lock = open(self.build / ".lock", "wb")  # noqa: SIM115  held until the block ends
        except OSError as fault:
            raise WorkspaceFault(
                f"cannot write here: {fault.strerror or fault}",
                where=str(self.build),
                remedy="Free some space or check the folder's permissions.",
            ) from fault
        with lock:
            self._lock_build(lock, fcntl.LOCK_EX)
            yield

    @contextmanager
    def checking(self) -> Iterator[None]:
        """Keep builds away while what they made is checked; it writes nothing.

        Others may check at the same time. Raises WorkspaceFault when a build is running.
        """
        try:
            lock = open(self.build / ".lock", "rb")  # noqa: SIM115  held until the block ends
        except OSError:  # nothing was ever built here, or the folder came without its lock
            yield
            return
        with lock:
            self._lock_build(lock, fcntl.LOCK_SH)
            yield

    def _lock_build(self, lock: IO[bytes], kind: int) -> None:
        try:
            fcntl.flock(lock, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            raise WorkspaceFault(
                "another build of this project, or a check of it, is running",
                where=str(self.root),
                remedy="Wait until it ends, or stop it; nothing is lost when you do.",
            ) from None

    @contextmanager
    def adding(self) -> Iterator[None]:
        """Hold the collection's lock; who adds at the same time waits for his turn."""
        try:
            self.ledger.parent.mkdir(parents=True, exist_ok=True)
            lock = open(self.ledger.with_name(".lock"), "wb")  # noqa: SIM115
        except OSError as fault:
            raise WorkspaceFault(
                f"cannot write here: {fault.strerror or fault}",
                where=str(self.ledger.parent),
                remedy="Free some space or check the folder's permissions.",
            ) from fault
        with lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def slug(text: str) -> str:
    """Make a short name safe for file names: letters, digits and hyphens of any script."""
    plain = unicodedata.normalize("NFC", text).strip().lower()
    return re.sub(r"[^\w]+", "-", plain, flags=re.UNICODE).strip("-_") or "project"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    # TOML basic strings take no control characters.
    return '"' + re.sub(r"[\x00-\x1f\x7f]", " ", escaped) + '"'


def create_workspace(root: Path, settings: Settings) -> Workspace:
    """Make a new project folder.

    Raises WorkspaceFault when the folder holds a project or anything else already.
    """
    if (root / SETTINGS_FILE).exists():
        raise WorkspaceFault(
            "is a Sijill project already", where=str(root), remedy="Add sources: sijill add PATH"
        )
    if root.exists() and not (root.is_dir() and _is_unfinished(root)):
        raise WorkspaceFault(
            "exists and is not empty",
            where=str(root),
            remedy="Choose a folder that does not exist yet.",
        )
    between = ", ".join(_quoted(state) for state in settings.between)
    languages = ", ".join(_quoted(language) for language in settings.languages)
    text = (
        "# A Sijill project. What each line means: docs/project-file.md\n"
        f'format = "{PROJECT_FORMAT}"\n'
        f"title = {_quoted(settings.title)}\n"
        f"between = [{between}]\n"
        f"languages = [{languages}]\n"
        "\n[film]\n"
        f"language = {_quoted(settings.film_language)}\n"
        f"quality = {_quoted(settings.quality)}\n"
    )
    if settings.chapters:
        text += f"chapters = [{', '.join(_quoted(chapter) for chapter in settings.chapters)}]\n"
    if settings.titles:
        lines = [f"{key} = {_quoted(title)}\n" for key, title in sorted(settings.titles.items())]
        text += "\n[titles]\n" + "".join(lines)
    try:
        sweep_unfinished(root)
        for folder in _FOLDERS:
            (root / folder).mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise WorkspaceFault(
            f"cannot be made: {fault.strerror or fault}",
            where=str(root),
            remedy="Check the folder's permissions and the free space.",
        ) from fault
    write_atomic(root / SETTINGS_FILE, text.encode("utf-8"))
    return Workspace(root, settings)


def _is_unfinished(root: Path) -> bool:
    """Say whether a folder holds no more than `create_workspace` leaves when it is stopped."""
    return all(
        path.name.startswith(f".{SETTINGS_FILE}.")
        or (path.name in _FOLDERS and path.is_dir() and not any(path.iterdir()))
        for path in root.iterdir()
    )


def open_workspace(root: Path) -> Workspace:
    """Open the project that `root` is, or stands in.

    Raises WorkspaceFault when there is none or its settings cannot be read.
    """
    start = root.resolve()
    for folder in (start, *start.parents):
        if (folder / SETTINGS_FILE).is_file():
            return Workspace(folder, _read_settings(folder / SETTINGS_FILE))
    raise WorkspaceFault(
        "is no Sijill project: it has no sijill.toml, nor has a folder above it",
        where=str(root),
        remedy="Make one:  sijill new DIR --title T --between KZ JP",
    )


def check_named(folder: Path) -> None:
    """Refuse a folder that was named as a project and is none, with the nearest that is one.

    Nothing above it is taken instead: what was mistyped would be decided in another project.
    Raises UsageError.
    """
    if (folder / SETTINGS_FILE).is_file():
        return
    what = "there is no Sijill project in it" if folder.is_dir() else "there is no such folder"
    raise UsageError(what, where=str(folder), remedy=_nearest_project(folder))


def _nearest_project(folder: Path) -> str:
    try:
        beside = {p.parent.name: p.parent for p in folder.parent.glob(f"*/{SETTINGS_FILE}")}
    except OSError:
        beside = {}
    near = get_close_matches(folder.name, beside, 1)
    if near:
        return f"Perhaps: -p {beside[near[0]]}"
    for above in folder.resolve().parents:
        if (above / SETTINGS_FILE).is_file():
            return f"Perhaps the project around it:  -p {above}"
    return "Name the folder that holds sijill.toml, or make one:  sijill new DIR"


def _read_settings(path: Path) -> Settings:
    try:
        plain = tomllib.loads(path.read_text("utf-8"))
    except OSError as fault:
        raise _unreadable(path, fault.strerror or str(fault)) from fault
    except ValueError as fault:
        raise _unreadable(path, str(fault)) from fault
    film, titles = (_section(path, plain, name) for name in ("film", "titles"))
    unknown = [k for k in plain if k not in _SETTINGS] + [k for k in film if k not in _FILM]
    if unknown:
        known = ", ".join((*_SETTINGS, *_FILM))
        raise _unreadable(path, f"“{unknown[0]}” is not a setting; there are: {known}")
    if plain.get("format") != PROJECT_FORMAT:
        found = plain.get("format")
        raise _unreadable(path, f"it states the format “{found}”, not “{PROJECT_FORMAT}”")
    between = _texts(path, plain, "between", None)
    if len(between) != 2:
        raise _unreadable(path, 'between must name two states, such as ["KZ", "JP"]')
    settings = Settings(
        title=_text(path, plain, "title", None),
        between=(between[0], between[1]),
        languages=tuple(dict.fromkeys(_texts(path, plain, "languages", ("ar", "en")))),
        film_language=_text(path, film, "language", "ar"),
        quality=_text(path, film, "quality", "standard"),
        titles={language: _text(path, titles, language, None) for language in titles},
        chapters=tuple(dict.fromkeys(_texts(path, film, "chapters", ()))),
    )
    try:
        check_settings(settings, where=str(path))
    except UsageError as fault:
        # What stands in a file is no wrong use of the command.
        raise WorkspaceFault(fault.what, where=fault.where, remedy=fault.remedy) from fault
    return settings


def _unreadable(path: Path, why: str) -> WorkspaceFault:
    return WorkspaceFault(
        f"cannot be read: {why}",
        where=str(path),
        remedy="Correct the line; docs/project-file.md shows each setting.",
    )


def _section(path: Path, plain: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    section = plain.get(name, {})
    if not isinstance(section, dict):
        raise _unreadable(path, f"“{name}” must be a section, [{name}]")
    return section


def _text(path: Path, plain: Mapping[str, Any], key: str, default: str | None) -> str:
    value = plain.get(key, default)
    if not isinstance(value, str):
        raise _unreadable(path, f'{key} must be a text in quotation marks, {key} = "…"')
    return value


def _texts(
    path: Path, plain: Mapping[str, Any], key: str, default: tuple[str, ...] | None
) -> tuple[str, ...]:
    value = plain.get(key, default)
    if not isinstance(value, (list, tuple)) or not all(isinstance(v, str) for v in value):
        raise _unreadable(path, f'{key} must be a list of texts, {key} = ["…", "…"]')
    return tuple(value)


def check_settings(settings: Settings, *, where: str) -> None:
    """Refuse settings that cannot work, with the values that can.

    Raises UsageError.
    """
    for language in (*settings.languages, settings.film_language, *settings.titles):
        if language not in LANGUAGES:
            raise UsageError(
                f"“{language}” is not a language Sijill knows",
                where=where,
                remedy=f"Choose among: {', '.join(LANGUAGES)}",
            )
    if settings.quality not in QUALITIES:
        raise UsageError(
            f"“{settings.quality}” is not a quality",
            where=where,
            remedy=f"Choose among: {', '.join(QUALITIES)}",
        )
    chapters = [row["chapter"] for row in open_table("protocol/film_grammar.tsv", ("chapter",))]
    for chapter in settings.chapters:
        if chapter not in chapters:
            raise UsageError(
                f"“{chapter}” is no chapter of a film",
                where=where,
                remedy=f"Choose among: {', '.join(chapters)}",
            )
    if not settings.title.strip():
        raise UsageError("the title is empty", where=where, remedy="Give one: --title T")
    states = open_table("world/states.tsv", ("code", "id", *COLUMNS))
    codes = {row["code"] for row in states}
    for state in settings.between:
        if state not in codes:
            raise UsageError(
                f"“{state}” is not a country code",
                where=where,
                remedy=_state_meant(state, states)
                or "Give two codes of ISO 3166-1, such as: --between KZ JP",
            )
    if settings.between[0] == settings.between[1]:
        raise UsageError(
            f"“{settings.between[0]}” is named twice",
            where=where,
            remedy="Sijill tells of relations between two states; name two different ones.",
        )


def _state_meant(given: str, states: Iterable[Row]) -> str:
    """Say which state somebody means who gave a name or a longer code; empty where none is near."""
    codes: dict[str, str] = {}
    for row in states:
        for name in (row["id"], *(row[language] for language in COLUMNS)):
            codes.setdefault(name.casefold(), row["code"])
    asked = given.casefold()
    found = {codes[asked]} if asked in codes else set()
    found = found or {code for name, code in codes.items() if name.startswith(asked)}
    near = [] if found else get_close_matches(asked, codes, n=1)
    found |= {codes[name] for name in near}
    return f"Write its code of ISO 3166-1: {found.pop()}" if len(found) == 1 else ""

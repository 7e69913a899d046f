"""A script: chapters of scenes of sentences, each with the items and words it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from sijill.citation import Citation
from sijill.record.items import LocalText
from sijill.script.scenes import Card

SCRIPT_FORMAT = "sijill.script/1"


class SentenceKind(Enum):
    """What a narrated sentence does with its evidence."""

    VERBATIM = "verbatim"
    TRANSLATION = "translation"
    PARAPHRASE = "paraphrase"
    SYNTHESIS = "synthesis"
    ATTRIBUTED_OPINION = "attributed_opinion"
    EDITORIAL = "editorial"


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence in one language: `show` for the eye, `say` for the voice (numbers in words)."""

    show: str
    say: str


@dataclass(frozen=True, slots=True)
class ScriptSentence:
    """A narrated sentence: its line per language, the item ids and the citations it stands on.

    Only an editorial sentence may be without citations.
    """

    id: str
    kind: SentenceKind
    lines: dict[str, Line]
    items: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """One scene: its id (`protocol-2`), what it draws, and what is said while it is seen."""

    id: str
    card: Card
    sentences: tuple[ScriptSentence, ...]

    @property
    def template(self) -> str:
        """The scene type of the film grammar."""
        return self.card.template


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the film grammar that the record has items for."""

    id: str
    title: LocalText
    scenes: tuple[Scene, ...]


@dataclass(frozen=True, slots=True)
class MissingChapter:
    """A chapter that could not be told, and why."""

    id: str
    why: LocalText


@dataclass(frozen=True, slots=True)
class Script:
    """The whole script of a film, in every language of `languages`."""

    title: LocalText
    languages: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    missing: tuple[MissingChapter, ...] = ()
    format: str = SCRIPT_FORMAT

    def scenes(self) -> Iterator[tuple[Chapter, Scene]]:
        """Go through all scenes in the order of the film, each with its chapter."""
        for chapter in self.chapters:
            for scene in chapter.scenes:
                yield chapter, scene

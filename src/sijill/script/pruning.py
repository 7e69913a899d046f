"""A script and the faults of its check go in; the script without the sentences at fault comes out.

What cannot be shown to stand on its evidence is left out, never narrated with a warning. A scene
that loses all it had to say goes with it, unless it is a title or the roll of sources; so does a
chapter that loses all its scenes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sijill.errors import ScriptFault
from sijill.script.labels import script_labels
from sijill.script.sentence import Chapter, MissingChapter, Scene, Script

#: Scenes that say something to the eye alone.
_SILENT = frozenset({"title", "source_roll"})


#: How the reason ends for an item of which another telling is told.
SAME = "is the same in other words"
LEFT_OUT_FORMAT = "sijill.left_out/1"


@dataclass(frozen=True, slots=True)
class Untold:
    """An item of the record that no line tells: its kind and type, what it says, and why not."""

    id: str
    kind: str
    type: str
    says: str
    why: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What a film leaves out: sentences that did not stand the check, and items not told."""

    sentences: tuple[str, ...]
    items: tuple[Untold, ...]
    format: str = LEFT_OUT_FORMAT


@dataclass(frozen=True, slots=True)
class Pruned:
    """The script that holds, and for each sentence left out one line that says why."""

    script: Script
    left_out: tuple[str, ...]


def prune(script: Script, faults: Iterable[ScriptFault]) -> Pruned:
    """Leave out every sentence that a fault names."""
    why: dict[str, str] = {}
    for fault in faults:
        why.setdefault(fault.sentence_id, fault.what)
    if not why:
        return Pruned(script, ())
    chapters, missing = [], list(script.missing)
    for chapter in script.chapters:
        scenes = [kept for scene in chapter.scenes if (kept := _prune_scene(scene, set(why)))]
        if any(scene.template not in _SILENT for scene in scenes) or scenes == [*chapter.scenes]:
            chapters.append(Chapter(chapter.id, chapter.title, tuple(scenes)))
        else:
            why_missing = {x: script_labels(x)["missing.unsound"] for x in script.languages}
            missing.append(MissingChapter(chapter.id, why_missing))
    pruned = replace(script, chapters=tuple(chapters), missing=tuple(missing))
    return Pruned(pruned, tuple(f"sentence {i} was left out: it {what}" for i, what in why.items()))


def _prune_scene(scene: Scene, at_fault: set[str]) -> Scene | None:
    kept = tuple(s for s in scene.sentences if s.id not in at_fault)
    if len(kept) == len(scene.sentences):
        return scene
    return replace(scene, sentences=kept) if kept or scene.template in _SILENT else None

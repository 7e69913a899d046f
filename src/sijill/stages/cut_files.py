"""A project's build goes in; its cut comes out as editing programs take it."""

from __future__ import annotations

from sijill.errors import WorkspaceFault
from sijill.exports.material import ALONE, Files
from sijill.workspace import Workspace

#: The formats of a cut, and what each is.
CUT_FORMATS = {
    "otio": "the cut as OpenTimelineIO, for editing programs",
    "edl": "the cut as an edit decision list (CMX 3600)",
    "markers": "chapters and cited sentences as markers for DaVinci Resolve (EDL)",
}


def cut_files(workspace: Workspace, kind: str, language: str) -> Files:
    """Give the cut that the last build made for the film in a language.

    Raises WorkspaceFault when none was built.
    """
    path = workspace.build / "film" / f"{workspace.name}.{language}.otio"
    if not path.exists():
        raise WorkspaceFault(
            f"there is no cut of the film in “{language}” yet",
            where=str(path),
            remedy=f"Run: sijill build cut --language {language}",
        )
    if kind == "otio":
        return {ALONE: path.read_bytes()}
    # What draws and cuts films is slow to load, and no other export needs it.
    from sijill.film.edit_list import read_edit_list
    from sijill.film.edl import to_edl, to_marker_edl

    cut = read_edit_list(path)
    text = to_edl(cut) if kind == "edl" else to_marker_edl(cut)
    return {ALONE: text.encode("utf-8")}

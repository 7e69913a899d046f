"""A project goes in; its stages run, and what became of each comes out as a report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from sijill.errors import UsageError
from sijill.languages import NARRATED
from sijill.stages.graph import Outcome, run
from sijill.stages.held import Held
from sijill.stages.reading_step import Progress, code_digest
from sijill.stages.seen import look
from sijill.stages.state import load_state
from sijill.stages.steps import Steps
from sijill.workspace import Workspace


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What became of each stage, and the steps that know where the results are."""

    steps: Steps
    outcomes: tuple[Outcome, ...] = field(default_factory=tuple)

    @property
    def failed(self) -> bool:
        """Say whether any stage failed or was skipped."""
        return any(o.result in ("failed", "skipped") for o in self.outcomes)


def build_project(
    workspace: Workspace,
    *,
    until: str | None = None,
    language: str | None = None,
    quality: str | None = None,
    on_stage: Callable[[str, str], None] = lambda stage, what: None,
    progress: Progress = lambda stage, done, total: None,
    held: Held | None = None,
) -> BuildReport:
    """Run what is out of date, up to the stage `until`; stages that fail don't stop the others.

    `language` and `quality` default to the project's settings. `held` is what this process holds
    from its last build of the project. Raises WorkspaceFault when another
    build runs or nothing can be written.
    """
    settings = workspace.settings
    wanted = language or settings.film_language
    if wanted not in NARRATED:
        raise UsageError(
            f"there is no narration in “{wanted}” yet",
            where="sijill build",
            remedy=f"Choose --language {' or --language '.join(NARRATED)}.",
        )
    held = held or Held(keeps=False)
    steps = Steps(workspace, wanted, quality or settings.quality, progress, held)
    with workspace.building():
        if not held.is_open:
            _sweep(workspace.build)
        outcomes = run(
            workspace.build,
            steps.stages(),
            code=code_digest(),
            until=until,
            on_stage=on_stage,
            seen=look(workspace, load_state(workspace.build).seen),
            is_open=held.is_open,
            written=held.written,
            same=lambda: held.same,
        )
        return BuildReport(steps, tuple(outcomes))


def _sweep(build: Path) -> None:
    """Remove what a killed build left half-written; nobody else writes while we hold the lock."""
    for path in sorted(build.rglob(".*")):
        if path.is_file() and path.name != ".lock" and path.suffix != ".part":
            path.unlink(missing_ok=True)

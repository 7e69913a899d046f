"""A seed and a number go in; so many commands are killed at random moments, and every promise of
Sijill is checked after each: no acknowledged decision or source lost, `verify` clean, the next
build goes on by itself and gives the bytes of a build from nothing.

    python tests/crash/campaign.py --kills 200 --seed 7
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from holding import Promised, broken_promises, built_files, left_over
from killing import Moment, Run, run
from work import ACTIONS, acknowledged, command, write_texts

from sijill.sources.holdings import add_files
from sijill.stages.build import build_project
from sijill.workspace import Settings, create_workspace

#: A project is given up after so many kills, so that it stays small and its builds short.
KILLS_A_PROJECT = 20
#: What is killed, the long work more often than the short.
KINDS = ("add", "decide", "review", "build", "build", "script", "watch")


@dataclass
class Tally:
    """What the campaign did, and every fault it found, with what repeats it."""

    kills: Counter[str] = field(default_factory=Counter)
    unharmed: int = 0
    promises: int = 0
    compared: int = 0
    faults: list[str] = field(default_factory=list)


class Campaign:
    """One project that is killed at again and again."""

    def __init__(self, folder: Path, seed: int, tally: Tally) -> None:
        self.folder = folder
        self.project = folder / "project"
        self.log = folder / "said.txt"
        self.chance = random.Random(seed)
        self.tally = tally
        self.promised = Promised()
        self.kills = 0
        #: How long each kind of work takes and how many steps it has, from a run left alone.
        self.usual: dict[str, Run] = {}

    def fault(self, what: str, after: str) -> None:
        """Keep a fault with the kill it came after."""
        self.tally.faults.append(f"{what} (after {after})")

    def prepare(self) -> None:
        """Make the project, and do each kind of work once unharmed."""
        self.do(command("new", self.project, "--title", "T", "--between", "PE", "GH"))
        texts = write_texts(self.folder / "texts", self.chance)
        self.do(command("add", *texts, "-p", self.project))
        for name in ("script", "decide", "build", "review", "add", "watch"):
            work = ACTIONS[name](self.project, self.folder, self.chance)
            self.usual[name] = self.do(work)

    def do(self, work: Callable[[], int]) -> Run:
        """Do a piece of work unharmed; it must end well."""
        done = run(work, self.log)
        acknowledged(done.said, self.promised)
        if done.status != 0:
            self.fault(f"ended with {done.status}: {done.said[-900:]}", "no kill")
        return done

    def strike(self) -> None:
        """Start one piece of work, kill it, and check all that was promised."""
        name = self.chance.choice(KINDS)
        usual = self.usual[name]
        if self.chance.random() < 0.5:
            moment = Moment(step=self.chance.randint(1, max(usual.steps, 1)))
        else:
            moment = Moment(seconds=self.chance.uniform(0, usual.seconds))
        if name in ("build", "script", "watch"):
            self.do(ACTIONS["decide"](self.project, self.folder, self.chance))
            if self.chance.random() < 0.3:
                shutil.rmtree(self.project / "build", ignore_errors=True)
        work = ACTIONS[name](self.project, self.folder, self.chance)
        struck = run(work, self.log, moment=moment)
        acknowledged(struck.said, self.promised)
        if struck.status is not None:
            self.tally.unharmed += 1
            return
        self.kills += 1
        self.tally.kills[name] += 1
        after = f"kill {self.kills} of this project, {name} at {moment}"
        self.check(after)
        if name in ("build", "script", "watch"):
            self.build_on(after)

    def check(self, after: str) -> None:
        """Check every promise, and that `verify` finds nothing."""
        for what in broken_promises(self.project, self.promised):
            self.fault(what, after)
        verified = run(command("verify", "-p", self.project), self.log)
        if verified.status != 0:
            self.fault(f"verify ended with {verified.status}: {verified.said}", after)

    def build_on(self, after: str) -> None:
        """Build again with no other step, and check that nothing is left of the killed one."""
        built = run(command("build", "record", "-p", self.project), self.log)
        if built.status != 0:
            self.fault(f"the next build ended with {built.status}: {built.said}", after)
        left = [name for name in left_over(self.project) if name.startswith("build/")]
        if left:
            self.fault(f"left behind: {', '.join(left)}", after)

    def finish(self) -> None:
        """Compare the result with that of a build from nothing, in another folder."""
        self.do(ACTIONS["add"](self.project, self.folder, self.chance))
        self.do(command("build", "script", "-p", self.project))
        left = left_over(self.project)
        if left:
            self.fault(f"left behind: {', '.join(left)}", "the last build")
        self.check("the last build")
        again = self.folder / "from nothing"
        shutil.copytree(self.project, again, ignore=shutil.ignore_patterns("build"))
        self.do(command("build", "script", "-p", again))
        mine, fresh = built_files(self.project / "build"), built_files(again / "build")
        for name in sorted(set(mine) | set(fresh)):
            if mine.get(name) != fresh.get(name):
                self.fault(f"build/{name} differs from a build from nothing", "all kills")
        self.tally.compared += len(mine)
        kept = (self.promised.decisions, self.promised.lines, self.promised.sources)
        self.tally.promises += sum(map(len, kept))


def run_campaign(
    kills: int, seed: int, folder: Path, *, say: Callable[[str], None] = lambda line: None
) -> Tally:
    """Kill so many times, with a new project every KILLS_A_PROJECT kills."""
    tally = Tally()
    number = 0
    began = time.monotonic()
    warm_up(folder / "warm")
    while sum(tally.kills.values()) < kills:
        home = folder / f"{number}"
        home.mkdir(parents=True)
        campaign = Campaign(home, seed + number, tally)
        campaign.prepare()
        wanted = min(KILLS_A_PROJECT, kills - sum(tally.kills.values()))
        tries = 0
        while campaign.kills < wanted and tries < 10 * wanted:
            tries += 1
            campaign.strike()
        if campaign.kills < wanted:
            campaign.fault("work ends before it can be killed", f"{tries} tries")
            break
        campaign.finish()
        number += 1
        say(
            f"seed {campaign_seed(seed, number)}: {sum(tally.kills.values())} kills,"
            f" {len(tally.faults)} faults, {time.monotonic() - began:.0f} s"
        )
        shutil.rmtree(home)
    return tally


def warm_up(folder: Path) -> None:
    """Load models and tables into this process, so that its forks spend their time at work."""
    folder.mkdir()
    texts = write_texts(folder, random.Random(0))
    workspace = create_workspace(folder / "project", Settings("T", ("PE", "GH")))
    list(add_files(workspace, texts, at="2025-12-01T00:00:00Z", who="Aru"))
    build_project(workspace, until="script")
    shutil.rmtree(folder)


def campaign_seed(seed: int, number: int) -> int:
    """Give the seed of the project of this number (1-based)."""
    return seed + number - 1


def main() -> int:
    """Run from the command line; exit status 1 when a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=None, help="repeats a campaign")
    wanted = parser.parse_args()
    seed = wanted.seed if wanted.seed is not None else int.from_bytes(os.urandom(3))
    print(f"seed {seed}", flush=True)
    folder = Path(tempfile.mkdtemp(prefix="sijill-crash-"))
    try:
        tally = run_campaign(wanted.kills, seed, folder, say=lambda line: print(line, flush=True))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    for fault in tally.faults:
        print(f"FAULT  {fault}")
    kinds = ", ".join(f"{count} in {name}" for name, count in sorted(tally.kills.items()))
    print(
        f"{sum(tally.kills.values())} kills ({kinds}); {tally.promises} acknowledgements kept,"
        f" {tally.compared} built files the same as from nothing, {len(tally.faults)} faults"
    )
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())

"""A script and its record go in; what of the record no line tells comes out, each with the reason.

A viewer who misses something must be able to find out why. The reason is the first that holds:
what was told and did not stand the check, what the narrator cannot say, what there was no room for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sijill.record.items import (
    ClaimItem,
    EventItem,
    FigureItem,
    Record,
    StatementItem,
)
from sijill.register.entries import Register
from sijill.register.load import load_register
from sijill.script.cards import limits
from sijill.script.chapters.further import sense_of, senses_told
from sijill.script.claimed import claim_words
from sijill.script.compose import known_only
from sijill.script.facts import Story, stands_in
from sijill.script.happenings import has_words, is_tellable, key_of, plan_of
from sijill.script.kept_plans import came_about_as
from sijill.script.nameable import nameable
from sijill.script.narration.numerals import western_digits
from sijill.script.pruning import SAME, LeftOut, Pruned, Untold
from sijill.script.reported_words import (
    exact_words,
    is_narratable,
    is_only_denied,
    is_told_in_words,
)
from sijill.script.sentence import Script
from sijill.script.teller import Teller
from sijill.script.trade_figures import TRADE, trade_figures
from sijill.script.verdicts import can_be_judged

#: So many happenings are rehearsed to find out why they are not told; a film has room for some
#: forty, and of a record that holds thousands more it has none.
_MOST_TRIED = 300


def left_out(
    written: Script,
    pruned: Pruned,
    record: Record,
    *,
    register: Register | None = None,
    chapters: Sequence[str] = (),
) -> LeftOut:
    """Name everything that no line of the pruned script tells.

    `written` is the script before the check, `chapters` the outline that somebody gave; the
    register is the package's own by default.
    """
    known = register if register is not None else load_register()
    reasons = _Reasons(written, pruned, record, known, chapters)
    return LeftOut(pruned.left_out, tuple(reasons.untold()))


def items_of(script: Script) -> set[str]:
    """Give the ids of the items that a script tells."""
    return {i for _, scene in script.scenes() for s in scene.sentences for i in s.items}


class _Reasons:
    def __init__(
        self,
        written: Script,
        pruned: Pruned,
        record: Record,
        register: Register,
        chapters: Sequence[str],
    ) -> None:
        self.record, self.script = record, pruned.script
        #: Each sentence with its texts, their digits as figures are compared.
        self.shown = [
            (s, [western_digits(line.show.replace(",", "")) for line in s.lines.values()])
            for _, scene in self.script.scenes()
            for s in scene.sentences
        ]
        self.told = items_of(pruned.script)
        self.pruned = items_of(written) - self.told
        named = nameable(known_only(record), register, written.languages)
        self.teller = Teller(named, register, written.languages)
        self.story = Story(named, self.teller.names)
        self.tried = 0
        self.languages = ", ".join(written.languages)
        self.event_by_id = {e.id: e for e in record.events}
        told = [e for e in self.story.record.events if e.id in self.told]
        self.senses = senses_told(self.story, told)
        self.no_room = (
            "no chapter that “chapters” of sijill.toml asks for takes it up, or it had no room"
            if chapters
            else "a film of this length had no room for it"
        )

    def untold(self) -> Iterator[Untold]:
        """Give what no line tells: happenings, statements, claims, figures."""
        statements = {s.id: s for s in self.story.record.statements}
        for event in self.record.events:
            if event.id not in self.told:
                says = " ".join(x for x in (event.status.value, event.type, event.date) if x)
                why = self._of_event(event, self.story.event_by_id[event.id])
                yield Untold(event.id, "event", event.type, says, why)
        for said in self.record.statements:
            if said.id not in self.told:
                why = self._of_statement(said, statements[said.id])
                yield Untold(said.id, "statement", said.kind.value, said.text, why)
        for claim in self.record.claims:
            if claim.id not in self.told:
                why = self._of_claim(claim)
                yield Untold(claim.id, "claim", claim.kind.value, claim.text, why)
        for figure in self.record.figures:
            if not self._is_said(figure):
                why = self._of_figure(figure)
                yield Untold(figure.id, "figure", figure.measure, figure.number.exact, why)

    def _of_event(self, event: EventItem, named: EventItem) -> str:
        if event.id in self.pruned:
            return "its sentence did not stand the check"
        if not self.story.touches_pair(named):
            return "nobody of either state is known to have a part in it"
        self.tried += event.type != "visit"  # of a visit the reason is always wanted
        if self.tried > _MOST_TRIED and event.type != "visit":
            return self.no_room
        if self._has_no_words(named):
            return f"the narrator has no words for this: {event.status.value} {event.type}"
        kept = came_about_as(self.story, named)
        if kept is not None:
            return f"the plan was kept, as {kept.id} shows"
        if not is_tellable(self.story, self.teller, named):
            return (
                f"no sentence of the narrator fits what is known of it{self._lacks(event, named)}"
            )
        other = self.senses.get(sense_of(self.story, named))
        return f"{other}, which is told, {SAME}" if other else self.no_room

    def _has_no_words(self, event: EventItem) -> bool:
        if not has_words(event.type):
            return True
        plan = plan_of(self.story, event)
        if plan is None:
            return False
        return not self.teller.can_tell(key_of(self.story, self.teller, event, plan))

    def _lacks(self, event: EventItem, named: EventItem) -> str:
        lost = [p for p in event.participants if p not in named.participants]
        lost += [event.place] if event.place and event.place != named.place else []
        if lost:
            return f": no name that can be said in {self.languages} is known of {', '.join(lost)}"
        lacking = [] if event.participants else ["who took part"]
        lacking += [] if event.place else ["where it was"]
        return f": nothing tells {' or '.join(lacking)}" if lacking else ""

    def _of_statement(self, statement: StatementItem, named: StatementItem) -> str:
        if statement.id in self.pruned:
            return "its sentence did not stand the check"
        if named.speaker is None:
            return "nobody knows by name who said it"
        if self.story.country_of(named.speaker) not in self.story.pair:
            return "who said it is of neither of the two states"
        if is_only_denied(named):
            return "it was denied, and the narrator has no words for what was denied"
        if not is_told_in_words(self.story, named):
            heard = {named.language} if is_narratable(self.story, named) else set()
            heard |= named.translations.keys()
            lacking = [x for x in self.teller.languages if x not in heard]
            if named.language in lacking:
                return "its words hang in the air without the text around them"
            return (
                f"its words can't be narrated in {', '.join(lacking)} as they stand; a translation"
                f" helps: sijill decide {statement.id} translate {lacking[0]}=… --why …"
            )
        most = limits("quote_card")[1]
        if exact_words(named) is not None and len(named.text.split()) > most:
            return f"it is longer than the {most} words that are read on one card"
        return self.no_room

    def _of_claim(self, claim: ClaimItem) -> str:
        if claim.id in self.pruned:
            return "its sentence did not stand the check"
        if claim.verdict is None:
            return "the record can say nothing about it"
        if claim.language not in self.teller.languages:
            return f"it is made in no language of the film ({self.languages})"
        if claim_words(self.story, claim) is None:
            return "its words say too little apart from the text around them"
        if claim.verdict.verdict == "contradicted" and not can_be_judged(
            self.story, self.teller, claim
        ):
            return "what contradicts it has no name that can be said"
        return "few claims are told, and others say more"

    def _is_said(self, figure: FigureItem) -> bool:
        digits = western_digits(figure.number.exact).replace(",", "").strip()
        return any(
            any(digits in text for text in texts)
            and (
                figure.event in sentence.items
                or any(stands_in(figure.number, c) for c in sentence.citations)
            )
            for sentence, texts in self.shown
        )

    def _of_figure(self, figure: FigureItem) -> str:
        if figure in trade_figures(self.story):
            return self.no_room
        if figure.event is None and figure.measure == TRADE:
            return "it is not sure that all of it is the trade of the two states in one whole year"
        if figure.event is None:
            return "a film tells a number with what it belongs to, and it belongs to no happening"
        if figure.event in self.told:
            return f"{figure.event} is told without it"
        return f"{figure.event}, to which it belongs, is not told"

"""A script, its record and its sources go in; what does not stand on evidence comes out.

The check knows nothing of how the script was written: it holds every shown name, date and number
against the items and words that the sentence itself names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from sijill.citation import holds
from sijill.documents.quotation_marks import MARKS
from sijill.errors import ScriptFault
from sijill.languages import LANGUAGES
from sijill.record.items import EventItem, Item, Record, RecordEntity, StatementItem
from sijill.script.bounds import clock_of
from sijill.script.narration.money import Amount, amount_words, read_amount
from sijill.script.narration.numerals import western_digits
from sijill.script.narration.people import short_name
from sijill.script.sentence import Line, Script, ScriptSentence, SentenceKind

_QUOTE_MARKS = f"{MARKS} ,،"
# What may stand attached before a name in Arabic.
_FRONT = {"ar": "[وف]?[بلك]?"}
_SHORTEST_NAME = 4


@dataclass(frozen=True)
class ScriptReport:
    """What a check found: the number of sentences, how many are editorial, and every fault."""

    sentences: int
    editorial: int
    faults: tuple[ScriptFault, ...]


def check_script(script: Script, record: Record, texts: Mapping[str, str]) -> ScriptReport:
    """Check every sentence of a script against the record and the stored texts of its sources.

    `texts` are by source id. Faults are collected, in the order of the film.
    """
    checker = _Checker(script, record, texts)
    sentences = [s for _, scene in script.scenes() for s in scene.sentences]
    for sentence in sentences:
        checker.check(sentence)
    editorial = sum(s.kind is SentenceKind.EDITORIAL for s in sentences)
    return ScriptReport(len(sentences), editorial, tuple(checker.faults))


class _Checker:
    def __init__(self, script: Script, record: Record, texts: Mapping[str, str]) -> None:
        self.script, self.record, self.texts = script, record, texts
        self.faults: list[ScriptFault] = []
        self.entities = {e.id: e for e in record.entities}
        self.events = {e.id: e for e in record.events}
        self.statements = {s.id: s for s in record.statements}
        self.claims = {c.id: c for c in record.claims}
        self.languages = {source.id: source.language for source in record.sources}
        self.names = {language: _names(record.entities, language) for language in script.languages}

    def fault(self, sentence: ScriptSentence, what: str, remedy: str) -> None:
        """Note a fault."""
        self.faults.append(ScriptFault(what, sentence_id=sentence.id, remedy=remedy))

    def check(self, sentence: ScriptSentence) -> None:
        """Check one sentence in every language."""
        self._evidence(sentence)
        held = self._items(sentence)
        involved = self._involved(held)
        numbers = self._numbers(sentence, held)
        for language in self.script.languages:
            line = sentence.lines.get(language)
            if line is None or not line.show.strip() or not line.say.strip():
                self.fault(sentence, f"has no text in “{language}”", "Write it in every language.")
                continue
            if re.search(r"\d", line.say):
                self.fault(
                    sentence,
                    f"says a figure: “{line.say}”",
                    "Write figures in words for the voice.",
                )
            self._check_numbers(sentence, line, numbers)
            self._check_names(sentence, line, language, involved)
        if sentence.kind is SentenceKind.VERBATIM:
            self._check_words(sentence)

    def _evidence(self, sentence: ScriptSentence) -> None:
        if not sentence.citations and sentence.kind is not SentenceKind.EDITORIAL:
            self.fault(sentence, "has no citation", "Cite the words it stands on, or leave it out.")
        for citation in sentence.citations:
            text = self.texts.get(citation.source_id)
            if text is None or not holds(citation, text):
                self.fault(
                    sentence,
                    f"cites words that do not stand in source {citation.source_id}:"
                    f" “{citation.exact[:60]}”",
                    "Build the record again.",
                )

    def _items(self, sentence: ScriptSentence) -> list[Item]:
        found: list[Item] = []
        for item_id in sentence.items:
            item = (
                self.events.get(item_id) or self.statements.get(item_id) or self.claims.get(item_id)
            )
            if item is None:
                self.fault(sentence, f"names an item “{item_id}” that is not in the record", "")
            else:
                found.append(item)
        return found

    def _involved(self, items: Iterable[Item]) -> set[str]:
        """Give the entities that items name: who, where, and the bodies they stand for."""
        ids: set[str] = set(self.record.between) | {c.lower() for c in self.record.between}
        todo: list[str | None] = []
        for item in items:
            if isinstance(item, EventItem):
                clock = clock_of(item, self.entities.values(), self.languages)
                todo += [*item.participants, item.place, clock]
            elif isinstance(item, StatementItem):
                todo.append(item.speaker)
                if item.event in self.events:
                    todo += self.events[str(item.event)].participants
            else:
                todo.append(item.asserted_by)
                about = self.events.get(item.about or "")
                todo += [*about.participants, about.place] if about else []
        while todo:
            entity_id = todo.pop()
            if entity_id is None or entity_id in ids:
                continue
            ids.add(entity_id)
            entity = self.entities.get(entity_id)
            if entity is not None:
                todo += [entity.within, (entity.country or "").lower() or None]
                todo += [held.body for held in entity.posts]
        return ids

    # -- names ---------------------------------------------------------------------------------

    def _check_names(
        self, sentence: ScriptSentence, line: Line, language: str, involved: set[str]
    ) -> None:
        cited = " ".join(c.exact for c in sentence.citations)
        for item_id in sentence.items:
            claim = self.claims.get(item_id)
            if claim is not None and claim.verdict is not None:
                cited += " ".join(["", *claim.verdict.why.values()])
        text = line.show
        for name, ids in self.names[language]:
            pattern = rf"(?<!\w){_FRONT.get(language, '')}{re.escape(name)}(?!\w)"
            if not re.search(pattern, text):
                continue
            if ids & involved or any(self._is_cited(i, cited) for i in ids):
                # Longer names come first: what they cover is not looked at again.
                text = re.sub(pattern, " ", text)
                continue
            self.fault(
                sentence,
                f"shows the name “{name}”, which its items and words do not hold",
                "Tell it from an item in which it takes part.",
            )
            text = re.sub(pattern, " ", text)

    def _is_cited(self, entity_id: str, cited: str) -> bool:
        entity = self.entities[entity_id]
        forms = [*entity.names.values(), *(a.text for a in entity.aliases)]
        return any(form in cited for form in forms)

    # -- numbers -------------------------------------------------------------------------------

    def _numbers(self, sentence: ScriptSentence, items: list[Item]) -> set[str]:
        """Give every figure that a sentence may show."""
        texts = [c.exact for c in sentence.citations]
        found = {len(items), len(sentence.items)}
        if sentence.kind is SentenceKind.EDITORIAL:
            record = self.record
            found |= {len(record.sources), len({s.language for s in record.sources})}
            found |= {len(record.events), len(record.statements), len(record.claims)}
        for item in items:
            if isinstance(item, EventItem):
                texts += [item.date or "", *(str(v) for v in item.details.values())]
                texts += [t.value for t in item.tellings]
                found.add(len(item.participants))
                texts += self._amounts(item)
                for note in self.record.rarities:
                    if note.event == item.id:
                        found |= {note.k, note.n}
            elif isinstance(item, StatementItem):
                texts += [item.text, item.date or "", *item.translations.values()]
            elif item.verdict is not None:
                texts += [item.text, *item.verdict.why.values()]
                found.add(item.verdict.searched)
        texts += self._of_figures(sentence)
        figures = {str(number) for number in found}
        for text in texts:
            # “In the 1990s” is how a narrator says 199X.
            figures |= _figures(_DECADE.sub("0", text), told=True)
        return figures

    def _amounts(self, event: EventItem) -> list[str]:
        """Give an event's amount of money as a narrator shows it: 8億円 is 800 million."""
        words = event.details.get("amount")
        if not isinstance(words, str):
            return []
        shown = []
        for citation in event.citations:
            language = self.languages.get(citation.source_id, "")
            amount = read_amount(words, language) if language in LANGUAGES else None
            if amount is not None:
                said = (amount_words(amount, lang) for lang in self.script.languages)
                shown += [phrase.show for phrase in said if phrase is not None]
        return shown

    def _of_figures(self, sentence: ScriptSentence) -> list[str]:
        """Give the amounts and years of the figures a sentence cites, as a narrator has them."""
        texts = []
        for figure in self.record.figures:
            number = figure.number
            cited = (c for c in sentence.citations if c.source_id == number.source_id)
            if any(c.span.contains(number.span) for c in cited):
                amount = Amount(Decimal(str(figure.value)), figure.unit)
                said = (amount_words(amount, language) for language in self.script.languages)
                texts += [figure.period or "", *(words.show for words in said if words)]
        return texts

    def _check_numbers(self, sentence: ScriptSentence, line: Line, known: set[str]) -> None:
        for figure in sorted(_figures(line.show) - known):
            self.fault(
                sentence,
                f"shows the figure {figure}, which its items and words do not hold",
                "Tell it from an item that holds it.",
            )

    # -- exact words ---------------------------------------------------------------------------

    def _check_words(self, sentence: ScriptSentence) -> None:
        statements = [self.statements[i] for i in sentence.items if i in self.statements]
        if not statements:
            self.fault(sentence, "is verbatim but names no statement", "")
        for statement in statements:
            if not any(statement.text in c.exact for c in sentence.citations):
                self.fault(sentence, "is verbatim but does not cite the words it shows", "")
            line = sentence.lines.get(statement.language)
            if line is not None and line.show.strip(_QUOTE_MARKS) != statement.text.strip(
                _QUOTE_MARKS
            ):
                self.fault(
                    sentence,
                    "shows other words than its source holds",
                    "Verbatim words are never altered.",
                )


_DECADE = re.compile(r"(?<=\b\d{3})X\b")
_GROUPED = re.compile(r"\d{1,3}(?:[,. \u00a0]\d{3})+(?!\d)")


def _figures(text: str, *, told: bool = False) -> set[str]:
    """Give the figures of a text without leading zeros; grouped thousands as one figure.

    In words of a source (`told`) a grouped figure also counts by its parts, since two figures may
    stand side by side there.
    """
    text = western_digits(text)
    grouped = {re.sub(r"\D", "", m) for m in _GROUPED.findall(text)}
    rest = text if told else _GROUPED.sub(" ", text)
    return grouped | {part.lstrip("0") or "0" for part in re.findall(r"\d+", rest)}


def _names(entities: Iterable[RecordEntity], language: str) -> list[tuple[str, frozenset[str]]]:
    """Give the names of a language, longest first, each with all entities that bear it."""
    table: dict[str, set[str]] = {}
    for entity in entities:
        name = entity.names.get(language)
        if not name:
            continue
        forms = {name}
        if entity.kind == "person":
            forms.add(short_name(entity, language))
        for form in forms:
            if len(form) >= _SHORTEST_NAME:
                table.setdefault(form, set()).add(entity.id)
    return sorted(
        ((name, frozenset(ids)) for name, ids in table.items()),
        key=lambda pair: (-len(pair[0]), pair[0]),
    )

"""A record goes in; the script of its film comes out, in every language that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from sijill.dates import parse_edtf
from sijill.documents.document import Status
from sijill.errors import UsageError
from sijill.languages import NARRATED
from sijill.record.items import LocalText, Record
from sijill.register.entries import Register
from sijill.register.load import load_register
from sijill.script.cards import Draft, kept
from sijill.script.chapters import (
    closing,
    dialogue,
    economy,
    experts,
    lectures,
    people,
    protocol,
    security,
)
from sijill.script.concepts import find_concepts
from sijill.script.facts import SCOPE_LEVELS, Story
from sijill.script.nameable import nameable
from sijill.script.narration.words import shown
from sijill.script.outline import ChapterRule, chapter_rules, count_for
from sijill.script.scenes import TitleCard
from sijill.script.sentence import Chapter, MissingChapter, Scene, Script, SentenceKind
from sijill.script.teller import Teller

#: Words of narration, in the first language, above which less is told: at 115 words a minute some
#: seven and a half minutes, which with the time cards need stays under ten.
MOST_WORDS = 860

_TELLERS: dict[str, Callable[[Story, Teller], list[Draft]]] = {
    "protocol": protocol.tell,
    "experts": experts.tell,
    "united_nations": lectures.tell,
    "dialogue_history": dialogue.tell,
    "nuclear_security": security.tell,
    "economy": economy.tell,
    "people": people.tell,
}


def write_script(
    record: Record,
    *,
    languages: Sequence[str] = NARRATED,
    register: Register | None = None,
    titles: Mapping[str, str] | None = None,
) -> Script:
    """Write the script of a record's film.

    Chapters follow the film grammar; one that the record can't carry is reported in `missing`,
    never padded. The register (the package's own by default) says who held which post when.
    Of `languages`, those without a narrator's tables are left out; UsageError when none is left.
    `titles` are the film's titles per language; the record's title stands where one is missing.
    """
    spoken = tuple(lang for lang in dict.fromkeys(languages) if lang in NARRATED)
    if not spoken:
        raise UsageError(
            f"no narrator speaks “{', '.join(languages)}”",
            remedy=f"The languages of narration are: {', '.join(NARRATED)}.",
        )
    known = register if register is not None else load_register()
    record = nameable(known_only(record), known, spoken)
    title = {lang: (titles or {}).get(lang) or record.title for lang in spoken}
    script: Script | None = None
    for level in range(SCOPE_LEVELS):
        teller = Teller(record, known, spoken)
        story = Story(record, teller.names, level)
        script = _Composer(record, story, teller, title).script()
        if spoken_words(script, spoken[0]) <= MOST_WORDS:
            break
    assert script is not None
    return script


def spoken_words(script: Script, language: str) -> int:
    """Count the words a narrator says in a language."""
    return sum(
        len(sentence.lines[language].say.split())
        for _, scene in script.scenes()
        for sentence in scene.sentences
    )


def known_only(record: Record) -> Record:
    """Leave out ids of people, places and bodies that the record has no entity for.

    States may be named by their code of two letters.
    """
    ids = {entity.id for entity in record.entities}

    def known(entity_id: str | None) -> str | None:
        return entity_id if entity_id in ids else None

    return replace(
        record,
        events=tuple(
            replace(
                event,
                place=known(event.place),
                participants=tuple(p for p in event.participants if p in ids or len(p) == 2),
            )
            for event in record.events
        ),
        statements=tuple(replace(s, speaker=known(s.speaker)) for s in record.statements),
        claims=tuple(replace(c, asserted_by=known(c.asserted_by)) for c in record.claims),
    )


class _Composer:
    """Puts the chapters of one script together, in order, and numbers their scenes."""

    def __init__(self, record: Record, story: Story, teller: Teller, title: LocalText) -> None:
        self.record, self.story, self.teller, self.title = record, story, teller, title
        self.missing: list[MissingChapter] = []

    def script(self) -> Script:
        """Write all chapters."""
        opening = self._opening(self.title)
        chapters: list[Chapter] = []
        for rule in chapter_rules():
            self.teller.new_section()
            lead = self.teller.tell(
                f"lead.{self._variant(rule.id)}", {}, kind=SentenceKind.EDITORIAL
            )
            drafts = self._drafts(rule)
            if not drafts:
                continue
            name = self._title(rule.id)
            number = len(chapters) + 1
            head = [opening] if not chapters else []
            card = Draft(TitleCard(name, number=number), kept([lead]))
            scenes = [*head, card, *drafts]
            chapters.append(Chapter(rule.id, name, _numbered(rule.id, scenes)))
        return Script(self.title, self.teller.languages, tuple(chapters), tuple(self.missing))

    def _drafts(self, rule: ChapterRule) -> list[Draft]:
        found = count_for(self.story, rule)
        if rule.id == "closing":
            return closing.tell(self.story, self.teller, [self._title(m.id) for m in self.missing])
        drafts = _TELLERS[rule.id](self.story, self.teller) if found >= rule.least else []
        if not any(draft.sentences for draft in drafts):
            reason = "missing.few" if found < rule.least else "missing.untold"
            why = {
                lang: text.replace("{found}", str(found)).replace("{needed}", str(rule.least))
                for lang, text in self.teller.label(reason).items()
            }
            self.missing.append(MissingChapter(rule.id, why))
            return []
        return drafts

    def _title(self, chapter: str) -> LocalText:
        return self.teller.label(f"chapter.{self._variant(chapter)}")

    def _variant(self, chapter: str) -> str:
        """Give the id under which a chapter has its title and lead for this pair of states."""
        if chapter == "united_nations" and not self._is_united_nations():
            return f"{chapter}.other"
        if chapter == "nuclear_security" and not security.is_nuclear(self.story):
            return f"{chapter}.other"
        return chapter

    def _is_united_nations(self) -> bool:
        lecture = lectures.main_lecture(self.story)
        for text, language in self.story.texts(lecture.citations) if lecture else ():
            if "un" in find_concepts("topics", text, language):
                return True
        body = lectures.body_of(self.story, lecture) if lecture else None
        entity = self.story.names.entity(body)
        return entity is not None and "United Nations" in entity.names.get("en", "") + " ".join(
            alias.text for alias in entity.aliases
        )

    def _years(self) -> list[int]:
        """Give the years of what the two states did or one did to the other, plans left out.

        What came about on one side alone opens no story between the two, nor does a year that
        lies after the newest source.
        """
        story = self.story
        now = parse_edtf(story.names.now).year if story.names.now else None
        years = [
            year
            for event in self.record.events
            if event.date and event.status is Status.HELD and story.is_of_pair(event)
            if (year := parse_edtf(event.date).year) is not None
        ]
        return [year for year in years if now is None or year <= now]

    def _opening(self, title: LocalText) -> Draft:
        a, b = (self.story.names.country(code) for code in self.record.between)
        lead = self.teller.tell(
            "opening",
            {"a": a, "b": b, "sources": self.teller.sources(len(self.record.sources))},
            kind=SentenceKind.EDITORIAL,
        )
        note = self.teller.tell("opening.note", {}, kind=SentenceKind.EDITORIAL)
        years = self._years()
        subtitle = {}
        for lang in self.teller.languages:
            key = "note.window" if years and min(years) != max(years) else "note.pair"
            text = self.teller.label(key)[lang]
            for name, part in (("{a}", shown(a)[lang]), ("{b}", shown(b)[lang])):
                text = text.replace(name, part)
            if years:
                text = text.replace("{from}", str(min(years))).replace("{to}", str(max(years)))
            subtitle[lang] = text
        return Draft(TitleCard(title, subtitle), kept([lead, note]))


def _numbered(chapter: str, drafts: list[Draft]) -> tuple[Scene, ...]:
    return tuple(
        Scene(f"{chapter}-{number}", draft.card, draft.sentences)
        for number, draft in enumerate(drafts, 1)
    )

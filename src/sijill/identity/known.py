"""Entities of texts and the register go in; judgements on who of them is known already come out."""

from __future__ import annotations

from functools import cached_property

from sijill.identity.candidates import Index
from sijill.identity.evidence import Evidence, against_register, ruled_out
from sijill.identity.judgement import BY_RULE, Judgement, Verdict, judge
from sijill.identity.locals import Local
from sijill.identity.matching import Band, Comparison, compare_names
from sijill.identity.name_concepts import without_common_words
from sijill.identity.names import Name, analyse
from sijill.register.declension import decline
from sijill.register.entries import Register, RegisterEntry
from sijill.register.terms import holders_at
from sijill.text import fold

# How sure each rule is, for the order in which judgements make clusters.
_BY_READING = 1.0
_SAME_NAME = 0.97
_BY_TERM = 0.9
_OTHER_KIND = 0.9
_SHORT_NAME = 0.8
# A name that sounds alike counts a little less than one written alike.
_BY_SOUND = 0.95
# Without a post or country that agrees, names must be nearly the same by sound.
_SURE_WITHOUT_EVIDENCE = 0.85


def name_key(name: str) -> str:
    """Give the form under which one spelling is one name: folded, without signs and blanks."""
    return "".join(c for c in fold(name) if c.isalnum())


# Arabic particles that readings may leave on the front of a name.
_PROCLITICS = "وفبلك"


def _spellings(name: str, local: Local) -> list[str]:
    """Give the keys under which a spelling is looked up, the whole of it first."""
    keys = [name_key(name)]
    if local.kind != "person":
        shorter = without_common_words(name)
        if shorter and len(name_key(shorter)) > 2:
            keys.append(name_key(shorter))
    if local.language == "ar":
        keys.extend(key[1:] for key in tuple(keys) if len(key) > 4 and key[0] in _PROCLITICS)
    return list(dict.fromkeys(keys))


#: An entry of the register that names sound like, how much, and which name is its family name.
Heard = tuple[str, Comparison, str | None]


class Known:
    """The register, ready to be asked: by spelling, by sound, by post and date.

    `heard` holds what names sound like, `asked` those of them that were asked for.
    """

    def __init__(self, register: Register) -> None:
        self.register = register
        self._ids_by_key: dict[tuple[str, str], set[str]] = {}
        self._ids_by_any_key: dict[str, set[str]] = {}
        self._ids_by_short: dict[str, set[str]] = {}
        self._names: dict[str, list[Name]] = {}
        self._index: Index[str] = Index()
        self.heard: dict[tuple[str, ...], list[Heard]] = {}
        self.asked: set[tuple[str, ...]] = set()
        for entry_id, entry in sorted(register.entries.items()):
            for forms in entry.names.values():
                for form in forms:
                    key = (entry.kind, name_key(form))
                    self._ids_by_key.setdefault(key, set()).add(entry_id)
                    self._ids_by_any_key.setdefault(key[1], set()).add(entry_id)
            for forms in entry.short_names.values():
                for form in forms:
                    self._ids_by_short.setdefault(name_key(form), set()).add(entry_id)
            # Places are looked up by spelling alone: states and capitals sound too much alike.
            if entry.kind == "person":
                self._names[entry_id] = _sounding(entry)
                for name in self._names[entry_id]:
                    self._index.add(entry_id, name)

    def judge(self, local: Local) -> list[Judgement]:
        """Give the judgements on one entity of a text and entries of the register."""
        if local.register_id in self.register.entries:
            return [self._as_read(local, str(local.register_id))]
        if not local.names:
            return self._by_term(local)
        exact = self._by_spelling(local)
        if exact:
            return exact
        if local.kind == "person":
            found = self._by_sound(local)
            if found:
                return found
        return self._of_other_kind(local)

    def _as_read(self, local: Local, entry_id: str) -> Judgement:
        """Follow the reading, which looked at the name alone, unless the posts rule that out."""
        reason = f"“{local.name}” is a known name of {entry_id}"
        against = ruled_out(local, self.register.entries[entry_id], self.register)
        if against:
            return _unsure(local, entry_id, f"{reason}; but {against}", "known-name")
        return _positive(local, entry_id, reason, "known-name", _BY_READING)

    def _by_spelling(self, local: Local) -> list[Judgement]:
        found: dict[str, str] = {}
        for name in local.full_names:
            for spelling in _spellings(name, local):
                key = (local.kind, spelling)
                ids = self._ids_by_key.get(key, set())
                if not ids and local.language == "ru":
                    ids = self._ids_by_russian_case.get(key, set())
                for entry_id in sorted(ids):
                    found.setdefault(entry_id, name)
        fitting = {
            entry_id: name
            for entry_id, name in found.items()
            if not self._evidence(local, entry_id).contradicts
        }
        if len(fitting) == 1:
            (entry_id, name), *_ = fitting.items()
            reason = f"“{name}” is a known name of {entry_id}"
            return [_positive(local, entry_id, reason, "known-name", _SAME_NAME)]
        return [
            _unsure(local, entry_id, f"“{name}” is a known name of {entry_id}", "known-name")
            for entry_id, name in found.items()
        ]

    @cached_property
    def _ids_by_russian_case(self) -> dict[tuple[str, str], set[str]]:
        """Map the oblique cases of Russian names of places and bodies, made when first asked."""
        found: dict[tuple[str, str], set[str]] = {}
        for entry_id, entry in sorted(self.register.entries.items()):
            if entry.kind == "person":
                continue  # people are found by sound, which an ending hardly changes
            for form in entry.names.get("ru", ()):
                # A word with a small first letter («порт Актау») would be left as it is.
                for case in decline(form[:1].upper() + form[1:])[1:]:
                    found.setdefault((entry.kind, name_key(case)), set()).add(entry_id)
        return found

    def _of_other_kind(self, local: Local) -> list[Judgement]:
        """Find a full name that is known, but as another kind than the reading took it for."""
        name = local.full_names[0]
        # Short single words are too often names of two kinds (Kawasaki, Mitsui).
        in_kanji = len(name) > 2 and analyse(name).is_silent
        long_enough = len(name.split()) > 1 or len(name) > 6 or in_kanji
        ids = self._ids_by_any_key.get(name_key(name), set()) if long_enough else set()
        if len(ids) != 1:
            return []
        (entry_id,) = ids
        kind = self.register.entries[entry_id].kind
        reason = (
            f"“{name}” is a known name of {entry_id}, though read as a {local.kind}, not {kind}"
        )
        return [_positive(local, entry_id, reason, "known-name", _OTHER_KIND)]

    def _evidence(self, local: Local, entry_id: str) -> Evidence:
        entry = self.register.entries[entry_id]
        against = ruled_out(local, entry, self.register)
        return Evidence(contradicts=against) if against else against_register(local, entry)

    def _by_term(self, local: Local) -> list[Judgement]:
        """Find who held a post when nobody is named for it."""
        held = next(iter(local.posts), None)
        if held is None or held.country is None or held.time is None:
            return []
        holders = holders_at(self.register, held.post, held.country, held.time)
        if len(holders) != 1:
            return []
        entry = holders[0]
        reason = f"{entry.name('en') or entry.id} was {held.post} of {held.country} in {held.time}"
        return [_positive(local, entry.id, reason, "post-at-date", _BY_TERM)]

    def _by_sound(self, local: Local) -> list[Judgement]:
        is_single, heard = self._sounding_like(local.full_names)
        found: list[tuple[float, str, str, bool]] = []
        doubtful: list[Judgement] = []
        for entry_id, comparison, short in heard:
            evidence = self._evidence(local, entry_id)
            verdict = _weigh(comparison, evidence, short, is_single)
            reason = _reason(comparison, evidence, short, entry_id)
            if verdict is Verdict.POSITIVE:
                score = _SHORT_NAME if comparison.band is not Band.SAME else comparison.score
                found.append((_BY_SOUND * score, entry_id, reason, short is not None))
            elif verdict is Verdict.UNSURE:
                doubtful.append(_unsure(local, entry_id, reason, "sound"))
            elif comparison.score >= _CLOSE and evidence.supports:
                doubtful.append(_negative(local, entry_id, reason, comparison.score))
        if not found:
            return doubtful
        best = max(score for score, *_ in found)
        top = [f for f in found if best - f[0] < _TIE]
        if len(top) > 1:
            return [_unsure(local, entry_id, reason, "sound") for _, entry_id, reason, _ in top]
        score, entry_id, reason, _ = top[0]
        return [_positive(local, entry_id, reason, "sound", score), *doubtful]

    def _sounding_like(self, names: tuple[str, ...]) -> tuple[bool, list[Heard]]:
        """Say whether names are of one word each, and which entries they sound like, and how.

        With each entry comes the family name of it that one of the names is, if any. Those are left
        out of which no judgement could come, whatever speaks for them beside the name.
        """
        mine = [analyse(name) for name in names[:4]]
        mine = [name for name in mine if not name.is_silent] or mine
        self.asked.add(names)
        if names not in self.heard:
            shorts: dict[str, str] = {}
            for name in names:
                for entry_id in self._ids_by_short.get(name_key(name), ()):
                    shorts.setdefault(entry_id, name)
            heard = self.heard[names] = []
            for entry_id in sorted(self._index.candidates(mine) | shorts.keys()):
                comparison = self._best(mine, entry_id)
                short = shorts.get(entry_id)
                if short or comparison.band is not Band.APART or comparison.score >= _CLOSE:
                    heard.append((entry_id, comparison, short))
        is_single = all(
            sum(not word.is_initial for word in name.words) < 2
            for name in mine
            if not name.is_silent
        )
        return is_single, self.heard[names]

    def _best(self, mine: list[Name], entry_id: str) -> Comparison:
        theirs = self._names[entry_id]
        return max(
            (compare_names(a, b) for a in mine for b in theirs),
            key=lambda comparison: comparison.score,
        )


_kept: list[Known] = []
#: The register, and the register with the names that people confirmed in a project.
_MOST_KEPT = 2


def known_of(register: Register) -> Known:
    """Give the register ready to be asked; those of the registers asked last are kept."""
    known = next((one for one in _kept if one.register is register), None) or Known(register)
    _kept[:] = [known, *(one for one in _kept if one is not known)][:_MOST_KEPT]
    return known


# Two entries whose scores differ by less are a tie: ask.
_TIE = 0.04
# Names that are apart by rule but this close are worth a judgement that says so.
_CLOSE = 0.3


def _sounding(entry: RegisterEntry) -> list[Name]:
    names = [
        analyse(form, entry.reading_of(form) if language == "ja" else None)
        for language, forms in entry.names.items()
        for form in forms
    ]
    return [name for name in dict.fromkeys(names) if not name.is_silent]


def _weigh(
    comparison: Comparison, evidence: Evidence, short: str | None, is_single: bool
) -> Verdict:
    by_post = bool(evidence.supports) and "both are" in str(evidence.supports)
    if comparison.band is Band.SAME:
        if evidence.contradicts:
            return Verdict.UNSURE
        if evidence.supports and (by_post or not is_single):
            return Verdict.POSITIVE
        if comparison.score >= _SURE_WITHOUT_EVIDENCE and not is_single:
            return Verdict.POSITIVE
        return Verdict.UNSURE
    if short is not None or comparison.band is Band.ASK:
        # A family name alone needs the post, or the country and the exact spelling.
        if evidence.contradicts:
            return Verdict.NEGATIVE
        if evidence.supports and short is not None:
            return Verdict.POSITIVE
        one_name_only = comparison.is_partial
        if by_post and one_name_only:
            return Verdict.POSITIVE
        # One shared name and nothing else is no question worth a person's time.
        return Verdict.UNSURE if evidence.supports or not one_name_only else Verdict.NEGATIVE
    return Verdict.NEGATIVE


def _reason(comparison: Comparison, evidence: Evidence, short: str | None, entry_id: str) -> str:
    parts = [f"“{short}” is the family name of {entry_id}" if short else comparison.why]
    if evidence.supports:
        parts.append(evidence.supports)
    if evidence.contradicts:
        parts.append(f"but {evidence.contradicts}")
    return "; ".join(parts)


def _positive(local: Local, entry_id: str, reason: str, rule: str, score: float) -> Judgement:
    return judge(local.key, entry_id, Verdict.POSITIVE, reason, by=BY_RULE + rule, score=score)


def _negative(local: Local, entry_id: str, reason: str, score: float) -> Judgement:
    return judge(local.key, entry_id, Verdict.NEGATIVE, reason, by=BY_RULE + "sound", score=score)


def _unsure(local: Local, entry_id: str, reason: str, rule: str) -> Judgement:
    return judge(local.key, entry_id, Verdict.UNSURE, reason, by=BY_RULE + rule, score=0.5)

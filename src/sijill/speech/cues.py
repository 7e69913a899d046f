"""A passage goes in; its words of saying come out, each with what it may take after it.

The words stand in `data/<language>/speech_verbs.tsv`, the small words around reported speech in
`speech_frames.tsv`.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache

from sijill.citation import Span
from sijill.documents.genders import verb_gender
from sijill.documents.kept_answers import kept_while_read
from sijill.documents.last_word import last_word
from sijill.documents.passage import Passage
from sijill.documents.patterns import Hit, longest, pattern_table
from sijill.documents.subject_signs import signs
from sijill.immutable import immutable
from sijill.tables import cell_list
from sijill.text import fold

#: What a word of saying takes that may stand beside words in quotation marks.
BESIDE_MARKS = frozenset({"quote", "inserted"})
#: What one of the kind “according to” takes.
SOURCES = frozenset({"source", "source:carry"})
#: What words take that look like one of saying and are none.
_NO_SAYING = frozenset({"closer", "stop"})
# How far before a place the word right before it may begin (code points).
_REACH = 20
_cells = cache(cell_list)


@immutable
class Saying:
    """A word of saying: its span, and what it takes (see the head of `speech_verbs.tsv`)."""

    start: int
    end: int
    takes: frozenset[str]
    prepositions: tuple[str, ...] = ()
    naming: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """Give a number that equal ones share: two in one text begin at two places."""
        return self.start

    @property
    def span(self) -> Span:
        """The place of the word."""
        return Span(self.start, self.end)

    @property
    def is_source(self) -> bool:
        """Say whether it is of the kind “according to”."""
        return not self.takes.isdisjoint(SOURCES)


@immutable
class SpeechMarks:
    """All words around speech in one passage, each list sorted by place.

    `stems` are where Arabic words begin whose first letter is no preposition written onto them;
    `bound` is where conjunctions end that belong to the word before them («قبل أن»);
    `mutes` are things that show or tell without speaking: “the film”; `stops` is where words begin
    that look like words of saying and are none; `verdicts` are verbs of what is told: “was denied”;
    `tails` may follow a verb of saying that closes its content: “on”, “yesterday”.
    """

    sayings: tuple[Saying, ...]
    openers: tuple[Hit, ...]
    pronouns: tuple[Hit, ...]
    nobodies: tuple[Hit, ...]
    hearers: tuple[Hit, ...]
    breaks: tuple[Hit, ...]
    courtesies: tuple[Hit, ...]
    closers: tuple[Hit, ...]
    topics: tuple[Hit, ...]
    stems: frozenset[int] = frozenset()
    bound: frozenset[int] = frozenset()
    mutes: tuple[Hit, ...] = ()
    stops: frozenset[int] = frozenset()
    verdicts: tuple[Hit, ...] = ()
    tails: tuple[Hit, ...] = ()


@lru_cache(maxsize=4096)
def _saying_shape(takes: str) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """Give what a word takes by the cells of its rows: plainly, with which words, and as a name."""
    cells = sorted(set(cell_list(takes)))
    plain = frozenset(c for c in cells if not c.startswith(("prep:", "name:", "noun:")))
    naming = tuple(c[5:] for c in cells if c.startswith("name:"))
    prepositions = tuple(c[5:] for c in cells if c.startswith(("prep:", "noun:")))
    return plain, prepositions, naming


@kept_while_read
def find_speech_marks(passage: Passage) -> SpeechMarks:
    """Find the words of saying and the small words around them; those inside names are left out."""
    verbs = pattern_table(passage.language, "speech_verbs", ("takes",))
    frames = pattern_table(passage.language, "speech_frames", ("role",))
    # No name holds a word of saying, nor most of those around it.
    covered = passage.mention_over
    hits = [h for h in verbs.scan(passage.text) if covered(h.start, h.end) is None]
    if passage.language == "ar":
        hits = [hit for hit in hits if _may_speak(passage, hit)]
    by_place: dict[tuple[int, int], list[str]] = {(h.start, h.end): [] for h in longest(hits)}
    for hit in hits:
        if (rows := by_place.get((hit.start, hit.end))) is not None:
            rows.append(hit.row["takes"])
    sayings: list[Saying] = []
    closers: list[Hit] = []
    stops: set[int] = set()
    for (start, end), rows in by_place.items():
        plain, prepositions, naming = _saying_shape(" | ".join(rows))
        if plain.isdisjoint(_NO_SAYING):
            sayings.append(Saying(start, end, plain, prepositions, naming))
            continue
        if "closer" in plain:
            closers.append(Hit(start, end, {}))
        if "stop" in plain:
            stops.add(start)
    roles: defaultdict[str, list[Hit]] = defaultdict(list)
    # No name holds “that”: where one does, it was read too far («آن» is a name).
    in_names = ("break",) if passage.language == "ar" else ("break", "that")
    for hit in frames.scan(passage.text):
        name = hit.row["role"]
        if name in in_names or covered(hit.start, hit.end) is None:
            roles[name].append(hit)

    def role(name: str) -> tuple[Hit, ...]:
        return tuple(roles.get(name, ()))

    # «فيما بين بلدان الجنوب»: a preposition that looks like a conjunction; “that night”.
    whole = {h.start for h in role("whole")}
    # «قبل أن», «يمكن أن»: the conjunction is that of another word.
    bound = {h.end for h in role("bound")}
    openers = sorted((*role("that"), *role("opener")), key=lambda h: h.start)
    return SpeechMarks(
        tuple(sayings),
        tuple([o for o in openers if o.end not in bound and o.start not in whole]),
        role("pronoun"),
        role("nobody"),
        role("hearer"),
        tuple([b for b in role("break") if b.start not in whole]),
        role("courtesy"),
        tuple(closers),
        role("topic"),
        frozenset(h.start for h in role("stem")),
        frozenset(bound),
        role("mute"),
        frozenset(stops),
        role("verdict"),
        role("tail"),
    )


def _may_speak(passage: Passage, hit: Hit) -> bool:
    """Say whether what looks like an Arabic verb of saying can be one."""
    text = passage.text
    if "head" in _cells(hit.row["takes"]) and not _is_verb_at_head(passage, hit):
        return False
    start = hit.start
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    # Only «و» and «ف» are written onto a finite verb.
    if fold(text[start : hit.start]) not in ("", "و", "ف"):
        return False
    before = folded_word_before(text, start)
    if before is None:
        return True
    known, verb = signs("ar"), fold(text[hit.start : hit.end])
    bare = before[1:] if before[:1] in ("و", "ف") else before
    # After these a verb tells no saying («لم يقل»); after «قد» one in the present only might.
    if known.has("unsaid", before) or known.has("unsaid", bare):
        return False
    if known.has("maybe", bare) and verb.startswith("ي"):
        return False
    # A verb never follows a preposition: «من أبرز المتخصصين». A noun may: «على حد قوله».
    if "clause" not in hit.row["takes"] or verb.startswith("قول"):
        return True
    return not known.has("before_noun", before)


def _is_verb_at_head(passage: Passage, hit: Hit) -> bool:
    """Say whether «بين» is the verb: written with shadda, or the first word of its sentence."""
    text = passage.text
    start = passage.sentence_at(hit.start).start
    doubled = "\u0651" in text[hit.start : hit.end]
    return doubled or text[start : hit.start] in ("", "و")


def is_participle(word: str) -> bool:
    """Say whether an Arabic word of saying is a participle («مؤكدا»): its subject stands before."""
    folded = fold(word)
    if folded.endswith("ا"):
        # Plurals and duals of the past tense end so, too.
        return len(folded) > 4 and verb_gender(word, "ar") != "many"
    return folded.startswith("م") and folded.endswith(("ه", "ين"))


def is_passive(passage: Passage, saying: Saying) -> bool:
    """Say whether a verb hides who says: “was announced in April”."""
    known = signs(passage.language)
    before = folded_word_before(passage.text, saying.start) if "passive" in known.words else None
    if before is None or not known.has("passive", before):
        return False
    return passage.text[saying.end : saying.end + 4] != " by "


def folded_word_before(text: str, at: int) -> str | None:
    """Give the word that ends right before a place, folded; None where no blank stands there."""
    found = last_word(text, max(0, at - _REACH), at)
    return fold(found.group()) if found else None

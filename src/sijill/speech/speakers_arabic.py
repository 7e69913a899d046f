"""An Arabic word of saying goes in; who speaks comes out.

The verb comes first and its subject right after it; a noun there that nobody bears speaks for
itself («يقول الإعلان»); where there is none, the verb goes on with the subject told before.
"""

from __future__ import annotations

import re
from functools import cache

from sijill.documents.document import DATE, ORGANISATION
from sijill.documents.expressions import ends_in, expression
from sijill.documents.lexicon import word_classes
from sijill.documents.qualifiers import words_with
from sijill.documents.quotation_marks import OPENING
from sijill.speech.cues import Saying, is_participle
from sijill.speech.speaker import Speaker
from sijill.speech.speakers import Speakers
from sijill.speech.subjects import Actor
from sijill.text import fold
from sijill.word_tables import WordTable

_WORD = re.compile(r"[^\W\d_]+")
_PARTED = re.compile(r"[،,؛:]")
_COMMA = re.compile(r"[،,]")
_STOP = re.compile(r"[.؛:]")
_SIGN = re.compile(r"[.:؛،,\n]")
_LINE_STOP = re.compile(r"[.:؛\n]")
_SIGN_OR_MARK = re.compile(rf"[.,،:؛(){OPENING}\n]")
_COMMA_AND_BLANKS = re.compile(r"[،,]\s*")
_SIGN_OR_OPENING = re.compile(rf"[.,،:؛({OPENING}\n]")
_SIGN_OR_BRACKET = re.compile(r"[.,،:؛()\n]")
_CLAUSE = re.compile(r"[؛;:،,]\s")
#: Words that make up an unnamed subject, at most.
_LONGEST = 5
#: … and a word that says whose kin or colleague somebody is, with its adjective.
_KIN = 2
#: The expressions of words of saying whose speaker stands elsewhere than behind them.
_OF_SOME = ("stands_written", "writes", "her_words", "in_her_words", "passes_on")


def arabic_speaker(
    speakers: Speakers, saying: Saying, stop: int, *, quoted_before: bool = False
) -> Speaker:
    """Find the subject of a verb: after it, in front of it, or the one told before."""
    gender = speakers.gender_of(saying)
    word = fold(speakers.text[saying.start : saying.end])
    rules = _rules_of()[word]
    if "stands_written" in rules:
        # «وجاء في بيان الوزارة»: the body whose notice it is, if it is named.
        place = expression("ar", "in_notice").match(speakers.text[saying.end : stop])
        start = saying.end + place.end() if place else stop
        return _named_noun(speakers, start, stop) or Speaker(None, None, 0.3, known=False)
    if "writes" in rules:
        behind = fold(speakers.text[saying.end : saying.end + 12])
        if expression("ar", "on_banner").match(behind):
            return Speaker(None, None, 0.3, known=False)  # on a banner
    if "her_words" in rules:
        quoted = _quoted_of(speakers, saying, gender)
        if quoted is not None:
            return quoted
    if "in_her_words" in rules:
        # «وردت الناطقة بقولها»: her own words, told with another verb; the pronoun shows whose.
        owner = _owner(speakers, word)
        start = speakers.passage.sentence_at(saying.start).start
        for actor in reversed(speakers.subjects.inside(start, saying.start)):
            if speakers.subjects.can_be_subject(actor) and speakers.subjects.fits(actor, owner):
                return speakers.told(actor, 0.75, owner)
    if "passes_on" in rules:
        passed = _passed_on(speakers, saying, stop)
        if passed is not None:
            return passed
    found = _after(speakers, saying, stop, gender)
    if found is not None and found.entity is not None:
        return found
    opened = _opened(speakers, saying, gender)
    if opened is not None or found is not None:
        return opened or found or Speaker(None, None, 0.3, known=False)
    relative = speakers.subjects.antecedent(saying.start)
    if relative is not None:
        return speakers.told(relative, 0.85)
    if not quoted_before:
        fronted = _fronted(speakers, saying, gender)
        if fronted is not None:
            return fronted
    return speakers.before(saying.start, None, gender)


@cache
def _rules_of() -> WordTable[tuple[str, ...]]:
    """Give the rules that are only of some words of saying, of each those that it falls under."""
    return WordTable(lambda word: tuple(r for r in _OF_SOME if expression("ar", r).match(word)))


def arabic_source(speakers: Speakers, saying: Saying, stop: int) -> Speaker:
    """Find whom «بحسب» names, or, in «وأعرب س، بحسب البيان، عن …», whose words they are."""
    told = _interrupted(speakers, saying)
    if told is not None:
        return told
    text = speakers.text
    comma = _PARTED.search(text[saying.end : stop])
    end = saying.end + comma.start() if comma else stop
    start = saying.end
    written_on = ends_in("ar", "what_written_on").search(fold(text[saying.start : saying.end]))
    if written_on:
        start -= len(written_on.group())
    lead = expression("ar", "what_is_told").match(text[start:end])
    if lead:
        start += lead.end()
    return _named_noun(speakers, start, end) or speakers.source_after(saying.end, stop)


def _named_noun(speakers: Speakers, start: int, end: int) -> Speaker | None:
    """Read the noun that begins at a place: an actor, a pronoun, a name, or plain words."""
    text = speakers.text
    match = _WORD.search(text, start, end)
    while match and "honorific" in word_classes("ar").get(fold(match.group()), ()):
        match = _WORD.search(text, match.end(), end)
    if match is None:
        return None
    actor = _at_word(speakers, match.start())
    if actor is None and expression("ar", "to_written_on").match(match.group()):
        actor = speakers.subjects.at(match.start() + 1)  # «وفقا لوكالة البلاط»
    if actor is not None:
        return speakers.told(actor, 0.9)
    pointed = speakers.pointed(match.start(), match.end(), None)
    return pointed or _noun(speakers, match.start(), end)


def _at_word(speakers: Speakers, at: int) -> Actor | None:
    """Give the actor that begins with a word, or with the marks around a name: «رواند إير»."""
    actor = speakers.subjects.at(at)
    if actor is None and speakers.text[at - 1 : at] in tuple(OPENING):
        actor = speakers.subjects.at(at - 1)
    return actor


def _interrupted(speakers: Speakers, saying: Saying) -> Speaker | None:
    text = speakers.text
    sentence = speakers.passage.sentence_at(saying.start)
    earlier = [
        s
        for s in speakers.marks.sayings
        if sentence.start <= s.start and s.end <= saying.start and not s.is_source
    ]
    if not earlier:
        return None
    gap = text[earlier[-1].end : saying.start]
    if not gap.rstrip().endswith(("،", ",")) or _COMMA.search(gap.rstrip()[:-1]):
        return None
    if any(earlier[-1].end <= o.start < saying.start for o in speakers.marks.openers):
        return None
    stop = saying.start - (len(gap) - len(gap.rstrip())) - 1
    return arabic_speaker(speakers, earlier[-1], stop)


def _passed_on(speakers: Speakers, saying: Saying, stop: int) -> Speaker | None:
    """Find whose words «نقل س عن ع أن» passes on: what stands after عن."""
    source = expression("ar", "passed_from").search(speakers.text[saying.end : stop])
    if source is None:
        return None
    pronoun = fold(source.group(1) or "")
    for gender in ("f", "m", "many"):
        if speakers.signs.has(f"suffix_{gender}", pronoun):
            return speakers.before(saying.start, None, gender)
    return _named_noun(speakers, saying.end + source.end(), stop)


def _quoted_of(speakers: Speakers, saying: Saying, gender: str | None) -> Speaker | None:
    """Find whose words are passed on: «ونقلت الوكالة عن الناطقة قولها»."""
    sentence = speakers.passage.sentence_at(saying.start)
    for actor in reversed(speakers.subjects.inside(sentence.start, saying.start)):
        attached = speakers.text[sentence.start : actor.start].rstrip()
        near = speakers.text[actor.end : saying.start]
        if _STOP.search(near) or len(_WORD.findall(near)) > 4:
            return None
        if ends_in("ar", "whose_words").search(attached):
            return speakers.told(actor, 0.85, gender)
    return None


def _opened(speakers: Speakers, saying: Saying, gender: str | None) -> Speaker | None:
    """Find the subject that opens the sentence: «وكان رئيس اللجنة س قد نفى», «إلا أن س شكك»."""
    text = speakers.text
    sentence = speakers.passage.sentence_at(saying.start)
    # A verb joined on by «و» has come after another one.
    joined_on = expression("ar", "joined_on").search(text, sentence.start, saying.start)
    if joined_on or is_participle(text[saying.start : saying.end]):
        return None
    for count, match in enumerate(_WORD.finditer(text, sentence.start, saying.start)):
        word = fold(match.group())
        actor = speakers.subjects.at(match.start())
        if actor is not None:
            return speakers.told(actor, 0.8, gender) if count else None
        bare = word[1:] if speakers.signs.has("joined", word[:1]) else word
        if "honorific" in word_classes("ar").get(word, ()) or speakers.signs.has("fronted", bare):
            continue
        if not count or speakers.signs.has("perfect", bare) or is_aside(speakers, word):
            return None
        # «وكان مصدر دبلوماسي كشف»: a noun that nobody bears.
        words = text[match.start() : saying.start].split()[:3]
        return Speaker(None, " ".join(words), 0.6)
    return None


def _after(speakers: Speakers, saying: Saying, stop: int, gender: str | None) -> Speaker | None:
    """Read what stands right after the verb: an actor, a pronoun, a noun, or something aside."""
    text = speakers.text
    at = saying.end
    bare = is_participle(text[saying.start : saying.end])
    for match in _WORD.finditer(text, saying.end, max(stop, saying.end)):
        start, word = match.start(), match.group()
        if _SIGN.search(text[at:start]):
            return None
        actor = _at_word(speakers, start)
        if actor is not None and (bare or _is_object(speakers, actor, gender)):
            return None
        if actor is not None and _is_named(speakers, saying, actor):
            return None
        if actor is not None:
            return _with_apposition(speakers, actor, stop, gender)
        inside = speakers.passage.mention_over(start, start + 1)
        if inside is not None and inside.kind is DATE:
            at = inside.end
            continue
        if start < at:
            continue
        if speakers.signs.has("latter", fold(word)):
            last = _last_person(speakers, saying.start)
            return last or Speaker(None, word, 0.5)
        if speakers.signs.has("same", fold(word)):
            # «وزاد المسؤول ذاته»: the one told before.
            return speakers.before(saying.start, word, gender)
        pointed = speakers.pointed(start, match.end(), gender)
        if pointed is not None:
            return pointed
        if is_aside(speakers, word) or (bare and not word.startswith("ال")):
            return _past_aside(speakers, match, stop, gender)
        if "honorific" in word_classes("ar").get(fold(word), ()):
            at = match.end()
            continue
        if _opens_content(speakers, start):
            return None
        noun = _noun(speakers, start, stop)
        # «واصفا الخبر بأنه»: the one noun is what is spoken of.
        if noun is not None and noun.entity is None and (bare or saying.naming):
            return None
        return _in_commas(speakers, start, stop, gender) or noun
    return None


def _last_person(speakers: Speakers, offset: int) -> Speaker | None:
    """Give the person told last before a place: «ولقي رئيس الإقليم، وقد وعد الأخير»."""
    start = speakers.passage.sentence_at(offset).start
    for actor in reversed(speakers.subjects.inside(start, offset)):
        if speakers.passage.is_person(actor.entity):
            return Speaker(actor.entity, actor.mentions[0].text, 0.75)
    return None


def _is_object(speakers: Speakers, actor: Actor, gender: str | None) -> bool:
    """Say whether a body after a verb of the other gender is told: «ووجه إدارة الطاقة»."""
    kind = speakers.passage.kind_of(actor.entity)
    return kind is ORGANISATION and not speakers.subjects.fits(actor, gender)


def _is_named(speakers: Speakers, saying: Saying, actor: Actor) -> bool:
    """Say whether an actor is what is named and does not name: «ووصفت الطريق بأنه هدية».

    A naming verb needs an object: with no pronoun on it, it is the only noun before the name given.
    """
    if not saying.naming or _has_pronoun(speakers.text[saying.start : saying.end]):
        return False
    opener = next((o for o in speakers.marks.openers if o.start >= actor.end), None)
    gap = speakers.text[actor.end : opener.start] if opener else ""
    return opener is not None and not gap.strip() and not actor.is_post


def is_aside(speakers: Speakers, word: str) -> bool:
    """Say whether a word after a verb is a particle or adverb, bare or with a pronoun on it."""
    folded = fold(word)
    if speakers.signs.has("aside", folded):
        return True
    is_joined = speakers.signs.has("joined", folded[:1]) and len(folded) > 2
    bare = folded[1:] if is_joined else folded
    for form in (bare, ends_in("ar", "pronoun_suffix").sub("", bare)):
        if speakers.signs.has("aside", form):
            return True
    # «للصحفيين», «بالعربية», «لديها»; «يقول ضاحكا»: an indefinite accusative tells how.
    governed = expression("ar", "governed").match(bare)
    return governed is not None or expression("ar", "told_how").match(folded) is not None


def _has_pronoun(word: str) -> bool:
    return ends_in("ar", "pronoun_suffix").search(fold(word)) is not None


def _owner(speakers: Speakers, word: str) -> str | None:
    """Give the gender that the pronoun on a word shows: «بقولها» is a woman's."""
    for gender in ("f", "m"):
        if word.endswith(speakers.signs.endings(f"suffix_{gender}")):
            return gender
    return None


def _opens_content(speakers: Speakers, at: int) -> bool:
    return any(o.start <= at < o.end for o in speakers.marks.openers)


def _with_apposition(speakers: Speakers, actor: Actor, stop: int, gender: str | None) -> Speaker:
    """Give whom an actor names; for a post that nobody bears, the name after an aside does.

    «رئيس الجامعة، البالغ من العمر ثمانين عاما، هيديو أوكادا»
    """
    text = speakers.text
    if actor.entity is None and text[actor.end : actor.end + 1] in ("،", ","):
        for later in speakers.subjects.inside(actor.end, stop):
            between = text[actor.end : later.start].strip()
            if len(between) > 70 or _LINE_STOP.search(between):
                break
            if between.endswith(("،", ",")) and not later.is_post and later.entity:
                return Speaker(later.entity, actor.mentions[0].text, 0.8)
    if actor.entity is None and actor.is_post:
        for later in speakers.subjects.inside(actor.end, stop)[:1]:
            gap = text[actor.end : later.start]
            plain = not _SIGN_OR_MARK.search(gap) and len(_WORD.findall(gap)) < 3
            if plain and not later.is_post and speakers.subjects.can_be_subject(later):
                return Speaker(later.entity, actor.mentions[0].text, 0.8)
    return speakers.told(actor, 0.9, gender)


def _in_commas(speakers: Speakers, start: int, stop: int, gender: str | None) -> Speaker | None:
    """Give who stands between commas right behind a noun: «وتروي ابنته، المحامية س، أنه»."""
    text = speakers.text
    comma = _COMMA_AND_BLANKS.search(text[start:stop])
    if comma is None or len(_WORD.findall(text, start, start + comma.start())) > _KIN:
        return None
    found = [a for a in speakers.subjects.inside(start + comma.end(), stop) if a.entity]
    if not found or found[0].start != start + comma.end():
        return None
    closed = text[found[0].end : stop].rstrip()[:1] in ("،", ",") or text[found[0].end] in "،,"
    return speakers.told(found[0], 0.8, gender) if closed else None


def _past_aside(
    speakers: Speakers, aside: re.Match[str], stop: int, gender: str | None
) -> Speaker | None:
    """Find a subject after an aside: it must be what stands last before the content."""
    actors = speakers.subjects.inside(aside.end(), stop)
    if not actors:
        return None
    last = actors[-1]
    ahead = speakers.text[aside.end() : last.start].split()
    # «أشار إليه الرئيس»: with its pronoun a particle is whole, and the subject may follow.
    whole = _has_pronoun(aside.group())
    if whole and len(actors) == 1 and not ahead:
        return speakers.told(last, 0.8, gender)
    if speakers.text[last.end : stop].strip(f" :،,{OPENING}") or not 0 < len(ahead) <= 3:
        return None
    return speakers.told(last, 0.7, gender) if speakers.subjects.can_be_subject(last) else None


def _noun(speakers: Speakers, start: int, stop: int) -> Speaker | None:
    """Read a noun after the verb that no mention covers."""
    text = speakers.text
    words: list[re.Match[str]] = []
    for match in _WORD.finditer(text, start, stop):
        if words and _SIGN_OR_OPENING.search(text[words[-1].end() : match.start()]):
            break
        if words and (is_aside(speakers, match.group()) or _opens_content(speakers, match.start())):
            break
        words.append(match)
        if len(words) == _LONGEST:
            break
    if not words:
        return None
    phrase = text[words[0].start() : words[-1].end()]
    person = _person_behind(speakers, words, stop)
    if person is not None:
        return speakers.told(person, 0.8)
    for count in (3, 2, 1):
        parts = [w.group() for w in words[:count]]
        named = speakers.by_name(*parts) if len(parts) == count else None
        if named is not None:
            return Speaker(named, " ".join(parts), 0.75)
    body = _body_behind(speakers, words, stop)
    if body is not None:
        return Speaker(body.entity, phrase, 0.75)
    head = fold(words[0].group())
    # A plain noun with no article right before other words may be the object of a bare verb.
    definite = head.startswith("ال") or len(words) == 1 or text[words[-1].end() :][:1] == "،"
    closed = _opens_content(speakers, _next_word(text, words[-1].end()))
    if definite or closed or any(n.start == start for n in speakers.marks.nobodies):
        return Speaker(None, phrase, 0.6)
    return Speaker(None, phrase, 0.5)


def _person_behind(speakers: Speakers, words: list[re.Match[str]], stop: int) -> Actor | None:
    """Find the name that a definite noun leads to: «حفيده غاري», «المجاهد عمي السعيد»."""
    head = fold(words[0].group())
    if not (head.startswith("ال") or (_has_pronoun(head) and len(head) > 3)):
        return None
    for actor in speakers.subjects.inside(words[0].end(), stop + 1)[:1]:
        gap = speakers.text[words[0].end() : actor.start]
        plain = not _SIGN_OR_BRACKET.search(gap)
        between = _WORD.findall(gap)
        near = len(between) < 3 and not any(is_aside(speakers, w) for w in between)
        named = speakers.passage.is_person(actor.entity) and not actor.is_post
        other = ends_in("ar", "another_before").search(gap)
        return actor if plain and near and named and not other else None
    return None


def _next_word(text: str, at: int) -> int:
    match = _WORD.search(text, at)
    return match.start() if match else at


def _body_behind(speakers: Speakers, words: list[re.Match[str]], stop: int) -> Actor | None:
    """Find the body whose notice, agency or site speaks: «بلاغ لوزارة الخارجية»."""
    head = fold(words[0].group())
    if not (
        speakers.signs.has("voice", head) or "organisation" in word_classes("ar").get(head, ())
    ):
        return None
    for actor in speakers.subjects.inside(words[0].end(), stop + 1)[:1]:
        gap = speakers.text[words[0].end() : actor.start].strip()
        linked = not gap or speakers.signs.has("of_voice", fold(gap))
        if linked and actor.entity is not None:
            kind = speakers.passage.kind_of(actor.entity)
            return actor if kind is ORGANISATION else None
    return None


def _fronted(speakers: Speakers, saying: Saying, gender: str | None) -> Speaker | None:
    """Find a subject in front of its verb: «أما الرئيس فقال», «وموقع س يذكر»."""
    text = speakers.text
    sentence = speakers.passage.sentence_at(saying.start)
    front = saying.start
    while front > 0 and text[front - 1].isalpha():
        front -= 1
    attached = text[front : saying.start]
    if attached in words_with("and", "ar"):
        return None
    cut = sentence.start
    for match in _CLAUSE.finditer(text[sentence.start : front]):
        if text[sentence.start + match.end() : front].strip():
            cut = sentence.start + match.end()
    words = list(_WORD.finditer(text, cut, front))
    if not words:
        return None
    opening = words[0].group()
    if speakers.signs.has("as_for", fold(opening)):
        if len(words) < 2:
            return None
        second = next(
            (
                w
                for w in words[1:]
                if "honorific" not in word_classes("ar").get(fold(w.group()), ())
            ),
            words[1],
        )
        actor = speakers.subjects.at(second.start())
        if actor is not None:
            return speakers.told(actor, 0.85, gender)
        told = [w.group() for w in words[1:]]
        named = speakers.by_name(*told) if 0 < len(told) <= 3 else None
        if named is not None:
            return Speaker(named, " ".join(told), 0.75)
        return Speaker(None, text[words[1].start() : words[-1].end()][:80], 0.6)
    for actor in speakers.subjects.inside(cut, front)[:1]:
        near = len(_WORD.findall(text[cut : actor.start])) == 0
        letter = text[max(cut, actor.start - 1) : actor.start].strip()
        joined = not letter or speakers.signs.has("joined", letter)
        if near and joined and speakers.subjects.fits(actor, gender):
            return speakers.told(actor, 0.8)
    return None

"""A passage goes in; which of its actors can be the subject of a clause comes out.

An actor is a chain: a post with the name beside it, or either alone. After a preposition, in the
genitive, or with a case ending it is told of, not telling: a subject it is not.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, cached_property
from itertools import pairwise
from operator import attrgetter

from sijill.documents.document import ORGANISATION, PERSON, POST, Mention
from sijill.documents.expressions import NOTHING, expression
from sijill.documents.genders import (
    GIVEN_NAME,
    TITLE,
    VERB,
    Genders,
    is_feminine_verb,
    name_gender,
    past_tense_beside,
    post_gender,
    title_beside,
)
from sijill.documents.kept_answers import kept_while_read
from sijill.documents.last_word import last_joined_word, last_word
from sijill.documents.lexicon import word_classes
from sijill.documents.passage import ACTORS, Passage
from sijill.documents.quotation_marks import CLOSING, MARKS
from sijill.documents.stretches import beginning_in
from sijill.documents.subject_signs import signs
from sijill.immutable import immutable
from sijill.people.gaps import opens_clause
from sijill.speech.bare_names import bare_names
from sijill.tables import open_table
from sijill.text import fold

#: How much a word beside somebody's words tells of the gender: a post alone may have been given to
#: the wrong one, “her counterpart” tells it of another; an Arabic verb outweighs a masculine post.
_POSTS_VERB, _OWNER, _ARABIC_VERB, _BODY = 1, 3, 3, 1
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_JOINTLESS = re.compile(rf"[\s{MARKS}()]|[^\W\d_]")
_PARTING = re.compile(r"[,(–-]")
#: The signs that stand between a name and what is told of the same one.
_JOINTS = (",", "،", "-", "–", "/", "・")
_place = attrgetter("start", "end")
#: What stands between a post and its name is not longer, nor what stands before an actor (letters).
_LONGEST_GAP = _REACH = 40
#: What an actor may be.
_WHO = (PERSON, ORGANISATION)
#: What is written onto an Arabic verb behind a relative word.
_JOINED_ON = ("و", "ف")


@immutable
class Actor:
    """A chain of mentions for one person or body; `entity` is None when nobody known bears it."""

    start: int
    end: int
    entity: str | None
    mentions: tuple[Mention, ...]

    @property
    def is_post(self) -> bool:
        """Say whether no name stands in it."""
        first, *others = self.mentions
        return first.kind is POST and all(m.kind is POST for m in others)


class Subjects:
    """The actors of one passage in order, and what their surroundings say of each."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._text = passage.text
        self._language = passage.language
        self._signs = signs(passage.language)
        self.actors = tuple(map(self._actor, self._chains()))
        # Asked again for each word of saying and each happening near them: kept by their place,
        # and of each one the gender.
        self._can: dict[tuple[int, int], bool] = {}
        self._ahead: dict[int, tuple[str, str]] = {}
        self._genders: dict[str, str | None] = {}

    # -- actors ----------------------------------------------------------------------------------

    def _chains(self) -> list[list[Mention]]:
        """Give the mentions in order, those told of the same one together."""
        mentions = self._mentions()
        groups = [mentions[:1]] if mentions else []
        for last, mention in pairwise(mentions):
            # A body is told by one mention alone.
            if (
                last.kind is not ORGANISATION
                and mention.kind is not ORGANISATION
                and mention.start - last.end <= _LONGEST_GAP
                and self._joins(groups[-1], mention)
            ):
                groups[-1].append(mention)
            else:
                groups.append([mention])
        return groups

    def _mentions(self) -> list[Mention]:
        outer = [m for m in self._passage.outer_mentions if m.kind in ACTORS]
        if self._language == "ar":
            outer = [self._trimmed(m) if m.kind is POST else m for m in outer]
        bare = bare_names(self._passage)
        return sorted([*outer, *bare], key=_place) if bare else outer

    def _trimmed(self, mention: Mention) -> Mention:
        """Cut an Arabic post after its first word where the next one cannot belong to it.

        A noun with ال takes no genitive: in «التقى الرئيس أعضاء الرابطة» the post is «الرئيس».
        """
        words = list(_WORD.finditer(mention.text))
        if len(words) < 3 or not words[0].group().startswith("ال"):
            return mention
        second = fold(words[1].group())
        free = expression("ar", "no_genitive").match(second) is not None
        if free or self._signs.has("oblique", second) or mention.text[words[0].end()] != " ":
            return mention
        end = words[0].end()
        known = mention.entity if self._is_first_holder(mention) else None
        return replace(mention, end=mention.start + end, text=mention.text[:end], entity=known)

    def _is_first_holder(self, mention: Mention) -> bool:
        """Say whether the bearer of a post is told elsewhere before, not in the words after it."""
        return any(
            m.entity == mention.entity and m.end <= mention.start for m in self._passage.mentions
        )

    def _joins(self, group: list[Mention], mention: Mention) -> bool:
        """Say whether a mention close behind a group is told of the same one."""
        last = group[-1]
        gap = self._text[last.end : mention.start]
        if "\n" in gap:
            return False
        words = _WORD.findall(gap)
        if words and not self._are_titles(words):
            return False
        turned = last.kind is PERSON and mention.kind is POST
        if turned and self._language in ("en", "ru", "kk") and not _PARTING.search(gap):
            # A post after a name without a comma is somebody else's: «Бура елшінің келгенін».
            return False
        bare = _JOINTLESS.sub("", gap)
        if bare and bare not in _JOINTS:
            return False
        closing = _WORD.findall(last.text)[-1:]
        if closing and self._signs.has("oblique", fold(closing[0])):
            return False
        known = {m.entity for m in group if m.entity}
        same = mention.entity is not None and mention.entity in known
        if not bare and gap.strip(" \u00a0") == gap.strip() and "(" not in gap:
            return same or not (known and mention.entity and mention.entity not in known)
        if not known and bare in (",", "،") and last.kind is POST:
            # A post that nobody bears yet, then a name: «the director, Garba Shehuri».
            begins = opens_clause(self._text, last, mention, self._language)
            return mention.kind is PERSON and not words and not begins
        return same and bare != ""

    def _are_titles(self, words: list[str]) -> bool:
        classes = word_classes(self._language)
        return all("honorific" in classes.get(fold(word), ()) for word in words)

    def _actor(self, group: list[Mention]) -> Actor:
        first = group[0]
        entity = first.entity
        if len(group) > 1:
            named = [m for m in group if m.kind is PERSON and m.entity]
            known = named or [m for m in group if m.entity]
            entity = known[0].entity if known else None
        if entity is not None and self._passage.kind_of(entity) not in _WHO:
            entity = None
        return Actor(first.start, group[-1].end, entity, tuple(group))

    def inside(self, start: int, end: int, *, whole: bool = True) -> list[Actor]:
        """Give the actors inside a stretch, in order: wholly, or those that begin there."""
        begun = beginning_in(self.actors, start, end)
        if not begun:
            return []
        return [actor for actor in begun if actor.end <= end] if whole else [*begun]

    def at(self, offset: int) -> Actor | None:
        """Give the actor that begins at a place."""
        return next(iter(beginning_in(self.actors, offset, offset + 1)), None)

    # -- case ------------------------------------------------------------------------------------

    def can_be_subject(self, actor: Actor) -> bool:
        """Say whether nothing around an actor keeps it from being a subject."""
        place = actor.start, actor.end
        can = self._can.get(place)
        if can is None:
            can = self._can[place] = self._stands_as_subject(actor)
        return can

    def _stands_as_subject(self, actor: Actor) -> bool:
        after = self._text[actor.end : actor.end + 6]
        if self._language == "ja":
            if self._text[actor.start - 1 : actor.start] in ("(", "（"):
                return False
            tail = expression("ja", "behind_name").sub("", after, count=1)
            if tail.startswith(tuple(self._signs.words.get("particle", ()))):
                return True
            # «最初は鈴木総理である»: the sentence presents whom the next ones go on with.
            presented = tail.startswith(tuple(self._signs.words.get("copula", ())))
            return presented and (actor.is_post or self._passage.is_person(actor.entity))
        if self._language == "kk":
            return not after[:1].isalpha()
        if self._is_agency(actor):
            return False
        if self._language == "en" and after[:2] in ("'s", "’s", "' ", "’ "):
            return False
        attached, word = self._before(actor.start)
        if self._language == "ar":
            if any(self._signs.has("governing", letter) for letter in attached):
                return False
            if attached:
                return True
            is_joined = self._signs.has("joined", word[:1]) and len(word) > 3
            bare = word[1:] if is_joined else word
            if self._signs.has("also_verb", word) and self._opens_sentence(actor.start, word):
                return True  # «وبيّن الوزير»: the verb, not the preposition
            return not (
                self._signs.has("oblique", fold(word))
                or self._signs.has("oblique", fold(bare))
                or self._is_noun(bare)
            )
        if self._language == "ru" and actor.mentions[0].kind is POST:
            head = _WORD.findall(actor.mentions[0].text)[:1]
            if head and fold(head[0]).endswith(self._signs.endings("oblique_ending")):
                return False
        if self._language == "ru" and self._is_of_house(actor, word):
            return False
        return not self._signs.has("oblique", fold(word))

    def _is_of_house(self, actor: Actor, word: str) -> bool:
        """Say whether a Russian body tells whose the one before it is: «атташе посольства»."""
        head = actor.mentions[0]
        if head.kind is not ORGANISATION or not word[:1].isalpha():
            return False
        if expression("ru", "house_in_genitive").match(head.text) is None:
            return False
        before = self._passage.mention_over(actor.start - 2, actor.start - 1)
        return before is None or before.kind is POST

    def _is_agency(self, actor: Actor) -> bool:
        """Say whether a body stands by itself in brackets or slashes, as agencies do."""
        if actor.mentions[0].kind is not ORGANISATION:
            return False
        before = self._text[max(0, actor.start - 3) : actor.start].rstrip()
        after = self._text[actor.end : actor.end + 3].lstrip()
        return before[-1:] in ("(", "/") and after[:1] in (")", "/")

    def _opens_sentence(self, start: int, word: str) -> bool:
        sentence = self._passage.sentence_at(start)
        return self._text[sentence.start : start].strip() == word

    def _before(self, start: int) -> tuple[str, str]:
        """Give the letters written onto an actor and the word before it, past titles."""
        ahead = self._ahead.get(start)
        if ahead is None:
            ahead = self._ahead[start] = self._read_before(start)
        return ahead

    def _read_before(self, start: int) -> tuple[str, str]:
        text = self._text
        at = start
        for _ in range(4):
            front = at
            while front > 0 and text[front - 1].isalpha():
                front -= 1
            attached = text[front:at].strip("ـ")
            if attached:
                return attached, ""
            match = last_joined_word(text, max(0, at - _REACH), at)
            if match is None or "\n" in text[match.start() : at]:
                return "", ""
            word = match.group()
            particles = self._title_front(fold(word))
            if particles is None:
                return "", word
            if particles:
                return particles, ""
            at = match.start()
        return "", ""

    def _title_front(self, word: str) -> str | None:
        """Give the particles on a title or article («بفخامة»: ب); None for any other word."""
        classes = word_classes(self._language)
        if self._language != "ar":
            is_title = self._signs.has("article", word) or "honorific" in classes.get(word, ())
            return "" if is_title else None
        for length in range(3):
            if length and not self._signs.may_be_written_on(word[length - 1 : length]):
                return None
            if "honorific" in classes.get(word[length:], ()):
                return word[:length]
        return None

    def _is_noun(self, word: str) -> bool:
        """Say whether an Arabic word shows that it is a noun, which takes a genitive.

        Verbs never end in ة, and seldom in ات; those of form IV begin in أ, their nouns in إ.
        """
        folded = fold(word)
        if folded.startswith("ال") and len(folded) > 4:
            return False
        return (
            expression("ar", "noun_as_written").search(word) is not None
            or expression("ar", "noun_shape").match(folded) is not None
        )

    def first_in(self, start: int, end: int, *, gender: str | None = None) -> Actor | None:
        """Give the first actor of a stretch that can be the subject of a verb of a gender."""
        return next(
            (a for a in self.inside(start, end) if self.can_be_subject(a) and self.fits(a, gender)),
            None,
        )

    def antecedent(self, verb_start: int) -> Actor | None:
        """Give the actor that a relative word right before a verb takes up: “Li, who said”."""
        if "relative" not in self._signs.words:
            return None
        is_joined = self._text.endswith(_JOINED_ON, 0, verb_start)
        match = last_word(self._text, max(0, verb_start - 24), verb_start - is_joined)
        if match is None or not self._signs.has("relative", fold(match.group())):
            return None
        at = match.start()
        for actor in reversed(self.inside(max(0, at - 200), at)):
            return actor if not self._text[actor.end : at].strip(f" ,،){CLOSING}") else None
        return None

    # -- gender ----------------------------------------------------------------------------------

    def fits(self, actor: Actor, gender: str | None) -> bool:
        """Say whether an actor can be meant by a verb or pronoun of a gender."""
        if gender is None:
            return True
        if gender == "many":
            return False
        if actor.entity is None:
            known = self._post_gender(actor.mentions)
        else:
            known = self.gender_of(actor.entity)
        return known is None or known == gender

    def is_beside(self, actor: Actor, gender: str | None) -> bool:
        """Say whether “he” or “she” cannot mean an actor: a body, or for “she” «her aide»."""
        if actor.entity is not None or not actor.is_post:
            return self._passage.kind_of(actor.entity) is ORGANISATION
        first = _WORD.match(actor.mentions[0].text)
        owners = (first.group() if first else "", self._before(actor.start)[1])
        return any(self._signs.has(f"said_{gender}", fold(word)) for word in owners)

    def gender_of(self, entity: str | None) -> str | None:
        """Give the gender that the text shows of a person or (in Arabic) a body, else None."""
        if entity is None:
            return None
        if entity not in self._genders:
            self._genders[entity] = self._shown_gender(entity)
        return self._genders[entity]

    def _shown_gender(self, entity: str) -> str | None:
        """Give what all words of the passage show of one's gender."""
        shown = Genders()
        is_person = self._passage.is_person(entity)
        for actor in self._actors_of.get(entity, ()):
            if is_person:
                self._show_person(actor, shown)
            elif self._language == "ar":
                shown.show(entity, self._body_gender(actor), _BODY)
        for gender in self._owners.get(entity, ()):
            shown.show(entity, gender, _OWNER)
        return shown.settled().get(entity)

    @cached_property
    def _actors_of(self) -> dict[str, list[Actor]]:
        found: dict[str, list[Actor]] = {}
        for actor in self.actors:
            if actor.entity is not None:
                found.setdefault(actor.entity, []).append(actor)
        return found

    @cached_property
    def _owners(self) -> dict[str, list[str]]:
        """The genders shown of those whose counterparts are told of."""
        found: dict[str, list[str]] = {}
        for actor in self.actors if self._counterparts else ():
            if self._passage.is_person(actor.entity):
                for gender in self._owned(actor):
                    owner = self._named_before(actor)
                    if owner is not None:
                        found.setdefault(owner, []).append(gender)
        return found

    def _show_person(self, actor: Actor, shown: Genders) -> None:
        """Take in what the words of a person, and those beside them, show of the gender."""
        who, text, language = actor.entity, self._text, self._language
        shown.show_post(who, self._post_gender(actor.mentions))
        shown.show(who, title_beside(text, actor.start, actor.end, language), TITLE)
        names = [m for m in actor.mentions if m.kind is PERSON]
        shown.show(who, name_gender(names[0].text, language) if names else None, GIVEN_NAME)
        if language == "ru" and self.can_be_subject(actor):
            verb = past_tense_beside(text, actor.start, actor.end)
            shown.show(who, verb, _POSTS_VERB if actor.is_post else VERB)
        if language == "ar" and not self._owned(actor):  # «التقت نظيرها»: the verb is hers
            attached, word = self._before(actor.start)
            verb = "f" if not attached and is_feminine_verb(word) else None
            shown.show(who, verb, _POSTS_VERB if actor.is_post else _ARABIC_VERB)

    def _owned(self, actor: Actor) -> list[str]:
        """Give `f` for an actor who is told as “her counterpart”, `m` for “his”; nothing else."""
        return [g for g, said in self._counterparts if said.match(self._text, actor.start)]

    @cached_property
    def _counterparts(self) -> list[tuple[str, re.Pattern[str]]]:
        rules = [(g, expression(self._language, f"counterpart_{g}")) for g in ("f", "m")]
        return [(gender, said) for gender, said in rules if said is not NOTHING]

    def _named_before(self, actor: Actor) -> str | None:
        """Give the one other person named in the sentence before an actor, or else before that."""
        number = self._passage.sentence_index(actor.start)
        for earlier in (number, number - 1):
            if earlier < 0:
                break
            sentence = self._passage.sentences[earlier]
            named = {
                m.entity
                for m in self._passage.mentions_in(
                    sentence.start, min(sentence.end, actor.start), (PERSON,)
                )
            } - {actor.entity, None}
            if named:
                return next(iter(named)) if len(named) == 1 else None
        return None

    def _post_gender(self, mentions: tuple[Mention, ...]) -> str | None:
        """Tell the gender of an Arabic post; elsewhere a post alone may be a woman's or a man's."""
        posts = [m for m in mentions if m.kind is POST]
        if self._language != "ar" or not posts:
            return None
        return post_gender(_WORD.findall(posts[0].text), "ar")

    def _body_gender(self, actor: Actor) -> str | None:
        words = _WORD.findall(self._text[actor.start : actor.end])
        if not words:
            return None
        feminine = expression("ar", "feminine_as_written").search(words[0])
        return _body_words().get(fold(words[0])) or ("f" if feminine else None)


@cache
def _body_words() -> dict[str, str]:
    rows = open_table("ar/organisation_words.tsv", ("word", "gender"))
    return {fold(row["word"]): row["gender"] for row in rows}


@kept_while_read
def subjects_of(passage: Passage) -> Subjects:
    """Give the actors of a passage; those of the last one are kept."""
    return Subjects(passage)

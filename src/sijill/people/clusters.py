"""The person mentions of one text go in; clusters of names that can be one person's come out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import TypeAlias

from sijill.documents.deadline import check
from sijill.documents.document import PERSON, POST, Document, Mention
from sijill.documents.mentions_by_kind import of_kind
from sijill.documents.stand_ins import is_stand_in, stand_in_words
from sijill.documents.stretches import beginning_in
from sijill.mentions.names import Name, compare, likely_letters, read_name
from sijill.people.posts import PostReading
from sijill.people.told_places import ToldPlaces, ToldWords
from sijill.text import KANJI, fold, writing_system

#: A part of a name that is not its last one must be this sure to join two mentions.
_JOIN = 0.5
#: With more people than this in a text other spellings of a name are no longer looked for.
MANY = 80
#: Between a name and an alias stand a few words at most (code points).
_LONGEST_ALIAS_GAP = 40
_SCRIPTS = (
    ("kanji", f"[{KANJI}]"),
    ("kana", r"[\u3041-\u30ff]"),
    ("latin", r"[A-Za-z\u00c0-\u024f]"),
)
#: A country, and how far it is ahead of the next.
Weighed: TypeAlias = tuple[str | None, float]


@dataclass(slots=True)
class Cluster:
    """One person while a text is being read: names, posts and words that stand for them."""

    names: list[Mention] = field(default_factory=list)
    forms: list[Name] = field(default_factory=list)
    posts: list[Mention] = field(default_factory=list)
    readings: list[PostReading] = field(default_factory=list)
    stand_ins: list[Mention] = field(default_factory=list)
    beside: set[str] = field(default_factory=set)
    register_id: str | None = None
    #: Whether the text says where the person belongs, or it is weighed.
    is_told: bool = False
    #: Who holds the office now that somebody held before.
    followed_by: Cluster | None = None
    #: Whose counterpart somebody is, which nobody of the same state can be.
    counterpart_of: Cluster | None = None
    #: A monarch's spouse, whom «the queen» does not make one.
    is_consort: bool = False
    #: Which gender the verb beside a mention shows, by where that stands, once it was asked.
    by_verb: dict[tuple[int, int], str | None] = field(
        default_factory=dict, repr=False, compare=False
    )
    #: Where the person belongs, and how sure that is; and what weighs it where nobody asked yet.
    weighed: Weighed = field(default=(None, 0.0), compare=False)
    _weigh: Callable[[Cluster], Weighed] | None = field(default=None, repr=False, compare=False)
    _told: ToldPlaces = field(default_factory=ToldPlaces, repr=False, compare=False)
    _names_told: ToldPlaces = field(default_factory=ToldPlaces, repr=False, compare=False)
    _posts_told: ToldWords = field(default_factory=ToldWords, repr=False, compare=False)

    @property
    def country(self) -> str | None:
        """Where the person belongs, told or weighed."""
        return (self.weighed if self._weigh is None else self.settle())[0]

    @country.setter
    def country(self, country: str | None) -> None:
        self._weigh, self.weighed = None, (country, 0.0)

    @property
    def lead(self) -> float:
        """How far a country that was weighed is ahead of the next."""
        return (self.weighed if self._weigh is None else self.settle())[1]

    def settle_when_asked(self, weigh: Callable[[Cluster], Weighed]) -> None:
        """Let the country be weighed where somebody asks for it: that of half the people is not."""
        self._weigh = weigh

    def settle(self) -> Weighed:
        """Weigh the country by what is told of the person up to now, if it waits for that."""
        if self._weigh is not None:
            weigh, self._weigh = self._weigh, None
            self.weighed = weigh(self)
        return self.weighed

    def let_go(self) -> None:
        """Ask no more for the country, so that nobody is held by those whom it hangs on."""
        self._weigh = None

    def read_anew(self, reading: PostReading, settled: PostReading) -> None:
        """Put what a post was settled to be in the place of how it was read."""
        self.readings[:] = [settled if r is reading else r for r in self.readings]

    def take_away(self, gone: Set[str]) -> None:
        """Take posts away that are another's, by their ids."""
        if not gone:
            return
        self.posts[:] = [p for p in self.posts if p.id not in gone]
        self.readings[:] = [r for r in self.readings if r.mention.id not in gone]
        self._told.forget()
        self._posts_told.forget()

    @property
    def names_told(self) -> ToldPlaces:
        """Where the person is named."""
        return self._names_told.of(self.names)

    @property
    def posts_told(self) -> ToldWords:
        """Where the person is called by posts, and by which words."""
        self._posts_told.of(self.posts)
        return self._posts_told

    @property
    def told(self) -> ToldPlaces:
        """Where the person is told by name, post or a word that stands for it."""
        return self._told.of(self.names, self.posts, self.stand_ins)

    @property
    def label(self) -> str:
        """Words to call the person by when there is no name."""
        return next((m.text for m in (*self.stand_ins, *self.posts)), "")

    @property
    def first(self) -> int:
        """Where the person is first mentioned."""
        return self.told.starts[0]

    def last_before(self, offset: int) -> int:
        """Where the person was last mentioned before a place; -1 if not yet."""
        check()
        return self.told.last_before(offset)

    def count_before(self, offset: int) -> int:
        """Say how often the person was mentioned before a place."""
        return self.told.count_before(offset)

    @property
    def roles(self) -> set[str]:
        """The roles told so far."""
        # Of every second person no post is told.
        return {r.role for r in self.readings if r.role} if self.readings else set()

    @property
    def genders(self) -> set[str]:
        """The genders that the words of the posts show."""
        return {r.gender for r in self.readings if r.gender}

    @property
    def countries(self) -> set[str]:
        """The countries of the posts told so far."""
        return {r.country for r in self.readings if r.country}


def cluster_names(
    document: Document, mentions: Sequence[Mention], roles_beside: Mapping[str, frozenset[str]]
) -> list[Cluster]:
    """Join the names of a text, the fullest names first.

    `roles_beside` tells for a mention the roles of the posts that stand right beside it: of two
    people with one family name, «President Aas» is the one told to be president.
    """
    language = document.language
    people = [m for m in of_kind(mentions, PERSON) if not is_stand_in(m, language)]
    named = [(m, read_name(m.text, language)) for m in people]
    size = _size_ja if language == "ja" else _size
    people_told = _PeopleTold(language)
    for mention, name in sorted(named, key=lambda pair: (-size(pair[1]), pair[0].start)):
        beside = roles_beside.get(mention.id, frozenset())
        cluster = _best(mention, name, beside, people_told.likely(mention, name))
        if cluster is None:
            cluster = Cluster()
        cluster.names.append(mention)
        cluster.beside.update(beside)
        if name not in cluster.forms:
            cluster.forms.append(name)
        cluster.register_id = cluster.register_id or mention.value
        people_told.tell(cluster, name)
    posts = sorted(of_kind(mentions, POST), key=lambda m: m.start)
    clusters = _join_aliases(document, people, posts, people_told.clusters)
    clusters.sort(key=lambda c: min([m.start for m in c.names]))
    return clusters


class _PeopleTold:
    """The people told so far, by what a name that can be theirs has in common with their own."""

    def __init__(self, language: str) -> None:
        self._language = language
        self.clusters: list[Cluster] = []
        self._numbers: dict[int, int] = {}
        #: By how a part sounds or two written together (of Japanese names by likely letters).
        self._with_sound: defaultdict[str, set[int]] = defaultdict(set)
        self._with_joined: defaultdict[str, set[int]] = defaultdict(set)
        #: By the register's id.
        self._with_id: defaultdict[str, set[int]] = defaultdict(set)
        #: By a part as it is; laid out once there are very many.
        self._with_part: defaultdict[str, set[int]] | None = None

    def tell(self, cluster: Cluster, name: Name) -> None:
        """Put somebody in, or one more name of somebody."""
        number = self._numbers.setdefault(id(cluster), len(self.clusters))
        if number == len(self.clusters):
            self.clusters.append(cluster)
        for sound in likely_letters(name) if self._language == "ja" else name.sounds:
            self._with_sound[sound].add(number)
        if self._language == "ar":
            self._with_joined[name.joined].add(number)
        if cluster.register_id:
            self._with_id[cluster.register_id].add(number)
        if self._with_part is not None:
            for part in name.parts:
                self._with_part[part].add(number)

    def likely(self, mention: Mention, name: Name) -> list[Cluster]:
        """Give, in order, whose name it may be: of all others `compare` says that it is not.

        Of very many people only those who share a part of the name as it is.
        """
        if len(self.clusters) > MANY:
            found = self._with_parts_of(name)
        else:
            found = self._spelt_like(name) if self._language == "ja" else self._sounding_like(name)
            if mention.value:
                found |= self._with_id.get(mention.value, set())
        return [self.clusters[number] for number in sorted(found)]

    def _with_parts_of(self, name: Name) -> set[int]:
        """Give those who share a part of a name as it is."""
        if self._with_part is None:
            self._with_part = defaultdict(set)
            for number, cluster in enumerate(self.clusters):
                for part in chain.from_iterable(form.parts for form in cluster.forms):
                    self._with_part[part].add(number)
        return set().union(*(self._with_part.get(part, ()) for part in name.parts))

    def _spelt_like(self, name: Name) -> set[int]:
        """Give those whose names share letters by which Japanese ones may be one."""
        return set().union(*(self._with_sound.get(key, ()) for key in likely_letters(name)))

    def _sounding_like(self, name: Name) -> set[int]:
        """Give those who have all its sounds, in Arabic also when one is written together."""
        sets = [self._with_sound.get(sound, set()) for sound in name.sounds]
        found = set.intersection(*sets) if sets else set()
        if self._language == "ar":
            found |= self._with_sound.get(name.joined, set())
            for sound in name.sounds:
                found |= self._with_joined.get(sound, set())
        return found


def _join_aliases(
    document: Document,
    people: Sequence[Mention],
    posts: Sequence[Mention],
    clusters: Sequence[Cluster],
) -> list[Cluster]:
    """Join a name with the one right after it that is told to be the same person's."""
    owner = {m.id: c for c in clusters for m in c.names}
    for left, right in pairwise(sorted(people, key=lambda m: m.start)):
        one, other = owner[left.id], owner[right.id]
        if one is other or not _is_alias(document, left, right, posts):
            continue
        one.names.extend(other.names)
        one.forms.extend(other.forms)
        one.beside.update(other.beside)
        one.register_id = one.register_id or other.register_id
        for mention in other.names:
            owner[mention.id] = one
    return list({id(c): c for c in owner.values()}.values())


def _is_alias(document: Document, left: Mention, right: Mention, others: Sequence[Mention]) -> bool:
    gap = document.text[left.end : right.start]
    if len(gap) > _LONGEST_ALIAS_GAP or "\n" in gap:
        return False
    if _is_reading(left.text, gap, right.text):
        return True
    if any(o.end <= right.start for o in beginning_in(others, left.end, right.start)):
        # «X called his counterpart, Y»: another is named between them.
        return False
    folded = fold(gap).strip()
    cues = stand_in_words(document.language, "alias")
    parting = stand_in_words(document.language, "parting")
    for cue in cues:
        if cue not in folded:
            continue  # as nearly always
        found = re.search(rf"(?<!\w){re.escape(cue)}", folded)
        # «X said that the accused, named Y»: another is told of before the word.
        if found and not parting & {*re.findall(r"\w+", folded[: found.start()])}:
            return True
    # カシム (Kassym): the same name in another writing system.
    return folded.lstrip().startswith("(") and writing_system(left.text) is not writing_system(
        right.text
    )


def _is_reading(left: str, gap: str, right: str) -> bool:
    """Say whether brackets give a name as it is read or spelt: 皮鉄洙（ピ・チョルス）.

    A post may stand between: 「…外務大臣(H.E. Mr. Tebogo KGOSIETSILE)」.
    """
    opened = max(gap.rfind(sign) for sign in "(（")
    if opened < 0 or ")" in gap or "）" in gap:
        return False
    inside = gap[opened + 1 :].strip()
    if _script(left) == _script(right):
        return False
    return not inside or (_script(right) == "latin" and inside.isascii())


def _script(name: str) -> str:
    """Tell the signs of a name: `kanji`, `kana`, `latin` or `other`."""
    for script, signs in _SCRIPTS:
        if re.search(signs, name):
            return script
    return "other"


def _size(name: Name) -> int:
    return name.length


def _size_ja(name: Name) -> int:
    return len("".join(name.parts))


def _best(
    mention: Mention, name: Name, beside: frozenset[str], clusters: Sequence[Cluster]
) -> Cluster | None:
    best: Cluster | None = None
    best_key = (0.0, False, 0)
    for cluster in clusters:
        if mention.value and cluster.register_id and mention.value != cluster.register_id:
            continue
        score = max([compare(name, form) for form in cluster.forms])
        if mention.value and mention.value == cluster.register_id:
            score = max(score, 0.99)
        if score < _JOIN:
            continue
        key = (score, bool(beside & cluster.beside), _nearness(mention, cluster))
        if best is None or key > best_key:
            best, best_key = cluster, key
    return best


def _nearness(mention: Mention, cluster: Cluster) -> int:
    """Prefer, of two people with one family name, the one told last before this place."""
    before = [m.start for m in cluster.names if m.start < mention.start]
    return max(before) - mention.start if before else -(10**9)

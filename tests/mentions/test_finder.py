"""Mentions nest and never cross, and known or closed names are found without any training."""

from typing import cast

import pytest

from sijill.documents.document import Document, Mention, MentionKind
from sijill.documents.sentences import split_sentences
from sijill.mentions.candidates import Candidate, untangle
from sijill.mentions.edges import mend
from sijill.mentions.finder import find_mentions
from sijill.mentions.partings import put_apart
from sijill.register.load import load_register
from sijill.register.matcher import Matcher
from sijill.tagging.tagger import Tagged, Tagger, load_tagger

PERSON, POST, PLACE = MentionKind.PERSON, MentionKind.POST, MentionKind.PLACE
ORGANISATION, DATE = MentionKind.ORGANISATION, MentionKind.DATE


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher(load_register())


def find(text: str, language: str, matcher: Matcher) -> list[Mention]:
    document = Document("s1", text, language, "2025-12-19")
    return list(find_mentions(document, split_sentences(text, language), matcher))


def mended(text: str, span: tuple[int, int], kind: MentionKind, language: str) -> list[str]:
    document = Document("s1", text, language)
    found = mend(document, [Candidate(kind, *span, "tagger", 0.6)])
    return [text[c.start : c.end] for c in sorted(found, key=lambda c: c.start)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("وصل رئيس كازاخستان إلى طوكيو في 18 ديسمبر 2025.", "ar",
         {(POST, "رئيس كازاخستان"), (PLACE, "كازاخستان"), (PLACE, "طوكيو"),
          (DATE, "18 ديسمبر 2025")}),
        ("Президент Казахстана прибыл в Токио 18 декабря 2025 года.", "ru",
         {(POST, "Президент Казахстана"), (PLACE, "Казахстана"), (PLACE, "Токио"),
          (DATE, "18 декабря 2025 года")}),
        ("The President of Kazakhstan came to Tokyo on 18 December 2025.", "en",
         {(POST, "President of Kazakhstan"), (PLACE, "Kazakhstan"), (PLACE, "Tokyo"),
          (DATE, "18 December 2025")}),
        ("カザフスタンの大統領は2025年12月18日、東京を訪れた。", "ja",
         {(PLACE, "カザフスタン"), (PLACE, "東京"), (DATE, "2025年12月18日")}),
        ("Қазақстан Президенті 2025 жылғы 18 желтоқсанда Токиоға келді.", "kk",
         {(POST, "Қазақстан Президенті"), (PLACE, "Қазақстан"), (PLACE, "Токио"),
          (DATE, "2025 жылғы 18 желтоқсан")}),
    ],
)  # fmt: skip
def test_posts_places_and_dates_of_a_visit(
    text: str, language: str, expected: set[tuple[MentionKind, str]], matcher: Matcher
) -> None:
    assert expected <= {(m.kind, m.text) for m in find(text, language, matcher)}


def test_mentions_carry_their_words_and_never_cross(matcher: Matcher) -> None:
    text = (
        "وقال رئيس شركة هيتاشي لمعدات البناء ماسافومي سينزاكي،"
        " في سفارة اليابان في أستانا، إن العمل بدأ أمس."
    )
    found = find(text, "ar", matcher)
    for m in found:
        assert text[m.start : m.end] == m.text
        for o in found:
            crosses = m.start < o.start < m.end < o.end
            assert not crosses


def test_embassy_with_its_places_is_one_organisation(matcher: Matcher) -> None:
    found = find("He works at the Embassy of Japan in Amman now.", "en", matcher)
    assert [(m.kind, m.text) for m in found] == [(ORGANISATION, "Embassy of Japan in Amman")]


def test_of_two_that_cross_the_surer_one_stays() -> None:
    a = Candidate(PERSON, 0, 10, "tagger", 0.6)
    b = Candidate(PLACE, 5, 15, "tagger", 0.8)
    assert untangle([a, b]) == [b]


def test_post_holds_a_place_but_no_post_and_no_date() -> None:
    post = Candidate(POST, 0, 20, "tagger", 0.9)
    inner = [
        Candidate(PLACE, 12, 20, "tagger", 0.5),
        Candidate(POST, 0, 9, "tagger", 0.5),
        Candidate(DATE, 10, 12, "calendar", 0.8),
    ]
    assert untangle([post, *inner]) == [post, inner[0]]


def test_found_twice_is_surer() -> None:
    (both,) = untangle(
        [Candidate(PLACE, 0, 5, "register", 0.8, "jp"), Candidate(PLACE, 0, 5, "tagger", 0.9)]
    )
    assert both.confidence > 0.9
    assert both.value == "jp"


def test_empty_candidates_fall_out_and_part_nothing() -> None:
    whole, inner = Candidate(POST, 2, 9, "tagger", 0.9), Candidate(PLACE, 6, 9, "tagger", 0.8)
    empty = [Candidate(PERSON, at, at, "tagger", 0.9) for at in (0, 4, 9)]
    assert untangle([*empty, inner, whole]) == [whole, inner]


def test_edges_leave_verbs_honorifics_and_particles_outside() -> None:
    assert mended("Mr. Aas will come", (0, 12), PERSON, "en") == ["Aas"]
    assert mended("для Айпери Сагынбек кызы был", (4, 19), PERSON, "ru") == ["Айпери Сагынбек кызы"]
    assert mended("للمصارع الشاب", (0, 13), POST, "ar") == ["لمصارع الشاب"]
    assert mended("وصل السيد ناصر العبيدلي", (4, 23), PERSON, "ar") == ["ناصر العبيدلي"]


def test_a_title_with_the_article_takes_no_noun_behind_it() -> None:
    text = "الرئيس أعضاء الرابطة"
    assert mended(text, (0, len(text)), POST, "ar") == ["الرئيس"]
    text = "الرئيس التنفيذي للشركة"
    assert mended(text, (0, len(text)), POST, "ar") == [text]


def test_two_posts_or_two_days_become_two_mentions() -> None:
    text = "الدبلوماسي المخضرم والرئيس الفخري لجمعية المستشرقين"
    assert mended(text, (0, len(text)), POST, "ar") == [
        "الدبلوماسي المخضرم",
        "الرئيس الفخري لجمعية المستشرقين",
    ]
    assert mended("on Monday and Tuesday", (3, 21), DATE, "en") == ["Monday", "Tuesday"]
    assert mended("「60年にわたる友情」と", (1, 4), DATE, "ja") == []
    assert mended("副首相兼外務大臣", (0, 8), POST, "ja") == ["副首相", "外務大臣"]


@pytest.mark.parametrize("text", ["", "x", "«", "\u200f\u200e", "١٢٣ " * 200, "名" * 2000])
def test_odd_texts_are_read_too(text: str, matcher: Matcher) -> None:
    for language in ("ar", "en", "ru", "kk", "ja", "xx"):
        find(text, language, matcher)


def test_any_guest_is_no_guest_of_the_text(matcher: Matcher) -> None:
    def guests(text: str) -> list[str]:
        return [m.text for m in find(text, "en", matcher) if m.kind is PERSON]

    assert guests("Officials called it rare for a guest of that rank.") == []
    assert guests("He walked with the guest to the gate.") == ["guest"]


@pytest.mark.parametrize(
    ("text", "language", "guest"),
    [
        ("The King held talks with his guest in Riga.", "en", "his guest"),
        ("رحّب الرئيس. وأفاد الضيف الماليزي بأن السماء صافية.", "ar", "الضيف الماليزي"),
        ("Осы уақытта сенегалдық қонақтың зайыбы келді.", "kk", "сенегалдық қонақ"),
        ("Самолёт высокого гостя приземлился.", "ru", "высокого гостя"),
    ],
)
def test_guests_keep_the_words_that_belong_to_them(
    text: str, language: str, guest: str, matcher: Matcher
) -> None:
    assert guest in [m.text for m in find(text, language, matcher) if m.kind is PERSON]


class _Posts:
    """Stands for a tagger that takes these words for posts."""

    def __init__(self, words: str) -> None:
        self._words = words

    def tag(self, text: str, *_: object) -> tuple[Tagged, ...]:
        start = text.index(self._words)
        return (Tagged(POST, start, start + len(self._words), 0.9),)


@pytest.mark.parametrize(
    ("text", "post", "language", "is_kept"),
    [
        ("It was told by a diplomat who left.", "diplomat", "en", False),
        ("No answer came from Ana Reis, a diplomat in Rome.", "diplomat", "en", True),
        ("It was told by a retired diplomat, Ana Reis.", "retired diplomat", "en", True),
        ("Екі президент кездесті.", "президент", "kk", False),
        ("Ни один министр не пришёл.", "министр", "ru", False),
        ("لم يسبق لأي وزير أن زارها.", "وزير", "ar", False),
        ("両外相が会談した。", "外相", "ja", False),
        ("外相が会談した。", "外相", "ja", True),
        ("They invited Ecuador as keynote speaker.", "keynote speaker", "en", False),
        ("She served in Ecuador as chief envoy.", "chief envoy", "en", True),
    ],
)
def test_posts_of_nobody_in_particular_are_left_out(
    text: str, post: str, language: str, is_kept: bool, matcher: Matcher
) -> None:
    document = Document("s1", text, language)
    sentences = split_sentences(text, language)
    found = find_mentions(document, sentences, matcher, cast(Tagger, _Posts(post)))
    assert (post in [m.text for m in found if m.kind is POST]) is is_kept


class _People(_Posts):
    """Stands for a tagger that takes these words for a person."""

    def tag(self, text: str, *_: object) -> tuple[Tagged, ...]:
        start = text.index(self._words)
        return (Tagged(PERSON, start, start + len(self._words), 0.9),)


def test_a_word_for_a_monarch_alone_is_a_post_and_no_name(matcher: Matcher) -> None:
    for text, name, kind in (
        ("Встреча\n\nВ городе Султан посетил завод.", "Султан", POST),
        ("Встреча\n\nВ городе Марат посетил завод.", "Марат", PERSON),
    ):
        document = Document("s1", text, "ru")
        tagger = cast(Tagger, _People(name))
        found = find_mentions(document, split_sentences(text, "ru"), matcher, tagger)
        assert [(m.text, m.kind) for m in found] == [(name, kind)]


def test_an_arabic_name_behind_two_lams_begins_at_the_second() -> None:
    text = "ممتنة للصندوق الكويتي"
    for start in (text.index("لصندوق"), text.index("صندوق")):
        assert mended(text, (start, len(text)), ORGANISATION, "ar") == ["لصندوق الكويتي"]


def parted(text: str, language: str, *marks: tuple[MentionKind, str]) -> set[str]:
    document = Document("s1", text, language)
    given = [
        Candidate(kind, text.index(words), text.index(words) + len(words), "tagger", 0.9)
        for kind, words in marks
    ]
    known = [
        Candidate(PLACE, text.index(name), text.index(name) + len(name), "register", 0.9)
        for name in ("Филиппин", "Hanoi")
        if name in text
    ]
    return {text[c.start : c.end] for c in put_apart(document, given, known)}


def test_words_that_two_mentions_share_go_to_one() -> None:
    assert parted(
        "Crown Princess Thyra came.", "en", (POST, "Crown Princess"), (PERSON, "Princess Thyra")
    ) == {"Crown Princess", "Thyra"}
    assert parted(
        "с министром обороны Филиппин Бенигно Рейесом",
        "ru",
        (POST, "министром обороны"),
        (PERSON, "Филиппин Бенигно Рейесом"),
    ) == {"министром обороны Филиппин", "Бенигно Рейесом"}
    assert parted(
        "Hanoi (Red River News) – Today", "en", (ORGANISATION, "Hanoi (Red River News)")
    ) == {"Red River News"}


def test_forms_of_address_and_currencies_are_no_names() -> None:
    assert parted("Then Dr. Reis spoke", "en", (POST, "Dr.")) == set()
    assert parted("a grant of EUR 14 million", "en", (ORGANISATION, "EUR")) == set()
    assert parted("a grant of WHO 14 times", "en", (ORGANISATION, "WHO")) == {"WHO"}


@pytest.mark.parametrize(
    ("text", "language", "kind", "words", "whole"),
    [
        ("Zagreb opened its embassy in 1995.", "en", ORGANISATION, "embassy", "its embassy"),
        ("по оценке её директора Микко", "ru", POST, "директора", "её директора"),
        ("прилетит наш министр обороны", "ru", POST, "министр обороны", "наш министр обороны"),
        ("вчера поздравил её министр обороны", "ru", POST, "министр обороны", "министр обороны"),
        ("Шутка, заметил его преемник, удалась", "ru", POST, "преемник", "его преемник"),
        ("завизировал прежний министр обороны", "ru", POST, "министр обороны",
         "прежний министр обороны"),
        ("И. о. министра обороны молчит", "ru", POST, "министра обороны",
         "И. о. министра обороны"),
        ("кеңестің тең төрағасы келді", "kk", POST, "төрағасы", "тең төрағасы"),
    ],
)  # fmt: skip
def test_whose_it_is_and_when_it_was_held_belong_to_a_post(
    text: str, language: str, kind: MentionKind, words: str, whole: str
) -> None:
    start = text.index(words)
    assert mended(text, (start, start + len(words)), kind, language) == [whole]


def test_an_arabic_embassy_with_its_owner_takes_its_place(matcher: Matcher) -> None:
    found = find("افتتحت سفارتها في بيروت أمس.", "ar", matcher)
    assert (ORGANISATION, "سفارتها في بيروت") in [(m.kind, m.text) for m in found]


@pytest.mark.parametrize(
    ("text", "language", "seen", "whole"),
    [
        ("زار اليابان من 6 إلى 9 أبريل 1994.", "ar", "9 أبريل 1994", "6 إلى 9 أبريل 1994"),
        ("He stayed from 6 to 9 April 1994.", "en", "9 April 1994", "6 to 9 April 1994"),
    ],
)
def test_a_range_of_days_is_one_date(
    text: str, language: str, seen: str, whole: str, matcher: Matcher
) -> None:
    class Half:
        def tag(self, text: str, *_: object) -> tuple[Tagged, ...]:
            at = text.index(seen)
            return (Tagged(DATE, at, at + len(seen), 0.99),)

    document = Document("s1", text, language, "2025-12-19")
    sentences = split_sentences(text, language)
    found = find_mentions(document, sentences, matcher, cast(Tagger, Half()))
    assert [m.text for m in found if m.kind is DATE] == [whole]


@pytest.mark.parametrize(
    ("text", "tagged", "place"),
    [
        ("أقام بطرابلس عاما", "بطرابلس", "طرابلس"),
        ("سفره لغوجارات قريب", "لغوجارات", "غوجارات"),
        # The letter belongs to the name.
        ("زار بيروت أمس", "بيروت", "بيروت"),
        ("وصل لوس أنجلوس", "لوس أنجلوس", "لوس أنجلوس"),
    ],
)
def test_particles_stand_outside_of_arabic_places(text: str, tagged: str, place: str) -> None:
    start = text.index(tagged)
    assert mended(text, (start, start + len(tagged)), PLACE, "ar") == [place]


@pytest.mark.parametrize(
    ("text", "tagged", "body"),
    [
        ("Об этом сообщил узбекский МИД.", "МИД", ["узбекский МИД"]),
        ("Осмотрели цех ООО «Заря».", "цех ООО «Заря»", ["ООО «Заря»"]),
        ("Договор между мэриями Бишкека.", "мэриями Бишкека", []),
        ("Снято на студиях «Заря».", "студиях «Заря»", ["студиях «Заря»"]),
        ("В новом МИД молчат.", "МИД", ["МИД"]),
        ("заявила глава МИД журналистам", "МИД журналистам", ["МИД"]),
        ("сообщил МИД России", "МИД России", ["МИД России"]),
        ("рассказал ТАСИ-ТВ декан факультета", "ТАСИ-ТВ декан факультета", ["ТАСИ-ТВ"]),
        ("письмо главы правительства Армении", "правительства Армении", []),
        ("решение правительства Армении", "правительства Армении", ["правительства Армении"]),
    ],
)
def test_edges_of_russian_bodies(text: str, tagged: str, body: list[str]) -> None:
    start = text.index(tagged)
    assert mended(text, (start, start + len(tagged)), ORGANISATION, "ru") == body


def test_a_known_kazakh_place_ends_before_its_ending() -> None:
    text = "Латын Америкасындағы елшілік"
    document = Document("s1", text, "kk")
    known = [Candidate(PLACE, 0, len("Латын Америкасы"), "register", 0.75)]
    tagged = Candidate(PLACE, 0, len("Латын Америкасын"), "tagger", 0.7)
    assert [c.end for c in mend(document, [tagged], known)] == [len("Латын Америкасы")]
    # What the tagger saw beyond the known name is another word.
    text = "Астана әуежайында қарсы алды"
    document = Document("s1", text, "kk")
    known = [Candidate(PLACE, 0, len("Астана"), "register", 0.75)]
    tagged = Candidate(PLACE, 0, len("Астана әуежайы"), "tagger", 0.7)
    assert [c.end for c in mend(document, [tagged], known)] == [len("Астана әуежайы")]


def test_a_russian_airport_is_a_place_whoever_runs_it() -> None:
    for text, kind in (
        ("Международном аэропорту Оос", PLACE),
        ("дирекции аэропорта Оос", ORGANISATION),
    ):
        tagged = Candidate(ORGANISATION, 0, len(text), "tagger", 0.8)
        assert [c.kind for c in mend(Document("s1", text, "ru"), [tagged])] == [kind]


def test_an_address_without_article_begins_an_arabic_name() -> None:
    text = "قال سيد منصور ولد عمر إن الجسر مفتوح."
    words = "سيد منصور ولد عمر"
    span = (text.index(words), text.index(words) + len(words))
    assert mended(text, span, PERSON, "ar") == [words]
    text, words = text.replace("سيد", "السيد"), "السيد منصور ولد عمر"
    span = (text.index(words), text.index(words) + len(words))
    assert mended(text, span, PERSON, "ar") == ["منصور ولد عمر"]


def test_a_known_body_in_arabic_ends_before_where_something_was():
    from sijill.mentions.body_edges import without_whereabouts
    from sijill.mentions.candidates import Candidate

    def ended(text, whole, *known):
        def at(kind, words):
            start = text.index(words)
            return Candidate(kind, start, start + len(words), "", 1.0)

        bodies = [at(MentionKind.ORGANISATION, words) for words in known[:1]]
        places = {c.start: c.end for c in (at(MentionKind.PLACE, words) for words in known[1:])}
        c = without_whereabouts(at(MentionKind.ORGANISATION, whole), text, bodies, places)
        return text[c.start : c.end]

    text = "وكانت الزيارة لجامعة الأمم المتحدة في طوكيو لحظة تاريخية"
    whole = "جامعة الأمم المتحدة في طوكيو لحظة تاريخية"
    assert ended(text, whole, "جامعة الأمم المتحدة", "طوكيو") == "جامعة الأمم المتحدة"
    assert ended("شركة ميتسوي في المشروع", "شركة ميتسوي في المشروع", "ميتسوي") == "شركة ميتسوي"
    # A branch is named by its city.
    branch = "جامعة نيويورك في أبوظبي"
    assert ended(branch, branch, "جامعة نيويورك", "أبوظبي") == branch


def test_a_number_is_never_cut_in_two() -> None:
    text = "映画は公開される。12月18日、トカエフ大統領は迎えられた。"
    document = Document("s1", text, "ja", "2025-12-25")
    found = find_mentions(
        document, split_sentences(text, "ja"), Matcher(load_register()), load_tagger("ja")
    )
    assert [(m.text, m.value) for m in found if m.kind is DATE] == [("12月18日", "2025-12-18")]


@pytest.mark.parametrize(
    ("text", "language", "tagged", "expected"),
    [
        ("Зеленко и Бабаев подписали его.", "ru", "Зеленко и Бабаев", ["Зеленко", "Бабаев"]),
        ("Рахмонқұлов мен Новотный келді.", "kk", "Рахмонқұлов мен Новотный",
         ["Рахмонқұлов", "Новотный"]),
        ("Mary and Jones signed it.", "en", "Mary and Jones", ["Mary", "Jones"]),
        ("– деді Р.Балчюнайте кеше.", "kk", "Р", ["Р.Балчюнайте"]),
        ("Maria das Dores signed it.", "en", "Maria das Dores", ["Maria das Dores"]),
        ("قام أنور بن حاج أمس بزيارة.", "ar", "أنور بن حاج أمس", ["أنور بن حاج"]),
        ("أنور بن حاج مع ضيفه.", "ar", "أنور بن حاج مع", ["أنور بن حاج"]),
    ],
)  # fmt: skip
def test_two_names_are_two_and_a_name_ends_where_its_words_do(
    text: str, language: str, tagged: str, expected: list[str]
) -> None:
    start = text.index(tagged)
    assert mended(text, (start, start + len(tagged)), PERSON, language) == expected


def test_a_name_told_elsewhere_begins_behind_another_name() -> None:
    text = "Сок Пхирун келді. Кеше Анджей Вронский Сок Пхирунды қабылдады."
    both = text.index("Анджей")
    given = [
        Candidate(PERSON, 0, len("Сок Пхирун"), "tagger", 0.9),
        Candidate(PERSON, both, both + len("Анджей Вронский Сок Пхирун"), "tagger", 0.9),
    ]
    found = put_apart(Document("s1", text, "kk"), given, [])
    assert [text[c.start : c.end] for c in found] == [
        "Сок Пхирун", "Анджей Вронский", "Сок Пхирун",
    ]  # fmt: skip
    alone = put_apart(Document("s1", text, "kk"), given[1:], [])
    assert [text[c.start : c.end] for c in alone] == ["Анджей Вронский Сок Пхирун"]


def test_a_kazakh_name_ends_before_the_state_of_the_next_post() -> None:
    text = "Антонио Зеленко Италия министрі Хенрик Фигейрамен сөйлесті."
    name, state, post = "Антонио Зеленко Италия", "Италия", "Италия министрі"
    spans = [(PERSON, name, 0.9), (POST, post, 0.9), (PLACE, state, 0.9)]
    person, held, known = (
        Candidate(kind, text.index(words), text.index(words) + len(words), "tagger", sure)
        for kind, words, sure in spans
    )
    parts = put_apart(Document("s", text, "kk"), [person, held], [known])
    assert [text[c.start : c.end] for c in parts if c.kind is PERSON] == ["Антонио Зеленко"]


@pytest.mark.parametrize(
    ("text", "is_day"),
    [
        ("بدأ توكاييف اليوم زيارة رسمية.", True),
        ("التقاه في طوكيو اليوم بحضور الوزير.", True),
        ("تحدثا في اتصال هاتفي اليوم عن التجارة.", True),
        ("إن العالم اليوم بحاجة إلى السلام.", False),
    ],
)
def test_today_behind_who_or_where_is_the_day(text: str, is_day: bool, matcher: Matcher) -> None:
    words = {m.text for m in find(text, "ar", matcher) if m.kind is DATE}
    assert ("اليوم" in words) is is_day


def test_the_first_word_of_a_body_is_no_part_of_the_name_before_it() -> None:
    text = "Ален Кагабо Ұлттық кітапханада көрме ашты."
    given = [
        Candidate(PERSON, 0, text.index(" кітап"), "tagger", 0.9),
        Candidate(ORGANISATION, text.index("кітап"), text.index("да көрме"), "tagger", 0.9),
    ]
    found = put_apart(Document("s1", text, "kk"), given, [])
    assert [text[c.start : c.end] for c in found] == ["Ален Кагабо", "Ұлттық кітапхана"]


def test_where_somebody_was_born_is_not_muscat(matcher: Matcher) -> None:
    assert "مسقط" not in [m.text for m in find("دفن في مسقط رأسه.", "ar", matcher)]
    assert "مسقط" in [m.text for m in find("وصل الرئيس إلى مسقط.", "ar", matcher)]


def test_two_states_side_by_side_are_two_places() -> None:
    text = "Литва Маврикиймен келісті."
    document = Document("s1", text, "kk")
    known = [Candidate(PLACE, 0, 5, "register", 0.9), Candidate(PLACE, 6, 14, "register", 0.9)]
    assert mend(document, [Candidate(PLACE, 0, 14, "tagger", 0.9)], known) == []
    assert len(mend(document, [Candidate(PLACE, 0, 14, "tagger", 0.9)], known[:1])) == 1


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("وصل الوزير إلى مسقط. وقال إن عمان ترحب به.", "om"),
        ("زار الملك البتراء في الأردن، ثم عاد إلى عمان.", "amman"),
        ("وصل الوزير إلى عمان.", None),
    ],
)
def test_of_two_places_of_one_name_the_text_tells_which(
    text: str, value: str | None, matcher: Matcher
) -> None:
    assert [m.value for m in find(text, "ar", matcher) if m.text == "عمان"] == [value]


@pytest.mark.parametrize(
    ("language", "text", "place", "value"),
    [
        ("kk", "Президент Никосия қаласына келді.", "Никосия қаласы", "nicosia"),
        ("kk", "Кездесу Люксембург қаласында өтті.", "Люксембург қаласы", None),
        ("ru", "Форум прошёл в городе Кабул.", "городе Кабул", "kabul"),
        ("ja", "会談はバンコク市で開かれた。", "バンコク市", "bangkok"),
        ("ja", "大統領はビリニュスを訪問した。", "ビリニュス", "vilnius"),
        ("kk", "Елші Путраджаяға барды.", "Путраджая", "putrajaya"),
    ],
)
def test_name_with_a_word_for_town_is_the_known_town(
    language: str, text: str, place: str, value: str | None, matcher: Matcher
) -> None:
    tagger = load_tagger(language)
    document = Document("s1", text, language, "2025-12-19")
    sentences = split_sentences(text, language)
    found = find_mentions(document, sentences, matcher, tagger=tagger)
    assert [(m.text, m.value) for m in found if m.kind is PLACE][-1] == (place, value)


def test_known_place_ends_before_a_thing_of_it() -> None:
    text = "Онда Бангладеш матасынан киім тігіледі."
    document = Document("s1", text, "kk")
    known = [Candidate(PLACE, 5, 14, "register", 0.9)]
    found = mend(document, [Candidate(PLACE, 5, 21, "tagger", 0.9)], known)
    assert [text[c.start : c.end] for c in found] == ["Бангладеш"]

"""Posts of a tagger get their own edges: no lead, no holder, no deed, and the “then” before them."""

import pytest

from sijill.documents.document import Document, MentionKind
from sijill.mentions.candidates import Candidate
from sijill.mentions.edges import mend
from sijill.mentions.mistaken_people import with_mistaken_people

POST, PERSON, PLACE = MentionKind.POST, MentionKind.PERSON, MentionKind.PLACE
ORGANISATION = MentionKind.ORGANISATION


def edges(text: str, tagged: str, kind: MentionKind, language: str) -> list[str]:
    start = text.index(tagged)
    found = mend(
        Document("s1", text, language),
        [Candidate(kind, start, start + len(tagged), "tagger", 0.6)],
    )
    return [text[c.start : c.end] for c in found if c.kind is kind]


@pytest.mark.parametrize(
    ("text", "tagged", "post", "language"),
    [
        (
            "Premier Obame of Gabon received Trade Minister Ozola of Latvia",
            "Gabon received Trade Minister",
            "Trade Minister",
            "en",
        ),
        (
            "Premier Obame of Gabon and Trade Minister Ozola",
            "Gabon and Trade Minister",
            "Trade Minister",
            "en",
        ),
        (
            "the visit of Trade and Industry Minister Ozola",
            "Trade and Industry Minister",
            "Trade and Industry Minister",
            "en",
        ),
        (
            "Premier Valu of Papua New Guinea summoned Ambassador Ozola",
            "Papua New Guinea summoned Ambassador",
            "Ambassador",
            "en",
        ),
        ("standing in for Prime Minister Ong", "for Prime Minister", "Prime Minister", "en"),
        ("In the evening Peruvian Ambassador Rey", "evening Peruvian Ambassador",
         "Peruvian Ambassador", "en"),
        ("Lima recalled its ambassador for consultations.", "its ambassador for consultations",
         "its ambassador", "en"),
        ("because of the monarch's indisposition", "monarch's indisposition", "monarch", "en"),
        ("the association's current head, Rey", "association's current head",
         "association's current head", "en"),
        ("Queen Ingrid of Norway land at Lima", "Queen Ingrid of Norway land", "Queen", "en"),
        ("Two years ago then prime minister Ong came.", "prime minister", "then prime minister",
         "en"),
        ("The guests sat; then President Ong spoke.", "President", "President", "en"),
        ("When President Ong came", "When President", "President", "en"),
        ("ثم يقيم القنصل الفخري يوسف عشاء", "القنصل", "القنصل الفخري", "ar"),
        ("my friend Minister Ong and I", "my friend Minister", "Minister", "en"),
        ("asked our honorary consul, Ong", "honorary consul", "our honorary consul", "en"),
        ("عقد مع نظيرته لوث مارينا جلسة", "نظيرته لوث مارينا", "نظيرته", "ar"),
        ("والتقى نظيرته البيروفية لوث", "نظيرته البيروفية لوث", "نظيرته البيروفية", "ar"),
        ("والتقى الرئيس البيروفي في ليما الوفد", "الرئيس البيروفي في ليما", "الرئيس البيروفي",
         "ar"),
    ],
)  # fmt: skip
def test_a_post_ends_where_it_is_over(text: str, tagged: str, post: str, language: str) -> None:
    assert edges(text, tagged, POST, language) == [post]


def test_the_ministers_of_two_states_are_no_post() -> None:
    assert edges("لم يلتق وزيرا خارجية البلدين", "وزيرا خارجية البلدين", POST, "ar") == []


def test_an_arabic_name_ends_before_a_number_of_order() -> None:
    assert edges("كان سليم الراوي أول سفير", "سليم الراوي أول", PERSON, "ar") == ["سليم الراوي"]


def test_the_first_of_two_family_names_is_no_town() -> None:
    text = "Ana Valdivia Quesada came. Valdivia spoke, and went to Valdivia."
    first, last = text.index("Valdivia s"), text.rindex("Valdivia")
    found = mend(
        Document("s1", text, "en"),
        [
            Candidate(PERSON, 0, len("Ana Valdivia Quesada"), "tagger", 0.9),
            Candidate(PLACE, first, first + 8, "tagger", 0.6),
            Candidate(PLACE, last, last + 8, "tagger", 0.6),
        ],
    )
    assert [c.kind for c in found] == [PERSON, PERSON, PLACE]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("She talked to Daphne Orlu at home.", "Daphne Orlu", PERSON),
        ("; Hillary Orlu, a painter, was there.", "Hillary Orlu", PERSON),
        ("They met Maria Garcia in town.", "Maria Garcia", PERSON),
        ("They bought Hillary Orlu in May.", "Hillary Orlu", ORGANISATION),
        ("Hillary Orlu, a company of Oslo, was sold.", "Hillary Orlu", ORGANISATION),
        ("She talked to Daphne Bank at home.", "Daphne Bank", ORGANISATION),
        ("She talked to Orlu Ndoro at home.", "Orlu Ndoro", ORGANISATION),
    ],
)
def test_a_body_with_a_persons_name_is_a_person(text: str, name: str, kind: MentionKind) -> None:
    start = text.index(name)
    tagged = Candidate(ORGANISATION, start, start + len(name), "tagger", 0.8)
    (found,) = with_mistaken_people(Document("s1", text, "en"), [tagged])
    assert found.kind is kind


@pytest.mark.parametrize(
    "post", ["депутаты сейма", "послов Чили", "врачами из Лимы", "чиновники", "медсестёр"]
)
def test_a_russian_post_of_several_people_is_none(post):
    assert edges(f"Приняты {post} вчера.", post, POST, "ru") == []


@pytest.mark.parametrize("post", ["монах", "имам", "медсестры", "врача", "певицей", "шах"])
def test_a_russian_post_of_one_is_one(post):
    assert edges(f"Это слова {post} вчера.", post, POST, "ru") == [post]


def test_what_tells_that_somebody_learnt_a_trade_is_no_part_of_it():
    assert edges("Мэр, инженер по профессии, ждал.", "инженер по профессии", POST, "ru") == [
        "инженер"
    ]


@pytest.mark.parametrize("post", ["министр науки и технологий", "глава союза ремёсел и торговли"])
def test_a_russian_matter_behind_and_begins_no_second_post(post):
    assert edges(f"Её встретил {post} Ли.", post, POST, "ru") == [post]


def test_a_post_under_somebody_elses_ends_before_it():
    text = "He served as chief of protocol under President Rey."
    assert edges(text, "chief of protocol under President", POST, "en") == [
        "chief of protocol",
        "President",
    ]


def test_what_somebody_did_then_is_no_post():
    text = "Rey, then taught at the institute until 2004."
    assert edges(text, "then taught at the institute", POST, "en") == []
    text = "He met Rey, then minister of health."
    assert edges(text, "then minister of health", POST, "en") == ["then minister of health"]


@pytest.mark.parametrize(
    ("text", "tagged", "language", "is_of_one"),
    [
        ("Высланы два перуанских дипломата.", "дипломата", "ru", False),
        ("Выслали обоих послов и двух консулов.", "консулов", "ru", False),
        ("Встретили перуанского дипломата.", "дипломата", "ru", True),
        ("У страны два порта, министра ждут завтра.", "министра", "ru", True),
        ("Лима үш дипломатты шығарды.", "дипломатты", "kk", False),
        ("Екі ел президенті келді.", "президенті", "kk", True),
        ("リマは2人の大使を呼んだ。", "大使", "ja", False),
        ("リマは2年ぶりの大使を迎えた。", "大使", "ja", True),
    ],
)
def test_a_post_that_is_counted_is_of_several(text, tagged, language, is_of_one):
    assert bool(edges(text, tagged, POST, language)) is is_of_one


@pytest.mark.parametrize(
    ("tagged", "posts"),
    [
        (
            "Временным поверенным остаётся второй секретарь",
            ["Временным поверенным", "второй секретарь"],
        ),
        ("президента — министр финансов", ["президента", "министр финансов"]),
        ("Главной заботой посла стал порт", []),
        ("Управляющим банком стала бывший министр", ["Управляющим банком", "бывший министр"]),
    ],
)
def test_a_verb_or_dash_parts_two_russian_posts(tagged, posts):
    assert edges(f"{tagged} Ян Ли.", tagged, POST, "ru") == posts

"""What somebody is invited to lies ahead, and why a thing was called off was so."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def statuses(reader, language, text):
    found = reader.read(Document("d", text, language, "2024-05-06")).events
    return {e.type: e.status.value for e in found}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Tamm handed over a letter inviting President Óscar Rey to visit Lima in May."),
        ("en", "Tamm met President Óscar Rey, inviting him to visit Lima in May."),
        ("en", "Tamm encouraged the president to travel to Lima in May."),
        ("en", "The letter calls on the president to visit Lima in May."),
        ("ar", "سلم تام رسالة تدعو الرئيس أوسكار راي لزيارة ليما في مايو."),
        ("ar", "وحث الرئيس على زيارة ليما في مايو."),
        ("ru", "Тамм встретился с президентом, пригласив его посетить Лиму в мае."),
        ("ja", "タム氏は、レイ大統領に春のリマ訪問を招請する親書を手渡した。"),
    ],
)
def test_what_somebody_is_invited_to_is_proposed(reader, language, text):
    assert statuses(reader, language, text)["visit"] == "proposed"


@pytest.mark.parametrize(
    "text",
    [
        "タム氏はアンドレス・モラ大統領を表敬し、来年春の訪問を招請した。",
        "タム氏はアンドレス・モラ大統領を表敬し、来年春の訪問を招請する親書を手渡した。",
    ],
)
def test_the_call_at_which_he_is_invited_was_held(reader, text):
    assert statuses(reader, "ja", text)["courtesy_call"] == "held"


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        (
            "en",
            "A meeting with Rey was called off because the president had flown to Brasília "
            "for the funeral of Itamar Prado.",
            "ceremony",
        ),
        ("en", "The visit was postponed due to the summit in Lima on 3 May.", "summit"),
        ("ru", "Визит президента в Лиму отменили из-за саммита в Найроби 3 мая.", "summit"),
        (
            "ru",
            "Встреча была отменена, поскольку президент улетел на похороны в Лиму.",
            "ceremony",
        ),
        ("ar", "وألغيت زيارة الرئيس إلى ليما بسبب القمة التي عقدت في نيروبي الاثنين.", "summit"),
    ],
)
def test_why_something_was_called_off_was_held(reader, language, text, kind):
    assert statuses(reader, language, text)[kind] == "held"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kenya cancelled, because of the weather, a visit to Lima on Monday."),
        ("en", "Kenya cancelled a visit to Lima because of the talks with Chad on Monday."),
        ("ar", "وألغيت زيارة الرئيس إلى ليما بسبب القمة التي عقدت في نيروبي يوم الاثنين."),
        ("ru", "Визит президента в Лиму отменили из-за саммита в Найроби 3 мая."),
    ],
)
def test_what_was_called_off_stays_so(reader, language, text):
    assert statuses(reader, language, text)["visit"] == "cancelled"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("كينيا وبيرو توقعان اتفاقا للنقل الجوي\n\nليما - تحدث الوزير عن التجارة.", "held"),
        ("وتوقعان غدا اتفاقا للنقل الجوي في ليما.", "planned"),
        ("من المقرر أن توقعا اتفاقا يوم الاثنين في ليما.", "planned"),
        ("كينيا وبيرو ستوقعان اتفاقا للنقل الجوي يوم الاثنين.", "planned"),
    ],
)
def test_an_arabic_headline_tells_what_two_states_do(reader, text, status):
    assert statuses(reader, "ar", text)["signing"] == status


@pytest.mark.parametrize(
    ("language", "text", "guest"),
    [
        (
            "ar",
            "التقى سوسا كالنينش. ونقل الوزير اللاتفي رسالة من رئيس بلاده إدغارس بيرزينش "
            "إلى الرئيس ماتيو فيدال تتضمن دعوة لزيارة ريغا.",
            "ماتيو فيدال",
        ),
        (
            "en",
            "Sousa met Kalnins. Kalnins delivered a letter to President Mateo Vidal "
            "with an invitation to visit Riga.",
            "Mateo Vidal",
        ),
        (
            "ru",
            "Мамани приняла Вуковича. Вукович передал президенту Боливии Эмилио Чоке послание "
            "президента Мило Радоньича с приглашением посетить Подгорицу.",
            "Эмилио Чоке",
        ),
        (
            "ru",
            "Посол вручил министру Габриэле Мамани письмо с приглашением посетить Подгорицу.",
            "Габриэле Мамани",
        ),
    ],
)
def test_who_gets_the_letter_is_invited(reader, language, text, guest):
    found = reader.read(Document("d", text, language, "2024-05-06"))
    names = {e.id: e.name for e in found.entities}
    told = [[names[p] for p in e.participants] for e in found.events if e.type == "visit"]
    assert told == [[guest]]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "ru",
            "Визит премьера Дона Гриффита в Лиму, о котором стороны договорились ещё в январе, "
            "состоится в июне.",
            {"visit": "planned", "agreement": "held"},
        ),
        (
            "ja",
            "両国は昨年11月に共同声明に署名する予定だったが、ハリケーンの影響で延期されていた。",
            {"signing": "postponed"},
        ),
        ("ja", "両国は4日、昨年から延期されていた共同声明に署名した。", {"signing": "held"}),
    ],
)
def test_how_far_a_plan_has_got(reader, language, text, expected):
    assert statuses(reader, language, text) == expected


def test_what_was_put_off_years_ago_is_another_visit(reader):
    text = (
        "Намибия министрінің орынбасары Сельма Хамутенияның маусымда Лимаға сапары жоспарланып "
        "отыр. 2019 жылғы дәл осындай сапар соңғы сәтте кейінге қалдырылған еді."
    )
    found = reader.read(Document("d", text, "kk", "2024-05-06")).events
    assert [(e.status.value, e.date) for e in found] == [
        ("planned", "2024-06"),
        ("postponed", "2019"),
    ]


def test_credentials_that_will_be_presented(reader):
    text = (
        "When Portugal's ambassador, Henrique Vaz, presents his credentials to President "
        "Ratu Vakatora on Thursday, he will be the first Portuguese diplomat to do so."
    )
    assert statuses(reader, "en", text)["courtesy_call"] == "planned"


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        (
            "en",
            "Inviting investors, the president opened the business forum in Lima on Monday.",
            "business_forum",
        ),
        ("ar", "دعت كينيا إلى وقف القتال خلال زيارة وزيرها ليما في 3 مايو.", "visit"),
    ],
)
def test_an_invitation_beside_what_was_done_leaves_it_done(reader, language, text, kind):
    assert statuses(reader, language, text)[kind] == "held"

"""Whole Arabic sentences: who is called home, invited or travels, what fell through, and when."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def told(reader, text, kind, language="ar"):
    """Give status, date, place and people of the happenings of a type; the text is of a Monday."""
    reading = reader.read(Document("t1", f"…\n\n{text}", language, "2024-05-06"))
    names = {e.id: e.name for e in reading.entities}
    return [
        (e.status.value, e.date, names.get(e.place), [names[p] for p in e.participants])
        for e in reading.events
        if e.type == kind
    ]


@pytest.mark.parametrize(
    ("text", "envoy"),
    [
        (
            "أعلنت هانوي طرد السفير ماركو نوفاك، واستدعت سفيرها في بلغراد لي فان دونغ للتشاور.",
            "لي فان دونغ",
        ),
        ("أعلنت بيرو طرد السفير بيتر مولر، وسحبت سفيرها من برن خوان باز.", "خوان باز"),
    ],
)
def test_the_envoy_called_home_is_not_the_one_expelled_before(reader, text, envoy):
    assert [people for *_, people in told(reader, text, "ambassador_recalled")] == [[envoy]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "قال الوزير إن الزيارة التي كانت الوزيرة ليا موي ستقوم بها إلى ليما لم تعد واردة.",
            "visit",
        ),
        ("قالت الوزيرة إن زيارة الرئيس جون موي إلى ليما لم تعد مطروحة.", "visit"),
        ("ولم تعد زيارة الرئيس جون موي إلى ليما ممكنة قبل الانتخابات.", "visit"),
        ("قال الوزير إن عقد القمة بين جون موي وخوان باز لم يعد واردا.", "summit"),
    ],
)
def test_what_is_no_longer_on_the_table_fell_through(reader, text, kind):
    assert [status for status, *_ in told(reader, text, kind)] == ["cancelled"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("زار الرئيس جون موي ليما يوم الأحد، وقال إن القواعد لم تعد قائمة.", "visit"),
        ("زار الرئيس جون موي ليما يوم الأحد، وقال إن المباراة ألغيت.", "visit"),
        ("زار الرئيس جون موي ليما يوم الأحد، وأكد أن القمة لم تعد واردة.", "visit"),
        ("التقى الوزير سامي نور الوزيرة آنا ليند، وأكدا أن الحدود لم تعد قائمة.", "talks"),
        ("وقع الوزير سامي نور والوزيرة آنا ليند اتفاقا، وأكدا أن الرسوم ألغيت.", "signing"),
    ],
)
def test_what_is_said_to_be_off_is_not_what_was_done(reader, text, kind):
    assert [status for status, *_ in told(reader, text, kind)] == ["held"]


@pytest.mark.parametrize(
    ("language", "text", "traveller"),
    [
        (
            "ar",
            "قال المبعوث كيران شيا «لن نغادر»، موضحا أنه سيتوجه إلى ليما تلبية لدعوة من الرئيس "
            "خوان باز.",
            "كيران شيا",
        ),
        (
            "ar",
            "التقى الوزير سامي نور السفيرة آنا ليند. وسيتوجه إلى ليما الشهر المقبل بدعوة من "
            "الرئيس خوان باز.",
            "سامي نور",
        ),
        ("ar", "تلبية لدعوة من الرئيس خوان باز، وصل الوزير سامي نور إلى ليما.", "سامي نور"),
        ("ar", "يزور الوزير سامي نور ليما بدعوة من نظيره خوان باز.", "سامي نور"),
        (
            "en",
            "At the invitation of President Juan Paz, Minister Sami Nour will visit Lima.",
            "Sami Nour",
        ),
        (
            "en",
            "Minister Anna Lind spoke on Friday. Her visit to Lima at the invitation of President "
            "Juan Paz will take place in June.",
            "Anna Lind",
        ),
        (
            "ru",
            "Министр Анна Линд выступила в пятницу. Визит в Лиму по приглашению президента Хуана "
            "Паса состоится в июне.",
            "Анна Линд",
        ),
        (
            "ja",
            "サミ・ヌール外相は林外相と会談した。来月、フアン・パス大統領の招待でリマを訪問する。",
            "サミ・ヌール",
        ),
    ],
)
def test_who_invites_does_not_travel(reader, language, text, traveller):
    assert [people for *_, people in told(reader, text, "visit", language)] == [[traveller]]


@pytest.mark.parametrize(
    ("text", "guest"),
    [
        (
            "نقلت السفيرة ريتا مولر تحيات بلادها، وسلمت الرئيس تران فان هوا رسالة تتضمن دعوة "
            "لزيارة فيينا.",
            "تران فان هوا",
        ),
        (
            "سلمت السفيرة ريتا مولر الرئيس تران فان هوا رسالة تتضمن دعوة لزيارة فيينا.",
            "تران فان هوا",
        ),
        (
            "سلم السفير خوان باز رسالة إلى الرئيس تران فان هوا تتضمن دعوة لزيارة فيينا.",
            "تران فان هوا",
        ),
    ],
)
def test_to_whom_a_letter_is_handed_is_invited(reader, text, guest):
    assert [people for *_, people in told(reader, text, "visit")] == [[guest]]


def test_a_verb_leads_to_the_place_behind_it(reader):
    text = "وكان الرئيس الأسبق جوزيف موي أول رئيس لأوروغواي يزور هانوي، وذلك في مايو 2013."
    assert told(reader, text, "visit") == [("held", "2013-05", "هانوي", ["جوزيف موي"])]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("التقى رئيس الوزراء سيميسي تابو السبت نظيره آنا ليند.", "2024-05-04"),
        ("استقبل الملك الرئيس سيرجيو كوستا السبت في القصر.", "2024-05-04"),
        ("التقى الوزير نظيره وسيغادر السبت.", "2024-05-11"),
        ("أعلن الوزير أن الرئيس سيزور ليما السبت.", "2024-05-11"),
        ("التقى الوزير الوفد الذي سيغادر السبت.", "2024-05-11"),
        ("كان الرئيس سيصل السبت.", "2024-05-11"),
    ],
)
def test_a_name_that_looks_like_a_verb_of_the_future_moves_no_day(reader, text, day):
    reading = reader.read(Document("t1", f"خبر\n\n{text}", "ar", "2024-05-06"))
    assert [m.value for m in reading.mentions if m.kind.value == "date"] == [day]


def test_a_name_ends_before_a_weekday(reader):
    text = "التقى الوزير سامي نور الأربعاء نظيرته آنا ليند."
    reading = reader.read(Document("t1", f"خبر\n\n{text}", "ar", "2024-05-06"))
    people = [m.text for m in reading.mentions if m.kind.value == "person"]
    assert people == ["سامي نور", "آنا ليند"]


@pytest.mark.parametrize(
    ("language", "text", "state"),
    [
        ("ar", "وقال وزير خارجية كينيا سامي نور إن بلاده ستفتح سفارة في هانوي قريبا.", "كينيا"),
        (
            "ar",
            "وأكدت وزيرة خارجية كينيا ليا موي في مسقط أن بلادها تعتزم افتتاح قنصلية في صلالة.",
            "كينيا",
        ),
        ("en", "Kenya's minister, Sami Nour, said that his country would open an embassy in Hanoi.",
         "Kenya"),
    ],
)  # fmt: skip
def test_who_speaks_of_his_country_opens_its_missions(reader, language, text, state):
    ((*_, people),) = told(reader, text, "embassy_opened", language)
    assert state in people


@pytest.mark.parametrize(
    "words", ["وتشمل الزيارة", "وتشمل زيارته", "ويتضمن البرنامج", "وستتضمن الزيارة"]
)
def test_what_a_visit_takes_in_lies_ahead(reader, words):
    text = f"بدأ الرئيس خوان باز الأحد زيارة إلى هانوي. {words} محادثات مع الرئيس لي دونغ."
    assert [status for status, *_ in told(reader, text, "talks")] == ["planned"]
    assert [status for status, *_ in told(reader, text, "visit")] == ["held"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("زار الرئيس خوان باز هانوي. وشملت الزيارة لقاء مع الرئيس لي دونغ.", "talks"),
        ("وقع الوزير سامي نور والوزيرة آنا ليند اتفاقا يشمل التعاون في الطاقة.", "signing"),
        ("يتضمن المعرض لوحات رسمها الفنان جون موي خلال زيارته هانوي العام الماضي.", "visit"),
    ],
)
def test_what_it_took_in_and_other_contents_are_no_plan(reader, text, kind):
    assert [status for status, *_ in told(reader, text, kind)] == ["held"]


def test_a_tour_named_behind_is_elsewhere(reader):
    text = "وتشمل الزيارة لقاء مع الرئيس خوان باز وجولة في كوسكو."
    assert [place for _, _, place, _ in told(reader, text, "talks")] == [None]

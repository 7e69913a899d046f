"""A counterpart holds the office of whom «his» means, and is of another state."""

import pytest
from test_resolution import posts, read

from sijill.documents.document import Document, Mention, MentionKind
from sijill.documents.sentences import split_sentences
from sijill.people.past_holders import is_long_past
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register

GUEST = "{T:وزير خارجية {L:اليابان}} {P:كين ساتو}"


def test_who_receives_the_guest_is_not_whose_counterpart_is_met():
    _, by_name = read(
        f"زار {GUEST} {{L:كازاخستان}}. واستقبله {{T:رئيس الوزراء}} {{P:عمر سيتوف}}، ثم التقى"
        " {T:نظيرته} {P:دانا عليموفا}.",
        "ar",
    )
    assert posts(by_name["دانا عليموفا"]) == [("foreign_minister", "KZ", "current")]


def test_a_counterpart_alone_in_a_sentence_is_of_whom_the_one_before_tells():
    _, by_name = read(
        f"وصل {GUEST} إلى {{L:كازاخستان}}. وأمس التقى {{T:نظيره}} {{P:كين عليموف}}.", "ar"
    )
    assert posts(by_name["كين عليموف"]) == [("foreign_minister", "KZ", "current")]


def test_a_counterpart_of_a_post_told_between_is_that_one_s():
    _, by_name = read(
        "استقبلت {L:كازاخستان} أمس {T:الرئيس} {P:عمر سيتوف}."
        f" وسلم {GUEST} {{T:الرئيس}} رسالة من {{T:نظيره}} {{P:هاروكي كونو}}.",
        "ar",
    )
    assert posts(by_name["هاروكي كونو"]) == [("head_of_state", "JP", "current")]


def test_nobody_is_of_the_state_of_his_counterpart():
    _, by_name = read(
        "قال {T:الوزير} {P:كين ساتو} في {L:كازاخستان} إنه التقى {T:نظيره من {L:كازاخستان}}"
        " {P:عمر سيتوف}.",
        "ar",
    )
    assert by_name["كين ساتو"].posts[0].body != "KZ"


@pytest.mark.parametrize(
    ("words", "told"),
    [("واستقبله الرئيس عمر سيتوف.", True), ("وقال الرئيس عمر سيتوف ذلك.", False)],
)
def test_who_received_a_guest_of_long_ago_is_told_of_that_year(words, told):
    text = f"زار كين ساتو آستانا عام 1999. {words}"

    def mention(kind, name, value=None):
        start = text.index(name)
        return Mention(name, kind, start, start + len(name), name, value=value)

    mine = [mention(MentionKind.POST, "الرئيس"), mention(MentionKind.PERSON, "عمر سيتوف")]
    dates = [mention(MentionKind.DATE, "عام 1999", "1999")]
    sentences = split_sentences(text, "ar")
    assert is_long_past(mine, dates, sentences, text, "2026-02-21", "ar") is told


@pytest.mark.parametrize("office", ["مدير الهجرة", "مدير عام الموانئ", "مديرة التعليم العالي"])
def test_who_leads_an_office_in_a_state_does_not_lead_the_state(office):
    text = f"قال {office} في ناميبيا تانغيني إيتا إن العمل مستمر.\n"
    reading = Reader(load_register()).read(Document("s", text, "ar", "2026-02-21"))
    told = [(p.post, p.body) for e in reading.entities for p in e.posts]
    assert told == [("senior_official", "NA")]


def test_a_counterpart_beside_a_post_is_of_who_holds_that():
    _, by_name = read(
        "{T:{L:Қазақстан} Сыртқы істер министрі} {P:Асан Үсен} келді. Ол {T:Премьер-министр}"
        " {P:Эрик Бакке}мен кездесті, ал {T:министр әріптесі} {P:Олав Хауг} шарт жасасты.",
        "kk",
    )
    assert [p.post for p in by_name["Олав Хауг"].posts] == ["foreign_minister"]


def test_a_counterpart_is_of_no_officer_of_the_state_that_his_words_name():
    reader = Reader(load_register())
    text = (
        "Head\n\nSlovenian Foreign Minister Anja Kos had been due to meet Namibian President Paul "
        "Uusiku. A dinner hosted by her Namibian counterpart, Selma Iipinge, followed."
    )
    entities = reader.read(Document("t1", text, "en", "2024-06-15")).entities
    held = {e.name: [p.post for p in e.posts] for e in entities}
    assert held["Selma Iipinge"] == ["foreign_minister"]


def test_a_sentence_without_people_stands_between_a_counterpart_and_whose_it_is():
    reader = Reader(load_register())
    text = (
        "Head\n\nSlovenian Foreign Minister Anja Kos had been due to meet Namibian President Paul "
        "Uusiku. Both meetings were cancelled. A dinner hosted by her Namibian counterpart, "
        "Selma Iipinge, followed."
    )
    entities = reader.read(Document("t1", text, "en", "2024-06-15")).entities
    held = {e.name: [p.post for p in e.posts] for e in entities}
    assert held["Selma Iipinge"] == ["foreign_minister"]


def test_who_is_foreign_minister_too_has_a_foreign_minister_for_a_counterpart():
    reader = Reader(load_register())
    text = (
        "خبر\n\nبعث نائب رئيس الوزراء وزير الخارجية الأردني سامر عواد رسالة إلى نظيرته "
        "البيروفية آنا روخاس."
    )
    entities = reader.read(Document("t1", text, "ar", "2024-06-15")).entities
    held = {e.name: [p.post for p in e.posts] for e in entities}
    assert held["آنا روخاس"] == ["foreign_minister"]

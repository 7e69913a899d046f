import pytest

from sijill.record.ordinals import ordinal_of


@pytest.mark.parametrize(
    ("language", "words", "number"),
    [
        ("en", "The seventh was held in Dushanbe on 18 May 2019.", 7),
        ("en", "the 10th session of the intergovernmental commission", 10),
        ("ar", "عقدت اليابان ودول آسيا الوسطى الخمس اليوم في طوكيو أول قمة لها", 1),
        ("ar", "الاجتماع الثاني عشر للجنة المشتركة", 12),
        ("ru", "Первый саммит диалога не пройдет", 1),
        ("ru", "В Токио прошло 5-е заседание комиссии", 5),
        ("ru", "третьего раунда консультаций", 3),
        ("kk", "Комиссияның он екінші отырысы өтті", 12),
        ("kk", "6-шы отырыс", 6),
        ("ja", "中央アジア5か国との初めての首脳会合", 1),
        ("ja", "第7回外相会合がドゥシャンベで開催された", 7),
        ("ja", "第五回会合", 5),
    ],
)
def test_the_number_of_a_meeting_is_read(language, words, number):
    assert ordinal_of(words, language) == number


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "The first and the second meeting were held in Astana."),
        ("en", "The First President attended the summit."),
        ("en", "For the first time a meeting was held."),
        ("en", "He came in third in the race."),
        ("ar", "عقد الاجتماع في 5 كانون الأول"),
        ("ar", "حضر الرئيس الأول القمة"),
        ("ru", "Встреча прошла во вторник"),
        ("ru", "Первый президент прибыл на саммит"),
        ("kk", "Тұңғыш Президент саммитке келді"),
        ("ja", "初の女性首相と会談"),
        ("ar", "يشارك في اجتماع مجلس الشراكة في السادس من ديسمبر"),
        ("ar", "أجرى محادثات مع الوزير الأول السنغالي"),
        ("ru", "Она первой из женщин прошла стену"),
        ("ru", "Датско-туркменский форум собирается 24-го"),
        ("en", "The forum, now in its eighth year, ends on Friday."),
        ("de", "die siebte Sitzung"),
    ],
)
def test_other_ordinals_are_no_numbers_of_meetings(language, words):
    assert ordinal_of(words, language) is None

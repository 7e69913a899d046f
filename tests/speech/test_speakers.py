"""Who says what: the subject of the clause, and nobody else."""

import pytest
from marked import read_marked

from sijill.documents.genders import verb_gender
from sijill.speech import arbitration
from sijill.speech.quotations import find_quotations


@pytest.fixture(autouse=True)
def rules_alone(monkeypatch):
    """Keep the model out: these sentences are too short for it, and the rules are what is tested."""
    monkeypatch.setattr(arbitration, "load_reports", lambda language: None)


def spoken(marked, language):
    """Give (words of saying or None, speaker, words that name the speaker) in order."""
    document, sentences, mentions, entities = read_marked(marked, language)
    found = find_quotations(document, sentences, mentions, entities)
    return [q.speaker for q in found]


def named(marked, language):
    found = find_quotations(*read_marked(marked, language))
    return [(q.speaker, q.speaker_text) for q in found]


# ---- Arabic --------------------------------------------------------------------------------------


def test_a_bare_verb_goes_on_with_the_subject_and_not_with_the_last_name():
    marked = (
        "والتقى ⟦post#e1:الرئيس⟧ وفدا من رجال الأعمال برئاسة ⟦person#e2:سامي الحداد⟧."
        " وقال أمامهم إن التبادل التجاري بلغ مليار دولار."
    )
    assert spoken(marked, "ar") == ["e1"]


def test_a_noun_after_the_verb_speaks_for_itself():
    marked = (
        "زار ⟦post#e1:الرئيس⟧ ⟦person#e1:سامي الحداد⟧ المعرض."
        " ويقول الإعلان عن محاضرة ⟦post#e1:الرئيس⟧ إن القاعة كانت ممتلئة."
        " ويرى صناعه أن هذا أمر نادر."
    )
    assert named(marked, "ar") == [(None, "الإعلان"), (None, "صناعه")]


def test_a_relative_word_gives_the_verb_to_the_name_before_it():
    marked = (
        "وعرض الفيلم لقاء ⟦post#e1:الرئيس⟧ مع ⟦person#e2:سامي الحداد⟧"
        " ومع ⟦person#e3:كريم ناصر⟧ الذي قال إن العود آلة صعبة."
    )
    assert spoken(marked, "ar") == ["e3"]


def test_whose_words_are_passed_on():
    marked = "ونقلت ⟦organisation#o1:الوكالة⟧ عن ⟦person#e1:سامي الحداد⟧ قوله إن الطريق سيفتح غدا."
    assert spoken(marked, "ar") == ["e1"]
    marked = "ونقل ⟦person#e2:كريم ناصر⟧ عن ⟦person#e1:سامي الحداد⟧ أن الطريق سيفتح غدا."
    assert spoken(marked, "ar") == ["e1"]


def test_a_reverent_pronoun_means_who_bears_its_title():
    marked = (
        "رحب سمو ⟦post#e1:الأمير⟧ بفخامة ⟦post#e2:الرئيس⟧، معربا سموه عن تطلعه إلى التعاون."
        " وأعرب فخامته عن شكره على حفاوة الاستقبال."
    )
    assert spoken(marked, "ar") == ["e1", "e2"]


def test_a_name_follows_a_post_after_an_aside():
    marked = (
        "وقال ⟦post:رئيس الجامعة⟧، البالغ من العمر ثمانين عاما، ⟦person#e1:سامي الحداد⟧،"
        " إن القاعة كانت ممتلئة."
    )
    assert spoken(marked, "ar") == ["e1"]


def test_a_verb_agrees_with_whom_it_is_said_of():
    marked = (
        "استقبلت ⟦post#e1:الوزيرة⟧ ⟦person#e1:ليلى حداد⟧ ⟦post#e2:السفير⟧ ⟦person#e2:كريم ناصر⟧."
        " وأكدت أن التعاون سيستمر."
    )
    assert spoken(marked, "ar") == ["e1"]
    assert verb_gender("وأكدت", "ar") == "f"
    assert verb_gender("يؤكد", "ar") == "m"
    assert verb_gender("أكدوا", "ar") == "many"
    assert verb_gender("تحدث", "ar") == "m"


def test_fronted_subjects_and_sources_inside():
    marked = "أما ⟦post#e1:الرئيس⟧ فقال إن بلاده تريد السلام."
    assert spoken(marked, "ar") == ["e1"]
    marked = "⟦organisation#o1:وكالة النهر⟧، نقلا عن ⟦organisation#o2:كيودو⟧، كتبت أن القمة تأجلت."
    assert spoken(marked, "ar") == ["o1"]


def test_according_to_names_what_stands_right_after_it():
    marked = (
        "وبحسب ⟦organisation#o1:صحيفة النهر⟧ لم يسبقه إلى هذا المنبر ⟦post#e1:رئيس دولة⟧،"
        " فهو الأول من المنطقة."
    )
    assert spoken(marked, "ar") == ["o1"]


# ---- English -------------------------------------------------------------------------------------


def test_a_name_in_the_notice_is_not_who_announces():
    marked = (
        "A press notice of 20 September announced that ⟦person#e1:Thabo Moe⟧ would speak."
        " The page on ⟦person#e2:Ann Li⟧ says that the lecture was held."
    )
    assert spoken(marked, "en") == [None, None]


def test_a_passive_hides_who_says():
    marked = "⟦person#e1:Bo Chen⟧ was told that the road would open in May."
    assert spoken(marked, "en") == [None]


def test_the_subject_outranks_whom_it_came_with():
    marked = (
        "⟦person#e1:Jonas Berg⟧, who came with ⟦person#e2:Ann Li⟧, said that trade had grown."
        " He added that it would grow further."
    )
    assert spoken(marked, "en") == ["e1", "e1"]


def test_a_pronoun_after_the_content_means_nobody_inside_it():
    marked = (
        "⟦organisation#o1:The university⟧ honoured ⟦person#e1:Bo Chen⟧."
        " Its rector, ⟦person#e2:Mrs Moe⟧, praised him."
        " ⟦post#e1:The minister⟧, she recalled, had chaired eleven rounds of talks."
    )
    assert spoken(marked, "en") == ["e2"]


def test_one_report_is_no_he():
    marked = "⟦person#e1:Bo Chen⟧ left early; according to one report he also met the press."
    assert None in spoken(marked, "en")
    assert "e1" not in spoken(marked, "en")


# ---- Russian -------------------------------------------------------------------------------------


def test_and_shares_the_subject_and_not_the_object():
    marked = (
        "⟦person#e1:Петров⟧ поздравил ⟦organisation#o1:Университет⟧ и напомнил, что сам там учился."
    )
    assert spoken(marked, "ru") == ["e1"]


def test_of_two_ministers_the_verb_tells_which():
    marked = (
        "⟦post#e1!minister:Министр⟧ ⟦person#e1:Вера Карян⟧ выступила с лекцией."
        " Ей ответил ⟦post#e2!minister:министр⟧ ⟦person#e2:Раджив Рао⟧."
        " «Об этом в другой раз», – отрезал ⟦post#e1:министр⟧."
    )
    assert spoken(marked, "ru")[-1] == "e2"


def test_in_the_ministry_they_said():
    marked = "В ⟦organisation#o1:министерстве торговли⟧ заявили, что рост продолжится."
    assert spoken(marked, "ru") == ["o1"]


def test_he_is_a_person_and_told_of_in_the_nominative():
    marked = (
        "⟦person#e1:Иван Петров⟧ встретился с ⟦person#e2:Анной Ли⟧. Он сообщил, что цены упадут."
    )
    assert spoken(marked, "ru") == ["e1"]


# ---- Kazakh and Japanese -------------------------------------------------------------------------


def test_a_kazakh_subject_opens_its_sentence():
    marked = (
        "⟦person#e2:Секен Болатов⟧ қонағын оркестрмен таныстырды."
        " ⟦person#e1:Акира Мори⟧ домбырамен шектелмейтінін айтып, «Енді қазақ тілін үйренемін» деді."
    )
    assert set(spoken(marked, "kk")) == {"e1"}


def test_a_kazakh_noun_after_the_verb_is_who_said_it():
    marked = "⟦person#e1:Асан Серік⟧ келді. «Сауда өсті», – деді тілші."
    assert spoken(marked, "kk") == [None]


def test_a_japanese_topic_speaks_and_a_reporter_does_not():
    marked = (
        "【ウィーン=⟦person#e1:旭川亮⟧】⟦organisation#o1:海洋機関⟧は4日、調査を終えたと発表した。"
    )
    assert spoken(marked, "ja") == ["o1"]
    marked = "⟦person#e1:山田⟧⟦post#e1:大臣⟧が来た。フィンランド紙は会談が中止になったと報じた。"
    assert spoken(marked, "ja") == [None]


# ---- All -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("marked", "language"),
    [
        ("⟦person#e1:Ann Li⟧ at the fair: «a portrait»\n\nThe text begins here.", "en"),
        ("محاضرة ⟦person#e1:سامي الحداد⟧ في الجامعة: دعوة إلى الثقة والتعاون\n\nبدأ النص.", "ar"),
        ("Лекция в ⟦organisation#o1:Университете⟧: «первый из региона»\n\nТекст.", "ru"),
    ],
)
def test_a_headline_tells_of_somebody_and_quotes_nobody(marked, language):
    assert set(spoken(marked, language)) <= {None}


def test_the_answer_to_a_question_is_nobodys_without_a_name():
    marked = "Вопросы задавал ⟦person#e1:Иван Петров⟧.\n\nКогда откроется мост?\n\n«В мае будущего года»."
    assert spoken(marked, "ru") == [None]


@pytest.mark.parametrize("language", ["ar", "en", "ru", "kk", "ja"])
def test_odd_texts_are_read(language):
    for text in ("", "—", "«»: «", 'قال: "', "said said said.", "と述べ" * 50, "وقال " * 2000):
        assert all(s is None for s in spoken(text, language))


def test_a_body_of_the_other_gender_is_told_and_an_agency_is_no_subject():
    marked = (
        "زار ⟦post#e1:الوزير⟧ ⟦person#e1:سامي الحداد⟧ المصنع، وطالب"
        " ⟦organisation#o1:إدارة الطاقة⟧ بإنجاز العمل سريعا."
    )
    assert spoken(marked, "ar") == ["e1"]
    marked = (
        "النهر (⟦organisation#o2:إيفا برس⟧) بعث ⟦post#e1:الوزير⟧ ⟦person#e1:سامي الحداد⟧"
        " برقية، مؤكدا أن التعاون سيستمر."
    )
    assert spoken(marked, "ar") == ["e1"]


def test_a_diplomat_is_nobody_we_know():
    marked = "⟦person#e1:Bo Chen⟧ left. A ⟦post#e1:diplomat⟧ said that the talks had failed."
    assert spoken(marked, "en") == [None]


def test_hers_but_he_speaks():
    marked = "По оценке её ⟦post#e1:директора⟧ ⟦person#e1:Микко Саари⟧, это крупнейший проект."
    assert spoken(marked, "ru") == ["e1"]


def test_the_name_behind_a_post_in_two_countries():
    marked = (
        "По словам ⟦post:посла Чада⟧ и Мали (по совместительству) ⟦person#e1:Анны Ли⟧,"
        " торговля выросла на треть."
    )
    assert spoken(marked, "ru") == ["e1"]


def test_a_bracket_after_a_japanese_name_speaks_not():
    marked = "⟦person#e1:下地玲央⟧⟦post#e1:准教授⟧(⟦organisation#o1:東南アジア政治⟧)は「橋は残る」と話す。"
    assert spoken(marked, "ja") == ["e1"]


def test_a_part_of_a_longer_japanese_word_is_nobody():
    assert spoken("⟦post#e1:首相⟧周辺は調印はないとしている。", "ja") == [None]


def test_the_one_woman_near_is_she():
    marked = (
        '⟦person#e1:Jerko Matić⟧ was met by ⟦person#e2:Anna Kusan⟧, 91. "You are late," she said.'
    )
    assert spoken(marked, "en") == ["e2"]


def test_a_clause_that_goes_on_keeps_its_plain_subject():
    marked = (
        '"We were polite," ⟦person#e1:Anna Kusan⟧ said. Ivorian gendarmes stopped the convoy,'
        " claiming that the beans had been smuggled."
    )
    assert spoken(marked, "en") == ["e1", None]


def test_what_is_called_something_does_not_call():
    marked = (
        "وأعربت ⟦post#e1:الرئيسة⟧ ⟦person#e1:موتلادي⟧ عن امتنانها للصندوق، ووصفت"
        ' ⟦organisation#o1:الطريق⟧ بأنه "هدية الصحراء".'
    )
    assert spoken(marked, "ar")[-1] == "e1"


def test_a_body_whose_name_stands_in_marks_speaks():
    marked = "وقالت ⟦organisation#o1:«رواند إير»⟧، الخميس، إن الحقيبة وصلت إلى المطار."
    assert spoken(marked, "ar") == ["o1"]


def test_her_own_words_told_with_another_verb():
    marked = 'وردت عليه ⟦post#e1:الناطقة⟧ ⟦person#e1:بلانكا⟧ بقولها: "نعم، ونفخر بذلك كثيرا".'
    assert spoken(marked, "ar") == ["e1"]


def test_the_latter_is_the_one_told_last():
    marked = (
        "توسط ⟦post#e1:القنصل⟧ ⟦person#e1:أحمد توبيبو⟧ ولقي ⟦person#e2:هيريزو راكوتو⟧،"
        " وقد وعد الأخير بجواب قبل العيد."
    )
    assert spoken(marked, "ar") == ["e2"]


def test_the_dane_is_whom_the_text_has_told_of():
    marked = (
        "⟦person#e1:Signe Holst⟧ needs silence. ⟦person#e1:Signe Holst⟧ got gamelan."
        ' "The prince does not move," the ⟦post:Dane⟧ said.'
    )
    assert spoken(marked, "en") == ["e1"]
    marked = "وصل ⟦person#e1:سامي الحداد⟧ مساء. وقال ⟦post:الخبير⟧ إن الطريق سيفتح غدا."
    assert spoken(marked, "ar") == ["e1"]


def test_a_manner_behind_an_arabic_verb_is_nobody():
    marked = 'وصل ⟦person#e1:سامي⟧ أمس. وقال بلا مقدمات: "الحقل يحتاج ماء الآن".'
    found = find_quotations(*read_marked(marked, "ar"))
    assert [(q.speaker, q.speaker_text) for q in found] == [("e1", None)]


# ---- outlets, groups and citations ---------------------------------------------------------------


def test_the_outlet_of_an_interview_does_not_speak():
    marked = (
        "⟦person#e1:Анна Ли⟧ в интервью ⟦organisation#o1:радио «Север»⟧ это отрицала: «Мост стоит»."
    )
    assert spoken(marked, "ru") == ["e1"]
    marked = "Сама она и ⟦person#e1:Ли⟧ молчали. В интервью ⟦organisation#o1:агентству⟧ сказали, что мост стоит."
    assert "o1" not in spoken(marked, "ru")
    marked = "In an interview with ⟦organisation#o1:Radio Nord⟧, ⟦person#e1:Lund⟧ said the yard would open."
    assert spoken(marked, "en") == ["e1"]
    marked = "قال ⟦person#e1:بدران⟧ في مقابلة مع ⟦organisation#o1:إذاعة «الشرق»⟧ إن الجسر جاهز."
    assert spoken(marked, "ar") == ["e1"]
    marked = (
        "⟦person#e1:田中⟧氏は⟦organisation#o1:北放送⟧とのインタビューで「橋は必要だ」と語った。"
    )
    assert spoken(marked, "ja") == ["e1"]
    marked = "⟦person#e1:Асан⟧ ⟦organisation#o1:«Дала» газет⟧іне берген сұхбатында көпір салынатынын мәлімдеді."
    assert spoken(marked, "kk") == ["e1"]


def test_a_group_speaks_and_not_who_leads_it():
    marked = "Наша делегация, которую возглавляет ⟦post#e1:ректор⟧ ⟦person#e1:Ли⟧, намерена обсудить мост."
    assert named(marked, "ru") == [(None, "Наша делегация")]
    marked = (
        "The group, which is led by ⟦post#e1:Rector⟧ ⟦person#e1:Holm⟧, said the bridge was safe."
    )
    assert named(marked, "en") == [(None, "The group")]
    marked = "⟦person#e1:木村⟧⟦post#e1:学長⟧が率いる代表団は「港を視察したい」と述べた。"
    assert named(marked, "ja") == [(None, "代表団")]


def test_a_place_that_asks_is_named_alone():
    marked = "The paper was left unsigned after ⟦place#p1:Oslo⟧ asked for more time."
    assert named(marked, "en") == [(None, "Oslo")]


def test_a_name_between_commas_behind_a_noun_speaks():
    marked = "وتروي ابنته، ⟦post#e1:المحامية⟧ ⟦person#e1:هند الرفاعي⟧، أنه تعلم اللغة وحده."
    assert spoken(marked, "ar") == ["e1"]
    marked = "ويقول جاره، وهو صديق ⟦person#e1:سامي الحداد⟧، إنه تعلم اللغة وحده."
    assert spoken(marked, "ar") == [None]


def test_by_what_somebody_said_names_who_stands_behind_its_pronoun():
    marked = "زار الوفد المصنع، وفق ما صرحت به ⟦post#e1:الوزيرة⟧ ⟦person#e1:هند الرفاعي⟧."
    assert spoken(marked, "ar") == ["e1"]

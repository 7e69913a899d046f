import pytest
from marked import read_marked

from sijill.documents.document import QuotationKind
from sijill.speech import arbitration
from sijill.speech.quotations import find_quotations


@pytest.fixture(autouse=True)
def rules_alone(monkeypatch):
    """Keep the model out: these sentences are too short for it, and the rules are what is tested."""
    monkeypatch.setattr(arbitration, "load_reports", lambda language: None)


def quotations(marked, language):
    found = find_quotations(*read_marked(marked, language))
    return [(q.kind.value, q.text, q.speaker) for q in found]


def test_direct_speech_keeps_the_comma_that_stands_inside():
    assert quotations('"We agree," ⟦post#e1:the minister⟧ ⟦person#e1:Bo⟧ said.', "en") == [
        ("direct", "We agree,", "e1")
    ]


def test_two_parts_split_by_he_said_are_two():
    marked = '⟦person#e1:Li⟧ spoke. "Let me be clear," she stressed, "this is not a gift."'
    assert quotations(marked, "en") == [
        ("direct", "Let me be clear,", "e1"),
        ("direct", "this is not a gift.", "e1"),
    ]


def test_speech_by_itself_goes_on_with_the_last_speaker():
    marked = '"It is late," ⟦person#e1:Bo⟧ said. "We go home now."'
    assert quotations(marked, "en")[1] == ("direct", "We go home now.", "e1")


def test_reported_content_stands_without_the_conjunction():
    marked = "⟦person#e1:Li⟧, whose trip was put off, said that the road would open in May."
    assert quotations(marked, "en") == [("indirect", "the road would open in May", "e1")]


def test_english_leaves_that_out():
    marked = "⟦post#e1:The minister⟧ told ⟦organisation#o1:Kapital⟧ the men would go home."
    assert quotations(marked, "en") == [("indirect", "the men would go home", "e1")]


def test_a_quoted_part_makes_reported_speech_mixed():
    marked = '⟦person#e1:Bo⟧ added that trade remained "very small".'
    assert quotations(marked, "en") == [("mixed", 'trade remained "very small"', "e1")]


def test_called_it_gives_the_marked_words_with_their_marks():
    assert quotations('⟦person#e1:Moe⟧ called it "a bridge".', "en") == [
        ("mixed", '"a bridge"', "e1")
    ]


def test_a_figure_that_somebody_puts_is_reported():
    marked = "⟦person#e1:Moe⟧ put the cost of the road at some 9 million dollars."
    assert quotations(marked, "en") == [("indirect", "some 9 million dollars", "e1")]
    assert quotations("⟦person#e1:Moe⟧ put the guests at ease.", "en") == []


def test_names_and_words_held_at_arms_length_are_nobodys():
    assert quotations('The ship "Sea Star" left the "area" on time.', "en") == []
    assert quotations("يعرض المركز فيلما بعنوان “شريك قوي” للمشاهدين.", "ar") == []


def test_arabic_verb_before_its_subject():
    marked = "وقال ⟦post#e1:وزير الخارجية⟧ ⟦person#e1:سامي الحداد⟧ إن الطريق سيفتح في أيار."
    assert quotations(marked, "ar") == [("indirect", "الطريق سيفتح في أيار", "e1")]


def test_arabic_verb_ending_points_back():
    marked = 'وقالت ⟦person#e1:ليلى⟧: "نعم نريد السلام". وأضافت أن العمل بدأ.'
    assert quotations(marked, "ar") == [
        ("direct", "نعم نريد السلام", "e1"),
        ("indirect", "العمل بدأ", "e1"),
    ]


def test_arabic_participle_opens_a_second_report():
    marked = "أكد ⟦person#e1:بنيس⟧ أن المشروع جاهز، مضيفا أن الكلفة معروفة."
    assert quotations(marked, "ar") == [
        ("indirect", "المشروع جاهز", "e1"),
        ("indirect", "الكلفة معروفة", "e1"),
    ]


def test_arabic_source_before_and_after():
    marked = "وبحسب ⟦organisation#o1:مكتب الصرف⟧، ارتفعت الصادرات في آذار."
    assert quotations(marked, "ar") == [("indirect", "ارتفعت الصادرات في آذار", "o1")]


def test_unnamed_speakers_have_their_words_only():
    found = find_quotations(
        *read_marked("وأفادت مصادر متابعة أن الزيارة ألغيت لأسباب أمنية.", "ar")
    )
    assert [(q.speaker, q.text) for q in found] == [(None, "الزيارة ألغيت لأسباب أمنية")]


def test_russian_speech_with_its_verb_behind():
    marked = "«Мы ждём гостей», — сказал ⟦post#e1:посол⟧ ⟦person#e1:Киш⟧."
    assert quotations(marked, "ru") == [("direct", "Мы ждём гостей", "e1")]


def test_russian_according_to():
    marked = "⟦person#e1:Варга⟧ приехала. По её словам, первый транш поступит «не позднее марта»."
    assert quotations(marked, "ru") == [("mixed", "первый транш поступит «не позднее марта»", "e1")]


def test_russian_source_put_into_a_clause_stays_inside_what_is_reported():
    marked = "Тариф, по словам ⟦post#e1:мэра⟧ ⟦person#e1:Ли⟧, вырастет в мае."
    assert quotations(marked, "ru") == [
        ("indirect", "Тариф, по словам мэра Ли, вырастет в мае", "e1")
    ]
    marked = "Долг, как отметил ⟦person#e1:Ли⟧, выплачен."
    assert quotations(marked, "ru") == [("indirect", "Долг, как отметил Ли, выплачен", "e1")]
    # A whole clause and a joint do not go on.
    marked = "Он уехал и, по словам ⟦post#e1:мэра⟧ ⟦person#e1:Ли⟧, не вернётся."
    assert quotations(marked, "ru") == [("indirect", "не вернётся", "e1")]
    marked = "Но, по словам ⟦post#e1:мэра⟧ ⟦person#e1:Ли⟧, мост стоит."
    assert quotations(marked, "ru") == [("indirect", "мост стоит", "e1")]


def test_russian_content_behind_a_colon_and_with_nobody():
    marked = "⟦person#e1:Ли⟧ напомнил: прошлый подрядчик обещал мост."
    assert quotations(marked, "ru")[0][1:] == ("прошлый подрядчик обещал мост", "e1")
    marked = "В ⟦organisation#o1:министерстве⟧ упрёк отвергли: мост строили с осени."
    assert quotations(marked, "ru") == [("indirect", "мост строили с осени", "o1")]
    marked = "На встрече отмечалось, что мост следует достроить."
    assert quotations(marked, "ru") == [("indirect", "мост следует достроить", None)]
    marked = "В ⟦organisation#o1:министерстве⟧ уверены, что мост достроят."
    assert quotations(marked, "ru") == [("indirect", "мост достроят", "o1")]
    marked = "О том, что мост открыт, сообщил ⟦person#e1:Ли⟧."
    assert quotations(marked, "ru") == [("indirect", "мост открыт", "e1")]
    marked = "Мост через реку стоит, следует из отчёта ⟦organisation#o1:министерства⟧."
    assert quotations(marked, "ru") == [("indirect", "Мост через реку стоит", "o1")]


def test_russian_denial_has_what_it_denies_before_its_subject():
    marked = "Слухи о своём уходе ⟦person#e1:Ли⟧ опроверг."
    assert quotations(marked, "ru") == [("indirect", "Слухи о своём уходе", "e1")]
    marked = "⟦person#e1:Ли⟧ молчал. Обвинения в подкупе он отверг."
    assert quotations(marked, "ru") == [("indirect", "Обвинения в подкупе", "e1")]


def test_russian_this_was_announced_takes_the_sentence_before():
    marked = "Заголовок\n\nСтороны обсудили поставки. Об этом сообщила ⟦person#e1:Лилит Назарова⟧."
    assert quotations(marked, "ru") == [("indirect", "Стороны обсудили поставки", "e1")]


def test_kazakh_content_stands_before_the_verb():
    marked = "⟦person#e1:Нұрлан Әбдіров⟧ бұл сапардың маңызы бар екенін айтты."
    assert quotations(marked, "kk") == [("indirect", "бұл сапардың маңызы бар екенін", "e1")]


def test_kazakh_direct_speech_and_source():
    marked = "«Біз дайынбыз», – деді ⟦post#e1:Президент⟧. Оның айтуынша, жұмыс ертең басталады."
    assert quotations(marked, "kk") == [
        ("direct", "Біз дайынбыз", "e1"),
        ("indirect", "жұмыс ертең басталады", "e1"),
    ]


def test_japanese_content_ends_before_the_particle():
    marked = "⟦person#e1:水谷⟧⟦post#e1:大臣⟧は、協力を進めたいと述べた。"
    assert quotations(marked, "ja") == [("indirect", "協力を進めたい", "e1")]


def test_japanese_direct_and_mixed():
    assert quotations(
        "⟦person#e1:水谷⟧⟦post#e1:大臣⟧は会見で「延期は中止ではない」と述べた。", "ja"
    ) == [("direct", "延期は中止ではない", "e1")]
    assert quotations(
        "⟦person#e1:水谷⟧⟦post#e1:大臣⟧は、成果は「小さいが確かだ」と述べた。", "ja"
    ) == [("mixed", "成果は「小さいが確かだ」", "e1")]


def test_the_text_is_exact_and_the_cue_has_its_place():
    document, sentences, mentions, entities = read_marked(
        '"Yes, we can," ⟦person#e1:Bo⟧ said.', "en"
    )
    (found,) = find_quotations(document, sentences, mentions, entities)
    assert document.text[found.start : found.end] == found.text
    assert document.text[found.cue.start : found.cue.end] == "said"
    assert found.kind is QuotationKind.DIRECT


def test_bad_input_is_no_crash():
    for language in ("ar", "en", "ru", "kk", "ja"):
        for text in ("", "\n", "«", '"' * 50, "كلمة", "(" * 400, "he said " * 3000):
            find_quotations(*read_marked(text, language))


def test_things_that_show_do_not_speak():
    assert quotations("يكشف الفيلم عن دور التجارة في مصير الدولة.", "ar") == []


def test_a_conjunction_of_another_word_opens_no_content():
    marked = "وعرض ⟦person#e1:سامي الحداد⟧ الخطة موضحا كيف يمكن أن تحمل التفاصيل دلالات كثيرة."
    assert quotations(marked, "ar") == []


def test_the_first_letter_of_a_word_is_no_preposition():
    marked = "وطالبت ⟦person#e1:ليلى⟧، التي تتولى بلادها الرئاسة، بربط القمم بمشاريع ملموسة."
    assert quotations(marked, "ar") == [("indirect", "ربط القمم بمشاريع ملموسة", "e1")]


def test_a_noun_before_the_preposition_is_the_content():
    marked = "وأكد ⟦person#e1:سامي الحداد⟧ حرص الدولة على توسيع الشراكات."
    assert quotations(marked, "ar") == [("indirect", "حرص الدولة على توسيع الشراكات", "e1")]


def test_a_passive_tells_nothing():
    assert quotations("The news was confirmed in Paris on Monday by ⟦person#e1:Moe⟧.", "en") == []


def test_the_signs_tell_speech_whatever_the_verb():
    marked = '"I raised it with the king," ⟦person#e1:Seo⟧ confides.'
    assert quotations(marked, "en")[0][:2] == ("direct", "I raised it with the king,")
    marked = "«Реквизит мы не дарим», – разводит руками ⟦post:режиссёр⟧."
    assert quotations(marked, "ru")[0][:2] == ("direct", "Реквизит мы не дарим")


def test_a_paper_that_is_told_is_not_what_is_said():
    marked = "⟦person#e1:Анна Ли⟧ рассказала «Вечернему Бресту», что рейс отменён."
    assert quotations(marked, "ru") == [("indirect", "рейс отменён", "e1")]


def test_what_others_say_inside_of_speech_is_told_too():
    marked = (
        "«Консула там мы назначим; министр ⟦person#e2:Гурген Аветисов⟧ сказал мне,"
        " что возражений нет», – ответил ⟦person#e1:Иван Бек⟧."
    )
    assert quotations(marked, "ru")[1:] == [("indirect", "возражений нет", "e2")]
    marked = '"I said that we would come and stay for a week," ⟦person#e1:Seo⟧ added.'
    assert len(quotations(marked, "en")) == 1


def test_an_arabic_name_in_marks_is_no_speech():
    marked = "وقالت «رواند إير»، الخميس، إن الحقيبة وصلت إلى المطار."
    assert [q[:2] for q in quotations(marked, "ar")] == [("indirect", "الحقيبة وصلت إلى المطار")]
    marked = "وقال ⟦person#e1:سامي⟧ لـ«سبق الجزيرة»: إن بلاده تعرض مياه السد."
    assert [q[1] for q in quotations(marked, "ar")] == ["بلاده تعرض مياه السد"]


def test_arabic_marks_and_a_comma_before_any_verb_are_speech():
    marked = "وصل الوفد مساء. «لم نشتر رصاصة واحدة»، كرر المدير ⟦person#e1:ياسر الصبان⟧."
    assert quotations(marked, "ar")[0][:2] == ("direct", "لم نشتر رصاصة واحدة")


def test_japanese_marks_before_to_are_speech_whatever_the_verb():
    marked = "大使の⟦person#e1:冉志豪⟧氏は「経糸は山、緯糸は海である」と祝った。"
    assert quotations(marked, "ja") == [("direct", "経糸は山、緯糸は海である", "e1")]
    marked = "「球は楕円だが、友情は丸い」と⟦person#e1:ロムド⟧氏は会場を沸かせた。"
    assert quotations(marked, "ja") == [("direct", "球は楕円だが、友情は丸い", "e1")]
    assert quotations("⟦person#e1:ロムド⟧氏は「橋は口論しない」と題した本を出した。", "ja") == []


def test_a_kazakh_sentence_without_marks_before_dedi():
    marked = "⟦person#e1:Асан Серік⟧ келді. Алғашқы керуен ертең жолға шығады, деді ол."
    assert quotations(marked, "kk") == [("indirect", "Алғашқы керуен ертең жолға шығады", "e1")]
    marked = "⟦person#e1:Румяна Цонкова⟧ елшілікті бірден ашу керек деді."
    assert quotations(marked, "kk") == [("indirect", "елшілікті бірден ашу керек", "e1")]


def test_marks_inside_a_reported_clause_are_a_part_of_it_though_a_verb_follows():
    marked = 'وقالت ⟦person#e1:بهارغافا⟧ إن المحطة "ستدفئ البيوت كلها"، وأعلنت خط ائتمان.'
    assert quotations(marked, "ar")[0] == ("mixed", 'المحطة "ستدفئ البيوت كلها"', "e1")
    marked = '⟦person#e1:Bo⟧ said that the plant "would warm every house", and announced a loan.'
    assert quotations(marked, "en")[0] == ("mixed", 'the plant "would warm every house"', "e1")


def test_a_preposition_that_looks_like_a_conjunction_ends_no_report():
    marked = "وأشار ⟦person#e1:موالي⟧ إلى أن التعاون فيما بين بلدان الجنوب ليس إحسانا."
    assert quotations(marked, "ar") == [
        ("indirect", "التعاون فيما بين بلدان الجنوب ليس إحسانا", "e1")
    ]


def test_a_guard_that_is_inspected_and_what_one_reads_are_no_speech():
    assert quotations("ثم استعرض ⟦person#e1:الضيف⟧ حرس الشرف في القصر.", "ar") == []
    assert quotations("نقرأ في الصحف أن الوزير بحث سبل التعاون.", "ar") == []


def test_marks_far_from_a_verb_behind_them_are_no_speech():
    marked = 'They lifted it to a "green strategic tie", the third of its kind ⟦person#e1:Bo⟧ said.'
    assert quotations(marked, "en") == []
    marked = 'He would come to "settle all accounts", ⟦person#e1:Bo⟧ said.'
    assert [q[0] for q in quotations(marked, "en")] == ["direct"]


def test_a_verb_inside_of_marks_that_nobody_says_reports_nothing():
    assert quotations('كتبت الصحف عن السفير الذي "أشاد بعمق الروابط".', "ar") == []


def test_a_name_read_too_far_hides_no_conjunction():
    marked = "⟦person#e1:Li⟧ told ⟦organisation#o1:Kapital that⟧ work would not start before May."
    assert quotations(marked, "en") == [("indirect", "work would not start before May", "e1")]


def test_a_headline_with_words_behind_the_marks_is_reported():
    marked = '⟦post#e1:الوزيرة⟧: "الاغتراب" جسر العلاقة\n\nوصلت أمس.'
    assert quotations(marked, "ar")[0][:2] == ("mixed", '"الاغتراب" جسر العلاقة')


def test_what_japanese_ministries_report_is_all_between_speaker_and_verb():
    marked = "⟦post#e1:水谷大臣⟧から、訪日を歓迎し、延期に触れつつ、「中止ではない」と述べました。"
    assert quotations(marked, "ja")[0][1:] == (
        "訪日を歓迎し、延期に触れつつ、「中止ではない」",
        "e1",
    )


def test_a_japanese_clause_with_a_topic_before_the_marks_is_reported_with_them():
    marked = "⟦person#e1:ベリッチ⟧氏は取材に、着工は来年で変わらず、「先に豆が来る」と語った。"
    assert quotations(marked, "ja") == [("mixed", "着工は来年で変わらず、「先に豆が来る」", "e1")]
    marked = "⟦person#e1:ベリッチ⟧氏は首都での会見で、「先に豆が来る」と語った。"
    assert quotations(marked, "ja") == [("direct", "先に豆が来る", "e1")]


def test_a_japanese_name_is_no_hearsay():
    assert quotations("訪問\n\n⟦person#e1:李⟧氏は着いた。学校の名は「泉」という。", "ja") == []
    marked = "訪問\n\n⟦person#e1:李⟧氏は着いた。学校は海に近いという。"
    assert [q[1] for q in quotations(marked, "ja")] == ["学校は海に近い"]


def test_japanese_words_before_their_speaker_and_deep_thanks_are_told():
    marked = "鯨油を積んだ船の記念だと、学芸員の⟦person#e1:ウエンテ⟧さんは言う。"
    assert [q[1] for q in quotations(marked, "ja")] == ["鯨油を積んだ船の記念だ"]
    marked = "⟦post#e1:マシャヴァ首相⟧は、人材の派遣に深い謝意を表しました。"
    assert quotations(marked, "ja") == [("indirect", "人材の派遣に深い謝意", "e1")]


def test_an_arabic_verbal_noun_before_a_name_is_what_is_told_and_no_title():
    marked = "وسلم الوثيقة، معلنا عودة ⟦organisation#o1:السفارة الفيتنامية⟧ إلى السودان."
    assert [q[1] for q in quotations(marked, "ar")] == ["عودة السفارة الفيتنامية إلى السودان"]
    marked = "ونفى تسليم ⟦organisation#o1:شركة سكر كنانة⟧ لمستثمرين من الخارج."
    assert [q[1] for q in quotations(marked, "ar")] == ["تسليم شركة سكر كنانة لمستثمرين من الخارج"]


def test_a_verb_that_says_only_with_its_conjunction():
    marked = "ووعد ⟦person#e1:سامي⟧ بالدعم، مسجلا أن البيرو شريك موثوق."
    assert quotations(marked, "ar")[-1][1] == "البيرو شريك موثوق"


def test_reports_that_are_denied_end_before_their_verb():
    marked = "Reports that he would stop over in Oslo were denied by ⟦organisation#o1:the embassy⟧."
    assert quotations(marked, "en")[0] == ("indirect", "he would stop over in Oslo", None)
    marked = "⟦person#e1:Bo⟧ said that the rumours were denied by everybody."
    assert quotations(marked, "en")[0][1] == "the rumours were denied by everybody"


def test_a_bare_clause_that_goes_on_with_and_that_is_one_report():
    marked = "⟦person#e1:Ann⟧ says a coach will open classes, and that drummers will play."
    assert quotations(marked, "en") == [
        ("indirect", "a coach will open classes, and that drummers will play", "e1")
    ]


def test_what_follows_a_colon_behind_marks_explains_and_is_not_told():
    marked = "По словам ⟦person#e1:Рао⟧, сам приём – «вещь нечастая»: он принял лишь двоих."
    assert quotations(marked, "ru") == [("mixed", "сам приём – «вещь нечастая»", "e1")]


def test_a_verb_that_goes_on_to_an_object_closes_no_content():
    marked = "⟦post#e1:The Mayor⟧, ⟦person#e1:Prince Ade⟧, asked ⟦organisation#o1:TIKA⟧ to help."
    assert quotations(marked, "en") == []
    marked = "⟦person#e1:Bo Dahl⟧, who owns the firm, reported losses of a million."
    assert [q for q in quotations(marked, "en") if "Dahl" in q[1]] == []
    marked = "Пенджикент, соседний памятник, ⟦person#e1:Аоки⟧ надеется увидеть в мае."
    assert quotations(marked, "ru") == []
    marked = "Drivers must pull over, said ⟦person#e1:Bo Dahl⟧ of ⟦organisation#o1:the police⟧."
    assert quotations(marked, "en") == [("indirect", "Drivers must pull over", "e1")]
    marked = "The road is open, ⟦person#e1:Bo Dahl⟧ said on Monday."
    assert quotations(marked, "en") == [("indirect", "The road is open", "e1")]


@pytest.mark.parametrize(
    ("marked", "language", "said"),
    [
        ("⟦organisation#o1:МИД⟧ подтвердило, что рейс отменён.", "ru", "рейс отменён"),
        ("⟦organisation#o1:МИД⟧ указало на рост цен.", "ru", "рост цен"),
        ("⟦person#e1:Абэ⟧ передал, что Киото закрыт.", "ru", "Киото закрыт"),
        ("⟦person#e1:Bo⟧ repeated that the gate was open.", "en", "the gate was open"),
        ("⟦person#e1:Bo⟧ asked for more rice.", "en", "more rice"),
    ],
)
def test_bodies_of_the_neuter_and_rarer_verbs_report_too(marked, language, said):
    assert [q[1] for q in quotations(marked, language)] == [said]


@pytest.mark.parametrize(
    ("marked", "language", "said"),
    [
        ("⟦person#e1:駒⟧氏は弟子の足音が軽いと褒めた。", "ja", "弟子の足音が軽い"),
        ("⟦person#e1:駒⟧氏は台湾を訪れるとも述べた。", "ja", "台湾を訪れる"),
        ("⟦person#e1:Асан⟧ қылмыс жоқ деп тапты.", "kk", "қылмыс жоқ"),
    ],
)
def test_rarer_verbs_that_stand_last_report_too(marked, language, said):
    assert [q[1] for q in quotations(marked, language)] == [said]


def test_a_subject_with_its_apposition_is_not_what_its_verb_tells():
    marked = "⟦person#e1:Kiri Loa⟧, the consul, urged the guards to let him go."
    assert ("indirect", "Kiri Loa, the consul", None) not in quotations(marked, "en")
    assert not any(text.startswith("Kiri") for _, text, _ in quotations(marked, "en"))
    marked = "⟦organisation#o1:Минтранс⟧, куда обратилась редакция, на запрос не ответил."
    assert quotations(marked, "ru") == []


def test_what_has_no_verb_yet_goes_on_behind_who_says_it():
    marked = "На нём, подчеркнула ⟦person#e1:Лиза Ким⟧, видна старая дата."
    whole = "На нём, подчеркнула Лиза Ким, видна старая дата"
    assert [text for _, text, _ in quotations(marked, "ru")] == [whole]
    marked = "The tarpaulin, said ⟦person#e1:Ann Lee⟧, is new."
    assert [text for _, text, _ in quotations(marked, "en")] == [
        "The tarpaulin, said Ann Lee, is new"
    ]


def test_only_the_last_clause_before_the_verb_goes_on_behind_it():
    marked = "Тренер покажет остров: там, говорит она, играют босиком."
    told = [text for _, text, _ in quotations(marked, "ru")]
    assert told == ["там, говорит она, играют босиком"]
    marked = "⟦person#e1:Li⟧ liked the news; in Kavarna, he said, mothers would sleep."
    told = [text for _, text, _ in quotations(marked, "en")]
    assert told == ["in Kavarna, he said, mothers would sleep"]


def test_treaties_and_verbs_of_doing_say_nothing():
    assert quotations("The treaty says that salaries are paid by the state.", "en") == []
    assert quotations("⟦organisation#o1:Airbus⟧ offered water tanks.", "en") == []
    assert quotations("⟦organisation#o1:Парламент⟧ одобрил закон.", "ru") == []
    assert quotations("⟦person#e1:Ким⟧ отказался от участия.", "ru") == []


def test_a_subject_with_a_particle_or_a_source_is_no_content():
    assert quotations("⟦person#e1:Ли⟧, впрочем, уверен в обратном.", "ru") == []
    assert quotations("⟦person#e1:Li⟧, however, believes otherwise.", "en") == []
    marked = "Накануне ⟦organisation#o1:газета «Берег»⟧ со ссылкой на источник в порту написала, что мост закрыт."
    assert [q[1] for q in quotations(marked, "ru")] == ["мост закрыт"]
    marked = (
        "⟦organisation#o1:The Post⟧, citing a source in the port, wrote that the bridge was shut."
    )
    assert [q[1] for q in quotations(marked, "en")] == ["the bridge was shut"]


def test_what_the_narrator_adds_is_not_said():
    assert [
        q[1]
        for marked, language in (
            ("⟦person#e1:Li⟧ said the road would open, without giving a date.", "en"),
            ("⟦person#e1:Li⟧ said the road would open without specifying a date.", "en"),
            ("⟦person#e1:Асан⟧ нақты күнін айтпай жол ашылатынын мәлімдеді.", "kk"),
            ("⟦person#e1:Ли⟧ сказала, что дорога откроется, не уточнив срока.", "ru"),
            ("وأكد ⟦person#e1:بدران⟧ أن الطريق سيفتح قريبا، دون أن يحدد موعدا لذلك.", "ar"),
        )
        for q in quotations(marked, language)
    ] == [
        "the road would open",
        "the road would open",
        "жол ашылатынын",
        "дорога откроется",
        "الطريق سيفتح قريبا",
    ]


@pytest.mark.parametrize(
    ("language", "head", "told"),
    [
        ("en", "Tokyo receives ⟦person#e1:Li⟧: the Palace before noon, the office after", []),
        ("en", "⟦post#e1:Minister⟧ ⟦person#e1:Li⟧: the bridge will open before noon",
         ["the bridge will open before noon"]),
        ("ar", "طوكيو تستقبل ⟦person#e1:لي⟧: القصر قبل الظهر والوزارة بعده", []),
    ],
)  # fmt: skip
def test_who_speaks_in_a_headline_begins_it(language, head, told):
    assert [text for _, text, _ in quotations(f"{head}\n\nThey met.", language)] == told


@pytest.mark.parametrize(
    "words",
    [
        "It was announced in April and was to open on 7 June of that year with ⟦person#e1:Li⟧.",
        "He had been expected in May, but that trip was cancelled.",
    ],
)
def test_that_year_and_that_trip_open_nothing_told(words):
    assert quotations(f"Head\n\n{words}", "en") == []


def test_an_ambassador_that_is_recalled_is_nobodys_words():
    told = "⟦place#p1:Peru⟧ recalled its ambassador to ⟦place#p2:Chile⟧"
    assert quotations(f"{told} for consultations on Thursday.", "en") == []
    assert quotations(f"{told}, ⟦organisation#o1:the ministry⟧ said.", "en") == [
        ("indirect", "Peru recalled its ambassador to Chile", "o1")
    ]
    remembered = quotations("⟦person#e1:Li⟧ recalled the ambassador’s first trip.", "en")
    assert [speaker for _, _, speaker in remembered] == ["e1"]

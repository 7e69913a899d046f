from marked import read_marked

from sijill.documents.passage import Passage
from sijill.speech.interviews import find_interview
from sijill.speech.quotations import find_quotations


def turns(marked, language):
    passage = Passage(*read_marked(marked, language))
    return [(turn.asks, turn.speaker) for turn in find_interview(passage)]


def spoken(marked, language):
    return [q.speaker for q in find_quotations(*read_marked(marked, language))]


RUSSIAN = (
    "⟦person#e1:Анна Ли⟧: «Мост будет»\n\nС ней беседует ⟦person#e2:Иван Бек⟧. ⟦person#e1:Анна Ли⟧"
    " работает в порту.\n\n– Когда откроется мост?\n\n– «В мае. Так сказал ⟦person#e3:Олег Ким⟧».\n\n"
    "– А дорога?\n\n– «Дорога уже готова»."
)


def test_who_is_told_of_most_answers():
    expected = [(True, None), (False, "e1"), (True, None), (False, "e1")]
    assert turns(RUSSIAN, "ru") == expected
    assert spoken(RUSSIAN, "ru")[-1] == "e1"


def test_japanese_questions_open_with_a_long_dash():
    marked = (
        "大使に聞く\n\n大使の⟦person#e1:ワンジル・ムテミ⟧さんに話を聞いた。\n\n――なぜ北の島と組むのですか。\n\n"
        "「地面の下が同じだからです」\n\n――何が決まりますか。\n\n「首相が協定に署名します」"
    )
    assert spoken(marked, "ja") == ["e1", "e1"]


def test_names_before_a_colon_tell_who_asks_and_answers():
    marked = (
        "Five questions\n\n⟦person#e1:Seo Yun-chae⟧ spoke to ⟦person#e2:Anna Price⟧.\n\n"
        '⟦person#e2:Price⟧: "What comes first?"\n\n⟦person#e1:Seo⟧: "A ferry comes first."\n\n"And then?"\n\n'
        '"Then comes a bridge."'
    )
    assert turns(marked, "en") == [(True, "e2"), (False, "e1"), (True, "e2"), (False, "e1")]


def test_one_question_is_no_interview():
    assert turns("Title\n\n– Why?\n\n– Because.\n", "en") == []


def said(marked, language):
    found = find_quotations(*read_marked(marked, language))
    return [(q.kind.value, q.text, q.speaker) for q in found]


def test_an_answer_behind_a_letter_is_told_without_marks():
    marked = (
        "Ferries\n\n⟦person#e1:Ingrid Sol⟧ spoke at home.\n\nQ: Will it come?\n\nA: It will, in May.\n\n"
        "Q: The papers wrote that Oslo is slow.\n\nA: We are careful with ferries.\n\nShe smiled."
    )
    assert said(marked, "en") == [
        ("indirect", "It will, in May", "e1"),
        ("indirect", "We are careful with ferries", "e1"),
    ]
    marked = (
        "الجسر\n\nالتقينا ⟦person#e1:ماريا كالدي⟧ في مكتبها.\n\nس: متى يفتح الجسر؟\n\n"
        "ج: سيفتح الجسر في مايو.\n\nس: والقطار؟\n\nج: القطار ما زال بعيدا."
    )
    assert said(marked, "ar") == [
        ("indirect", "سيفتح الجسر في مايو", "e1"),
        ("indirect", "القطار ما زال بعيدا", "e1"),
    ]
    marked = (
        "Көпір\n\n⟦person#e1:Мария Кальюла⟧ сұхбат берді.\n\nСұрақ: Көпір қашан дайын?\n\n"
        "Жауап: Көпір мамырда дайын."
    )
    assert said(marked, "kk") == [("indirect", "Көпір мамырда дайын", "e1")]
    marked = "橋\n\n⟦person#e1:ムテミ⟧さんに聞いた。\n\n問：なぜ島と組むのですか。\n\n答：地面の下が同じだからです。"
    assert said(marked, "ja") == [("indirect", "地面の下が同じだからです", "e1")]


def test_initials_and_names_before_a_colon_tell_who_asks_and_answers():
    marked = (
        "Мост\n\n⟦person#e1:Анна Ли⟧ работает в порту. Её спросил ⟦person#e2:Иван Бек⟧.\n\n"
        "⟦person#e2:И. Бек⟧: Когда откроется мост?\n\n⟦person#e1:А. Ли⟧: Мост готов к маю.\n\n⟦person#e2:И. Бек⟧: А поезд?\n\n⟦person#e1:А. Ли⟧: Поезд пока ждёт."
    )
    assert said(marked, "ru") == [
        ("indirect", "Мост готов к маю", "e1"),
        ("indirect", "Поезд пока ждёт", "e1"),
    ]


def test_what_an_answer_quotes_is_not_who_answers():
    marked = (
        "Title\n\n⟦person#e1:Ingrid Sol⟧ spoke.\n\nQ: Why?\n\nA: We wait. As ⟦person#e2:Otto Brun⟧ used to"
        ' say, "slow boats arrive".\n\nQ: And then?\n\nA: We wait again.'
    )
    assert said(marked, "en")[1] == ("direct", "slow boats arrive", "e2")
    marked = (
        "Тақырып\n\n⟦person#e1:Мария⟧ сұхбат берді.\n\n– Неге?\n\n– Бір күні ⟦person#e2:Асан Бек⟧ келді."
        " Сонда ол: «Сіз қалсаңыз, біз де қаламыз», – деп әзілдеді.\n\n– Содан кейін ше?\n\n– Сосын жол салдық."
    )
    inner = [s for s in said(marked, "kk") if s[1].startswith("Сіз")]
    assert [speaker for _, _, speaker in inner] == ["e2"]


def test_words_between_the_turns_of_somebody_else_are_not_who_answers():
    marked = (
        "Тақырып\n\n⟦person#e1:Мария⟧ сұхбат берді.\n\n– Неге?\n\n– Себебі жол жақын.\n\n– Ал су ше?\n\n"
        "– Су да жақын.\n\nОның досы ⟦person#e2:Асан Бек⟧ те ұстаз. Ол: «Бұл жол бәрімізге керек», – дейді күліп."
    )
    assert [s[2] for s in said(marked, "kk") if s[1].startswith("Бұл жол")] != ["e1"]


def test_an_answer_goes_on_over_paragraphs_without_a_sign():
    marked = (
        "Мост\n\n⟦person#e1:Анна Ли⟧ строит мосты.\n\n– Зачем вам мост?\n\n– Причина простая.\n\n"
        "Есть и другая, старая.\n\n– А поезд?\n\n– Поезд ждёт моста.\n\nМой отец водил этот поезд.\n\n"
        "Мост откроют весной."
    )
    assert said(marked, "ru") == [
        ("direct", "Причина простая", "e1"),
        ("direct", "Есть и другая, старая", "e1"),
        ("direct", "Поезд ждёт моста", "e1"),
        ("direct", "Мой отец водил этот поезд", "e1"),
    ]
    marked = (
        "Көпір\n\n⟦person#e1:Мария⟧ сұхбат берді.\n\n– Неге?\n\n– Себебі жол жақын.\n\n"
        "Су да алыс емес.\n\n– Ал пойыз ше?\n\n– Пойыз көпірді күтіп тұр.\n\nТөрт жылдан соң қайтып келдім."
    )
    assert [s[1] for s in said(marked, "kk")][1::2] == [
        "Су да алыс емес",
        "Төрт жылдан соң қайтып келдім",
    ]
    marked = (
        "Bridge\n\n⟦person#e1:Ingrid Sol⟧ spoke.\n\nQ: Why?\n\nA: We wait here.\n\nThe train waits too.\n\n"
        "Q: And then?\n\nA: Nothing changes then."
    )
    assert ("indirect", "The train waits too", "e1") in said(marked, "en")


def test_what_tells_of_the_answerer_or_heads_a_part_is_no_answer():
    marked = (
        "Мост\n\n⟦person#e1:Анна Ли⟧ строит мосты.\n\n– Зачем вам мост?\n\n– Причина простая.\n\n"
        "⟦person#e1:Ли⟧ наливает чай.\n\nПоезд и мост\n\n– А поезд?\n\n– Поезд ждёт моста."
    )
    assert [s[1] for s in said(marked, "ru")] == ["Причина простая", "Поезд ждёт моста"]


def test_whom_the_questions_address_answers():
    marked = (
        "⟦person#e2:Гуннар⟧ болған жер\n\n⟦person#e2:Гуннар⟧ мұнда келді. ⟦person#e1:Карин⟧ те келді.\n\n"
        "– ⟦person#e1:Карин⟧ ханым, неге келдіңіз?\n\n– Себебі жол жақын.\n\n– Ал су ше?\n\n– Су да жақын."
    )
    assert turns(marked, "kk") == [(True, None), (False, "e1"), (True, None), (False, "e1")]


def test_a_question_without_a_mark_stands_between_two_answers():
    marked = (
        "Мост\n\n⟦person#e1:Анна Ли⟧ строит мосты.\n\n– Зачем вам мост?\n\n– Причина простая.\n\n"
        "– Говорят, что мост пуст.\n\n– Пусть приедут.\n\n– Что дальше?\n\n– Дальше будет дорога."
    )
    assert [asks for asks, _ in turns(marked, "ru")] == [True, False, True, False, True, False]


def test_words_quoted_around_a_quotation_are_of_nobody_in_the_talk():
    head = "Разговор\n\n– Как живёте?\n\n– Хорошо живём.\n\n– А дети?\n\n– Растут быстро.\n\n"
    told = "Журналист привёл слова рыбака: «Сосед сказал {} осенью, и я ушёл».\n"
    plain, nested = (turns(head + told.format(word), "ru") for word in ("да", "«да»"))
    assert nested == plain


def test_labels_in_brackets_tell_who_asks_and_who_answers():
    marked = (
        "定例会見\n\n⟦person#e1:久世⟧外務大臣が会見した。\n\n【⟦person#e1:久世⟧⟦post#e1:外務大臣⟧】明日、島へ行く。"
        "\n\n【⟦organisation#e3:港新聞⟧　記者】橋は開くのか。\n\n【⟦person#e1:久世⟧⟦post#e1:外務大臣⟧】橋はまだ開かない。"
        "\n\n【外務報道官】開く日は後で知らせる。\n\n【リマ共同】ペルーの港で雨が降り続いた。"
    )
    assert said(marked, "ja") == [
        ("indirect", "明日、島へ行く", "e1"),
        ("indirect", "橋はまだ開かない", "e1"),
        ("indirect", "開く日は後で知らせる", None),
    ]
    told = find_quotations(*read_marked(marked, "ja"))
    assert [q.speaker_text for q in told] == ["久世", "久世", "外務報道官"]


def test_a_circle_opens_what_is_said_in_parliament():
    marked = (
        "委員会\n\n○⟦person#e1:玉村京子⟧君　橋はいつ開きますか。\n\n"
        "○国務大臣（⟦person#e2:久世実⟧君）　来月の予定です。\n\n"
        "○⟦person#e1:玉村京子⟧君　港も開くのですか。\n\n"
        "○国務大臣（⟦person#e2:久世実⟧君）　港はまだ工事の途中です。"
    )
    assert said(marked, "ja") == [
        ("indirect", "来月の予定です", "e2"),
        ("indirect", "港はまだ工事の途中です", "e2"),
    ]
    assert said("名簿\n\n○三役　島の会長\n\n○会員　百人がいる\n", "ja") == []


def test_questions_without_a_sign_are_told_by_their_marks_and_answers_as_self():
    marked = (
        "The port\n\n⟦person#e1:Ingrid Sol⟧ runs the port. She spoke at home.\n\nWhen will it open?\n\n"
        "I hope it opens in May.\n\nAnd the road?\n\nWork on the road goes on.\n\nWho pays for it?\n\n"
        "Our partners do."
    )
    assert said(marked, "en") == [
        ("indirect", "I hope it opens in May", "e1"),
        ("indirect", "Work on the road goes on", "e1"),
        ("indirect", "Our partners do", "e1"),
    ]
    marked = (
        "الميناء\n\nالتقينا ⟦person#e1:ماريا كالدي⟧ في مكتبها.\n\n*متى يفتح الميناء؟*\n\n"
        "أتوقع أن يفتح الميناء في مايو.\n\n*والطريق؟*\n\nالعمل في الطريق مستمر.\n\n*من يموله؟*\n\n"
        "كنا نبحث عن شركاء."
    )
    assert [speaker for _, _, speaker in said(marked, "ar")] == ["e1", "e1", "e1"]


def test_headings_that_ask_make_no_interview():
    marked = (
        "The port\n\n⟦person#e1:Ingrid Sol⟧ runs the port.\n\nWhen will it open?\n\nIt opens in May.\n\n"
        "What about the road?\n\nWork on the road goes on.\n\nWho pays?\n\nPartners do."
    )
    assert turns(marked, "en") == []


def test_a_question_may_tell_whose_it_is_in_brackets():
    marked = (
        "مؤتمر صحفي\n\n⟦post#e1:الوزير⟧ ⟦person#e1:كمال نصري⟧: نرحب بكم جميعا.\n\nسؤال (وكالة الجنوب): متى يفتح الجسر؟\n\n"
        "⟦person#e1:نصري⟧: في مايو المقبل.\n\nسؤال (صحيفة «المدى»): والطريق؟\n\n"
        "⟦person#e2:ماريا كالدي⟧: الطريق جاهز منذ عام."
    )
    assert [speaker for _, _, speaker in said(marked, "ar")] == ["e1", "e1", "e2"]


def test_headings_that_ask_are_of_nobody_where_an_answer_tells_of_him():
    marked = (
        "The port\n\n⟦person#e1:Ingrid Sol⟧ runs the port.\n\nWhen will it open?\n\n"
        "⟦person#e1:Ingrid Sol⟧ opens it in May.\n\nAnd the road?\n\nI walked along it in the rain.\n\n"
        "Who pays for it?\n\nOur readers do."
    )
    assert turns(marked, "en") == []
    nobody = marked.replace("⟦person#e1:Ingrid Sol⟧", "She")
    assert turns(nobody, "en") == []

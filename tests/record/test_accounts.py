"""Texts that say themselves that accounts differ, in five languages: who tells what, and no more."""

import pytest
from hand import Text, record_of

from sijill.record.verify import citations_of, verify_record


def text_of(words, language, *tellers):
    text = Text("a", words, language=language, published="2026-03-01")
    for name in tellers:
        text.mention(name, kind="organisation")
    return text


def accounts(text):
    """Give for each item its accounts, as (whom it is ascribed to, words)."""
    record = record_of(text)
    assert verify_record(record, {"a": text.text}) == []
    return [
        [(v.ascribed.exact if v.ascribed else None, v.words.exact) for v in account.versions]
        for account in record.accounts
    ]


@pytest.mark.parametrize(
    ("language", "words", "tellers", "told"),
    [
        ("en", "Outlets differ on the size of the loan: Reuters gives $2 billion, while Kyodo puts"
         " it at $3 billion.", ("Reuters", "Kyodo"),
         [("Reuters", "Reuters gives $2 billion"),
          ("Kyodo", "while Kyodo puts it at $3 billion.")]),
        ("en", "Accounts of the meeting vary. Some say it took an hour, others say it took three.",
         (), [("Some", "Some say it took an hour"), ("others", "others say it took three.")]),
        ("ru", "Источники расходятся: «Коммерсантъ» пишет о двух мостах, а Интерфакс называет три.",
         ("«Коммерсантъ»", "Интерфакс"),
         [("«Коммерсантъ»", "«Коммерсантъ» пишет о двух мостах"),
          ("Интерфакс", "а Интерфакс называет три.")]),
        ("ar", "وتختلف الروايات بشأن مدة اللقاء. فصحيفة الأهرام تقول إنه دام ساعة،"
         " أما وكالة الأناضول فذكرت أنه دام ثلاث ساعات.", ("صحيفة الأهرام", "وكالة الأناضول"),
         [("صحيفة الأهرام", "فصحيفة الأهرام تقول إنه دام ساعة"),
          ("وكالة الأناضول", "أما وكالة الأناضول فذكرت أنه دام ثلاث ساعات.")]),
        ("kk", "Көпір туралы екі түрлі мәлімет бар. Бір газет ол 1998 жылы салынды десе, Zakon.kz"
         " сайты 2001 жылы ашылды деп жазады.", ("Zakon.kz сайты",),
         [("Бір газет", "Бір газет ол 1998 жылы салынды десе"),
          ("Zakon.kz сайты", "Zakon.kz сайты 2001 жылы ашылды деп жазады.")]),
        ("ru", "Версии расходятся: по данным посольства, приём длился час, по данным министерства –"
         " два часа.", ("посольства", "министерства"),
         [("посольства", "по данным посольства, приём длился час"),
          ("министерства", "по данным министерства – два часа.")]),
        ("ar", "وتتضارب المعلومات بشأن عدد الضيوف، إذ تقول رويترز إنهم أربعون، في حين تقول كيودو"
         " إنهم ستون.", ("رويترز", "كيودو"),
         [("رويترز", "إذ تقول رويترز إنهم أربعون"), ("كيودو", "في حين تقول كيودو إنهم ستون.")]),
        ("ja", "橋の長さについて報道は食い違っている。ロイター通信は二キロと伝え、共同通信は三キロと報じた。",
         ("ロイター通信", "共同通信"),
         [("ロイター通信", "ロイター通信は二キロと伝え"),
          ("共同通信", "共同通信は三キロと報じた。")]),
    ],
)  # fmt: skip
def test_each_account_has_its_words_and_its_teller(language, words, tellers, told):
    assert accounts(text_of(words, language, *tellers)) == [told]


@pytest.mark.parametrize(
    ("language", "words", "told"),
    [
        ("en", "The plant will cost 4 billion euros. Other reports say it will cost 5 billion.",
         [(None, "The plant will cost 4 billion euros."),
          ("Other reports", "Other reports say it will cost 5 billion.")]),
        ("ru", "В поезде было 192 человека (по другим данным – 196).",
         [(None, "В поезде было 192 человека"),
          ("по другим данным", "по другим данным – 196")]),
        ("ar", "وصل الوفد يوم الاثنين، وبحسب رواية أخرى وصل يوم الثلاثاء.",
         [(None, "وصل الوفد يوم الاثنين"),
          ("بحسب رواية أخرى", "وبحسب رواية أخرى وصل يوم الثلاثاء.")]),
        ("kk", "Көпір 1998 жылы салынған. Басқа деректер бойынша, көпір 2001 жылы ашылған.",
         [(None, "Көпір 1998 жылы салынған."),
          ("Басқа деректер бойынша", "Басқа деректер бойынша, көпір 2001 жылы ашылған.")]),
        ("en", "The treaty was signed on 3 May, or on 4 May according to another report.",
         [(None, "The treaty was signed on 3 May"),
          ("another report", "or on 4 May according to another report.")]),
        ("en", "He was born in Lima, although other sources give Cusco.",
         [(None, "He was born in Lima"),
          ("other sources", "although other sources give Cusco.")]),
        ("ru", "Он приехал туда 3 мая или, по другим данным, 4 мая.",
         [(None, "Он приехал туда 3 мая"),
          ("по другим данным", "или, по другим данным, 4 мая.")]),
        ("ja", "生まれはリマとされるが、クスコとする資料もある。",
         [(None, "生まれはリマとされるが"), ("とする資料もある", "クスコとする資料もある。")]),
        ("ja", "橋は1998年に完成した。橋は2001年に開通したとの報道もある。",
         [(None, "橋は1998年に完成した。"),
          ("との報道もある", "橋は2001年に開通したとの報道もある。")]),
    ],
)  # fmt: skip
def test_another_account_stands_beside_what_is_told_before_it(language, words, told):
    assert accounts(text_of(words, language)) == [told]


@pytest.mark.parametrize(
    ("language", "words", "told"),
    [
        ("en", "Some reports spoke of ten guests, others of thirty.",
         [("Some reports", "Some reports spoke of ten guests"), ("others", "others of thirty.")]),
        ("ru", "Некоторые издания сообщали о десяти гостях, другие – о тридцати.",
         [("Некоторые издания", "Некоторые издания сообщали о десяти гостях"),
          ("другие", "другие – о тридцати.")]),
        ("ru", "По одним данным, гостей было 40, по другим – 60.",
         [("По одним данным", "По одним данным, гостей было 40"),
          ("по другим", "по другим – 60.")]),
        ("ar", "ذكرت بعض الصحف أن العدد أربعون، بينما قالت صحف أخرى إنه ستون.",
         [("بعض الصحف", "ذكرت بعض الصحف أن العدد أربعون"),
          ("صحف أخرى", "بينما قالت صحف أخرى إنه ستون.")]),
        ("kk", "Кей басылымдар он қонақ келді деп жазды, басқалары отыз қонақ деп хабарлады.",
         [("Кей басылымдар", "Кей басылымдар он қонақ келді деп жазды"),
          ("басқалары", "басқалары отыз қонақ деп хабарлады.")]),
        ("ja", "一部の新聞は10人、別の新聞は30人が来たと報じた。",
         [("一部の新聞", "一部の新聞は10人"), ("別の新聞", "別の新聞は30人が来たと報じた。")]),
    ],
)  # fmt: skip
def test_some_and_others_are_two_accounts_also_without_a_second_verb(language, words, told):
    assert accounts(text_of(words, language)) == [told]


@pytest.mark.parametrize(
    ("language", "words", "told"),
    [
        ("en", "By some accounts it took 20 minutes; by others it took 40.",
         [("By some accounts", "By some accounts it took 20 minutes"),
          ("by others", "by others it took 40.")]),
        ("en", "According to some reports, 40 guests came. According to others, 60 came.",
         [("some reports", "According to some reports, 40 guests came."),
          ("others", "According to others, 60 came.")]),
        ("en", "Some newspapers spoke of ten guests. Others spoke of thirty.",
         [("Some newspapers", "Some newspapers spoke of ten guests."),
          ("Others", "Others spoke of thirty.")]),
        ("ru", "По одним данным, гостей было 40; по другим – 60.",
         [("По одним данным", "По одним данным, гостей было 40"),
          ("по другим", "по другим – 60.")]),
        ("ru", "По одним сведениям, мост открыт в 1998 году. По другим сведениям – в 2001-м.",
         [("По одним сведениям", "По одним сведениям, мост открыт в 1998 году."),
          ("По другим сведениям", "По другим сведениям – в 2001-м.")]),
        ("ru", "Некоторые издания сообщали о десяти гостях; другие – о тридцати.",
         [("Некоторые издания", "Некоторые издания сообщали о десяти гостях"),
          ("другие", "другие – о тридцати.")]),
        ("ar", "وفق بعض المصادر بلغ العدد أربعين ضيفا؛ ووفق أخرى بلغ ستين.",
         [("بعض المصادر", "وفق بعض المصادر بلغ العدد أربعين ضيفا"),
          ("أخرى", "ووفق أخرى بلغ ستين.")]),
        ("ar", "ذكرت بعض الصحف أن العدد أربعون. وقالت صحف أخرى إنه ستون.",
         [("بعض الصحف", "ذكرت بعض الصحف أن العدد أربعون."),
          ("صحف أخرى", "وقالت صحف أخرى إنه ستون.")]),
        ("ar", "بحسب بعض التقارير بلغ العدد 40، وبحسب أخرى 60.",
         [("بعض التقارير", "بحسب بعض التقارير بلغ العدد 40"), ("أخرى", "وبحسب أخرى 60.")]),
        ("kk", "Кей деректер бойынша қонақ саны 40; басқалары бойынша 60.",
         [("Кей деректер бойынша", "Кей деректер бойынша қонақ саны 40"),
          ("басқалары", "басқалары бойынша 60.")]),
        ("kk", "Кей басылымдар он қонақ келді деп жазды. Басқалары отыз қонақ деп хабарлады.",
         [("Кей басылымдар", "Кей басылымдар он қонақ келді деп жазды."),
          ("Басқалары", "Басқалары отыз қонақ деп хабарлады.")]),
        ("ja", "一説には橋は1998年に完成し、別の説では2001年に完成したという。",
         [("一説", "一説には橋は1998年に完成し"), ("別の説", "別の説では2001年に完成したという。")]),
    ],
)  # fmt: skip
def test_halves_at_a_semicolon_or_in_two_sentences_are_two_accounts(language, words, told):
    assert accounts(text_of(words, language)) == [told]


def test_what_a_semicolon_parts_off_before_is_no_part_of_an_account():
    words = "The guest came at noon; some reports say 40 people waited; others say 60; it rained."
    assert accounts(text_of(words, "en")) == [
        [("some reports", "some reports say 40 people waited"), ("others", "others say 60")]
    ]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Some newspapers wrote about 3 sports. Others wrote about 40 budgets."),
        ("en", "Some sources of income fell by 40 percent; others rose by 60 percent."),
        ("en", "Some say the loan of 40 million is large. Others left at 6 pm."),
        ("en", "Some say 40 guests came. It rained. Others say 60."),
        ("en", "Some say 40 guests came.\n\nOthers say 60."),
        ("en", "Some reports say it was late; others say it was early."),
        ("ru", "По одним вопросам было 40 возражений. По другим – 60."),
        ("ru", "По одним данным предприятия выросли на 4%; по другим показателям – на 6%."),
        ("ru", "Некоторые издания закрылись в 2019 году. Другие переехали в 2020-м."),
        ("ar", "بعض المصانع أنتجت 40 طنا. وأخرى أنتجت 60 طنا."),
        ("ar", "ذكرت بعض الصحف ثلاثة وزراء. وقالت أخرى إن الميزانية 60 مليارا."),
        ("kk", "Кейбір газеттер 2019 жылы жабылды. Басқалары 2020 жылы көшті."),
        ("kk", "Кей өңірлер бойынша 40 жоба бар; басқалары бойынша 60."),
        ("ja", "一部では10人が来た。別の議題では30件を話し合った。"),
    ],
)
def test_some_and_others_who_count_other_things_tell_no_two_accounts(language, words):
    assert accounts(text_of(words, language)) == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Media reports conflict on who invited the guest."),
        ("ru", "Данные о числе гостей расходятся."),
        ("ar", "وتضاربت الأنباء حول عدد الوثائق الموقعة."),
        ("kk", "Қонақтар саны жөнінде деректер әртүрлі."),
        ("ja", "会談の長さについては諸説ある。"),
    ],
)
def test_that_accounts_differ_is_kept_where_none_is_told(language, words):
    assert accounts(text_of(words, language)) == [[]]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "The loan is large. Other ministers say that the loan will be repaid."),
        ("en", "According to the ministry, the loan is large. According to other ministers, the"
         " loan helps both states."),
        ("en", "Accounts do not differ: Reuters and Kyodo both say it took an hour."),
        ("en", "Energy sources differ between the states. Other sources of income were named."),
        ("ru", "Издания разошлись большим тиражом. Источники финансирования различаются."),
        ("kk", "Деректер базасы әртүрлі тілде. Басқа елдердің өкілдері де келді."),
        ("ja", "他の新聞も招待された。両社の情報システムは異なる。"),
        ("en", "Some newspapers were printed there, others were printed abroad."),
        ("en", "The Prime Minister of Japan, according to other sources, will stay."),
        ("en", "Some newspapers wrote about the visit, others about the two budgets."),
        ("en", "The current accounts differ. Figures vary by region."),
        ("ar", "وتختلف الأرقام عن العام الماضي."),
        ("ru", "Некоторые издания пишут о спорте, другие – о погоде."),
        ("ru", "Некоторые издания закрылись, другие переехали."),
        ("kk", "Кей басылымдар жабылды, басқалары көшті."),
        ("en", "The minister left at noon. According to other sources, prices rose."),
        ("ru", "По данным министерства, кредит велик. По другим вопросам стороны договорились."),
        ("ru", "Другие министры говорят, что кредит вернут. Источники энергии различаются."),
        ("ru", "Данные источников не расходятся."),
        ("ar", "وقال وزراء آخرون إن القرض سيُسدد. وبحسب الوزارة بلغ القرض ملياري دولار."),
        ("ar", "وتختلف المصادر المائية بين البلدين. ولا تختلف الروايات في ذلك."),
        ("kk", "Басқа министрлер несие қайтарылады дейді. Энергия көздері әртүрлі."),
        ("kk", "Министрліктің мәліметінше, несие ірі. Елдердің ұстанымдары әртүрлі."),
        ("ja", "両国の立場は異なる。他の閣僚は融資は返済されると述べた。"),
        ("ja", "外務省によると、融資は大きい。別の議題では合意した。"),
    ],
)  # fmt: skip
def test_others_who_say_more_tell_no_other_account(language, words):
    assert accounts(text_of(words, language)) == []


def test_the_words_of_accounts_are_cited_in_the_record():
    text = text_of("The plant cost 4 billion euros. Other reports say it cost 5 billion.", "en")
    record = record_of(text)
    [account] = record.accounts
    cited = [(f, c.exact) for item, f, c in citations_of(record) if item == account.id]
    assert cited == [
        ("sign", "Other reports say"),
        ("citations", "The plant cost 4 billion euros."),
        ("citations", "Other reports say it cost 5 billion."),
        ("versions", "The plant cost 4 billion euros."),
        ("versions", "Other reports say it cost 5 billion."),
        ("versions", "Other reports"),
    ]


def test_no_site_ends_a_sentence_in_its_name():
    words = "Sources differ: some name Oslo, but Caravan.kz names Bergen. The guest left."
    assert accounts(text_of(words, "en", "Caravan.kz")) == [
        [("some", "some name Oslo"), ("Caravan.kz", "but Caravan.kz names Bergen.")]
    ]

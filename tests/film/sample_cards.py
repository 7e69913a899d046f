"""Cards with true texts of the example corpus, short and long, for tests and for looking at."""

from __future__ import annotations

from sijill.script.scenes import (
    CalloutCard,
    Card,
    CaveatCard,
    ClockEntry,
    DayClockCard,
    FacesStripCard,
    MapRouteCard,
    MemoryPairCard,
    Peer,
    PeersGridCard,
    PortraitCard,
    ProjectCard,
    QuoteCard,
    RollEntry,
    SourceRollCard,
    Stop,
    TimelineCard,
    TimelinePoint,
    TitleCard,
)

ASTANA = (71.43, 51.13)
ALMATY = (76.93, 43.25)
TOKYO = (139.69, 35.69)

SOURCE = {
    "ar": "مجموعة أمثلة سجل · 19 ديسمبر 2025 · ثلاثة مصادر",
    "en": "Sijill example corpus · 19 December 2025 · three sources",
    "ru": "Учебный корпус «Сиджиль» · 19 декабря 2025 · три источника",
    "kk": "«Сижил» үлгі корпусы · 2025 жылғы 19 желтоқсан · үш дереккөз",
    "ja": "シジル用例集・2025年12月19日・三つの出典",
}

CARDS: dict[str, Card] = {
    "film_title": TitleCard(
        title={
            "ar": "شريك قوي",
            "en": "Strong Partner",
            "ru": "Сильный партнёр",
            "kk": "Күшті серіктес",
            "ja": "強力なパートナー",
        },
        subtitle={
            "ar": "كازاخستان واليابان، 1992 – 2025",
            "en": "Kazakhstan and Japan, 1992 – 2025",
            "ru": "Казахстан и Япония, 1992 – 2025",
            "kk": "Қазақстан және Жапония, 1992 – 2025",
            "ja": "カザフスタンと日本　1992〜2025",
        },
        note={
            "ar": "من 24 مصدرا بخمس لغات",
            "en": "Made from 24 sources in five languages",
            "ru": "По 24 источникам на пяти языках",
            "kk": "Бес тілдегі 24 дереккөз бойынша",
            "ja": "五言語、24の出典による",
        },
    ),
    "film_title_long": TitleCard(
        title={
            "ar": "سجل العلاقات بين كازاخستان واليابان منذ الاستقلال إلى اليوم",
            "en": "The record of relations between Kazakhstan and Japan since independence",
        },
        subtitle={"ar": "كازاخستان واليابان", "en": "Kazakhstan and Japan"},
    ),
    "chapter": TitleCard(
        title={
            "ar": "الأمن النووي والذاكرة المشتركة",
            "en": "Nuclear security and shared memory",
            "ru": "Ядерная безопасность и общая память",
            "kk": "Ядролық қауіпсіздік және ортақ жады",
            "ja": "核と記憶",
        },
        subtitle={"ar": "1991 – 2025", "en": "1991 – 2025"},
        number=5,
    ),
    "chapter_short": TitleCard(title={"ar": "البروتوكول", "en": "Protocol"}, number=1),
    "map": MapRouteCard(
        stops=(
            Stop(
                {"ar": "أستانا", "en": "Astana", "ru": "Астана", "ja": "アスタナ", "kk": "Астана"},
                *ASTANA,
            ),
            Stop(
                {"ar": "طوكيو", "en": "Tokyo", "ru": "Токио", "ja": "東京", "kk": "Токио"},
                *TOKYO,
                label={"ar": "17 ديسمبر 2025", "en": "17 December 2025", "ja": "2025年12月17日"},
            ),
        ),
        caption={
            "ar": "زيارة رسمية: من أستانا إلى طوكيو",
            "en": "An official visit: from Astana to Tokyo",
            "ru": "Официальный визит: из Астаны в Токио",
            "kk": "Ресми сапар: Астанадан Токиоға",
            "ja": "公式訪問　アスタナから東京へ",
        },
        countries=("KZ", "JP"),
    ),
    "map_many": MapRouteCard(
        stops=(
            Stop({"ar": "طوكيو", "en": "Tokyo"}, *TOKYO, label={"ar": "18", "en": "18 June"}),
            Stop(
                {"ar": "كيوتو", "en": "Kyoto"},
                135.77,
                35.01,
                label={"ar": "21 يونيو", "en": "21 June"},
            ),
            Stop(
                {"ar": "محافظة ميه", "en": "Mie Prefecture"},
                136.51,
                34.73,
                label={"ar": "22 يونيو", "en": "22 June"},
            ),
            Stop(
                {"ar": "هيروشيما", "en": "Hiroshima"},
                132.46,
                34.39,
                label={"ar": "9 نوفمبر 2016", "en": "9 November 2016"},
            ),
        ),
        caption={"ar": "داخل اليابان", "en": "Inside Japan"},
        countries=("JP",),
    ),
    "map_far": MapRouteCard(
        stops=(
            Stop({"ar": "بوينس آيرس", "en": "Buenos Aires"}, -58.38, -34.6),
            Stop({"ar": "الرباط", "en": "Rabat"}, -6.85, 34.02),
            Stop({"ar": "أوسلو", "en": "Oslo"}, 10.75, 59.91),
        ),
        caption={"ar": "ثلاث عواصم", "en": "Three capitals"},
        countries=("AR", "MA", "NO"),
    ),
    "day": DayClockCard(
        day={"ar": "الخميس 18 ديسمبر 2025", "en": "Thursday, 18 December 2025"},
        entries=(
            ClockEntry(
                {"ar": "الاستقبال في القصر الإمبراطوري", "en": "Audience at the Imperial Palace"},
                {
                    "ar": "الإمبراطور ناروهيتو، عشرون دقيقة",
                    "en": "Emperor Naruhito, twenty minutes",
                },
                time="11:30",
            ),
            ClockEntry(
                {"ar": "مأدبة غداء", "en": "Luncheon"},
                {
                    "ar": "نحو ساعة، بحضور ولي العهد الأمير أكيشينو",
                    "en": "About one hour, with Crown Prince Akishino",
                },
                part="noon",
            ),
            ClockEntry(
                {"ar": "ضريح ميجي جينغو", "en": "Meiji Jingu shrine"},
            ),
            ClockEntry(
                {
                    "ar": "محادثات مع رئيسة الوزراء سناء تاكايتشي",
                    "en": "Talks with Prime Minister Sanae Takaichi",
                },
                {
                    "ar": "حرس الشرف، بيان مشترك، 14 وثيقة",
                    "en": "Guard of honour, joint statement, 14 documents",
                },
                part="afternoon",
            ),
            ClockEntry({"ar": "عشاء", "en": "Dinner"}, part="evening"),
        ),
        source=SOURCE,
    ),
    "day_many": DayClockCard(
        day={"ar": "الجمعة 19 ديسمبر 2025", "en": "Friday, 19 December 2025"},
        entries=tuple(
            ClockEntry(
                {
                    "ar": f"استقبال رئيس الدولة رقم {n + 1} في المقر الإمبراطوري",
                    "en": f"Audience {n + 1} at the Imperial Residence",
                },
                {"ar": "عشرون دقيقة", "en": "Twenty minutes"},
                time=f"{10 + n}:{n * 7:02d}",
            )
            for n in range(8)
        ),
    ),
    "callout": CalloutCard(
        heading={"ar": "الإمبراطور ورئيسة الوزراء في يوم واحد", "en": "Both in one day"},
        fact={
            "ar": "استقبل الإمبراطور ورئيسة الوزراء الضيف نفسه في اليوم نفسه",
            "en": "The Emperor and the Prime Minister received the same guest on the same day",
        },
        rate={
            "ar": "حدث ذلك في 11 زيارة من 29 في السجل",
            "en": "On record in 11 of 29 comparable visits",
        },
        k=11,
        n=29,
        source=SOURCE,
    ),
    "callout_few": CalloutCard(
        heading={"ar": "حرس الشرف", "en": "Guard of honour"},
        fact={
            "ar": "اصطف حرس الشرف لتحية الضيف في مقر رئاسة الوزراء",
            "en": "A guard of honour lined up at the Prime Minister’s Office",
        },
        rate={"ar": "3 زيارات من 7", "en": "3 visits of 7"},
        k=3,
        n=7,
    ),
    "callout_bar": CalloutCard(
        heading={"ar": "لقاء الملك", "en": "Meeting the monarch"},
        fact={"ar": "استقبله الإمبراطور", "en": "The Emperor received him"},
        rate={"ar": "97 من 214", "en": "97 of 214 visits"},
        k=97,
        n=214,
    ),
    "peers": PeersGridCard(
        heading={
            "ar": "أربعة استقبالات في المقر الإمبراطوري",
            "en": "Four audiences at the Residence",
        },
        peers=(
            Peer(
                {"ar": "شوكت ميرضيائيف", "en": "Shavkat Mirziyoyev"},
                {"ar": "رئيس أوزبكستان · 20 دقيقة", "en": "President of Uzbekistan · 20 minutes"},
                "UZ",
            ),
            Peer(
                {"ar": "صدر جباروف", "en": "Sadyr Japarov"},
                {"ar": "رئيس قيرغيزستان · 20 دقيقة", "en": "President of Kyrgyzstan · 20 minutes"},
                "KG",
            ),
            Peer(
                {"ar": "إمام علي رحمن", "en": "Emomali Rahmon"},
                {"ar": "رئيس طاجيكستان · 20 دقيقة", "en": "President of Tajikistan · 20 minutes"},
                "TJ",
            ),
            Peer(
                {"ar": "سردار بردي محمدوف", "en": "Serdar Berdimuhamedov"},
                {
                    "ar": "رئيس تركمانستان · 20 دقيقة؛ وقبلها في 15 أبريل 2025",
                    "en": "President of Turkmenistan · 20 minutes; before that on 15 April 2025",
                },
                "TM",
            ),
        ),
    ),
    "peers_eight": PeersGridCard(
        heading={"ar": "ضيوف", "en": "Guests"},
        peers=tuple(
            Peer(
                {"ar": "غربانغولي بردي محمدوف", "en": "Gurbanguly Berdimuhamedov"},
                {
                    "ar": "رئيس المجلس الشعبي، استقبله الإمبراطور 25 دقيقة",
                    "en": "Chairman of the People’s Council, received for 25 minutes",
                },
                code,
            )
            for code in ("TM", "UZ", "KG", "TJ", "KZ", "MN", "IN")
        ),
    ),
    "portrait": PortraitCard(
        name={
            "ar": "قاسم جومارت توكاييف",
            "en": "Kassym-Jomart Tokayev",
            "ru": "Касым-Жомарт Токаев",
            "kk": "Қасым-Жомарт Тоқаев",
            "ja": "カシムジョマルト・トカエフ",
        },
        posts=(
            {"ar": "رئيس كازاخستان، 2025", "en": "President of Kazakhstan, 2025"},
            {
                "ar": "نائب الأمين العام للأمم المتحدة ومدير مكتبها في جنيف، سابقا",
                "en": "Under-Secretary-General of the United Nations, head of the Geneva office",
            },
            {
                "ar": "وزير خارجية كازاخستان، أغسطس 2004",
                "en": "Foreign minister of Kazakhstan, 2004",
            },
        ),
        native_name="Қасым-Жомарт Тоқаев",
        country="KZ",
        source=SOURCE,
    ),
    "portrait_plain": PortraitCard(
        name={"ar": "سناء تاكايتشي", "en": "Sanae Takaichi", "ja": "高市早苗"},
        posts=(
            {"ar": "رئيسة وزراء اليابان", "en": "Prime Minister of Japan", "ja": "内閣総理大臣"},
        ),
        native_name="高市早苗",
        country="JP",
    ),
    "quote": QuoteCard(
        text="إنَّ مآسِيَ هيروشيما وناغازاكي وسيميبالاتينسك تُذكِّرُنا بأهميةِ اتِّباعِ نهجٍ مسؤولٍ"
        " تجاه قضايا الأسلحة النووية، وضرورةِ إظهارِ ضبطِ النفس",
        language="ar",
        speaker={"ar": "قاسم جومارت توكاييف", "en": "Kassym-Jomart Tokayev"},
        post={"ar": "رئيس كازاخستان", "en": "President of Kazakhstan"},
        source=SOURCE,
        translation={
            "en": "The tragedies of Hiroshima, Nagasaki and Semipalatinsk remind us how much it"
            " matters to take a responsible course on nuclear weapons, and to show restraint."
        },
    ),
    "quote_short": QuoteCard(
        text="Енді қазақ тілін үйренемін",
        language="kk",
        speaker={"ar": "أكيرا تاكيغوتشي", "en": "Akira Takeguchi", "kk": "Акира Такегучи"},
        post={"ar": "موسيقي", "en": "Musician", "kk": "Музыкант"},
        source=SOURCE,
        translation={"ar": "سأتعلم الآن اللغة الكازاخية", "en": "Now I will learn Kazakh"},
    ),
    "quote_long": QuoteCard(
        text="Fifty-six thousand people came to the square that day, and what I remember is not"
        " the number but the silence: nobody had asked for it, nobody had announced it, and yet"
        " for a whole minute one heard only the flags. I have read since then that it was the"
        " beginning of something, or the end of something. For us who stood there it was neither."
        " It was a morning on which two peoples who hardly knew each other found that they had"
        " been mourning the same thing for forty years, each in a language the other could not"
        " read, and decided, without a single document, to go on together.",
        language="en",
        speaker={"ar": "توموهيكو أوياما", "en": "Tomohiko Uyama"},
        post={"ar": "أستاذ في جامعة هوكايدو", "en": "Professor, Hokkaido University"},
        source=SOURCE,
    ),
    "caveat": CaveatCard(
        claim="ويقول الإعلان عن محاضرة الرئيس في جامعة الأمم المتحدة إن رئيس دولة يخاطب هذه"
        " المؤسسة لأول مرة",
        language="ar",
        verdict="contradicted",
        verdict_label={"ar": "يناقضه السجل", "en": "contradicted by the record"},
        why={
            "ar": "خاطب رئيس المكسيك إنريكي بينيا نييتو الجامعة نفسها في 9 أبريل 2013، وسبقه"
            " إليها إمام علي رحمن رئيس طاجيكستان في مايو 2001.",
            "en": "Mexico’s president Enrique Peña Nieto spoke at the same university on 9 April"
            " 2013, and Tajikistan’s president Emomali Rahmonov in May 2001.",
        },
        asserted_by={"ar": "إعلان الفيلم", "en": "The announcement of the film"},
        source=SOURCE,
    ),
    "caveat_depends": CaveatCard(
        claim="عزز البلدان حوارهما كل عام على مدى أكثر من ثلاثين عاما",
        language="ar",
        verdict="depends",
        verdict_label={"ar": "يتوقف على القراءة", "en": "depends on the reading"},
        why={
            "ar": "أكثر من ثلاثين عاما: نعم. كل عام: لا، فقد أجلت قمة 2024 وتراجعت التجارة.",
            "en": "More than thirty years: yes. Every year: no; the summit of 2024 was put off.",
        },
    ),
    "timeline": TimelineCard(
        heading={"ar": "أكثر من ثلاثة عقود", "en": "More than three decades"},
        points=(
            TimelinePoint(
                "1992-01-26",
                {"ar": "26 يناير 1992", "en": "26 January 1992"},
                {"ar": "إقامة العلاقات الدبلوماسية", "en": "Diplomatic relations"},
            ),
            TimelinePoint(
                "1994-04-06/1994-04-09",
                {"ar": "أبريل 1994", "en": "April 1994"},
                {"ar": "زيارة نزارباييف الأولى إلى اليابان", "en": "Nazarbayev’s first visit"},
            ),
            TimelinePoint(
                "2004-08-28",
                {"ar": "28 أغسطس 2004", "en": "28 August 2004"},
                {
                    "ar": "حوار «آسيا الوسطى + اليابان» في أستانا",
                    "en": "“Central Asia plus Japan” begins in Astana",
                },
            ),
            TimelinePoint(
                "2015-10-26",
                {"ar": "أكتوبر 2015", "en": "October 2015"},
                {"ar": "شينزو آبي في أستانا", "en": "Shinzo Abe in Astana"},
            ),
            TimelinePoint(
                "2024-08",
                {"ar": "أغسطس 2024", "en": "August 2024"},
                {"ar": "زيارة فوميو كيشيدا", "en": "Visit of Fumio Kishida"},
                "postponed",
            ),
            TimelinePoint(
                "2025-12-18",
                {"ar": "18 ديسمبر 2025", "en": "18 December 2025"},
                {
                    "ar": "بيان مشترك عن شراكة استراتيجية موسعة",
                    "en": "Joint statement on an expanded strategic partnership",
                },
            ),
        ),
    ),
    "timeline_eight": TimelineCard(
        heading={"ar": "الحوار", "en": "The dialogue"},
        points=tuple(
            TimelinePoint(
                f"{year}-0{month}",
                {"ar": f"سبتمبر {year}", "en": f"September {year}"},
                {
                    "ar": "الاجتماع الوزاري لحوار آسيا الوسطى واليابان",
                    "en": "Ministerial meeting of the dialogue Central Asia plus Japan",
                },
                status,
            )
            for year, month, status in (
                (2004, 8, "held"),
                (2006, 6, "held"),
                (2010, 8, "held"),
                (2012, 9, "held"),
                (2014, 7, "held"),
                (2017, 5, "held"),
                (2024, 8, "postponed"),
                (2027, 1, "planned"),
            )
        ),
    ),
    "project": ProjectCard(
        parties=(
            {"ar": "كوماتسو", "en": "Komatsu"},
            {"ar": "ميتسوي", "en": "Mitsui"},
        ),
        stage="planned",
        stage_label={"ar": "مخطط له", "en": "planned"},
        what={
            "ar": "مجمع لصيانة المعدات وإعادة بنائها",
            "en": "A complex for servicing and rebuilding equipment",
        },
        place={"ar": "أستانا", "en": "Astana"},
        source=SOURCE,
    ),
    "project_full": ProjectCard(
        parties=({"ar": "وزارة خارجية اليابان", "en": "Ministry of Foreign Affairs of Japan"},),
        stage="signed",
        stage_label={"ar": "موقع", "en": "signed"},
        what={
            "ar": "منحة لتوريد معدات طبية إلى مستشفيات كازاخستان",
            "en": "A grant for medical equipment for hospitals in Kazakhstan",
        },
        place={"ar": "أستانا", "en": "Astana"},
        amount={"ar": "6.8 مليون دولار", "en": "6.8 million US dollars"},
        source=SOURCE,
    ),
    "memory": MemoryPairCard(
        heading={"ar": "ذاكرة واحدة", "en": "One memory"},
        left=Peer(
            {"ar": "سيميبالاتينسك", "en": "Semipalatinsk"},
            {
                "ar": "أغلق الميدان بمرسوم في 29 أغسطس 1991",
                "en": "The test site was closed by decree on 29 August 1991",
            },
            "KZ",
        ),
        right=Peer(
            {"ar": "هيروشيما", "en": "Hiroshima"},
            {
                "ar": "زارها نزارباييف في 9 نوفمبر 2016",
                "en": "Nazarbayev came here on 9 November 2016",
            },
            "JP",
        ),
        source=SOURCE,
    ),
    "faces": FacesStripCard(
        heading={"ar": "خارج الحكومة", "en": "Outside of government"},
        faces=(
            Peer(
                {"ar": "يرسين بلطاغول", "en": "Yersin Baltagul"},
                {"ar": "مصارع سومو، كينبوزان", "en": "Sumo wrestler, ring name Kinbozan"},
                "KZ",
            ),
            Peer(
                {"ar": "أكيرا تاكيغوتشي", "en": "Akira Takeguchi"},
                {"ar": "عازف دومبرا من كاواساكي", "en": "Dombra player from Kawasaki"},
                "JP",
            ),
            Peer(
                {"ar": "سيكن تورسبيكوف", "en": "Seken Turysbekov"},
                {"ar": "موسيقي، عزف معه «كونيل تولكيني»", "en": "Composer of kuis"},
                "KZ",
            ),
        ),
    ),
    "roll": SourceRollCard(
        heading={"ar": "المصادر", "en": "Sources"},
        entries=tuple(
            RollEntry(
                headline,
                language,
                "Sijill example corpus",
                {"ar": "19 ديسمبر 2025", "en": "19 December 2025"},
            )
            for headline, language in (
                ("طوكيو تستقبل توكاييف: القصر قبل الظهر ورئاسة الوزراء بعده", "ar"),
                ("Лекция в Университете ООН: «первый из региона» и ядерная тема", "ru"),
                ("Акира Такегучи: Жапониядан келген домбырашы", "kk"),
                ("ナザルバエフ大統領の訪日 平成20年と平成28年", "ja"),
                ("Four presidents at the Residence: what the Household Agency announced", "en"),
                ("«شريك قوي»: فيلم وثائقي عن زيارة طوكيو", "ar"),
            )
            * 4
        ),
        note={
            "ar": "لم نجد يوم عرض الفيلم، ولم نستطع التحقق من موعد افتتاح السفارة في طوكيو.",
            "en": "Not found: the day the film was shown. Not settled: when the embassy opened.",
        },
    ),
}

#: Card and language of every frame that is kept in tests/golden/film.
GOLDEN = (
    ("film_title", "ar"),
    ("film_title", "ja"),
    ("chapter", "en"),
    ("map", "ar"),
    ("map_many", "en"),
    ("day", "ar"),
    ("callout", "ar"),
    ("peers", "en"),
    ("portrait", "ar"),
    ("portrait", "kk"),
    ("quote", "ar"),
    ("quote_short", "ar"),
    ("quote_long", "en"),
    ("caveat", "ar"),
    ("timeline", "ar"),
    ("project", "en"),
    ("memory", "ar"),
    ("faces", "en"),
    ("roll", "ar"),
)

"""A record of the example corpus made by hand, with true citations into its sources.

Values were written from reading the sources; `cited` finds the words, so that a changed source
breaks the fixture loudly.
"""

from __future__ import annotations

import re
from pathlib import Path

from sijill.citation import Citation, Span, cite
from sijill.documents.document import ClaimKind, QuotationKind, Status
from sijill.record.items import (
    ClaimItem,
    EventItem,
    Occupancy,
    Record,
    RecordEntity,
    SourceNote,
    StatementItem,
    Telling,
    Verdict,
)

#: The outline of the film Sijill began with, as its project file has it.
CHAPTERS = (
    "protocol",
    "experts",
    "united_nations",
    "dialogue_history",
    "nuclear_security",
    "economy",
    "people",
    "closing",
)
SOURCES = Path(__file__).parents[2] / "examples" / "strong-partner" / "sources"


def load_texts() -> dict[str, str]:
    """Give the text of every example source by its two-digit number, front matter left out."""
    texts = {}
    for path in sorted(SOURCES.glob("*.md")):
        _, front, body = path.read_text("utf-8").split("---\n", 2)
        title = re.search(r'title: "(.*)"', front)
        texts[path.name[:2]] = (title.group(1) if title else "") + "\n\n" + body.strip()
    return texts


TEXTS = load_texts()


def cited(source: str, words: str) -> Citation:
    """Cite the first place where the words stand in a source."""
    at = TEXTS[source].find(words)
    assert at >= 0, (source, words)
    return cite(source, TEXTS[source], Span(at, at + len(words)))


def _notes() -> tuple[SourceNote, ...]:
    notes = []
    for path in sorted(SOURCES.glob("*.md")):
        front = path.read_text("utf-8").split("---\n", 2)[1]
        language = re.search(r"language: (\w+)", front)
        published = re.search(r"published: (\d{4}-\d\d-\d\d)", front)
        title = re.search(r'title: "(.*)"', front)
        assert language
        assert title
        number = path.name[:2]
        notes.append(
            SourceNote(
                id=number,
                name=path.name,
                headline=title.group(1),
                language=language.group(1),
                outlet="Sijill example corpus",
                published=published.group(1) if published else None,
                url=None,
                rights="own text, CC0",
                words=len(TEXTS[number].split()),
            )
        )
    return tuple(notes)


def person(
    entity_id: str,
    country: str | None,
    ar: str,
    en: str,
    *posts: Occupancy,
    register: bool = False,
    **names: str,
) -> RecordEntity:
    """Make a person of the record."""
    return RecordEntity(
        entity_id,
        "person",
        {"ar": ar, "en": en, **names},
        country,
        entity_id if register else None,
        posts=posts,
    )


def held(post: str, body: str | None, *words: Citation, status: str = "current") -> Occupancy:
    """Make a post with the words it was read from."""
    return Occupancy(post, body, status, None, words)


def place(
    entity_id: str,
    country: str,
    ar: str,
    en: str,
    lon: float | None,
    lat: float | None,
    within: str,
) -> RecordEntity:
    """Make a place of the record."""
    return RecordEntity(
        entity_id,
        "place",
        {"ar": ar, "en": en},
        country,
        longitude=lon,
        latitude=lat,
        within=within,
    )


def body(entity_id: str, country: str | None, ar: str, en: str) -> RecordEntity:
    """Make an organisation of the record."""
    return RecordEntity(entity_id, "organisation", {"ar": ar, "en": en}, country)


def _entities() -> tuple[RecordEntity, ...]:
    return (
        person(
            "kassym-jomart-tokayev",
            "KZ",
            "قاسم جومارت توكاييف",
            "Kassym-Jomart Tokayev",
            held("head_of_state", "KZ", cited("01", "رئيس كازاخستان")),
            register=True,
            kk="Қасым-Жомарт Тоқаев",
        ),
        person(
            "naruhito",
            "JP",
            "ناروهيتو",
            "Naruhito",
            held("monarch", "JP"),
            register=True,
            ja="徳仁",
        ),
        person("akishino", "JP", "أكيشينو", "Akishino", held("heir", "JP"), register=True),
        person(
            "sanae-takaichi",
            "JP",
            "سناء تاكايتشي",
            "Sanae Takaichi",
            held("head_of_government", "JP", cited("01", "رئيسة الوزراء")),
            register=True,
            ja="高市早苗",
        ),
        person("shavkat-mirziyoyev", "UZ", "شوكت ميرضياييف", "Shavkat Mirziyoyev", register=True),
        person("sadyr-japarov", "KG", "صادير جباروف", "Sadyr Japarov", register=True),
        person("emomali-rahmon", "TJ", "إمام علي رحمن", "Emomali Rahmon", register=True),
        person(
            "serdar-berdimuhamedow",
            "TM",
            "سردار بردي محمدوف",
            "Serdar Berdimuhamedov",
            register=True,
        ),
        person("shigeru-ishiba", "JP", "شيغيرو إيشيبا", "Shigeru Ishiba", register=True),
        person(
            "enrique-pena-nieto",
            "MX",
            "إنريكي بينيا نييتو",
            "Enrique Peña Nieto",
            Occupancy("head_of_state", "MX", "former", "2013"),
            register=True,
        ),
        person("fumio-kishida", "JP", "فوميو كيشيدا", "Fumio Kishida", register=True),
        person(
            "nursultan-nazarbayev",
            "KZ",
            "نور سلطان نزارباييف",
            "Nursultan Nazarbayev",
            register=True,
        ),
        person(
            "yoriko-kawaguchi",
            "JP",
            "يوريكو كاواغوتشي",
            "Yoriko Kawaguchi",
            held(
                "foreign_minister",
                "JP",
                cited("24", "وزيرة الخارجية اليابانية السابقة"),
                status="former",
            ),
            register=True,
        ),
        person(
            "batyrkhan-kurmanseit",
            "KZ",
            "باتيرخان كورمانسيت",
            "Batyrkhan Kurmanseit",
            held("expert", "KZ", cited("24", "الدبلوماسي")),
        ),
        person(
            "tomohiko-uyama",
            "JP",
            "توموهيكو أوياما",
            "Tomohiko Uyama",
            held("expert", "hokkaido-university", cited("24", "الأستاذ")),
        ),
        person(
            "masafumi-senzaki",
            "JP",
            "ماسافومي سينزاكي",
            "Masafumi Senzaki",
            held("chief_executive", "hitachi-construction-machinery"),
        ),
        person(
            "yersin-baltagul",
            "KZ",
            "يرسين بالتاغول",
            "Yersin Baltagul",
            held("athlete", None, cited("20", "مصارع السومو المحترف")),
        ),
        person(
            "akira-takeguchi",
            "JP",
            "أكيرا تاكيغوتشي",
            "Akira Takeguchi",
            held("artist", None, cited("24", "الموسيقي الياباني")),
        ),
        person(
            "seken-turysbekov",
            "KZ",
            "سيكين توريسبيكوف",
            "Seken Turysbekov",
            held("artist", "KZ", cited("21", "күйші")),
        ),
        person(
            "takeshi-iwaya",
            "JP",
            "تاكيشي إيوايا",
            "Takeshi Iwaya",
            held("foreign_minister", "JP"),
            register=True,
        ),
        person(
            "murat-nurtleu",
            "KZ",
            "مراد نورتليو",
            "Murat Nurtleu",
            held("foreign_minister", "KZ"),
            register=True,
        ),
        person("junichiro-koizumi", "JP", "جونيتشيرو كويزومي", "Junichiro Koizumi", register=True),
        person("shinzo-abe", "JP", "شينزو آبي", "Shinzo Abe", register=True),
        place("jp", "JP", "اليابان", "Japan", 138.0, 36.0, ""),
        place("kz", "KZ", "كازاخستان", "Kazakhstan", 67.0, 48.0, ""),
        place("tokyo", "JP", "طوكيو", "Tokyo", 139.69, 35.69, "jp"),
        place("astana", "KZ", "أستانا", "Astana", 71.43, 51.13, "kz"),
        place("almaty", "KZ", "ألماتي", "Almaty", 76.9, 43.2, "kz"),
        place("karaganda", "KZ", "قراغندي", "Karaganda", 73.1, 49.8, "kz"),
        place("hiroshima", "JP", "هيروشيما", "Hiroshima", 132.45, 34.4, "jp"),
        place("semipalatinsk", "KZ", "سيميبالاتينسك", "Semipalatinsk", 80.25, 50.4, "kz"),
        place(
            "imperial-palace", "JP", "القصر الإمبراطوري", "Imperial Palace", 139.75, 35.68, "tokyo"
        ),
        place(
            "imperial-residence",
            "JP",
            "المقر الإمبراطوري",
            "Imperial Residence",
            139.75,
            35.68,
            "tokyo",
        ),
        place("meiji-jingu", "JP", "ضريح ميجي جينغو", "Meiji Jingu", 139.7, 35.67, "tokyo"),
        body("un-university", None, "جامعة الأمم المتحدة", "United Nations University"),
        body("hokkaido-university", "JP", "جامعة هوكايدو", "Hokkaido University"),
        body("komatsu", "JP", "كوماتسو", "Komatsu"),
        body("mitsui", "JP", "ميتسوي", "Mitsui"),
        body(
            "hitachi-construction-machinery",
            "JP",
            "هيتاشي لآلات البناء",
            "Hitachi Construction Machinery",
        ),
        body("eurasian-machinery", "KZ", "أوراسيان ماشينري", "Eurasian Machinery"),
        body(
            "friendship-league", "JP", "رابطة الصداقة البرلمانية", "parliamentary friendship league"
        ),
        body(
            "central-asia-japan-dialogue",
            None,
            "حوار «آسيا الوسطى + اليابان»",
            "Central Asia + Japan Dialogue",
        ),
        body("embassy-kz-jp", "KZ", "سفارة كازاخستان في طوكيو", "Embassy of Kazakhstan in Tokyo"),
    )


def event(
    event_id: str,
    kind: str,
    date: str | None,
    where: str | None,
    who: str,
    *words: Citation,
    status: Status = Status.HELD,
    part_of: str | None = None,
    disputed: tuple[str, ...] = (),
    tellings: tuple[Telling, ...] = (),
    signals: tuple[str, ...] = (),
    **details: str | int | float,
) -> EventItem:
    """Make an event; `who` are participants with blanks between."""
    return EventItem(
        event_id,
        kind,
        status,
        words,
        date,
        where,
        tuple(who.split()),
        dict(details),
        tellings,
        disputed,
        part_of,
        signals,
    )


T = "kassym-jomart-tokayev"


def _events() -> tuple[EventItem, ...]:
    day = "2025-12-18"
    residence = [
        ("mirziyoyev", "shavkat-mirziyoyev", "Shavkat Mirziyoyev of Uzbekistan came first"),
        ("japarov", "sadyr-japarov", "With Sadyr Japarov of Kyrgyzstan"),
        ("rahmon", "emomali-rahmon", "Emomali Rahmon of Tajikistan said"),
        (
            "berdi",
            "serdar-berdimuhamedow",
            "Serdar Berdimuhamedov of Turkmenistan congratulated Japan",
        ),
    ]
    old = [
        ("1994", "1994-04-06/1994-04-09", "tokyo", "من 6 إلى 9 أبريل 1994"),
        ("1999", "1999-12-05/1999-12-08", "tokyo", "ومن 5 إلى 8 ديسمبر 1999"),
        ("2008", "2008-06-18/2008-06-23", "jp", "وفي يونيو 2008"),
        ("2016", "2016-11", "jp", "وفي نوفمبر 2016"),
    ]
    return (
        event(
            "visit-2025",
            "visit",
            "2025-12-17/2025-12-20",
            "jp",
            T,
            cited("01", "وكان قد وصل إلى اليابان يوم الأربعاء 17 ديسمبر في زيارة رسمية"),
            cited(
                "05",
                "Официальный визит Президента Казахстана Касым-Жомарта Токаева в Японию завершился",
            ),
            visit_format="official",
        ),
        event(
            "audience-tokayev",
            "audience",
            day,
            "imperial-palace",
            f"naruhito {T}",
            cited("01", "استقبل الإمبراطور ناروهيتو ضيفه في القصر الإمبراطوري"),
            cited(
                "02",
                ""
                "午前11時半すぎ、陛下は大統領と握手を交わし、二人はおよそ20分にわたり英語で語り合われた",
            ),
            cited(
                "03",
                "On Thursday President Tokaev of Kazakhstan was received at the Palace "
                "proper, for twenty minutes",
            ),
            part_of="visit-2025",
            minutes=20,
            begins="11:30",
        ),
        event(
            "luncheon",
            "banquet",
            day,
            "imperial-palace",
            f"naruhito akishino {T}",
            cited("01", "وتبعته مأدبة غداء دامت نحو ساعة وحضرها ولي العهد الأمير أكيشينو"),
            cited("02", "続く昼食会には秋篠宮さまも加わられた"),
            part_of="visit-2025",
            meal="luncheon",
        ),
        event(
            "meiji",
            "cultural_encounter",
            day,
            "meiji-jingu",
            T,
            cited("01", "زار توكاييف ضريح ميجي جينغو"),
            part_of="visit-2025",
        ),
        event(
            "diaspora",
            "diaspora_meeting",
            day,
            "tokyo",
            T,
            cited("01", "والتقى مواطنين من كازاخستان يدرسون أو يعملون في اليابان"),
            part_of="visit-2025",
        ),
        event(
            "league",
            "talks",
            day,
            "tokyo",
            f"{T} friendship-league",
            cited("01", "واجتمع برابطة الصداقة البرلمانية التي يرأسها توشياكي إندو"),
            part_of="visit-2025",
        ),
        event(
            "guard",
            "ceremony",
            day,
            None,
            f"{T} sanae-takaichi",
            cited("01", "وفي مقر رئاسة الوزراء اصطف حرس الشرف لتحية الضيف"),
            part_of="visit-2025",
            signals=("guard_of_honour",),
        ),
        event(
            "talks-takaichi",
            "talks",
            day,
            "tokyo",
            f"{T} sanae-takaichi",
            cited("01", "أجرت رئيسة الوزراء سناء تاكايتشي محادثات معه"),
            cited(
                "05",
                "Во второй половине дня 18 декабря 2025 года он провел переговоры с "
                "Премьер-министром Санаэ Такаити",
            ),
            part_of="visit-2025",
            part_of_day="afternoon",
        ),
        event(
            "statement",
            "statement_joint",
            day,
            "tokyo",
            f"{T} sanae-takaichi",
            cited("01", "ووقّع الاثنان بيانا مشتركا عن شراكة استراتيجية موسعة"),
            part_of="visit-2025",
        ),
        event(
            "signing",
            "signing",
            day,
            "tokyo",
            "jp kz",
            cited("01", "ووُقعت في ختام اللقاء 14 وثيقة"),
            cited("05", "подписано 14 документов"),
            part_of="visit-2025",
            documents=14,
        ),
        event(
            "dinner",
            "banquet",
            day,
            "tokyo",
            f"sanae-takaichi {T}",
            cited("01", "واختُتم النهار بعشاء أقامته رئيسة الوزراء"),
            part_of="visit-2025",
            meal="dinner",
        ),
        *(
            event(
                f"audience-{key}",
                "audience",
                "2025-12-19",
                "imperial-residence",
                f"naruhito {who}",
                cited("03", words),
                minutes=20,
            )
            for key, who, words in residence
        ),
        event(
            "audience-april",
            "audience",
            "2025-04-15",
            "imperial-residence",
            "naruhito serdar-berdimuhamedow",
            cited(
                "03",
                "On April 15 Berdimuhamedov met the Emperor at the Residence for about 25 minutes",
            ),
            minutes=25,
        ),
        event(
            "talks-april",
            "talks",
            "2025-04-15",
            "tokyo",
            "shigeru-ishiba serdar-berdimuhamedow",
            cited("03", "then held talks with the prime minister of the time, Shigeru Ishiba"),
        ),
        event(
            "lecture",
            "lecture",
            "2025-12-19",
            "tokyo",
            f"{T} un-university",
            cited("08", "محاضرة في مقر جامعة الأمم المتحدة بطوكيو"),
            cited(
                "09",
                "В Токио, в Университете ООН, 19 декабря 2025 года выступил Касым-Жомарт Токаев",
            ),
            part_of="visit-2025",
        ),
        event(
            "branch",
            "project",
            None,
            "almaty",
            f"{T} un-university",
            cited("08", "واقترح توكايف أن تفتح الجامعة فرعا إقليميا في ألماتي"),
            status=Status.PROPOSED,
        ),
        event(
            "lecture-2013",
            "lecture",
            "2013-04-09",
            "tokyo",
            "enrique-pena-nieto un-university",
            cited(
                "10",
                "President Enrique Peña Nieto of Mexico delivered it at its headquarters on "
                "9 April 2013",
            ),
        ),
        event(
            "lecture-2001",
            "lecture",
            "2001-05-14/2001-05-18",
            "tokyo",
            "emomali-rahmon un-university",
            cited("10", "gave a speech at UN University"),
        ),
        event(
            "dialogue-2004",
            "ministerial_dialogue",
            "2004-08-28",
            "astana",
            f"yoriko-kawaguchi {T} central-asia-japan-dialogue",
            cited(
                "11",
                "On 28 August 2004 foreign ministers from Japan and Central Asia sat down "
                "together in Astana",
            ),
        ),
        event(
            "kishida",
            "visit",
            "2024-08",
            "kz",
            "fumio-kishida",
            cited("13", "Премьер-министр Японии Фумио Кисида отложил поездку в Центральную Азию"),
            cited("12", "Prime Minister Fumio Kishida is to travel to Kazakhstan next month"),
            status=Status.POSTPONED,
        ),
        event(
            "summit-2024",
            "summit",
            "2024-08",
            "kz",
            "jp kz",
            cited("14", "وكانت القمة مقررة في كازاخستان في أغسطس 2024، لكنها أُجلت"),
            status=Status.POSTPONED,
        ),
        event(
            "call",
            "phone_call",
            "2024-08-09",
            None,
            f"fumio-kishida {T}",
            cited("13", "он около десяти минут говорил по телефону с Президентом Казахстана"),
            minutes=10,
            begins="19:15",
        ),
        event(
            "summit-2025",
            "summit",
            "2025-12-20",
            "tokyo",
            f"sanae-takaichi {T} shavkat-mirziyoyev sadyr-japarov"
            " emomali-rahmon serdar-berdimuhamedow",
            cited("14", "عقدت اليابان ودول آسيا الوسطى الخمس اليوم السبت في طوكيو أول قمة لها"),
        ),
        event(
            "summit-next",
            "summit",
            None,
            "kz",
            "jp kz",
            cited("14", "وقرر القادة أن تُعقد القمة المقبلة في كازاخستان"),
            status=Status.PLANNED,
        ),
        event(
            "decree",
            "disarmament",
            "1991-08-29",
            "semipalatinsk",
            "nursultan-nazarbayev",
            cited(
                "15",
                "في 29 أغسطس 1991، وقّع نور سلطان نزارباييف المرسوم رقم 409 بإغلاق موقع "
                "سيميبالاتينسك للتجارب النووية",
            ),
        ),
        event(
            "hiroshima-2016",
            "visit",
            "2016-11-09",
            "hiroshima",
            "nursultan-nazarbayev",
            cited("16", "9日には広島を訪れた"),
        ),
        event(
            "komatsu-plant",
            "project",
            None,
            "astana",
            "komatsu mitsui",
            cited(
                "17",
                "وتخطط شركة كوماتسو، بحسب ما جاء في الإعلان عن فيلم «شريك قوي»، لبناء مجمع "
                "إنتاج حديث في أستانا",
            ),
            status=Status.PLANNED,
            what="مجمع إنتاج حديث في أستانا لصيانة المعدات وتجديدها",
        ),
        event(
            "senzaki",
            "business_meeting",
            "2025-12",
            "tokyo",
            f"{T} masafumi-senzaki hitachi-construction-machinery",
            cited("17", "والتقى الرئيس رئيس شركة هيتاشي لآلات البناء ماسافومي سينزاكي"),
        ),
        event(
            "karaganda-plant",
            "project",
            "2024-10-08",
            "karaganda",
            "hitachi-construction-machinery eurasian-machinery",
            cited("17", "ثم افتُتح في قراغندي مصنع لإعادة تجديد القطع في 8 أكتوبر 2024"),
        ),
        event(
            "grant",
            "loan_grant",
            "2025-08-25",
            "astana",
            "takeshi-iwaya murat-nurtleu",
            cited(
                "19",
                "Министры подписали соглашение о гранте: Япония передаст около 6,8 млн "
                "долларов на медицинское оборудование",
            ),
            amount="6,8 млн долларов",
        ),
        event(
            "sumo",
            "sport_encounter",
            day,
            "tokyo",
            f"{T} yersin-baltagul",
            cited("20", "ففي 18 ديسمبر التقى مصارع السومو المحترف يرسين بالتاغول"),
            part_of="visit-2025",
        ),
        event(
            "akira-seken",
            "cultural_encounter",
            None,
            "almaty",
            "akira-takeguchi seken-turysbekov",
            cited("21", "Бұл кездесу Алматыда өтті"),
        ),
        event(
            "akira",
            "cultural_encounter",
            None,
            None,
            f"{T} akira-takeguchi",
            cited("24", "ومع الموسيقي الياباني أكيرا تاكيغوتشي"),
        ),
        event(
            "relations",
            "relations_established",
            "1992-01-26",
            None,
            "jp kz",
            cited("22", "وأقام البلدان العلاقات الدبلوماسية في 26 يناير 1992"),
            cited("18", "The two states established diplomatic relations on January 26, 1992"),
        ),
        event(
            "embassy-jp",
            "embassy_opened",
            "1993-01",
            "almaty",
            "jp",
            cited("22", "وافتُتحت سفارة اليابان في ألماتي في يناير 1993"),
        ),
        event(
            "embassy-kz",
            "embassy_opened",
            "[1996-02,1997-02]",
            "tokyo",
            "embassy-kz-jp",
            cited(
                "22",
                "أما سفارة كازاخستان في طوكيو فتذكر وزارة الخارجية الكازاخستانية أنها "
                "افتُتحت في فبراير 1996، ويذكر موقع السفارة القديم فبراير 1997",
            ),
            disputed=("date",),
            tellings=(
                Telling("date", "1996-02", (cited("22", "افتُتحت في فبراير 1996"),)),
                Telling("date", "1997-02", (cited("22", "فبراير 1997"),)),
            ),
        ),
        *(
            event(f"visit-{key}", "visit", date, where, "nursultan-nazarbayev", cited("22", words))
            for key, date, where, words in old
        ),
        event(
            "visit-2006",
            "visit",
            "2006-08-28/2006-08-29",
            "astana",
            "junichiro-koizumi",
            cited("22", "جونيتشيرو كويزومي في أغسطس 2006"),
        ),
        event(
            "visit-2015",
            "visit",
            "2015-10-26/2015-10-27",
            "astana",
            "shinzo-abe",
            cited("22", "وشينزو آبي في أكتوبر 2015"),
        ),
    )


def said(
    item_id: str,
    speaker: str,
    source: str,
    words: str,
    kind: QuotationKind = QuotationKind.INDIRECT,
    language: str = "ar",
    date: str | None = None,
    event_id: str | None = None,
) -> StatementItem:
    """Make a statement; the words are found in the source."""
    return StatementItem(
        item_id, kind, language, words, (cited(source, words),), speaker, date=date, event=event_id
    )


def _statements() -> tuple[StatementItem, ...]:
    return (
        said(
            "s1",
            "batyrkhan-kurmanseit",
            "06",
            "اليابانيين يرون في كازاخستان دولة تبادر إلى التكامل وتعمل بنشاط من أجل "
            "التقدم الاقتصادي",
        ),
        said(
            "s2",
            "tomohiko-uyama",
            "06",
            "كازاخستان من القوى المتوسطة المسؤولة، فهي تساند النظام الدولي ولها حضور "
            "نشط في قضايا العالم",
        ),
        said(
            "s3",
            "yoriko-kawaguchi",
            "11",
            "the meeting had been possible thanks to his efforts",
            language="en",
        ),
        said(
            "s4",
            T,
            "09",
            "после обретения независимости Казахстан принял решение закрыть "
            "Семипалатинский полигон и отказаться от четвертого по величине ядерного "
            "арсенала в мире",
            language="ru",
            date="2025-12-19",
            event_id="lecture",
        ),
        said(
            "s5",
            T,
            "02",
            "日本を重んじている",
            QuotationKind.DIRECT,
            "ja",
            "2025-12-18",
            "talks-takaichi",
        ),
        said(
            "s6",
            T,
            "08",
            "عدد النزاعات المسلحة وحدتها وصلا إلى أعلى مستوى منذ عقود، وإن الإنفاق "
            "العسكري في العالم بلغ في العام الماضي رقما قياسيا هو 2.7 تريليون دولار",
            date="2025-12-19",
            event_id="lecture",
        ),
        said(
            "s7", "akira-takeguchi", "21", "Енді қазақ тілін үйренемін", QuotationKind.DIRECT, "kk"
        ),
        said("s8", "akira-takeguchi", "24", "آلة موسيقية مقدسة", QuotationKind.MIXED),
        said(
            "s9",
            T,
            "09",
            "Хиросиму, Нагасаки и Семипалатинск он назвал напоминанием об "
            "ответственности и сдержанности",
            language="ru",
            date="2025-12-19",
            event_id="lecture",
        ),
    )


def _claims() -> tuple[ClaimItem, ...]:
    return (
        ClaimItem(
            "k01",
            ClaimKind.RARE,
            "ar",
            "أمر نادر في المراسم",
            (cited("24", "أمر نادر في المراسم"),),
            about="audience-tokayev",
            verdict=Verdict(
                "not_enough",
                {},
                {
                    "ar": "عدد الأيام المسجلة أقل من أن يسمح بحكم.",
                    "en": "Too few days are on record to judge.",
                },
            ),
        ),
        ClaimItem(
            "k02",
            ClaimKind.FIRST,
            "ar",
            "رئيس دولة يخاطب هذه المؤسسة لأول مرة",
            (cited("24", "رئيس دولة يخاطب هذه المؤسسة لأول مرة"),),
            about="lecture",
            verdict=Verdict(
                "contradicted",
                {},
                {"ar": "في السجل حالة أسبق.", "en": "There is an earlier case."},
                ("lecture-2013",),
                3,
            ),
        ),
        ClaimItem(
            "k06",
            ClaimKind.RANK,
            "ru",
            "четвертого по величине ядерного арсенала в мире",
            (cited("09", "четвертого по величине ядерного арсенала в мире"),),
            asserted_by=T,
            verdict=Verdict(
                "depends", {}, {"ar": "يتوقف على القراءة.", "en": "It depends on the reading."}
            ),
        ),
        ClaimItem(
            "k08",
            ClaimKind.EVERY,
            "ar",
            "الحوار بين البلدين ازداد قوة كل عام على مدى أكثر من ثلاثين عاما",
            (cited("24", "الحوار بين البلدين ازداد قوة كل عام على مدى أكثر من ثلاثين عاما"),),
            verdict=Verdict("depends", {}, {"ar": "المدة صحيحة.", "en": "The length is right."}),
        ),
    )


def strong_record() -> Record:
    """Give the whole record."""
    return Record(
        "شريك قوي",
        ("KZ", "JP"),
        ("ar", "en"),
        _notes(),
        _entities(),
        _events(),
        _statements(),
        _claims(),
    )

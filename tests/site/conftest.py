"""A small record, script and trace, built by hand over true sentences of the example sources."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from sijill.citation import Citation, Span, cite
from sijill.documents.document import ClaimKind, QuotationKind, Status
from sijill.record.items import (
    Alias,
    ClaimItem,
    EventItem,
    Occupancy,
    RarityNote,
    Record,
    RecordEntity,
    SourceNote,
    StatementItem,
    Telling,
    Verdict,
)
from sijill.script.scenes import TitleCard
from sijill.script.sentence import (
    Chapter,
    Line,
    MissingChapter,
    Scene,
    Script,
    ScriptSentence,
    SentenceKind,
)
from sijill.serial import to_plain

TEXTS = {
    "ar-palace": (
        "طوكيو تستقبل توكاييف: القصر قبل الظهر ورئاسة الوزراء بعده\n\n"
        "في يوم واحد، هو الخميس 18 ديسمبر 2025، دخل رئيس كازاخستان قاسم جومارت توكاييف بابين في"
        " طوكيو: باب القصر الإمبراطوري قبل الظهر، ثم باب مكتب رئيسة الوزراء بعد الظهر. وكان قد وصل"
        " إلى اليابان يوم الأربعاء 17 ديسمبر في زيارة رسمية.\n\n"
        "استقبل الإمبراطور ناروهيتو ضيفه في القصر الإمبراطوري. وذكرت وكالة البلاط الإمبراطوري أن"
        " الحديث استمر عشرين دقيقة، وتبعته مأدبة غداء دامت نحو ساعة وحضرها ولي العهد الأمير"
        " أكيشينو، شقيق الإمبراطور. ودار الكلام في المرتين حول المياه.\n\n"
        "وفي مقر رئاسة الوزراء اصطف حرس الشرف لتحية الضيف، ثم أجرت رئيسة الوزراء سناء تاكايتشي"
        " محادثات معه. ووقّع الاثنان بيانا مشتركا عن شراكة استراتيجية موسعة تتطلع إلى المستقبل،"
        " ووُقعت في ختام اللقاء 14 وثيقة.\n"
    ),
    "ja-palace": (
        "天皇陛下、宮殿でカザフスタン大統領と会見　昼食会も\n\n"
        "カザフスタンのトカエフ大統領は18日、皇居・宮殿を訪れ、天皇陛下と会見した。午前11時半すぎ、"
        "陛下は大統領と握手を交わし、二人はおよそ20分にわたり英語で語り合われた。"
        "続く昼食会には秋篠宮さまも加わられた。\n\n"
        "首相は互いに利益となる関係を築くために協力したいと呼びかけ、"
        "トカエフ氏は「日本を重んじている」と応じた。\n"
    ),
    "ja-2008": (
        "カザフスタン大統領の二度の訪日\n\n"
        "平成20年の訪問は6月18日に始まった。日本を離れた日については、外務省の日程は23日とするが、"
        "共同声明には22日までとある。\n"
    ),
    "ru-postponed": (
        "Кисида отложил поездку: первый саммит в Казахстане не состоялся\n\n"
        "Премьер-министр Японии Фумио Кисида отложил поездку в Центральную Азию, которую должен был"
        " начать сегодня, 9 августа. Первый саммит диалога «Центральная Азия + Япония», намеченный"
        " в Казахстане, в эти дни не пройдет.\n"
    ),
    "en-unu": (
        "Who has spoken at UN University? Presidents in the archive\n\n"
        "Of the twenty-first lecture the university reports afterwards that President Enrique Peña"
        " Nieto of Mexico delivered it at its headquarters on 9 April 2013.\n"
    ),
    "en-preview": (
        "Kishida to hold first summit with five Central Asian leaders in Kazakhstan\n\n"
        "Prime Minister Fumio Kishida is to travel to Kazakhstan next month for what would be the"
        " first summit between Japan and the five Central Asian states.\n"
    ),
    "ar-film": (
        "«شريك قوي»: فيلم وثائقي عن زيارة طوكيو\n\n"
        "ويقول الإعلان عن محاضرة الرئيس في جامعة الأمم المتحدة إن رئيس دولة يخاطب هذه المؤسسة لأول"
        " مرة.\n\n"
        "ومع الموسيقي الياباني أكيرا تاكيغوتشي الذي قال إن الدومبرا عنده «آلة موسيقية مقدسة» وإنه"
        " يريد العيش في كازاخستان ليتقنها.\n"
    ),
    "kk-dombra": (
        "Акира Такегучи: Жапониядан келген домбырашы\n\n"
        "Акира домбырамен шектелмейтінін айтып, «Енді қазақ тілін үйренемін» деді.\n"
    ),
}

_ABOUT = {
    "ar-palace": ("ar", "2025-12-19"),
    "ja-palace": ("ja", "2025-12-18"),
    "ja-2008": ("ja", None),
    "ru-postponed": ("ru", "2024-08-09"),
    "en-unu": ("en", None),
    "en-preview": ("en", "2024-07-27"),
    "ar-film": ("ar", "2025-12-25"),
    "kk-dombra": ("kk", None),
}


def words_of(source_id: str, words: str) -> Citation:
    """Cite words that stand exactly once in a text of the fixture."""
    text = TEXTS[source_id]
    assert text.count(words) == 1, (source_id, words)
    start = text.index(words)
    return cite(source_id, text, Span(start, start + len(words)))


def make_record() -> Record:
    """Give a record of six events, three statements and two claims."""
    return Record(
        title="شريك قوي",
        between=("KZ", "JP"),
        languages=("ar", "en"),
        sources=tuple(
            SourceNote(
                id=source_id,
                name=f"{source_id}.md",
                headline=TEXTS[source_id].split("\n")[0],
                language=language,
                outlet="Sijill example corpus",
                published=published,
                url=f"https://example.org/{source_id}",
                rights="own text, CC0",
                words=len(TEXTS[source_id].split()),
            )
            for source_id, (language, published) in _ABOUT.items()
        ),
        entities=_entities(),
        events=_events(),
        statements=_statements(),
        claims=_claims(),
        rarities=(
            RarityNote(
                feature="palace_luncheon",
                event="v-audience",
                scope="all",
                k=3,
                n=19,
                low=0.05,
                high=0.37,
                bits=2.7,
                word="uncommon",
                text={"ar": "سُجّل ذلك في 3 من 19 زيارة", "en": "on record for 3 of 19 visits"},
                window="2019/2025",
                complete=False,
                references=("https://example.org/visit/1", "javascript:alert(1)"),
            ),
        ),
    )


def _entities() -> tuple[RecordEntity, ...]:
    return (
        RecordEntity(
            id="p-tokayev",
            kind="person",
            names={
                "ar": "قاسم جومارت توكاييف",
                "en": "Kassym-Jomart Tokayev",
                "ru": "Касым-Жомарт Токаев",
                "kk": "Қасым-Жомарт Тоқаев",
                "ja": "トカエフ",
            },
            country="KZ",
            aliases=(
                Alias("トカエフ氏", "ja", (words_of("ja-palace", "トカエフ氏"),)),
                Alias("قاسم جومارت توكايف", "ar"),
            ),
            posts=(
                Occupancy(
                    "head_of_state",
                    "KZ",
                    "current",
                    "2019-03/..",
                    (words_of("ar-palace", "رئيس كازاخستان"),),
                ),
                Occupancy("foreign_minister", "KZ", "former", "2004"),
            ),
        ),
        RecordEntity(
            id="p-naruhito",
            kind="person",
            names={"ar": "ناروهيتو", "en": "Naruhito", "ja": "天皇陛下", "kk": "Нарухито"},
            country="JP",
            transliterated=("kk",),
            posts=(Occupancy("monarch", "JP", "current", None),),
        ),
        RecordEntity(
            id="p-takaichi",
            kind="person",
            names={"ar": "سناء تاكايتشي", "en": "Sanae Takaichi", "ja": "高市早苗"},
            country="JP",
            posts=(Occupancy("head_of_government", "JP", "current", None),),
        ),
        RecordEntity(
            id="p-kishida",
            kind="person",
            names={"ar": "فوميو كيشيدا", "en": "Fumio Kishida", "ru": "Фумио Кисида"},
            country="JP",
            posts=(Occupancy("head_of_government", "JP", "former", "2024"),),
        ),
        RecordEntity(
            id="p-pena",
            kind="person",
            names={"ar": "إنريكي بينيا نييتو", "en": "Enrique Peña Nieto"},
            country="MX",
            transliterated=("ar",),
        ),
        RecordEntity(
            id="p-takeguchi",
            kind="person",
            names={"ar": "أكيرا تاكيغوتشي", "en": "Akira Takeguchi", "kk": "Акира Такегучи"},
            country="JP",
            posts=(Occupancy("artist", None, "current", None),),
        ),
        RecordEntity(
            id="p-nazarbayev",
            kind="person",
            names={"ar": "نور سلطان نزارباييف", "en": "Nursultan Nazarbayev"},
            country="KZ",
        ),
        RecordEntity(
            id="l-palace",
            kind="place",
            names={"ar": "القصر الإمبراطوري", "en": "Imperial Palace", "ja": "皇居・宮殿"},
            country="JP",
            within="l-tokyo",
        ),
        RecordEntity(
            id="l-tokyo",
            kind="place",
            names={"ar": "طوكيو", "en": "Tokyo", "ja": "東京"},
            country="JP",
        ),
        RecordEntity(
            id="l-kz", kind="place", names={"ar": "كازاخستان", "en": "Kazakhstan"}, country="KZ"
        ),
        RecordEntity(
            id="o-unu",
            kind="organisation",
            names={"ar": "جامعة الأمم المتحدة", "en": "United Nations University"},
            country="JP",
        ),
    )


def _events() -> tuple[EventItem, ...]:
    return (
        EventItem(
            id="v-2025",
            type="visit",
            status=Status.HELD,
            citations=(
                words_of(
                    "ar-palace", "وكان قد وصل إلى اليابان يوم الأربعاء 17 ديسمبر في زيارة رسمية."
                ),
            ),
            date="2025-12-17/2025-12-20",
            place="l-tokyo",
            participants=("p-tokayev",),
            details={"visit_format": "official"},
            tellings=(
                Telling(
                    "date",
                    "2025-12-17/2025-12-20",
                    (words_of("ar-palace", "يوم الأربعاء 17 ديسمبر"),),
                    inferred=True,
                ),
            ),
        ),
        EventItem(
            id="v-audience",
            type="audience",
            status=Status.HELD,
            citations=(
                words_of("ar-palace", "استقبل الإمبراطور ناروهيتو ضيفه في القصر الإمبراطوري."),
                words_of(
                    "ja-palace",
                    "カザフスタンのトカエフ大統領は18日、皇居・宮殿を訪れ、天皇陛下と会見した。",
                ),
            ),
            date="2025-12-18",
            place="l-palace",
            participants=("p-naruhito", "p-tokayev"),
            details={"minutes": 20, "begins": "11:30"},
            part_of="v-2025",
            signals=("meal_level", "residence_or_palace"),
        ),
        EventItem(
            id="v-talks",
            type="talks",
            status=Status.HELD,
            citations=(words_of("ar-palace", "ثم أجرت رئيسة الوزراء سناء تاكايتشي محادثات معه."),),
            date="2025-12-18",
            place="l-tokyo",
            participants=("p-takaichi", "p-tokayev"),
            part_of="v-2025",
        ),
        EventItem(
            id="v-2008",
            type="visit",
            status=Status.HELD,
            citations=(words_of("ja-2008", "平成20年の訪問は6月18日に始まった。"),),
            date="2008-06-18/2008-06-23",
            participants=("p-nazarbayev",),
            tellings=(
                Telling(
                    "date",
                    "2008-06-18/2008-06-23",
                    (words_of("ja-2008", "外務省の日程は23日とする"),),
                ),
                Telling(
                    "date",
                    "2008-06-18/2008-06-22",
                    (words_of("ja-2008", "共同声明には22日までとある"),),
                ),
            ),
            disputed=("date",),
        ),
        EventItem(
            id="v-summit-2024",
            type="summit",
            status=Status.POSTPONED,
            citations=(
                words_of(
                    "ru-postponed",
                    "Первый саммит диалога «Центральная Азия + Япония», намеченный в Казахстане,"
                    " в эти дни не пройдет.",
                ),
                words_of(
                    "en-preview", "first summit between Japan and the five Central Asian states"
                ),
            ),
            date="2024-08",
            place="l-kz",
            participants=("p-kishida",),
            tellings=(
                Telling(
                    "status",
                    "planned",
                    (words_of("en-preview", "is to travel to Kazakhstan next month"),),
                ),
                Telling(
                    "status",
                    "postponed",
                    (words_of("ru-postponed", "отложил поездку в Центральную Азию"),),
                ),
            ),
        ),
        EventItem(
            id="v-pena",
            type="lecture",
            status=Status.HELD,
            citations=(
                words_of(
                    "en-unu",
                    "President Enrique Peña Nieto of Mexico delivered it at its headquarters"
                    " on 9 April 2013",
                ),
            ),
            date="2013-04-09",
            participants=("p-pena", "o-unu"),
        ),
    )


def _statements() -> tuple[StatementItem, ...]:
    return (
        StatementItem(
            id="q-dombra",
            kind=QuotationKind.DIRECT,
            language="ar",
            text="آلة موسيقية مقدسة",
            citations=(words_of("ar-film", "آلة موسيقية مقدسة"),),
            speaker="p-takeguchi",
            post="artist",
        ),
        StatementItem(
            id="q-kazakh",
            kind=QuotationKind.DIRECT,
            language="kk",
            text="Енді қазақ тілін үйренемін",
            citations=(words_of("kk-dombra", "Енді қазақ тілін үйренемін"),),
            speaker="p-takeguchi",
            translations={"ar": "سأتعلم الآن اللغة الكازاخية"},
        ),
        StatementItem(
            id="q-respect",
            kind=QuotationKind.DIRECT,
            language="ja",
            text="日本を重んじている",
            citations=(words_of("ja-palace", "日本を重んじている"),),
            speaker="p-tokayev",
            speaker_text="トカエフ氏",
            post="head_of_state",
            date="2025-12-18",
            event="v-talks",
        ),
    )


def _claims() -> tuple[ClaimItem, ...]:
    return (
        ClaimItem(
            id="c-first",
            kind=ClaimKind.FIRST,
            language="ar",
            text="إن رئيس دولة يخاطب هذه المؤسسة لأول مرة",
            citations=(words_of("ar-film", "إن رئيس دولة يخاطب هذه المؤسسة لأول مرة"),),
            scope="هذه المؤسسة",
            outlet="Sijill example corpus",
            verdict=Verdict(
                "contradicted",
                {
                    "ar": "لم يتحدث أي رئيس دولة في جامعة الأمم المتحدة قبل ذلك",
                    "en": "no head of state had spoken at UN University before",
                },
                {
                    "ar": "ألقى رئيس المكسيك إنريكي بينيا نييتو محاضرة هناك في 9 أبريل 2013.",
                    "en": "President Peña Nieto of Mexico lectured there on 9 April 2013.",
                },
                ("v-pena",),
                14,
            ),
        ),
        ClaimItem(
            id="c-unchecked",
            kind=ClaimKind.RARE,
            language="en",
            text="what would be the first summit",
            citations=(words_of("en-preview", "what would be the first summit"),),
        ),
    )


def _line(show: str) -> Line:
    return Line(show, show)


def make_script() -> Script:
    """Give a script of two chapters and six sentences, one of them editorial."""
    record = make_record()
    events = {event.id: event for event in record.events}
    claims = {claim.id: claim for claim in record.claims}
    return Script(
        title={"ar": "شريك قوي", "en": "Strong Partner"},
        languages=("ar", "en"),
        chapters=(
            Chapter(
                "protocol",
                {"ar": "البروتوكول", "en": "Protocol"},
                (
                    Scene(
                        "protocol-1",
                        TitleCard({"ar": "البروتوكول", "en": "Protocol"}, number=1),
                        (
                            ScriptSentence(
                                "s1.1",
                                SentenceKind.EDITORIAL,
                                {
                                    "ar": _line("بابان في طوكيو، ويوم واحد."),
                                    "en": _line("Two doors in Tokyo, and one day."),
                                },
                            ),
                            ScriptSentence(
                                "s1.2",
                                SentenceKind.SYNTHESIS,
                                {
                                    "ar": _line(
                                        "في 18 ديسمبر 2025 استقبل الإمبراطور ناروهيتو الرئيس قاسم"
                                        " جومارت توكاييف في القصر الإمبراطوري."
                                    ),
                                    "en": _line(
                                        "On 18 December 2025 Emperor Naruhito received President"
                                        " Kassym-Jomart Tokayev at the Imperial Palace."
                                    ),
                                },
                                ("v-audience",),
                                events["v-audience"].citations,
                            ),
                            ScriptSentence(
                                "s1.3",
                                SentenceKind.PARAPHRASE,
                                {
                                    "ar": _line(
                                        "وبعد الظهر أجرت معه رئيسة الوزراء سناء تاكايتشي محادثات."
                                    ),
                                    "en": _line(
                                        "In the afternoon Prime Minister Sanae Takaichi held"
                                        " talks with him."
                                    ),
                                },
                                ("v-talks",),
                                events["v-talks"].citations,
                            ),
                        ),
                    ),
                ),
            ),
            Chapter(
                "united_nations",
                {"ar": "الأمم المتحدة", "en": "The United Nations"},
                (
                    Scene(
                        "united_nations-1",
                        TitleCard({"ar": "الأمم المتحدة", "en": "The United Nations"}, number=2),
                        (
                            ScriptSentence(
                                "s2.1",
                                SentenceKind.ATTRIBUTED_OPINION,
                                {
                                    "ar": _line(
                                        "يقول الإعلان عن الفيلم إن رئيس دولة يخاطب الجامعة"
                                        " لأول مرة، غير أن السجل يذكر محاضرة رئيس المكسيك"
                                        " هناك عام 2013."
                                    ),
                                    "en": _line(
                                        "The announcement says that a head of state addresses"
                                        " the university for the first time; the record holds a"
                                        " lecture by Mexico’s president there in 2013."
                                    ),
                                },
                                ("c-first", "v-pena"),
                                (*claims["c-first"].citations, *events["v-pena"].citations),
                            ),
                            ScriptSentence(
                                "s2.2",
                                SentenceKind.PARAPHRASE,
                                {
                                    "ar": _line(
                                        "وكان مقرراً أن تُعقد أول قمة في أغسطس 2024، ثم أُجّلت."
                                    ),
                                    "en": _line(
                                        "The first summit was planned for August 2024,"
                                        " then put off."
                                    ),
                                },
                                ("v-summit-2024",),
                                events["v-summit-2024"].citations,
                            ),
                        ),
                    ),
                ),
            ),
        ),
        missing=(
            MissingChapter(
                "economy",
                {"ar": "لا مشروع في السجل", "en": "no project on record"},
            ),
        ),
    )


def make_trace() -> dict[str, Any]:
    """Give the trace of that script: a title without words, then 100 frames for each sentence."""
    script = make_script()
    rows: list[dict[str, Any]] = [
        {
            "start": 0,
            "end": 100,
            "chapter": "protocol",
            "scene": "protocol-1",
            "template": "title",
            "sentence": None,
            "kind": None,
            "show": {},
            "items": [],
            "citations": [],
        }
    ]
    chapters: list[dict[str, Any]] = []
    at = 100
    for chapter in script.chapters:
        start = 0 if not chapters else at
        for scene in chapter.scenes:
            for sentence in scene.sentences:
                rows.append(
                    {
                        "start": at,
                        "end": at + 100,
                        "chapter": chapter.id,
                        "scene": scene.id,
                        "template": scene.template,
                        "sentence": sentence.id,
                        "kind": sentence.kind.value,
                        "show": {lang: line.show for lang, line in sentence.lines.items()},
                        "items": list(sentence.items),
                        "citations": to_plain(sentence.citations),
                    }
                )
                at += 100
        chapters.append({"id": chapter.id, "title": dict(chapter.title), "start": start, "end": at})
    return {
        "format": "sijill.trace/1",
        "name": "strong-partner",
        "language": "ar",
        "fps": 25,
        "frames": at,
        "chapters": chapters,
        "rows": rows,
    }


@dataclass(frozen=True)
class Example:
    """All that `write_site` needs, but where to write."""

    record: Record
    script: Script
    trace: dict[str, Any]
    texts: dict[str, str]

    def inputs(self, **changes: Any) -> dict[str, Any]:
        """Give the keyword arguments of `write_site`, with changes."""
        given: dict[str, Any] = {
            "record": self.record,
            "script": self.script,
            "trace": self.trace,
            "texts": self.texts,
            "film": None,
            "subtitles": (),
            "poster": None,
            "language": "ar",
            # Cutting fonts takes seconds and is tested for itself.
            "fonts": Path("no fonts"),
        }
        return given | changes


@pytest.fixture
def example() -> Example:
    """Give the example, built anew for each test."""
    return Example(make_record(), make_script(), make_trace(), dict(TEXTS))


@pytest.fixture
def media(tmp_path: Path) -> Path:
    """Give a folder `film` with a stand-in for the film and a subtitle file beside it."""
    folder = tmp_path / "film"
    folder.mkdir()
    (folder / "strong partner.ar.mp4").write_bytes(b"not a film")
    (folder / "strong partner.ar.vtt").write_text(
        "WEBVTT\n\ns1.1\n00:00:04.000 --> 00:00:08.000\n\u200fبابان في طوكيو،\nويوم واحد.\n",
        "utf-8",
    )
    return folder

"""What must, may or would be done is no happening that was held; what had to be done is one."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


def statuses(reader, language, text):
    reading = reader.read(Document("t", text, language, "2024-05-06"))
    return {e.status.value for e in reading.events}


NOT_DONE = [
    ("en", "Norway must recall its ambassador from Togo."),
    ("en", "Norway should expel Togo's ambassador, the senator said."),
    ("en", "The two countries need to sign an extradition treaty."),
    ("en", "Lawmakers demanded that Norway recall its ambassador from Togo."),
    ("en", "Norway threatened to recall its ambassador from Togo."),
    ("en", "Norway considered expelling Togo's ambassador."),
    ("en", "Norway has the right to expel Togo's diplomats, the court said."),
    ("en", "Norway warned Togo against closing its embassy in Oslo."),
    ("en", "A visit by the president to Togo would be the first in a decade."),
    (
        "en",
        "The opposition accused the government of planning to sign a secret agreement with Togo.",
    ),
    ("ru", "Необходимо подписать договор о выдаче между Норвегией и Того."),
    ("ru", "Президенту надо посетить Того."),
    ("ru", "Норвегия пригрозила отозвать посла из Того."),
    ("ru", "Норвегия исключила отзыв посла из Того."),
    ("ru", "Закон позволит правительству ввести санкции против Того."),
    ("ru", "Визит президента в Того стал бы первым за десять лет."),
    ("ru", "Норвегия закроет посольство в Ломе."),
    ("ru", "Норвегия введёт санкции против Того."),
    ("ar", "ينبغي للبلدين توقيع اتفاقية لتسليم المطلوبين."),
    ("ar", "دعت المعارضة الحكومة إلى فرض عقوبات على توغو."),
    ("ar", "قد تستدعي النرويج سفيرها من توغو."),
    ("ar", "يمكن للنرويج إغلاق سفارتها في لومي."),
    ("ar", "تدرس النرويج فرض عقوبات على توغو."),
    ("ar", "من حق النرويج طرد دبلوماسيي توغو، وفق المحكمة."),
    ("ar", "اتهمت المعارضة الحكومة بالتخطيط لتوقيع اتفاقية سرية مع توغو."),
    ("ar", "حذرت النرويج توغو من إغلاق سفارتها في أوسلو."),
    ("ar", "زيارة الرئيس إلى توغو ستكون الأولى منذ عشر سنوات."),
    ("ar", "ناقش الوزيران توقيع اتفاقية تجارة."),
    ("kk", "Норвегия Тогодағы елшісін кері шақыруы керек."),
    ("kk", "Екі ел келісімге қол қоюы қажет."),
    ("kk", "Норвегия Ломедегі елшілігін жабады."),
    ("kk", "Норвегия Тогоға санкция енгізеді."),
    ("ja", "ノルウェー政府は駐トーゴ大使を呼び戻さなければならない。"),
    ("ja", "ノルウェーとトーゴは協定に署名すべきだ。"),
    ("ja", "ノルウェーはトーゴに制裁を科す必要がある。"),
    ("ja", "ノルウェーは大使を召還する可能性がある。"),
    ("ja", "ノルウェーは大使を召還すると警告した。"),
    ("ja", "協定に署名すれば農家に打撃になると批判する声もある。"),
    ("ja", "政府はトーゴの外交官を追放する権利がある。"),
    ("ru", "Глава МИД вправе подписать соглашение с Того."),
    ("ru", "Министр уполномочен подписать соглашение с Того."),
    ("ar", "قد تستضيف النرويج قمة في أوسلو."),
    ("ar", "يجب أن تنظر النرويج في استدعاء سفيرها من توغو."),
    ("ar", "يمكن أن تقرر النرويج إغلاق سفارتها في لومي."),
    ("ar", "ينبغي أن يتم توقيع الاتفاقية في يونيو."),
    ("ar", "القانون الجديد يتيح فرض عقوبات على توغو."),
    ("ar", "يجب على البلدين بعد ذلك توقيع اتفاقية لتسليم المطلوبين."),
    ("ar", "التقى الوزيران يوم الجمعة في ليما، وقد يوقع البلدان اتفاقية في يونيو."),
    ("ar", "قال النائب إن على النرويج استدعاء سفيرها من توغو فورا."),
    ("ar", "قالت النائبة: «على حكومتنا استدعاء سفيرها من توغو»."),
    ("ar", "قال النائب إن النرويج أخطأت وإن عليها سحب سفيرها من توغو."),
    ("kk", "Президенттің Норвегияға сапары қажет."),
    ("ja", "大統領のペルー訪問の日程は未定だ。"),
]

#: Nothing at all may be told of these.
NEARLY = [
    ("en", "The two were close to signing an agreement with Togo in March."),
    ("en", "Neither side signed the agreement in Oslo."),
    ("ru", "Стороны были близки к подписанию соглашения в марте."),
    ("ru", "Стороны надеялись подписать соглашение в марте."),
    ("ru", "Дата подписания соглашения между сторонами не определена."),
    ("ar", "كانت النرويج وتوغو تأملان في توقيع اتفاقية في مارس."),
    ("ar", "لم يتحدد موعد توقيع الاتفاقية بين النرويج وتوغو."),
    ("ar", "يرى منتقدون أن توقيع الاتفاقية سيضر بالمزارعين في توغو."),
    ("ar", "يخشى المزارعون من توقيع الاتفاقية مع توغو."),
    ("ar", "سئل الوزير عما إذا كانت النرويج ستطرد دبلوماسيين من توغو."),
    ("kk", "Тараптар келісімге қол қоюға жақын болды."),
    ("ja", "両国の協定は未署名のままだ。"),
    ("ja", "協定の署名日は決まっていない。"),
]

DONE = [
    ("en", "The talks, held in Lima on Monday, must continue, he said."),
    ("en", "Norway must build on the agreement signed in Lima in March."),
    ("en", "Norway had to recall its ambassador from Togo on Monday."),
    ("en", "The senator demanded an apology after Togo expelled Norway's ambassador on Friday."),
    ("en", "Norway demanded that Togo apologise and recalled its ambassador on Friday."),
    ("en", "The treaty signed in Lima on Monday would help exporters, the minister said."),
    ("en", "He attended a ceremony in Lima on Monday that would be his last."),
    ("ru", "Необходимо выполнять соглашение, подписанное в Лиме 3 мая."),
    ("ru", "Норвегии пришлось отозвать посла из Того в понедельник."),
    ("ru", "Норвегия вынуждена была отозвать посла из Того в пятницу."),
    ("ru", "Министры подписали 3 мая в Лиме соглашение, которое позволит увеличить торговлю."),
    ("ar", "قال الوزير بعد زيارته ليما يوم الجمعة إنه ينبغي زيادة التجارة."),
    ("ar", "وقد استدعت النرويج سفيرها من توغو يوم الجمعة."),
    ("ar", "اضطرت النرويج إلى استدعاء سفيرها من توغو يوم الاثنين."),
    ("ar", "يتيح القرار حرية السفر، وجرى توقيع اتفاقية يوم الجمعة."),
    ("ar", "وقع الوزيران اتفاقية في ليما يوم الجمعة تتيح زيارة البلدين دون تأشيرة."),
    ("ja", "両外相は会談し、貿易を増やす必要があるとの認識で一致した。"),
    ("ja", "大統領は3日、リマでの講演で、対話を続けなければならないと訴えた。"),
    ("ja", "両国は3日、関税を撤廃することができる協定に署名した。"),
    ("ja", "外務省によれば、会談は3日にリマで行われた。"),
    ("ja", "ノルウェーは大使を召還せざるを得なかった。"),
    (
        "en",
        "Neither minister spoke to reporters after they signed the agreement in Lima on Friday.",
    ),
    ("ru", "Визит в Лиму прошёл 3 мая, дата следующего не определена."),
    ("ja", "両国は3日、協定に署名した。発効日は決まっていない。"),
    ("en", "The president pushed for closer ties after the talks in Lima on Friday."),
    ("en", "The president has pushed for closer ties since his visit to Lima in March."),
    ("en", "Norway used its power to impose sanctions on Togo on Friday."),
    ("en", "The minister insists that the visit to Lima on Friday was private."),
    ("en", "Norway insisted that the talks held in Lima on Friday send a signal."),
    ("en", "The bank discussed lifting the cap at Friday's meeting in Lima."),
    ("ru", "Визит президента в Лиму 3 мая стал бы успехом, если бы не дождь."),
    ("ru", "Норвегия ввела санкции против Того, что было бы немыслимо год назад."),
    ("ru", "Соглашение позволит открыть рынки, его подписали 3 мая в Лиме министры."),
    (
        "ru",
        "Это позволит укрепить доверие, сказал президент на переговорах с премьером Перу 3 мая в Лиме.",
    ),
    ("ru", "Норвегия имеет право на ответ, заявил министр после высылки трёх дипломатов 3 мая."),
    ("ar", "يمكن القول إن زيارة الرئيس إلى توغو يوم الجمعة كانت ناجحة."),
    ("ar", "يجب ألا ننسى أن زيارة الرئيس إلى توغو يوم الجمعة كانت تاريخية."),
    ("ar", "يمكن أن يسهم توقيع الاتفاقية يوم الجمعة في ليما في زيادة التجارة."),
    ("ar", "يجب على توغو احترام القانون بعد فرض عقوبات عليها يوم الجمعة."),
    ("ar", "لا بد من الإشادة بنتائج زيارة الرئيس إلى توغو يوم الجمعة."),
    ("ar", "من حق توغو أن ترد على طرد دبلوماسييها من أوسلو يوم الجمعة."),
    ("ar", "تدرس توغو خيارات الرد على فرض عقوبات عليها يوم الجمعة."),
    ("ar", "يتيح توقيع الاتفاقية يوم الجمعة في ليما للشركات دخول السوق."),
    ("ar", "سحبت النرويج سفيرها من توغو يوم الجمعة في خطوة قد تقطع الطريق على الحوار."),
    ("ar", "افتتحت النرويج سفارة في لومي يوم الجمعة ستكون الأولى لها في غرب أفريقيا."),
    ("ar", "ناقش الوزيران يوم الجمعة نتائج توقيع اتفاقية التجارة في مارس الماضي."),
    ("ar", "ناقش الوزيران في ليما يوم الجمعة التعاون وشهدا توقيع اتفاقية تجارة."),
    ("ar", "ناقش الوزير مع نظيره البيروفي التعاون قبل توقيع اتفاقية تجارة في ليما يوم الجمعة."),
    ("ar", "قال النائب إن على توغو أن تعتذر بعد طرد السفير يوم الجمعة."),
    ("ar", "قال النائب إن على هامش القمة جرى توقيع اتفاقية يوم الجمعة."),
    ("ar", "يرى محللون أن توقيع الاتفاقية يوم الجمعة في ليما كان مفاجئا."),
    ("kk", "Президент Норвегияға сапары барысында бейбітшілік қажет деді."),
    ("kk", "3 мамырда өткен келіссөзде тараптар сауда қажет деген пікірге келді."),
    ("kk", "Саммит 3 мамырда Лимада өтіп, бейбітшілік керек екені айтылды."),
    ("ja", "外相会談は3日、リマで開かれ、次回の日程は未定だ。"),
    ("ja", "外相は3日から5日までリマを訪問し、人権を守るべきだと訴えた。"),
    ("ar", "ناقش المشاركون في القمة التي عقدت في ليما يوم الجمعة فتح الحدود."),
    ("ja", "首脳会談は3日に終わったが、結果次第で市場が動く可能性がある。"),
    ("ja", "会談は3日、リマで行われ、両外相は協力すべきだとの認識で一致した。"),
    ("ja", "署名式は3日にリマで行われ、発効には議会の承認を得る必要がある。"),
    ("ja", "両国が3日に協定に署名したことで、関税が下がる可能性がある。"),
]


@pytest.mark.parametrize(("language", "text"), NOT_DONE)
def test_what_must_may_or_would_be_is_not_held(reader, language, text):
    found = statuses(reader, language, text)
    assert found
    assert "held" not in found


@pytest.mark.parametrize(("language", "text"), NEARLY)
def test_what_came_near_or_has_no_day_is_not_held(reader, language, text):
    assert "held" not in statuses(reader, language, text)


@pytest.mark.parametrize(("language", "text"), DONE)
def test_what_was_done_stays_held_beside_such_words(reader, language, text):
    assert statuses(reader, language, text) == {"held"}


def test_whose_own_envoy_it_is_tells_a_recall_from_a_protest(reader):
    reading = reader.read(Document("t", "تستدعي النرويج سفيرها من توغو.", "ar", "2024-05-06"))
    assert [e.type for e in reading.events] == ["ambassador_recalled"]


FORCED = [
    ("ru", "Норвегия вынуждена отозвать посла из Того.", {"proposed"}),
    ("ru", "Норвегия была вынуждена отозвать посла из Того.", {"held"}),
    ("ru", "Норвегия вынуждена была отозвать посла из Того.", {"held"}),
    ("ru", "Норвегия оказалась вынуждена отозвать посла из Того.", {"held"}),
    ("kk", "Норвегия королінің Тогоға сапары өткен жылы болар еді.", {"proposed"}),
    ("kk", "Норвегия королінің Тогоға сапары мамырда өтер еді.", {"proposed"}),
    ("kk", "Норвегия королінің Тогоға сапары өткен айда өтті.", {"held"}),
    ("kk", "Норвегия королінің Тогоға сапары мамырда өткен болатын.", {"held"}),
]


@pytest.mark.parametrize(("language", "text", "expected"), FORCED)
def test_what_one_is_forced_to_do_or_would_have_done_is_not_done(reader, language, text, expected):
    assert statuses(reader, language, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "حذر محللون من أن طرد السفيرة الكينية أمس سيؤدي إلى أزمة مع بيرو.",
        "أعلنت الوزارة أن علي أكبر ولايتي أكد استدعاء السفير الكيني أمس.",
    ],
)
def test_what_was_done_yesterday_or_is_told_by_a_man_named_ali_was_held(reader, text):
    assert statuses(reader, "ar", text) == {"held"}


def test_what_experts_expect_of_a_deed_not_done_is_not_told(reader):
    text = "يرى محللون أن طرد السفيرة الكينية سيؤدي إلى أزمة مع بيرو."
    assert statuses(reader, "ar", text) == set()


def test_male_is_a_place_behind_the_word_for_a_capital(reader):
    text = "وصل وزير الخارجية الكيني جون موانغي إلى العاصمة المالديفية مالية أمس."
    reading = reader.read(Document("t", text, "ar", "2024-05-06"))
    assert "مالية" in {m.text for m in reading.mentions if m.kind.value == "place"}

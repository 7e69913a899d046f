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

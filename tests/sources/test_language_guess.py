import pytest

from sijill.sources.language_guess import find_language, may_be_in


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("استقبل الرئيس ضيفه في القصر", "ar"),
        ("The minister arrived on Monday morning", "en"),
        ("Президент встретился с премьер-министром в столице", "ru"),
        ("Президент Токиода Премьер-министрмен кездесіп, ұзақ сөйлесті", "kk"),
        ("大統領は首相と会談し、共同声明に署名した", "ja"),
        ("رئیس جمهور با نخست وزیر ژاپن دیدار کرد و گفت که", "fa"),
        ("Le président a rencontré le premier ministre", "fr"),
        ("President of Ghana arrives in Lima on Monday", "en"),
        ("Peru and Ghana sign an accord\n\nThe minister came to Accra on Monday.", "en"),
        ("Президентът се срещна в понеделник с министъра", "bg"),
        ("Президент дүйшөмбү күнү премьер-министр менен жолугушту", "ky"),
        ("Wetin dey happen for Accra as Presido waka go see di oga for Lima", "pcm"),
        ("12:30", None),
    ],
)
def test_the_language_of_a_sentence(text, language):
    assert find_language(text) == language


def test_a_text_may_be_in_a_language_though_another_fills_its_beginning():
    menus = "Home News Sport Weather Archive Contact About " * 200
    assert may_be_in(menus + "استقبل الرئيس ضيفه في القصر " * 100, "ar")
    assert not may_be_in(menus + "قصر", "ar")
    assert may_be_in("قصر الرئيس في المدينة", "ar")

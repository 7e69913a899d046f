from test_quotations import quotations


def test_a_line_with_a_dash_and_a_word_of_saying_is_speech():
    marked = "– Мы рады гостям, – сказал ⟦person#e1:Иванов⟧. – Приезжайте ещё.\n"
    assert quotations("Встреча\n\n" + marked, "ru") == [
        ("direct", "Мы рады гостям", "e1"),
        ("direct", "Приезжайте ещё", "e1"),
    ]
    marked = "– Астық экспортын арттыруға мүдделіміз, – деді ⟦person#e1:Дәурен Қасқырбай⟧."
    assert quotations("Кездесу\n\n" + marked, "kk") == [
        ("direct", "Астық экспортын арттыруға мүдделіміз", "e1")
    ]


def test_a_word_of_saying_inside_of_the_marks_parts_them():
    marked = "«Мы ждали шесть лет, – сказала ⟦person#e1:Анна Ли⟧ журналистам. – Теперь мы едем»."
    assert quotations(marked, "ru") == [
        ("direct", "Мы ждали шесть лет", "e1"),
        ("direct", "Теперь мы едем", "e1"),
    ]


def test_answers_of_an_interview_are_speech_and_questions_are_not():
    text = (
        "Интервью\n\n– Когда откроется мост?\n\n– Мост откроется в мае. Я сам его видел.\n\n"
        "– А дорога?\n\n– Дорога готова.\n"
    )
    assert [q[1] for q in quotations(text, "ru")] == [
        "Мост откроется в мае. Я сам его видел",
        "Дорога готова",
    ]
    text = (
        "حوار\n\n- كيف وصلت الحكاية إليك؟\n\n- من جدتي، وكانت خياطة في المدينة القديمة.\n\n"
        "- ومتى كتبتها؟\n\n- في الصيف.\n"
    )
    assert [q[1] for q in quotations(text, "ar")] == [
        "من جدتي، وكانت خياطة في المدينة القديمة",
        "في الصيف",
    ]


def test_a_list_of_points_is_no_speech():
    text = "Программа\n\n– 10:15 встреча в аэропорту\n– 11:00 переговоры во дворце\n"
    assert quotations(text, "ru") == []


def test_a_dash_opens_a_turn_at_the_head_of_its_line_only():
    marked = (
        "⟦person#e1:Ли⟧ пришёл.\n\nСлово – дело, – сказал он.\n–\n\n– Едем завтра, – сказал он."
    )
    assert quotations(marked, "ru")[-1] == ("direct", "Едем завтра", "e1")
    assert quotations(marked, "ru")[0][0] != "direct"

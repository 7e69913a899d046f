"""“She had planned to come in May”: the May that is over, or the nearest, and not the next one."""

import pytest

from sijill.documents.document import Document
from sijill.reading.pipeline import Reader
from sijill.register.load import load_register


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


@pytest.mark.parametrize(
    ("language", "text", "status", "day"),
    [
        ("en", "A headline\n\nMinister Li Wen had planned to visit Kenya in March, but the trip was put off.",
         "postponed", "2025-03"),
        ("en", "A headline\n\nMinister Li Wen had planned to visit Kenya in March but called it off.",
         "cancelled", "2025-03"),
        ("en", "A headline\n\nMinister Li Wen had planned to visit Kenya in October, but the trip was put off.",
         "postponed", "2025-10"),
        ("ar", "عنوان\n\nوكانت الوزيرة وانجيرو كاماو تعتزم زيارة نواكشوط في مارس، لكنها ألغتها.",
         "cancelled", "2025-03"),
        ("ar", "عنوان\n\nوكان الوزير عمر فرج يعتزم زيارة نواكشوط في مارس، لكنه أرجأها.",
         "postponed", "2025-03"),
        ("ru", "Заголовок\n\nМинистр Ли Вэнь собирался посетить Кению в марте, но поездка была отложена.",
         "postponed", "2025-03"),
        ("ja", "見出し\n\n李文外相は3月にケニアを訪問する予定だったが、延期された。",
         "postponed", "2025-03"),
    ],
)  # fmt: skip
def test_what_had_been_planned_is_of_the_nearest_month(reader, language, text, status, day):
    reading = reader.read(Document("x", text, language, "2025-09-07"))
    assert [(e.type, e.status.value, e.date) for e in reading.events] == [("visit", status, day)]

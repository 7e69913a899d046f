"""A random number generator goes in; texts with marks that no writer would set come out.

They hold what readers may ever give: happenings of every type and status, on no day, on half a year
or on both sides of one, claims, signals and speech of anybody, all on a few words of five languages.
"""

import os
import random
from dataclasses import replace

import hand
from hand import Text

from sijill.documents.document import ClaimKind, QuotationKind, Signal, Status
from sijill.tables import open_table


def seeds(count):
    """Give so many seeds; the environment variable SIJILL_SEEDS has another number of them."""
    return range(int(os.environ.get("SIJILL_SEEDS", count)))


#: Everybody has a name in the languages of the record.
WORLD = tuple(replace(e, names={"ar": f"اسم {e.id[:3]}", **e.names}) for e in hand.WORLD)
PEOPLE = [e.id for e in WORLD if e.kind == "person"]
PLACES = [e.id for e in WORLD if e.kind == "place"]
BODIES = [e.id for e in WORLD if e.kind == "organisation"]
TYPES = [row["id"] for row in open_table("protocol/event_types.tsv", ("id",))]
SIGNALS = [row["id"] for row in open_table("protocol/signals.tsv", ("id",))]
#: Claims of order need another event, which these do not name.
CLAIMS = [kind.value for kind in ClaimKind if kind is not ClaimKind.ORDER]
DATES = (
    None, None, "2025", "2025-12", "2025-12-18", "2025-12-17/2025-12-20", "../2025-05-21",
    "2025-05-21/..", "199X", "2024-21", "2008-02-29", "1992-01-26", "2030-01-01",
    "2025-12-31/2026-01-02", "../..", "2016/2017", "20XX", "1991-12", "0050",
    "9999-12-31", "0001-01-01/0001-01-02", "9999-12-30/..", "../0001-01-03", "9999-12",
)  # fmt: skip
PUBLISHED = ("2025-12-20", "2025-12-21", "2024-08-10", None, "2025", "9999-12-31", "0001-01-01")
DETAILS = (
    ("amount", "3.7 billion dollars"), ("minutes", 20), ("documents", 14), ("begins", "09:30"),
    ("meal", "luncheon"), ("visit_format", "state"), ("visit_format", "nonsense"),
    ("part_of_day", "morning"), ("what", "x"), ("minutes", 0),
)  # fmt: skip
WORDS = {
    "en": "Tokayev met Naruhito in Tokyo and signed 14 documents worth 3.7 billion dollars, the"
    " first such visit. Some say ten, others say 20. ",
    "ar": "التقى توكاييف الإمبراطور في طوكيو ووقعا 14 وثيقة بقيمة ٣٫٧ مليار دولار، وهي أول زيارة"
    " من نوعها. ",
    "ru": "Токаев встретился с императором в Токио, подписано 14 документов на 3,7 млрд долларов,"
    " это первый визит. ",
    "kk": "Тоқаев Токиода императормен кездесті, 14 құжатқа қол қойылды, бұл алғашқы сапар. ",
    "ja": "トカエフ大統領は東京で天皇と会見し、14文書に署名した。37億ドルで初めての訪問だった。",
}
_JAPANESE = ("会見", "署名", "訪問", "14文書", "東京")


class RandomTexts:
    """Makes texts from one seed.

    With `is_narrow` there are few people, places and days, so that much is told to be one.
    """

    def __init__(self, seed, *, is_narrow=False):
        self.random = random.Random(seed)
        self.people, self.places, self.bodies = PEOPLE, [*PLACES, None], BODIES
        self.types, self.dates = TYPES, DATES
        if is_narrow:
            self.people, self.bodies = ["tokayev", "naruhito", "takaichi"], ["hitachi"]
            self.places = ["imperial-palace-tokyo", "tokyo", "jp", None, None]
            self.types = ["visit", "talks", "audience", "signing", "banquet", "lecture"]
            self.dates = ("2025-12-18", "2025-12-18", "2025-12-17/2025-12-20", "2025-12-19", None)

    def text(self, number):
        """Give a text with up to five happenings and some claims, words and signals."""
        some = self.random
        language = some.choice(list(WORDS))
        words = WORDS[language] * some.randint(1, 3)
        text = Text(f"s{number:02}", words, language, some.choice(PUBLISHED))
        marks = [w for w in words.split() if len(w) > 1] if language != "ja" else _JAPANESE
        for _ in range(some.randint(0, 5)):
            those = [*self.people, *self.bodies, "jp", "kz"]
            text.event(
                some.choice(self.types),
                some.choice(marks),
                " ".join(dict.fromkeys(some.choice(those) for _ in range(some.randint(0, 4)))),
                status=some.choice([s.value for s in Status]),
                date=some.choice(self.dates),
                place=some.choice(self.places),
                **dict(some.sample(DETAILS, some.randint(0, 2))),
            )
        for _ in range(some.randint(0, 3)):
            text.claim(some.choice(CLAIMS), some.choice(marks), some.choice([None, "visit", "x"]))
        for _ in range(some.randint(0, 3)):
            speaker = some.choice([*self.people, *self.bodies, None])
            kind = some.choice([k.value for k in QuotationKind])
            text.quotation(some.choice(marks), speaker, kind)
        for _ in range(some.randint(0, 3)):
            self._signal(text, some.choice(marks))
        for _ in range(some.randint(0, 3)):
            text.mention(some.choice(marks), some.choice(self.people))
        return text

    def _signal(self, text, words):
        at, event = text.at(words), self.random.choice([None, *(e.id for e in text.events)])
        name, kind = f"g{len(text.signals)}", self.random.choice(SIGNALS)
        text.signals.append(Signal(name, kind, at.start, at.end, words, event))

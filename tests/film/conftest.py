from __future__ import annotations

import pytest

from sijill.citation import Span, cite
from sijill.film.cut import Cut, make_cut
from sijill.film.voice import Narration
from sijill.script.scenes import CaveatCard, QuoteCard, TitleCard
from sijill.script.sentence import Chapter, Line, Scene, Script, ScriptSentence, SentenceKind

SOURCE = "يحمل هذا الحدث البروتوكولي النادر دلالات سياسية واضحة."
SAID = (
    "استقبل الإمبراطور الرئيس في اليوم نفسه.",
    "The Emperor received the President on the same day.",
)
RARE = ("يقول الفيلم إن ذلك نادر.", "The film says that this is rare.")


def sentence(
    name: str, lines: tuple[str, str], kind: SentenceKind = SentenceKind.PARAPHRASE
) -> ScriptSentence:
    arabic, english = lines
    return ScriptSentence(
        name,
        kind,
        {"ar": Line(arabic, arabic), "en": Line(english, english)},
        items=(f"item-{name}",),
        citations=(cite("source-1", SOURCE, Span(5, 14)),),
    )


@pytest.fixture
def script() -> Script:
    title = {"ar": "شريك قوي", "en": "Strong Partner"}
    protocol = {"ar": "البروتوكول", "en": "Protocol"}
    experts = {"ar": "قراءة الخبراء", "en": "How experts read it"}
    return Script(
        title,
        ("ar", "en"),
        (
            Chapter(
                "protocol",
                protocol,
                (
                    Scene("protocol-1", TitleCard(title), (sentence("protocol-1.1", SAID),)),
                    Scene(
                        "protocol-2",
                        CaveatCard(SOURCE, "ar", "opinion", {"ar": "رأي", "en": "Opinion"}, {}),
                        (sentence("protocol-2.1", RARE), sentence("protocol-2.2", SAID)),
                    ),
                ),
            ),
            Chapter(
                "experts",
                experts,
                (Scene("experts-1", QuoteCard(SOURCE, "ar", {"ar": "الخبير"}), ()),),
            ),
        ),
    )


@pytest.fixture
def cut(script: Script) -> Cut:
    """A cut without a voice, so that its times come from the tables alone."""
    return make_cut(
        script,
        language="ar",
        subtitle_languages=("ar", "en"),
        voice=Narration("ar", None),
        name="strong-partner",
    )

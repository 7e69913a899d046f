"""Where marked words of a Japanese text end goes in; who is told behind them to speak so comes out.

「…」。4代目の社長はそう苦笑する, 「…」。こう語るのは漁協の組合長だ: no verb of saying stands beside
the marks, and the sentence behind says who said them.
"""

from __future__ import annotations

from sijill.citation import Span
from sijill.documents.expressions import expression


def said_so(text: str, end: int) -> Span | None:
    """Give the words that tell who spoke; None where the sentence behind does not say so.

    `end` is where the marks end.
    """
    for name in ("said_so", "said_so_by"):
        told = expression("ja", name).match(text, end)
        if told is not None:
            return Span(*told.span("who"))
    return None


def without_called(text: str, start: int, end: int) -> int:
    """Give where reported words begin that are said of something: 訪問を「歴史的だ」と評した.

    What is called so stands before the marks and is not said; `start` for all else.
    """
    called = expression("ja", "called_so").fullmatch(text, start, end)
    return called.start("words") if called is not None else start


def noun_start(text: str, start: int, end: int) -> int:
    """Give where a noun begins that somebody asks for: 「電報を打って[撤回]を求め」.

    What the speaker did before is not said, where nothing behind it has a verb.
    """
    done = expression("ja", "done_before_asking").match(text, start, end)
    return done.end() if done is not None else start

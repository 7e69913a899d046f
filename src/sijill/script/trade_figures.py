"""The figures of a record go in; the sentences that tell the trade of the two states come out.

A year's trade is told where a source gives it for these two states, by name or as “the two
countries”, and nothing on record speaks against it. What a person alone says is told as his words.
"""

from __future__ import annotations

from decimal import Decimal

from sijill.dates import parse_edtf
from sijill.documents.patterns import pattern_table
from sijill.languages import LANGUAGES
from sijill.record.items import FigureItem, LocalText, StatementItem
from sijill.script.cards import limits, source_label
from sijill.script.facts import Story, stands_in
from sijill.script.happenings import as_said
from sijill.script.narration.calendar import on_date
from sijill.script.narration.money import Amount, amount_words
from sijill.script.narration.words import Words, shown
from sijill.script.scenes import ProjectCard, TimelineCard, TimelinePoint
from sijill.script.sentence import ScriptSentence, SentenceKind
from sijill.script.teller import Teller

#: The measure of what two states buy and sell.
TRADE = "trade"
#: The narrator's word for a bound that he has no other for.
_BOUNDS = {"nearly": "about"}


def trade_figures(story: Story) -> list[FigureItem]:
    """Give one figure of each year's trade between the two states, in order of time."""
    by_year: dict[str, FigureItem] = {}
    for figure in sorted(story.record.figures, key=lambda f: f.id):
        if (
            figure.measure == TRADE
            and figure.period
            and _is_sure(figure)
            and _is_of_pair(story, figure)
        ):
            by_year.setdefault(figure.period, figure)
    return [by_year[year] for year in sorted(by_year)]


def amount_of_figure(figure: FigureItem, languages: tuple[str, ...]) -> dict[str, Words] | None:
    """Say a figure's amount of money in each language; None in a currency one has no word for."""
    bound = _BOUNDS.get(figure.bound or "", figure.bound)
    amount = Amount(Decimal(str(figure.value)), figure.unit, bound)
    said = {language: amount_words(amount, language) for language in languages}
    return {lang: words for lang, words in said.items() if words} if all(said.values()) else None


def tell_trade(story: Story, teller: Teller, figure: FigureItem) -> ScriptSentence | None:
    """Write the sentence of a year's trade; None where its amount can't be said."""
    amount = amount_of_figure(figure, teller.languages)
    if amount is None or not figure.period:
        return None
    period = figure.period
    one, other = (teller.names.country(code) for code in story.record.between)
    said = _said_by(story, figure)
    named = said is not None and said.speaker and story.names.people([said.speaker])
    sentence = teller.tell(
        "figure.trade.source" if said and not named else "figure.trade",
        {
            "a": one,
            "b": other,
            "amount": amount,
            "when": story.names.told(lambda lang: on_date(period, lang)),
        },
        kind=SentenceKind.ATTRIBUTED_OPINION if named else SentenceKind.PARAPHRASE,
        items=[said.id] if said and named else [],
        citations=figure.citations[:1],
    )
    if sentence is not None and said and named:
        return as_said(teller, sentence, str(said.speaker), said.date)
    return sentence


def trade_card(story: Story, teller: Teller, figure: FigureItem) -> ProjectCard:
    """Make the card of one year's trade: the two states, the year, and the amount."""
    amount = amount_of_figure(figure, teller.languages)
    return ProjectCard(
        parties=tuple(shown(teller.names.country(code)) for code in story.record.between),
        stage="held",
        stage_label={},
        heading=teller.label("card.trade"),
        what=teller.date(str(figure.period)),
        amount=shown(amount) if amount else {},
        source=source_label(story, teller, figure.citations),
    )


def trade_line(story: Story, teller: Teller, figures: list[FigureItem]) -> TimelineCard | None:
    """Make the chronology of trade; None where its years are too few, or too many, for one."""
    least, most = limits("timeline")
    if not least <= len(figures) <= most:
        return None
    points = [
        TimelinePoint(str(f.period), teller.date(str(f.period)), _shown_amount(teller, f))
        for f in figures
    ]
    cited = [citation for figure in figures for citation in figure.citations]
    return TimelineCard(
        teller.label("card.trade"), tuple(points), source=source_label(story, teller, cited)
    )


def _shown_amount(teller: Teller, figure: FigureItem) -> LocalText:
    amount = amount_of_figure(figure, teller.languages)
    return shown(amount) if amount else {}


def _is_sure(figure: FigureItem) -> bool:
    """Say whether a figure is of one whole year, in money, and nothing speaks against it."""
    date = parse_edtf(figure.period or "")
    is_year = date.year is not None and not date.is_interval and len(figure.period or "") == 4
    is_money = len(figure.unit) == 3 and figure.unit.isupper()
    return is_year and is_money and not (figure.disputed or figure.told_otherwise or figure.event)


def _is_of_pair(story: Story, figure: FigureItem) -> bool:
    """Say whether a figure is told of the two states: by name, or as the two countries."""
    pair, named = set(story.record.between), set(figure.countries)
    if named == pair:
        return True
    told = ((c.exact, story.language_by_source.get(c.source_id, "")) for c in figure.citations)
    return named <= pair and any(
        hit.row["role"] == "states"
        for text, language in told
        if language in LANGUAGES
        for hit in pattern_table(language, "event_details", ("role",)).scan(text)
    )


def _said_by(story: Story, figure: FigureItem) -> StatementItem | None:
    """Give the words of somebody in which a figure stands; None where its source tells it."""
    return next(
        (
            statement
            for statement in story.record.statements
            if any(stands_in(figure.number, citation) for citation in statement.citations)
        ),
        None,
    )

"""Money that one state gave another goes in; in which form it was given comes out.

A loan is no grant, and of money that was lent no agreement is said to be signed unless a source
says so. The words stand in `data/<language>/money_forms.tsv`.
"""

from __future__ import annotations

from sijill.record.items import EventItem
from sijill.script.concepts import find_concepts
from sijill.script.facts import Story

#: Forms of which one excludes the others, the surest first.
_FORMS = ("relief", "loan", "grant")


def form_of_money(story: Story, event: EventItem) -> str:
    """Give the form of an event's money: `relief`, `loan` or `grant`, `money` where none is sure.

    `loan_signed` and `grant_signed` are agreements that the same words tell to be signed.
    """
    told = {
        form
        for text, language in story.texts(event.citations)
        for form in find_concepts("money_forms", text, language)
    }
    forms = [form for form in _FORMS if form in told]
    if forms[:1] == ["relief"]:
        return "relief"
    if len(forms) != 1:
        return "money"
    return f"{forms[0]}_signed" if "signed" in told else forms[0]

"""People and the clauses right behind their names go in; roles that such a clause tells without the
word of a post come out: “Rey, who represents Lima in the Senate”, “Rey, who edits the Weekly”.

The clauses of each language stand in `data/<language>/expressions.tsv`, by the role they tell:
tells_<role>, and told_<role> for what is over (`_RULES`).
"""

from __future__ import annotations

from collections.abc import Sequence

from sijill.documents.document import ORGANISATION, POST, Document, Mention
from sijill.documents.expressions import NOTHING, expression
from sijill.documents.mentions_by_kind import of_kind
from sijill.people.clusters import Cluster
from sijill.people.posts import PostReading

#: The house of such a clause begins right behind its words (code points): “edits the ”.
_TO_HOUSE = 5
#: The rules, each with the role that it tells and whether it is held still.
_RULES = (
    ("tells_member_of_parliament", "member_of_parliament", "current"),
    ("told_member_of_parliament", "member_of_parliament", "former"),
    ("tells_journalist", "journalist", "current"),
    ("tells_expert", "expert", "current"),
    ("tells_chief_executive", "chief_executive", "current"),
    ("tells_military_chief", "military_chief", "current"),
    ("tells_artist", "artist", "current"),
)


def read_role_clauses(
    document: Document, mentions: Sequence[Mention], clusters: Sequence[Cluster]
) -> None:
    """Give people the roles that clauses behind their names tell; clusters change in place."""
    text, language = document.text, document.language
    found = [(expression(language, name), role, status) for name, role, status in _RULES]
    rules = [(rule.match, role, status) for rule, role, status in found if rule is not NOTHING]
    if not rules:
        return
    houses = {m.start: m for m in of_kind(mentions, ORGANISATION)}
    for cluster in clusters:
        for name in cluster.names:
            for told_behind, role, status in rules:
                told = told_behind(text, name.end)
                if told is None or role in cluster.roles:
                    continue
                ends = range(told.end(), told.end() + _TO_HOUSE)
                house = next((houses[at] for at in ends if at in houses), None)
                post = Mention("", POST, name.end, name.end, "")
                cluster.readings.append(PostReading(post, role, status, None, house))

"""Everybody gets an id after their name, and many of one name cost no more each than a few."""

from __future__ import annotations

import time

from sijill.documents.document import Mention, MentionKind
from sijill.identity.locals import Local
from sijill.identity.naming import Naming
from sijill.identity.partition import Cluster, Moved


def company(number: int) -> Local:
    mention = Mention("m1", MentionKind.ORGANISATION, 0, 7, "Company", "e1")
    key = f"s{number:05d}#e1"
    return Local(
        key=key,
        source_id=key.partition("#")[0],
        language="en",
        kind="organisation",
        names=("Company",),
        mentions=(mention,),
        country=None,
        posts=(),
        register_id=None,
        published=None,
    )


def name_all(count: int) -> tuple[Naming, float]:
    """Name so many companies that nothing joins; give how many seconds of work that took."""
    locals_ = {local.key: local for local in map(company, range(count))}
    moved = Moved(gone=[], come=[Cluster(keys=[key]) for key in locals_])
    naming = Naming(taken=frozenset())
    begun = time.process_time()
    naming.update(moved, (), locals_)
    return naming, time.process_time() - begun


def test_those_of_one_name_are_numbered_in_the_order_of_their_keys():
    naming, _ = name_all(3)
    assert naming.id_by_key == {
        "s00000#e1": "company",
        "s00001#e1": "company-2",
        "s00002#e1": "company-3",
    }
    assert naming.renamed == set(naming.id_by_key)


def test_eight_times_as_many_of_one_name_take_about_eight_times_as_long():
    few = min(name_all(1_000)[1] for _ in range(3))
    many = min(name_all(8_000)[1] for _ in range(2))
    # What looks at all others for each takes 64 times as long.
    assert many < 24 * few

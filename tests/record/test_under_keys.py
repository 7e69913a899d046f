from types import SimpleNamespace as Some

from hypothesis import given
from hypothesis import strategies as st

from sijill.record.under_keys import Under, tellers_of

#: Things by number, each with the sources that tell it, in two states of a record.
WORLDS = st.lists(
    st.lists(st.tuples(st.integers(0, 5), st.sets(st.sampled_from("abc"), min_size=1)), max_size=6),
    max_size=5,
)


@given(WORLDS)
def test_what_a_source_tells_is_known_after_each_change_in_its_order(worlds):
    tellers, known, things = Under(tellers_of), {}, {}
    for world in worlds:
        rows = dict(world)
        for number, sources in rows.items():
            thing = things.get(number)
            if thing is None or {t.source_id for t in thing.tellings} != sources:
                things[number] = Some(tellings=[Some(source_id=s) for s in sorted(sources)])
        now = [things[number] for number in rows]
        known |= tellers.update(now)
        for source in "abc":
            wanted = [one for one in now if source in {t.source_id for t in one.tellings}]
            assert sorted(map(id, known.get(source, []))) == sorted(map(id, wanted))


def test_given_are_only_those_whose_things_have_changed_and_those_doubted():
    one, other = (Some(tellings=[Some(source_id=s)]) for s in "ab")
    tellers = Under(tellers_of)
    assert tellers.update([one, other]) == {"a": [one], "b": [other]}
    assert tellers.update([one, other]) == {}
    assert tellers.update([one, other], [other]) == {"b": [other]}
    assert tellers.update([other]) == {"a": []}

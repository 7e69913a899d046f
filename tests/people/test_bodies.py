"""Places and organisations of one text, each one entity."""

from test_resolution import read

from sijill.documents.document import MentionKind


def test_a_foreign_ministry_is_one_body_however_it_is_called() -> None:
    _, by_name = read(
        "{O:МИД Казахстана} ответил {L:Казахстана}. {O:Казахстанское внешнеполитическое ведомство}"
        " молчит, {O:Министерство иностранных дел Японии} тоже.",
        "ru",
    )
    bodies = [e for e in by_name.values() if e.kind is MentionKind.ORGANISATION]
    assert len(bodies) == 2

from dataclasses import replace

from hand import Text, record_of

from sijill.documents.document import HeldPost


def lecture():
    words = (
        "Tokayev gave a lecture in Tokyo. The President said that trust must return."
        " Analysts said that this will take time."
    )
    text = Text("a", words, published="2025-12-20")
    text.event("lecture", "lecture", "tokayev un-university", date="2025-12-19", place="tokyo")
    text.quotation("trust must return", "tokayev")
    return text.quotation("this will take time", None)


def test_a_statement_knows_occasion_day_and_post():
    said, unnamed = record_of(lecture()).statements
    assert (said.speaker, said.post, said.date) == ("tokayev", "head_of_state", "2025-12-19")
    assert said.event is not None
    assert said.event.startswith("lecture-2025-12-19")
    assert (unnamed.speaker, unnamed.event, unnamed.post) == (None, None, None)


def test_a_post_that_the_record_does_not_know_of_the_speaker_is_somebody_elses(monkeypatch):
    text = Text("a", "Takaichi said that they value their President.", published="2025-12-20")
    text.quotation("they value their President", "takaichi")
    own = text.reading

    def misread():
        made = own()
        wrong = HeldPost("head_of_state", "JP", "current", None)
        people = tuple(
            replace(e, posts=(wrong, *e.posts)) if e.id == "takaichi" else e for e in made.entities
        )
        return replace(made, entities=people)

    monkeypatch.setattr(text, "reading", misread)
    [said] = record_of(text).statements
    assert said.post == "head_of_government"


def test_words_that_are_not_the_sources_make_no_statement():
    text = lecture()
    text.text = text.text.replace("trust must return", "trust might return")
    assert [s.text for s in record_of(text).statements] == []


def test_a_statement_keeps_its_id_when_other_sources_come():
    alone = record_of(lecture()).statements[0].id
    other = Text("b", "Tokayev spoke.", published="2025-12-21")
    assert record_of(lecture(), other).statements[0].id == alone


def test_what_the_words_are_about_does_not_give_their_day():
    text = Text("a", "Tokayev said that talks will follow by December.", published="2025-10-02")
    text.event("talks", "talks", "tokayev", date="2025-12", status="planned")
    text.quotation("talks will follow by December", "tokayev")
    text.event("said", "talks", "tokayev", date="2025-12", status="planned")
    assert [(s.date, s.event) for s in record_of(text).statements] == [(None, None)]


def test_a_held_event_inside_of_the_words_is_no_occasion():
    text = Text("a", "Tokayev recalled that the lecture moved all.", published="2025-10-02")
    text.event("lecture", "lecture", "tokayev", date="2024-05-01")
    text.quotation("the lecture moved all", "tokayev")
    assert [(s.date, s.event) for s in record_of(text).statements] == [(None, None)]

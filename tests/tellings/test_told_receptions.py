from hand import Text, record_of

from sijill.documents.document import Mention, MentionKind

SENTENCE = "The Emperor received two Central Asian presidents on 19 December at the Residence."


def text_of(after):
    text = Text("a", f"{SENTENCE}\n\n{after}", published="2025-12-20")
    text.mention("Emperor", "naruhito").mention("Residence", "imperial-residence-tokyo", "place")
    span = text.at("19 December")
    text.mentions.append(
        Mention("d1", MentionKind.DATE, span.start, span.end, "19 December", value="2025-12-19")
    )
    return text


def audiences(record):
    return {e.participants: (e.date, e.place) for e in record.events if e.type == "audience"}


def test_each_guest_of_a_number_has_an_audience_of_his_own():
    text = text_of("Mirziyoyev came first. With Japarov the talk was of water. Endo looked on.")
    text.mention("Mirziyoyev", "mirziyoyev").mention("Japarov", "japarov").mention("Endo", "endo")
    assert audiences(record_of(text)) == {
        ("mirziyoyev", "naruhito"): ("2025-12-19", "imperial-residence-tokyo"),
        ("japarov", "naruhito"): ("2025-12-19", "imperial-residence-tokyo"),
    }


def test_a_number_that_does_not_fit_the_names_tells_nothing():
    text = text_of("Mirziyoyev came first.")
    text.mention("Mirziyoyev", "mirziyoyev")
    assert audiences(record_of(text)) == {}


def test_guests_of_another_region_are_not_counted():
    text = text_of("Mirziyoyev came first. Peña Nieto had been there in 2013.")
    text.mention("Mirziyoyev", "mirziyoyev").mention("Peña Nieto", "pena-nieto")
    assert audiences(record_of(text)) == {}


def test_what_the_reader_has_is_not_told_twice():
    text = text_of("Mirziyoyev came first, then Japarov.")
    text.mention("Mirziyoyev", "mirziyoyev").mention("Japarov", "japarov")
    text.event("audience", "received", "naruhito mirziyoyev", date="2025-12-19")
    assert len(audiences(record_of(text))) == 2


def test_a_guest_who_is_none_of_the_row_was_misread():
    text = text_of("Mirziyoyev came first, then Japarov. Tokayev had come the day before.")
    text.mention("Mirziyoyev", "mirziyoyev").mention("Japarov", "japarov")
    text.event("audience", "received", "naruhito pena-nieto", date="2025-12-19")
    assert set(audiences(record_of(text))) == {
        ("mirziyoyev", "naruhito"),
        ("japarov", "naruhito"),
    }

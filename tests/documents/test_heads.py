import pytest

from sijill.documents.heads import first_lines, lead_end


@pytest.mark.parametrize(
    ("text", "lines", "end"),
    [
        ("Head\n\nLead.\n\nBody.", ["Head", "Lead.", "Body."], 11),
        ("Head\nLead.\nBody.", ["Head", "Lead.", "Body."], 10),
        (" \n\r\nHead\r\n \nLead.", ["Head", "Lead."], 17),
        ("Head", ["Head"], 4),
        ("", [], 0),
    ],
)
def test_lines_are_paragraphs_with_blank_lines_or_without(text, lines, end):
    assert [text[s.start : s.end] for s in first_lines(text, 3)] == lines
    assert lead_end(text) == end

"""Words of the calendar in a text go in; the dates they tell come out, as EDTF."""

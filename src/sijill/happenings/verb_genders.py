"""A happening goes in; the gender that its verb shows of who did it comes out.

Arabic verbs leave the subject out, but tell a woman: «ثم توجهت إلى برازافيل» (expressions
object_on_verb, verb_of_woman).
"""

from __future__ import annotations

from sijill.documents.expressions import ends_in, expression
from sijill.documents.passage import Passage
from sijill.happenings.triggers import Trigger
from sijill.text import fold


def gender_told(trigger: Trigger, passage: Passage) -> str | None:
    """Give `f` where the first word of a trigger is a verb of a woman, else None.

    The masculine tells nothing: before its subject it stands for women, too.
    """
    if passage.language != "ar":
        return None
    word = fold(passage.text[trigger.start : trigger.end].split(" ")[0])
    if ends_in("ar", "owner_written_on").search(word) is not None and trigger.frame == "noun":
        return None  # «زيارته»: no verb, but his visit
    bare = expression("ar", "object_on_verb").sub("", word)
    return "f" if expression("ar", "verb_of_woman").match(bare) else None

"""What lies between a post and a name binds them for a price, or parts them."""

import math

import pytest

from sijill.documents.document import Document, Mention, MentionKind
from sijill.people.gaps import FAR, PairCosts, gap_cost
from sijill.people.gaps import _pair_cost as pair_cost_alone

PARTED = math.inf


@pytest.mark.parametrize(
    ("gap", "language", "side", "cost"),
    [
        ("", "en", "before", 0.0),
        (" ", "ja", "behind", 0.0),
        (", ", "ru", "behind", 0.8),
        ("، ", "ar", "behind", 0.8),
        # An age or an aside costs the same, however long: «(по совместительству)».
        (", 46, ", "en", "behind", 0.4),
        (" (по совместительству) ", "ru", "before", 0.4),
        # Vowel signs are no letters, and a demonym belongs to the post: «رئيس الشركة السويسري».
        (" السّويسري ", "ar", "before", 0.3),
        (" السويسري ", "ar", "behind", PARTED),
        # «Li, also minister» is told of Li, “the minister also Li” of nobody.
        (", also ", "en", "behind", 1.1),
        (" also ", "en", "before", PARTED),
        # What no table tells parts the two, and so does too much of what one tells.
        (" opened ", "en", "before", PARTED),
        (": : ", "en", "before", PARTED),
    ],
)
def test_each_word_and_sign_of_a_gap_has_its_price(gap, language, side, cost):
    assert gap_cost(gap, language, side) == pytest.approx(cost)


def pair_cost(text: str, post: str, name: str, language: str) -> float:
    mentions = []
    for kind, words in ((MentionKind.POST, post), (MentionKind.PERSON, name)):
        start = text.index(words)
        mentions.append(Mention(kind.value, kind, start, start + len(words), words))
    costs = PairCosts(Document("s", text, language))
    # Asked again, it answers what it answered.
    assert costs.of(*mentions) == costs.of(*mentions)
    return costs.of(*mentions)


def test_a_post_behind_a_name_costs_more_than_one_before_it():
    assert pair_cost("Minister Aas came.", "Minister", "Aas", "en") == 0.0
    assert pair_cost("Aas, the minister, came.", "minister", "Aas", "en") > 0.8


def test_two_people_are_parted():
    assert pair_cost("The minister and Aas came.", "minister", "Aas", "en") == PARTED
    assert pair_cost("По словам Ли, посол уехал.", "посол", "Ли", "ru") == PARTED
    assert pair_cost("По словам Ли, посла Чили, он уехал.", "посла Чили", "Ли", "ru") < PARTED
    # A Kazakh post stands before its holder, and an apposition bears no ending.
    assert pair_cost("Дархан министрді көрді.", "министр", "Дархан", "kk") == PARTED
    assert pair_cost("ヤン氏は外相との血縁関係はない。", "外相", "ヤン", "ja") == PARTED


def test_far_apart_nothing_binds():
    text = f"Minister{' ' * (FAR + 1)}Aas"
    assert pair_cost(text, "Minister", "Aas", "en") == PARTED
    assert pair_cost(text.replace("  ", " "), "Minister", "Aas", "en") == 0.0


@pytest.mark.parametrize(
    ("text", "post", "names", "language"),
    [
        ("Minister. He told Aas and Bo.", "Minister", ("Aas", "Bo"), "en"),
        ("Her predecessor has been named: Aas", "Her predecessor", ("Aas",), "en"),
        ("President . её ( Аас ) её Ли", "President", ("Аас", "Ли"), "ru"),
        ("Министр, 46, господин Ли сказал Аасу", "Министр", ("Ли", "Аас"), "ru"),
        ("الوزير السيّد علي قال لنور", "الوزير", ("علي", "نور"), "ar"),
        ("大統領（さん）は田中、森", "大統領", ("田中", "森"), "ja"),
    ],
)
def test_words_right_behind_a_post_part_it_from_all_whom_they_would_part_it_from_alone(
    text, post, names, language
):
    told = Mention("post", MentionKind.POST, text.index(post), text.index(post) + len(post), post)
    costs = PairCosts(Document("s", text, language))
    for name in names:
        start = text.index(name)
        person = Mention(name, MentionKind.PERSON, start, start + len(name), name)
        assert costs.of(told, person) == pair_cost_alone(text, told, person, language)

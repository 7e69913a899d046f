"""Values are compared and hashed by their fields; the type checker keeps them as they were made."""

import pickle
from dataclasses import dataclass, replace

import pytest

from sijill.citation import Span
from sijill.immutable import immutable


@immutable
class Post:
    role: str
    body: str | None = None


@dataclass(frozen=True)
class FrozenPost:
    role: str
    body: str | None = None


@immutable
class Met:
    word: str

    __hash__ = object.__hash__


def test_values_are_equal_and_hashed_by_their_fields():
    assert Post("envoy", "JP") == Post("envoy", "JP") != Post("envoy", "KZ")
    assert hash(Post("envoy", "JP")) == hash(FrozenPost("envoy", "JP"))
    assert len({Post("envoy"), Post("envoy"), Post("minister")}) == 2


def test_a_class_keeps_the_hash_that_it_gives_itself():
    met = Met("word")
    assert hash(met) == object.__hash__(met)


def test_values_have_an_order_only_where_they_are_given_one():
    assert Span(1, 2) < Span(1, 3)
    with pytest.raises(TypeError):
        sorted([Post("envoy"), Post("minister")])


def test_values_have_no_other_fields_and_can_be_copied_and_stored():
    post = Post("envoy")
    with pytest.raises(AttributeError):
        post.name = "Ana"
    assert replace(post, body="JP") == Post("envoy", "JP")
    assert pickle.loads(pickle.dumps(Span(1, 2))) == Span(1, 2)

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from post_passages import figures, is_same, passages

from sijill.reading.pipeline import Reader
from sijill.register.load import load_register
from sijill.roles import role_ranks

#: Of the posts in the passages of each language so many are read rightly, and so many are read at
#: all; the first only rise, the second are for noticing that too many are read.
RIGHT = {"ar": 31, "en": 37, "ru": 35, "kk": 34, "ja": 36}
READ = {"ar": 37, "en": 41, "ru": 37, "kk": 34, "ja": 41}


@pytest.fixture(scope="module")
def reader():
    return Reader(load_register())


@pytest.mark.parametrize("language", sorted(RIGHT))
def test_marks_of_passages_are_whole(language):
    blocks = list(passages(language))
    assert len(blocks) == 13
    for name, text, posts in blocks:
        for post in posts:
            assert post.role in role_ranks(), name
            assert post.status in ("current", "former", "acting", "honorary", "elect"), name
            assert is_same(post.who, text), f"{name}: {post.who}"


@pytest.mark.parametrize("language", sorted(RIGHT))
def test_posts_told_in_many_ways_are_read(language, reader):
    found = figures(language, reader)
    assert found.right >= RIGHT[language], found.missed
    assert found.read - found.right <= READ[language] - RIGHT[language]

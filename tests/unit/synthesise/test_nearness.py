import numpy as np
import pytest

from chatham.language.likeness import Alike
from chatham.synthesise.nearness import FEATURES, features, log_odds


def pair(likeness, close=0.0, *, words=None, voice=0.0, review="challenges", count=6):
    """Two notes that are so alike, among notes that are not."""
    near = np.full((count, count), 0.02)
    np.fill_diagonal(near, 1.0)
    near[0, 1] = near[1, 0] = likeness
    shared = near.copy()
    if words is not None:
        shared[0, 1] = shared[1, 0] = words
    one = np.zeros_like(near)
    one[0, 1] = one[1, 0] = 1.0
    alike = Alike(words=shared, aligned=near, fields=near, vectors=near, meaning=near, wholes=near, sentences=near)
    return features(alike, close=close * one, same_speaker=voice * one, review=review, meaning=True)


def odds(*given, talk=1.0, **how):
    return log_odds(pair(*given, **how), talk=talk, meaning=True)[0, 1]


def test_every_feature_has_its_place():
    assert pair(0.5).shape == (6, 6, len(FEATURES))


@pytest.mark.parametrize("talk", [0.0, 0.5, 1.0])
def test_the_more_alike_the_surer(talk):
    told = [odds(at, talk=talk) for at in (0.05, 0.2, 0.35, 0.45)]
    assert told == sorted(told)
    assert told[0] < 0 < told[-1]


def test_what_follows_is_nearer_only_in_a_conversation():
    assert odds(0.2, 1.0) > odds(0.2) + 1
    assert odds(0.2, 1.0, talk=0.0) == odds(0.2, talk=0.0)


def test_one_speaker_seldom_makes_a_point_twice():
    assert odds(0.3, voice=1.0) < odds(0.3) - 0.5


@pytest.mark.parametrize("review", ["recommendations", "resources", "progress", "good_practices"])
def test_where_points_are_many_and_small_more_is_asked(review):
    assert odds(0.3, review=review) < odds(0.3)


def test_without_a_word_in_common_notes_are_one_point_only_side_by_side():
    assert odds(0.45, words=0.0) < -5
    assert odds(0.45, 1.0, words=0.0) > 0


def test_the_same_words_are_one_point_though_there_are_no_other_notes():
    near = np.array([[1.0, 0.7], [0.7, 1.0]])
    apart = np.array([[1.0, -0.9], [-0.9, 1.0]])
    alike = Alike(words=near, aligned=near, fields=near, vectors=apart, meaning=apart, wholes=apart, sentences=apart)
    none = np.zeros((2, 2))
    made = features(alike, close=none, same_speaker=none, review="challenges", meaning=True)
    assert log_odds(made, talk=0.0, meaning=True)[0, 1] > 0


def test_the_order_of_notes_does_not_matter_to_a_pair():
    made = log_odds(pair(0.3, 0.5), talk=0.7, meaning=True)
    assert np.allclose(made, made.T)

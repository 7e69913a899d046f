"""Pairs of names that are one name in two scripts go in; what their phones cost comes out.

    PYTHONPATH=src python tools/measure_phones.py FOLDER

rewrites `phone_weights.tsv` and `phone_distances.tsv` of `data/world/`. FOLDER holds the training
slices `wd_arabic_80`, `wd_russian_80` and `wd_katakana_80` of names of people that Merhav and Ash
took from Wikidata ("Design Challenges in Named Entity Transliteration", COLING 2018;
github.com/steveash/NETransliteration-COLING2018). The slices `_20` stay unseen: measure on them.

First, names are aligned with the costs at hand, and how often two phones stand for each other is
counted against chance; half of that and half of the column `by_hand` is where the second step
begins: alone, either finds fewer. Then the costs are moved, by logistic regression, until a name
and its own spelling lie apart from a name and the spelling of the one most like it: what tells
brothers apart counts, what transliterations mix up does not.
"""

from __future__ import annotations

import argparse
import math
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from sijill.identity.phones import Codes, Scripts, encode, likeness, phones_of, plain_letters
from sijill.tables import data_path, open_table

Grid = list[list[float]]
Pairs = list[tuple[Codes, Codes]]
_SLICES = {"ar": "wd_arabic_80", "ru": "wd_russian_80", "ja": "wd_katakana_80"}
_PAIRS = {
    Scripts.FULL: ("en-ru",),
    Scripts.BARE: ("en-ar", "ar-ru"),
    Scripts.KANA: ("en-ja", "ru-ja"),
    Scripts.BARE_AND_KANA: ("ar-ja",),
}
_COLUMNS = tuple(scripts.name.lower() for scripts in Scripts)
_SOURCE = "own; Wikidata names (Merhav and Ash 2018)"
_MOST = 12_000
_ROUNDS = 2
# A phone seen less often, and a swap less often to be expected by chance, keep their cost by hand.
_SEEN = 30
_EXPECTED = 4.0
# A swap this many times likelier (log) than by chance still costs 1, and this much more nothing;
# leaving out that surprises this much costs 1.
_SURE = 2.2
_CHANCE = -1.3
_NEVER = 3.6
_BY_COUNT = 0.5
# The regression: examples, how alike rivals are, and how it walks.
_EXAMPLES = 10_000
_POOL = 300
_RIVALS = 2
_LEAST_LIKE = 0.3
_TURNS = 6
_BATCH = 400
_STEP = 1.2
_PULL_BACK = 0.02 / 20
_SLOPE = 14.0
_MIDDLE = 0.17
_HIGHEST = 1.3
# How much of the outcome is the regression's: all of it would know the names of encyclopedias too
# well, and find fewer of the cities of CLDR.
_SHARPENED = {
    Scripts.FULL: 0.6,
    Scripts.BARE: 0.6,
    Scripts.KANA: 0.5,
    Scripts.BARE_AND_KANA: 0.35,
}
# By hand: a left-out vowel counts more between scripts that both write vowels, and an r that
# closes a syllable (the phone R) counts less beside kana, which write a long vowel instead.
_WRITTEN_VOWEL = 1.35
_CLOSING_R_IN_KANA = 0.45
_VOWELS_APART = 0.3
# Where both scripts write all, a consonant that one name lacks makes it another name, however often
# names are spelt with and without it: Voronov and Vorontsov.
_LEAST_OF_CONSONANT = 0.95


def read_pairs(folder: Path, kind: str) -> Pairs:
    """Give names in two scripts that stand for one English spelling, shuffled."""
    first, second = kind.split("-")
    least = 1 if kind == "ar-ja" else 2  # few names are in both
    sides = []
    for language in (first, second):
        found: dict[str, tuple[int, str]] = {}
        for line in (
            (folder / _SLICES.get(language, _SLICES[second])).read_text("utf-8").split("\n")
        ):
            cells = line.replace(" ", "").split("\t")
            if len(cells) == 3 and int(cells[2]) >= least and min(map(len, cells[:2])) > 2:
                spelling = cells[0] if language == "en" else cells[1]
                found[cells[0]] = max(found.get(cells[0], (0, "")), (int(cells[2]), spelling))
        sides.append({english: spelling for english, (_, spelling) in found.items()})
    shared = sorted({(sides[0][e], sides[1][e]) for e in sides[0].keys() & sides[1].keys()})
    random.Random(5).shuffle(shared)
    coded = [tuple(encode(phones_of(plain_letters(n))) for n in pair) for pair in shared[:_MOST]]
    return [(a, b) for a, b in coded if len(a) > 1 and len(b) > 1]


def align(
    first: Codes, second: Codes, weights: Sequence[float], grid: Grid
) -> tuple[list[tuple[int, int]], float]:
    """Give the cheapest alignment as pairs of phones, -1 for none, and its cost."""
    table = [[0.0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for j, b in enumerate(second):
        table[0][j + 1] = table[0][j] + weights[b]
    for i, a in enumerate(first):
        table[i + 1][0] = table[i][0] + weights[a]
        for j, b in enumerate(second):
            table[i + 1][j + 1] = min(
                table[i][j] + grid[a][b],
                table[i][j + 1] + weights[a],
                table[i + 1][j] + weights[b],
            )
    i, j = len(first), len(second)
    pairs = []
    while i or j:
        here = table[i][j]
        if i and j and here == table[i - 1][j - 1] + grid[first[i - 1]][second[j - 1]]:
            pairs.append((first[i - 1], second[j - 1]))
            i, j = i - 1, j - 1
        elif i and here == table[i - 1][j] + weights[first[i - 1]]:
            pairs.append((first[i - 1], -1))
            i -= 1
        else:
            pairs.append((-1, second[j - 1]))
            j -= 1
    return pairs, table[-1][-1]


def measure(pairs: Pairs, by_hand: list[float], grid_by_hand: Grid) -> tuple[list[float], Grid]:
    """Give what leaving out and swapping phones costs, counted in alignments of like names."""
    weights, grid = list(by_hand), [list(row) for row in grid_by_hand]
    size = len(by_hand)
    for _ in range(_ROUNDS):
        swapped: Counter[tuple[int, int]] = Counter()
        dropped: Counter[int] = Counter()
        seen: tuple[Counter[int], Counter[int]] = (Counter(), Counter())
        for first, second in pairs:
            aligned, cost = align(first, second, weights, grid)
            if cost > 0.5 * max(sum(weights[c] for c in side) for side in (first, second)):
                continue  # two names after all
            for a, b in aligned:
                for code, side in zip((a, b), seen, strict=True):
                    if code >= 0:
                        side[code] += 1
                if min(a, b) < 0:
                    dropped[max(a, b)] += 1
                else:
                    swapped[min(a, b), max(a, b)] += 1
        left, right = seen
        share = sum(swapped.values()) / (left.total() * right.total())
        weights, grid = list(by_hand), [list(row) for row in grid_by_hand]
        for a in range(size):
            if left[a] + right[a] >= _SEEN:
                surprise = -math.log((dropped[a] + 0.5) / (left[a] + right[a] + 1))
                weights[a] = max(0.03, min(1.0, surprise / _NEVER))
            for b in range(a + 1, size):
                # Two phones of one script alone never meet here, which says nothing of them.
                chance = share * (left[a] * right[b] + right[a] * left[b])
                if chance >= _EXPECTED:
                    odds = math.log((swapped[a, b] + 0.5) / (chance + 0.5))
                    grid[a][b] = grid[b][a] = max(0.0, min(1.0, 1 - (odds - _CHANCE) / _SURE))
    return weights, grid


def most_alike(pairs: Pairs, scripts: Scripts) -> Pairs:
    """Give each name beside the spelling of another that is as like it as any of many."""
    chosen = random.Random(2)
    found = []
    for name, spelling in pairs:
        others = chosen.sample(pairs, min(_POOL, len(pairs)))
        ranked = sorted(((likeness(name, o, scripts), o, s) for o, s in others), reverse=True)
        near = [(like, s) for like, o, s in ranked if _LEAST_LIKE < like < 1 and s != spelling]
        found += [(name, s) for _, s in near[:_RIVALS]]
    return found


def sharpen(
    pairs: Pairs, rivals: Pairs, weights: list[float], grid: Grid
) -> tuple[list[float], Grid]:
    """Move the costs until pairs and rivals lie apart; what was there before pulls them back."""
    first_weights, first_grid = np.array(weights), np.array(grid)
    now_weights, now_grid = first_weights.copy(), first_grid.copy()
    examples = [(pair, 1) for pair in pairs] + [(pair, 0) for pair in rivals]
    chosen = random.Random(0)
    for turn in range(_TURNS):
        chosen.shuffle(examples)
        step = _STEP / (1 + turn / 2)
        for start in range(0, len(examples), _BATCH):
            batch = examples[start : start + _BATCH]
            for_weights, for_grid = np.zeros_like(now_weights), np.zeros_like(now_grid)
            shown_weights, shown_grid = now_weights.tolist(), now_grid.tolist()
            for (first, second), is_one in batch:
                heavy = max(first_weights[list(side)].sum() for side in (first, second))
                aligned, cost = align(first, second, shown_weights, shown_grid)
                guess = 1 / (1 + math.exp(-_SLOPE * (_MIDDLE - cost / heavy)))
                pull = (guess - is_one) * _SLOPE / heavy / len(batch)
                for a, b in aligned:
                    if min(a, b) < 0:
                        for_weights[max(a, b)] += pull
                    elif a != b:
                        for_grid[a, b] += pull
                        for_grid[b, a] += pull
            now_weights += step * (for_weights - _PULL_BACK * (now_weights - first_weights))
            now_grid += step * (for_grid - _PULL_BACK * (now_grid - first_grid))
            now_weights = np.clip(now_weights, 0.03, _HIGHEST)
            now_grid = np.clip(now_grid, 0.0, _HIGHEST)
    return now_weights.tolist(), now_grid.tolist()


def main() -> None:
    """Measure, and rewrite the two tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    phones = open_table("world/phone_weights.tsv", ("phone", "kind", "by_hand", "class"))
    swaps = open_table("world/phone_distances.tsv", ("first", "second", "by_hand"))
    number = {row["phone"]: i for i, row in enumerate(phones)}
    size = len(phones)
    base = [[0.0 if a == b else 1.0 for b in range(size)] for a in range(size)]
    for a, one in enumerate(phones):
        for b, other in enumerate(phones):
            if a != b and one["kind"] == other["kind"] == "vowel":
                base[a][b] = _VOWELS_APART
    hand = {(row["first"], row["second"]): float(row["by_hand"]) for row in swaps if row["by_hand"]}
    for (first, second), cost in hand.items():
        base[number[first]][number[second]] = base[number[second]][number[first]] = cost
    weights_of: dict[Scripts, list[float]] = {}
    grid_of: dict[Scripts, Grid] = {}
    for scripts, kinds in _PAIRS.items():
        weights = [float(row["by_hand"]) for row in phones]
        if scripts in (Scripts.FULL, Scripts.KANA):
            weights = [
                w * _WRITTEN_VOWEL if row["kind"] == "vowel" and w > 0.15 else w
                for w, row in zip(weights, phones, strict=True)
            ]
        if scripts in (Scripts.KANA, Scripts.BARE_AND_KANA):
            weights[number["R"]] = _CLOSING_R_IN_KANA
        pairs = [pair for kind in kinds for pair in read_pairs(folder, kind)]
        counted, grid = measure(pairs, weights, base)
        half = _half(weights, counted)
        half_grid = [_half(a, b) for a, b in zip(base, grid, strict=True)]
        pairs = pairs[:_EXAMPLES]
        rivals = most_alike(pairs, Scripts.BARE if kinds[0][:2] == "ar" else Scripts.FULL)
        sharp, sharp_grid = sharpen(pairs, rivals, half, half_grid)
        share = _SHARPENED[scripts]
        weights_of[scripts] = _mixed(half, sharp, share)
        if scripts is Scripts.FULL:
            weights_of[scripts] = [
                max(w, _LEAST_OF_CONSONANT) if w_by_hand >= 1.0 else w
                for w, w_by_hand in zip(weights_of[scripts], weights, strict=True)
            ]
        grid_of[scripts] = [_mixed(a, b, share) for a, b in zip(half_grid, sharp_grid, strict=True)]
        print(f"{scripts.name}: {len(pairs)} pairs of names, {len(rivals)} rivals")
    _write(
        "phone_weights.tsv",
        "# What leaving out a phone costs in an alignment, for the four pairings of scripts.\n"
        "# by_hand: a guess, from which tools/measure_phones.py makes the rest.\n"
        "# class: consonants that transliterations mix up.",
        ("phone", "kind", "by_hand", *_COLUMNS, "class", "source"),
        [
            [
                row["phone"],
                row["kind"],
                row["by_hand"],
                *(f"{weights_of[s][i]:.2f}" for s in Scripts),
                row["class"],
                _SOURCE,
            ]
            for i, row in enumerate(phones)
        ],
    )
    rows = []
    for first, a in number.items():
        for second, b in number.items():
            costs = [grid_of[s][a][b] for s in Scripts]
            known = hand.get((first, second))
            default = base[a][b] if known is None else -1.0
            if first < second and any(abs(cost - default) > 0.04 for cost in costs):
                shown = "" if known is None else f"{known:g}"
                rows.append([first, second, shown, *(f"{c:.2f}" for c in costs), _SOURCE])
    _write(
        "phone_distances.tsv",
        "# What putting one phone for another costs in an alignment, for the four pairings of\n"
        "# scripts; pairs that are not here cost 1, two vowels 0.3. Columns as in phone_weights.",
        ("first", "second", "by_hand", *_COLUMNS, "source"),
        sorted(rows),
    )


def _half(by_hand: list[float], counted: list[float]) -> list[float]:
    return _mixed(by_hand, counted, _BY_COUNT)


def _mixed(first: list[float], second: list[float], share: float) -> list[float]:
    return [share * b + (1 - share) * a for a, b in zip(first, second, strict=True)]


def _write(name: str, note: str, header: tuple[str, ...], rows: list[list[str]]) -> None:
    lines = [note, "\t".join(header), *("\t".join(row) for row in rows)]
    data_path(f"world/{name}").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

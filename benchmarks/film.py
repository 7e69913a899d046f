"""A cut goes in; what rendering it costs comes out, beside what x264 alone costs on its frames.

    python benchmarks/film.py build/film/strong-partner.ar.otio [--quality standard] [--scenes 8]

"Render" is all of our work from the card to the segment file: setting text, drawing, putting
frames together, encoding. "x264 alone" encodes the very same frames, already in memory, with the
same settings, into memory. Both are CPU seconds of one process with one encoder thread.
"""

from __future__ import annotations

import argparse
import io
import tempfile
import time
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np

from sijill.film.cut import CutScene
from sijill.film.edit_list import read_edit_list
from sijill.film.encode import Quality, find_quality, open_encoder, write_segment
from sijill.film.planes import Picture
from sijill.film.render import scene_pictures
from sijill.film.shots import CardShots
from sijill.film.shots.base import FPS
from sijill.film.telling import find_cues


def frame_of(picture: Picture) -> Any:
    width, height = picture.size
    frame = av.VideoFrame(width, height, "yuv420p")
    for plane, source in zip(frame.planes, (picture.y, picture.u, picture.v), strict=True):
        rows = np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)
        np.copyto(rows[: plane.height, : plane.width], source)
    return frame


def frames_in_memory(pictures: Iterator[Picture | None]) -> list[Any]:
    frames: list[Any] = []
    for picture in pictures:
        frames.append(frames[-1] if picture is None else frame_of(picture))
    return frames


def encode_alone(frames: list[Any], quality: Quality) -> float:
    start = time.process_time()
    container, stream = open_encoder(io.BytesIO(), quality)
    for number, frame in enumerate(frames):
        frame.pts = number
        frame.time_base = Fraction(1, FPS)
        container.mux(stream.encode(frame))
    container.mux(stream.encode(None))
    container.close()
    return time.process_time() - start


def measure_scene(
    scene: CutScene,
    cues: tuple[int, ...],
    language: str,
    quality: Quality,
    maker: CardShots,
    folder: Path,
) -> tuple[float, float, int]:
    """Give the CPU seconds of our render and of x264 alone, and the number of new pictures."""

    def pictures() -> Iterator[Picture | None]:
        return scene_pictures(
            scene, language, maker, width=quality.width, height=quality.height, cues=cues
        )

    start = time.process_time()
    write_segment(pictures(), folder / "scene.mp4", quality)
    ours = time.process_time() - start
    frames = frames_in_memory(pictures())
    alone = encode_alone(frames, quality)
    return ours, alone, len({id(frame) for frame in frames})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("cut", type=Path, help="an .otio file written by Sijill")
    parser.add_argument("--quality", default="standard")
    parser.add_argument("--scenes", type=int, default=0, help="only the first so many scenes")
    chosen = parser.parse_args()
    cut = read_edit_list(chosen.cut)
    quality = find_quality(chosen.quality)
    maker = CardShots()
    maker.digest()
    cv2.setNumThreads(1)
    scenes = list(cut.spoken_scenes())[: chosen.scenes or None]
    total = [0.0, 0.0]
    count = 0
    print(
        f"{'scene':24} {'frames':>6} {'new':>5} {'render':>8} {'x264':>8}  ratio   (CPU ms/frame)"
    )
    with tempfile.TemporaryDirectory() as name:
        # Fonts and libraries are loaded once per film, not once per scene.
        measure_scene(scenes[0][0], (), cut.language, quality, maker, Path(name))
        for scene, lines in scenes:
            cues = find_cues(scene, lines, cut.language)
            ours, alone, new = measure_scene(scene, cues, cut.language, quality, maker, Path(name))
            total[0] += ours
            total[1] += alone
            count += scene.length
            a, b = ours / scene.length * 1000, alone / scene.length * 1000
            label = f"{scene.template} {scene.id}"[:24]
            print(f"{label:24} {scene.length:6} {new:5} {a:8.2f} {b:8.2f}  {ours / alone:5.2f}")
    a, b = (seconds / count * 1000 for seconds in total)
    print(f"{'all':24} {count:6} {'':5} {a:8.2f} {b:8.2f}  {total[0] / total[1]:5.2f}")


if __name__ == "__main__":
    main()

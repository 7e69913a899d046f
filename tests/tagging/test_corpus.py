"""Which marked texts a model learns from."""

from sijill.tagging.corpus import REPORTS, TAGGERS, lesson_paths


def test_a_series_may_be_left_out_for_a_model_and_a_language(tmp_path):
    for language in ("ar", "ru"):
        (tmp_path / language).mkdir()
        for name in ("k001", "n001", "na01", "017"):
            (tmp_path / language / f"{name}.{language}.json").write_text("{}")
    assert len(lesson_paths(tmp_path, "ar", TAGGERS)) == 4
    (tmp_path / "lessons.tsv").write_text(
        "language\tseries\tmodel\twhy\tsource\nru\tn\ttaggers\t-\town\n*\tn\treports\t-\town\n"
    )

    def names(language, model):
        return [path.name.split(".")[0] for path in lesson_paths(tmp_path, language, model)]

    assert names("ar", TAGGERS) == ["017", "k001", "n001", "na01"]
    assert names("ru", TAGGERS) == ["017", "k001", "na01"]
    assert names("ar", REPORTS) == ["017", "k001", "na01"]
    assert names("en", REPORTS) == []

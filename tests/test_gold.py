"""Hold the floors of accuracy on the annotated articles in tests/gold. The figures are told by ``explore evaluate``."""

import importlib.util
import json
from functools import lru_cache
from pathlib import Path

import pytest

from explore import corpus, evaluation, gold, scores, tables
from explore.errors import SourceError
from explore.reading import default

GOLD = Path(__file__).parent / "gold"
SEEDS = Path(__file__).parents[1] / "seeds"
# A little under the figures of docs/accuracy.md: whoever lowers one has to say why.
FLOORS = {
    "seeds": {
        "event_f1": 0.96,
        "strict_f1": 0.93,
        "entity_f1": 0.97,
        "published_accuracy": 1.0,
        "value_accuracy": 0.98,
    },
    "dev": {
        "event_f1": 0.95,
        "strict_f1": 0.92,
        "entity_f1": 0.96,
        "published_accuracy": 1.0,
        "direction_accuracy": 0.98,
        "statement_recall": 0.8,
    },
    "press": {"event_f1": 0.94, "strict_f1": 0.89, "entity_f1": 0.95, "event_precision": 0.95},
    "agencies": {"event_f1": 0.91, "strict_f1": 0.87, "entity_f1": 0.94, "event_precision": 0.97},
    "wires": {"event_f1": 0.89, "strict_f1": 0.83, "entity_f1": 0.96, "event_precision": 0.96},
    "mixed": {"event_f1": 0.9, "strict_f1": 0.82, "entity_f1": 0.94, "event_precision": 0.92},
    "offices": {"event_f1": 0.92, "strict_f1": 0.85, "entity_f1": 0.95, "event_precision": 0.96},
    "crises": {"event_f1": 0.88, "strict_f1": 0.82, "entity_f1": 0.96, "event_precision": 0.97},
    "range": {"event_f1": 0.9, "strict_f1": 0.82, "entity_f1": 0.96, "event_precision": 0.93},
    "everyday": {"event_f1": 0.91, "strict_f1": 0.83, "entity_f1": 0.96, "event_precision": 0.95},
    "plain": {"event_f1": 0.93, "strict_f1": 0.91, "entity_f1": 0.97, "event_precision": 0.96},
    "elaborate": {"event_f1": 0.91, "strict_f1": 0.84, "entity_f1": 0.96, "event_precision": 0.96},
    "winding": {"event_f1": 0.89, "strict_f1": 0.83, "entity_f1": 0.95, "event_precision": 0.97},
    "literary": {"event_f1": 0.77, "strict_f1": 0.66, "entity_f1": 0.95, "event_precision": 0.85},
    "kindred": {"event_f1": 0.9, "strict_f1": 0.84, "entity_f1": 0.95, "event_precision": 0.93},
    "dense": {"event_f1": 0.85, "strict_f1": 0.73, "entity_f1": 0.94, "event_precision": 0.92},
    "varied": {"event_f1": 0.91, "strict_f1": 0.9, "entity_f1": 0.96, "event_precision": 0.93},
    "newsroom": {"event_f1": 0.78, "strict_f1": 0.66, "entity_f1": 0.96, "event_precision": 0.89},
    "bureaus": {"event_f1": 0.88, "strict_f1": 0.84, "entity_f1": 0.94, "event_precision": 0.93},
}


@lru_cache(maxsize=8)
def pairs(name):
    return tuple((one, default().read(one.article)) for one in gold.load(str(GOLD / name)))


@lru_cache(maxsize=8)
def figures(name):
    return evaluation.evaluate(pairs(name)).figures()


@lru_cache(maxsize=8)
def measured(name):
    """Measure as records are read, whose days of publication are told; the seeds tell theirs themselves."""
    return evaluation.measure(str(GOLD / name), dated=name != "seeds").figures()


@pytest.mark.parametrize(("name", "figure"), [(name, figure) for name, floors in FLOORS.items() for figure in floors])
def test_accuracy_does_not_fall(name, figure):
    assert measured(name)[figure] >= FLOORS[name][figure]


@pytest.mark.parametrize("name", FLOORS)
def test_every_offset_is_right(name):
    assert figures(name)["bad_offsets"] == 0


def test_the_files_give_the_texts_that_were_annotated():
    read = [(one.article.file, one.article.title, one.article.text) for one in corpus.read([SEEDS]).readings]
    assert read == [(one.article.file, one.article.title, one.article.text) for one, _ in pairs("seeds")]


@pytest.mark.parametrize("name", FLOORS)
def test_the_figures_are_those_of_the_scorer(name, tmp_path):
    """``tests/gold/score.py`` stands alone and judges the extraction as it is written to a file."""
    scorer = _scorer()
    out = tmp_path / "extraction.jsonl"
    out.write_text(
        "".join(json.dumps(tables.rows(reading), ensure_ascii=False) + "\n" for _, reading in pairs(name)), "utf-8"
    )
    expected = scorer.score(
        scorer.load_gold(str(GOLD / name)), [json.loads(line) for line in out.read_text("utf-8").split("\n") if line]
    )
    assert figures(name) == pytest.approx(expected)


def test_the_scorer_agrees_on_an_extraction_full_of_faults():
    """The same events in wrong articles match nothing, or by chance the wrong thing: every branch of both is taken."""
    scorer = _scorer()
    known = pairs("dev")
    shifted = [(known[place][0], known[place - 1][1]) for place in range(len(known))]
    rows = [
        {**tables.rows(reading), "source_id": one.article.source_id, "text": one.article.text}
        for one, reading in shifted
    ]
    expected = scorer.score(scorer.load_gold(str(GOLD / "dev")), rows)
    found = evaluation.evaluate(shifted).figures()
    del expected["bad_offsets"], found["bad_offsets"]
    assert found == pytest.approx(expected)


def test_the_report_tells_every_figure_and_every_channel():
    told = "\n".join(scores.report(evaluation.evaluate(pairs("seeds"))))
    assert all(word in told for word in ("event_f1", "direction_accuracy", "letter", "visit", "all"))


@pytest.mark.parametrize(
    ("events", "problem"),
    [("{", "is no gold event"), ('{"article": "x"}', "is no gold event"), (None, "cannot be read")],
)
def test_broken_gold_is_told(tmp_path, events, problem):
    (tmp_path / "x.ann").write_text("=== x\n\nنص\n", "utf-8")
    if events is not None:
        (tmp_path / "x.events.jsonl").write_text(events, "utf-8")
    with pytest.raises(SourceError, match=problem):
        gold.load(str(tmp_path / "x"))


def _scorer():
    spec = importlib.util.spec_from_file_location("score", GOLD / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

"""Score the date layer on the annotated articles. The floors hold what was reached; they are no aims."""

import importlib.util
from pathlib import Path

import pytest

from explore.dates import find, publication, resolve
from explore.text.tokens import tokenize

GOLD = Path(__file__).parents[1] / "gold"
SPEC = importlib.util.spec_from_file_location("gold_score", GOLD / "score.py")
score = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(score)
ARTICLES = {name: score.load_gold(str(GOLD / name)) for name in ("seeds", "dev")}


def read(article, *, told):
    tokens = tokenize(article["text"])
    mentions = find.find(tokens)
    days = article["meta"].get("published", "").split("|")
    published = publication.infer(tokens, mentions, days[0] if told else None)
    return score.edtf(published.value) in days, resolve.resolve(mentions, published)


def measure(name, *, told):
    """Return span F1, value accuracy and share of right publication days."""
    matched = found = marked = right = settled = days = 0
    for article in ARTICLES[name].values():
        day_is_right, mentions = read(article, told=told)
        gold = {("DATE", s["start"], s["end"]): s["value"] for s in article["spans"] if s["type"] == "DATE"}
        dated = {("DATE", mention.start, mention.end): mention.value for mention in mentions}
        pairs = score.match_spans(gold, dated, True)
        matched, found, marked, days = matched + len(pairs), found + len(dated), marked + len(gold), days + day_is_right
        values = [(score.edtf(gold[g]), score.edtf(dated[d])) for g, d in pairs if gold[g] != "?"]
        right, settled = right + sum(want == got for want, got in values), settled + len(values)
    return 2 * matched / (found + marked), right / settled, days / len(ARTICLES[name])


@pytest.mark.parametrize(
    ("name", "told", "spans", "values", "days"),
    [
        ("seeds", True, 0.98, 0.98, 1.0),
        ("dev", True, 0.98, 0.98, 1.0),
        ("seeds", False, 0.98, 0.98, 1.0),
        ("dev", False, 0.98, 0.94, 0.87),
    ],
)
def test_floors(name, told, spans, values, days):
    got = measure(name, told=told)
    assert got[0] >= spans
    assert got[1] >= values
    assert got[2] >= days


@pytest.mark.parametrize("key", ARTICLES["seeds"])
def test_seeds_tell_their_own_day(key):
    right, _ = read(ARTICLES["seeds"][key], told=False)
    assert right

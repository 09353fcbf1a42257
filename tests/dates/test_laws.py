"""Hold the laws of the date layer over any text."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from explore.dates import find, publication, resolve
from explore.dates.lexicon import load
from explore.text.tokens import tokenize

LEXICON = load()
WORDS = sorted(
    {word for name in ("relations.past", "units.year", "day_words.many", "links.until") for word in LEXICON.words[name]}
    | set(LEXICON.weekdays) | set(LEXICON.months) | set(LEXICON.hijri) | set(LEXICON.ordinals) | set(LEXICON.offsets)
    | set(LEXICON.vague)
    | {"1", "31", "12", "2019", "1444", "ه", "/", "-", "(", ")", "،", "من", "و", "الموافق", "هذا", "\n"}
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join))
DAYS = st.one_of(st.none(), st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)).map(dt.date.isoformat))


@settings(deadline=None)
@given(TEXTS, DAYS)
def test_spans_lie_in_the_text_in_order_and_nothing_fails(text, day):
    tokens = tokenize(text)
    mentions = find.find(tokens)
    dated = resolve.resolve(mentions, publication.infer(tokens, mentions, day))
    assert len(dated) == len(mentions)
    last = 0
    for mention in dated:
        assert last <= mention.start < mention.end <= len(text)
        assert 0 <= mention.first < mention.last <= len(tokens)
        assert mention.interval is None or mention.interval.first <= mention.interval.last
        assert mention.why
        last = mention.end

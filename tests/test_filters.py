import dataclasses
import datetime as dt

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.synthetic import generate
from explore import blocs, filters, tables
from explore.facets import options
from explore.filters import FIELDS, NONE, Choice, Selection
from explore.masks import Sieve, columns
from explore.model import Channel, Occasion, Status

calm = settings(deadline=None, max_examples=50)  # a slow machine is no fault
CORPUS = generate(400, seed=3)
IDS = sorted({*CORPUS.events["sender_id"].dropna(), *CORPUS.events["recipient_id"].dropna()})
STATES = sorted(CORPUS.events["sender_country"].dropna().unique())
SOURCES = sorted(CORPUS.articles["source"].dropna().unique())
VALUES = {
    **{field: [*IDS[:8], NONE] for field in ("person", "sender", "recipient")},
    **{field: [*STATES[:8], NONE, *blocs.known()[:6]] for field in ("country", "sender_country", "recipient_country")},
    "channel": list(map(str, Channel)),
    "status": list(map(str, Status)),
    "occasion": [*map(str, Occasion), NONE],
    "source": [*SOURCES, NONE],
    "words": ["بوتين", "رسالة", "إلى دونالد", "ترمب"],
}


@st.composite
def choices(draw, field):
    chosen = draw(st.lists(st.sampled_from(VALUES[field]), max_size=3, unique=True))
    n = draw(st.integers(0, len(chosen)))
    return Choice(tuple(chosen[:n]), tuple(chosen[n:]))


@st.composite
def selections(draw):
    fields = draw(st.sets(st.sampled_from(FIELDS), max_size=3))
    days = sorted(draw(st.lists(st.dates(dt.date(2017, 1, 1), dt.date(2026, 12, 31)), min_size=2, max_size=2)))
    first, last = (draw(st.sampled_from((day, None))) for day in days)
    share = draw(st.sampled_from((0.0, 0.5, 0.75, 1.0)))
    return Selection(first, last, confidence=share, **{field: draw(choices(field)) for field in fields})


@calm
@given(selections())
def test_filters_never_add_change_or_move_rows(selection):
    view = filters.apply(CORPUS, selection)
    for kept, whole in (
        (view.events, CORPUS.events),
        (view.articles, CORPUS.articles),
        (view.mentions, CORPUS.mentions),
    ):
        assert kept.index.is_monotonic_increasing
        pd.testing.assert_frame_equal(kept, whole.loc[kept.index])
    assert set(view.events["article_id"]) <= set(view.articles["article_id"])
    assert view.n == tables.count(view.events)
    pd.testing.assert_frame_equal(view.charted, tables.charted(view.events))


@calm
@given(selections(), st.sampled_from(FIELDS), st.data())
def test_asking_for_more_leaves_no_more(selection, field, data):
    value = data.draw(st.sampled_from(VALUES[field]))
    wide, narrow = (filters.apply(CORPUS, asked) for asked in (selection, selection.add(field, value, exclude=True)))
    if value not in selection.choice(field).include:
        assert set(narrow.events.index) <= set(wide.events.index)


@calm
@given(selections())
def test_an_address_gives_the_selection_back(selection):
    assert filters.from_query(filters.to_query(selection)) == (selection, [])


@calm
@given(
    st.dictionaries(
        st.sampled_from(["from", "to", "confidence", "channel", "not-status", "person", "lang"]), st.lists(st.text())
    )
)
def test_any_address_gives_some_selection(query):
    selection, _ = filters.from_query(query, CORPUS)
    filters.apply(CORPUS, selection)
    assert filters.from_query(filters.to_query(selection), CORPUS) == (selection, [])


@calm
@given(selections(), st.sampled_from([field for field in FIELDS if field != "words"]))
def test_each_facet_counts_what_choosing_it_would_leave(selection, field):
    others = selection
    for chip in selection.chips():
        others = others.remove(chip.field, chip.value) if chip.field == field else others
    options = filters.facets(CORPUS, selection, field)
    states, groups = ([o for o in options if (o.value in blocs.known()) == grouped] for grouped in (False, True))
    assert options == [*states, *groups]
    for listed in (states, groups):
        assert [option.n for option in listed] == sorted((option.n for option in listed), reverse=True)
    for option in (*states[:3], *groups[:3]):
        assert option.n == filters.apply(CORPUS, others.add(field, option.value)).n


def values_of(events, article_sources, field):
    """Yield the value or values of *field* that each row has, row by row: slowly, and by the book."""
    sides = {"person": ["sender_id", "recipient_id"], "country": ["sender_country", "recipient_country"]}
    for row in events.itertuples():
        if field == "source":
            yield {article_sources[row.article_id]}
        elif field in sides:
            yield {getattr(row, name) for name in sides[field]}
        elif field in ("sender", "recipient", "sender_country", "recipient_country"):
            here, there = columns(field)
            yield {getattr(row, name) for name in ([here, there] if row.mutual else [here])}
        else:
            yield {getattr(row, field)}


@calm
@given(selections(), st.sampled_from([field for field in FIELDS if field != "words"]))
def test_facets_count_as_slow_counting_does(selection, field):
    sides = ("sender", "recipient", "sender_country", "recipient_country")
    if field in sides and any(selection.choice(other) for other in sides):
        return  # which side of a mutual row fits depends on the other: counted by the test above
    events = filters.apply(CORPUS, dataclasses.replace(selection, **{field: Choice()})).events
    if field not in ("channel", "status", "occasion", "source"):
        events = tables.communications(events)  # one row a communication, save for what its reports may differ in
    article_sources = CORPUS.articles.set_index("article_id")["source"].to_dict()
    seen = {}
    contacts_of = CORPUS.grouped.contact[events.index]
    for contact, values in zip(contacts_of, values_of(events, article_sources, field), strict=True):
        for value in values:
            seen.setdefault(value if isinstance(value, str) else NONE, set()).add(contact)
    chosen = selection.choice(field)
    known = {**dict.fromkeys((*chosen.include, *chosen.exclude), 0), **{key: len(found) for key, found in seen.items()}}
    options = filters.facets(CORPUS, selection, field)
    plain = {key: n for key, n in known.items() if key not in blocs.known()}
    assert {option.value: option.n for option in options if option.value not in blocs.known()} == plain


@calm
@given(selections(), st.sampled_from([field for field in FIELDS if field != "words"]), st.integers(1, 12))
def test_the_most_frequent_values_are_the_head_of_all_and_what_is_chosen(selection, field, most):
    sieve = Sieve(CORPUS, selection)
    every, some = options(sieve, field), options(sieve, field, most)
    chosen = selection.choice(field)
    always = {*chosen.include, *chosen.exclude, *blocs.known()}
    assert [option for option in every if option in some] == some
    head = [option for option in every if option.value not in always][:most]
    assert [option for option in some if option.value not in always][: len(head)] == head
    assert {option.value for option in every} & always <= {option.value for option in some}


def test_all_facets_are_the_facets():
    selection = Selection(channel=Choice(("letter",)), person=Choice((), (IDS[0],)))
    together = filters.all_facets(CORPUS, selection)
    assert together == {field: filters.facets(CORPUS, selection, field) for field in FIELDS if field != "words"}


def test_a_chosen_value_is_offered_even_if_nothing_is_left():
    options = filters.facets(
        CORPUS, Selection(first=dt.date(1990, 1, 1), last=dt.date(1990, 1, 2), channel=Choice(("call",))), "channel"
    )
    assert [(option.value, option.n, option.name_ar) for option in options] == [("call", 0, "مكالمة هاتفية")]


def frame(**columns):
    """Return a corpus of rows that differ from an ordinary letter in *columns*."""
    n = len(next(iter(columns.values())))
    whole = generate(n, seed=1)
    events = whole.events.astype({name: object for name in columns if str(whole.events[name].dtype) == "category"})
    return tables.share(whole.articles, whole.mentions, tables.typed(events.assign(**columns), tables.EVENTS))


def kept(corpus, selection):
    return filters.apply(corpus, selection).events.index.tolist()


def test_imprecise_dates_are_kept_when_they_overlap_and_unknown_ones_only_unasked():
    starts = pd.to_datetime(["2018-12-30", "2018-01-01", "2019-01-01", None])
    ends = pd.to_datetime(["2018-12-30", "2018-12-31", "2019-01-31", None])
    corpus = frame(date_start=starts, date_end=ends)
    assert kept(corpus, Selection()) == [0, 1, 2, 3]
    assert kept(corpus, Selection(first=dt.date(2018, 12, 31))) == [1, 2]
    assert kept(corpus, Selection(last=dt.date(2018, 12, 30))) == [0, 1]
    assert kept(corpus, Selection(dt.date(2019, 1, 10), dt.date(2019, 1, 10))) == [2]


def test_sides_of_a_mutual_event_match_in_either_order():
    sides = {"sender_id": ["a", "a", "b"], "recipient_id": ["b", "b", "a"], "mutual": [True, False, False]}
    corpus = frame(**sides)
    assert kept(corpus, Selection(sender=Choice(("b",)), recipient=Choice(("a",)))) == [0, 2]
    assert kept(corpus, Selection(sender=Choice(("a",)))) == [0, 1]
    assert kept(corpus, Selection(sender=Choice((), ("b",)))) == [1]
    assert kept(corpus, Selection(person=Choice(("b",)))) == [0, 1, 2]


def test_none_stands_for_what_is_missing():
    corpus = frame(recipient_id=["a", None], recipient_country=["RUS", None], occasion=["eid", None])
    for field in ("recipient", "recipient_country", "occasion"):
        assert kept(corpus, Selection(**{field: Choice((NONE,))})) == [1]
        assert kept(corpus, Selection(**{field: Choice((), (NONE,))})) == [0]


def test_a_bloc_means_its_members_on_the_day():
    days = pd.to_datetime(["2020-01-31", "2020-02-01", "2024-01-01", None])
    sides = {"sender_country": ["GBR"] * 4, "recipient_country": ["USA"] * 3 + ["FRA"], "mutual": [False] * 4}
    corpus = frame(date_start=days, date_end=days, **sides)
    union, nato = "european-union-members", "nato-members"
    assert kept(corpus, Selection(country=Choice((union,)))) == [0, 3]
    assert kept(corpus, Selection(sender_country=Choice((union,)))) == [0, 3]
    assert kept(corpus, Selection(sender_country=Choice((), (union,)))) == [1, 2]
    assert kept(corpus, Selection(country=Choice((nato,), ("FRA",)))) == [0, 1, 2]
    assert kept(corpus, Selection(sender_country=Choice((union,)), recipient_country=Choice(("FRA",)))) == [3]


def test_an_imprecise_day_leaves_a_state_in_the_blocs_it_may_have_belonged_to():
    starts, ends = pd.to_datetime(["2020-01-01", "2020-02-01"]), pd.to_datetime(["2020-12-31", "2020-12-31"])
    corpus = frame(date_start=starts, date_end=ends, sender_country=["GBR"] * 2, recipient_country=["USA"] * 2)
    assert kept(corpus, Selection(country=Choice(("european-union-members",)))) == [0]


def saying(*texts):
    corpus = generate(40, seed=2)
    articles = corpus.articles.iloc[: len(texts)].assign(text=list(texts), title=None)
    return tables.share(tables.typed(articles, tables.ARTICLES), corpus.mentions.iloc[:0], corpus.events.iloc[:0])


@pytest.mark.parametrize(
    ("term", "found"),
    [
        ("رسالة", [0, 1, 2, 3]),
        ("رساله", [0, 1, 2, 3]),
        ("الرسالة", [1, 3]),
        ("مراسلة", [4]),
        ("أردوغان", [5, 6]),
        ("ولايات", [7]),
        ("الولايات المتحدة", [7]),
        ("إلى", [2]),
        ("!", [0, 1, 2, 3, 4, 5, 6, 7]),
    ],
)
def test_words_are_found_whatever_is_attached_or_spelt(term, found):
    first, second = ("رِسَالَةٌ", "والرسالة", "برسالة إلى", "للرسالة"), ("مراسلة", "لاردوغان", "فأردوغان،")
    corpus = saying(*first, *second, "للولايات المتّحدة")
    view = filters.apply(corpus, Selection(words=Choice((term,))))
    assert view.articles.index.tolist() == found
    assert set(filters.apply(corpus, Selection(words=Choice((), (term,)))).articles.index) == set(range(8)) - set(found)


def test_articles_without_events_stay_while_only_articles_are_asked_about():
    corpus = saying("رسالة", "لا شيء")
    assert len(filters.apply(corpus, Selection()).articles) == 2
    assert len(filters.apply(corpus, Selection(words=Choice(("رسالة",)))).articles) == 1
    assert filters.apply(corpus, Selection(channel=Choice(("letter",)))).articles.empty


@pytest.mark.parametrize(
    ("query", "dropped"),
    [
        ({"channel": ["letter", "smoke"]}, ["channel=smoke"]),
        ({"from": "2018-13-01"}, ["from=2018-13-01"]),
        ({"from": "2019-01-01", "to": "2018-01-01"}, ["to=2018-01-01"]),
        ({"confidence": "2"}, ["confidence=2"]),
        ({"confidence": "nan"}, ["confidence=nan"]),
        ({"not-person": "nobody"}, ["not-person=nobody"]),
        ({"words": " "}, ["words= "]),
        ({"country": "gcc-members", "not-country": "club"}, ["not-country=club"]),
        ({"lang": "ar", "page": "7"}, []),
        ({"occasion": NONE, "recipient": NONE}, []),
        ({"status": NONE}, [f"status={NONE}"]),
    ],
)
def test_what_an_address_asks_in_vain_is_dropped_and_told(query, dropped):
    assert filters.from_query(query, CORPUS)[1] == dropped


def test_a_pair_is_set_and_cleared_by_the_same_click():
    once = Selection(channel=Choice(("call",))).toggle_pair("a", "b")
    assert (once.sender, once.recipient) == (Choice(("a",)), Choice(("b",)))
    assert once.toggle_pair("a", "b") == Selection(channel=Choice(("call",)))
    assert once.toggle_pair("b", "a").sender == Choice(("b",))
    assert Selection().toggle_pair("RUS", "USA", by="country").sender_country == Choice(("RUS",))


def test_chips_name_and_remove_everything_that_is_set():
    selection = Selection(dt.date(2018, 1, 1), confidence=0.5).add("person", "a").add("channel", "call", exclude=True)
    assert [(chip.field, chip.value, chip.excluded) for chip in selection.chips()] == [
        ("dates", "2018-01-01/..", False), ("person", "a", False),
        ("channel", "call", True), ("confidence", "0.5", False),
    ]  # fmt: skip
    for chip in selection.chips():
        selection = selection.remove(chip.field, chip.value)
    assert not selection


@pytest.mark.parametrize("typed", ["رسالة -تهنئة", '"رأس السنة" ترامب', "جاي-إن", "«رأس السنة»", "", "- -"])
def test_typed_words_can_be_printed_and_read_again(typed):
    choice = filters.parse_words(typed)
    assert filters.parse_words(filters.print_words(choice)) == choice

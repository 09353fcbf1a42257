"""The cost of a text is bounded and grows as its length does, whatever it says; nothing is remembered without end.

Work is counted, not timed: every call of a function, in Python or in C, is one.
"""

import gc
import importlib
import pkgutil
import sys
import tracemalloc
from pathlib import Path

import pytest

import explore
from explore import corpus, reading
from explore.model import Article

SEEDS = Path(__file__).parents[1] / "seeds"
SHORT, TIMES = 3_000, 4
# A text four times as long may take this much more than four times the calls.
MARGIN = 1.3
# The seed articles may take so many calls for a thousand characters, some 8 % more than when this was set.
MOST = 12_700
MONTHS = ["يناير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر"]
STATES = ["روسيا", "مصر", "تركيا", "فرنسا", "ألمانيا", "إيران", "العراق", "لبنان", "تونس", "الجزائر", "المغرب"]
LETTERS = "ابتثجحخدذرزسشصطظعغفقكلمنهوي"


def read(text):
    return reading.default().read(Article("scaling", "scaling", 1, "", text, ""))


def calls(text):
    """Return how many functions a reading of *text* calls."""
    count = 0

    def see(_frame, event, _arg):
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(see)
    try:
        read(text)
    finally:
        sys.setprofile(before)
    return count


def counted(make, size):
    parts = []
    while sum(map(len, parts)) < size:
        parts.append(make(len(parts)))
    return "".join(parts)[:size]


def stranger(n):
    spelled = ["".join(LETTERS[(n * step + n // 27 + k * step) % len(LETTERS)] for k in range(5)) for step in (1, 2)]
    return f"السفير الروسي {' '.join(spelled)}. "


def letter(n):
    one, other = STATES[n % 11], STATES[(n // 11 + n + 1) % 11]
    return f"بعث رئيس {one} رسالة إلى رئيس {other} في {n % 28 + 1} مايو {2000 + n % 26}. "


def day(n):
    return f"اليوم {n % 28 + 1} {MONTHS[n // 28 % 10]}، "


REPEATED = {
    "a report without punctuation": "بعث الرئيس الروسي فلاديمير بوتين رسالة إلى نظيره السوري بشار الأسد قال فيها إن ",
    "one name": "بوتين ",
    "names and commas": "بوتين، ",
    "joined names": "وبوتين ",
    "half a known name": "الولايات ",
    "titles of titles": "مستشار رئيس وزراء ",
    "pairs": "الزعيمان التقيا ",
    "nouns that are acts": "زيارة ",
    "verbs of speech": "قال بوتين ",
    "dated acts": "التقى بوتين الأسد في 5 مايو 2018. ",
    "names and dates": "بوتين 5 مايو 2018 ",
    "nested quotes": "«قال ",
    "nested brackets": "( بوتين ",
    "commas": "،",
    "one number": "7",
    "numbers": "7 ",
    "dates and months": "5 مايو، مايو 2018، ",
    "bullets": "\n- ",
    "letters and marks": "بَ",
    "tatweel": "ـ",
    "one endless word": "و",
}
DIFFERENT = {"people whom nobody knows": stranger, "letters between many": letter, "dates of today": day}


def text(name, size):
    if name in DIFFERENT:
        return f"عام 2018 {counted(DIFFERENT[name], size)}"[:size]
    return (REPEATED[name] * size)[:size]


@pytest.mark.parametrize("name", [*REPEATED, *DIFFERENT])
def test_four_times_the_text_takes_four_times_the_work(name):
    read(text(name, SHORT * TIMES))  # fills the caches, so that both are counted alike
    short, long = calls(text(name, SHORT)), calls(text(name, SHORT * TIMES))
    assert long <= short * TIMES * MARGIN, f"{long / short:.1f} times the work of {short}"


def seeds():
    return [one.text for one in corpus.articles([SEEDS]) if isinstance(one, Article)]


def test_an_article_takes_no_more_work_than_it_did():
    for one in seeds():
        read(one)  # fills the caches
    taken = sum(map(calls, seeds())) * 1_000 / sum(map(len, seeds()))
    assert taken <= MOST, f"{taken:,.0f} calls for a thousand characters: is a rule tried where it cannot apply?"


def test_a_sentence_is_cut_where_it_never_ends():
    short, long = (calls("بعث بوتين رسالة إلى الأسد في موسكو " * n) for n in (200, 800))
    assert long <= short * TIMES * MARGIN


def modules():
    return [found.name for found in pkgutil.walk_packages(explore.__path__, "explore.") if ".app" not in found.name]


def test_no_cache_grows_without_a_bound():
    unbounded = [
        f"{name}.{key}"
        for name in modules()
        if name.startswith(("explore.text", "explore.knowledge", "explore.entities", "explore.dates", "explore.events"))
        for key, value in vars(importlib.import_module(name)).items()
        if hasattr(value, "cache_info") and value.cache_info().maxsize is None
    ]
    assert unbounded == []


def test_reading_on_and_on_keeps_nothing():
    texts = seeds()

    def held():
        for one in texts:
            read(one)
        gc.collect()
        return tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    try:
        held()
        first = held()
        for _ in range(3):
            last = held()
    finally:
        tracemalloc.stop()
    assert last - first < 20_000

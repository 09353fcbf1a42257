"""Make corpora of any size that look like the real thing: bilingual names, skewed actors, greetings at New Year.

The same size and seed always give the same corpus. Nothing in it is true.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from explore import tables
from explore.columns import ARTICLES, EVENTS, MENTIONS, typed

# id, English, Arabic, country, office
LEADERS = (
    ("vladimir-putin", "Vladimir Putin", "فلاديمير بوتين", "RUS", "president"),
    ("donald-trump", "Donald Trump", "دونالد ترامب", "USA", "president"),
    ("xi-jinping", "Xi Jinping", "شي جين بينغ", "CHN", "president"),
    ("salman-of-saudi-arabia", "Salman of Saudi Arabia", "سلمان بن عبد العزيز آل سعود", "SAU", "king"),
    ("recep-tayyip-erdogan", "Recep Tayyip Erdoğan", "رجب طيب أردوغان", "TUR", "president"),
    ("tamim-bin-hamad-al-thani", "Tamim bin Hamad Al Thani", "تميم بن حمد آل ثاني", "QAT", "emir"),
    ("abdel-fattah-el-sisi", "Abdel Fattah el-Sisi", "عبد الفتاح السيسي", "EGY", "president"),
    ("emmanuel-macron", "Emmanuel Macron", "إيمانويل ماكرون", "FRA", "president"),
    ("angela-merkel", "Angela Merkel", "أنغيلا ميركل", "DEU", "prime_minister"),
    ("kim-jong-un", "Kim Jong Un", "كيم جونغ أون", "PRK", "leader"),
    ("mohammed-bin-zayed", "Mohammed bin Zayed Al Nahyan", "محمد بن زايد آل نهيان", "ARE", "president"),
    ("bashar-al-assad", "Bashar al-Assad", "بشار الأسد", "SYR", "president"),
    ("shinzo-abe", "Shinzo Abe", "شينزو آبي", "JPN", "prime_minister"),
    ("narendra-modi", "Narendra Modi", "ناريندرا مودي", "IND", "prime_minister"),
    ("alexander-lukashenko", "Alexander Lukashenko", "ألكسندر لوكاشينكو", "BLR", "president"),
    ("theresa-may", "Theresa May", "تيريزا ماي", "GBR", "prime_minister"),
    ("sabah-al-ahmad", "Sabah Al-Ahmad Al-Jaber Al-Sabah", "صباح الأحمد الجابر الصباح", "KWT", "emir"),
    ("haitham-bin-tariq", "Haitham bin Tariq", "هيثم بن طارق", "OMN", "sultan"),
    ("abdullah-ii-of-jordan", "Abdullah II of Jordan", "عبد الله الثاني بن الحسين", "JOR", "king"),
    ("mohammed-vi-of-morocco", "Mohammed VI of Morocco", "محمد السادس", "MAR", "king"),
)
_FIRST = (
    ("Ahmad", "أحمد"), ("Mohammed", "محمد"), ("Khalid", "خالد"), ("Ivan", "إيفان"), ("Pierre", "بيير"),
    ("Hassan", "حسن"), ("Omar", "عمر"),
    ("John", "جون"), ("Maria", "ماريا"), ("Fatima", "فاطمة"), ("Youssef", "يوسف"), ("Karl", "كارل"),
)  # fmt: skip
_LAST = (
    ("Haddad", "حداد"), ("Ivanov", "إيفانوف"), ("Mansour", "منصور"), ("Dubois", "دوبوا"), ("Smith", "سميث"),
    ("Khoury", "خوري"), ("Rahman", "رحمن"), ("Costa", "كوستا"), ("Novak", "نوفاك"),
    ("Salem", "سالم"), ("Berg", "بيرغ"), ("Suleiman", "سليمان"),
)  # fmt: skip
_COUNTRIES = (
    "RUS",
    "USA",
    "SAU",
    "EGY",
    "TUR",
    "IRN",
    "IRQ",
    "DZA",
    "TUN",
    "LBN",
    "PAK",
    "ITA",
    "ESP",
    "BRA",
    "ZAF",
    "IDN",
)
_CHANNELS = {
    "letter": 0.46,
    "call": 0.2,
    "video": 0.02,
    "meeting": 0.15,
    "visit": 0.08,
    "talks": 0.04,
    "agreement": 0.02,
    "statement": 0.03,
}
_STATUSES = {"happened": 0.86, "planned": 0.07, "wished": 0.02, "cancelled": 0.03, "denied": 0.02}
_OCCASIONS = {
    "new_year": 0.3,
    "national_day": 0.25,
    "condolence": 0.12,
    "eid": 0.1,
    "election": 0.08,
    "christmas": 0.05,
    "other": 0.1,
}
_PRECISIONS = {"day": 0.9, "range": 0.02, "month": 0.04, "year": 0.02, "unknown": 0.02}
_SOURCES = ("RT", "TASS", "SPA", "QNA", "MENA", "WAM", "SANA")
_MUTUAL = ("meeting", "talks", "agreement")
_EPOCH = np.datetime64("2018-01-01")
_DAYS = 8 * 365 + 2


def generate(n: int, seed: int = 0) -> tables.Tables:
    """Return a corpus of *n* event rows; about one in ten reports a communication that an earlier row reports too."""
    draw = np.random.default_rng(seed)
    actors = _actors(max(20, min(5000, n // 20)))
    article_of = np.sort(draw.integers(0, max(1, n // 3), n))
    events = _events(draw, n, actors)
    repeat = np.flatnonzero((draw.random(n) < 0.1) & (np.arange(n) > 0))
    position = np.arange(n)
    position[repeat] = np.floor(draw.random(len(repeat)) * repeat).astype(np.int64)
    events = events.iloc[position].reset_index(drop=True)
    events["communication_id"] = pd.Series(position).map("c{}".format).to_numpy(dtype=object)
    events["event_id"] = [f"{article:06d}/{row}" for row, article in enumerate(article_of)]
    events["article_id"] = [f"{article:06d}" for article in article_of]
    articles = _articles(draw, events)
    return tables.share(articles, _mentions(events), typed(events, EVENTS))


def _actors(n: int) -> pd.DataFrame:
    made = list(LEADERS)
    for i in range(n - len(LEADERS)):
        first, last = _FIRST[i % 12], _LAST[i // 12 % 12]
        suffix = "" if i < 144 else f" {i // 144}"
        made.append(
            (f"p{i}", f"{first[0]} {last[0]}{suffix}", f"{first[1]} {last[1]}{suffix}", _COUNTRIES[i % 16], "envoy")
        )
    return pd.DataFrame(made, columns=["id", "name_en", "name_ar", "country", "office"]).assign(type="PER")


def _pick(draw: np.random.Generator, shares: dict[str, float], n: int) -> np.ndarray:
    weights = np.array(list(shares.values()))
    return draw.choice(np.array(list(shares), dtype=object), n, p=weights / weights.sum())


def _events(draw: np.random.Generator, n: int, actors: pd.DataFrame) -> pd.DataFrame:
    weights = 1 / np.arange(1, len(actors) + 1) ** 1.1
    sender = draw.choice(len(actors), n, p=weights / weights.sum())
    recipient = draw.choice(len(actors), n, p=weights / weights.sum())
    recipient = np.where(recipient == sender, (recipient + 1) % len(actors), recipient)
    channel = _pick(draw, _CHANNELS, n)
    letter = channel == "letter"
    occasion = np.where(letter, _pick(draw, _OCCASIONS, n), None)
    frame = pd.DataFrame({"channel": channel, "occasion": occasion, "status": _pick(draw, _STATUSES, n)})
    frame["mutual"] = np.isin(channel, _MUTUAL) & (draw.random(n) < 0.7)
    for side, of in (("sender", sender), ("recipient", recipient)):
        for name in actors:
            frame[f"{side}_{name}"] = actors[name].astype("category").take(of).array
    frame = frame.assign(**_dates(draw, n, occasion == "new_year"))
    offsets = draw.integers(0, 900, n)
    frame = frame.assign(
        trigger_start=offsets, trigger_end=offsets + 3, evidence_start=offsets, evidence_end=offsets + 60
    )
    frame["evidence"] = (
        "بعث " + frame["sender_name_ar"].astype("str") + " رسالة إلى " + frame["recipient_name_ar"].astype("str")
    )
    frame["confidence"] = np.round(draw.beta(8, 2, n), 2)
    return frame.assign(
        cameo="040", plover="CONSULT", place=None, why="made up", review="unreviewed", date_basis="made up"
    )


def _dates(draw: np.random.Generator, n: int, at_new_year: np.ndarray) -> dict[str, object]:
    offset = draw.integers(0, _DAYS, n)
    year = 2018 + draw.integers(0, 8, n)
    eve = (year.astype("U4").astype("datetime64[Y]") + 1).astype("datetime64[D]") - 2
    start = np.where(at_new_year, eve, _EPOCH + offset)
    precision = _pick(draw, _PRECISIONS, n)
    month, whole_year = start.astype("datetime64[M]"), start.astype("datetime64[Y]")
    first = np.select(
        [precision == "month", precision == "year"], [month.astype("M8[D]"), whole_year.astype("M8[D]")], start
    )
    last = np.select(
        [precision == "month", precision == "year", precision == "range"],
        [(month + 1).astype("M8[D]") - 1, (whole_year + 1).astype("M8[D]") - 1, start + 2],
        start,
    )
    unknown = precision == "unknown"
    first[unknown], last[unknown] = np.datetime64("NaT"), np.datetime64("NaT")
    shown = np.where(precision == "range", _spans(first, last), np.datetime_as_string(first, "D"))
    shown = np.select([precision == "month", precision == "year"], [month.astype("U7"), whole_year.astype("U4")], shown)
    edtf = np.where(unknown, None, shown)
    days = {"date_start": first.astype("M8[s]"), "date_end": last.astype("M8[s]")}
    return {"date": edtf, **days, "date_precision": precision}


def _spans(first: np.ndarray, last: np.ndarray) -> np.ndarray:
    slash = np.char.add(np.datetime_as_string(first, "D"), "/")
    return np.char.add(slash, np.datetime_as_string(last, "D"))


def _articles(draw: np.random.Generator, events: pd.DataFrame) -> pd.DataFrame:
    grouped = events.groupby("article_id", sort=True, observed=True)
    sizes = grouped.size()
    said = grouped["evidence"].first().to_numpy()
    frame = pd.DataFrame(
        {"article_id": sizes.index.to_numpy(), "n_events": sizes.to_numpy(), "text": said, "title": said}
    )
    source = draw.choice(np.array([*_SOURCES, ""], dtype=object), len(frame))
    frame = frame.assign(source=source, n_mentions=2, part=1, published=None, published_basis="made up", source_id=None)
    return typed(frame.assign(file=frame["article_id"].astype("str") + ".txt", sha256="0" * 64), ARTICLES)


def _mentions(events: pd.DataFrame) -> pd.DataFrame:
    """Return one mention an event, of its sender."""
    frame = events[["article_id", "sender_id", "sender_name_en", "sender_name_ar", "sender_country", "sender_office"]]
    frame = frame.rename(columns=lambda name: name.replace("sender_", "") if name != "sender_id" else "entity_id")
    frame = frame.assign(
        mention_id=events["event_id"].astype("str") + "/m", start=4, end=9, text=events["sender_name_ar"]
    )
    return typed(frame.assign(type="PER", date=None, why="made up"), MENTIONS)

"""Declare the columns of the three frames, their order and their dtypes, and bring any frame to them.

The order is the order of the CSV files. ``datetime64[s]`` holds days of any century, ``category`` text that repeats.
"""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from explore.model import Channel, EntityType, Occasion, Precision, Review, Status
from explore.text.fold import key

_DAY = "datetime64[s]"

ARTICLES: dict[str, str] = {
    "article_id": "category",
    "file": "str",
    "part": "int64",
    "title": "str",
    "source": "category",
    "published": "str",
    "published_basis": "str",
    "n_mentions": "int64",
    "n_events": "int64",
    "text": "str",
    "sha256": "str",
    "source_id": "str",
}

MENTIONS: dict[str, str] = {
    "mention_id": "str",
    "article_id": "category",
    "start": "int64",
    "end": "int64",
    "text": "str",
    "type": "category",
    "entity_id": "category",
    "name_en": "category",
    "name_ar": "category",
    "country": "category",
    "office": "category",
    "date": "category",
    "why": "str",
}

EVENTS: dict[str, str] = {
    "event_id": "str",
    "communication_id": "category",
    "article_id": "category",
    "channel": "category",
    "occasion": "category",
    "status": "category",
    "mutual": "bool",
    **{
        f"{side}_{name}": "category"
        for side in ("sender", "recipient")
        for name in ("id", "name_en", "name_ar", "type", "country", "office")
    },
    "date": "category",
    "date_start": _DAY,
    "date_end": _DAY,
    "date_precision": "category",
    "date_basis": "category",
    "place": "category",
    "trigger_start": "int64",
    "trigger_end": "int64",
    "evidence_start": "int64",
    "evidence_end": "int64",
    "evidence": "str",
    "confidence": "float64",
    "cameo": "category",
    "plover": "category",
    "why": "str",
    "review": "category",
}

CHARTED: tuple[str, ...] = (
    "event_id", "article_id", "channel", "status", "mutual",
    "sender_id", "sender_name_en", "sender_name_ar", "sender_country",
    "recipient_id", "recipient_name_en", "recipient_name_ar", "recipient_country",
    "date_start", "date_end", "date_precision",
)  # fmt: skip

# Columns of closed vocabularies always have all their categories, in the order of the model.
_CLOSED: dict[str, pd.CategoricalDtype] = {
    name: pd.CategoricalDtype([str(value) for value in values])
    for name, values in {
        "channel": Channel,
        "occasion": Occasion,
        "status": Status,
        "sender_type": EntityType,
        "recipient_type": EntityType,
        "type": EntityType,
        "date_precision": Precision,
        "review": Review,
    }.items()
}


def typed(frame: pd.DataFrame, columns: Mapping[str, str]) -> pd.DataFrame:
    """Return *frame* with exactly *columns*, in their order and dtypes; also right for a frame read back from CSV."""
    made = {name: _column(frame[name], name, dtype) for name, dtype in columns.items()}
    for name in made:
        twin = name.replace("sender_", "recipient_", 1)
        if name.startswith("sender_"):
            made[name], made[twin] = _paired(made[name], made[twin])
    return pd.DataFrame(made, columns=list(columns)).reset_index(drop=True)


def searchable(articles: pd.DataFrame) -> pd.Series:
    """Return the folded title and text of every article, with a space at both ends."""
    titles, texts = articles["title"].fillna(""), articles["text"].fillna("")
    fold = key.__wrapped__  # the plain function: a cache of whole articles would only cost memory
    return pd.Series([f" {fold(f'{title} {text}')} " for title, text in zip(titles, texts, strict=True)], dtype="str")


def _column(values: pd.Series, name: str, dtype: str) -> pd.Series:
    if dtype == _DAY:
        return pd.to_datetime(values, format="%Y-%m-%d", errors="coerce").astype("datetime64[s]")
    if dtype not in ("str", "category"):
        return values.astype(pd.api.types.pandas_dtype(dtype))
    shown = values if isinstance(values.dtype, pd.CategoricalDtype) else values.astype("str").replace("", None)
    return shown.astype("str") if dtype == "str" else shown.astype(_CLOSED.get(name, pd.CategoricalDtype()))


def _paired(sender: pd.Series, recipient: pd.Series) -> tuple[pd.Series, pd.Series]:
    """Give both sides of an event the same categories."""
    if sender.cat.categories.equals(recipient.cat.categories):
        return sender, recipient
    both = sender.cat.categories.union(recipient.cat.categories)
    return sender.cat.set_categories(both), recipient.cat.set_categories(both)

"""Count who communicated with whom in a view: the people, and the nodes and edges that Gephi reads."""

from __future__ import annotations

import numpy as np
import pandas as pd

from explore import phrases
from explore.export import codebook
from explore.export.communications import SEPARATOR
from explore.filters import View
from explore.model import Channel, Status
from explore.phrases import Language

_ACTOR = ("id", "name_en", "name_ar", "type", "country", "office")
_DAYS = {"date_first": ("date_start", "min"), "date_last": ("date_end", "max")}


def people(view: View) -> pd.DataFrame:
    """Return one row for each person, state and organisation of *view*, the busiest first."""
    sides = _sides(view.charted)
    counted = _counted(sides, ("n_sent", "n_received", "n_mutual"), ["id"])
    frame = _described(view.events).merge(counted, on="id", how="left")
    for language in codebook.LANGUAGES:
        frame[f"country_{language}"] = _countries(frame["country"], language)
    frame = frame.sort_values(["n_communications", "id"], ascending=[False, True], kind="stable", ignore_index=True)
    return frame[codebook.tables()["people"].names]


def nodes(view: View) -> pd.DataFrame:
    """Return the people of *view* under the names of columns that Gephi knows."""
    frame = people(view).rename(columns={"id": "Id", "name_en": "Label", "name_ar": "label_ar"})
    return frame[codebook.tables()["nodes"].names]


def edges(view: View) -> pd.DataFrame:
    """Return one row for each pair of *view*, with a direction unless no side is the sender; the heaviest first."""
    pairs = view.charted[view.charted["recipient_id"].notna()]
    sender, recipient = pairs["sender_id"].astype("str"), pairs["recipient_id"].astype("str")
    turned = pairs["mutual"] & (recipient < sender)
    ends = {"Source": sender.mask(turned, recipient), "Target": recipient.mask(turned, sender)}
    kind = np.where(pairs["mutual"], "Undirected", "Directed")
    counts = {f"n_{channel}": pairs["channel"] == channel for channel in Channel}
    happened = pairs["status"] == Status.HAPPENED
    marked = pairs[["date_start", "date_end"]].assign(**ends, Type=kind, n_happened=happened, **counts)
    key = ["Source", "Target", "Type"]
    frame = _counted(marked, ("n_happened", *counts), key).rename(columns={"n_communications": "Weight"})
    frame = frame.sort_values(["Weight", *key], ascending=[False, True, True, True], ignore_index=True)
    return frame[codebook.tables()["edges"].names].astype(dict.fromkeys(key, "str"))


def _sides(charted: pd.DataFrame) -> pd.DataFrame:
    """Return two rows for each communication, one a side, that say what the side did."""
    mutual, days = charted["mutual"], charted[["date_start", "date_end"]]
    no = pd.Series(False, index=charted.index)
    sent = days.assign(id=charted["sender_id"].astype("str"), n_sent=~mutual, n_received=no, n_mutual=mutual)
    received = days.assign(id=charted["recipient_id"].astype("str"), n_sent=no, n_received=~mutual, n_mutual=mutual)
    return pd.concat([sent, received[received["id"].notna()]])


def _counted(marked: pd.DataFrame, counts: tuple[str, ...], key: list[str]) -> pd.DataFrame:
    """Add up the marks of every *key*, count its rows and find its first and last day."""
    grouped = marked.astype(dict.fromkeys(counts, "int64")).groupby(key, sort=False)
    added = {name: (name, "sum") for name in counts}
    return grouped.agg(n_communications=("date_start", "size"), **added, **_DAYS).reset_index()


def _described(events: pd.DataFrame) -> pd.DataFrame:
    """Return what the events say of each actor: the first name and state told, and all offices."""
    sides = [
        events[[f"{side}_{name}" for name in _ACTOR]].set_axis(list(_ACTOR), axis=1).drop_duplicates()
        for side in ("sender", "recipient")
    ]
    told = pd.concat([side.astype("str") for side in sides]).dropna(subset=["id"]).drop_duplicates()
    grouped = told.groupby("id", sort=False)
    offices = grouped["office"].agg(lambda held: SEPARATOR.join(sorted(set(held.dropna()))))
    first = grouped[["name_en", "name_ar", "type", "country"]].first()
    return first.assign(offices=offices.replace("", None).astype("str")).reset_index()


def _countries(codes: pd.Series, language: Language) -> pd.Series:
    return codes.map(lambda code: phrases.country(code, language), na_action="ignore").astype("str")

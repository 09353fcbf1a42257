import pytest

from explore.export import communications, network
from explore.export.context import Context
from explore.export.sheets import of
from explore.filters import View
from explore.tables import communications as told_once


@pytest.mark.parametrize("name", ["seeds", "letters", "nasty", "empty", "nowhere"])
def test_every_communication_is_told_once(name: str, request: pytest.FixtureRequest) -> None:
    view: View = request.getfixturevalue(name)
    wanted = told_once(view.events)
    (block,) = of(view, Context(table="communications"))
    assert block["event_id"].tolist() == wanted["event_id"].tolist()
    assert block["n_sources"].tolist() == wanted["n_sources"].tolist()
    assert communications.of(view).n == view.n


def test_the_greeting_that_two_articles_report(letters: View) -> None:
    (block,) = of(letters, Context(table="communications"))
    row = block[block["n_sources"] > 1].iloc[0]
    assert len(row["article_ids"].split("; ")) == row["n_sources"]
    assert row["article_ids"].startswith(row["article_id"])


@pytest.mark.parametrize("name", ["seeds", "letters", "nasty"])
def test_people_are_counted(name: str, request: pytest.FixtureRequest) -> None:
    view: View = request.getfixturevalue(name)
    people = network.people(view).set_index("id")
    events = view.charted
    assert set(people.index) == set(events["sender_id"].dropna()) | set(events["recipient_id"].dropna())
    assert people["n_sent"].sum() == (~events["mutual"]).sum()
    assert people["n_received"].sum() == (~events["mutual"] & events["recipient_id"].notna()).sum()
    assert (people["n_communications"] == people[["n_sent", "n_received", "n_mutual"]].sum(axis=1)).all()
    assert people["n_communications"].is_monotonic_decreasing


def test_putin_of_the_seeds(seeds: View) -> None:
    first = network.people(seeds).iloc[0]
    assert (first["id"], first["country_ar"], first["offices"]) == ("vladimir-putin", "روسيا", "president")


@pytest.mark.parametrize("name", ["seeds", "nasty", "empty"])
def test_edges_join_nodes(name: str, request: pytest.FixtureRequest) -> None:
    view: View = request.getfixturevalue(name)
    edges, nodes = network.edges(view), network.nodes(view)
    assert {*edges["Source"], *edges["Target"]} <= set(nodes["Id"])
    assert edges["Weight"].sum() == view.charted["recipient_id"].notna().sum()
    assert not edges.duplicated(["Source", "Target", "Type"]).any()
    channels = [column for column in edges if column.startswith("n_") and column != "n_happened"]
    assert (edges["Weight"] == edges[channels].sum(axis=1)).all()


def test_a_mutual_pair_has_one_edge_whatever_its_order(seeds: View) -> None:
    edges = network.edges(seeds)
    mutual = edges[edges["Type"] == "Undirected"]
    assert (mutual["Source"] <= mutual["Target"]).all()

"""The overview, the pages of parties, periods and saved views."""

import re

import pytest

from explore.app import saved
from explore.app.words import Words


def shown(app):
    return "\n".join(str(element.proto.body) for element in app.get("html"))


@pytest.fixture(autouse=True)
def views(tmp_path, monkeypatch):
    monkeypatch.setenv(saved.VARIABLE, str(tmp_path / "views.json"))


def test_the_overview_says_how_much_the_filters_leave(visit):
    everything = shown(visit(lang="en"))
    assert "<small>" not in everything
    filtered = shown(visit(lang="en", sender="vladimir-putin"))
    assert re.search(r"<bdi>\d+</bdi> <small>of \d+</small>", filtered)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_overview_leads_to_parties_pairs_and_evidence(visit, language):
    page = shown(visit(lang=language))
    for target in ("parties?", "events?", "articles?", "./?"):
        assert f'<a href="{target}lang={language}' in page
    assert Words(language)("overview.review") in page


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_person_has_a_page(visit, charts, language):
    app = visit("parties", lang=language, party="vladimir-putin")
    assert not app.exception
    assert app.title[0].value == {"ar": "فلاديمير بوتين", "en": "Vladimir Putin"}[language]
    page = shown(app)
    for part in ("partners", "names", "offices", "articles", "latest"):
        assert Words(language)(f"parties.{part}") in page
    assert "فلاديمير بوتين" in page
    assert charts(app)


def test_a_state_has_a_page(visit):
    app = visit("parties", lang="en", party="RUS", by="country")
    assert app.title[0].value == "Russia"
    assert Words("en")("parties.people") in shown(app)
    assert "Vladimir Putin" in shown(app)


def test_a_party_that_the_filters_hide_still_has_its_page(visit, charts):
    app = visit("parties", lang="ar", party="theresa-may", channel="agreement")
    assert not app.exception
    assert app.title[0].value == "تيريزا ماي"
    assert not charts(app)


def test_a_party_that_does_not_occur_is_told(visit):
    app = visit("parties", lang="en", party="nobody")
    assert app.warning[0].value == Words("en")("parties.gone")
    assert app.title[0].value == Words("en")("page.parties")


def test_a_party_is_found_by_name(visit):
    app = visit("parties", lang="en")
    app.selectbox(key="widget.party").set_value("donald-trump").run()
    assert app.title[0].value == "Donald Trump"


def test_a_period_sets_both_dates(visit):
    app = visit(lang="en")
    app.selectbox(key="widget.period").set_value("2018").run()
    assert [str(app.date_input(key=f"widget.{end}").value) for end in ("first", "last")] == ["2018-01-01", "2018-12-31"]
    app.date_input(key="widget.first").set_value(None).run()
    assert app.selectbox(key="widget.period").value is None


def test_a_view_is_kept_and_forgotten(visit):
    app = visit("network", lang="ar", sender="vladimir-putin")
    app.text_input(key="widget.saved.name").set_value("  رسائل   بوتين ").run()
    app.button(key="saved.keep").click().run()
    assert saved.views() == {"رسائل بوتين": "network?lang=ar&sender=vladimir-putin"}
    assert 'href="network?lang=ar&amp;sender=vladimir-putin" data-page="network">رسائل بوتين</a>' in shown(app)
    app.button(key="saved.0").click().run()
    assert saved.views() == {}

"""Every page, driven without a browser. A new page needs a line in PAGES and nothing else."""

import html
import re

import pandas as pd
import pytest
import streamlit as st

from explore.app import takeaway
from explore.app.place import COLUMNS
from explore.app.words import Words

# Page, the least number of its own widgets (sidebar not counted), and whether it draws a chart.
PAGES = {
    "overview": (0, True),
    "timeline": (1, True),
    "network": (2, True),
    "parties": (1, False),
    "articles": (7, False),
    "events": (1, False),
}
SIDEBAR = {"widget.words", "widget.first", "widget.last", "widget.include.sender"}


def keys(app):
    """Return the keys of all widgets on the page."""
    return {
        element.key
        for element in app.get("button") + app.get("multiselect") + app.get("text_input") + app.get("date_input")
    }


def shown(app):
    """Return all HTML of the page as one text."""
    return "\n".join(str(element.proto.body) for element in app.get("html"))


def words(app):
    """Return the words of the page without the style sheet and the tags."""
    return re.sub(r"<[^>]+>", " ", re.sub(r"<style>.*?</style>", "", shown(app), flags=re.S))


def table(app):
    """Return the table of events as it is shown."""
    (drawn,) = re.findall(r"<table>.*?</table>", shown(app), flags=re.S)
    heads, *rows = (
        [
            html.unescape(re.sub(r"<[^>]+>", "", cell)).strip(" ▲▼")
            for cell in re.findall(r"<t[hd].*?>(.*?)</t[hd]>", row, flags=re.S)
        ]
        for row in re.findall(r"<tr>(.*?)</tr>", drawn, flags=re.S)
    )
    return pd.DataFrame(rows, columns=heads)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_page_opens_in_both_languages(visit, charts, page, language):
    app = visit(page, lang=language)
    assert not app.exception
    assert app.title[0].value == Words(language)(f"page.{page}")
    least, chart = PAGES[page]
    own = [*app.main.button, *app.main.get("button_group"), *app.main.get("download_button")]
    assert len(own) >= least
    assert bool(charts(app)) == chart


@pytest.mark.parametrize("page", PAGES)
def test_the_sidebar_stays(visit, page):
    """Streamlit's older routing would drop it from the second run on (see ``explore.app.router.guard``)."""
    app = visit(page)
    for _ in range(3):
        assert keys(app) >= SIDEBAR
        app.run()
        assert not app.exception
    for other in PAGES:
        app.switch_page(f"pages/{other}.py").run()
        assert not app.exception
        assert keys(app) >= SIDEBAR


@pytest.mark.parametrize("page", PAGES)
def test_filters_hold_on_every_page(visit, page):
    app = visit(page, lang="en", sender="vladimir-putin", channel="letter")
    assert app.multiselect(key="widget.include.sender").value == ["vladimir-putin"]
    assert "letters" in words(app)
    assert "from Vladimir Putin" in words(app)


def test_a_choice_in_the_sidebar_filters_and_becomes_the_address(visit):
    app = visit("events", lang="en", columns=["sender", "mutual"])
    before = len(table(app))
    app.multiselect(key="widget.include.sender").set_value(["vladimir-putin"]).run()
    filtered = table(app)
    assert 0 < len(filtered) < before
    assert set(filtered.loc[filtered["Mutual"] == "", "Sender"]) == {"Vladimir Putin"}
    app.switch_page("pages/network.py").run()
    assert app.multiselect(key="widget.include.sender").value == ["vladimir-putin"]


def test_labels_may_change_while_a_value_is_chosen(visit):
    """The counts in the labels follow the other filters; the choice must survive that."""
    app = visit("events", lang="en", sender="vladimir-putin")
    app.multiselect(key="widget.include.channel").set_value(["letter"]).run()
    assert app.multiselect(key="widget.include.sender").value == ["vladimir-putin"]
    app.segmented_control(key="widget.language").set_value("ar").run()
    assert app.multiselect(key="widget.include.sender").value == ["vladimir-putin"]
    assert app.multiselect(key="widget.include.channel").value == ["letter"]
    assert "فلاديمير بوتين" in words(app)


def test_what_the_browser_shows_under_old_counts_sets_nothing(visit):
    app = visit("timeline", channel="letter", lang="en")
    app.multiselect(key="widget.include.channel").set_value(["letter (9999)"]).run()
    assert not app.exception
    assert app.multiselect(key="widget.include.channel").value == ["letter"]


def test_folded_filters_are_drawn_when_opened(visit):
    app = visit("events", lang="en")
    assert not keys(app) & {"widget.include.occasion", "widget.exclude.sender"}
    for name in ("more", "exclude"):
        app.session_state[f"widget.{name}"] = True
    app.run()
    assert keys(app) >= {"widget.include.occasion", "widget.exclude.sender"}
    before = len(table(app))
    app.multiselect(key="widget.exclude.sender").set_value(["vladimir-putin"]).run()
    assert len(table(app)) < before


@pytest.mark.parametrize("page", ["timeline", "network"])
def test_the_table_of_a_chart_is_drawn_when_opened(visit, page):
    app = visit(page, lang="en", sender="vladimir-putin")
    assert "<table>" not in shown(app)
    app.session_state[f"widget.table.{page}"] = True
    app.run()
    assert not app.exception
    assert len(table(app)) > 1


def test_chips_take_filters_away(visit):
    app = visit("events", lang="en", sender="vladimir-putin", not_channel="letter")
    chips = [button for button in app.button if (button.key or "").startswith("chip.")]
    assert [chip.label for chip in chips] == ["Sender: Vladimir Putin", "Channel: not letter"]
    chips[0].click().run()
    assert app.multiselect(key="widget.include.sender").value == []
    app.button(key="widget.clear").click().run()
    assert not [button for button in app.button if (button.key or "").startswith("chip.")]


def test_an_address_that_asks_in_vain_is_told(visit):
    app = visit("overview", lang="en", sender="nobody-at-all")
    assert "sender=nobody-at-all" in app.warning[0].value
    app.run()
    assert not app.warning


def test_nothing_matches(visit, charts):
    app = visit("overview", lang="en", sender="donald-trump", status="denied")
    assert Words("en")("state.no_match_title") in words(app)
    assert not charts(app)
    app.button(key="nothing.clear").click().run()
    assert charts(app)


@pytest.mark.parametrize("page", PAGES)
def test_an_empty_folder_is_a_designed_state(visit, page, tmp_path):
    app = visit(page, folder=tmp_path, lang="en")
    assert not app.exception
    assert Words("en")("state.empty_title") in words(app) or Words("en")("state.failed_title") in words(app)


@pytest.mark.parametrize("page", PAGES)
def test_a_missing_folder_is_told(visit, page, tmp_path):
    app = visit(page, folder=tmp_path / "nowhere", lang="en")
    assert not app.exception
    assert "nowhere" in words(app)


@pytest.mark.parametrize("page", PAGES)
def test_one_event(visit, page, one_event):
    app = visit(page, folder=one_event, lang="en")
    assert not app.exception
    assert re.search(r"\b1 (communication|letter)", words(app))


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read(visit, one_event):
    (one_event / "broken.txt").write_bytes(bytes(range(256)) * 4)
    app = visit("articles", folder=one_event, lang="en")
    assert not app.exception
    assert Words("en")("state.problems") in [expander.label for expander in app.expander]
    assert "broken.txt" in words(app)


def open_first(app):
    """Open the first article of the list."""
    next(button for button in app.button if (button.key or "").startswith("open.")).click().run()
    assert not app.exception
    return app


def test_reader(visit):
    app = open_first(visit("articles", lang="en"))
    page = shown(app)
    assert '<div class="article" dir="rtl" lang="ar">' in page
    assert re.search(r'<mark class="entity PER"[^>]*>فلاديمير بوتين</mark>', page)
    links = re.findall(r'<a href="#(event-[^"]+)"', page)
    assert links
    assert set(links) <= set(re.findall(r'<span id="(event-[^"]+)"', page))
    assert Words("en")("articles.show_in_text") in page


def test_reader_goes_through_the_articles_and_back(visit):
    app = open_first(visit("articles", lang="en"))
    first = shown(app)
    app.button(key="reader.next").click().run()
    assert shown(app) != first
    app.button(key="reader.previous").click().run()
    assert shown(app) == first
    app.button(key="reader.back").click().run()
    assert app.title[0].value == Words("en")("page.articles")


def test_reader_says_what_the_filters_hide(visit):
    app = visit("articles", lang="en", status="planned")
    open_first(app)
    assert "Not matching the filters" in words(app)


def test_an_article_that_is_gone_is_told(visit):
    app = visit("articles", lang="en", article="nowhere")
    assert app.warning[0].value == Words("en")("articles.gone")
    assert app.title[0].value == Words("en")("page.articles")


def test_set_aside_parts_are_offered(visit):
    app = visit("articles", lang="en")
    labels = set()
    for key in [button.key for button in app.button if (button.key or "").startswith("open.")]:
        app.button(key=key).click().run()
        labels |= {expander.label.split(":")[0] for expander in app.expander}
        app.button(key="reader.back").click().run()
    assert "Set aside from this file" in labels


@pytest.mark.parametrize("language", ["ar", "en"])
def test_two_periods_stand_beside_each_other(visit, charts, language):
    app = visit("network", lang=language, **{"from": "2018-01-01", "to": "2018-12-31"})
    assert len(charts(app)) == 1
    app.selectbox(key="widget.against").set_value("before").run()
    assert not app.exception
    assert len(charts(app)) == 2
    assert "<bdi>2018</bdi>" in shown(app)
    assert "<bdi>2017</bdi>" in shown(app)
    app.segmented_control(key="widget.form").set_value("matrix").run()
    assert len(charts(app)) == 1


def test_the_address_says_what_is_compared(visit, charts):
    app = visit("network", lang="en", against="2018-03-01/2019-02-28")
    assert app.selectbox(key="widget.against").value == "March 2018 – February 2019"
    assert len(charts(app)) == 2


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_columns_of_the_events_are_chosen_and_stay_in_the_address(visit, language):
    say = Words(language)
    app = visit("events", lang=language)
    assert list(table(app)) == [say(f"column.{name}") for name in COLUMNS[:6]]
    app.multiselect(key="widget.columns").set_value(["confidence", "sender_office"]).run()
    assert list(table(app)) == [say("column.confidence"), say("column.sender_office")]
    assert app.query_params["columns"] == ["confidence", "sender_office"]
    app.multiselect(key="widget.columns").set_value([]).run()
    assert list(table(app)) == [say("column.confidence"), say("column.sender_office")]


def test_the_events_are_sorted_by_any_column(visit):
    def sorted_by(order):
        return table(visit("events", lang="en", order=order, columns=list(COLUMNS)))

    risen, fallen = (sorted_by(f"{sign}confidence")["Confidence"].astype(float).tolist() for sign in ("", "-"))
    assert risen == sorted(risen)
    assert fallen == risen[::-1]
    senders = sorted_by("sender")["Sender"].tolist()
    assert senders == sorted(senders)
    assert len(set(senders)) > 3
    assert len({tuple(sorted(sorted_by(name)["Event"])) for name in COLUMNS}) == 1


def said(drawn):
    """Return all that a chart writes."""
    texts = []

    def collect(value, key=""):
        if isinstance(value, dict):
            for name, inner in value.items():
                collect(inner, name)
        elif isinstance(value, list):
            for inner in value:
                collect(inner, key)
        elif isinstance(value, str) and key in {"text", "hovertext", "ticktext", "name"}:
            texts.append(value)

    collect(drawn["figure"])
    return "\n".join(texts)


@pytest.mark.parametrize("page", ["overview", "timeline", "network", "parties"])
def test_arabic_digits_are_written_on_request(visit, charts, page):
    app = visit(page, lang="ar", digits="arabic", confidence="0.3", **{"from": "2018-01-01"})
    assert app.segmented_control(key="widget.digits").value == "arabic"
    labels = [option for field in app.multiselect for option in field.options]
    chips = [button.label for button in app.button]
    drawn = [said(chart) for chart in charts(app)]
    for text in (words(app), *labels, *chips, *drawn):
        assert not re.search("[0-9]", text)
        assert not drawn or re.search("[٠-٩]", "".join(drawn))
    assert "٢٠١٨" in words(app)
    app.segmented_control(key="widget.language").set_value("en").run()
    assert not re.search("[٠-٩]", words(app))
    assert not [element for element in app.get("button_group") if element.key == "widget.digits"]


def take(app):
    """Open the dialog, or draw it again: here a change in it does not run it alone, as a browser does."""
    app.button(key="take").click().run()
    assert not app.exception


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page_hands_out_every_format(visit, page, language):
    app = visit(page, lang=language, sender="vladimir-putin")
    before = len(app.get("download_button"))
    take(app)
    for kind in takeaway.KINDS:
        app.segmented_control(key="take.kind").set_value(kind)
        take(app)
        assert len(app.get("download_button")) == before + 1


def test_an_open_article_hands_out_the_view_too(visit):
    app = open_first(visit("articles", lang="en"))
    take(app)
    assert app.selectbox(key="take.table").value == "articles"


def test_sizes_are_offered_for_pictures_of_pixels(visit):
    app = visit("network", lang="ar", form="matrix")
    take(app)
    assert app.selectbox(key="take.chart").value == "matrix"
    assert "take.scale" not in {box.key for box in app.selectbox}
    app.selectbox(key="take.format").set_value("png")
    take(app)
    assert app.selectbox(key="take.scale").value == 2.0
    app.selectbox(key="take.format").set_value("html")
    take(app)
    assert not {"take.ratio", "take.scale"} & {box.key for box in app.selectbox}


@pytest.mark.parametrize(
    ("page", "query", "chart"),
    [
        ("overview", {}, "timeline"),
        ("timeline", {"layout": "calendar"}, "calendar"),
        ("network", {}, "chord"),
        ("network", {"form": "matrix"}, "matrix"),
    ],
)
def test_the_stage_opens_with_the_chart_of_the_page(visit, page, query, chart):
    app = visit(page, lang="en", **query)
    app.button(key="present").click().run()
    assert not app.exception
    assert app.session_state["place"].chart == chart


def test_pages_without_charts_have_no_stage(visit):
    for page in ("events", "articles", "parties"):
        assert "present" not in keys(visit(page, lang="en"))
    assert "present" not in keys(visit("network", lang="en", sender="donald-trump", status="denied"))


def test_the_table_offers_no_download_of_its_own():
    assert st.config.get_option("client.disableDataExport") is True


def told_again(app):
    """Return the widgets that the browser must draw anew to show their values."""
    fields = (*app.multiselect, *app.selectbox, *app.text_input, *app.date_input, *app.segmented_control)
    return [field.key for field in fields if field.proto.set_value]


def test_a_widget_that_shows_what_it_should_is_not_told_again(visit):
    app = visit("timeline", lang="en", channel="letter").run()
    assert told_again(app) == ["widget.include.channel"]
    app.button(key="chip.0").click().run()
    assert told_again(app) == ["widget.include.channel"]
    app.run()
    assert told_again(app) == []

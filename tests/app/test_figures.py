"""Where clicks in the charts lead. The charts themselves are tested below the app."""

import datetime as dt

from explore.app.figures import on_network, on_timeline
from explore.app.place import Place
from explore.selection import Choice, Selection

PUTIN_TO_TRUMP = ["vladimir-putin", "donald-trump"]


def test_a_mark_opens_its_evidence():
    assert on_timeline(Place(), [["000/1", "000"]], None) == Place(article="000", event="000/1")


def test_a_bar_sets_the_dates():
    after = on_timeline(Place(), [["2018-12-01", "2018-12-31"]], None)
    assert after.selection == Selection(first=dt.date(2018, 12, 1), last=dt.date(2018, 12, 31))


def test_brushing_sets_the_dates_whatever_lies_under_the_brush():
    after = on_timeline(Place(), [["000/1", "000"]], ("2019-03-01 12:00", "2018-02-01 07:30"))
    assert (after.selection.first, after.selection.last) == (dt.date(2018, 2, 1), dt.date(2019, 3, 1))
    assert after.article is None


def test_a_click_beside_everything_changes_nothing():
    place = Place(by="country", selection=Selection(channel=Choice(("call",))))
    assert on_timeline(place, [], None) == place
    assert on_network(place, [], None) == place
    assert on_network(place, [["", ""]], None) == place


def test_a_ribbon_filters_and_lets_go_again():
    once = on_network(Place(), [PUTIN_TO_TRUMP], None)
    assert (once.selection.sender, once.selection.recipient) == (Choice(("vladimir-putin",)), Choice(("donald-trump",)))
    assert on_network(once, [PUTIN_TO_TRUMP], None) == Place()


def test_a_ribbon_between_countries_filters_by_their_countries():
    after = on_network(Place(by="country"), [["RUS", "USA"]], None)
    assert after.selection == Selection(sender_country=Choice(("RUS",)), recipient_country=Choice(("USA",)))


def test_an_arc_filters_and_lets_go_again():
    once = on_network(Place(), [["vladimir-putin", None]], None)
    assert once.selection == Selection(person=Choice(("vladimir-putin",)))
    assert on_network(once, [["vladimir-putin", None]], None) == Place()

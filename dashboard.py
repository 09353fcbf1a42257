"""Open the dashboard: `streamlit run dashboard.py`, with your own articles `streamlit run dashboard.py -- FOLDER`."""

from pathlib import Path

import streamlit as st

from explore.app import chart, links, parts, router, saved, sidebar, state, style
from explore.errors import BarqiyaError

# Wide enough for two dates beside each other.
SIDEBAR = 340

chart.ready()
failure: BarqiyaError | None = None
try:
    state.open_library()
except BarqiyaError as error:
    failure = error

state.write_digits()
say = state.words()
root = Path(__file__).parent
st.set_page_config(
    page_title=say("app.name"), page_icon=root / "static" / "icon.svg", layout="wide", initial_sidebar_state=SIDEBAR
)
page = st.navigation(router.pages(root / "pages", say), position="top")
state.turn_to(router.name(page))
style.apply(say, dark=state.dark())
with st.sidebar:
    sidebar.language()
    if failure is None:
        links.follow(state.view())
if failure is None:
    # The page ahead of the filters: what they leave is drawn while their values are still counted and sent.
    page.run()
    with st.sidebar:
        sidebar.show(state.view())
        saved.show(state.view())
else:
    parts.failed(failure)

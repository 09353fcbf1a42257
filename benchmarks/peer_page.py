"""Show what the peer shows: a bare Streamlit page with one button, which takes a filter away, and one plain chart."""

import streamlit as st

from benchmarks.dashboard import bare

with st.container(key="chips"):
    channel = None if st.button("letter") else "letter"
bare(st.query_params["person"], channel, (st.query_params["page"],))

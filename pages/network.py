"""Show who sent to whom."""

from explore.app import figures, parts, router, state

router.guard()

view = state.view()
parts.heading(view, "network")
if not parts.nothing(view):
    parts.options(view, "network", "by", "form")
    figures.show_network(view)

"""Show who sent to whom."""

from explore.app import comparison, figures, parts, router, state

router.guard()

view = state.view()
parts.heading(view, "network")
if not parts.nothing(view):
    parts.options(view, "network", "by", "form")
    if view.place.form == "chord":
        comparison.offer(view)
    if view.place.form == "chord" and view.place.against:
        comparison.show(view, view.place.against)
    else:
        figures.show_network(view)

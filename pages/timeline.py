"""Show when the communications took place."""

from explore.app import figures, parts, router, state

router.guard()

view = state.view()
parts.heading(view, "timeline")
if not parts.nothing(view):
    parts.options(view, "timeline", "layout", *(["lanes"] if view.place.layout == "lanes" else []))
    figures.show_timeline(view)

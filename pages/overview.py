"""Show at a glance what the corpus holds."""

from explore.app import overview, parts, router, state

router.guard()

view = state.view()
parts.heading(view, "overview")
if not parts.nothing(view):
    overview.show(view)

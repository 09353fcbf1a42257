"""Show the events as a table."""

from explore.app import ledger, parts, router, state

router.guard()

view = state.view()
parts.heading(view, "events")
if not parts.nothing(view):
    ledger.show(view)

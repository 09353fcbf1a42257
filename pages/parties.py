"""Show one person or state, or list them all."""

from explore.app import parts, profile, router, state

router.guard()

view = state.view()
if not profile.show(view):
    parts.heading(view, "parties")
    if not parts.nothing(view):
        parts.option(view, "parties", "by")
        profile.list_all(view)

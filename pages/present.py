"""Show one chart after the other in full screen, as of the moment the page was opened."""

from explore.app import parts, router, stage, state

router.guard()

view = state.view()
if len(view.library.tables.articles):
    stage.show(view)
else:
    parts.heading(view, router.STAGE)
    parts.nothing(view)

"""List the articles, or show one: its text beside its events."""

from explore.app import parts, reader, router, shelf, state

router.guard()

view = state.view()
reading = shelf.opened(view)
if reading is not None:
    reader.show(view, reading, *shelf.neighbours(view, reading))
else:
    parts.heading(view, "articles")
    shelf.show(view)

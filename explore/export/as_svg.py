"""Write a drawing as SVG with live text: the face comes along inside, and whoever draws it joins the letters."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

from explore.export import faces
from explore.export.hatching import strokes
from explore.export.shapes import Circle, Drawing, Ink, Of, Polygon, Shape, Text

_OPEN, _CLOSE = "\N{RIGHT-TO-LEFT ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_ANCHORS = {"left": "start", "middle": "middle", "right": "end"}


def write(drawing: Drawing, language: str) -> bytes:
    """Return *drawing* as an SVG file in UTF-8."""
    width, height = _n(drawing.width), _n(drawing.height)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'role="img" xml:lang="{language}" lang="{language}">'
    )
    told = f"<title>{_safe(drawing.title)}</title><desc>{_safe(drawing.description)}</desc>"
    style = f"<style>{faces.css()}text{{font-family:'{faces.FAMILY}',sans-serif;white-space:pre}}</style>"
    ground = f'<rect width="{width}" height="{height}" fill="{drawing.background}"/>'
    body = "\n".join(_element(shape, f"c{place}") for place, shape in enumerate(drawing.shapes))
    return f"{head}{told}{style}{ground}\n{body}\n</svg>\n".encode()


def inline(drawing: Drawing, name: str, of: Callable[[Of], str]) -> str:
    """Return *drawing* as part of a page that carries the face; *name* tells its parts from those of other drawings.

    What stands for something has in ``data-of`` what *of* says of it; nothing is said where that is empty.
    """
    box = f"0 0 {_n(drawing.width)} {_n(drawing.height)}"
    told = f"<title>{_safe(faces.calm(drawing.title))}</title><desc>{_safe(faces.calm(drawing.description))}</desc>"
    body = "\n".join(_live(shape, f"{name}-{place}", of) for place, shape in enumerate(drawing.shapes))
    return f'<svg viewBox="{box}" role="img">{told}{body}</svg>'


def _live(shape: Shape, place: str, of: Callable[[Of], str]) -> str:
    said = of(shape.of) if shape.of else ""
    drawn = _element(shape, place)
    return f'<g data-of="{_safe(said)}">{drawn}</g>' if said else drawn


def _element(shape: Shape, place: str) -> str:
    if isinstance(shape, Text):
        return _text(shape)
    if isinstance(shape, Circle):
        return f'<circle cx="{_n(shape.x)}" cy="{_n(shape.y)}" r="{_n(shape.radius)}"{_ink(shape.ink)}/>'
    return _polygon(shape, place)


def _polygon(shape: Polygon, place: str) -> str:
    path = " ".join(_ring(ring, closed=shape.closed) for ring in shape.rings)
    hatch = shape.ink.hatch
    if hatch is None:
        return f'<path d="{path}"{_ink(shape.ink)}/>'
    lines = " ".join(_ring(stroke, closed=False) for stroke in strokes(shape.rings, hatch))
    drawn = f'<path d="{lines}" fill="none" stroke="{hatch.colour}" stroke-width="{_n(hatch.width)}"'
    return (
        f'<clipPath id="{place}"><path d="{path}"/></clipPath><path d="{path}"{_ink(shape.ink, stroked=False)}/>'
        f'<g clip-path="url(#{place})">{drawn} stroke-linecap="round"/></g><path d="{path}"{_outline(shape.ink)}/>'
    )


def _ring(points: Iterable[tuple[float, float]], *, closed: bool) -> str:
    joined = "L".join(f"{_n(x)} {_n(y)}" for x, y in points)
    return f"M{joined}{'Z' if closed else ''}"


def _ink(ink: Ink, *, stroked: bool = True) -> str:
    shown = f' fill="{ink.fill or "none"}"'
    if ink.fill is not None and ink.opacity < 1:
        shown += f' fill-opacity="{_n(ink.opacity)}"'
    return shown + (_stroke(ink) if stroked else "")


def _outline(ink: Ink) -> str:
    return f' fill="none"{_stroke(ink)}'


def _stroke(ink: Ink) -> str:
    if ink.stroke is None:
        return ""
    shown = f' stroke="{ink.stroke}" stroke-width="{_n(ink.width)}" stroke-linejoin="round"'
    if ink.stroke_opacity < 1:
        shown += f' stroke-opacity="{_n(ink.stroke_opacity)}"'
    return shown + (f' stroke-dasharray="{" ".join(map(_n, ink.dash))}"' if ink.dash else "")


def _text(text: Text) -> str:
    # Anchors stay those of a line from left to right; the isolate gives the words their own direction.
    said = faces.calm(text.text)
    shown = f"{_OPEN}{said}{_CLOSE}" if text.rtl else said
    turned = f' transform="rotate({_n(text.angle)} {_n(text.x)} {_n(text.y)})"' if text.angle else ""
    weight = ' font-weight="700"' if text.bold else ""
    place = f'x="{_n(text.x)}" y="{_n(text.y)}" text-anchor="{_ANCHORS[text.anchor]}"'
    return f'<text {place} font-size="{_n(text.size)}" fill="{text.colour}"{weight}{turned}>{_safe(shown)}</text>'


def _safe(text: str) -> str:
    """Escape *text*, without the control characters that XML forbids."""
    return escape("".join(char for char in text if char >= " " or char in "\t\n"))


def _n(value: float) -> str:
    """Write a number as shortly as a hundredth of a pixel allows."""
    return f"{value:.2f}".rstrip("0").rstrip(".")

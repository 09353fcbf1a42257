"""Write what people read first in a package: README, codebook and citation, in English and Arabic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from explore.export import jsonl
from explore.export.codebook import Column, Table
from explore.export.context import Context
from explore.export.words import say, section
from explore.filters import View
from explore.phrases import Language, number, text
from explore.version import VERSION

_ORDER: tuple[Language, ...] = ("en", "ar")


def readme(view: View, context: Context, files: Sequence[str]) -> str:
    """Say what the package holds, how to read its *files*, and what it cannot tell."""
    return "\n".join(
        line for language in _ORDER for line in _flowing(_readme(view, context, files, language), language)
    )


def codebook_text(tables: Iterable[Table]) -> str:
    """Say what every column and every value of *tables* means."""
    shown = list(tables)
    return "\n".join(line for language in _ORDER for line in _flowing(_codebook(shown, language), language))


def citation(view: View, context: Context) -> str:
    """Say how to cite the view, in the Citation File Format 1.2.0."""
    english, arabic = (context.sentence(view.n, language, view.tables) for language in _ORDER)
    told: dict[str, object] = {
        "cff-version": "1.2.0",
        "type": "dataset",
        "message": say("citation", "message", "en"),
        "title": say("citation", "title", "en", sentence=english),
        "abstract": f"{english}. {say('citation', 'title', 'ar', sentence=arabic)}. {context.link}",
        "version": VERSION,
        "authors": [{"name": "The Barqiya authors"}],
        "keywords": ["diplomacy", "Arabic news", "event data"],
    }
    # JSON values are YAML values.
    return "".join(f"{key}: {jsonl.text(value)}\n" for key, value in told.items())


def _flowing(lines: Iterable[str], language: Language) -> Iterator[str]:
    """Wrap Arabic so that Markdown viewers set it from right to left."""
    if language == "ar":
        yield from ('<div dir="rtl" lang="ar">', "")
    yield from lines
    yield ""
    if language == "ar":
        yield from ("</div>", "")


def _readme(view: View, context: Context, files: Sequence[str], language: Language) -> Iterator[str]:
    yield from (f"# {say('readme', 'title', language)}", "")
    yield from _view(view, context, language)
    yield from (f"## {say('readme', 'files', language)}", "")
    yield from _files(files, language)
    yield from ("", f"## {say('readme', 'reading', language)}", "")
    for key in ("csv", "python", "dates", "offsets"):
        yield from (say("readme", key, language), "")
    if not context.with_text:
        yield from (say("readme", "no_text", language), "")
    yield from (f"## {say('readme', 'limits', language)}", "")
    yield from (say("readme", "method", language), "", say("readme", "rights", language), "")
    yield say("readme", "version", language, version=VERSION)


def _view(view: View, context: Context, language: Language) -> Iterator[str]:
    yield from (say("readme", "view", language, sentence=context.sentence(view.n, language, view.tables)), "")
    counts = {
        "events": len(view.tables.events) if view.kept is None else int(view.kept.sum()),
        "all_events": len(view.tables.events),
        "articles": len(view.articles),
        "all_articles": len(view.tables.articles),
    }
    yield from (say("readme", "rows", language, **{key: number(n) for key, n in counts.items()}), "")
    yield from (say("readme", "link", language, link=context.link), "")


def _files(files: Sequence[str], language: Language) -> Iterator[str]:
    for name, words in section("files").items():
        if any(file == name or (name.endswith("/") and file.startswith(name)) for file in files):
            yield f"- `{name}`: {words[language]}"


def _codebook(tables: Sequence[Table], language: Language) -> Iterator[str]:
    name = say("sheet", "codebook", language)
    yield from (f"# {name[:1].upper()}{name[1:]}", "")
    for table in tables:
        words = table.words[language]
        yield from (f"## {table.name}.csv: {words.title}", "", words.text, "")
        yield _row(say("codebook", head, language) for head in ("column", "title", "type", "text"))
        yield "|---|---|---|---|"
        for column in table.columns:
            yield _row((f"`{column.name}`", column.words[language].title, column.type, _text(column, language)))
        yield ""


def _text(column: Column, language: Language) -> str:
    separator = text("semicolon", language)
    values = separator.join(f"`{value}` {words[language]}" for value, words in column.values.items())
    return f"{column.words[language].text} {values}".strip()


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"

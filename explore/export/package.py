"""Pack a view for research: one zip of tables, their description in three forms, exchange formats, and checksums.

The same view gives the same bytes: files stand in a fixed order, no time of making is kept, and every text in the
package follows from the view, the corpus and the version.
"""

from __future__ import annotations

import hashlib
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from explore.export import cmif, codebook, csv, csvw, datapackage, jsonl, plover, readme, sheets
from explore.export.annotations import write as write_annotations
from explore.export.context import Context
from explore.export.parquet import pieces
from explore.filters import View
from explore.sentence import sentence
from explore.version import VERSION

TABLES = ("events", "communications", "articles", "mentions", "people", "nodes", "edges")
_EXCHANGE = {"letters.cmif.xml": cmif.write, "annotations.jsonld": write_annotations, "plover.jsonl": plover.write}
_CHECKSUMS = "SHA256SUMS"
_LAST = ("datapackage.json", "csv-metadata.json", "CITATION.cff")
# The earliest time that a zip file can tell.
_TIME = (1980, 1, 1, 0, 0, 0)
_LEVEL = 6
_UNIX, _READABLE = 3, 0o100644 << 16
_STEPS = 1000


@dataclass
class _Archive:
    """Add files to a zip one after the other, keeping the size and checksum of each."""

    zip: zipfile.ZipFile
    written: dict[str, tuple[int, str]] = field(default_factory=dict)

    def add(self, name: str, parts: Iterable[bytes]) -> None:
        """Write *parts* as the file *name*."""
        info = zipfile.ZipInfo(name, _TIME)
        info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, _UNIX, _READABLE
        size, checksum = 0, hashlib.sha256()
        with self.zip.open(info, "w", force_zip64=True) as file:
            for part in parts:
                file.write(part)
                checksum.update(part)
                size += len(part)
        self.written[name] = (size, checksum.hexdigest())


def write(view: View, context: Context) -> Iterator[bytes]:
    """Yield the package of *view* as a zip file, piece by piece."""
    with tempfile.TemporaryFile() as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
            _fill(_Archive(archive), view, context)
        yield from pieces(file)


def _fill(archive: _Archive, view: View, context: Context) -> None:
    described = [codebook.tables()[name] for name in TABLES]
    names = [f"{name}.csv" for name in TABLES]
    charts = dict(_charts(view, context))
    files = ["query.json", "codebook.md", *names, *_EXCHANGE, *charts, *_LAST, _CHECKSUMS]
    archive.add("README.md", [readme.readme(view, context, files).encode()])
    archive.add("query.json", [_json(query(view, context))])
    archive.add("codebook.md", [readme.codebook_text(described).encode()])
    _add_rows(archive, view, context)
    for name, picture in charts.items():
        archive.add(name, [picture])
    tables = [(table, *archive.written[f"{table.name}.csv"]) for table in described]
    archive.add("datapackage.json", [_json(datapackage.describe(view, context, tables))])
    archive.add("csv-metadata.json", [_json(csvw.describe(described))])
    archive.add("CITATION.cff", [readme.citation(view, context).encode()])
    lines = (f"{checksum}  {name}\n".encode() for name, (_, checksum) in sorted(archive.written.items()))
    archive.add(_CHECKSUMS, list(lines))


def _charts(view: View, context: Context) -> Iterator[tuple[str, bytes]]:
    """Draw the charts; the libraries that draw are loaded only now."""
    from explore.export import drawn

    return drawn.for_package(view, context)


def _add_rows(archive: _Archive, view: View, context: Context) -> None:
    """Write the files that grow with the view, telling the progress over all of them."""
    jobs: list[tuple[str, Callable[[View, Context], Iterator[bytes]], Context]] = [
        *((f"{name}.csv", csv.write, sheets.table(context, name)) for name in TABLES),
        *((name, write_one, context) for name, write_one in _EXCHANGE.items()),
    ]
    for place, (name, write_one, given) in enumerate(jobs):
        archive.add(name, write_one(view, replace(given, progress=_part(context, place, len(jobs)))))


def _part(context: Context, place: int, places: int) -> Callable[[int, int], None] | None:
    """Tell the progress of one file as a part of the progress of all."""
    tell = context.progress
    if tell is None:
        return None
    return lambda done, total: tell(place * _STEPS + _STEPS * done // max(total, 1), places * _STEPS)


def query(view: View, context: Context) -> dict[str, object]:
    """Return what was asked, in words, as a link and as parameters, and how much answers it."""
    tables = view.tables
    whole = replace(view, kept=None, kept_articles=None)
    return {
        "sentence": {
            language: sentence(context.selection, view.n, language, tables) for language in codebook.LANGUAGES
        },
        "link": context.link,
        "query": context.query,
        "rows": {
            name: {"kept": sheets.of(view, given).n, "total": sheets.of(whole, given).n}
            for name in ("events", "communications", "articles", "mentions")
            for given in (sheets.table(context, name),)
        },
        "corpus": {"name": context.corpus or None, "sha256": _fingerprint(view), "texts": context.with_text},
        "offsets": "Unicode code points in articles.text, from 0, end exclusive",
        "versions": {"barqiya": VERSION, "data_package": "2.0", "cameo": "1.1b3", "plover": "2.0", "cff": "1.2.0"},
    }


def _fingerprint(view: View) -> str:
    """Return a checksum of the checksums of all articles, which names the corpus whatever the order of reading."""
    checksum = hashlib.sha256()
    for one in sorted(view.tables.articles["sha256"].dropna()):
        checksum.update(f"{one}\n".encode())
    return checksum.hexdigest()


def _json(shown: object) -> bytes:
    return (jsonl.text(shown, indent=2) + "\n").encode()

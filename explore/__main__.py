"""Run Barqiya from the command line: ``barqiya run``, ``extract``, ``export``, ``explain``, ``evaluate``."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from explore.errors import BarqiyaError, SourceError
from explore.version import VERSION

if TYPE_CHECKING:
    _Commands = argparse._SubParsersAction[argparse.ArgumentParser]

_FAILED = 2
_INTERRUPTED = 130
# As many problems are told one by one; a broken file of records can have thousands.
_TOLD = 20


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status: 2 where something could not be read or written."""
    _write_arabic()
    given = _parser().parse_args(arguments)
    try:
        problems: Sequence[SourceError] = given.run(given)
    except BarqiyaError as error:
        print(f"barqiya: {error}", file=sys.stderr)
        return _FAILED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return _INTERRUPTED
    for problem in problems[:_TOLD]:
        print(f"barqiya: {problem}", file=sys.stderr)
    if len(problems) > _TOLD:
        print(f"barqiya: and {len(problems) - _TOLD} more like these", file=sys.stderr)
    return _FAILED if problems else 0


def _write_arabic() -> None:
    """Write UTF-8 even where the system's own encoding has no Arabic, as Windows consoles and pipes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _run(given: argparse.Namespace) -> Sequence[SourceError]:
    from explore import launch

    launch.dashboard(given.paths, port=given.port, headless=given.headless)
    return ()


def _extract(given: argparse.Namespace) -> Sequence[SourceError]:
    from explore import extraction

    return extraction.extract(given.paths, given.format, given.out)


def _export(given: argparse.Namespace) -> Sequence[SourceError]:
    from explore.export import command
    from explore.export.look import Look

    def tell(share: str) -> None:
        print(f"barqiya: {share}", file=sys.stderr)

    look = Look(ratio=given.ratio, scale=given.scale, dark=given.dark)
    return command.export(given.paths, given.view, given.to, form=given.format, table=given.table, look=look, tell=tell)


def _explain(given: argparse.Namespace) -> Sequence[SourceError]:
    from explore import corpus, explain

    read = corpus.read([given.file])
    for line in explain.explain(read):
        print(line)
    return read.problems


def _evaluate(given: argparse.Namespace) -> Sequence[SourceError]:
    from explore import evaluation, scores

    print("\n".join(scores.report(evaluation.measure(given.gold, dated=given.dated))))
    return ()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="barqiya", description="Who wrote to whom, called, met or visited in Arabic news."
    )
    parser.add_argument("--version", action="version", version=f"barqiya {VERSION}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for add in (_add_run, _add_extract, _add_export, _add_explain, _add_evaluate):
        add(commands)
    return parser


def _add_run(commands: _Commands) -> None:
    run = commands.add_parser("run", help="open the dashboard on files and folders, or on the articles that come along")
    run.add_argument("paths", nargs="*", metavar="PATH")
    run.add_argument("--port", type=int, help="where the dashboard is served (8501, or the next that is free)")
    run.add_argument("--headless", action="store_true", help="do not open a browser")
    run.set_defaults(run=_run)


def _add_extract(commands: _Commands) -> None:
    extract = commands.add_parser("extract", help="write what the articles say as JSON Lines, CSV or Parquet")
    extract.add_argument("paths", nargs="+", metavar="PATH")
    extract.add_argument(
        "--format",
        choices=("jsonl", "csv", "parquet"),
        default="jsonl",
        help="jsonl: all, an article a line; csv, parquet: events",
    )
    extract.add_argument("--out", default="-", metavar="FILE", help="where to write; without it the standard output")
    extract.set_defaults(run=_extract)


def _add_export(commands: _Commands) -> None:
    export = commands.add_parser(
        "export", help="write what a view of the dashboard shows: tables, charts, a briefing, slides, a package"
    )
    export.add_argument(
        "view", metavar="VIEW", help="a link to the dashboard, or filters such as 'channel=letter'; '' is everything"
    )
    export.add_argument("paths", nargs="+", metavar="PATH")
    export.add_argument(
        "--to",
        required=True,
        metavar="FILE",
        help="its ending names the format (.csv .excel.csv .xlsx .jsonl .parquet; .svg .png; .pptx; .zip .cmif.xml "
        ".jsonld .plover.jsonl), its name the table or chart (people.csv, chord.svg, chord.pdf, chord.html); any other "
        ".pdf is a briefing, any other .html a meeting",
    )
    export.add_argument("--format", help="the format, where the ending does not name it")
    export.add_argument("--table", help="events, communications, articles, mentions, people, nodes or edges")
    export.add_argument("--ratio", choices=("16:9", "4:3", "1:1"), default="16:9", help="the shape of a picture")
    export.add_argument("--scale", type=float, default=2.0, help="the size of a PNG: 1 is 1280 pixels wide at 16:9")
    export.add_argument("--dark", action="store_true", help="draw a picture on dark ground")
    export.set_defaults(run=_export)


def _add_explain(commands: _Commands) -> None:
    explain = commands.add_parser("explain", help="tell the reading of an article step by step, with every why")
    explain.add_argument("file", type=Path, metavar="FILE")
    explain.set_defaults(run=_explain)


def _add_evaluate(commands: _Commands) -> None:
    evaluate = commands.add_parser("evaluate", help="measure the reading against gold annotations")
    evaluate.add_argument("gold", metavar="GOLD_PREFIX", help="for example tests/gold/seeds")
    evaluate.add_argument("--dated", action="store_true", help="tell the reading the days of publication")
    evaluate.set_defaults(run=_evaluate)


if __name__ == "__main__":
    sys.exit(main())

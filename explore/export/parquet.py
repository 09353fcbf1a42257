"""Write tables as Parquet, a row group a block; columns carry their titles and descriptions."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from typing import IO, Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from explore.export import sheets
from explore.export.codebook import Column, Table
from explore.export.context import Context
from explore.filters import View
from explore.version import VERSION

_TYPES = {"integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_(), "date": pa.date32()}
_PIECE = 1 << 20


def write(view: View, context: Context) -> Iterator[bytes]:
    """Yield the table that *context* names as one Parquet file, piece by piece."""
    sheet = sheets.of(view, context)
    with tempfile.TemporaryFile() as file:
        schema = _schema(sheet.table, next(iter(sheet)), context)
        with pq.ParquetWriter(file, schema, compression="zstd") as writer:
            for block in sheets.told(sheet, context):
                writer.write_table(pa.Table.from_arrays(_arrays(block, schema), schema=schema))
        yield from pieces(file)


def pieces(file: IO[bytes]) -> Iterator[bytes]:
    """Yield the whole content of *file*, a piece at a time."""
    file.seek(0)
    return iter(lambda: file.read(_PIECE), b"")


def _schema(table: Table, block: pd.DataFrame, context: Context) -> Any:
    fields = [
        pa.field(column.name, _type(column, block[column.name]), metadata=_words(column)) for column in table.columns
    ]
    return pa.schema(fields, metadata={"barqiya": VERSION, "view": context.link, "table": table.name})


def _type(column: Column, values: pd.Series) -> Any:
    if not column.is_text:
        return _TYPES[column.type]
    repeats = isinstance(values.dtype, pd.CategoricalDtype)
    return pa.dictionary(pa.int32(), pa.string()) if repeats else pa.string()


def _words(column: Column) -> dict[str, str]:
    return {
        f"{part}_{language}": getattr(words, "text" if part == "description" else part)
        for language, words in column.words.items()
        for part in ("title", "description")
    }


def _arrays(block: pd.DataFrame, schema: Any) -> list[Any]:
    return [_array(block[field.name], field.type) for field in schema]


def _array(values: pd.Series, wanted: Any) -> Any:
    if isinstance(values.dtype, pd.CategoricalDtype):
        values = values.cat.remove_unused_categories()
    made = pa.array(values, from_pandas=True)
    made = made.combine_chunks() if isinstance(made, pa.ChunkedArray) else made
    if not pa.types.is_dictionary(wanted):
        return made.cast(wanted)
    return pa.DictionaryArray.from_arrays(made.indices.cast(pa.int32()), made.dictionary.cast(pa.string()))

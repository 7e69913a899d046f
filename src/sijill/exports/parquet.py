"""A record goes in; Parquet files come out, one for each table, with types, for analysis.

Needs pyarrow, the extra `parquet`. Lists of texts are lists, maps are JSON texts, and nothing is
null where the record has null. The files are those of csv_tables, told apart by type.
"""

from __future__ import annotations

import io
import json
from typing import Any

from sijill.errors import ToolMissing
from sijill.exports.material import Files, Material
from sijill.exports.rows import Table, tables_of


def parquet_files(material: Material) -> Files:
    """Give one Parquet file for each table of the record.

    Raises ToolMissing when pyarrow is not installed.
    """
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as fault:
        raise ToolMissing(
            "Parquet files are written with pyarrow, which is not installed",
            where="sijill export parquet",
            remedy="Install it:  pip install 'sijill[parquet]'\n"
            "Or take the same tables as CSV:  sijill export csv",
        ) from fault
    types = {
        "text": pyarrow.string(),
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "truth": pyarrow.bool_(),
        "texts": pyarrow.list_(pyarrow.string()),
        "map": pyarrow.string(),
    }
    files = {}
    for table in tables_of(material.record):
        schema = pyarrow.schema([(c.name, types[c.kind]) for c in table.columns])
        columns = [pyarrow.array(values, types[c.kind]) for c, values in _columns(table)]
        out = io.BytesIO()
        pyarrow.parquet.write_table(pyarrow.table(columns, schema=schema), out)
        files[f"{table.name}.parquet"] = out.getvalue()
    return files


def _columns(table: Table) -> list[tuple[Any, list[Any]]]:
    """Give each column with its values."""
    found = []
    for place, column in enumerate(table.columns):
        values = [row[place] for row in table.rows]
        if column.kind == "map":
            values = [None if v is None else json.dumps(v, ensure_ascii=False) for v in values]
        found.append((column, values))
    return found

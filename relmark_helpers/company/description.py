"""The description that goes with a company's files, in the Data Package standard."""

from __future__ import annotations

from typing import Any

from relmark_helpers.company.folder import FORMATS, Resource
from relmark_helpers.company.schema import KINDS, TABLES, Column, Table


def datapackage(made_with: dict[str, Any], form: str, resources: dict[str, Resource]) -> dict[str, Any]:
    """Describe a company in the Data Package standard.

    Parameters
    ----------
    made_with : dict
        The customers, months, seed and so on it was made with.
    form : str
        ``"csv"``, ``"parquet"`` or ``"duckdb"``.
    resources : dict of Resource
        The file of each table.

    Returns
    -------
    dict
        The content of ``datapackage.json``.

    Examples
    --------
    >>> from relmark_helpers.company.folder import opened
    >>> package = datapackage({"seed": 1}, "csv", opened().resources)
    >>> [resource["path"] for resource in package["resources"]][:2]
    ['branches.csv', 'customers.csv']
    """
    return {
        "name": "meridian-home",
        "title": "Meridian Home (子午家居): a simulated retailer of home appliances",
        "description": "Every customer, order and answer is simulated; the table truth says how.",
        "licenses": [{"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0"}],
        "made_with": made_with,
        "resources": [_resource(name, table, form, resources[name]) for name, table in TABLES.items()],
    }


def _resource(name: str, table: Table, form: str, of: Resource) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(each) for each in table.columns], "missingValues": [""]}
    if all(table.column(each).required for each in table.primary_key):  # the standard allows no empty parts
        schema["primaryKey"] = list(table.primary_key)
    if table.foreign_keys:
        schema["foreignKeys"] = [
            {
                "fields": [column],
                "reference": {
                    "resource": "" if other == name else other,
                    "fields": list(TABLES[other].primary_key),
                },
            }
            for column, other in table.foreign_keys.items()
        ]
    return {
        "name": name,
        "path": of.file.name,
        "profile": "tabular-data-resource",
        "description": f"A row is {table.row}.",
        "format": form,
        "mediatype": FORMATS[form],
        **({"encoding": "utf-8"} if form == "csv" else {}),
        **({"dialect": {"table": name}} if form == "duckdb" else {}),
        "bytes": of.size,
        "hash": f"sha256:{of.digest}",
        "rows": of.rows,
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    bounds = {"minimum": column.low, "maximum": column.high, "enum": list(column.values)}
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    constraints |= {name: value for name, value in bounds.items() if value not in (None, [])}
    described = {
        "name": column.name,
        "type": KINDS[column.kind][0],
        "description": column.meaning,
        "unit": column.unit,
        "description_zh": column.wording_zh,
        "reversed": column.reversed,
        "constraints": constraints,
    }
    return {name: value for name, value in described.items() if value}

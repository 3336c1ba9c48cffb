"""Saleor's sample data: made once into a template database, and every run works on a copy."""

from __future__ import annotations

import contextlib
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg

from tests.saleor.processes import until

if TYPE_CHECKING:
    from tests.saleor.shop import Shop

_END_SALES = (
    "UPDATE discount_promotion SET start_date = '2020-01-01', end_date = '2020-01-02'",
    "DELETE FROM product_variantchannellistingpromotionrule",
    "UPDATE product_productvariantchannellisting SET discounted_price_amount = price_amount",
    "UPDATE product_productchannellisting AS p SET discounted_price_amount = ("
    " SELECT min(l.price_amount) FROM product_productvariantchannellisting l"
    " JOIN product_productvariant v ON v.id = l.variant_id"
    " WHERE v.product_id = p.product_id AND l.channel_id = p.channel_id)",
)


def version(saleor: Path) -> str:
    found = re.search(r'^version = "(.+)"', (saleor / "pyproject.toml").read_text(), re.M)
    return found[1] if found else "unknown"


def copy(shop: Shop) -> None:
    """Make the shop's database: a copy of the template with Saleor's sample data (made when missing)."""
    name = f"agentpay_template_{re.sub(r'[^0-9a-z]', '_', version(shop.saleor))}"
    with psycopg.connect(f"{shop.postgres}/postgres", autocommit=True) as connection:
        # Another run may want the template at the same time: one makes it, and both copy it in turn.
        connection.execute("SELECT pg_advisory_lock(hashtext(%s))", [name])
        known = {row[0] for row in connection.execute("SELECT datname FROM pg_database")}
        if name not in known:
            _make_template(shop, name)
        connection.execute(f'DROP DATABASE IF EXISTS "{shop.database}" WITH (FORCE)')
        until(lambda: _copied(connection, name, shop.database), "a copy of the template", 60)
    _end_sales(shop)


def _end_sales(shop: Shop) -> None:
    """Let goods cost what they are listed at: the sample data draws promotions by lot, some of them for later."""
    for statement in _END_SALES:
        shop.rows(statement)


def _copied(connection: psycopg.Connection[Any], template: str, name: str) -> bool:
    """Somebody who looks into the template keeps it from being copied for a while."""
    with contextlib.suppress(psycopg.errors.ObjectInUse):
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return True
    return False


def _make_template(shop: Shop, template: str) -> None:
    print(f"\nmaking Saleor's sample data into {template}; this takes minutes, once", flush=True)
    working = f"{template}_making"
    with psycopg.connect(f"{shop.postgres}/postgres", autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{working}" WITH (FORCE)')
        connection.execute(f'CREATE DATABASE "{working}"')
        bare = replace(shop, overlay=Path("/nonexistent"), database=working)
        bare.manage("migrate")
        bare.manage("populatedb", "--createsuperuser")
        connection.execute(f'ALTER DATABASE "{working}" RENAME TO "{template}"')

"""Keeps a sandbox shop's state in Django's database, where all processes of the demo see the same.

A write holds one row's lock from its first statement on, so that writes follow one another on PostgreSQL
as on SQLite; a read takes no lock.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from functools import cache, cached_property
from typing import Any

from django.db import OperationalError, connection, transaction
from django.db.models import F, QuerySet

from agentpay_plugin.conversation.codec import from_json, to_json
from agentpay_plugin.errors import OpenTransaction, ShopUnavailable
from agentpay_plugin.shop.sandbox.models import Record
from agentpay_plugin.shop.sandbox.store import Table, Tables

_WHOLE = ("stock", "price", "switches")  # one call asks for several of these: they are read at once


class DatabaseStore:
    """Implements Store over the default connection of the calling thread."""

    @contextmanager
    def reading(self) -> Iterator[Tables]:
        with _answering():
            yield _tables()

    @contextmanager
    def writing(self) -> Iterator[Tables]:
        with _answering(), transaction.atomic():
            _take_lock()
            yield _tables()

    def clear(self) -> None:
        with self.writing():
            Record.objects.exclude(kind="lock").delete()


@contextmanager
def _answering() -> Iterator[None]:
    """The shop plays a system outside: it is not called in our own transaction, and it may be away."""
    if connection.in_atomic_block:
        raise OpenTransaction("the sandbox shop was called inside a database transaction")
    try:
        yield
    except OperationalError as error:
        raise ShopUnavailable("the sandbox shop's database does not answer") from error


def _take_lock() -> None:
    """Wait for whoever writes. An UPDATE locks its row, and on SQLite the whole file."""
    lock = Record.objects.filter(kind="lock", key="shop")
    if not lock.update(data=F("data")):
        Record.objects.bulk_create(
            [Record(kind="lock", key="shop", data={})], ignore_conflicts=True
        )
        lock.update(data=F("data"))


def _tables() -> Tables:
    @cache
    def table(kind: str, hint: Any) -> Table:
        return _Rows(kind, hint)

    return table


class _Rows(MutableMapping[str, Any]):
    """The rows of a kind within one call; what was read once is not asked for again."""

    def __init__(self, kind: str, hint: Any) -> None:
        self._kind = kind
        self._hint = hint
        self._known: Table = {}
        self._is_whole = False

    @cached_property
    def _records(self) -> QuerySet[Record]:
        return Record.objects.filter(kind=self._kind)

    def __getitem__(self, key: str) -> Any:
        if key not in self._known and not self._is_whole:
            self._read(None if self._kind in _WHOLE else key)
        return self._known[key]

    def __setitem__(self, key: str, value: Any) -> None:
        Record.objects.bulk_create(
            [Record(kind=self._kind, key=key, data=to_json(value, self._hint))],
            update_conflicts=True,
            unique_fields=["kind", "key"],
            update_fields=["data"],
        )
        self._known[key] = value

    def __delitem__(self, key: str) -> None:
        if not self._records.filter(key=key).delete()[0]:
            raise KeyError(key)
        self._known.pop(key, None)

    def __iter__(self) -> Iterator[str]:
        self._known = {}
        self._read(None)
        return iter(tuple(self._known))

    def __len__(self) -> int:
        return self._records.count()

    def _read(self, key: str | None) -> None:
        found = self._records.filter(key=key) if key is not None else self._records
        for name, data in found.order_by("pk").values_list("key", "data"):
            self._known[name] = from_json(data, self._hint)
        self._is_whole = key is None

"""The sandbox shop's state: JSON records by kind and key. Checkouts hold names and addresses of whoever tries it."""

from __future__ import annotations

from django.db import models


class Record(models.Model):
    """One checkout, transaction, order, stock figure …; the one of kind `lock` is held by whoever writes."""

    id = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=20)
    key = models.CharField(max_length=512)
    data = models.JSONField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "key"], name="agentpay_sandbox_kind_key")
        ]

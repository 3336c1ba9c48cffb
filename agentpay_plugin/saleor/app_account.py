"""Our `App` row in Saleor: the account that transactions, reports and completed orders are signed with.

Made once in a shop's life. A merchant who switches it off or removes it closes our payments; nothing brings
it back but the merchant, by switching a channel on anew. Its page is the merchant's way to the settings: the Dashboard lists no plugin that is off.
"""

from __future__ import annotations

from contextlib import suppress

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from saleor.app.models import App
from saleor.app.types import AppType
from saleor.core.db.connection import allow_writer
from saleor.core.utils import build_absolute_uri
from saleor.permission.enums import (
    AccountPermissions,
    CheckoutPermissions,
    OrderPermissions,
    PaymentPermissions,
)
from saleor.permission.models import Permission

from agentpay_plugin.errors import ShopRefused
from agentpay_plugin.hosting import urls
from agentpay_plugin.models import Pulse

IDENTIFIER = "agentpay"
CLOSED = "APP_INACTIVE"
_NAME = "AgentPay"
_ABOUT = (
    "The account of AgentPay: your chat's and your storefront's payments are reported by it and their orders"
    " placed by it. Switching it off or deleting it stops new payments, and orders that are being paid wait."
    " Keys and everything else you set stand in AgentPay settings, per channel."
)
# App.identifier is not unique in Saleor's database; the primary key of this row of ours is.
_MADE = "app-account"

PERMISSIONS = (
    PaymentPermissions.HANDLE_PAYMENTS,  # transactionEventReport; the transactions of an order
    CheckoutPermissions.MANAGE_CHECKOUTS,  # a paid checkout, also when its channel was switched off since
    CheckoutPermissions.HANDLE_CHECKOUTS,  # orderCreateFromCheckout, for what a merchant holds for later
    OrderPermissions.MANAGE_ORDERS,  # an order's unmasked e-mail and its status, for its own conversation
    AccountPermissions.IMPERSONATE_USER,  # the customer stays the owner of the order that we complete
)


class AppClosed(ShopRefused):
    """The merchant switched our app off, removed it, or took a permission away."""

    def __init__(self, message: str = "AgentPay's app is switched off in the shop.") -> None:
        super().__init__(CLOSED, message)


def current() -> App:
    """Return our app as it is now, making it in a shop that never had one. Raises AppClosed."""
    with allow_writer():
        app = _found()
        if app is None:
            ensure()
            app = _found()
    if app is None or not app.is_active or app.removed_at is not None:
        raise AppClosed
    return app


def is_open() -> bool:
    """Whether our app is there, on, and may do all its work. Else a payment could not be opened or reported."""
    try:
        return bool(current().has_perms(list(PERMISSIONS)))
    except AppClosed:
        return False


def restore() -> None:
    """Make our app anew where the merchant deleted it: they have just switched a channel on again."""
    with allow_writer(), suppress(IntegrityError), transaction.atomic():
        app = _found()
        if app is None or app.removed_at is not None:
            Pulse.objects.filter(name=_MADE).delete()
            _make()


def ensure() -> None:
    """Make our app unless this shop has or ever had it. Callers at the same moment make one."""
    with allow_writer():
        if app := _found():
            _introduce(app)
            return
        if Pulse.objects.filter(name=_MADE).exists():
            return
        try:
            _make()
        except IntegrityError:
            return  # Another process made it between our look and our insert.


@transaction.atomic
def _make() -> None:
    permissions = _permissions()
    if len(permissions) < len(PERMISSIONS):
        return  # Saleor itself is still being migrated; the first use comes back here.
    Pulse.objects.create(name=_MADE, last_run_at=timezone.now())
    app = App.objects.create(
        name=_NAME,
        identifier=IDENTIFIER,
        type=AppType.THIRDPARTY,
        is_active=True,
        is_installed=True,
        **_introduction(),
    )
    app.permissions.set(permissions)


def _introduction() -> dict[str, str]:
    return {"about_app": _ABOUT, "app_url": build_absolute_uri(urls.app_path())}


def _introduce(app: App) -> None:
    """Keep up what the Dashboard tells of us: the shop's address is often set later, or moves."""
    wanted = _introduction()
    if any(getattr(app, name) != value for name, value in wanted.items()):
        App.objects.filter(pk=app.pk).update(**wanted)


def _found() -> App | None:
    """Return the living row first, should a merchant have put one away and installed another."""
    rows = list(App.objects.filter(identifier=IDENTIFIER))
    rows.sort(key=lambda app: (app.removed_at is not None, not app.is_active, app.pk))
    return rows[0] if rows else None


def _permissions() -> list[Permission]:
    wanted = Q()
    for permission in PERMISSIONS:
        label, codename = permission.value.split(".")
        wanted |= Q(content_type__app_label=label, codename=codename)
    return list(Permission.objects.filter(wanted))

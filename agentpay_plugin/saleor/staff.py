"""Who may see the merchant's reports, by the same rights as Saleor's own `ordersTotal`."""

from __future__ import annotations

from typing import Any

from saleor.core.exceptions import PermissionDenied
from saleor.graphql.account.utils import get_user_accessible_channels
from saleor.permission.enums import OrderPermissions
from saleor.permission.utils import one_of_permissions_or_auth_filter_required

from agentpay_plugin.saleor.configuration import key_of_slug

_NEEDED = (OrderPermissions.MANAGE_ORDERS,)


def require_staff(info: Any, channel: str) -> None:
    """Raise Saleor's PermissionDenied unless the user or app may see the figures of a channel (its slug).

    Staff may be restricted to some channels; one that does not exist is not theirs to be kept from.
    """
    context = info.context
    if not one_of_permissions_or_auth_filter_required(context, _NEEDED):
        raise PermissionDenied(permissions=_NEEDED)
    if context.app or context.user.is_superuser or key_of_slug(channel) is None:
        return
    if channel not in {each.slug for each in get_user_accessible_channels(info, context.user)}:
        raise PermissionDenied(message=f"You do not have access to the {channel} channel.")

"""Columns that came later get their default from the database, too: a process of the version before knows nothing
of them, and goes on writing rows while a shop is upgraded one process after the other."""

from django.db import migrations

_DEFAULTS = (
    ("agentpay_plugin_charge", "pix_code", "''"),
    ("agentpay_plugin_charge", "reserve", "''"),
    ("agentpay_plugin_refund", "is_release", "false"),
    ("agentpay_plugin_providernotice", "about_dispute", "false"),
    ("agentpay_plugin_paidorder", "gone_minor", "0"),
    ("agentpay_plugin_conversation", "assistant_micros", "0"),
    ("agentpay_plugin_turn", "answered_by", "''"),
    ("agentpay_plugin_turn", "calls", "'[]'"),
    ("agentpay_plugin_turn", "cost_micros", "0"),
    ("agentpay_plugin_turn", "needs_model", "false"),
    ("agentpay_plugin_turn", "tokens_received", "0"),
    ("agentpay_plugin_turn", "tokens_sent", "0"),
)


def set_defaults(apps, schema_editor):
    """SQLite serves one process, and cannot change a column."""
    if schema_editor.connection.vendor == "postgresql":
        for table, column, default in _DEFAULTS:
            schema_editor.execute(f'ALTER TABLE "{table}" ALTER COLUMN "{column}" SET DEFAULT {default}')


def drop_defaults(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for table, column, _ in _DEFAULTS:
            schema_editor.execute(f'ALTER TABLE "{table}" ALTER COLUMN "{column}" DROP DEFAULT')


class Migration(migrations.Migration):

    dependencies = [
        ('agentpay_plugin', '0007_assistant'),
    ]

    operations = [migrations.RunPython(set_defaults, drop_defaults)]

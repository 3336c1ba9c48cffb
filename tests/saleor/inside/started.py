"""A pytest plugin (-p) that starts Django, imports Saleor's API as a running Saleor has it, and makes our tables."""

import importlib

import django
from django.core.management import call_command

django.setup()
importlib.import_module("saleor.graphql.api")
call_command("migrate", "agentpay_plugin", verbosity=0)

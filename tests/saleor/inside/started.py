"""A pytest plugin (-p) that starts Django, and imports Saleor's API as a running Saleor has it."""

import importlib

import django

django.setup()
importlib.import_module("saleor.graphql.api")

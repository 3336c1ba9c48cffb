"""A report that must add up, whoever died in the middle of it."""

from __future__ import annotations

from dataclasses import replace

from agentpay_plugin.charges.ports import Books, Report, ReportKind

_AGAIN = "Confirmed once more; it was taken once."


def report_counted(books: Books, report: Report) -> None:
    """Report an event, and see that the shop adds it up.

    Saleor stores an event and adds up the amounts in two steps. One that it had already may have been left
    between the two by a kill; a note is always taken, and makes it add up.
    """
    if books.report(report):
        books.report(replace(report, kind=ReportKind.INFO, message=_AGAIN))

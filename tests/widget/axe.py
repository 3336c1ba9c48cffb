"""Asks axe-core what is wrong with the widget."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

SCRIPT = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
RUN = """async (only) => {
  const {violations} = await axe.run('[data-agentpay-chat]', {
    resultTypes: ['violations'],
    rules: {'target-size': {enabled: true}},
    ...(only.length ? {runOnly: {type: 'rule', values: only}} : {}),
  });
  return violations.flatMap(({id, nodes}) => nodes.map(({target, any, all, none}) =>
    `${id}: ${target.flat().slice(1).join(' ')}: ${[...any, ...all, ...none].map(({message}) => message).join('; ')}`));
}"""


def prepare(page: Page) -> None:
    """Put axe into the page, by the debugger's way: no policy of the page is asked."""
    page.evaluate(SCRIPT.read_text())


def findings(page: Page, *only: str) -> list[str]:
    """Return what is wrong, by all rules or some."""
    told: list[str] = page.evaluate(RUN, list(only))
    return told

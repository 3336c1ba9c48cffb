"""Where things stand: nothing outside of the panel, nothing cut off, nothing on top of something else."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

MISPLACED = """() => {
  const root = document.querySelector('[data-agentpay-chat]').shadowRoot;
  const panel = root.querySelector('.panel');
  const frame = panel.getBoundingClientRect();
  const wrong = [];
  const name = (e) => `${e.tagName.toLowerCase()}.${e.className?.baseVal ?? e.className} "${(e.textContent || '').trim().slice(0, 30)}"`;
  const unseen = (e) => e.closest('.unseen') || e.closest('svg')?.parentElement?.closest('.unseen');
  if (document.documentElement.scrollWidth > innerWidth) wrong.push('the page scrolls sideways');
  if (frame.left < -1 || frame.right > innerWidth + 1 || frame.top < -1 || frame.bottom > innerHeight + 1)
    wrong.push(`the panel is outside of the window: ${JSON.stringify(frame)}`);
  for (const e of panel.querySelectorAll('*')) {
    if (unseen(e) || e.matches('option')) continue;
    const box = e.getBoundingClientRect();
    if (!box.width || !box.height) continue;
    if (box.left < frame.left - 1 || box.right > frame.right + 1)
      wrong.push(`${name(e)} is ${Math.round(Math.max(frame.left - box.left, box.right - frame.right))} px outside`);
    const style = getComputedStyle(e);
    // A field scrolls by nature, a picture is cropped.
    if (e.matches('input, textarea, select, .picture, .picture *, .avatar, .avatar *')) continue;
    if (style.overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1) wrong.push(`${name(e)} is cut off sideways`);
    if (style.overflowY === 'hidden' && e.scrollHeight > e.clientHeight + 1) wrong.push(`${name(e)} is cut off below`);
  }
  const shown = (e) => e.getClientRects().length && !e.closest('[inert]');
  const controls = [...panel.querySelectorAll('button, a[href], select, input:not([type=radio]), textarea, label.option, label.value')].filter(shown);
  const boxes = controls.map((e) => [e, e.getBoundingClientRect()]);
  const pill = panel.querySelector('.pill');
  for (const [at, [one, a]] of boxes.entries()) for (const [other, b] of boxes.slice(at + 1)) {
    if (one === pill || other === pill || one.contains(other) || other.contains(one)) continue;
    const inLog = (e) => e.closest('.scroller') !== null;
    if (inLog(one) !== inLog(other)) continue;
    if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
      wrong.push(`${name(one)} lies over ${name(other)}`);
  }
  return wrong;
}"""

SMALL_TARGETS = """() => [...document.querySelector('[data-agentpay-chat]').shadowRoot.querySelectorAll(
    'button, select, input, textarea, label.option, label.value, a.button')]
  .filter((e) => e.getClientRects().length && !(e.matches('input[type=radio]') && e.closest('label')))
  .map((e) => [e.getAttribute('aria-label') || e.textContent, e.getBoundingClientRect()])
  .filter(([, box]) => box.width < 24 || box.height < 24)
  .map(([words, box]) => `${words.trim()}: ${Math.round(box.width)} x ${Math.round(box.height)}`)"""


def misplaced(page: Page) -> list[str]:
    """Return what is not where it should be."""
    told: list[str] = page.evaluate(MISPLACED)
    return told


def small_targets(page: Page) -> list[str]:
    """Return what is smaller than a finger needs (WCAG 2.2, 2.5.8)."""
    told: list[str] = page.evaluate(SMALL_TARGETS)
    return told


def in_shadow(page: Page, expression: str, given: Any = None) -> Any:
    """Evaluate `(root, given) => …` with the widget's shadow root."""
    return page.evaluate(
        f"(given) => ({expression})(document.querySelector('[data-agentpay-chat]').shadowRoot, given)",
        given,
    )

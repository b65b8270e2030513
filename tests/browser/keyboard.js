// Going through a page with the Tab key.
import assert from 'node:assert/strict';

/**
 * Presses Tab, and refuses a stop that nobody sees: out of the window, covered, or without a mark. Gives what the focus
 * is on; nothing when it has left the page or has come round.
 */
export async function stop(page) {
  await page.keyboard.press('Tab');
  const stop = await page.evaluate(focused);
  assert.ok(!stop || stop.seen, `the focus cannot be seen on ${stop?.element}: ${stop?.why}`);
  return stop;
}

/** All stops of the page, in their order. */
export async function stops(page, most = 400) {
  const stops = [];
  for (let press = 0; press < most; press++) {
    const next = await stop(page);
    if (!next) return stops;
    stops.push(next);
  }
  throw new Error(`more than ${most} stops`);
}

/** Runs in the page: what the focus is on. */
function focused() {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return null;
  globalThis.visited ??= new Set();
  if (globalThis.visited.has(element)) return null;
  globalThis.visited.add(element);

  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const isWithin = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight && right - left > 1;
  const isMarked = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
  const between = (least, middle, most) => Math.min(Math.max(middle, least), most);
  const middle = document.elementFromPoint(
    between(0, (left + right) / 2, innerWidth - 1),
    between(0, (top + bottom) / 2, innerHeight - 1),
  );
  const label = element.labels?.[0];
  const isCovered = !(middle && (element.contains(middle) || middle.contains(element) || label?.contains(middle)));

  const group = element.closest('fieldset')?.querySelectorAll('input:not([type=hidden]), select') ?? [element];
  const words = (label ?? element).textContent.trim().replace(/\s+/g, ' ').slice(0, 50);
  return {
    element: `${element.localName}${element.id && `#${element.id}`} “${words}”`,
    tag: element.localName,
    type: element.type,
    name: element.name,
    value: element.value,
    href: element.getAttribute('href'),
    form: element.getAttribute('formaction') ?? element.form?.getAttribute('action'),
    figure: Boolean(element.inputMode),
    place: [...group].indexOf(element),
    seen: isWithin && isMarked && !isCovered,
    why: `within the window: ${isWithin}, marked: ${isMarked}, covered: ${isCovered}`,
  };
}

/** The first Tab shows a link past what stands at the top, and it works. */
export async function skips(page) {
  const { href } = (await stop(page)) ?? {};
  assert.match(href ?? '', /^#/, 'the first stop leads past the top');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => location.hash), href);
  await page.keyboard.press('Tab');
  const isInside = await page.evaluate(
    (target) => document.querySelector(target).contains(document.activeElement),
    href,
  );
  assert.ok(isInside, `after ${href} the next stop is in it`);
}

// Whether a page fits: nothing runs out of it to the side, nothing is cut off.
import assert from 'node:assert/strict';

/** A desk, the same at twice its size, and the narrowest window that WCAG 1.4.10 asks for. */
export const DESK = { width: 1280, height: 900 };
export const PHONE = { width: 320, height: 640 };
export const ZOOMED = { width: 640, height: 450, scale: 2 };

/** Refuses a page wider than the window, and text that its box cuts off. */
export async function fits(page) {
  assert.deepEqual(await page.evaluate(misfits), [], page.url());
}

/** Refuses text that runs out of its box when letters, words and lines are set apart as far as WCAG 1.4.12 says. */
export async function fitsLoose(page) {
  await page.evaluate(() => {
    const loose = new CSSStyleSheet();
    loose.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
      p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [loose];
  });
  assert.deepEqual(await page.evaluate(misfits), [], `${page.url()}, letters and lines set apart`);
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
}

/** Runs in the page: what does not fit. */
function misfits() {
  const faults = [];
  const window = document.scrollingElement;
  // Text for screen readers alone is cut off on purpose.
  const isSeen = ({ clipPath, display, visibility }) =>
    clipPath !== 'inset(50%)' && display !== 'none' && visibility !== 'hidden';
  const named = (element) => {
    const parts = [
      element.localName,
      element.id && `#${element.id}`,
      ...[...element.classList].map((name) => `.${name}`),
    ];
    return `${parts.join('')} “${element.textContent.trim().slice(0, 40)}”`;
  };
  if (window.scrollWidth > window.clientWidth)
    faults.push(`the page is ${window.scrollWidth} wide in a window of ${window.clientWidth}`);
  for (const element of document.body.querySelectorAll('*')) {
    const style = getComputedStyle(element);
    // What is typed may be longer than its field.
    if (element.clientWidth <= 1 || !isSeen(style) || ['input', 'textarea', 'select'].includes(element.localName))
      continue;
    const cuts = (overflow) => ['hidden', 'clip'].includes(overflow);
    const wide = element.scrollWidth > element.clientWidth + 1 && cuts(style.overflowX);
    const high = element.scrollHeight > element.clientHeight + 1 && cuts(style.overflowY);
    if (wide || high) faults.push(`cut off: ${named(element)}`);
    const { left, right } = element.getBoundingClientRect();
    if (faults.length > 0 && right > window.clientWidth + 1 && left >= 0)
      faults.push(`too far right: ${named(element)}`);
  }
  return faults.slice(0, 12);
}

/** All looks of a page; the first and the last differ in everything. */
export const LOOKS = ['de', 'en'].flatMap((language) =>
  ['light', 'dark'].flatMap((scheme) => [PHONE, DESK].map((size) => ({ language, scheme, ...size }))),
);

export const named = (view) => Object.values(view).join(', ');

// What reaches the paper.
import assert from 'node:assert/strict';

/** The room that A4 leaves between the margins of our pages, in CSS pixels: 170 mm by 255 mm. */
const SHEET = { width: 642, height: 963 };

/**
 * Refuses a print of fewer or more pages than `pages` says, without one of the headings that the screen shows outside
 * of lists of contents and of what is folded, or with a picture cut in two.
 */
export async function prints(page, pages) {
  const headings = await page.evaluate(() =>
    [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
      .filter((heading) => heading.checkVisibility() && !heading.closest('nav, details:not([open])'))
      .map((heading) => heading.textContent),
  );
  await page.emulateMedia({ media: 'print' });
  const pdf = (await page.pdf({ preferCSSPageSize: true, outline: true, tagged: true })).toString('latin1');
  const count = pdf.match(/\/Type \/Page\b/g).length;
  assert.ok(count >= pages.least && count <= pages.most, `${count} pages in place of ${pages.least} to ${pages.most}`);

  const printed = bookmarks(pdf).map(letters);
  const missing = headings.filter((heading) => !printed.includes(letters(heading)));
  assert.ok(headings.length > 3);
  assert.deepEqual(missing, [], 'headings that are not on paper');

  await page.setViewportSize(SHEET);
  const cut = await page.evaluate(
    (sheet) =>
      [...document.querySelectorAll('svg[role], tr, figure')].flatMap((element) => {
        const { right, width, height } = element.getBoundingClientRect();
        // A drawing is never divided; of rows it has to be said.
        const whole = element.localName === 'svg' || getComputedStyle(element).breakInside === 'avoid';
        const fits = right <= sheet.width + 1 && height <= sheet.height;
        return width === 0 || (whole && fits)
          ? []
          : [`${element.localName} “${element.textContent.trim().slice(0, 40)}” ${right} × ${height}`];
      }),
    SHEET,
  );
  assert.deepEqual(cut, [], 'pictures and rows that a page cuts');
}

/** The titles of the bookmarks of a PDF: the browser writes one for every heading on paper. */
function bookmarks(pdf) {
  return [...pdf.matchAll(/\/Title (?:<FEFF([0-9A-F]+)>|\(((?:\\.|[^\\)])*)\))/g)].map(([, wide, plain]) =>
    wide === undefined
      ? plain.replace(/\\(.)/g, '$1')
      : wide
          .match(/..../g)
          .map((unit) => String.fromCharCode(parseInt(unit, 16)))
          .join(''),
  );
}

/** What of a heading is the same on screen and on paper. */
const letters = (text) => text.replace(/[^\p{L}\p{N}]/gu, '');

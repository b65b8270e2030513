// The pictures in docs/pictures: the main pages of the site as a visitor sees them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { close, follow, visit } from './browser.js';
import { ROOT, stop } from './dteam.js';
import { withPalette } from './palette.js';
import { address, answeredSection, review } from './questionnaire.js';

const FOLDER = join(ROOT, 'docs/pictures');

/** No picture is to be larger, in bytes. */
const MOST = 150 * 1024;

const DESK = { width: 1120, height: 760, scale: 1.5 };
const PHONE = { width: 390, height: 780, scale: 1.5 };

const EXAMPLE = 'example?name=erlenstedt';

async function section(page) {
  await answeredSection(page, 'de', EXAMPLE, 2);
  await page.evaluate(() => scrollTo(0, 0));
}

/** The page from that place on. */
async function from(page, place) {
  await page
    .locator(place)
    .first()
    .evaluate((element) => scrollTo(0, element.getBoundingClientRect().top + scrollY - 16));
}

const PICTURES = {
  // What follows has a button in the browser's own language.
  start: [{ ...DESK, height: 540 }, async (page) => page.goto(await address('de'))],
  questions: [DESK, section],
  'questions-dark': [{ ...DESK, scheme: 'dark' }, section],
  'questions-phone': [PHONE, section],
  review: [DESK, (page) => review(page, 'de', EXAMPLE)],
  report: [DESK, async (page) => page.goto(await address('de', EXAMPLE))],
  'report-phone': [PHONE, async (page) => page.goto(await address('de', EXAMPLE))],
  plan: [
    DESK,
    async (page) => {
      await page.goto(await address('de', EXAMPLE));
      await from(page, '#plan');
    },
  ],
  comparison: [
    DESK,
    async (page) => {
      await page.goto(await address('de', 'compare'));
      for (const [place, list] of (await page.locator('main select').all()).entries())
        await list.selectOption({ index: place * 5 + 1 });
      await follow(page.locator('main form button[type=submit]').last());
    },
  ],
};

mkdirSync(FOLDER, { recursive: true });
try {
  for (const [name, [view, reach]] of Object.entries(PICTURES)) {
    await visit(view, async (page) => {
      await reach(page);
      const picture = withPalette(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
      if (picture.length > MOST) throw new Error(`${name}.png would have ${picture.length} bytes`);
      writeFileSync(join(FOLDER, `${name}.png`), picture);
      console.log(`${name}.png: ${Math.ceil(picture.length / 1024)} KB`);
    });
  }
} finally {
  await stop();
  await close();
}

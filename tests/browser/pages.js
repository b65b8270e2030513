// Every page of the site, in all its looks.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accessible } from './axe.js';
import { AT_ONCE, follow, visit } from './browser.js';
import { fits, fitsLoose, LOOKS, named, PHONE, ZOOMED } from './layout.js';
import { INTRUSIONS, refusesIntruders } from './policy.js';
import { prints } from './print.js';
import { address, answeredSection, begin, next, questions, refused, review, type } from './questionnaire.js';
import { structured } from './structure.js';

/** An example with a clear type. */
const EXAMPLE = 'example?name=auetal';

const opened = (path) => async (page, language) => page.goto(await address(language, path));

async function section(page, language, number) {
  await begin(page, language);
  for (let turn = 1; turn < number; turn++) await next(page);
}

/** As many as the survey has; a test holds that. */
const SECTIONS = 8;

/** Each page with the way to it. */
const PAGES = {
  start: opened(''),
  'short form': opened('questions?short=1'),
  ...Object.fromEntries(
    Array.from({ length: SECTIONS }, (_, place) => [
      `section ${place + 1}`,
      (page, language) => section(page, language, place + 1),
    ]),
  ),
  'answered section': (page, language) => answeredSection(page, language, EXAMPLE, 3),
  'section with mistakes': async (page, language) => {
    await begin(page, language);
    for (const { kind, fields } of await questions(page)) if (kind === 'figure') await type(page, fields[0], 'vierzig');
    await next(page);
    await refused(page);
  },
  review: (page, language) => review(page, language, EXAMPLE),
  'review of nothing': async (page, language) => {
    await begin(page, language);
    await follow(page.locator('button[formaction=report]').first());
  },
  report: opened(EXAMPLE),
  'file with mistakes': async (page, language) => {
    await opened('')(page, language);
    const buffer = Buffer.from('goals: [efficency, efficency]\nmunicipality: {kind: dorf}\n');
    await page.locator('input[type=file]').setInputFiles({ name: 'a.yaml', mimeType: 'application/yaml', buffer });
    await follow(page.locator('form[action=load] button'));
  },
  'choice of what to compare': opened('compare'),
  comparison: async (page, language) => {
    await opened('compare')(page, language);
    for (const [place, list] of (await page.locator('main select').all()).entries())
      await list.selectOption({ index: place * 5 + 1 });
    await follow(page.locator('main form button[type=submit]').last());
  },
  'file too large': async (page, language) => {
    await opened('')(page, language);
    const buffer = Buffer.alloc(2 << 20, '#');
    await page.locator('input[type=file]').setInputFiles({ name: 'a.yaml', mimeType: 'application/yaml', buffer });
    await follow(page.locator('form[action=load] button'));
  },
  'no such page': opened('nowhere'),
  'no such example': opened('example?name=nowhere'),
  'not to be fetched': opened('status'),
};

/** The pages that are mistakes themselves. */
const COMPLAINTS = ['404', '405', '413', '422'];

/** Those whose parts are kept as text. */
const STRUCTURED = [
  'start',
  'answered section',
  'section with mistakes',
  'review',
  'choice of what to compare',
  'comparison',
  'no such page',
];

/** The pages that are looked at in every way; for the others the first look and the last are enough. */
const ALL_LOOKS = ['start', 'answered section', 'section with mistakes'];

for (const [name, reach] of Object.entries(PAGES)) {
  describe(name, { concurrency: AT_ONCE }, () => {
    for (const view of ALL_LOOKS.includes(name) ? LOOKS : [LOOKS[0], LOOKS.at(-1)]) {
      it(`is accessible: ${named(view)}`, () =>
        visit(
          view,
          async (page) => {
            await reach(page, view.language);
            await accessible(page);
            await fits(page);
            const titles = await page.locator('h1').count();
            assert.equal(titles, 1, 'one heading is the page’s');
            assert.ok((await page.title()).length > 8);
            assert.equal(await page.locator('html').getAttribute('lang'), view.language);
          },
          COMPLAINTS,
        ));
    }

    it('fits at twice its size, on a phone, and with letters set apart', () =>
      visit(
        ZOOMED,
        async (page) => {
          await reach(page, 'de');
          await fits(page);
          await fitsLoose(page);
          await page.setViewportSize(PHONE);
          await fits(page);
        },
        COMPLAINTS,
      ));

    it('refuses what does not belong to it', () =>
      visit(
        {},
        async (page) => {
          await reach(page, 'de');
          await refusesIntruders(page);
        },
        [...COMPLAINTS, ...INTRUSIONS],
      ));

    if (STRUCTURED.includes(name)) {
      it('has its parts in reading order', () =>
        visit(
          {},
          async (page) => {
            await reach(page, 'de');
            await structured(page, name.replaceAll(' ', '-'));
          },
          COMPLAINTS,
        ));
    }
  });
}

describe('sections', () => {
  it(`are ${SECTIONS}`, () =>
    visit({}, async (page) => {
      await section(page, 'de', SECTIONS);
      assert.equal(await page.locator('main form[action=questions]').count(), 1);
      await next(page);
      assert.equal(await page.locator('main form[action=questions]').count(), 0);
    }));
});

describe('the report of the site', { concurrency: AT_ONCE }, () => {
  it('goes to paper as the report alone', () =>
    visit({}, async (page) => {
      await opened(EXAMPLE)(page, 'de');
      await prints(page, { least: 4, most: 8 });
      for (const part of ['header.site', 'footer.site', '.annexes']) {
        assert.equal(await page.locator(part).first().isVisible(), false, `${part} is not printed`);
      }
    }));

  it('leads the visitor to the language of the browser', async () => {
    for (const language of ['de', 'en']) {
      await visit({ language }, async (page) => {
        const { origin } = new URL(await address(language));
        await page.goto(`${origin}/`);
        assert.equal(page.url(), await address(language));
      });
    }
  });
});

// The report and the handbook as pages of their own.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accessible } from './axe.js';
import { AT_ONCE, unfold, visit } from './browser.js';
import { handbook, LANGUAGES, report } from './dteam.js';
import { skips, stops } from './keyboard.js';
import { DESK, fits, fitsLoose, LOOKS, named, PHONE, ZOOMED } from './layout.js';
import { INTRUSIONS, refusesIntruders } from './policy.js';
import { prints } from './print.js';
import { structured } from './structure.js';

/** A clear type, a mixed one, hardly an answer, hardly a step left, a district as JSON. */
const PROFILES = ['auetal.yaml', 'erlenstedt.yaml', 'quellenried.yaml', 'sternbrunn.yaml', 'nordmarken.json'];

/** The page that is looked at in every way; for the others the first and the last are enough. */
const ALL_LOOKS = 'report on auetal.yaml';

/** The pages, each as its address in a language. */
const ADDRESSES = {
  ...Object.fromEntries(PROFILES.map((profile) => [`report on ${profile}`, (language) => report(profile, language)])),
  'handbook of one pack': (language) => handbook(language, 'data'),
};

for (const [name, address] of Object.entries(ADDRESSES)) {
  describe(name, { concurrency: AT_ONCE }, () => {
    for (const view of name === ALL_LOOKS ? LOOKS : [LOOKS[0], LOOKS.at(-1)]) {
      it(`is accessible: ${named(view)}`, () =>
        visit(view, async (page) => {
          await page.goto(address(view.language));
          await unfold(page);
          await accessible(page);
          await fits(page);
        }));
    }

    for (const language of LANGUAGES) {
      it(`fits at twice its size, and with letters set apart: ${language}`, () =>
        visit({ ...ZOOMED, language }, async (page) => {
          await page.goto(address(language));
          await unfold(page);
          await fits(page);
          await fitsLoose(page);
        }));
    }

    it('says the same without scripts', async () => {
      const text = async (script) => {
        let text;
        await visit({ script }, async (page) => {
          await page.goto(address('de'));
          text = await page.locator('body').innerText();
        });
        return text;
      };
      const texts = [await text(true), await text(false)];
      assert.ok(texts[0].length > 1000);
      assert.equal(texts[1], texts[0]);
    });

    it('is gone through by keyboard', () =>
      visit({}, async (page) => {
        await page.goto(address('de'));
        await skips(page);
        await page.goto('about:blank');
        await page.goto(address('de'));
        const links = await page.locator('a[href]:visible, summary').count();
        assert.equal((await stops(page)).length, links, 'every link is a stop');
      }));

    it('refuses what does not belong to it', () =>
      visit(
        {},
        async (page) => {
          await page.goto(address('de'));
          await refusesIntruders(page);
        },
        INTRUSIONS,
      ));
  });
}

describe('on paper', { concurrency: AT_ONCE }, () => {
  for (const language of LANGUAGES) {
    it(`reports: ${language}`, () =>
      visit({ language }, async (page) => {
        for (const profile of PROFILES) {
          await page.emulateMedia({ media: 'screen' });
          await page.goto(report(profile, language));
          await prints(page, { least: 2, most: 7 });
          await page.emulateMedia({ media: 'screen' });
          await unfold(page);
          await prints(page, { least: 5, most: 15 });
        }
      }));
    it(`handbook of one pack: ${language}`, () =>
      visit({ language }, async (page) => {
        await page.goto(handbook(language, 'data'));
        await prints(page, { least: 20, most: 60 });
      }));
  }
});

describe('parts in reading order', { concurrency: AT_ONCE }, () => {
  it('report', () =>
    visit({}, async (page) => {
      await page.goto(report('auetal.yaml', 'de'));
      await unfold(page);
      await structured(page, 'report');
    }));
  it('handbook', () =>
    visit({}, async (page) => {
      await page.goto(handbook('de', 'data'));
      await structured(page, 'handbook', { depth: 3 });
    }));
});

describe('whole handbook', { concurrency: AT_ONCE }, () => {
  for (const view of [
    { ...PHONE, language: 'de' },
    { ...DESK, language: 'en', scheme: 'dark' },
  ]) {
    it(`is accessible: ${view.language}, ${view.width} pixels`, () =>
      visit(view, async (page) => {
        await page.goto(handbook(view.language));
        await accessible(page);
        await fits(page);
      }));
  }
});

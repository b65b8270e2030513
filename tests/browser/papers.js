// Plan, progress and team on the site.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { accessible } from './axe.js';
import { AT_ONCE, follow, visit } from './browser.js';
import { ROOT } from './dteam.js';
import { fits, PHONE } from './layout.js';
import { prints } from './print.js';
import { address, downloaded } from './questionnaire.js';

const EXAMPLE = 'example?name=auetal';

/** A page with mistakes is answered with this, and the browser complains of it. */
const REFUSED = ['422'];

/** The plan of an example. */
async function planned(page, language = 'de') {
  await page.goto(await address(language, EXAMPLE));
  await follow(page.locator('button[formaction=plan]'));
}

const profile = async (name) => ({
  name: `${name}.yaml`,
  mimeType: 'application/yaml',
  buffer: await readFile(join(ROOT, `profiles/${name}.yaml`)),
});

for (const script of [true, false]) {
  // What looks for barriers runs in the page, and needs scripts itself.
  const looked = script ? accessible : () => {};
  describe(`papers ${script ? 'with' : 'without'} scripts`, { concurrency: AT_ONCE }, () => {
    it('the plan follows what it rests on, and its tasks are kept as files', () =>
      visit({ script }, async (page) => {
        await planned(page);
        const usual = await page.locator('main').innerText();
        await page.locator('.assumptions summary').click();
        await page.locator('#start').selectOption({ index: 2 });
        await page.locator('#days').fill('7,5');
        await page.locator('#step-0').selectOption({ index: 1 });
        await follow(page.locator('.assumptions button.main'));
        assert.notEqual(await page.locator('main').innerText(), usual);
        assert.match(await page.locator('main').innerText(), /4\. Quartal 2026/);
        assert.match(await page.locator('main').innerText(), /7,5 eigenen Arbeitstagen/);
        await page.locator('.assumptions summary').click();
        assert.equal(await page.locator('#days').inputValue(), '7,5');
        assert.match(await page.locator('#step-0').inputValue(), /^done:/);
        const table = await downloaded(page, 'tasks.csv');
        assert.match(table.name, /^aufgaben.*auetal\.csv$/);
        const calendar = await downloaded(page, 'tasks.ics');
        assert.match(calendar.text, /^BEGIN:VCALENDAR\r\n[^]*DTSTART;VALUE=DATE:20261001/);
        const workbook = await downloaded(page, 'tasks.xlsx');
        assert.match(workbook.text, /^PK/);
        assert.match((await downloaded(page, 'plan.html')).text, /4\. Quartal 2026/);
      }));

    it('days that are none are shown and put right', () =>
      visit({ script }, async (page) => {
        await planned(page);
        await page.locator('.assumptions summary').click();
        await page.locator('#days').fill('viele');
        await follow(page.locator('.assumptions button.main'));
        assert.ok(await page.locator('main [role=alert]').evaluate((alert) => alert === document.activeElement));
        assert.equal(await page.locator('#days').inputValue(), 'viele');
        await looked(page);
        await page.locator('#days').fill('8');
        await follow(page.locator('main button.main'));
        await page.locator('main#report').waitFor();
      }, REFUSED));

    it('last year’s file beside the answers says what the year has brought', () =>
      visit({ script }, async (page) => {
        await page.goto(await address('de', EXAMPLE));
        await follow(page.locator('button[formaction=progress]'));
        const old = await profile('auetal');
        old.buffer = Buffer.from(`${old.buffer}`.replace('population: 9400', 'population: 9100'));
        await page.locator('input[type=file]').setInputFiles(old);
        await follow(page.locator('main button.main'));
        assert.match(await page.locator('main').innerText(), /Eine Antwort ist heute anders/);
        await looked(page);
        assert.match((await downloaded(page, 'progress.html')).text, /Eine Antwort ist heute anders/);
        await follow(page.locator('button[formaction=report]'));
        await page.locator('main#report').waitFor();
      }));

    it('several files are a team, and one that is none is named', () =>
      visit({ script }, async (page) => {
        await page.goto(await address('de'));
        await follow(page.locator('main a[href=team]'));
        const files = await Promise.all(['auetal', 'kaltenried', 'falkenrode'].map(profile));
        files.push({ name: 'brief.yaml', mimeType: 'application/yaml', buffer: Buffer.from('goals: [x]\n') });
        await page.locator('input[type=file]').setInputFiles(files);
        await follow(page.locator('main button.main'));
        assert.match(await page.locator('header [role=alert]').innerText(), /brief\.yaml/);
        for (const name of ['Auetal', 'Kaltenried', 'Falkenrode'])
          assert.ok((await page.locator('main').innerText()).includes(name), name);
        await looked(page);
        assert.match((await downloaded(page, 'team.csv')).text, /Kaltenried|kaltenried/);
        await follow(page.locator('header button[lang=en]'));
        assert.equal(await page.locator('html').getAttribute('lang'), 'en');
        assert.ok((await page.locator('main').innerText()).includes('Falkenrode'));
      }));
  });
}

describe('the plan on the site', { concurrency: AT_ONCE }, () => {
  it('is accessible, fits a phone, and goes to paper alone', () =>
    visit({}, async (page) => {
      await planned(page, 'en');
      await accessible(page);
      await page.locator('.assumptions summary').click();
      await accessible(page);
      await fits(page);
      await page.setViewportSize(PHONE);
      await fits(page);
      await prints(page, { least: 1, most: 4 });
      assert.equal(await page.locator('.assumptions').isVisible(), false);
    }));

  it('chooses files for progress and team in accessible forms', () =>
    visit({}, async (page) => {
      for (const name of ['progress', 'team']) {
        await page.goto(await address('de', name));
        await accessible(page);
        await fits(page);
      }
    }));
});

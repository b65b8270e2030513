// A person's way from the first page to the report, with the mouse.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AT_ONCE, follow, visit } from './browser.js';
import { LANGUAGES } from './dteam.js';
import {
  address,
  answer,
  answerAll,
  answerPage,
  begin,
  downloaded,
  entries,
  next,
  questions,
  refused,
  reviewed,
  toMistake,
  type,
} from './questionnaire.js';

/** A page with mistakes is answered with this, and the browser complains of it. */
const REFUSED = ['422'];

/** Goes on until the page has a question of that kind, and gives it. */
async function until(page, kind) {
  for (let turn = 0; turn < 30; turn++) {
    const found = (await questions(page)).find((question) => question.kind === kind);
    if (found) return found;
    await next(page);
  }
  throw new Error(`no page asks for ${kind}`);
}

for (const script of [true, false]) {
  describe(script ? 'with scripts' : 'without scripts', { concurrency: AT_ONCE }, () => {
    for (const language of LANGUAGES) {
      it(`everything is answered, kept as a file, and loaded again: ${language}`, () =>
        visit(
          { language, script },
          async (page) => {
            await page.goto(await address(language));
            await follow(page.locator('main a[href=questions]'));
            await answerAll(page);
            const answers = await reviewed(page);
            assert.ok(answers.length > 20 && answers.every((answer) => /: ./.test(answer)));

            await follow(page.locator('main button.main').first());
            await page.locator('main#report').waitFor();
            assert.match(await page.locator('h1').textContent(), /Musterstadt/);
            const profile = await downloaded(page, 'profile');
            assert.match(profile.name, /musterstadt\.yaml$/);
            const report = await downloaded(page, 'report.html');
            assert.match(report.name, /musterstadt\.html$/);
            assert.equal(report.text.match(/<h1>.*?<\/h1>/)[0].includes('Musterstadt'), true);

            await page.goto(await address(language));
            const file = { name: profile.name, mimeType: 'application/yaml', buffer: Buffer.from(profile.text) };
            await page.locator('input[type=file]').setInputFiles(file);
            await follow(page.locator('form[action=load] button'));
            assert.deepEqual(await reviewed(page), answers);
            assert.deepEqual(await downloaded(page, 'profile'), profile);
          },
          REFUSED,
        ));
    }

    it('a word in place of a number is shown, explained and put right', () =>
      visit(
        { script },
        async (page) => {
          await begin(page);
          const {
            fields: [id],
          } = await until(page, 'figure');
          const title = await page.locator('h1').textContent();
          await type(page, id, 'vierzig <b>');
          await next(page);
          const summary = await refused(page);
          assert.equal(await page.locator('h1').textContent(), title);
          assert.equal(await toMistake(page, summary), id);
          assert.equal(await page.locator(`[id="${id}"]`).inputValue(), 'vierzig <b>', 'what was typed is still there');
          await type(page, id, '50');
          await next(page);
          assert.notEqual(await page.locator('h1').textContent(), title);
        },
        REFUSED,
      ));

    it('the same choice twice is shown, explained and put right', () =>
      visit(
        { script },
        async (page) => {
          await begin(page);
          const { fields, options } = await until(page, 'selects');
          const title = await page.locator('h1').textContent();
          for (const id of fields.slice(0, 2)) await page.locator(`[id="${id}"]`).selectOption(options[3]);
          await next(page);
          const summary = await refused(page);
          await toMistake(page, summary);
          assert.equal(
            await page.locator(`[id="${fields[1]}"]`).inputValue(),
            options[3],
            'what was chosen is still there',
          );
          await page.locator(`[id="${fields[1]}"]`).selectOption(options[4]);
          await next(page);
          assert.notEqual(await page.locator('h1').textContent(), title);
        },
        REFUSED,
      ));

    it('going back and loading anew lose nothing', () =>
      visit(
        { script },
        async (page) => {
          await begin(page);
          await answerPage(page, 1);
          for (const [place, question] of (await questions(page)).entries()) await answer(page, question, place);
          const second = await entries(page);
          await next(page);
          const third = await page.locator('h1').textContent();

          await page.goBack();
          assert.deepEqual(await entries(page), second, 'the browser goes back to the answers as they were left');
          await page.goForward();
          assert.equal(await page.locator('h1').textContent(), third);
          await page.reload();
          assert.equal(await page.locator('h1').textContent(), third);
          await follow(page.locator('main button[name=go][value=back]'));
          assert.deepEqual(await entries(page), second, "the questionnaire's own way back");
        },
        REFUSED,
      ));

    it('another language keeps the answers, those not yet sent too', () =>
      visit(
        { script },
        async (page) => {
          await begin(page);
          for (const [place, question] of (await questions(page)).entries()) await answer(page, question, 1 + place);
          const first = await entries(page);
          await next(page);
          for (const [place, question] of (await questions(page)).entries()) await answer(page, question, place);
          const second = await entries(page);
          const title = await page.locator('h1').textContent();
          await follow(page.locator('header button[lang=en]'));
          assert.equal(await page.locator('html').getAttribute('lang'), 'en');
          assert.notEqual(await page.locator('h1').textContent(), title);
          assert.deepEqual(await entries(page), second);
          await follow(page.locator('header button[lang=de]'));
          assert.equal(await page.locator('h1').textContent(), title);
          assert.deepEqual(await entries(page), second);
          await follow(page.locator('main button[name=go][value=back]'));
          assert.deepEqual(await entries(page), first);
        },
        REFUSED,
      ));

    it('an answer is changed from the review', () =>
      visit(
        { script },
        async (page) => {
          await page.goto(await address('de', 'example?name=auetal'));
          await follow(page.locator('button[formaction=review]'));
          const before = await reviewed(page);
          const change = page.locator('main dl.answers button').nth(1);
          const target = /#(.*)$/.exec(await change.getAttribute('formaction'))[1];
          await follow(change);
          assert.equal(new URL(page.url()).hash, `#${target}`);
          const field = page.locator(`[id="${target}"]`);
          assert.ok(await field.isVisible());
          const { top } = await field.evaluate((field) => field.getBoundingClientRect());
          assert.ok(top >= 0 && top < 900, 'the question can be seen');
          const asked = (await questions(page)).find((question) => question.fields.includes(target));
          const written = await entries(page);
          for (let turn = 0; `${await entries(page)}` === `${written}`; turn++) await answer(page, asked, turn);
          await follow(page.locator('button[formaction=review]').first());
          const after = await reviewed(page);
          assert.equal(new URL(page.url()).pathname, '/de/review');
          assert.equal(after.length, before.length);
          assert.equal(after.filter((answer, place) => answer !== before[place]).length, 1, 'one answer has changed');
        },
        REFUSED,
      ));

    it('two profiles are compared', () =>
      visit(
        { script },
        async (page) => {
          await page.goto(await address('de'));
          await follow(page.locator('main a[href=compare]'));
          const lists = page.locator('main select');
          assert.equal(await lists.count(), 2);
          const names = [];
          for (const [place, list] of (await lists.all()).entries()) {
            await list.selectOption({ index: place + 2 });
            names.push((await list.evaluate((list) => list.selectedOptions[0].textContent)).trim().split(/[ ,(:]/)[0]);
          }
          await follow(page.locator('main form button[type=submit]').last());
          const text = await page.locator('main').innerText();
          for (const name of names) assert.ok(text.includes(name), `${name} is compared`);
          assert.ok((await page.locator('main table').count()) > 1);
        },
        REFUSED,
      ));

    it('the answers at hand are compared with an example', () =>
      visit(
        { script },
        async (page) => {
          await begin(page);
          const {
            fields: [name],
          } = await until(page, 'text');
          await type(page, name, 'Musterstadt');
          await follow(page.locator('button[formaction=report]').first());
          await follow(page.locator('button[formaction=compare]'));
          await page.locator('main select').last().selectOption({ index: 1 });
          await follow(page.locator('main form button[type=submit]').last());
          assert.ok((await page.locator('main').innerText()).includes('Musterstadt'));
          assert.ok((await page.locator('main table').count()) > 1);
        },
        REFUSED,
      ));

    it('every example has a report', () =>
      visit({ script }, async (page) => {
        await page.goto(await address('en'));
        const examples = await page
          .locator('form[action=example] option')
          .evaluateAll((options) => options.map(({ value }) => value));
        assert.ok(examples.length > 5);
        for (const example of examples) {
          await page.goto(await address('en'));
          await page.locator('form[action=example] select').selectOption(example);
          await follow(page.locator('form[action=example] button'));
          assert.ok((await page.locator('main#report h2').count()) > 3, example);
        }
      }));

    it('a file with mistakes is shown with line and fix, and fixed in place', () =>
      visit(
        { script },
        async (page) => {
          await page.goto(await address('de'));
          const buffer = Buffer.from('municipality: {name: Testdorf, kind: gemeinde}\nstrategy:\n  status: adoptedd\n');
          await page
            .locator('input[type=file]')
            .setInputFiles({ name: 'profil.yaml', mimeType: 'application/yaml', buffer });
          await follow(page.locator('form[action=load] button'));
          const summary = await refused(page);
          assert.match(await summary.innerText(), /Zeile 3[^]*adoptedd[^]*adopted/);
          const text = page.locator('main textarea');
          await text.fill((await text.inputValue()).replace('adoptedd', 'adopted'));
          await follow(page.locator('main form button.main'));
          assert.ok((await reviewed(page)).some((answer) => answer.endsWith(': Testdorf')));
        },
        REFUSED,
      ));
  });
}

describe('scripts add', { concurrency: AT_ONCE }, () => {
  it('a panel that follows the answers', () =>
    visit({}, async (page) => {
      await begin(page);
      const panel = page.locator('#status');
      const count = page.locator('.contents [aria-current] + .quiet');
      const address = page.url();
      let before = await panel.innerText();
      const counted = await count.innerText();
      assert.ok(before.length > 0);
      for (const question of (await questions(page)).slice(0, 2)) {
        await answer(page, question);
        await page.locator('h1').click();
        await page.waitForFunction((before) => document.querySelector('#status').innerText !== before, before);
        before = await panel.innerText();
      }
      assert.notEqual(await count.innerText(), counted, 'the section’s own count follows too');
      assert.equal(page.url(), address);
    }));

  it('a voice that reads out only what is new', () =>
    visit({}, async (page) => {
      await page.goto(await address('de', 'example?name=auetal'));
      await follow(page.locator('button[formaction=review]'));
      await follow(page.locator('main dl.answers').nth(3).locator('button').first());
      const news = page.locator('[aria-live=polite]');
      assert.equal(await news.count(), 1);
      const panel = page.locator('#status');
      const said = () => panel.locator('[data-said]').allInnerTexts();
      const asked = (await questions(page)).filter(({ kind }) => kind === 'boxes');
      let heard = 0;
      for (const { fields } of asked) {
        for (const id of fields) {
          const [before, was] = [await said(), await news.innerText()];
          await Promise.all([
            page.waitForResponse((response) => response.url().endsWith('/status')),
            page.locator(`label[for="${id}"]`).click(),
          ]);
          await page.waitForTimeout(50);
          const fresh = (await said()).filter((text) => !before.includes(text));
          assert.equal(await news.innerText(), fresh.length ? fresh.join(' ') : was);
          heard += fresh.length;
        }
      }
      assert.ok(heard > 0, 'some answer has changed something');
    }));

  it('a warning before answers are lost where nothing can be kept, and none when they are sent', () =>
    visit({}, async (page) => {
      const warnings = [];
      await page.addInitScript(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException('forbidden', 'QuotaExceededError');
        };
      });
      page.on('dialog', (dialog) => {
        warnings.push(dialog.type());
        return dialog.dismiss();
      });
      await begin(page);
      assert.ok(await page.locator('footer', { hasText: 'hebt hier nichts auf' }).isVisible());
      const [first] = await questions(page);
      await answer(page, first);
      const before = await entries(page);
      await page.locator('header a').first().click({ noWaitAfter: true });
      await page.waitForTimeout(300);
      assert.deepEqual(warnings, ['beforeunload']);
      assert.deepEqual(await entries(page), before, 'whoever stays has lost nothing');
      await next(page);
      assert.deepEqual(warnings, ['beforeunload'], 'sent answers are not lost');
    }));

  it('a button that prints', () =>
    visit({}, async (page) => {
      await page.addInitScript(() => {
        globalThis.print = () => {
          globalThis.printed = true;
        };
      });
      await page.goto(await address('de', 'example?name=auetal'));
      await page.locator('[data-print]').click();
      assert.equal(await page.evaluate(() => globalThis.printed), true);
    }));

  it('nothing to print where there are none', () =>
    visit({ script: false }, async (page) => {
      await page.goto(await address('de', 'example?name=auetal'));
      assert.equal(await page.locator('[data-print]').isVisible(), false);
      assert.ok((await page.locator('noscript').innerText()).length > 10, 'how to print is said instead');
    }));
});

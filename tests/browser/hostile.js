// Texts that want to be more than texts, in every place where a text can be entered.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AT_ONCE, follow, visit } from './browser.js';
import { fits, PHONE } from './layout.js';
import { address, begin, isQuestions, next, questions } from './questionnaire.js';

const HOSTILE = {
  markup:
    '\'"></textarea></title></script><script>globalThis.ran = 1</script><img src=x onerror="globalThis.ran = 1">' +
    '<svg onload="globalThis.ran = 1">',
  'words of other languages':
    'javascript:globalThis.ran=1 !!python/object:os.system {a: &b [*b]} # | > - " {{7*7}} ${7*7} ' +
    '<%= 7*7 %> {municipality.name}',
  'control characters': 'a\u0000b\u0007c\u001b[31md\u007fe\u0085f',
  'right to left': '\u202emoc.elpmaxe\u202c \u05e2\u05d9\u05e8 \u2066\u0645\u062f\u064a\u0646\u0629',
  'very long': `${'W'.repeat(5000)}${'long '.repeat(1000)}`,
};

/** Refuses a page in which a text has become more: markup, a script, a letter that turns the direction of writing. */
async function harmless(page) {
  const found = await page.evaluate(() => ({
    ran: globalThis.ran ?? null,
    scripts: [...document.scripts].filter((script) => !script.src.startsWith(`${location.origin}/assets/`)).length,
    brought: document.querySelectorAll('[onerror], [onload], img, iframe, object, embed, [href^="javascript:"]').length,
    turned: /[\u202a-\u202e\u2066-\u2069\u0000-\u0008\u000e-\u001f\u007f]/.test(document.body.innerText),
  }));
  assert.deepEqual(found, { ran: null, scripts: 0, brought: 0, turned: false }, page.url());
  await fits(page);
}

/** What there is to see of a text. */
const printable = (text) => text.replace(/[\s\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');

const profile = (text) => `# ${text.replaceAll(/[\r\n]/g, ' ')}\nmunicipality:\n  name: ${JSON.stringify(text)}\n`;

describe('hostile texts', { concurrency: AT_ONCE }, () => {
  for (const [name, text] of Object.entries(HOSTILE)) {
    it(`${name}: in every field of every page`, () =>
      visit(
        PHONE,
        async (page) => {
          await begin(page);
          for (let turn = 0; await isQuestions(page); turn++) {
            assert.ok(turn < 30, 'the questionnaire has an end');
            // What takes typing gets the text; so does one option of every list and group, as no browser would send it.
            await page.evaluate((text) => {
              for (const field of document.querySelectorAll('main form input[type=text]')) field.value = text;
              for (const group of document.querySelectorAll('main form fieldset')) {
                const [first] = group.querySelectorAll('input:not([type=hidden]), option:nth-child(2)');
                first.value = text;
                if (first.localName === 'option') first.selected = true;
                else first.checked = true;
              }
            }, text);
            await next(page);
            await page.locator('main [role=alert]').waitFor();
            await harmless(page);
            // Back to what can be answered: the text for texts, nothing for the rest.
            await page.locator('main form').evaluate((form) => {
              for (const field of form.querySelectorAll('input[inputmode]')) field.value = '';
              for (const field of form.querySelectorAll('select')) field.value = '';
              for (const field of form.querySelectorAll('input[type=radio][value=""]')) field.checked = true;
              for (const field of form.querySelectorAll('input[type=checkbox]')) field.checked = false;
              for (const field of form.querySelectorAll('input[type=text]:not([inputmode])'))
                field.value = field.value.slice(0, 200);
            });
            await next(page);
            await harmless(page);
          }
          const shown = (await page.locator('main').innerText()).replace(/\s/g, '');
          assert.ok(shown.includes(printable(text).slice(0, 60)), 'the text is shown as it was entered');
        },
        ['422'],
      ));

    it(`${name}: in a file, and in what is made of it`, () =>
      visit(
        PHONE,
        async (page) => {
          await page.goto(await address('de'));
          const buffer = Buffer.from(profile(text.slice(0, 250)));
          await page
            .locator('input[type=file]')
            .setInputFiles({ name: `${name}<b>.yaml`, mimeType: 'application/yaml', buffer });
          await follow(page.locator('form[action=load] button'));
          await harmless(page);
          if ((await page.locator('main textarea').count()) > 0) return;
          await follow(page.locator('main button.main').first());
          await harmless(page);
          assert.ok(await page.locator('main#report').isVisible());
        },
        ['422'],
      ));

    it(`${name}: in place of the carried profile, of an address, of what is compared`, () =>
      visit(
        PHONE,
        async (page) => {
          for (const carried of [text, profile(text), JSON.stringify(text)]) {
            await begin(page);
            await page.locator('main form input[name=profile]').evaluate((field, text) => {
              field.value = text;
            }, carried);
            await next(page);
            await harmless(page);
          }
          for (const path of ['example?name=', 'questions?short=', 'compare?a=', 'no/such/page/']) {
            await page.goto(await address('de', path + encodeURIComponent(text.slice(0, 2000))));
            await harmless(page);
          }
          await page.goto(await address('de', 'compare'));
          for (const field of await page.locator('main textarea').all()) await field.fill(profile(text));
          await follow(page.locator('main form button[type=submit]').last());
          await harmless(page);
        },
        ['422', '414', '404', '400'],
      ));
  }
});

// The same way with nothing but Tab, the arrows, the space bar and Enter.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AT_ONCE, arrive, follow, visit } from './browser.js';
import { skips, stop, stops } from './keyboard.js';
import { address, begin, downloaded, isQuestions, reviewed } from './questionnaire.js';

/** More stops no page has. */
const MOST = 150;

/** Tabs to the next stop for which `is` holds, seeing to it that every stop on the way can be seen. */
async function tabTo(page, is) {
  for (let press = 0; press < MOST; press++) {
    const found = await stop(page);
    if (found && is(found)) return found;
  }
  throw new Error(`Tab does not lead there: ${is}`);
}

/** Presses Enter and waits for the page that comes of it. */
const enter = (page) => arrive(page, () => page.keyboard.press('Enter'));

/** Answers what the focus is on. */
async function answerHere(page, { tag, type, place }) {
  if (tag === 'select') {
    for (let time = 0; time <= place; time++) await page.keyboard.press('ArrowDown');
  } else if (type === 'radio') {
    await page.keyboard.press('ArrowDown');
  } else if (type === 'checkbox') {
    if (place < 2) await page.keyboard.press('Space');
  } else {
    await page.keyboard.type('50');
  }
}

const isField = ({ tag, type }) => tag === 'select' || ['radio', 'checkbox', 'text'].includes(type);

const goesOn = ({ name, value }) => name === 'go' && value === 'next';

/** Answers a whole page, each field as it comes, and goes on with Enter on the button. */
async function answerPage(page) {
  for (;;) {
    const at = await tabTo(page, (stop) => isField(stop) || goesOn(stop));
    if (goesOn(at)) break;
    await answerHere(page, at);
  }
  await enter(page);
}

/** Follows the last link of the summary, which has the focus, and leaves that question without an answer. */
async function takeBack(page) {
  const summary = page.locator('main [role=alert]');
  assert.ok(
    await summary.evaluate((summary) => summary === document.activeElement),
    'the summary of mistakes has the focus',
  );
  const links = await summary.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  for (let link = 0; link < links.length; link++) await tabTo(page, ({ href }) => href === links[link]);
  await page.keyboard.press('Enter');
  const here = () =>
    page.evaluate(() => {
      const { id, type, value, checked, name } = document.activeElement;
      return { id, type, value, checked, name };
    });
  let at = await here();
  assert.equal(`#${at.id}`, links.at(-1), 'the link leads into the field');
  const { name } = at;
  if (at.type === 'text') {
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
  } else if (at.type === 'radio') {
    for (; at.value !== ''; at = await here()) await page.keyboard.press('ArrowDown');
  } else {
    for (; at.name === name; at = await here()) {
      if (at.checked) await page.keyboard.press('Space');
      await page.keyboard.press('Tab');
    }
  }
}

describe('by keyboard', { concurrency: AT_ONCE }, () => {
  for (const script of [true, false]) {
    it(`everything is answered up to the report: ${script ? 'with' : 'without'} scripts`, () =>
      visit(
        { script },
        async (page) => {
          await page.goto(await address('de'));
          await tabTo(page, ({ href }) => href === 'questions');
          await enter(page);
          let pages = 0;
          while (await isQuestions(page)) {
            assert.ok(++pages < 30, 'the questionnaire has an end');
            const title = await page.locator('h1').textContent();
            await answerPage(page);
            if ((await isQuestions(page)) && (await page.locator('h1').textContent()) === title) {
              await takeBack(page);
              await tabTo(page, goesOn);
              await enter(page);
              assert.equal(await page.locator('main [role=alert]').count(), 0, 'nothing contradicts any more');
            }
          }
          assert.ok((await reviewed(page)).length > 20);
          await tabTo(page, ({ tag, form }) => tag === 'button' && form === 'report');
          await enter(page);
          await page.locator('main#report').waitFor();
          await tabTo(page, ({ form }) => form === 'profile');
          const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
          assert.match(download.suggestedFilename(), /\.yaml$/);
        },
        ['422'],
      ));
  }

  it('Enter in a field goes on', () =>
    visit({}, async (page) => {
      await begin(page);
      const title = await page.locator('h1').textContent();
      await tabTo(page, ({ type }) => type === 'text');
      await page.keyboard.type('Musterstadt');
      await enter(page);
      assert.notEqual(await page.locator('h1').textContent(), title);
      await follow(page.locator('button[formaction=review]').first());
      assert.ok((await reviewed(page)).some((answer) => answer.endsWith(': Musterstadt')));
    }));

  it('a mistake is reached from its summary', () =>
    visit(
      {},
      async (page) => {
        await begin(page);
        await tabTo(page, ({ type, figure }) => type === 'text' && figure);
        await page.keyboard.type('vierzig');
        await enter(page);
        const { href } = await tabTo(page, ({ href }) => href?.startsWith('#q'));
        await page.keyboard.press('Enter');
        assert.equal(await page.evaluate(() => `#${document.activeElement.id}`), href);
        await page.keyboard.press('Control+A');
        await page.keyboard.type('50');
        await tabTo(page, goesOn);
        await enter(page);
        assert.equal(await page.locator('main [role=alert]').count(), 0);
      },
      ['422'],
    ));

  for (const path of ['', 'questions', 'questions?short=1', 'example?name=auetal', 'compare']) {
    it(`every stop can be seen, and the top can be skipped: /${path}`, () =>
      visit({}, async (page) => {
        await page.goto(await address('de', path));
        await skips(page);
        await page.goto('about:blank');
        await page.goto(await address('de', path));
        assert.ok((await stops(page)).length > 5);
      }));
  }

  it('the report is kept from anywhere in the questionnaire', () =>
    visit({}, async (page) => {
      await page.goto(await address('en', 'example?name=auetal'));
      const { text } = await downloaded(page, 'profile');
      assert.match(text, /^# /, 'comments are kept');
    }));
});

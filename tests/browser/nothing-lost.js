// With scripts, no way through the pages loses an answer.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AT_ONCE, arrive, follow, visit } from './browser.js';
import { address, answer, answerPage, begin, entries, next, questions, refused, reviewed, type } from './questionnaire.js';

/** A page with mistakes is answered with this, and the browser complains of it. */
const REFUSED = ['422'];

const title = (page) => page.locator('h1').textContent();

/** Whatever the browser asks before it loads a page anew is answered with yes. */
const agrees = (page) => page.on('dialog', (dialog) => dialog.accept());

/** Waits until the page has all that its script brings. */
async function settled(page) {
  await page.waitForLoadState('networkidle');
}

/** Goes back so many pages. */
async function back(page, times) {
  for (let turn = 0; turn < times; turn++) {
    await page.goBack();
    await settled(page);
  }
}

/** The answers as the page carries them. */
const carried = (page) => page.locator('#answers input[name=profile]').inputValue();

/** Changes the page's first question. */
async function change(page) {
  const [first] = await questions(page);
  const before = `${await entries(page)}`;
  for (let turn = 3; `${await entries(page)}` === before; turn++) await answer(page, first, turn);
  return entries(page);
}

describe('with scripts, nothing is lost', { concurrency: AT_ONCE }, () => {
  it('after Back over several pages, a change, and going on', () =>
    visit({}, async (page) => {
      await begin(page);
      const sections = [];
      for (let turn = 0; turn < 4; turn++) {
        for (const [place, question] of (await questions(page)).entries()) await answer(page, question, turn + place);
        sections.push([await title(page), await entries(page)]);
        await next(page);
        if (await page.locator('main [role=alert]').count()) await next(page);
      }
      const fifth = await title(page);
      while ((await title(page)) !== sections[1][0]) await back(page, 1);
      sections[1][1] = await change(page);
      await next(page);
      while ((await page.locator('main [role=alert]').count()) > 0) await next(page);
      for (const [heading, entered] of sections.slice(2)) {
        assert.equal(await title(page), heading);
        assert.deepEqual(await entries(page), entered, heading);
        await next(page);
        while ((await page.locator('main [role=alert]').count()) > 0) await next(page);
      }
      assert.equal(await title(page), fifth);
    }, REFUSED));

  it('that was typed and never sent, after Back, Forward and a reload', () =>
    visit({}, async (page) => {
      agrees(page);
      await begin(page);
      await answerPage(page, 1);
      const second = await title(page);
      for (const [place, question] of (await questions(page)).entries()) await answer(page, question, place);
      const typed = await entries(page);
      // Sooner than the panel has followed.
      await page.goBack();
      await settled(page);
      await next(page);
      assert.equal(await title(page), second);
      assert.deepEqual(await entries(page), typed, 'the questionnaire’s own way brings it back');
      await page.goBack();
      await settled(page);
      await page.goForward();
      await settled(page);
      assert.deepEqual(await entries(page), typed, 'so does the browser’s');
      const again = await change(page);
      await page.reload();
      await settled(page);
      assert.deepEqual(await entries(page), again, 'and a reload at once');
      await page.locator('header .brand a').click();
      await follow(page.locator('#kept-answers button'));
      assert.ok((await reviewed(page)).length > 20, 'and the start page');
      await follow(page.locator('main dl.answers').nth(1).locator('button').first());
      assert.deepEqual(await entries(page), again);
    }, REFUSED));

  it('on the report: it is always that of the newest answers', () =>
    visit({}, async (page) => {
      agrees(page);
      await page.goto(await address('de', 'example?name=auetal'));
      const before = await carried(page);
      await follow(page.locator('button[formaction=review]'));
      await follow(page.locator('main dl.answers').nth(0).locator('button').first());
      await type(page, (await questions(page)).find(({ kind }) => kind === 'text').fields[0], 'Neuental');
      await next(page);
      assert.ok((await reviewed(page)).length > 20, 'whoever changes an answer comes back');
      await back(page, 3);
      await page.locator('main#report h1', { hasText: 'Neuental' }).waitFor();
      assert.notEqual(await carried(page), before);
      await page.reload();
      await settled(page);
      await page.locator('main#report h1', { hasText: 'Neuental' }).waitFor();
    }));

  it('and a mistake that was put right does not come back', () =>
    visit({}, async (page) => {
      await begin(page);
      const figure = async () => (await questions(page)).find(({ kind }) => kind === 'figure');
      const { fields: [id] } = await figure();
      await type(page, id, 'vierzig');
      await next(page);
      await refused(page);
      await type(page, id, '4000');
      await next(page);
      await back(page, 1);
      assert.equal(await page.locator('main [role=alert]').count(), 0);
      assert.doesNotMatch(await page.title(), /^Fehler/);
      assert.equal(await page.locator(`[id="${id}"]`).inputValue(), '4000');
    }, REFUSED));

  it('of one’s own by looking at an example in between', () =>
    visit({}, async (page) => {
      await begin(page);
      await answerPage(page, 1);
      const mine = await carried(page);
      await page.locator('header .brand a').click();
      await follow(page.locator('form[action=example] button'));
      assert.notEqual(await carried(page), mine);
      await back(page, 2);
      assert.equal(await carried(page), mine);
    }));

  it('until it is deleted', () =>
    visit({}, async (page) => {
      await begin(page);
      await answerPage(page, 1);
      const footer = page.locator('footer.site');
      assert.match(await footer.innerText(), /bleiben in diesem Fenster/);
      await arrive(page, () => footer.locator('[data-clear]').click());
      assert.equal(await page.locator('#kept-answers').isVisible(), false);
      assert.deepEqual(await page.evaluate(() => Object.keys(sessionStorage)), []);
    }));
});

describe('whoever follows an old address', () => {
  it('is told why there is no such page', () =>
    visit({}, async (page) => {
      for (const name of ['report', 'plan', 'review']) {
        await page.goto(await address('de', name));
        assert.match(await page.locator('[role=status]').innerText(), /entsteht aus Ihren Antworten/, name);
      }
    }));
});

describe('without scripts', () => {
  it('the page says which way loses nothing', () =>
    visit({ script: false }, async (page) => {
      await begin(page);
      assert.match(await page.locator('main noscript').innerText(), /Zurück-Knopf des Browsers/);
    }));
});

describe('questions with one answer', () => {
  it('have none chosen beforehand', () =>
    visit({ script: false }, async (page) => {
      await page.goto(await address('de', 'questions?short=1'));
      assert.ok((await page.locator('main input[type=radio]').count()) > 3);
      assert.equal(await page.locator('main input[type=radio]:checked').count(), 0);
    }));
});

describe('what is the case so far', { concurrency: AT_ONCE }, () => {
  for (const [name, view] of [['beside the questions', {}], ['below them on a phone', { width: 390, height: 844 }]]) {
    it(`stays in sight ${name}`, () =>
      visit(view, async (page) => {
        await begin(page);
        await next(page);
        for (const part of [0.3, 0.6, 1]) {
          await page.evaluate((part) => {
            const form = document.getElementById('answers').getBoundingClientRect();
            scrollTo(0, part * (scrollY + form.bottom - innerHeight));
          }, part);
          const { top, bottom } = await page.locator('#status').evaluate((panel) => panel.parentElement.getBoundingClientRect());
          const height = view.height ?? 900;
          assert.ok(top >= 0 && top < height - 40 && bottom > 0, `${top} to ${bottom} of ${height}`);
        }
      }));
  }
});

// The questionnaire as its pages show it. Nothing here knows a question, only fields, groups and buttons.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { follow } from './browser.js';
import { site } from './dteam.js';

/** What stands for "goes on": the button that Enter would press. */
const NEXT = 'main button[name=go][value=next]';

export const address = async (language, path = '') => `${await site()}/${language}/${path}`;

/** The first page of the questionnaire. */
export async function begin(page, language = 'de') {
  await page.goto(await address(language, 'questions'));
}

export const isQuestions = (page) => page.locator('main form[action=questions]').isVisible();

/**
 * The questions of the page in their order, each with the kind of its fields and their ids:
 * `radios`, `boxes`, `selects` (a ranking), `select`, `figure`, `text`.
 */
export const questions = (page) =>
  page.evaluate(() => {
    const fields = [...document.querySelectorAll('main form input:not([type=hidden]), main form select')];
    const owners = new Map();
    for (const field of fields) {
      const owner = field.closest('fieldset') ?? field;
      owners.set(owner, [...(owners.get(owner) ?? []), field]);
    }
    const kind = (owner, [first]) => {
      if (first.localName === 'select') return owner === first ? 'select' : 'selects';
      if (first.type === 'radio') return 'radios';
      if (first.type === 'checkbox') return 'boxes';
      return first.inputMode ? 'figure' : 'text';
    };
    return [...owners].map(([owner, fields]) => ({
      kind: kind(owner, fields),
      label: (owner.querySelector('legend') ?? owner.labels?.[0] ?? owner).textContent.trim(),
      // Options that say something: neither "not stated" nor "none of them".
      fields: fields
        .filter((field) => !['', '-'].includes(field.value) || !['radio', 'checkbox'].includes(field.type))
        .map(({ id }) => id),
      options: [...(fields[0].options ?? [])].map(({ value }) => value).filter((value) => !['', '-'].includes(value)),
    }));
  });

/** What the page's fields hold: names and values, as the form would send them. */
export const entries = (page) =>
  page.evaluate(() =>
    [...new FormData(document.querySelector('main form'))]
      .filter(([name]) => name.startsWith('a.'))
      .map(([name, value]) => `${name}=${value}`),
  );

const label = (page, id) => page.locator(`label[for="${id}"]`);

/** Answers a question with the mouse, a figure so that every question takes it. Another `turn`, another answer. */
export async function answer(page, question, turn = 0) {
  const { kind, fields, options } = question;
  const some = (list, place) => list[(turn + place) % list.length];
  switch (kind) {
    case 'radios':
      return label(page, some(fields, fields.length - 1)).click();
    case 'boxes': {
      for (const place of new Set([0, 1, 2].map((place) => (turn + place) % fields.length)))
        await label(page, fields[place]).click();
      return;
    }
    case 'select':
      return choose(page, fields[0], some(options, 0));
    case 'selects': {
      for (const [place, field] of fields.entries()) await choose(page, field, some(options, place));
      return;
    }
    case 'figure':
      return type(page, fields[0], '50');
    case 'text':
      return type(page, fields[0], 'Musterstadt');
  }
}

const choose = (page, id, value) => page.locator(`[id="${id}"]`).selectOption(value);

/** Clicks into a field and types in place of what is there. */
export async function type(page, id, text) {
  await label(page, id).click();
  const field = page.locator(`[id="${id}"]`);
  assert.ok(
    await field.evaluate((field) => field === document.activeElement),
    `a click on the label of ${id} leads into the field`,
  );
  await field.press('Control+A');
  await page.keyboard.type(text);
}

/** Presses the button that goes on, with the mouse. */
export const next = (page) => follow(page.locator(NEXT));

/** The same page once more, because of what was entered: its summary of mistakes, which has the focus. */
export async function refused(page) {
  const summary = page.locator('main [role=alert]');
  await summary.waitFor();
  assert.ok(
    await summary.evaluate((summary) => summary === document.activeElement),
    'the summary of mistakes has the focus',
  );
  return summary;
}

/** Follows the summary's first link to its field, which has to have the mistake as its description. Gives its id. */
export async function toMistake(page, summary) {
  const link = summary.getByRole('link').first();
  const id = (await link.getAttribute('href')).slice(1);
  await link.click();
  const { focused, described, invalid } = await page.evaluate((id) => {
    const field = document.getElementById(id);
    const describing = [field, field.closest('fieldset')].map((one) => one?.getAttribute('aria-describedby') ?? '');
    const ids = describing.join(' ').trim().split(/\s+/);
    const texts = ids.map((id) => document.getElementById(id)?.textContent ?? '');
    return { focused: field === document.activeElement, described: texts.join(' '), invalid: field.ariaInvalid };
  }, id);
  assert.ok(focused, `the link to ${id} leads into the field`);
  assert.equal(invalid, 'true', `${id} is marked as wrong`);
  const message = (await link.textContent()).split(': ').slice(1).join(': ');
  assert.ok(
    message.length > 5 && described.includes(message),
    `${id} has “${message}” as its description, not “${described}”`,
  );
  return id;
}

/** Answers the whole page with the mouse and goes on. Of answers that contradict one another, one is taken back. */
export async function answerPage(page, turn) {
  for (const [place, question] of (await questions(page)).entries()) await answer(page, question, turn + place);
  const title = await page.locator('h1').textContent();
  await next(page);
  if (!(await page.locator('main [role=alert]').isVisible())) return;
  const clashes = (await refused(page)).locator('> ul > li');
  for (const clash of await clashes.all())
    await takeBack(page, (await clash.getByRole('link').last().getAttribute('href')).slice(1));
  await next(page);
  assert.notEqual(await page.locator('h1').textContent(), title, 'nothing contradicts any more');
}

/** Leaves the question without an answer whose first field has this id. */
async function takeBack(page, id) {
  const question = (await questions(page)).find(({ fields }) => fields.includes(id));
  if (question.kind === 'figure') return page.locator(`[id="${id}"]`).fill('');
  const group = page.locator('main fieldset').filter({ has: page.locator(`[id="${id}"]`) });
  if (question.kind === 'radios') return group.locator('input[value=""] + label').click();
  for (const field of question.fields)
    if (await page.locator(`[id="${field}"]`).isChecked()) await label(page, field).click();
}

/** From the page at hand to the review, everything answered. */
export async function answerAll(page) {
  for (let turn = 0; await isQuestions(page); turn++) {
    assert.ok(turn < 30, 'the questionnaire has an end');
    await answerPage(page, turn);
  }
}

/** The review of an example. */
export async function review(page, language, example) {
  await page.goto(await address(language, example));
  await follow(page.locator('button[formaction=review]'));
}

/** A section of an example, counted from 1, with its answers. */
export async function answeredSection(page, language, example, number) {
  await review(page, language, example);
  const answers = page.locator('main dl.answers').nth(number - 1);
  await follow(answers.locator('button').first());
}

/** The answers of the review, question by question. */
export const reviewed = (page) =>
  page
    .locator('main dl.answers dt')
    .evaluateAll((terms) => terms.map((term) => `${term.textContent}: ${term.nextElementSibling.textContent}`));

/** What the button named by `formaction` downloads: the name of the file and its text. */
export async function downloaded(page, action) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`button[formaction="${action}"]`).first().click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

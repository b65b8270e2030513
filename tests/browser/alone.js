// The page that needs no server, from a file, with no network: the same pages, and nothing lost.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { accessible } from './axe.js';
import { browser } from './browser.js';
import { DATE, dteam, ROOT, site } from './dteam.js';
import { prints } from './print.js';

const FILE = process.env.DTEAM_PAGE ?? join(ROOT, 'target/wasm/dteam.html');

/** Opens the file for `use`, in a browser without what `without` takes away, and refuses every complaint and every request. */
async function opened(use, options = {}, without = () => {}) {
  const context = await (await browser()).newContext({ locale: 'de-DE', offline: true, reducedMotion: 'reduce', ...options });
  const faults = [];
  context.setDefaultTimeout(15_000);
  context.on('request', (request) => /^(file|blob|data):/.test(request.url()) || faults.push(`request to ${request.url()}`));
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text());
  });
  context.on('weberror', (error) => faults.push(String(error.error())));
  await context.addInitScript(without);
  const page = await context.newPage();
  await page.clock.setFixedTime(`${DATE}T12:00:00`);
  try {
    await page.goto(pathToFileURL(FILE).href);
    await use(page, faults);
    assert.deepEqual(faults, [], 'the browser has nothing to complain about');
  } finally {
    await context.close();
  }
}

const ready = (page) => page.locator('footer.site [data-clear]').waitFor();

/** Presses what leads to another page, and waits for that. */
async function press(page, button) {
  await page.evaluate(() => document.querySelector('main').classList.add('left'));
  await page.locator(button).first().click();
  await page.locator('main:not(.left)').waitFor();
}

/** The main part of the present page as the page holds it, without the name that its script gives to the answers under way. */
const main = (page) =>
  page.evaluate(() => {
    const main = document.querySelector('main').cloneNode(true);
    for (const field of main.querySelectorAll('input[name=run]')) field.remove();
    return main.outerHTML;
  });

/** Fills in lists and the name, the same on every visit: enough for a report. */
const fill = (page) =>
  page.evaluate(() => {
    const lists = document.querySelectorAll('main form fieldset select');
    for (const [index, list] of lists.entries()) list.selectedIndex = Math.min(index + 1, list.options.length - 1);
    const name = document.querySelector('main form input[name="a.municipality.name"]');
    if (name) name.value = '</script><script>globalThis.ran = 1</script>';
  });

/** A whole way through the pages; what each page was. */
async function journey(page) {
  const seen = [];
  const note = async () => seen.push({ title: await page.title(), main: await main(page) });
  await note();
  await press(page, 'main a[href=questions]');
  for (let turn = 0; turn < 20 && (await page.locator('main form[action=questions]').count()); turn++) {
    await note();
    await fill(page);
    await press(page, 'main button[name=go][value=next]');
  }
  await note();
  await press(page, 'main button.main');
  await note();
  await press(page, 'button[formaction=compare]');
  await note();
  return seen;
}

describe('the page without a server', { skip: existsSync(FILE) || process.env.PAGE === 'required' ? false : 'bindings/wasm/build has not made it' }, () => {
  it('shows what the server shows, and keeps everything on the way back and through a reload', () =>
    opened(async (page) => {
      await ready(page);
      const alone = await journey(page);
      assert.ok(alone.length > 8, `${alone.length} pages`);
      assert.equal(await page.evaluate(() => globalThis.ran ?? null), null, 'a text has become a script');

      const context = await (await browser()).newContext({ locale: 'de-DE' });
      const served = await context.newPage();
      await served.goto(`${await site()}/de/`);
      const ofServer = await journey(served);
      await context.close();
      assert.deepEqual(alone.map(({ title }) => title), ofServer.map(({ title }) => title));
      for (const [index, step] of alone.entries()) assert.equal(step.main, ofServer[index].main, step.title);

      for (const step of alone.slice(0, -1).reverse()) {
        await page.goBack();
        await page.waitForFunction((title) => document.title === title, step.title);
        if (step.main.includes('id="report"')) {
          await page.reload();
          await page.waitForFunction((title) => document.title === title, step.title);
          assert.equal(await main(page), step.main, 'the report is the same after a reload');
        }
      }
      await page.locator('footer [data-clear]').click();
      assert.equal(await page.evaluate(() => Object.keys(sessionStorage).length), 1, 'the start page alone is kept');
    }));

  it('is accessible, is printed, and saves what can be loaded again', () =>
    opened(async (page) => {
      await ready(page);
      await accessible(page);
      await press(page, 'form[action=example] button');
      await accessible(page);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('button[formaction=profile]').click(),
      ]);
      const profile = { name: 'a.yaml', mimeType: 'application/yaml', buffer: await readFile(await download.path()) };
      assert.match(download.suggestedFilename(), /\.yaml$/);
      await prints(page, { least: 4, most: 8 });
      await page.emulateMedia({ media: 'screen' });
      await press(page, 'header.site .brand a');
      await page.locator('input[type=file]').setInputFiles(profile);
      await press(page, 'form[action=load] button');
      await press(page, 'main button.main');
      await page.locator('main#report').waitFor();
    }));

  it('makes the plan, and its tasks as files with the bytes of the command line', () =>
    opened(async (page) => {
      await ready(page);
      await press(page, 'form[action=example] button');
      const [kept] = await Promise.all([page.waitForEvent('download'), page.locator('button[formaction=profile]').click()]);
      const profile = await kept.path();
      await press(page, 'button[formaction=plan]');
      const start = await page.locator('#start').inputValue();
      for (const format of ['xlsx', 'csv', 'ics']) {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.locator(`button[formaction="tasks.${format}"]`).click(),
        ]);
        const into = `${profile}.${format}`;
        dteam('plan', profile, '--start', start, '--date', DATE, '--lang', 'de', '--format', format, '-o', into);
        assert.ok((await readFile(await download.path())).equals(await readFile(into)), `another tasks.${format}`);
      }
    }));

  it('says what to do where it cannot run', async () => {
    const says = (state) => (page) => page.locator(`[data-state=${state}][lang=de]`).waitFor();
    await opened((page) => page.locator('noscript p').first().waitFor(), { javaScriptEnabled: false });
    await opened(says('no-webassembly'), {}, () => delete globalThis.WebAssembly);
    await opened(says('too-old'), {}, () => delete globalThis.DecompressionStream);
  });

  it('says that nothing is kept where storage is forbidden, and goes on', () =>
    opened(
      async (page) => {
        await page.locator('footer.site', { hasText: 'hebt hier nichts auf' }).waitFor();
        await press(page, 'form[action=example] button');
        await press(page, 'button[formaction=review]');
        await page.goBack();
        await page.locator('main#report').waitFor();
      },
      {},
      () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('forbidden', 'QuotaExceededError');
        };
      },
    ));

  it('keeps page and answers where the program fails', () =>
    opened(async (page, faults) => {
      await ready(page);
      await press(page, 'form[action=example] button');
      await press(page, 'button[formaction=review]');
      await page.evaluate(() => {
        const { ask } = globalThis;
        globalThis.ask = () => {
          globalThis.ask = ask;
          throw new Error('as a panic does');
        };
      });
      await page.locator('main button.main').first().click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('[role=alert] [data-save]').click(),
      ]);
      assert.match(await readFile(await download.path(), 'utf8'), /Auetal/);
      await press(page, 'main button.main');
      await page.locator('main#report').waitFor();
      assert.match(faults.splice(0).join(), /as a panic does/);
    }));
});

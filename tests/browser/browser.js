// One Chromium for all tests, a context of its own for each of them. A page may talk to this machine alone; whatever it
// complains about or asks of others is a fault of the test that opened it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--hide-scrollbars',
  // Whatever is not this machine has no address.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** So many pages are open at the same time. */
export const AT_ONCE = Math.max(2, Math.min(4, availableParallelism()));

let started;

/** The browser, started at the first call with a new and empty profile. */
export const browser = () => (started ??= chromium.launch({ executablePath: found(), args: FLAGS }));

/** Ends the browser if there is one. */
export const close = async () => (await started)?.close();

/** Where Chromium is: `$CHROMIUM`, or the first of its usual names. */
function found() {
  const names = [process.env.CHROMIUM, 'chromium', 'chromium-browser', 'google-chrome'].filter(Boolean);
  for (const name of names) {
    try {
      return execFileSync('sh', ['-c', 'command -v "$0"', name], { encoding: 'utf8' }).trim();
    } catch {
      // The next name.
    }
  }
  throw new Error(`no browser found (${names.join(', ')}); tests/browser/setup installs one`);
}

/** How a page is looked at, unless a test says otherwise. */
const USUAL = { width: 1280, height: 900, scheme: 'light', scale: 1, language: 'de', script: true };

/**
 * Opens a page for `use`, and afterwards refuses every request to elsewhere, every complaint of the browser, every
 * cookie.
 * `expected` names complaints that belong to the test, as parts of their texts.
 */
export async function visit(view, use, expected = []) {
  const { width, height, scheme, scale, language, script } = { ...USUAL, ...view };
  const context = await (
    await browser()
  ).newContext({
    viewport: { width, height },
    colorScheme: scheme,
    deviceScaleFactor: scale,
    javaScriptEnabled: script,
    locale: language === 'de' ? 'de-DE' : 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  const faults = watched(context, expected);
  try {
    await use(await context.newPage(), faults);
    assert.deepEqual(await context.storageState(), { cookies: [], origins: [] }, 'nothing is kept in the browser');
    assert.deepEqual(faults, [], 'the browser has nothing to complain about');
  } finally {
    await context.close();
  }
}

/**
 * Does what leads to another page, and waits until that page has all that belongs to it. A page that is only on its way
 * may be looked at before its style has come.
 */
export async function arrive(page, by) {
  await Promise.all([page.waitForEvent('load'), by()]);
}

/** Clicks on what leads to another page, and waits for that. */
export const follow = (link) => arrive(link.page(), () => link.click());

/** Gathers what goes wrong in a context. */
function watched(context, expected) {
  const faults = [];
  const note = (text) => expected.some((part) => text.includes(part)) || faults.push(text);
  context.on('request', (request) => isHere(request.url()) || note(`request to ${request.url()}`));
  context.on('requestfailed', (request) => {
    // A download ends the request of the page it came from; a fetch is given up when the page is left.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') note(`${request.failure()?.errorText}: ${request.url()}`);
  });
  context.on('response', async (response) => {
    if (response.status() >= 400) note(`${response.status()}: ${response.url()}`);
    if ((await response.allHeaders().catch(() => ({})))['set-cookie']) note(`a cookie from ${response.url()}`);
  });
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) note(message.text());
  });
  context.on('weberror', (error) => note(String(error.error())));
  return faults;
}

function isHere(url) {
  const { protocol, hostname } = new URL(url);
  return ['file:', 'data:', 'blob:', 'about:'].includes(protocol) || hostname === '127.0.0.1';
}

/** Opens all that is folded. */
export const unfold = (page) => page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));

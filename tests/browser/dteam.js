// The program under test, which `run` names in `$DTEAM`.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const PROGRAM = resolve(process.env.DTEAM ?? join(ROOT, 'target/debug/dteam'));

/** A folder for this run alone. */
const WORK = mkdtempSync(join(tmpdir(), 'dteam-browser-'));

/** The day on every report. */
export const DATE = '2026-01-15';

export const LANGUAGES = ['de', 'en'];

/** What the program prints. */
export function dteam(...args) {
  return execFileSync(PROGRAM, args, {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The report on a profile of `profiles/`, as the address of a file. */
export const report = (profile, language) =>
  kept(`${profile}.${language}.html`, () =>
    dteam('advise', `profiles/${profile}`, '--format', 'html', '--date', DATE, '--lang', language),
  );

/** The handbook of some packs, or of all, as the address of a file. */
export const handbook = (language, ...packs) =>
  kept(`handbook.${packs.join('-')}.${language}.html`, () =>
    dteam('doc', ...packs, '--format', 'html', '--lang', language),
  );

function kept(name, text) {
  const path = join(WORK, name);
  if (!existsSync(path)) writeFileSync(path, text());
  return pathToFileURL(path).href;
}

let serving;

/** The address of `dteam serve`, which starts at the first call. */
export const site = async () => (await (serving ??= serve())).address;

async function serve() {
  const server = spawn(PROGRAM, ['serve', '--port', '0', '--date', DATE], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  for await (const line of createInterface(server.stdout)) {
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0];
    if (address) return { address, server, ended };
  }
  throw new Error('dteam serve has ended without an address');
}

/** Stops `dteam serve` if it runs, and removes what was written. */
export async function stop() {
  rmSync(WORK, { recursive: true, force: true });
  if (!serving) return;
  const { server, ended } = await serving;
  server.kill('SIGTERM');
  assert.deepEqual(await ended, [0, null], 'the server ends by itself when it is asked to');
}

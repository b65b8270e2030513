// What a screen reader says of a page's parts, kept as text in reading order: landmarks, headings, groups, tables.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const PARTS =
  /^(?:banner|complementary|contentinfo|form|group|heading|main|navigation|region|search|status|alert|table|img)\b/;

/**
 * Compares with `structures/NAME.txt`; with UPDATE=1 in the environment, writes that file first. Headings deeper than
 * `depth` are left out, with the tables between them.
 */
export async function structured(page, name, { depth = 6 } = {}) {
  const lines = (await page.locator('body').ariaSnapshot()).split('\n');
  const text = `${collapsed(lines.map(part).filter((line) => line && isAbove(line, depth))).join('\n')}\n`;
  const path = new URL(`structures/${name}.txt`, import.meta.url);
  if (process.env.UPDATE) writeFileSync(path, text);
  assert.ok(existsSync(path), `there is no structures/${name}.txt; with UPDATE=1 the tests write it`);
  assert.equal(
    text,
    readFileSync(path, 'utf8'),
    `structures/${name}.txt; read the difference, then accept it with UPDATE=1`,
  );
}

/** The part that a line such as `- heading "Title" [level=1]: …` names, still indented. With a colon it is quoted. */
function part(line) {
  const [, indent, rest] = /^(\s*)- (.*)$/.exec(line) ?? [];
  if (rest === undefined) return null;
  const quoted = /^'((?:[^']|'')*)'/.exec(rest)?.[1].replaceAll("''", "'");
  const text = quoted ?? /^\w+(?: "(?:[^"\\]|\\.)*")?(?: \[[^\]]*\])*/.exec(rest)?.[0] ?? '';
  return PARTS.test(text) ? indent + text : null;
}

const level = (line) => Number(/^\s*heading .*\[level=(\d)\]$/.exec(line)?.[1] ?? 0);

const isAbove = (line, depth) => level(line) <= depth && !(depth < 6 && /^\s*table/.test(line));

/** Many parts of one kind in a row as one line. */
function collapsed(parts) {
  const kind = (part) => /\w+/.exec(part)[0];
  return parts.flatMap((part, index) => {
    if (!['img', 'group'].includes(kind(part))) return [part];
    return index > 0 && kind(parts[index - 1]) === kind(part) ? [] : [part.replace(/(\w+).*/, '$1 …')];
  });
}

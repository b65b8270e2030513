// What axe-core finds on a page, in a form that a person can act on.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 at level AA, and what axe recommends beyond it. */
const OPTIONS = {
  resultTypes: ['violations', 'incomplete'],
  rules: { 'target-size': { enabled: true } },
};

/** Places of which axe cannot decide whether they are faults, and which are none. */
const DECIDED = [
  // Dots that repeat the number beside them; axe measures the contrast of letters only.
  ({ id }, node) =>
    id === 'color-contrast' && /aria-hidden="true"/.test(node.html) && /non-text/.test(node.failureSummary),
  // Letters in a picture, over the ground of the page or over a shape of the picture; axe sees a picture behind them.
  ({ id }, node) => id === 'color-contrast' && /^<text\b/.test(node.html) && /image node/.test(node.failureSummary),
  // The head of some rows, in a row of its own.
  ({ id }, node) => id === 'th-has-data-cells' && related(node).every(({ html }) => html.includes('scope="rowgroup"')),
];

/** Refuses every violation, and every place of which neither axe nor we can say that it is none. */
export async function accessible(page) {
  await page.evaluate(SOURCE);
  // What stays in sight covers what is below it just now; it is looked at in its place.
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('body *'))
      if (getComputedStyle(element).position === 'sticky') element.style.position = 'static';
  });
  const { violations, incomplete } = await page.evaluate((options) => globalThis.axe.run(document, options), OPTIONS);
  await page.evaluate(() => document.querySelectorAll('[style]').forEach((element) => element.style.removeProperty('position')));
  const undecided = (rule) => ({
    ...rule,
    nodes: rule.nodes.filter((node) => !DECIDED.some((none) => none(rule, node))),
  });
  assert.deepEqual([...violations, ...incomplete.map(undecided)].flatMap(described), [], page.url());
}

const checks = (node) => [...node.any, ...node.all, ...node.none];

const related = (node) => checks(node).flatMap((check) => check.relatedNodes);

function described(rule) {
  return rule.nodes.map(
    (node) =>
      `${rule.id} at ${node.target.flat().join(' ')}: ${checks(node)
        .map((check) => check.message)
        .join('; ')}`,
  );
}

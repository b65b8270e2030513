// Whether a page would refuse what an attacker had brought into it.
import assert from 'node:assert/strict';

/** What the browser says of that. */
export const INTRUSIONS = ['Content Security Policy', 'elsewhere.example', 'request to x:', 'csp: x:'];

/** Puts a script, a style, a picture from elsewhere and a form into the page: each is refused, and nothing runs. */
export async function refusesIntruders(page) {
  const refused = await page.evaluate(async () => {
    const refused = new Set();
    document.addEventListener('securitypolicyviolation', (event) =>
      refused.add(event.effectiveDirective.replace(/-(elem|attr)$/, '')),
    );
    const add = (name, properties) => document.body.append(Object.assign(document.createElement(name), properties));
    add('script', { textContent: 'globalThis.intruded = true' });
    add('div', { innerHTML: '<img src="x:" onerror="globalThis.intruded = true"><p style="color: red">' });
    add('style', { textContent: 'body { display: none }' });
    add('img', { src: 'http://elsewhere.example/picture.png' });
    const form = Object.assign(document.createElement('form'), { action: 'http://elsewhere.example/', method: 'post' });
    document.body.append(form);
    form.requestSubmit();
    // A busy browser takes its time to tell of them.
    const begun = performance.now();
    do {
      await new Promise((done) => setTimeout(done, 300));
    } while (refused.size < 4 && performance.now() - begun < 60_000);
    return [...refused, ...(globalThis.intruded ? ['a script has run'] : [])];
  });
  assert.deepEqual(refused.sort(), ['form-action', 'img-src', 'script-src', 'style-src']);
}

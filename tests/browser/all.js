// All tests, or those of the parts in $PARTS, in one process, with one browser and one server.
import { after } from 'node:test';
import { close } from './browser.js';
import { stop } from './dteam.js';

const parts = process.env.PARTS ?? 'reports journey nothing-lost papers pages by-keyboard hostile alone';
for (const part of parts.split(' ')) {
  await import(`./${part}.js`);
}

after(async () => {
  await close();
  await stop();
});

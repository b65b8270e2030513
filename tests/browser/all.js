// All tests, in one process, with one browser and one server.
import { after } from 'node:test';
import { close } from './browser.js';
import { stop } from './dteam.js';
import './reports.js';
import './pages.js';
import './journey.js';
import './by-keyboard.js';
import './hostile.js';

after(async () => {
  await close();
  await stop();
});

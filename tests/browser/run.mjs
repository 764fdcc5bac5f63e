// Runs the browser stories against the real server, each database in turn.
//
//   node tests/browser/run.mjs            every story, after the scripts alone against a stand-in (script/)
//   node tests/browser/run.mjs NAME...    only these, by file name
//
// bin/test has built target/debug/enhet and started the PostgreSQL cluster that ENHET_TEST_POSTGRES names.
// A story is a module with `title`, `engines` and `run(house)`; it throws when something is not as it should be.

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startHouse } from './house.mjs';
import { startBrowser } from './browser.mjs';

const folder = new URL('./stories/', import.meta.url);
const wanted = process.argv.slice(2);
const names = readdirSync(folder).filter((file) => file.endsWith('.mjs')).map((file) => file.slice(0, -4)).sort()
  .filter((name) => wanted.length === 0 || wanted.includes(name));
const stories = await Promise.all(names.map(async (name) => ({ name, ...(await import(new URL(`${name}.mjs`, folder))) })));

let passed = 0;
let failed = 0;
if (wanted.length === 0) {
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL('script/run.mjs', import.meta.url))], { stdio: 'inherit' });
  if (status === 0) passed += 1;
  else failed += 1;
}
const browser = await startBrowser();
for (const engine of ['sqlite', 'postgres']) {
  const mine = stories.filter((story) => story.engines.includes(engine));
  if (mine.length === 0) continue;
  const house = await startHouse(engine);
  house.browser = browser;
  house.say = (text) => console.log(`        ${text}`);
  for (const story of mine) {
    const began = Date.now();
    try {
      await story.run(house);
      passed += 1;
      console.log(`ok      ${engine} ${story.name}: ${story.title} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED  ${engine} ${story.name}: ${story.title}\n${error.stack ?? error}`);
    }
  }
  await house.stop();
}
await browser.close();
if (passed + failed === 0) {
  console.error('no story was run');
  process.exit(1);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

// What a first visit costs: bytes on the wire, requests, and things that move after they were shown.

import { check, signedIn } from '../browser.mjs';

export const title = 'first load: portal at most 40 kB, the agent\'s pages at most 60 kB, 6 requests, no other host, nothing moves';
export const engines = ['sqlite'];

const PAGES = [
  ['employee', '/hjalp', 40], ['employee', '/hjalp/fel', 40], ['employee', '/hjalp/mina', 40],
  ['first_line', '/arenden', 60], ['first_line', '/arenden?vy=alla', 60], ['first_line', 'a ticket', 60], ['first_line', '/personer', 60], ['second_line', '/enheter', 60],
];
const REQUESTS = 6;

export async function run(house) {
  const faults = [];
  for (const role of new Set(PAGES.map(([role]) => role))) {
    const first = await signedIn(house, role);
    await first.goto('/arenden?vy=alla');
    const ticket = await first.locator('tr[data-number] a.ttl').first().getAttribute('href').catch(() => null);
    const cookies = await first.context().cookies();
    for (const [, at, most] of PAGES.filter((one) => one[0] === role)) {
      for (const phone of [false, true]) {
        const cost = await firstLoad(house, cookies, at === 'a ticket' ? ticket : at, phone);
        house.say(`${role} ${at}${phone ? ' on a phone' : ''}: ${(cost.bytes / 1000).toFixed(1)} kB in ${cost.requests} requests, moved ${cost.moved}`);
        if (cost.bytes > most * 1000) faults.push(`${at} is ${cost.bytes} bytes, ${most} kB is the most: ${JSON.stringify(cost.each)}`);
        if (cost.requests > REQUESTS) faults.push(`${at} makes ${cost.requests} requests: ${Object.keys(cost.each).join(' ')}`);
        if (cost.elsewhere.length) faults.push(`${at} asks other hosts: ${cost.elsewhere.join(' ')}`);
        if (cost.moved !== 0) faults.push(`${at} moves ${cost.moved} after it is shown (${phone ? 'phone' : 'desk'})`);
      }
    }
    await first.context().close();
  }
  check(faults.length === 0, faults.join('\n  '));
}

// A browser that has nothing but the cookie of its session. What scripts say once the page stands (who has it open) is no load.
async function firstLoad(house, cookies, at, phone) {
  const context = await house.browser.newContext({ baseURL: house.url, viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 } });
  await context.addCookies(cookies);
  await context.addInitScript(() => {
    window.moved = 0;
    new PerformanceObserver((list) => { for (const one of list.getEntries()) window.moved += one.value; }).observe({ type: 'layout-shift', buffered: true });
  });
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  const asked = new Map();
  const each = {};
  wire.on('Network.requestWillBeSent', ({ requestId, request, type }) => { if (type !== 'EventSource' && request.method === 'GET' && !request.url.startsWith('data:')) asked.set(requestId, request.url); });
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (asked.has(requestId)) each[asked.get(requestId).replace(house.url, '')] = encodedDataLength;
  });
  await page.goto(at, { waitUntil: 'load' });
  await page.waitForTimeout(700);
  const moved = await page.evaluate(() => Math.round(window.moved * 10_000) / 10_000);
  const elsewhere = [...asked.values()].filter((url) => !url.startsWith(house.url));
  await context.close();
  return { bytes: Object.values(each).reduce((sum, one) => sum + one, 0), requests: asked.size, each, elsewhere, moved };
}

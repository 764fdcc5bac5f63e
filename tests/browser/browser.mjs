// Debian's Chromium, and what stories do with it.

import { chromium } from 'playwright-core';
import { PASSWORD } from './house.mjs';

const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const PEOPLE = {
  employee: 'maria.lindqvist@ljusvik.example',
  first_line: 'johan.astrom@ljusvik.example',
  supplier_agent: 'nadja.brolund@norrspann.example',
  second_line: 'lars.edin@ljusvik.example',
  it_manager: 'erik.nordin@ljusvik.example',
  department_head: 'lena.wiklund@ljusvik.example',
  politician: 'gun-britt.akerlind@ljusvik.example',
  administrator: 'mikaela.forsgard@ljusvik.example',
  architect: 'rasmus.tidlund@ljusvik.example',
};

export function startBrowser() {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: ARGS });
}

// A page of its own. `errors` collects what the browser complains of, so that a story can say that there was nothing.
export async function visit(house, { width = 1440, height = 900, theme = 'light', lang = 'sv-SE', script = true } = {}) {
  const context = await house.browser.newContext({ baseURL: house.url, viewport: { width, height }, colorScheme: theme, locale: lang, javaScriptEnabled: script });
  const page = await context.newPage();
  page.errors = [];
  page.on('console', (message) => { if (message.type() === 'error') page.errors.push(message.text()); });
  page.on('pageerror', (error) => page.errors.push(String(error)));
  return page;
}

export async function signIn(page, role) {
  await page.goto('/logga-in');
  await page.fill('input[type=email]', PEOPLE[role]);
  await page.fill('input[type=password]', PASSWORD);
  await page.click('main button[type=submit]');
  await page.waitForURL((url) => !url.pathname.startsWith('/logga-in'));
}

export async function signedIn(house, role, options) {
  const page = await visit(house, options);
  await signIn(page, role);
  return page;
}

export function check(holds, message) {
  if (!holds) throw new Error(message);
}

export async function text(page, selector = 'main') {
  return (await page.locator(selector).first().innerText()).replace(/\u00a0/g, ' ');
}

// Asks again until it holds: what another process or a job does takes its time.
export async function until(what, holds, seconds = 15) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await holds();
    if (found) return found;
    if (Date.now() > end) throw new Error(`not within ${seconds} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

// A hand on the keyboard: `press` counts, free text does not.
export function hand(page) {
  const strokes = [];
  return {
    strokes,
    async press(...keys) {
      for (const key of keys) {
        strokes.push(key);
        await page.keyboard.press(key);
      }
    },
    type: (words) => page.keyboard.type(words),
    // What has focus, as a person would name it.
    at: () => page.evaluate(() => {
      const one = document.activeElement;
      return one === document.body ? 'body' : one.getAttribute('aria-label') || one.labels?.[0]?.innerText || one.name || one.innerText?.slice(0, 60) || one.tagName;
    }),
  };
}

// REST in somebody's name.
export async function api(house, role, method, path, body) {
  house.tokens ??= {};
  house.tokens[role] ??= house.enhet(['token', 'create', '--name', `browser ${role}`, '--role', role, '--person', PEOPLE[role]]).out;
  const answer = await fetch(`${house.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${house.tokens[role]}`, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  const said = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} as ${role}: ${answer.status} ${said}`);
  return said ? JSON.parse(said) : null;
}

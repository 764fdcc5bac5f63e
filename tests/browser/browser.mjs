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

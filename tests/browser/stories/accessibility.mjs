// Every page in every state, in two runs: Swedish in light on a wide screen, English in dark on a phone.
// axe sees neither order nor focus, hence the other checks.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { api, check, PEOPLE, signIn, visit } from '../browser.mjs';
import { NO_PAGE, PAGES } from '../pages.mjs';

export const title = 'every page in every state is free from faults that axe can see, fits 320 px and begins with the skip link';
export const engines = ['sqlite'];

const root = new URL('../../../', import.meta.url);
const axe = readFileSync(new URL('node_modules/axe-core/axe.min.js', root), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const LOOKS = [
  { lang: 'sv', locale: 'sv-SE', theme: 'light', width: 1440, height: 900, fault: 'Fel:' },
  { lang: 'en', locale: 'en-GB', theme: 'dark', width: 390, height: 844, fault: 'Error:' },
];

export async function run(house) {
  const faults = [];
  const seen = new Set();
  await someMail(house);
  for (const look of LOOKS) {
    const places = { ...(await oneTimeLink(house)), ...(await tickets(house)) };
    const lanes = [...new Set(PAGES.map((page) => page.role))].map((role) => async () => {
      const page = await visit(house, { ...look, lang: look.locale });
      if (role !== 'nobody') await signIn(page, role);
      if (role !== 'nobody') await speak(page, look.lang);
      for (const one of PAGES.filter((one) => one.role === role)) {
        const name = `${look.lang} ${role} ${one.state} ${one.at}${one.acts.length ? ` +${one.acts.length}` : ''}`;
        try {
          const said = await visitOne(page, one, look, places);
          seen.add(new URL(page.url()).pathname);
          faults.push(...said.map((fault) => `${name} (${new URL(page.url()).pathname}): ${fault}`));
        } catch (error) {
          faults.push(`${name}: ${String(error).split('\n')[0]}`);
        }
      }
      if (role !== 'nobody') await speak(page, 'sv');
      await page.context().close();
    });
    await together(2, lanes);
  }
  faults.push(...routesWithoutPage(seen));
  check(faults.length === 0, `${faults.length} faults\n  ${faults.join('\n  ')}`);
  house.say(`${PAGES.length} page states, twice; ${seen.size} addresses`);
}

async function speak(page, lang) {
  await page.goto('/installningar');
  if (await page.getAttribute('html', 'lang') !== lang) await page.locator(`a[href^="/sprak/${lang}"]`).first().click();
}

async function visitOne(page, { state, at, acts }, look, places) {
  page.errors.length = 0;
  const answer = await page.goto(at.replaceAll(/\{(\w+)\}/g, (_, place) => places[place]));
  for (const act of acts) {
    await act(page);
    await page.waitForLoadState();
  }
  const faults = [];
  if ((state === 'full' || state === 'empty') && acts.length === 0 && answer.status() !== 200) faults.push(`answers ${answer.status()}`);
  faults.push(...(await first(page, state, look)));
  faults.push(...(await axed(page)));
  await page.setViewportSize({ width: 320, height: 700 });
  const wide = await page.evaluate(() => {
    const room = document.documentElement;
    if (room.scrollWidth <= 320) return null;
    const out = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > 320.5 && getComputedStyle(one).position !== 'fixed');
    return `${room.scrollWidth} px wide: ${out.slice(-3).map((one) => `${one.tagName}.${one.className}`).join(', ')}`;
  });
  if (wide) faults.push(wide);
  await page.setViewportSize({ width: look.width, height: look.height });
  // That a refused page is refused is told in the console too.
  const errors = page.errors.filter((text) => !(state === 'refused' || state === 'error') || !/status of 4\d\d/.test(text));
  if (errors.length) faults.push(`the console says: ${errors.join(' | ')}`);
  return faults;
}

async function first(page, state, look) {
  const faults = [];
  const told = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    headings: [...document.querySelectorAll('h1')].filter((one) => one.checkVisibility()).length,
    focus: document.activeElement === document.body ? 'body' : document.activeElement.outerHTML.slice(0, 80),
    summary: document.activeElement?.closest('.errsum') !== null || document.activeElement?.matches('[aria-invalid=true]'),
  }));
  if (told.lang !== look.lang) faults.push(`lang is ${told.lang}`);
  if (!told.title.endsWith('Enhet')) faults.push(`title: ${told.title}`);
  if (told.headings !== 1 && state !== 'sheet') faults.push(`${told.headings} h1`);
  if ((state === 'error' || state === 'refused') && !told.title.startsWith(look.fault)) faults.push(`title of a page with faults: ${told.title}`);
  if (state === 'error' && !told.summary) faults.push(`a page with faults puts focus on ${told.focus}`);
  if (told.focus === 'body') {
    await page.keyboard.press('Tab');
    const skips = await page.evaluate(() => document.activeElement.matches('.skip') && document.querySelector(document.activeElement.getAttribute('href')) !== null && document.activeElement.checkVisibility());
    if (!skips) faults.push('the first Tab is not the skip link');
    await page.evaluate(() => document.activeElement.blur());
  }
  return faults;
}

async function axed(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] }), TAGS);
  return violations.map((one) => `axe ${one.id}: ${one.nodes.slice(0, 2).map((node) => node.html.slice(0, 140)).join(' | ')} ${one.nodes[0].failureSummary.split('\n').slice(1, 3).join(' ')}`);
}

// Something to see in both mail logs.
async function someMail(house) {
  const took = house.enhet(['mail', 'receive', '--json'], 'From: Maria Lindqvist <maria.lindqvist@ljusvik.example>\r\nTo: servicedesk@ljusvik.example\r\nSubject: Larmet i entre B\r\nMessage-ID: <larm@ljusvik.example>\r\n\r\nLarmet piper.\r\n');
  check(took.code === 0, `mail receive: ${took.code} ${took.out} ${took.err}`);
}

async function oneTimeLink(house) {
  const made = house.enhet(['user', 'reset', PEOPLE.architect]);
  const secret = made.out.match(/\/losenord\/(\S+)/)?.[1];
  check(secret, `user reset: ${made.code} ${made.out} ${made.err}`);
  return { secret };
}

// One ticket that is worked with, one that waits for an answer, one that is solved: long words and all.
async function tickets(house) {
  const made = {};
  for (const stage of ['open', 'waiting', 'solved']) {
    const { number } = await api(house, 'first_line', 'POST', '/tickets', {
      kind: 'incident', title: 'Kommunfullmäktigesammanträdesrumsprojektorn visar ingen bild', requester: PEOPLE.employee,
      description: 'Adressen är https://intranat.ljusvik.example/lokaler/kommunfullmaktigesammantradesrummet/bokning?vecka=11\n\nDen är blå.',
    });
    await api(house, 'first_line', 'POST', `/tickets/${number}/notes`, { text: 'Samma fel förra veckan.' });
    await api(house, 'first_line', 'POST', `/tickets/${number}/messages`, { text: 'Vi tittar på det.' });
    if (stage === 'waiting') await api(house, 'first_line', 'POST', `/tickets/${number}/hold`, { reason: 'user', message: 'Vilket rum?' });
    if (stage === 'solved') await api(house, 'first_line', 'POST', `/tickets/${number}/resolution`, { message: 'Ny lampa.' });
    made[stage] = number;
  }
  return made;
}

function routesWithoutPage(seen) {
  const files = readdirSync(new URL('crates/', root)).flatMap((crate) => ['routes.rs', 'own/mod.rs'].map((file) => new URL(`crates/${crate}/src/${file}`, root))).filter(existsSync);
  const routes = files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/get\(\s*"(\/[^"]*)"/g)].map((found) => found[1]))
    .filter((route) => !route.startsWith('/api/') && !route.endsWith('.csv') && !NO_PAGE.includes(route));
  const shown = (route) => {
    const pattern = new RegExp(`^${route.replace(/\{[^}]+\}/g, '[^/]+')}$`);
    return [...seen].some((path) => pattern.test(path));
  };
  return routes.filter((route) => !shown(route)).map((route) => `no page state shows the route ${route}`);
}

async function together(lanes, work) {
  const left = [...work];
  await Promise.all(Array.from({ length: lanes }, async () => {
    for (let one = left.shift(); one; one = left.shift()) await one();
  }));
}

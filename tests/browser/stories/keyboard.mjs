// The letters of ux.md B4, in the list and in a ticket, never in a field, and off when somebody wants them off.

import { api, check, hand, signedIn, text, until } from '../browser.mjs';

export const title = 'the same letters work in list and ticket, not in fields, and can be turned off; the palette finds and gives focus back';
export const engines = ['sqlite'];

const row = (page) => page.evaluate(() => document.activeElement.closest('tr')?.dataset.number ?? null);
const inDialog = (page, heading) => until(`the dialog ${heading}`, async () => {
  const open = page.locator('dialog[open]');
  return (await open.count()) === 1 && (await open.locator('h1, h2').first().innerText()).includes(heading);
});
const noDialog = (page) => until('no dialog', async () => (await page.locator('dialog[open]').count()) === 0);
const fieldNamed = (page, name) => until(`focus in ${name}`, () => page.evaluate((name) => document.activeElement.name === name || document.activeElement.id === name, name));

export async function run(house) {
  const page = await signedIn(house, 'first_line');
  const keys = hand(page);
  await inTheList(page, keys);
  await inATicket(house, page, keys);
  await palette(house, page, keys);
  await turnedOff(page, keys);
  check(page.errors.length === 0, `the console says: ${page.errors.join(' ')}`);
  await page.context().close();
}

async function inTheList(page, keys) {
  await page.goto('/arenden?vy=alla');
  const numbers = await page.locator('tr[data-row]').evaluateAll((rows) => rows.map((one) => one.dataset.number));
  check(numbers.length >= 5, `${numbers.length} rows to walk in`);
  await keys.press('j', 'j', 'j');
  check(await row(page) === numbers[2], `J three times stands on the third row: ${await row(page)}`);
  await keys.press('k');
  check(await row(page) === numbers[1], 'K goes back');
  for (const [key, heading] of [['t', 'Tilldela'], ['s', 'status'], ['p', 'rioritet'], ['e', 'Lös']]) {
    await keys.press(key);
    await inDialog(page, heading);
    check((await text(page, 'dialog[open]')).includes(numbers[1]), `${key} acts on the row that one stands on`);
    await keys.press('Escape');
    await noDialog(page);
    check(await row(page) === numbers[1], `Esc after ${key} gives the row its focus back`);
  }
  await keys.press('x');
  await keys.press('j', 'x');
  await until('two are marked', async () => (await text(page, '[data-marked]')).includes('2'));
  await keys.press('s');
  await inDialog(page, 'tatus');
  await keys.press('Escape');
  await noDialog(page);
  await keys.press('x', 'k', 'x');
  await until('none is marked', async () => !(await page.locator('[data-bulk]').isVisible()));

  await keys.press('f');
  await until('the filter is open, with focus in it', () => page.evaluate(() => document.activeElement.closest('#filters') !== null));
  if (await page.evaluate(() => document.activeElement.matches('input:not([type=checkbox],[type=radio]), textarea'))) {
    const before = page.url();
    await keys.press('j', 'e', 'x');
    check(page.url() === before && (await page.locator('dialog[open]').count()) === 0, 'letters in a field are letters');
  }
  await keys.press('Escape');
  await page.goto('/arenden?vy=alla');
  await keys.press('n');
  await fieldNamed(page, 'requester_text');
  await keys.type('jkets');
  check(await page.inputValue('#dock [name=requester_text]') === 'jkets' && (await page.locator('dialog[open]').count()) === 0, 'letters in a field are letters');
  await page.fill('#dock [name=requester_text]', '');
  await keys.press('Escape');
  await page.evaluate(() => document.activeElement.blur());
  await keys.press('?');
  await until('the list of keys', async () => (await page.locator('dialog#shortcuts[open]').count()) === 1);
  await keys.press('Escape');
  await noDialog(page);
  await keys.press('g', 'p');
  await page.waitForURL('**/personer');
  await keys.press('g', 'a');
  await page.waitForURL('**/arenden*');
}

async function inATicket(house, page, keys) {
  const made = await api(house, 'first_line', 'POST', '/tickets', { kind: 'incident', title: 'Tangentbordet ska få svar', requester: 'maria.lindqvist@ljusvik.example' });
  await page.goto('/arenden?vy=alla');
  await keys.press('j', 'Enter');
  await page.waitForURL(/\/arenden\/\d+/);
  const at = page.url();
  await keys.press('j');
  await page.waitForURL((url) => url.href !== at);
  await keys.press('k');
  await page.waitForURL(at);

  await page.goto(`/arenden/${made.number}`);
  for (const [key, heading] of [['t', 'Tilldela'], ['s', 'status'], ['p', 'rioritet'], ['e', 'Lös']]) {
    await keys.press(key);
    await inDialog(page, heading);
    await keys.press('Escape');
    await noDialog(page);
  }
  await keys.press('a');
  await until('an internal note is written', async () => (await keys.at()).includes('Intern anteckning'));
  await keys.type('test');
  check(await page.inputValue('#svar') === 'test' && (await page.locator('dialog[open]').count()) === 0, 'letters in the box are letters');
  await keys.press('Control+Enter');
  await until('the note stands', async () => (await text(page, '#ticket')).includes('test'));
  await keys.press('Escape', 'r');
  await until('an answer is written', async () => (await keys.at()).includes('Svar till Maria'));
  await keys.press('Escape');
}

async function palette(house, page, keys) {
  const made = await api(house, 'first_line', 'POST', '/tickets', { kind: 'incident', title: 'Paletten ska hitta hit', requester: 'maria.lindqvist@ljusvik.example' });
  await page.goto('/arenden?vy=alla');
  await keys.press('j', 'j');
  const stood = await row(page);
  await keys.press('Control+k');
  await until('the palette has focus', () => page.evaluate(() => document.activeElement.closest('#palette[open]') !== null));
  await keys.press('Escape');
  await until('focus is given back', async () => (await row(page)) === stood);
  await keys.press('Control+k');
  await keys.type(String(made.number));
  await until('the ticket is found', async () => (await page.locator('#palette [role=option]').filter({ hasText: 'Paletten ska hitta hit' }).count()) > 0);
  await keys.press('Enter');
  await page.waitForURL(new RegExp(`/arenden/${made.number}`));
  await keys.press('Control+k');
  await keys.type('Maria Lindqvist');
  await until('the person is found', async () => (await page.locator('#palette [role=option][href^="/personer/"]').filter({ hasText: 'Maria Lindqvist' }).count()) > 0);
  check((await text(page, '#palette [role=option]')).startsWith('Person'), 'with the word for what it is in front');
  await keys.press('Escape');
  await noDialog(page);
}

async function turnedOff(page, keys) {
  const turn = async (on) => {
    await page.goto('/installningar');
    await page.setChecked('[name=shortcuts]', on);
    await page.locator('main form[action="/installningar"] button[type=submit]').click();
    await page.goto('/arenden?vy=alla');
  };
  await turn(false);
  await keys.press('j', 'j', 't');
  await page.waitForTimeout(300);
  check(await row(page) === null && (await page.locator('dialog[open]').count()) === 0, 'turned off, the letters do nothing');
  await keys.press('Control+k');
  await until('the palette, which is no single letter, still opens', async () => (await page.locator('#palette[open]').count()) === 1);
  await keys.press('Escape');
  await turn(true);
  await keys.press('j');
  check(await row(page) !== null, 'turned on, they work again');
}

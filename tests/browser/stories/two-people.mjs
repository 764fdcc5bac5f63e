// Two agents in one ticket, and a list that changes while somebody stands in it.

import { PASSWORD } from '../house.mjs';
import { api, check, PEOPLE, signedIn, text, until } from '../browser.mjs';

export const title = 'two agents see each other, a conflicting save shows both texts, a new ticket moves no focus, an unsent text survives';
export const engines = ['sqlite'];

export async function run(house) {
  const ticket = (title) => api(house, 'first_line', 'POST', '/tickets', { kind: 'incident', title, requester: PEOPLE.employee });
  const shared = (await ticket('Två personer i samma ärende')).number;
  const johan = await signedIn(house, 'first_line');
  const lars = await signedIn(house, 'second_line');
  await together(johan, lars, shared);
  await conflict(house, (await ticket('Två svar på en gång')).number);
  await live(johan, ticket);
  await draft(house, johan, shared);
  for (const page of [johan, lars]) {
    check(page.errors.length === 0, `the console says: ${page.errors.join(' ')}`);
    await page.context().close();
  }
}

async function together(johan, lars, number) {
  await johan.goto(`/arenden/${number}`);
  await johan.waitForTimeout(500);
  await lars.goto(`/arenden/${number}`);
  await until('Lars sees Johan', async () => (await text(lars, '#here')).includes('Johan Åström'));
  await until('Johan sees Lars', async () => (await text(johan, '#here')).includes('Lars Edin'), 25);
  // What one writes stands before the other without asking for it, and the other's own words are left alone.
  await johan.fill('#svar', 'Jag håller på att skriva');
  await lars.fill('#svar', 'Jag tar det här');
  await lars.locator('[data-composer] [type=submit].primary').click();
  await until('Johan sees what Lars wrote', async () => (await text(johan, '#ticket')).includes('Jag tar det här'));
  check(await johan.inputValue('#svar') === 'Jag håller på att skriva', 'and has his own words still');
}

// Without script nothing is fetched in between: the second save meets the first.
async function conflict(house, number) {
  const johan = await signedIn(house, 'first_line', { script: false });
  const lars = await signedIn(house, 'second_line', { script: false });
  await johan.goto(`/arenden/${number}`);
  await lars.goto(`/arenden/${number}`);
  await johan.fill('#svar', 'Starta om datorn, så fungerar det.');
  await johan.locator('[data-composer] [type=submit].primary').click();
  await lars.fill('#svar', 'Starta inte om datorn, vi mäter på den.');
  await lars.locator('[data-composer] [type=submit].primary').click();
  const shown = await text(lars, 'body');
  check(shown.includes('Starta om datorn, så fungerar det.'), `what was written meanwhile stands there: ${shown}`);
  check(await lars.inputValue('#svar') === 'Starta inte om datorn, vi mäter på den.', 'and his own text, to be changed or sent');
  check((await lars.title()).startsWith('Fel:'), `the title says so: ${await lars.title()}`);
  await lars.locator('[data-composer] [type=submit].primary').click();
  check((await text(lars, '#ticket')).includes('vi mäter på den'), 'sent again it is sent');

  await johan.goto(`/arenden/${number}/redigera`);
  await lars.goto(`/arenden/${number}/redigera`);
  await johan.fill('[name=title]', 'Två svar på en gång, först');
  await johan.locator('main form[method=post] button[type=submit]').last().click();
  await lars.fill('[name=title]', 'Två svar på en gång, sedan');
  await lars.locator('main form[method=post] button[type=submit]').last().click();
  check((await lars.title()).startsWith('Fel:'), `the second heading meets the first: ${await lars.title()}`);
  check(await lars.inputValue('[name=title]') === 'Två svar på en gång, sedan', 'his own heading is kept');
  check((await text(lars)).includes('Två svar på en gång, först') || (await text(lars)).includes('Johan Åström'), `and the other is shown: ${await text(lars)}`);
  await johan.context().close();
  await lars.context().close();
}

async function live(page, ticket) {
  await page.goto('/arenden?vy=alla');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const before = await page.evaluate(() => document.activeElement.closest('tr')?.dataset.number);
  check(before, 'a row has focus');
  const made = await ticket('Nytt i kön medan någon står där');
  await until('the new ticket is in the list', async () => (await page.locator(`#t${made.number}`).count()) === 1);
  const after = await page.evaluate(() => document.activeElement.closest('tr')?.dataset.number);
  check(after === before, `focus stays on ${before}: ${after}`);
}

async function draft(house, page, number) {
  const words = 'Det här har jag inte skickat än';
  await page.goto(`/arenden/${number}`);
  await page.fill('#svar', words);
  await page.waitForTimeout(600);
  await page.reload();
  check(await page.inputValue('#svar') === words, 'an unsent text survives a reload');
  // Signed out by himself, and by somebody else at another place.
  await page.evaluate(() => document.querySelector('form[action="/logga-ut"]').requestSubmit());
  await page.waitForURL(/logga-in/);
  await back(page, number, words);
  const elsewhere = await signedIn(house, 'first_line', { script: false });
  await elsewhere.goto('/installningar');
  await elsewhere.locator('form[action="/installningar/inloggningar/ovriga"] button').click();
  await elsewhere.context().close();
  await page.goto(`/arenden/${number}`);
  check((await text(page)).includes('Din text finns kvar'), `the sign-in page says that the text is kept: ${await text(page)}`);
  await back(page, number, words);
}

async function back(page, number, words) {
  await page.fill('input[type=email]', PEOPLE.first_line);
  await page.fill('input[type=password]', PASSWORD);
  await page.click('main button[type=submit]');
  await page.waitForURL((url) => !url.pathname.startsWith('/logga-in'));
  await page.goto(`/arenden/${number}`);
  check(await page.inputValue('#svar') === words, 'an unsent text survives a sign-out');
}

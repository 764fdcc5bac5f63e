// What the portal must do in any browser: nothing here runs a script.

import { PASSWORD } from '../house.mjs';
import { api, check, PEOPLE, signedIn, text, visit } from '../browser.mjs';

export const title = 'without script: sign in, report, follow, answer, open again, change language, print';
export const engines = ['sqlite'];

export async function run(house) {
  const page = await visit(house, { width: 390, height: 844, script: false });
  // A page asked for before sign-in is the page one comes to.
  await page.goto('/hjalp/mina');
  await page.fill('input[type=email]', PEOPLE.employee);
  await page.fill('input[type=password]', 'inte rätt lösenord');
  await page.click('main button[type=submit]');
  check((await page.title()).startsWith('Fel:'), `a wrong password: ${await page.title()}`);
  check(await page.inputValue('input[type=email]') === PEOPLE.employee, 'the address is asked for once');
  await page.fill('input[type=password]', PASSWORD);
  await page.click('main button[type=submit]');
  check(new URL(page.url()).pathname === '/hjalp/mina', `the page that was asked for: ${page.url()}`);

  const number = await report(page);
  await follow(house, page, number);
  await otherLanguage(page, number);
  await printed(house, number);
  await page.goto('/hjalp');
  const out = page.locator('form[action="/logga-ut"] button');
  if (!(await out.first().isVisible())) await page.locator('summary').filter({ has: page.locator('.av, svg, span') }).last().click();
  await out.first().click();
  await page.goto('/hjalp');
  check(new URL(page.url()).pathname === '/logga-in', `signed out: ${page.url()}`);
  await page.context().close();
}

const WORDS = 'Skärmen i B119 flimrar. Det blir värre när jag rör kabeln.';

async function report(page) {
  await page.goto('/hjalp/fel');
  await page.fill('[name=description]', WORDS);
  await page.setInputFiles('[name=photo]', { name: 'skärm.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=', 'base64') });
  for (let step = 0; step < 3; step += 1) await page.locator('main form button[type=submit]').last().click();
  check(/\/hjalp\/fel\/kvitto\/\d+$/.test(page.url()), `the receipt: ${page.url()}`);
  const number = page.url().match(/\d+$/)[0];
  await page.goto('/hjalp/mina');
  await page.locator(`main a[href="/hjalp/mina/${number}"]`).click();
  const shown = await text(page);
  check(shown.includes('rör kabeln') && shown.includes('skärm.png'), `words and picture: ${shown}`);
  const file = await page.request.get(await page.locator('main a[href^="/bilagor/"]').getAttribute('href'));
  check(file.status() === 200 && /^attachment/.test(file.headers()['content-disposition']), 'the picture comes as a file to save');
  return number;
}

// The asker's answer, the desk's solution, and the asker who is not content.
async function follow(house, page, number) {
  await page.locator('main form#svar button[type=submit]').click();
  check((await page.title()).startsWith('Fel:'), 'an empty answer is refused');
  await page.fill('main form#svar [name=text]', 'Nu är den helt svart.');
  await page.locator('main form#svar button[type=submit]').click();
  check((await text(page)).includes('Nu är den helt svart.'), 'the answer stands in the conversation');

  await api(house, 'first_line', 'POST', `/tickets/${number}/resolution`, { message: 'Vi bytte kabeln.' });
  await page.reload();
  check((await text(page)).includes('Ärendet är löst'), `solved, in words: ${await text(page)}`);
  await page.fill('main form#svar [name=text]', 'Den flimrar fortfarande.');
  await page.locator('main form#svar button[type=submit]').click();
  const shown = await text(page);
  check(!shown.includes('Ärendet är löst') && shown.includes('Den flimrar fortfarande.'), `open again: ${shown}`);
}

async function otherLanguage(page, number) {
  await page.goto(`/hjalp/mina/${number}`);
  await page.locator('a[href^="/sprak/en"]').first().click();
  check(new URL(page.url()).pathname === `/hjalp/mina/${number}`, `the same page: ${page.url()}`);
  check(await page.getAttribute('html', 'lang') === 'en', 'in English');
  await page.goto('/hjalp');
  check(await page.getAttribute('html', 'lang') === 'en', 'and so is the next');
  await page.locator('a[href^="/sprak/sv"]').first().click();
  check(await page.getAttribute('html', 'lang') === 'sv', 'and back');
}

// One ticket on paper: its number and its words, and nothing to press.
async function printed(house, number) {
  const agent = await signedIn(house, 'first_line', { script: false });
  await agent.goto(`/arenden/${number}/utskrift`);
  const pdf = await agent.pdf({ format: 'A4', tagged: true });
  check(pdf.length > 5_000, `a document of ${pdf.length} bytes`);
  await agent.emulateMedia({ media: 'print' });
  const paper = await agent.evaluate(() => {
    const seen = [...document.querySelectorAll('nav, button, form, dialog, .skip')].filter((one) => one.checkVisibility());
    return { text: document.body.innerText, pressed: seen.map((one) => one.outerHTML.slice(0, 80)) };
  });
  check(paper.text.includes(number) && paper.text.includes('rör kabeln'), `number and words on paper: ${paper.text}`);
  check(paper.pressed.length === 0, `nothing to press on paper: ${paper.pressed.join(' ')}`);
  await agent.context().close();
}

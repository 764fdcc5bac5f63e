// Journey 1: a teacher reports a fault on a phone, without script, in four taps beside the text.

import { check, signedIn, text } from '../browser.mjs';

export const title = 'a teacher reports a fault on a phone without script, in four taps';
export const engines = ['sqlite', 'postgres'];

export async function run(house) {
  const page = await signedIn(house, 'employee', { width: 390, height: 844, script: false });
  let taps = 0;
  const tap = async (name) => {
    taps += 1;
    await page.locator('main').getByRole('link', { name }).or(page.locator('main').getByRole('button', { name })).first().click();
  };

  await page.goto('/hjalp');
  await tap('Något fungerar inte');
  // Nothing said yet: the page says what to do, and its title begins with the fault.
  await page.locator('main form button[type=submit]').first().click();
  check((await page.title()).startsWith('Fel:'), `the title of a page with errors: ${await page.title()}`);
  check((await text(page)).includes('Beskriv vad som inte fungerar.'), 'the error summary says what to do');
  await page.fill('textarea[name=description]', 'Projektorn i B204 visar bara en blå skärm. Det började i morse.');
  await tap('Fortsätt');
  check(await page.locator('input[name=device]:checked').getAttribute('value') === 'LJU-20417', 'her own computer is chosen already');
  await tap('Fortsätt');
  await tap('Skicka');
  check(/\/hjalp\/fel\/kvitto\/\d+$/.test(page.url()), `the receipt, not ${page.url()}`);
  const receipt = await text(page);
  check(/Vi hör av oss senast .+ kl\. \d\d\.\d\d\. Felet ska vara löst senast/.test(receipt), `the promise in plain time: ${receipt}`);
  check(taps === 4, `${taps} taps, four are promised`);

  await page.getByRole('link', { name: 'Följ ärendet' }).click();
  check((await text(page, 'h1')) === 'Projektorn i B204 visar bara en blå skärm', `the title is her first sentence: ${await text(page, 'h1')}`);
  await page.context().close();
}

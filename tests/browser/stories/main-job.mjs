// The main job: a teacher's fault becomes a solved ticket that kept its promise. The teacher has no script, the agent no mouse.

import { check, hand, PEOPLE, signedIn, text, until } from '../browser.mjs';

export const title = 'a teacher\'s fault is reported, answered by mail, worked by keyboard alone, solved in time and seen by her';
export const engines = ['sqlite', 'postgres'];

const WORDS = 'Högtalarna i aulan är tysta. Vi har föräldramöte i kväll.';
const BY_MAIL = 'Det hjälpte inte att starta om förstärkaren.';
const ANSWER = 'Hej! Jag tittar på förstärkaren nu.';
const QUESTION = 'Lyser lampan på förstärkaren grönt eller rött?';
const SOLVED = 'Kabeln till förstärkaren satt löst. Nu hörs det.';

export async function run(house) {
  const teacher = await signedIn(house, 'employee', { width: 390, height: 844, script: false });
  const number = await report(teacher);
  const mails = await outbox(house);
  const receipt = await mails(`[#${number}]`, 1);
  await reply(house, number, receipt);
  await work(house, number);
  await seen(teacher, number);
  await mails(`[#${number}]`, 4);
  await mails.done();
  await teacher.context().close();
}

async function report(page) {
  await page.goto('/hjalp/fel');
  await page.fill('[name=description]', WORDS);
  for (let step = 0; step < 3; step += 1) await page.locator('main form button[type=submit]').last().click();
  check(/\/kvitto\/\d+$/.test(page.url()), `the receipt: ${page.url()} ${await text(page)}`);
  return Number(page.url().match(/\d+$/)[0]);
}

// What an administrator sees of the mails to the teacher; gives the Message-ID of the oldest.
async function outbox(house) {
  const page = await signedIn(house, 'administrator');
  const mails = async (word, count) => {
    const links = await until(`${count} mails about ${word}`, async () => {
      await page.goto('/admin/mejl');
      const found = page.locator('main tbody tr').filter({ hasText: word }).filter({ hasText: PEOPLE.employee });
      return (await found.count()) >= count && found.locator('a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    }, 30);
    await page.goto(links.at(-1));
    return (await text(page)).match(/<?([^\s<>]+@[^\s<>]+)>?/g).map((one) => one.replace(/[<>]/g, '')).find((one) => one !== PEOPLE.employee && !one.startsWith('hjalp@'));
  };
  mails.done = () => page.context().close();
  return mails;
}

async function reply(house, number, messageId) {
  check(messageId, 'the receipt has a Message-ID');
  const mail = ['From: Maria Lindqvist <maria.lindqvist@ljusvik.example>', 'To: hjalp@ljusvik.example', 'Subject: Sv: Högtalarna',
    `Message-ID: <svar-${number}-${house.engine}@post.ljusvik.example>`, `In-Reply-To: <${messageId}>`, `References: <${messageId}>`,
    'Content-Type: text/plain; charset=utf-8', '', BY_MAIL, ''].join('\r\n');
  const took = house.enhet(['mail', 'receive', '--json'], mail);
  check(took.code === 0, `mail receive: ${took.code} ${took.out} ${took.err}`);
  const said = JSON.parse(took.out);
  check(said.outcome === 'appended' && said.ticket === number && said.rule === 'message_id', `the reply lands on the ticket: ${took.out}`);
}

async function work(house, number) {
  const page = await signedIn(house, 'first_line');
  const keys = hand(page);
  await page.goto('/arenden?vy=otilldelade');
  const row = page.locator(`#t${number}`);
  await row.waitFor();
  const promised = (await row.innerText()).replace(/\s+/g, ' ');
  check(/\bkvar\b|\bkl\. \d/.test(promised), `the row says when it is to be done: ${promised}`);
  check(promised.includes('har svarat'), `and that she has replied: ${promised}`);

  // From here on no mouse. Down the list to the row, and in.
  for (let step = 0; step < 60; step += 1) {
    await keys.press('j');
    if (await page.evaluate(() => document.activeElement.closest('tr')?.dataset.number) === String(number)) break;
  }
  await keys.press('Enter');
  await page.waitForURL(new RegExp(`/arenden/${number}`));
  check((await text(page)).includes(BY_MAIL), 'the mail stands in the ticket');

  await keys.press('t');
  await page.locator('dialog[open]').waitFor();
  await keys.press('t');
  await page.locator('dialog[open]').waitFor({ state: 'detached' }).catch(() => {});
  await until('the ticket is his', async () => (await text(page, '#facts')).includes('Johan Åström'));

  await keys.press('r');
  await until('the box has focus', async () => (await keys.at()) === 'Svar till Maria');
  await keys.type(ANSWER);
  await keys.press('Control+Enter');
  await until('the answer stands', async () => (await text(page, '#ticket')).includes(ANSWER));

  await keys.press('Escape', 's');
  await page.locator('dialog[open] input[value=user]').waitFor();
  await until('a choice has focus', () => page.evaluate(() => document.activeElement.type === 'radio'));
  while (await page.evaluate(() => document.activeElement.value) !== 'user') await keys.press('ArrowDown');
  await keys.press('Tab');
  await keys.press('Control+Enter');
  await until('holding without a question is refused', async () => (await page.locator('dialog[open] .errsum').count()) === 1);
  check((await text(page, 'dialog[open] .errsum')).includes('Skriv'), `with what to do: ${await text(page, 'dialog[open] .errsum')}`);
  await keys.press('Tab', 'Enter');
  await until('the link leads to its field', () => page.evaluate(() => document.activeElement.tagName === 'TEXTAREA'));
  await keys.type(QUESTION);
  await keys.press('Control+Enter');
  await until('it waits', async () => (await text(page, '#facts')).includes('Klockan pausad'));

  await keys.press('s');
  await until('a choice has focus', () => page.evaluate(() => document.activeElement.closest('dialog[open]') && document.activeElement.type === 'radio'));
  check(await page.evaluate(() => document.activeElement.value) === 'in_progress', 'going on is the first choice');
  await keys.press('Control+Enter');
  await until('it goes on', async () => (await text(page, '#ticket')).includes('Pågår') && !(await text(page, '#facts')).includes('Klockan pausad'));

  await keys.press('e');
  await until('what helped has focus', () => page.evaluate(() => document.activeElement.closest('dialog[open]') && document.activeElement.tagName === 'TEXTAREA'));
  await keys.type(SOLVED);
  await keys.press('Control+Enter');
  await until('it is solved', async () => (await text(page, '#facts')).includes('Hölls'));
  // The one refusal is what this story asked for.
  check(page.errors.filter((said) => !said.includes('status of 422')).length === 0, `the console says: ${page.errors.join(' ')}`);
  house.say(`${keys.strokes.length} key strokes beside free text: ${keys.strokes.join(' ')}`);
  await page.context().close();
}

async function seen(page, number) {
  await page.goto('/hjalp/mina');
  await page.goto(`/hjalp/mina/${number}`);
  const shown = await text(page);
  for (const words of [BY_MAIL, ANSWER, QUESTION, SOLVED, 'Ärendet är löst', 'Hölls']) check(shown.includes(words), `she sees «${words}»: ${shown}`);
  check(!shown.includes('Hölls inte'), 'the promise was kept');
}

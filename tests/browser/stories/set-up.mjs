// An empty house, from its one-time link to its first ticket.

import { check, text, visit } from '../browser.mjs';
import { startEmptyHouse } from '../house.mjs';

export const title = 'an empty house is set up by a one-time link, lets its first agent in and takes its first ticket';
export const engines = ['sqlite'];

const PASSWORD = 'sju grå måsar över fjärden';

export async function run({ browser }) {
  const house = await startEmptyHouse();
  house.browser = browser;
  try {
    await setUp(house);
  } finally {
    await house.stop();
  }
}

async function setUp(house) {
  const path = house.said.match(/\/admin\/start\/\S+/)?.[0];
  check(path, `serve prints a one-time link: ${house.said}`);

  const front = await visit(house, { script: false });
  await front.goto('/');
  check((await front.goto('/')).status() === 200, 'an empty house has a front page');
  await front.goto(path);
  await front.fill('[name=organisation]', 'Fjärdens kommun');
  await front.fill('[name=label]', 'Anna Berg');
  await front.fill('[name=login]', 'anna.berg@fjarden.example');
  await front.fill('[name=password]', 'kort');
  await front.fill('[name=agents]', 'Ola Ek ola.ek@fjarden.example');
  await front.click('main button[type=submit]');
  check((await front.title()).startsWith('Fel:'), `a password of four signs is refused: ${await front.title()}`);
  check(await front.inputValue('[name=organisation]') === 'Fjärdens kommun', 'what was typed is still there');
  await front.fill('[name=password]', PASSWORD);
  await front.click('main button[type=submit]');
  const link = (await text(front)).match(/https?:\/\/\S+\/losenord\/\S+/)?.[0];
  check(link, `the agent's link is shown once: ${await text(front)}`);
  await front.click('main a.btn');
  check(new URL(front.url()).pathname === '/admin', `the administrator administers: ${front.url()}`);

  const again = await visit(house, { script: false });
  check((await again.goto(path)).status() >= 400, 'the link works once');

  const agent = await visit(house, { script: false });
  await agent.goto(link);
  await agent.fill('[name=password]', PASSWORD);
  await agent.click('main button[type=submit]');
  check(new URL(agent.url()).pathname === '/arenden', `the agent begins in the queue: ${agent.url()}`);
  check((await text(agent)).includes('Inga'), `the queue is empty and says so: ${await text(agent)}`);

  await agent.goto('/hjalp/fel');
  await agent.fill('[name=description]', 'Ingen kommer åt gemensamma mappen sedan i morse. Vi behöver den före lunch.');
  for (let page = 0; page < 3; page += 1) await agent.locator('main form button[type=submit]').last().click();
  check(/\/kvitto\/\d+$/.test(agent.url()), `the first ticket has a receipt: ${agent.url()}`);
  const number = agent.url().match(/\d+$/)[0];
  await agent.goto('/arenden?vy=alla');
  check((await text(agent)).includes(number), `the first ticket, ${number}, stands in the queue: ${await text(agent)}`);
  check((await text(agent, `#t${number}`)).match(/kvar|kl\.|min|tim/), `with its promise: ${await text(agent, `#t${number}`)}`);
  for (const page of [front, again, agent]) await page.context().close();
}

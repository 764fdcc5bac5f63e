// Two houses to test in, each on a database of its own and answered by the real binary: the demo municipality on a fixed
// day, and an empty one that nobody has set up.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export const PASSWORD = 'norrsken över ljusvik';
// A Tuesday in term time, so that words and figures are the same each run.
export const TODAY = '2026-03-10';

const binary = join(process.env.CARGO_TARGET_DIR ?? 'target', 'debug', 'enhet');

export const startHouse = (engine) => start(engine, ['demo', '--today', TODAY]);
export const startEmptyHouse = () => start('sqlite', ['serve']);

async function start(engine, words) {
  if (!existsSync(binary)) throw new Error(`${binary} is missing: run bin/test, or cargo build --bin enhet`);
  const data = mkdtempSync(join(tmpdir(), 'enhet-browser-'));
  const database = engine === 'postgres' ? newPostgresDatabase() : null;
  const env = { ...process.env, ENHET_LOG: 'error', ...(database && { ENHET_DATABASE: database.url }) };
  const server = spawn(binary, [...words, '--data', data, '--listen', '127.0.0.1:0'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const house = { engine, data, env, log: '' };
  server.stderr.on('data', (text) => { house.log += text; });
  house.said = '';
  house.url = await new Promise((resolve, reject) => {
    server.stdout.on('data', (text) => {
      house.said += text;
      const found = house.said.match(/answers on (http:\/\/[\d.:]+)/);
      if (found) resolve(found[1]);
    });
    server.on('exit', (code) => reject(new Error(`the server ended with ${code}: ${house.log}`)));
  });
  house.enhet = (args, input) => {
    const ended = spawnSync(binary, [...args, '--data', data], { env, input, encoding: 'utf8' });
    return { code: ended.status, out: ended.stdout.trim(), err: ended.stderr.trim() };
  };
  house.stop = async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.removeAllListeners('exit');
    server.once('exit', () => {});
    server.kill('SIGTERM');
    await Promise.race([new Promise((resolve) => server.once('exit', resolve)), ended, wait(8_000)]);
    rmSync(data, { recursive: true, force: true });
    database?.drop();
  };
  await ready(house);
  return house;
}

async function ready(house) {
  const until = Date.now() + 300_000;
  for (;;) {
    const answer = await fetch(`${house.url}/readyz`).catch(() => null);
    if (answer?.status === 200) return;
    if (Date.now() > until) throw new Error(`the server was not ready in time: ${house.log}`);
    await wait(200);
  }
}

function newPostgresDatabase() {
  const cluster = process.env.ENHET_TEST_POSTGRES;
  if (!cluster) throw new Error('ENHET_TEST_POSTGRES is not set: run this through bin/test, or sh crates/testkit/cluster.sh');
  const name = `browser_${process.pid}`;
  const base = '/usr/lib/postgresql';
  const version = readdirSync(base).sort((a, b) => Number(b) - Number(a))[0];
  const sql = (text) => {
    const ended = spawnSync(join(base, version, 'bin', 'psql'), [cluster, '--quiet', '--command', text], { encoding: 'utf8' });
    if (ended.status !== 0) throw new Error(`psql: ${ended.stderr}`);
  };
  sql(`CREATE DATABASE ${name}`);
  return { url: cluster.replace(/\/[^/]*$/, `/${name}`), drop: () => sql(`DROP DATABASE ${name} WITH (FORCE)`) };
}

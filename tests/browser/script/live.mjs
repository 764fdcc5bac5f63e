// What others change.

import assert from "node:assert/strict";
import { addTicket, currentRow, focused, house, keys, open, story, tell, until } from "./room.mjs";

story("others' changes come without moving focus, marks or text", async () => {
  const page = await open("/arenden");
  await keys(page, "j", "x", "j");
  await page.fill("#what", "halvskrivet");
  await page.focus("#t28406 .ttl");
  await until(() => house.streams.size === 1, "stream");
  house.tickets.get(28406).stage = "Löst";
  addTicket(28499, "Nytt larm", 1);
  tell("desk.ticket", 28499);
  await until(() => page.locator("#t28499").count(), "new row");
  assert.equal(await page.evaluate(() => document.querySelector("#now tr:nth-child(2)").id), "t28499");
  assert.equal(await focused(page), "/arenden/28406");
  assert.ok(await page.evaluate(() => document.querySelector("#t28406").classList.contains("is-gone")));
  assert.ok(await page.isChecked("#t28407 [data-mark]"));
  assert.equal(await page.inputValue("#what"), "halvskrivet");
  await keys(page, "j");
  assert.equal(await currentRow(page), "28405");
  await until(() => page.locator("#t28406").count().then((c) => c === 0), "gone removed");
  house.tickets.delete(28499);
  tell("desk.ticket", 28499);
  await until(() => page.locator("#t28499").count().then((c) => c === 0), "removed", 5000);
});

story("news is said at most each half minute", async () => {
  const page = await open("/arenden");
  await until(() => house.streams.size === 1, "stream");
  addTicket(28499, "X", 1);
  tell("desk.ticket", 1);
  await until(() => page.textContent("#say").then((t) => t === "9 ärenden"), "said");
  addTicket(28498, "X", 1);
  tell("desk.ticket", 1);
  await until(() => page.locator("#t28498").count(), "row", 6000);
  await page.waitForTimeout(300);
  assert.equal(await page.textContent("#say"), "9 ärenden");
});

story("tabs share one stream, and the next takes over", async () => {
  const page = await open("/arenden");
  const other = await open("/arenden/28400");
  await until(() => house.streams.size === 1, "one stream");
  await page.waitForTimeout(300);
  assert.equal(house.streams.size, 1);
  house.tickets.get(28400).messages.push("från Maria");
  await other.bringToFront();
  tell("desk.ticket", 28400);
  await until(() => other.locator("#m0").count(), "the other tab hears");
  house.log = [];
  tell("desk.ticket", 28399);
  await page.waitForTimeout(800);
  assert.equal(house.log.filter((x) => x.path === "/arenden/28400" && x.part === "live").length, 0);
  await page.close();
  await until(() => house.streams.size === 1, "taken over");
  await other.waitForTimeout(300);
  house.tickets.get(28400).messages.push("igen");
  tell("desk.ticket", 28400);
  await until(() => other.locator("#m1").count(), "the other tab hears alone", 6000);
});

story("a row moves to another group with its focus and mark", async () => {
  for (const t of house.tickets.values()) if (t.n !== 28403) t.left = 100 + t.n;
  const page = await open("/arenden");
  assert.equal(await page.locator("#now tr").count(), 2);
  await keys(page, "j", "x");
  assert.equal(await focused(page), "/arenden/28403");
  await until(() => house.streams.size === 1, "stream");
  house.tickets.get(28403).left = 99999;
  tell("desk.ticket");
  await until(() => page.locator("#later #t28403").count(), "moved");
  assert.equal(await page.locator("#t28403").count(), 1);
  assert.equal(await page.locator("#now").count(), 0);
  assert.equal(await focused(page), "/arenden/28403");
  assert.ok(await page.isChecked("#t28403 [data-mark]"));
  assert.equal(await page.locator(".is-gone").count(), 0);
  house.tickets.get(28403).left = 5;
  house.tickets.get(28402).left = 6;
  await page.waitForTimeout(2500);
  tell("desk.ticket");
  await until(() => page.locator("#now #t28403").count(), "moved back");
  assert.equal(await focused(page), "/arenden/28403");
  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("tbody")].map((t) => [t.id, t.rows.length])), [["now", 3], ["later", 7]]);
});

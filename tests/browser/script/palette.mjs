// Ctrl K.

import assert from "node:assert/strict";
import { base, focused, house, keys, open, story, until } from "./room.mjs";

story("the palette goes, does and finds, and an empty one shows what was open last", async () => {
  const page = await open("/arenden/28400");
  await page.goto(`${base()}/arenden/28401`);
  await page.focus("a[data-key=j]");
  await keys(page, "Control+k");
  await until(() => page.locator("#palette-options [role=option]").count().then((c) => c === 2), "recents");
  assert.match(await page.textContent("#palette-options [role=option]"), /Senast28401/);
  await page.keyboard.type("lös");
  await until(() => page.locator("#palette-options [role=option]").count().then((c) => c === 3), "rows");
  assert.match(await page.textContent("#palette-options [role=option]"), /GörLös ärendetE$/);
  await until(() => page.textContent("#palette [data-voice]").then((t) => t === "2 träffar"), "said in dialog");
  assert.equal(await page.getAttribute("#palette input", "aria-activedescendant"), "palette-do-0");
  await keys(page, "Enter");
  await until(() => page.locator("dialog[data-own][open]").count(), "solve dialog");
  await keys(page, "Escape");
  await page.focus("a[data-key=j]");
  await keys(page, "Control+k", "Escape");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.key), "j");
  await keys(page, "Control+k");
  await page.keyboard.type("28403");
  await until(() => page.textContent("#palette-options [role=option]").then((t) => /Hitta28403/.test(t)), "hit");
  await keys(page, "Enter");
  await page.waitForURL("**/arenden/28403");
});

story("Enter before the answer searches; arrows and presses choose", async () => {
  const page = await open("/arenden/28400");
  house.delay = 400;
  await keys(page, "Control+k");
  await page.keyboard.type("qqq");
  await keys(page, "Enter");
  await page.waitForURL(/\/sok\?q=qqq/);
  house.delay = 0;
  await page.goto(`${base()}/arenden/28400`);
  await keys(page, "Control+k");
  await page.keyboard.type("zz");
  await until(() => page.locator("#palette-options [role=option]").count().then((c) => c === 2), "rows");
  await keys(page, "ArrowDown");
  assert.equal(await page.getAttribute("#palette-options [role=option]:nth-child(2)", "aria-selected"), "true");
  await page.click("#palette-options [role=option]:nth-child(2)");
  await page.waitForURL("**/personer");
});

story("the search link opens it and a press outside closes it", async () => {
  const page = await open("/arenden");
  await page.click("[data-palette]");
  assert.ok(await page.isVisible("#palette"));
  await page.mouse.click(5, 5);
  assert.ok(!await page.isVisible("#palette"));
});

story("it does things to the current row", async () => {
  const page = await open("/arenden");
  await keys(page, "j", "Control+k");
  await page.keyboard.type("tilld");
  await until(() => page.getAttribute("#palette input", "aria-activedescendant"), "active");
  assert.match(await page.textContent("#palette-options [aria-selected=true]"), /GörTilldelaT$/);
  await keys(page, "Enter");
  await until(() => page.textContent("dialog[open] h2").then((t) => t === "Tilldela 28407"), "dialog");
});

story("what it does keeps the focus it gives", async () => {
  const page = await open("/arenden/28400");
  await keys(page, "Control+k");
  await page.keyboard.type("intern");
  await until(() => page.getAttribute("#palette input", "aria-activedescendant"), "active");
  await keys(page, "Enter");
  await page.waitForTimeout(200);
  assert.equal(await focused(page), "svar");
  assert.ok(await page.isChecked("[value=note]"));
});

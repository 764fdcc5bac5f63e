// Registering a call beside the queue.

import assert from "node:assert/strict";
import { currentRow, focused, house, keys, open, story, until } from "./room.mjs";

story("a call by hand: name, text, Ctrl Enter", async () => {
  const page = await open("/arenden");
  await keys(page, "j", "n");
  assert.equal(await focused(page), "who");
  await page.keyboard.type("Mar");
  await until(() => page.locator("#who-options [role=option]").count(), "options");
  assert.equal(await page.getAttribute("#who", "aria-expanded"), "true");
  await keys(page, "Enter");
  assert.equal(await page.inputValue("[name=requester]"), "1");
  assert.equal(await page.inputValue("#who"), "Maria Lindqvist");
  assert.equal(await focused(page), "what");
  await page.keyboard.type("inget nät alls");
  await until(() => page.inputValue("#service").then((v) => v === "net"), "guessed");
  assert.equal(await page.textContent("#why"), "för att du skrev nät");
  await keys(page, "Control+Enter");
  await until(() => house.tickets.get(28440), "made");
  assert.equal(house.tickets.get(28440).who, "1:solved");
  await until(() => page.locator("#t28440").count(), "in the list");
  await until(() => focused(page).then((f) => f === "who"), "focus first");
  assert.equal(await page.inputValue("#what"), "");
  assert.equal(await page.inputValue("#who"), "");
  assert.equal(await page.inputValue("[name=requester]"), "");
  assert.equal(await page.inputValue("#service"), "");
  assert.equal(await currentRow(page), "28407");
  await page.reload();
  assert.equal(await page.inputValue("#what"), "");
});

story("a service chosen by hand is left alone by the guess", async () => {
  const page = await open("/arenden");
  await keys(page, "n", "Control+Enter");
  await until(() => page.locator(".errsum").count(), "err");
  await page.selectOption("#service", "mail");
  await page.focus("#what");
  await page.keyboard.type("nät");
  await page.waitForTimeout(700);
  assert.equal(await page.inputValue("#service"), "mail");
  await keys(page, "Control+Shift+Enter");
  await until(() => house.tickets.get(28440)?.who.endsWith("save"), "saved");
  await until(() => page.locator(".errsum").count().then((c) => c === 0), "err gone");
});

story("Tab takes a person, another text lets go of them, Escape shuts and leaves", async () => {
  const page = await open("/arenden");
  await keys(page, "n");
  await page.keyboard.type("Ma");
  await until(() => page.locator("#who-options [role=option]").count(), "o");
  await keys(page, "ArrowDown", "Tab");
  assert.equal(await page.inputValue("#who"), "Mats Ek");
  assert.equal(await page.inputValue("[name=requester]"), "3");
  await page.focus("#who");
  await keys(page, "End", "Backspace");
  assert.equal(await page.inputValue("[name=requester]"), "");
  await until(() => page.locator("#who-options [role=option]").count(), "o");
  await keys(page, "Escape");
  assert.equal(await page.locator("#who-options [role=option]").count(), 0);
  assert.equal(await focused(page), "who");
  await keys(page, "Escape");
  assert.notEqual(await focused(page), "who");
});

story("on a narrow screen the panel opens over the list and gives the focus back", async () => {
  const page = await open("/arenden");
  await page.setViewportSize({ width: 1000, height: 800 });
  assert.ok(!await page.isVisible("#dock"));
  await keys(page, "j", "n");
  assert.ok(await page.isVisible("#dock"));
  assert.equal(await focused(page), "who");
  await keys(page, "Escape");
  assert.ok(!await page.isVisible("#dock"));
  assert.equal(await focused(page), "/arenden/28407");
  await page.click("a[data-key=n]");
  await page.click("[data-shut]");
  assert.ok(!await page.isVisible("#dock"));
});

story("a name written faster than the list comes is taken when only one answers to it", async () => {
  house.delay = 200;
  const page = await open("/arenden");
  await keys(page, "n");
  await page.keyboard.type("Maria");
  await keys(page, "Enter");
  assert.equal(await focused(page), "what");
  await page.keyboard.type("fort");
  await until(() => page.inputValue("[name=requester]").then((v) => v === "1"), "chosen");
  assert.equal(await page.inputValue("#who"), "Maria Lindqvist");
  assert.equal(await page.inputValue("#what"), "fort");
  assert.equal(await focused(page), "what");
  await page.focus("#who");
  await page.fill("#who", "");
  await page.keyboard.type("M");
  await keys(page, "Tab");
  await page.waitForTimeout(700);
  assert.equal(await page.inputValue("[name=requester]"), "");
  assert.equal(await page.locator("#who-options [role=option]").count(), 0);
});

// The queue by keyboard and by hand.

import assert from "node:assert/strict";
import { addTicket, currentRow, focused, house, keys, open, story, tell, until } from "./room.mjs";

story("J and K move, Enter opens, and the way back stands on the same row", async () => {
  const page = await open("/arenden");
  await keys(page, "j", "j", "j");
  assert.equal(await currentRow(page), "28405");
  await keys(page, "k");
  assert.equal(await currentRow(page), "28406");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-current")), "true");
  await keys(page, "Enter");
  await page.waitForURL("**/arenden/28406");
  await page.goBack();
  await until(() => currentRow(page).then((c) => c === "28406"), "row remembered");
});

story("a letter in a field is a letter, and the keys can be switched off", async () => {
  const page = await open("/arenden");
  await page.focus("#what");
  await page.keyboard.type("jjx");
  assert.equal(await page.inputValue("#what"), "jjx");
  assert.equal(await currentRow(page), undefined);
  house.shortcutsOff = true;
  await page.reload();
  await keys(page, "j");
  assert.equal(await currentRow(page), undefined);
  await keys(page, "Control+k");
  assert.ok(await page.isVisible("#palette"));
});

story("T twice takes the current row's ticket without leaving the list, and Z undoes", async () => {
  const page = await open("/arenden");
  await keys(page, "j", "t", "t");
  await until(() => house.tickets.get(28407).who === "Jag", "assigned");
  await until(() => page.textContent("#t28407 .a").then((t) => t === "Jag"), "row morphed");
  await until(() => page.textContent("#toasts").then((t) => t.includes("Tilldelat")), "toast");
  assert.equal(await page.locator("dialog[open]").count(), 0);
  assert.equal(new URL(page.url()).pathname, "/arenden");
  await until(() => focused(page).then((f) => f === "/arenden/28407"), "focus on row");
  await keys(page, "z");
  await until(() => house.undone, "undo");
  await until(() => page.textContent("#toasts").then((t) => t.includes("Ångrat")), "toast2");
});

story("the second T waits for a dialog that is slow to come", async () => {
  house.delay = 250;
  const page = await open("/arenden");
  await keys(page, "j", "t", "t");
  await until(() => house.tickets.get(28407).who === "Jag", "assigned");
});

story("what is typed while a dialog comes is written in it", async () => {
  const page = await open("/arenden");
  house.delay = 300;
  await keys(page, "j", "e");
  await page.keyboard.type("Omstart", { delay: 30 });
  await until(() => page.locator("dialog[open] textarea").count(), "dialog");
  await until(() => page.inputValue("dialog textarea").then((v) => v === "Omstart"), "typed");
  house.delay = 0;
  await keys(page, "Control+Enter");
  await until(() => house.tickets.get(28407).stage === "Löst", "solved");
  await until(() => page.locator("#t28407").count().then((c) => c === 0), "row gone");
});

story("a dialog shows its errors, and Escape gives the focus back", async () => {
  const page = await open("/arenden");
  await keys(page, "j", "t");
  await until(() => page.locator("dialog[open]").count(), "dlg");
  assert.equal(await page.textContent("dialog[open] h2"), "Tilldela 28407");
  assert.equal(await page.locator("dialog[open] .crumbs").count(), 0);
  await page.click("dialog[open] button:text-is('Tilldela')");
  await until(() => page.locator("dialog[open] .errsum").count(), "errsum");
  assert.ok(await page.evaluate(() => document.activeElement.classList.contains("errsum")));
  await page.selectOption("dialog[open] select", "Sofia");
  await page.click("dialog[open] button:text-is('Tilldela')");
  await until(() => house.tickets.get(28407).who === "Sofia", "sofia");
  // The server knows before the page does: until the dialog has closed, the letter is meant for it.
  await until(() => page.locator("dialog[open]").count().then((c) => c === 0), "closed");
  await keys(page, "t");
  await until(() => page.locator("dialog[open]").count(), "dlg");
  await keys(page, "Escape");
  assert.equal(await page.locator("dialog[open]").count(), 0);
  assert.equal(await focused(page), "/arenden/28407");
});

story("the link that cancels closes the dialog", async () => {
  const page = await open("/arenden");
  await keys(page, "j", "t");
  await page.click("dialog [data-close]");
  assert.equal(await page.locator("dialog[open]").count(), 0);
});

story("X marks, the same keys act on all marked, Escape takes the marks away", async () => {
  const page = await open("/arenden");
  assert.ok(!await page.isVisible(".bulk"));
  await keys(page, "j", "x", "j", "x");
  assert.ok(await page.isVisible(".bulk"));
  assert.equal(await page.textContent("[data-marked]"), "2 ärenden markerade");
  await until(() => page.textContent("#say").then((t) => t === "2 ärenden markerade"), "said");
  await keys(page, "t");
  await until(() => page.locator("dialog[open]").count(), "dlg");
  await keys(page, "t");
  await until(() => house.tickets.get(28407).who === "Jag" && house.tickets.get(28406).who === "Jag", "both");
  await until(() => page.textContent("#t28406 .a").then((t) => t === "Jag"), "morphed");
  assert.equal(await page.locator(".is-marked").count(), 0);
  await keys(page, "x");
  assert.equal(await page.locator(".is-marked").count(), 1);
  await keys(page, "Escape");
  assert.equal(await page.locator(".is-marked").count(), 0);
});

story("Shift marks all rows between", async () => {
  const page = await open("/arenden");
  await page.click("#t28407 [data-mark]", { force: true });
  await page.click("#t28404 [data-mark]", { force: true, modifiers: ["Shift"] });
  assert.equal(await page.locator(".is-marked").count(), 4);
});

story("R and A in the list lead into the box of the ticket", async () => {
  const page = await open("/arenden");
  await keys(page, "j", "a");
  await page.waitForURL(/28407\?till=anteckning/);
  await until(() => focused(page).then((f) => f === "svar"), "focus svar");
  assert.equal(await page.textContent("[data-composer-send]"), "Spara anteckning");
  assert.ok(!await page.isVisible("[data-for]"));
});

story("a toast stays ten seconds, and longer while it is looked at", async () => {
  house.toast = { text: "Löst", undo: "/angra" };
  const page = await open("/arenden");
  await page.waitForTimeout(9000);
  assert.ok(await page.isVisible(".toast"));
  await page.hover(".toast p");
  await page.waitForTimeout(2500);
  assert.ok(await page.isVisible(".toast"));
  await page.click("[data-dismiss]");
  assert.equal(await page.locator(".toast").count(), 0);
});

story("F shows the filter and goes into it", async () => {
  const page = await open("/arenden");
  await keys(page, "f");
  assert.ok(await page.isVisible("#filter"));
  assert.equal(await focused(page), "q");
  assert.equal(await page.getAttribute("[data-toggle]", "aria-expanded"), "true");
  await keys(page, "Escape", "f");
  assert.ok(!await page.isVisible("#filter"));
  await keys(page, "f");
  tell("desk.ticket");
  await page.waitForTimeout(800);
  assert.ok(await page.isVisible("#filter"));
});

story("a menu closes by Escape and by a press elsewhere", async () => {
  const page = await open("/arenden");
  await page.click(".account summary");
  await keys(page, "Escape");
  assert.ok(!await page.evaluate(() => document.querySelector(".account").open));
  await page.click(".account summary");
  await page.click("h1");
  assert.ok(!await page.evaluate(() => document.querySelector(".account").open));
});

story("a press anywhere in a row opens it", async () => {
  const page = await open("/arenden");
  await page.click("#t28405 .due");
  await page.waitForURL("**/28405");
});

story("the skip link moves the focus and asks the server nothing", async () => {
  const page = await open("/arenden");
  await keys(page, "Tab", "Enter");
  assert.equal(await focused(page), "main");
  house.log = [];
  await page.waitForTimeout(300);
  assert.equal(house.log.filter((x) => x.path === "/arenden" && x.method === "GET" && !x.part).length, 0);
});

story("the current row is never hidden by a bar", async () => {
  for (let i = 0; i < 40; i++) addTicket(28500 + i, `R${i}`, 200 + i);
  const page = await open("/arenden");
  await page.setViewportSize({ width: 1300, height: 600 });
  const seen = () =>
    page.evaluate(() => {
      const link = document.activeElement;
      const { x, y, height } = link.getBoundingClientRect();
      return link.contains(document.elementFromPoint(x + 5, y + height / 2));
    });
  await keys(page, "j", "x");
  for (let i = 0; i < 44; i++) {
    await keys(page, "j");
    assert.ok(await seen(), `row ${i} is hidden`);
  }
  for (let i = 0; i < 44; i++) {
    await keys(page, "k");
    assert.ok(await seen(), `row ${i} is hidden on the way up`);
  }
});

// One ticket: the box, its drafts and files, acts in place, colleagues.

import assert from "node:assert/strict";
import { base, file, focused, house, keys, open, story, until } from "./room.mjs";

story("the box says to whom, sends by Ctrl Enter and keeps the place", async () => {
  const page = await open("/arenden/28400");
  await keys(page, "a");
  assert.equal(await focused(page), "svar");
  assert.equal(await page.textContent("label[for=svar]"), "Intern anteckning");
  await keys(page, "Escape");
  assert.equal(await focused(page), "body");
  await keys(page, "r");
  assert.equal(await page.textContent("label[for=svar]"), "Svar till Maria");
  await page.keyboard.type("Hej på dig");
  await page.click("#more summary");
  await page.focus("#svar");
  await keys(page, "Control+Enter");
  await until(() => house.tickets.get(28400).messages.length === 1, "sent");
  await until(() => page.locator("#m0").count(), "shown");
  assert.equal(await page.inputValue("#svar"), "");
  assert.equal(await focused(page), "svar");
  assert.ok(await page.evaluate(() => document.querySelector("#more").open));
  assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((k) => k.includes("draft")).length), 0);
  await page.reload();
  assert.equal(await page.inputValue("#svar"), "");
});

story("an empty note is refused where it stands, still as a note", async () => {
  const page = await open("/arenden/28400");
  await keys(page, "a", "Control+Enter");
  await until(() => page.locator("#svar-e").count(), "err");
  assert.equal(await focused(page), "svar");
  assert.equal(await page.textContent("[data-composer-send]"), "Spara anteckning");
});

story("a server that is down costs no text", async () => {
  const page = await open("/arenden/28400");
  await keys(page, "r");
  await page.keyboard.type("Viktig text");
  house.down = true;
  await keys(page, "Control+Enter");
  await until(() => page.locator("[data-complaint]").count(), "complaint");
  assert.equal(await page.inputValue("#svar"), "Viktig text");
  house.down = false;
  house.fail500 = true;
  await keys(page, "Control+Enter");
  await until(() => page.textContent("[data-complaint]").then((t) => t.includes("Fel 123")), "500 words");
  house.fail500 = false;
  await page.reload();
  assert.equal(await page.inputValue("#svar"), "Viktig text");
  await page.focus("#svar");
  await keys(page, "Control+Enter");
  await until(() => house.tickets.get(28400).messages.length === 1, "sent");
  assert.equal(await page.locator("[data-complaint]").count(), 0);
});

story("two presses send once", async () => {
  house.delay = 200;
  const page = await open("/arenden/28400");
  await page.focus("#svar");
  await page.keyboard.type("En");
  await keys(page, "Control+Enter", "Control+Enter");
  await page.waitForTimeout(900);
  assert.equal(house.tickets.get(28400).messages.length, 1);
});

story("a draft waits with its receiver", async () => {
  const page = await open("/arenden/28400");
  await keys(page, "a");
  await page.keyboard.type("hemligt");
  await page.goto(`${base()}/arenden`);
  await page.goto(`${base()}/arenden/28400`);
  assert.equal(await page.inputValue("#svar"), "hemligt");
  assert.equal(await page.textContent("[data-composer-send]"), "Spara anteckning");
  const other = await open("/logga-ut");
  assert.ok(await other.isVisible("[data-draft-kept]"));
});

story("files are listed, refused early, taken away and sent", async () => {
  const page = await open("/arenden/28400");
  await page.setInputFiles("#svar-file", [file("a.txt", 3), file("stor.bin", 2e6)]);
  assert.equal(await page.locator(".files li").count(), 1);
  assert.match(await page.textContent("[data-files-error]"), /Filen stor.bin är 2.MB. Högst 1.MB./);
  await page.setInputFiles("#svar-file", [file("b.txt", 6)]);
  assert.equal(await page.locator(".files li").count(), 2);
  await page.click(".files li:first-child button");
  assert.equal(await page.locator(".files li").count(), 1);
  await page.fill("#svar", "med fil");
  await page.focus("#svar");
  await keys(page, "Control+Enter");
  await until(() => house.tickets.get(28400).messages[0], "sent");
  assert.match(house.tickets.get(28400).messages[0], /\[file b.txt 6\]/);
  await until(() => page.locator(".files li").count().then((c) => c === 0), "emptied");
});

story("the same keys move between tickets, go to pages and show themselves", async () => {
  const page = await open("/arenden/28402");
  await keys(page, "j");
  await page.waitForURL("**/28403");
  await keys(page, "k");
  await page.waitForURL("**/28402");
  await keys(page, "?");
  assert.ok(await page.isVisible("#shortcuts"));
  await keys(page, "j", "Escape");
  assert.ok(!await page.isVisible("#shortcuts"));
  await keys(page, "g", "a");
  await page.waitForURL("**/arenden");
});

story("an act of one press changes the page in place", async () => {
  const page = await open("/arenden/28402");
  await keys(page, "y");
  await until(() => page.textContent("#st").then((t) => t.includes("Jag")), "took");
  assert.equal(await page.locator("form[action$='/ta']").count(), 0);
});

story("two people in one ticket see each other", async () => {
  house.here = `<span class="av here">SR</span><span data-say="Sofia är också här">Sofia är också här</span>`;
  const page = await open("/arenden/28400");
  await until(() => page.textContent("#here").then((t) => t.includes("Sofia")), "here");
  await until(() => page.textContent("#say").then((t) => t.includes("Sofia")), "said");
  house.log = [];
  await page.focus("#svar");
  await page.keyboard.type("a");
  await until(() => house.log.find((x) => x.path.endsWith("narvaro") && x.form.get("writing") === "1"), "writing told");
  house.log = [];
  await page.goto(`${base()}/arenden`);
  await until(() => house.log.find((x) => x.path.endsWith("narvaro") && x.form.get("leave") === "1"), "leave told");
});

story("what takes long is dimmed, what is quick is not", async () => {
  const page = await open("/arenden/28400");
  house.delay = 800;
  await page.focus("#svar");
  await page.keyboard.type("x");
  await keys(page, "Control+Enter");
  await page.waitForTimeout(100);
  assert.equal(await page.locator("form.is-busy").count(), 0);
  await page.waitForTimeout(350);
  assert.equal(await page.locator("form.is-busy").count(), 1);
  await until(() => page.locator(".is-busy").count().then((c) => c === 0), "calm");
});

story("the receiver is remembered per ticket, and an address that names one wins", async () => {
  const page = await open("/arenden/28400");
  await keys(page, "a");
  await page.keyboard.type("intern");
  await keys(page, "Control+Enter");
  await until(() => house.tickets.get(28400).messages.length, "sent");
  await until(() => page.locator("#m0").count(), "shown");
  assert.equal(await page.textContent("[data-composer-send]"), "Spara anteckning");
  assert.ok(await page.isChecked("[value=note]"));
  await page.goto(`${base()}/arenden/28401`);
  assert.ok(await page.isChecked("[value=reply]"));
  await page.goto(`${base()}/arenden/28400`);
  assert.ok(await page.isChecked("[value=note]"));
  await page.goto(`${base()}/arenden/28400?till=svar#svar`);
  assert.ok(await page.isChecked("[value=reply]"));
  assert.equal(await page.textContent("label[for=svar]"), "Svar till Maria");
});

story("an act that is refused says why", async () => {
  const page = await open("/arenden/28402");
  house.refuse = true;
  await keys(page, "y");
  await until(() => page.textContent("#toasts").then((t) => t.includes("redan tagit")), "toast");
  house.refuse = false;
});

story("a dialog that is left keeps its text for the next time", async () => {
  const page = await open("/arenden/28402");
  await keys(page, "e");
  await until(() => page.locator("dialog[open] textarea").count(), "dlg");
  await page.keyboard.type("Startade om");
  await page.waitForTimeout(400);
  await keys(page, "Escape");
  assert.equal(await page.locator("dialog[open]").count(), 0);
  await keys(page, "e");
  await until(() => page.inputValue("dialog[open] textarea").then((v) => v === "Startade om"), "restored");
});

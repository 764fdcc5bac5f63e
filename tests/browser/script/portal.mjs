// The reading room.

import assert from "node:assert/strict";
import { file, house, keys, open, story, until } from "./room.mjs";

story("a report keeps its draft, lists its files and shows its errors", async () => {
  const page = await open("/hjalp/fel");
  await page.fill("#text", "Skärmen är svart");
  await page.check("[name=all]");
  await page.waitForTimeout(400);
  await page.reload();
  assert.equal(await page.inputValue("#text"), "Skärmen är svart");
  assert.ok(await page.isChecked("[name=all]"));
  await page.setInputFiles("#foto", [file("stor.png", 3e6)]);
  assert.ok(await page.isVisible("[data-files-error]"));
  assert.equal(await page.evaluate(() => document.querySelector("#foto").files.length), 0);
  await page.setInputFiles("#foto", [file("bild.png", 9e5)]);
  assert.ok(!await page.isVisible("[data-files-error]"));
  await page.fill("#text", "");
  await page.click("button.primary");
  await until(() => page.locator(".errsum").count(), "err");
  assert.ok(await page.evaluate(() => document.activeElement.classList.contains("errsum")));
  await page.fill("#text", "Igen");
  await page.setInputFiles("#foto", [file("bild.png", 9e5)]);
  await page.click("button.primary");
  await page.waitForURL("**/kvitto/1");
  assert.match(house.sent.get("file"), /bild.png 900000/);
  assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((k) => k.includes("draft")).length), 0);
  await page.goBack();
  await until(() => page.locator("#text").count(), "back");
});

story("two presses send a report once", async () => {
  const page = await open("/hjalp/fel");
  await page.fill("#text", "Två");
  house.delay = 400;
  const heard = await page.evaluate(() => {
    const button = document.querySelector("button.primary");
    button.click();
    button.click();
    return button.getAttribute("aria-disabled");
  });
  assert.equal(heard, "true");
  await page.waitForURL("**/kvitto/1");
  assert.equal(house.log.filter((x) => x.method === "POST").length, 1);
});

story("a report with a file survives a server that is away", async () => {
  const page = await open("/hjalp/fel");
  await page.fill("#text", "Två");
  await page.setInputFiles("#foto", [file("bild.png", 9e3)]);
  house.down = true;
  await page.click("button.primary");
  await until(() => page.textContent("[data-progress]").then((t) => t.includes("nå servern")), "said");
  house.down = false;
  await page.click("button.primary");
  await page.waitForURL("**/kvitto/1");
});

// Where stories about the scripts are told: a browser, a stand-in for the product, and words for what is asked of them.

import { createRequire } from "node:module";
import { listen, reset, house } from "./house.mjs";

const { chromium } = createRequire(import.meta.url)("playwright-core");
const PATIENCE = 8000;
const stories = [];
let context;
let address;

export { addTicket, house, tell } from "./house.mjs";
export const story = (title, tell) => stories.push([title, tell]);
export const base = () => address;

// A page of the stand-in, once its script has run. What goes wrong in it fails the story.
export async function open(path) {
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (fault) => page.faults.push(fault.message));
  page.on("console", (line) => {
    if (line.type() === "error" && !/Failed to load resource|net::ERR/.test(line.text())) page.faults.push(line.text());
  });
  await page.goto(address + path);
  await page.waitForFunction(() => document.documentElement.classList.contains("js"));
  return page;
}

export async function keys(page, ...names) {
  for (const name of names) await page.keyboard.press(name);
}

export const currentRow = (page) => page.evaluate(() => document.querySelector(".is-current")?.dataset.number);

export const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element.id || element.getAttribute("href") || element.name || element.localName;
  });

export const file = (name, bytes) => ({ name, mimeType: "application/octet-stream", buffer: Buffer.alloc(bytes) });

// Waits until something is so, and says what never became so.
export async function until(isSo, what, patience = PATIENCE) {
  const end = Date.now() + patience;
  let last;
  while (Date.now() < end) {
    try {
      last = await isSo();
      if (last) return;
    } catch (fault) {
      last = fault.message;
    }
    await new Promise((done) => setTimeout(done, 30));
  }
  throw new Error(`${what} never came: ${last}`);
}

// Tells all stories whose title holds `only`; the number of those that failed.
export async function tellAll(only = "") {
  address = await listen();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  });
  let failed = 0;
  for (const [title, telling] of stories.filter(([title]) => title.includes(only))) {
    reset();
    context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    context.setDefaultTimeout(PATIENCE);
    try {
      await telling();
      const faults = context.pages().flatMap((page) => page.faults ?? []);
      if (faults.length > 0) throw new Error(faults.join("; "));
      console.log(`ok    ${title}`);
    } catch (fault) {
      failed += 1;
      console.log(`FAIL  ${title}\n${fault.stack}`);
    }
    await context.close();
  }
  await browser.close();
  house.server.close();
  return failed;
}

// The scripts as `crates/web/build.rs` makes them: its lists, one module from many. What would break a bundle is found here.

import fs from "node:fs";
import { brotliCompressSync } from "node:zlib";

const web = new URL("../../../crates/web/", import.meta.url);
const read = (path) => fs.readFileSync(new URL(path, web), "utf8");
const build = read("build.rs");

// `PORTAL_JS: &[&str] = &["shared/dom", …];`
const listed = (name) => {
  const [, list] = build.match(new RegExp(`${name}: [^=]* = &?\\[([^\\]]*)\\]`));
  return [...list.matchAll(/"([^"]+)"/g)].map(([, part]) => part);
};

export const parts = { portal: listed("PORTAL_JS"), agent: listed("AGENT_JS") };
export const source = (part) => read(`assets/js/${part}.js`);

export const script = (bundle) =>
  parts[bundle]
    .flatMap((part) => source(part).split("\n"))
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith("//") && !line.startsWith("import "))
    .map((line) => line.replace(/^export /, ""))
    .join("\n");

// Fonts are left out: pictures of letters are not what is tried here.
export const style = (bundle) =>
  listed(`${bundle.toUpperCase()}_CSS`)
    .map((part) => read(`assets/css/${part}.css`))
    .join("\n")
    .replace(/@font-face\{[^}]*\}/g, "");

export const packed = (bundle) => brotliCompressSync(script(bundle)).length;

// What a reader of the sources is promised: small, and one name for one thing.

import assert from "node:assert/strict";
import { packed, parts, source } from "./bundle.mjs";
import { story } from "./room.mjs";

const DECLARED = /^(?:export )?(?:async )?(?:const|let|function|class) (\w+)/gm;
const IMPORTED = /^import \{([^}]*)\} from "([^"]+)";$/gm;

story("the scripts are within their budgets", async () => {
  assert.ok(packed("portal") <= 4 * 1024, `portal.js is ${packed("portal")} bytes packed`);
  assert.ok(packed("agent") <= 20 * 1024, `agent.js is ${packed("agent")} bytes packed`);
});

story("no two parts of a bundle declare the same name, and each finds what it imports before it", async () => {
  for (const list of Object.values(parts)) {
    const names = new Map();
    for (const part of list) {
      for (const [, name] of source(part).matchAll(DECLARED)) {
        assert.ok(!names.has(name), `${name} stands in ${part} and in ${names.get(name)}`);
        names.set(name, part);
      }
    }
    for (const part of list) {
      const imports = [...source(part).matchAll(IMPORTED)];
      const lines = source(part).split("\n").filter((line) => line.startsWith("import "));
      assert.equal(imports.length, lines.length, `${part}: an import stands on one line`);
      for (const [, wanted, from] of imports) {
        const path = new URL(from, `file:///${part}`).pathname.slice(1, -".js".length);
        for (const name of wanted.split(",").map((word) => word.trim())) assert.equal(names.get(name), path, `${part}: ${name}`);
      }
    }
  }
});

// The browser tests. Each is a file that can be run alone; here they run one after the other.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const TESTS = ["script/run.mjs"];

let failed = 0;
for (const test of TESTS) {
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(test, import.meta.url))], { stdio: "inherit" });
  if (status !== 0) failed += 1;
}
process.exit(failed > 0 ? 1 : 0);

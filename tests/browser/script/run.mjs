// Tries the scripts of both rooms against a stand-in for the product, which can be slow, refuse and be away at will.
//
//   node tests/browser/script/run.mjs [PART OF A TITLE]

import { tellAll } from "./room.mjs";

for (const file of ["bundles", "list", "ticket", "palette", "quick", "live", "portal"]) await import(`./${file}.mjs`);

const failed = await tellAll(process.argv[2]);
process.exit(failed > 0 ? 1 : 0);

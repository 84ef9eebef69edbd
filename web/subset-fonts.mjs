// Writes the site's fonts: what the npm packages bring, less the characters and the weights that the site never shows.
//
//   node subset-fonts.mjs <folder of the npm packages> <folder to write to>
//
// `cargo xtask` calls it before a build, with subset-font from the packages of package.json.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [packages, target] = process.argv.slice(2).map((it) => resolve(it));
const subset = createRequire(join(packages, "index.js"))("subset-font");

// ASCII, and what the page's own texts and programs' output are likely to hold besides; other characters are shown in a
// system font.
const ASCII = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join("");
const TEXT = `${ASCII}×–—“”‘’…·•←→↑↓≤≥≈µ°ß${"äöüÄÖÜéèêàçñ"}`;

const FONTS = [
  // With its alternative forms, for figures of one width.
  { from: "inter/files/inter-latin-wght-normal.woff2", to: "inter.woff2", wght: { min: 400, max: 700 } },
  // Without, and of one weight: neither its ligatures nor bold code are wanted.
  { from: "jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2", to: "jetbrains-mono.woff2",
    wght: 400, noLayoutClosure: true },
];

mkdirSync(target, { recursive: true });
for (const { from, to, wght, noLayoutClosure } of FONTS) {
  const font = readFileSync(join(packages, "@fontsource-variable", from));
  const options = { targetFormat: "woff2", variationAxes: { wght }, noLayoutClosure };
  writeFileSync(join(target, to), await subset(font, TEXT, options));
}

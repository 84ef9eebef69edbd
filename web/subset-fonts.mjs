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

// ASCII, and what the page's own texts hold besides. Other characters, which a program may print, are shown in a system
// font.
const ASCII = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join("");
const TEXT = `${ASCII}×–“”‘’…·←→↑↓≈µ`;

const FONTS = [
  // With kerning and figures of one width, but none of its forty alternative forms.
  { from: "inter/files/inter-latin-wght-normal.woff2", to: "inter.woff2", wght: { min: 400, max: 700 },
    keepFeatures: ["kern", "tnum"] },
  // Of one weight and without ligatures: code is shown letter by letter.
  { from: "jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2", to: "jetbrains-mono.woff2",
    wght: 400, keepFeatures: [] },
];

mkdirSync(target, { recursive: true });
for (const { from, to, wght, keepFeatures } of FONTS) {
  const font = readFileSync(join(packages, "@fontsource-variable", from));
  const options = { targetFormat: "woff2", variationAxes: { wght }, keepFeatures };
  writeFileSync(join(target, to), await subset(font, TEXT, options));
}

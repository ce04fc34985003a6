// Bundles the stylesheet, the fonts and the small script into nabij/web/static/built/ (not in git). Run: npm ci && npm run build
import { copyFile, mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const out = here("../static/built");

// Every file in css/pieces/ is a piece; within their layer the order says nothing.
const pieces = (await readdir(here("css/pieces"))).filter((name) => name.endsWith(".css")).sort();
const index = await readFile(here("css/index.css"), "utf8");
const contents = [index, ...pieces.map((name) => `@import "./pieces/${name}" layer(pieces);`)].join("\n");

await rm(out, { recursive: true, force: true });
await build({
  stdin: { contents, loader: "css", resolveDir: here("css"), sourcefile: "nabij.css" },
  outfile: `${out}/nabij.css`,
  bundle: true,
  minify: true,
  legalComments: "linked",
  loader: { ".woff2": "file" },
  assetNames: "fonts/[name]",
  target: ["chrome111", "firefox113", "safari16.4"],
});
await build({
  entryPoints: { nabij: here("js/nabij.js") },
  outdir: out,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2020"],
});

// The Open Font License travels with the fonts.
for (const font of ["literata", "atkinson-hyperlegible-next"]) {
  await mkdir(`${out}/fonts`, { recursive: true });
  await copyFile(here(`../../../node_modules/@fontsource-variable/${font}/LICENSE`), `${out}/fonts/${font}-LICENSE.txt`);
}
for (const file of ["nabij.css", "nabij.js"]) console.log(`${file} ${(await stat(`${out}/${file}`)).size} bytes`);

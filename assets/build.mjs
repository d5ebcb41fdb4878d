// Builds everything in src/quartierwerk/core/static/core from npm packages and src/. The same input gives the same bytes.
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { transform } from 'lightningcss';
import { Resvg, initWasm } from '@resvg/resvg-wasm';
import subsetFont from 'subset-font';
import { kern, withoutUnusedTokens } from './kern.mjs';

const OUT = '../src/quartierwerk/core/static/core';
const EVENTS = '../src/quartierwerk/events/static/events';
const NEEDS = '../src/quartierwerk/needs/static/needs';
const IMPORTING = '../src/quartierwerk/importing/static/importing';
const TESTING = '../src/quartierwerk/testing';
const PARTS = ['fonts', 'tokens', 'base', 'layout', 'components', 'calendar', 'needs-pages', 'forms', 'desk', 'needs-desk', 'door', 'needs-intake', 'needs-say', 'needs-together', 'importing-review', 'print'];
// Phones people still use in 2026: nothing newer than 2021 is assumed.
const TARGETS = { chrome: 90 << 16, firefox: 90 << 16, safari: 14 << 16, ios_saf: 14 << 16, samsung: 15 << 16 };

const WEIGHTS = { 400: 'Regular', 500: 'Medium', 600: 'SemiBold' };
// What German and English pages need; names with other Latin letters load the second file.
const LATIN = range(0x20, 0x7e) + range(0xa0, 0xff) + 'ẞ‐‑‒–—‘’‚“”„†•…‰‹›€→←↑↓−×✓';
// Kerning, marks, ligatures, and figures of one width for tables.
const FEATURES = ['kern', 'mark', 'mkmk', 'ccmp', 'locl', 'liga', 'tnum', 'lnum'];
const LATIN_EXTENDED = range(0x100, 0x17f) + 'ȘșȚțƏə';

function range(first, last) {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('');
}

async function styles() {
  const own = await Promise.all(PARTS.map((part) => readFile(`src/css/${part}.css`, 'utf8')));
  const dark = darkRules(await readFile('src/css/dark.css', 'utf8'));
  own.splice(PARTS.indexOf('tokens') + 1, 0, dark);
  const css = minified([await kern(), ...own].join('\n'));
  return `/* KERN UX (EUPL-1.2), Quartierwerk (EUPL-1.2) */\n${withoutUnusedTokens(css)}\n`;
}

/** The dark declarations, once for the reader's system and once for data-kern-theme; never on paper. */
function darkRules(css) {
  const declarations = css.slice(css.indexOf('{') + 1, css.lastIndexOf('}'));
  return `@media screen and (prefers-color-scheme: dark) { :root:not([data-kern-theme="light"]) { ${declarations} } }
    @media screen { :root[data-kern-theme="dark"] { ${declarations} } }`;
}

function minified(css) {
  return transform({ filename: 'app.css', code: Buffer.from(css), minify: true, targets: TARGETS }).code.toString();
}

async function mapStyles() {
  const leaflet = await readFile('node_modules/leaflet/dist/leaflet.css', 'utf8');
  // Our markers are drawn; Leaflet's images are not shipped.
  const withoutImages = leaflet.replace(/[^{}]*{[^{}]*url\([^{}]*}/g, '');
  return `/* Leaflet (BSD-2-Clause), Quartierwerk (EUPL-1.2) */\n${minified(withoutImages + (await readFile('src/css/map.css', 'utf8')))}\n`;
}

async function script(name, banner, folder = OUT) {
  const result = await build({
    entryPoints: [`src/js/${name}.js`], bundle: true, minify: true, write: false, format: 'iife', target: 'es2020',
    legalComments: 'none', charset: 'utf8', banner: { js: `/* ${banner} */` },
  });
  await put(`${name}.js`, result.outputFiles[0].contents, folder);
}

async function fonts() {
  for (const [weight, name] of Object.entries(WEIGHTS)) {
    const full = await readFile(`node_modules/@kern-ux/native/dist/fonts/fira-sans/FiraSans-${name}.woff2`);
    for (const [suffix, text] of [['', LATIN], ['-ext', LATIN_EXTENDED]])
      await put(`fonts/fira-sans-${weight}${suffix}.woff2`, await subsetFont(full, text, { targetFormat: 'woff2', noHinting: true, keepFeatures: FEATURES }));
  }
}

async function pictures() {
  await initWasm(await readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const svg = await readFile('src/img/favicon.svg', 'utf8');
  await put('favicon.svg', svg);
  await put('favicon-32.png', new Resvg(svg, { fitTo: { mode: 'width', value: 32 } }).render().asPng());
  const square = svg.replace(' rx="14"', '');
  await put('apple-touch-icon.png', new Resvg(square, { fitTo: { mode: 'width', value: 180 } }).render().asPng());
}

/** The licences of what is shipped; the packages' own texts. */
async function licences() {
  const texts = { 'KERN UX': '@kern-ux/native/LICENSE.md', 'Fira Sans': '@fontsource/fira-sans/LICENSE', Leaflet: 'leaflet/LICENSE', htmx: 'htmx.org/LICENSE', jsQR: 'jsqr/LICENSE', ALTCHA: 'altcha/LICENSE.txt' };
  const parts = await Promise.all(
    Object.entries(texts).map(async ([name, path]) => `${name}\n${'='.repeat(name.length)}\n\n${await readFile(`node_modules/${path}`, 'utf8')}\n`),
  );
  await put('licences.txt', parts.join('\n'));
}

async function put(name, content, folder = OUT) {
  await writeFile(`${folder}/${name}`, content);
  const bytes = Buffer.from(content);
  console.log(name.padEnd(32), String(bytes.length).padStart(8), String(brotliCompressSync(bytes).length).padStart(8));
}

await rm(OUT, { recursive: true, force: true });
await mkdir(`${OUT}/fonts`, { recursive: true });
await mkdir(EVENTS, { recursive: true });
await mkdir(NEEDS, { recursive: true });
await mkdir(TESTING, { recursive: true });
console.log('file'.padEnd(32), 'bytes'.padStart(8), 'brotli'.padStart(8));
await put('app.css', await styles());
await put('map.css', await mapStyles());
await put('muster.css', `${minified(await readFile('src/css/muster.css', 'utf8'))}\n`);
await put('muster.geojson', await readFile('src/muster.geojson'));
await script('app', 'Quartierwerk (EUPL-1.2)');
await script('phone-desk', 'Quartierwerk (EUPL-1.2)');
await script('map', 'Leaflet (BSD-2-Clause), Quartierwerk (EUPL-1.2)');
await script('needs-map', 'Leaflet (BSD-2-Clause), Quartierwerk (EUPL-1.2)');
await script('door', 'jsQR (Apache-2.0), Quartierwerk (EUPL-1.2)', EVENTS);
await script('door-worker', 'Quartierwerk (EUPL-1.2)', EVENTS);
await script('say', 'Quartierwerk (EUPL-1.2)', NEEDS);
await script('importing-desk', 'Quartierwerk (EUPL-1.2)', IMPORTING);
await script('phone-hints', 'Quartierwerk (EUPL-1.2)', NEEDS);
await script('proof', 'ALTCHA (MIT), Quartierwerk (EUPL-1.2)', NEEDS);
await script('proof-worker', 'ALTCHA (MIT), Quartierwerk (EUPL-1.2)', NEEDS);
await put('htmx.js', await readFile('node_modules/htmx.org/dist/htmx.min.js'));
await licences();
await fonts();
await pictures();
await copyFile('node_modules/axe-core/axe.min.js', `${TESTING}/axe.min.js`);

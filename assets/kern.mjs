// KERN UX reduced to the parts in kern-parts.mjs.
import { readFile } from 'node:fs/promises';
import { PurgeCSS } from 'purgecss';
import { components, icons } from './kern-parts.mjs';

const SOURCE = 'node_modules/@kern-ux/native/dist/kern.css';
// Elements that occur anywhere; KERN styles them without a class.
const ELEMENTS = ['html', 'body', 'a', 'input', 'textarea', 'select', 'option', 'label', 'summary', 'details', 'img', 'svg',
  'ul', 'ol', 'li', 'fieldset', 'legend', 'button', 'table', 'iframe', 'area', 'tabindex', 'href', 'disabled', 'open',
  'type', 'file', 'checkbox', 'radio', 'text'];

/** KERN's stylesheet with only the parts we use, comments and fonts removed. */
export async function kern() {
  const raw = withoutFonts(await readFile(SOURCE, 'utf8'));
  const used = [...components, ...icons].map((name) => `kern-${name}`);
  const [result] = await new PurgeCSS().purge({
    content: [{ raw: [...used, ...ELEMENTS].join(' '), extension: 'txt' }],
    css: [{ raw }],
    safelist: { standard: [/^data-kern-theme/, /^:/], greedy: [] },
    keyframes: true,
  });
  return withHexColours(result.css);
}

function withoutFonts(css) {
  return css.replace(/@font-face\s*{[^}]*}/g, '');
}

/** Browsers before 2023 know no oklch(); every KERN colour lies in sRGB or very near. */
function withHexColours(css) {
  return css.replace(/oklch\(\s*([\d.]+)%?\s+([\d.]+)\s+([\d.]+)\s*\)/g, (_, l, c, h) => hex(l / 100, +c, +h));
}

/** OKLCH (lightness 0–1, chroma, hue in degrees) as #rrggbb; after Björn Ottosson, "A perceptual color space", 2020. */
function hex(lightness, chroma, hue) {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return '#' + linear.map(channel).join('');
}

function channel(value) {
  const clipped = Math.min(1, Math.max(0, value));
  const gamma = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
  return Math.round(gamma * 255).toString(16).padStart(2, '0');
}

/** Drops `--kern-*` definitions that nothing reads any more; repeated, since a definition may be the only reader of another. */
export function withoutUnusedTokens(css) {
  for (;;) {
    const used = new Set([...css.matchAll(/var\(\s*(--kern-[\w-]+)/g)].map((match) => match[1]));
    const next = css.replace(/(--kern-[\w-]+):[^;{}]*(;|(?=}))/g, (all, name) => (used.has(name) ? all : ''));
    if (next === css) return css;
    css = next;
  }
}

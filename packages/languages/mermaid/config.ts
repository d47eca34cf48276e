import { parse } from 'yaml';
import { nextOf } from './rising.ts';

/** A table of settings, as far as anybody knows. */
type Settings = Readonly<Record<string, unknown>>;

const latest: { source: string; settings: Settings } = { source: '', settings: {} };

/**
 * What the front matter and the `%%{init: …}%%` directives of a source set (https://mermaid.js.org/config/configuration.html), later ones over earlier ones.
 * What cannot be read sets nothing.
 */
export function mermaidConfig(source: string): Settings {
  if (latest.source !== source) Object.assign(latest, { source, settings: configAnew(source) });
  return latest.settings;
}

function configAnew(source: string): Settings {
  const front = settings(/^\s*---[^\S\n]*\r?\n([\s\S]*?)\n[^\S\n]*---/.exec(source)?.[1] ?? '');
  const own = { ...settingsOf(front.config), ...(front.displayMode !== undefined && { displayMode: front.displayMode }) };
  return directives(source).map(settings).reduce(merged, own);
}

/** The tables in braces of `%%{init: {…}}%%`. */
function directives(source: string): readonly string[] {
  const found: string[] = [];
  const opening = /%%\{\s*(?:init|initialize)\s*:\s*(?=\{)/g;
  const closing = nextOf(source, /\}\s*\}%%/g);
  const ending = nextOf(source, /\}%%/g);
  for (let match = opening.exec(source); match; match = opening.exec(source)) {
    const from = opening.lastIndex;
    const [last, end] = [closing(from + 1), ending(from + 1)];
    if (last === Number.POSITIVE_INFINITY) break;
    // What ends sooner in another way is none.
    if (last > end) continue;
    found.push(source.slice(from, last + 1));
    opening.lastIndex = end + 3;
  }
  return found;
}

/** One diagram type's part of the settings. */
export function configSection(source: string, section: string): Settings {
  return settingsOf(mermaidConfig(source)[section]);
}

function settings(text: string): Settings {
  try {
    return settingsOf(parse(text, { logLevel: 'silent' }));
  } catch {
    return {};
  }
}

function settingsOf(value: unknown): Settings {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {};
}

function merged(below: Settings, above: Settings): Settings {
  const both = Object.entries(above).map(([key, value]): [string, unknown] => {
    const before = below[key];
    return [key, isTable(before) && isTable(value) ? merged(settingsOf(before), settingsOf(value)) : value];
  });
  return { ...below, ...Object.fromEntries(both) };
}

function isTable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

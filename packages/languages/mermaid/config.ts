import { parse } from 'yaml';

/** A table of settings, as far as anybody knows. */
type Settings = Readonly<Record<string, unknown>>;

/**
 * What the front matter and the `%%{init: …}%%` directives of a source set (https://mermaid.js.org/config/configuration.html), later ones over earlier ones.
 * What cannot be read sets nothing.
 */
export function mermaidConfig(source: string): Settings {
  const front = settings(/^\s*---[^\S\n]*\r?\n([\s\S]*?)\n[^\S\n]*---/.exec(source)?.[1] ?? '');
  const own = { ...settingsOf(front.config), ...(front.displayMode !== undefined && { displayMode: front.displayMode }) };
  const directives = [...source.matchAll(/%%\{\s*(?:init|initialize)\s*:\s*(\{(?:(?!\}%%)[\s\S])*\})\s*\}%%/g)];
  return directives.map(([, text = '']) => settings(text)).reduce(merged, own);
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

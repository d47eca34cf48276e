/** The kinds of diagram that one text may be: they share a syntax, and no word at the beginning tells them apart. */
export type EraserKind = 'flowchart' | 'erd' | 'cloud' | 'sequence' | 'bpmn';

const named: readonly (readonly [EraserKind, RegExp])[] = [
  ['sequence', /^sequence\b/],
  ['erd', /^(?:erd|er diagram|entity[- ]relationship)\b/],
  ['cloud', /^(?:cloud|architecture)\b/],
  ['bpmn', /^(?:bpmn|swim ?lanes?)\b/],
  ['flowchart', /^flow ?chart\b/],
];

const latest = { source: '', kind: 'flowchart' as EraserKind };

/** What a text is: as a remark in its first line says (`// sequence diagram`), else by what only one kind has. */
export function kindOf(source: string): EraserKind {
  if (latest.source !== source) Object.assign(latest, { source, kind: kindAnew(source) });
  return latest.kind;
}

function kindAnew(source: string): EraserKind {
  const remark = /^\s*\/\/\s*(.*)/.exec(source)?.[1]?.trim().toLowerCase() ?? '';
  const said = named.find(([, words]) => words.test(remark));
  if (said) return said[0];
  // Looking through longer lines takes long.
  const text = source.replace(/^[^\n]{400,}$/gm, '').replace(/(^|\s)\/\/[^\n]*/g, '$1');
  if (/[[,]\s*type\s*:\s*"?(?:activity|event|gateway)\b/.test(text)) return 'bpmn';
  if (isSequence(text)) return 'sequence';
  if (isErd(text)) return 'erd';
  return isCloud(text) ? 'cloud' : 'flowchart';
}

function isSequence(text: string): boolean {
  if (/^[^\S\n]*(?:\}\s*)?(?:loop|alt|opt|par|break|else|and)\s*(?:\[\s*label\s*:[^\]\n]*\]\s*)?\{/m.test(text)) return true;
  if (/^[^\S\n]*(?:autoNumber\s+(?:on|off|nested)|(?:de)?activate\s+\S)/m.test(text)) return true;
  if (/[{}]|[[,]\s*shape\s*:|^[^\S\n]*direction\b/m.test(text)) return false;
  // Labelled lines that go there and back between the same two.
  const lines = text.split('\n').filter((line) => /[<>]|\s--?\s/.test(line));
  const ends = lines.map((line) =>
    /^([^[<>:,]+?)\s*(?:\[[^\]]*\]\s*)?(?:<?-{0,2}>|<-{0,2}|\s--?\s)\s*([^[<>:,]+?)\s*(?:\[[^\]]*\]\s*)?:/.exec(line.trim()),
  );
  if (lines.length < 2 || ends.some((found) => !found)) return false;
  const pairs = ends.map((found) => [found?.[1], found?.[2]].sort().join('\n'));
  return new Set(pairs).size < pairs.length;
}

const types =
  /^[^\S\n]*[\w"-]+:?[^\S\n]+(?:(?:tiny|small|medium|big)?int|integer|bigserial|serial|string|varchar|char|text|uuid|bool(?:ean)?|date(?:time)?|time(?:stamp(?:tz)?)?|decimal|numeric|number|float|double|real|money|json[b]?|enum|blob|bytea|citext|inet|objectid)\b(?![^\n]*[[{])/im;

function isErd(text: string): boolean {
  if (/^[^\S\n]*notation\s+(?:crows-feet|chen)/m.test(text)) return true;
  const bodies = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, body = '']) => body);
  if (bodies.some((body) => /(?:^|\s)(?:pk|fk)[^\S\n]*$/im.test(body) || types.test(body))) return true;
  return /^[^\S\n]*[\w-]+\.[\w-]+\s*(?:<>|[<>-])\s*[\w-]+\.[\w-]+[^\S\n]*$/m.test(text);
}

function isCloud(text: string): boolean {
  if (/[[,]\s*icon\s*:\s*"?(?:aws|azure|gcp|k8s)-/.test(text)) return true;
  const icons = text.match(/[[,]\s*icon\s*:/g)?.length ?? 0;
  return icons > 1 && !/[[,]\s*shape\s*:/.test(text);
}

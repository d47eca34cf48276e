import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

export interface CorpusSource {
  /** `sequence-012` */
  readonly name: string;
  /** The beginning of the name: `sequence`. */
  readonly type: string;
  readonly text: string;
}

const packed = z.record(z.string(), z.array(z.string()));

/** The fenced examples of Mermaid's documentation: what the product promises to read. */
export function documentedSources(): readonly CorpusSource[] {
  return filesIn('corpus');
}

/** What Mermaid's own tests and demos read, and further sources of ours: odd corners, and much that is broken. */
export function widerSources(): readonly CorpusSource[] {
  const texts = packed.parse(JSON.parse(readFileSync(new URL('./wider/sources.json', import.meta.url), 'utf8')));
  const theirs = Object.entries(texts).flatMap(([type, list]) =>
    list.map((text, at) => ({ name: `wider ${type}-${String(at + 1).padStart(3, '0')}`, type, text })),
  );
  return [...theirs, ...filesIn('own'), ...listsIn('own')];
}

/** Small sources, many to a file: `class.json` is a list of texts. */
function listsIn(folder: string): readonly CorpusSource[] {
  const url = new URL(`./${folder}/`, import.meta.url);
  return readdirSync(url)
    .sort()
    .flatMap((file) => {
      const type = /^(\w+)\.json$/.exec(file)?.[1];
      if (!type) return [];
      const texts = z.array(z.string()).parse(JSON.parse(readFileSync(new URL(file, url), 'utf8')));
      return texts.map((text, at) => ({ name: `${folder} ${type}-${String(at + 1).padStart(3, '0')}`, type, text }));
    });
}

function filesIn(folder: string): readonly CorpusSource[] {
  const url = new URL(`./${folder}/`, import.meta.url);
  return readdirSync(url)
    .sort()
    .flatMap((file) => {
      const type = /^(\w+)-\d+\.mmd$/.exec(file)?.[1];
      return type ? [{ name: `${folder} ${file}`, type, text: readFileSync(new URL(file, url), 'utf8') }] : [];
    });
}

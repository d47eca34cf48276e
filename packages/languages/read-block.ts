import type { Block } from '@autograph/document';
import type { Diagnostic } from '@autograph/editor';
import { type ReadSource, readSource } from './read-source.ts';

/** A block as understood: the language and model to show, and what is wrong with the text. */
export interface Reading {
  /** Absent when nothing of the block could ever be read. */
  readonly shown?: ReadSource;
  /** Of `source`, even when an older source is shown. */
  readonly diagnostics: readonly Diagnostic[];
  /** The text itself is what is shown, so that edits on the canvas can be written into it. */
  readonly current: boolean;
}

/** Reads a block's text, falling back to the last text that could be read. */
export function readBlock(block: Pick<Block, 'language' | 'source' | 'valid_source'>): Reading {
  const now = read(block.language, block.source);
  if (now.shown || block.valid_source === undefined) return now;
  const { shown } = read(block.language, block.valid_source);
  return { ...(shown && { shown }), diagnostics: now.diagnostics, current: false };
}

/** The latest texts read: one that is being typed is read for its shapes, for its layout, and as what it was before the next key. */
const recent = new Map<string, Reading>();
const mostRecent = 8;

function read(family: string, source: string): Reading {
  const key = `${family}\n${source}`;
  const reading = recent.get(key) ?? readAnew(family, source);
  recent.delete(key);
  recent.set(key, reading);
  for (const [oldest] of recent) {
    if (recent.size <= mostRecent) break;
    recent.delete(oldest);
  }
  return reading;
}

function readAnew(family: string, source: string): Reading {
  const reading = readSource(family, source);
  return { ...reading, current: reading.shown !== undefined };
}

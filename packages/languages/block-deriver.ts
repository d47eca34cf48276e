import type { Block, BlockId } from '@autograph/document';
import { type BlockDeriver, type BlockEdit, type Derivation, patchText, smallestPatch } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import { containerShape } from './container.ts';
import { joinedPatches } from './joined-patches.ts';
import { keepInside } from './keep-inside.ts';
import { layoutChoice } from './layout-choice.ts';
import { withOwnLayout } from './own-layout.ts';
import { inPalette } from './palette.ts';
import { type Reading, readBlock } from './read-block.ts';
import { recognise } from './recognise.ts';
import { languages } from './registry.ts';
import { broken, offersOf, onlyMoves, restructure, unreadable } from './restructure.ts';
import { tooLarge } from './too-large.ts';

type Contents = Pick<Derivation, 'shapes' | 'unplaced' | 'ranges'>;

const nothing: Contents = { shapes: [], unplaced: [], ranges: new Map() };

interface Memo {
  readonly block: Block;
  readonly reading: Reading;
  readonly contents: Contents;
}

/** The port through which the editor shows and edits diagrams as code. Remembers the latest answer for each block. */
export function createBlockDeriver(measure: TextMeasurer): BlockDeriver {
  const latest = new Map<BlockId, Memo>();
  const answers = new WeakMap<Block, Derivation>();

  function memo(block: Block): Memo {
    const before = latest.get(block.id);
    if (before?.block === block) return before;
    const sameText = before !== undefined && readsAlike(before.block, block);
    const isKnown =
      sameText &&
      before.block.layout === block.layout &&
      before.block.lines === block.lines &&
      before.block.arrangement === block.arrangement;
    const drawn = isKnown ? before : draw(sameText ? before.reading : readBlock(block), block, measure);
    const after = { ...drawn, block };
    latest.set(block.id, after);
    return after;
  }

  /** Of the text alone: what is edited on the board may be drawn elsewhere. */
  function readingOf(block: Block): Reading {
    const before = latest.get(block.id);
    return before && readsAlike(before.block, block) ? before.reading : readBlock(block);
  }

  return {
    recognise,
    derive(block) {
      const known = answers.get(block);
      if (known) return known;
      const { reading, contents } = memo(block);
      const label = reading.shown?.label ?? block.language;
      const answer = {
        ...contents,
        shapes: [containerShape(block, label, contents.shapes), ...contents.shapes],
        diagnostics: reading.diagnostics,
        offers: offersOf(reading),
        ...(reading.shown?.language.graph && { layout: layoutChoice(block, reading) }),
        ...(reading.current && reading.shown?.language.forms && { forms: reading.shown.language.forms }),
        ...(reading.current && reading.shown?.language.kinds && { kinds: reading.shown.language.kinds }),
      };
      answers.set(block, answer);
      return answer;
    },
    idsOf(block) {
      const { shapes } = draw(readBlock(block), block, measure).contents;
      return new Set([block.id, ...shapes.map(({ id }) => id)]);
    },
    forget: (id) => void latest.delete(id),
    edit(block, edits) {
      const reading = readingOf(block);
      const { shown } = reading;
      if (!shown) return unreadable;
      if (!reading.current && !edits.every(onlyMoves)) return broken;
      const result: BlockEdit | { readonly refused: string } = shown.language.edit(shown.model, withOwnLayout(block), edits);
      return 'refused' in result ? result : keepInside(block, leastPatches(block, result));
    },
    restructure(block, edit) {
      const result = restructure(readingOf(block), withOwnLayout(block), edit, measure);
      return 'refused' in result ? result : { ...result, ...keepInside(block, leastPatches(block, result)) };
    },
    write(drawing) {
      const language = languages.find((candidate) => candidate.write);
      const written = language?.write?.(drawing);
      return language && written && { language: language.family, ...written };
    },
  };
}

function readsAlike(a: Block, b: Block): boolean {
  return a.source === b.source && a.valid_source === b.valid_source && a.language === b.language;
}

/** What a text makes; when that is too much, what the last text made that was not. */
function draw(reading: Reading, block: Block, measure: TextMeasurer): Omit<Memo, 'block'> {
  const contents = contentsOf(reading, block, measure);
  const problem = tooLarge(block.source, contents);
  if (!problem) return { reading, contents };
  const { valid_source: before } = block;
  const shown = before === undefined || before === reading.shown?.source ? undefined : readBlock({ ...block, source: before }).shown;
  return draw({ ...(shown && { shown }), diagnostics: [problem], current: false }, block, measure);
}

function contentsOf(reading: Reading, block: Block, measure: TextMeasurer): Contents {
  const { shown } = reading;
  if (!shown) return nothing;
  const contents = shown.language.derive(shown.model, { ...withOwnLayout(block), lines: layoutChoice(block, reading).lines }, measure);
  const palette = shown.language.palette?.(shown.source);
  const look = shown.language.look?.(shown.source);
  const coloured = palette ? inPalette(contents.shapes, palette) : contents.shapes;
  return { ...contents, shapes: look ? coloured.map((shape) => ({ ...shape, look })) : coloured };
}

/** Patches that leave what they need not touch, with line ends as the text has them, none of them cut in two. */
function leastPatches({ source }: Block, edit: BlockEdit): BlockEdit {
  const isWindows = source.includes('\r\n');
  const whole = (at: number) => (isWindows && at > 0 && source.startsWith('\r\n', at - 1) ? at - 1 : at);
  const patches = edit.patches.map(({ from, to, insert }) =>
    smallestPatch(source, {
      from: whole(from),
      to: whole(to),
      insert: isWindows ? insert.replace(/\r?\n/g, '\r\n') : insert,
    }),
  );
  const least = joinedPatches(patches.filter(({ from, to, insert }) => from < to || insert !== ''));
  return { ...edit, patches: patchText(source, least) === source ? [] : least };
}

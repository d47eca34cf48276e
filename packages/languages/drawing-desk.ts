import { type Block, type BlockId, sameJson } from '@autograph/document';
import type { BlockDeriver, Derivation } from '@autograph/editor';
import { placedContainer } from './container.ts';
import { createFixFinder } from './fix-finder.ts';
import type { BlockChange, ChangedPlacements } from './following.ts';
import { isHandy, isHeavy } from './heavy.ts';
import { detectLanguage } from './registry.ts';
import { broken, onlyMoves } from './restructure.ts';
import { atStart } from './too-large.ts';
import { towards } from './towards.ts';
import { asUnfinished, type Unfinished } from './unfinished.ts';
import { placed, type Workshop } from './workshop.ts';

/** Shapes that come to the board at once; more would make the page wait. */
const mostAtOnce = 400;

/** Work that takes longer is told of, ms. */
const noticeable = 500;

/** A text rests so long, ms, before its picture takes the place of the shapes that its own language drew: a slip of the hand passes sooner. */
const restful = 1_500;

/** What lays a block out where it is drawn. */
export interface LayingOut extends BlockChange {
  /** Stores what was found. */
  readonly store: (placements: ChangedPlacements) => void;
}

export interface DrawingDesk extends BlockDeriver {
  /** Has a block that is drawn in the workshop laid out there too; false when it is drawn here. */
  layOut(id: BlockId, task: LayingOut): boolean;
}

export interface DeskOptions {
  readonly workshop: Workshop;
  /** Calls `act` after so many ms; gives the way to prevent it. */
  readonly after: (ms: number, act: () => void) => () => void;
  /** Tells the person. */
  readonly tell: (sentence: string) => void;
}

interface Answer {
  readonly block: Block;
  readonly derivation: Derivation;
}

/** What is known of one block. */
interface Sheet {
  /** What is on the board. */
  shown: Derivation | undefined;
  /** The block that this was drawn for. */
  drawn?: Block | undefined;
  /** The block as it is to be shown; absent while it is drawn here. */
  wanted?: Block | undefined;
  answer?: Answer | undefined;
  /** What an earlier text has come to while the present one is worked out. */
  interim?: Derivation | undefined;
  task?: LayingOut | undefined;
  working: boolean;
  long: boolean;
  /** What is shown is of an earlier text: what is done to it might be done to something else. */
  behind: boolean;
  /** A person edits it on the board, and expects to see that at once. */
  edited: boolean;
  /** The work on its text was given up. */
  unfinished: boolean;
  /** The text that might be shown as a picture, if it stays. */
  resting?: { readonly source: string; over: boolean; readonly prevent: () => void } | undefined;
}

/**
 * A deriver that leaves heavy texts to a workshop: until that has answered, a block goes on showing what it showed, and says so
 * (`Derivation.pending`). What comes of a text that has changed since is shown until the present one has been drawn, but not stored. Light
 * texts are derived by `here`, at once, except that shapes turn into a mere picture only when the text has come to rest.
 */
export function createDrawingDesk(here: BlockDeriver, { workshop, after, tell }: DeskOptions): DrawingDesk {
  const sheets = new Map<BlockId, Sheet>();
  const listeners = new Set<(id: BlockId) => void>();

  const emit = (id: BlockId) => {
    for (const listener of listeners) listener(id);
  };

  const { withFixes } = createFixFinder(workshop.mend, emit);

  function sheetOf(id: BlockId): Sheet {
    const known = sheets.get(id);
    if (known) return known;
    const made: Sheet = { shown: undefined, working: false, long: false, behind: false, edited: false, unfinished: false };
    sheets.set(id, made);
    return made;
  }

  function drawnHere(sheet: Sheet, block: Block): Derivation {
    const derivation = withFixes(block, here.derive(block));
    const kept = held(sheet, block, derivation);
    if (kept) return kept;
    sheet.shown = derivation;
    sheet.drawn = block;
    sheet.behind = false;
    sheet.edited = false;
    return derivation;
  }

  function derive(block: Block): Derivation {
    const sheet = sheetOf(block.id);
    if (!isHeavy(block)) {
      sheet.wanted = undefined;
      sheet.answer = undefined;
      sheet.interim = undefined;
      return drawnHere(sheet, block);
    }
    sheet.wanted = block;
    if (sheet.answer && looksAlike(sheet.answer, block)) return approach(sheet, sheet.answer, block);
    if (sheet.edited && isHandy(block)) {
      const derivation = drawnHere(sheet, block);
      sheet.answer = { block, derivation };
      return derivation;
    }
    sheet.shown ??= outline(block);
    sheet.behind = true;
    if (sheet.interim && bring(block.id, sheet, sheet.interim)) sheet.interim = undefined;
    start(block.id, sheet);
    return sheet.long ? { ...underWay(at(block, sheet.shown)), pending: 'long' } : { ...at(block, sheet.shown), pending: 'brief' };
  }

  /** What was shown, while a text that can be no more than a picture has not come to rest. */
  function held(sheet: Sheet, block: Block, next: Derivation): Derivation | undefined {
    const { shown, resting } = sheet;
    const wouldLose = isPicture(next) && shown !== undefined && !isPicture(shown) && shown.shapes.length > 1;
    if (!wouldLose || (resting?.over && resting.source === block.source)) {
      resting?.prevent();
      sheet.resting = undefined;
      return undefined;
    }
    if (resting?.source !== block.source) {
      resting?.prevent();
      const rest = { source: block.source, over: false, prevent: after(restful, () => endRest(block.id, rest)) };
      sheet.resting = rest;
    }
    const standing = at(block, moved(sheet, shown, block));
    return { ...standing, diagnostics: next.diagnostics.map((reason) => ({ ...reason, severity: 'error' })), pending: 'brief' };
  }

  /** What is shown of an earlier text, with its things where they have been moved to since. */
  function moved(sheet: Sheet, shown: Derivation, { layout }: Block): Derivation {
    const { drawn } = sheet;
    if (!drawn || isHeavy(drawn) || sameJson(drawn.layout, layout)) return shown;
    sheet.drawn = { ...drawn, layout };
    sheet.shown = here.derive(sheet.drawn);
    return sheet.shown;
  }

  /** A move of what is shown of an earlier text. */
  function moveShown({ drawn }: Sheet, block: Block, edits: Parameters<BlockDeriver['edit']>[1]): ReturnType<BlockDeriver['edit']> {
    if (!drawn || isHeavy(drawn) || !edits.every(onlyMoves)) return broken;
    const result = here.edit({ ...block, source: drawn.source }, edits);
    return 'refused' in result ? result : { ...result, patches: [] };
  }

  function endRest(id: BlockId, rest: { over: boolean }): void {
    rest.over = true;
    emit(id);
  }

  function approach(sheet: Sheet, { derivation }: Answer, block: Block): Derivation {
    const kept = held(sheet, block, derivation);
    if (kept) return kept;
    sheet.behind = false;
    sheet.drawn = block;
    sheet.interim = undefined;
    const arrived = bring(block.id, sheet, derivation);
    const shown = at(block, sheet.shown ?? derivation);
    return arrived ? shown : { ...shown, pending: 'brief' };
  }

  /** Brings what is shown nearer to what was drawn; says whether it is there. */
  function bring(id: BlockId, sheet: Sheet, derivation: Derivation): boolean {
    const { shapes, arrived } = towards(sheet.shown?.shapes ?? [], derivation.shapes, mostAtOnce);
    sheet.shown = { ...derivation, shapes };
    if (!arrived) after(0, () => emit(id));
    return arrived;
  }

  function start(id: BlockId, sheet: Sheet): void {
    if (sheet.working) return;
    sheet.working = true;
    void work(id, sheet);
  }

  async function work(id: BlockId, sheet: Sheet): Promise<void> {
    // Whoever lays out what has changed says so in the next turn.
    await Promise.resolve();
    await Promise.resolve();
    try {
      while (sheet.wanted && (sheet.task || !sheet.answer || !looksAlike(sheet.answer, sheet.wanted))) await round(id, sheet, sheet.wanted);
    } finally {
      sheet.long = false;
      sheet.working = false;
    }
  }

  async function round(id: BlockId, sheet: Sheet, block: Block): Promise<void> {
    const { task } = sheet;
    sheet.task = undefined;
    const prevent = after(noticeable, () => {
      sheet.long = true;
      emit(id);
    });
    try {
      const { answer, placements } = await drawn(sheet, block, task);
      const isStale = !sheet.wanted || (sheet.wanted !== block && !looksAlike({ block, derivation: answer.derivation }, sheet.wanted));
      if (isStale) {
        if (task) sheet.task = joined(task, sheet.task);
        if (!sheet.wanted || isPicture(answer.derivation) || sheet.unfinished) return;
        sheet.interim = answer.derivation;
        emit(id);
        return;
      }
      sheet.answer = answer;
      sheet.long = false;
      if (task && Object.keys(placements).length > 0) task.store(placements);
      emit(id);
    } finally {
      prevent();
    }
  }

  async function drawn(
    sheet: Sheet,
    block: Block,
    task: LayingOut | undefined,
  ): Promise<{ answer: Answer; placements: ChangedPlacements }> {
    const change = task && { before: task.before, fresh: task.fresh };
    try {
      const { placements, derivation } = await workshop.draw({ block, change });
      sheet.unfinished = false;
      return { answer: { block: placed(block, placements), derivation }, placements };
    } catch (error) {
      const reason = asUnfinished(error);
      if (!sheet.unfinished) tell(`A diagram is not drawn as its text says. ${reason.message}`);
      sheet.unfinished = true;
      return { answer: { block, derivation: withReason(sheet.shown ?? outline(block), block, reason) }, placements: {} };
    }
  }

  return {
    recognise: here.recognise,
    write: here.write,
    derive,
    idsOf: (block) => (isHeavy(block) ? undefined : here.idsOf(block)),
    edit(block, edits) {
      const sheet = sheetOf(block.id);
      if (isGivenUp(sheet)) return broken;
      if (sheet.resting) return moveShown(sheet, block, edits);
      if (isBehind(sheet, block) && !edits.every(onlyMoves)) return notYet;
      sheet.edited = true;
      return here.edit(block, edits);
    },
    restructure(block, edit) {
      const sheet = sheetOf(block.id);
      if (isGivenUp(sheet) || sheet.resting) return broken;
      if (isBehind(sheet, block)) return notYet;
      sheet.edited = true;
      return here.restructure(block, edit);
    },
    forget(id) {
      const sheet = sheets.get(id);
      if (sheet) sheet.wanted = undefined;
      sheet?.resting?.prevent();
      sheets.delete(id);
      here.forget?.(id);
    },
    onDerived(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    layOut(id, task) {
      const sheet = sheets.get(id);
      if (!sheet?.wanted) return false;
      sheet.task = joined(sheet.task, task);
      start(id, sheet);
      return true;
    },
  };
}

const notYet = { refused: 'The diagram is being laid out. Try again when it shows what its text says.' } as const;

const isBehind = ({ wanted, behind }: Sheet, { source }: Block): boolean => behind && wanted?.source === source;

/** Two changes of a block that has not been laid out between them. */
function joined(first: LayingOut | undefined, second: LayingOut | undefined): LayingOut | undefined {
  if (!first || !second) return first ?? second;
  return { before: first.before, fresh: first.fresh || second.fresh, store: second.store };
}

/** Whether an answer tells how a block looks, wherever that stands. */
function looksAlike({ block, derivation }: Answer, other: Block): boolean {
  return (
    block.source === other.source &&
    block.language === other.language &&
    block.arrangement === other.arrangement &&
    block.lines === other.lines &&
    (block.valid_source === other.valid_source || derivation.diagnostics.every(({ severity }) => severity !== 'error')) &&
    sameJson(block.layout, other.layout)
  );
}

/** Whether what is shown is not what the text says because that is too much. */
function isGivenUp({ wanted, answer }: Sheet): boolean {
  return wanted !== undefined && answer?.derivation.diagnostics.some(({ code }) => code !== undefined) === true;
}

/** What was shown last, with the reason why it is not the block as it is. */
function withReason(shown: Derivation, { source }: Block, { code, message }: Unfinished): Derivation {
  return { ...shown, diagnostics: [{ ...atStart(source), code, message }], unplaced: [], offers: new Set() };
}

/** Whether a text is shown as a picture because its own language cannot read it. */
const isPicture = ({ diagnostics }: Derivation): boolean => diagnostics.some(({ severity }) => severity === 'notice');

/** Says in the diagram's title that it is being worked on. */
function underWay(derivation: Derivation): Derivation {
  const [container, ...contents] = derivation.shapes;
  return container ? { ...derivation, shapes: [{ ...container, name: `${container.name} · laying out …` }, ...contents] } : derivation;
}

/** A derivation with its container where the block is. */
function at({ x, y, index }: Block, derivation: Derivation): Derivation {
  const [container, ...contents] = derivation.shapes;
  if (!container || (container.x === x && container.y === y && container.index === index)) return derivation;
  return { ...derivation, shapes: [{ ...container, x, y, index }, ...contents] };
}

/** A block of which nothing is known yet: as large as what has a place in it. */
function outline(block: Block): Derivation {
  const label = detectLanguage(block.language, block.source)?.label ?? block.language;
  const container = placedContainer(block, label);
  return { shapes: [container], diagnostics: [], unplaced: [], ranges: new Map(), offers: new Set() };
}

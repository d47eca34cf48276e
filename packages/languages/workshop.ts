import type { Block, BlockId } from '@autograph/document';
import type { Arranger, BlockDeriver, Derivation, Diagnostic } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import type { Layouter } from '@autograph/layout';
import { applyBlockEdit } from './apply-block-edit.ts';
import { arrange } from './arrange.ts';
import { createArranger } from './arranger.ts';
import { createBlockDeriver } from './block-deriver.ts';
import { fixOf, mostFixes } from './fixes.ts';
import { type BlockChange, type ChangedPlacements, filling, following } from './following.ts';
import { formatPatches } from './format-source.ts';
import { keepInside } from './keep-inside.ts';

/** A block to be drawn. With a change, what that leaves without a place gets one. */
export interface DrawRequest {
  readonly block: Block;
  readonly change?: BlockChange | undefined;
}

/** A block as it looks, and the placements that it has to get for that. */
export interface Drawn {
  readonly placements: ChangedPlacements;
  readonly derivation: Derivation;
}

/** Port to where diagrams that the page must not wait for are read, laid out and drawn. Fails with `Unfinished`. */
export interface Workshop extends Arranger {
  draw(request: DrawRequest): Promise<Drawn>;
  readonly layOut: Layouter;
  /** The problems of a text, the first few with what would mend them. */
  mend(text: Pick<Block, 'language' | 'source'>, problems: readonly Diagnostic[]): Promise<readonly Diagnostic[]>;
  /** What makes a diagram's text a tidy one. */
  format(family: string, source: string): Promise<ReturnType<typeof formatPatches>>;
}

/** Diagrams of which the latest picture is remembered, to be drawn on from it: a workshop outlives the files that it draws for. */
const mostRemembered = 16;

/** A workshop in the thread of its caller. */
export function createWorkshop(layouter: Layouter, measure: TextMeasurer): Workshop {
  const deriver = createBlockDeriver(measure);
  const drawnLast = new Set<BlockId>();
  const remember = (id: BlockId) => {
    drawnLast.delete(id);
    drawnLast.add(id);
    const [oldest] = drawnLast;
    if (oldest === undefined || drawnLast.size <= mostRemembered) return;
    drawnLast.delete(oldest);
    deriver.forget?.(oldest);
  };
  return {
    ...createArranger(layouter, measure),
    layOut: layouter,
    draw(request) {
      remember(request.block.id);
      return draw(request, deriver, layouter, measure);
    },
    mend: async (text, problems) => withFixes(text, problems),
    format: async (family, source) => formatPatches(family, source),
  };
}

/** The block with placements in it, and nothing left of or above its corner. */
export function placed(block: Block, placements: ChangedPlacements): Block {
  if (Object.keys(placements).length === 0) return block;
  return applyBlockEdit(block, keepInside(block, { patches: [], layout: placements }));
}

async function draw({ block, change }: DrawRequest, deriver: BlockDeriver, layouter: Layouter, measure: TextMeasurer): Promise<Drawn> {
  const placements = change ? await placementsFor(block, change, deriver.derive(block), layouter, measure) : {};
  const derivation = deriver.derive(placed(block, placements));
  return { placements, derivation: { ...derivation, diagnostics: withFixes(block, derivation.diagnostics) } };
}

async function placementsFor(
  block: Block,
  change: BlockChange,
  found: Derivation,
  layouter: Layouter,
  measure: TextMeasurer,
): Promise<ChangedPlacements> {
  const atOnce = following(block, change, found, measure);
  if (atOnce) return atOnce;
  return found.unplaced.length === 0 ? {} : filling(block, await arrange(block, layouter, measure), measure);
}

function withFixes({ language, source }: Pick<Block, 'language' | 'source'>, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.map((problem, at) => {
    const fix = at < mostFixes ? fixOf(language, source, problem) : undefined;
    return fix ? { ...problem, fix } : problem;
  });
}

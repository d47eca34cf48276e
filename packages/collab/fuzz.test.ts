import { snapshot } from '@autograph/document';
import { seeded } from '@autograph/editor/testing/driver.ts';
import { furnish } from '@autograph/editor/testing/furnished.ts';
import { handOf } from '@autograph/editor/testing/hand.ts';
import { invariantsOf } from '@autograph/editor/testing/invariants.ts';
import { randomAct } from '@autograph/editor/testing/random-act.ts';
import { differences, reopened, sceneForm } from '@autograph/editor/testing/scene-form.ts';
import { createBlockDeriver } from '@autograph/languages';
import { createTextMeasurer } from '@autograph/render';
import { shapeDefinitions } from '@autograph/shapes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Desk, Team } from './testing/team.ts';

const measure = createTextMeasurer();
const options = () => ({ shapes: shapeDefinitions, blocks: createBlockDeriver(measure), measure });
const schemaOf = (type: string) => shapeDefinitions.find((definition) => definition.type === type)?.schema;

/** What is run when nothing else is said; to look for more: FUZZ_RUNS=5000, and what is found again with FUZZ_SEED and FUZZ_PATH. */
const { FUZZ_RUNS = '12', FUZZ_SEED = '1', FUZZ_PATH = '', FUZZ_STEPS = '50' } = process.env;

/** Somebody does something, decided by `seed`. Without a line nothing travels meanwhile; else so many messages arrive in the middle of it and after. */
const step = fc.record({ who: fc.nat(2), seed: fc.nat(2 ** 31 - 1), line: fc.constantFrom(0, 0, 0, 1, 4, 40) });

const byId = <T extends { readonly id: string }>(records: Iterable<T>) =>
  Object.fromEntries([...records].map((record) => [record.id, record]));

function problemsOf({ editor, doc }: Desk): string[] {
  const { document } = editor;
  const { shapes, blocks, board } = snapshot(doc);
  const kept = { shapes: byId(shapes), blocks: byId(blocks), board };
  const shown = { shapes: byId(document.shapes.values()), blocks: byId(document.blocks.values()), board: document.board };
  const isAtRest = editor.scene.preview.size === 0 && !editor.transient;
  return [
    ...invariantsOf(editor),
    ...differences(shown, kept, 'not as in the file: '),
    ...(isAtRest ? differences(sceneForm(editor), sceneForm(reopened(editor, options())), 'not as when opened anew: ') : []),
  ];
}

/** Does the steps, and gives what is wrong with a board, with what led to it. */
function play(furnished: boolean, steps: readonly { readonly who: number; readonly seed: number; readonly line: number }[]): string[] {
  const team = new Team(3, options, schemaOf);
  if (furnished && team.desks[0]) furnish(team.desks[0].editor);
  team.exchange();
  const log: string[] = [];
  const check = (desk: Desk, of: (desk: Desk) => string[]) => {
    const problems = of(desk);
    if (problems.length > 0) throw new Error([...log, ...problems].join('\n'));
  };
  for (const [i, { who, seed, line }] of steps.entries()) {
    const desk = team.desks[who];
    if (!desk) continue;
    const travel = () => {
      if (line === 0) return;
      team.send(desk);
      team.receive(desk, line);
      check(desk, () => invariantsOf(desk.editor));
    };
    log.push(`${who}: ${randomAct(handOf(desk.driver, seeded(seed), travel))}${line > 0 ? `, ${line} heard` : ''}`);
    travel();
    // What takes longest is done now and then: a shorter way to a fault ends with it.
    check(desk, i % 6 === 5 ? problemsOf : () => invariantsOf(desk.editor));
  }
  for (const desk of team.desks) check(desk, problemsOf);
  for (const { editor } of team.desks) {
    editor.commitText();
    editor.cancelGesture();
  }
  if (!team.exchange()) throw new Error([...log, 'they never agree'].join('\n'));
  for (const desk of team.desks) check(desk, problemsOf);
  const [first = '', ...others] = team.desks.map(({ doc, editor }) => ({ file: snapshot(doc), board: sceneForm(editor) }));
  return others.flatMap((other) => differences(other, first, 'not as elsewhere: '));
}

describe('three people at one board', () => {
  it('keep it whole whatever they do at once, and end up with the same [F194][F195][F407]', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(step, { maxLength: Number(FUZZ_STEPS), size: 'max' }), (furnished, steps) => {
        expect(play(furnished, steps)).toEqual([]);
      }),
      { numRuns: Number(FUZZ_RUNS), seed: Number(FUZZ_SEED), path: FUZZ_PATH },
    );
  });
});

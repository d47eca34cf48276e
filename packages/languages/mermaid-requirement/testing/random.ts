import fc from 'fast-check';
import { filled, type Part, type RandomLanguage, texts } from '../../testing/random-text.ts';

const names = fc.uniqueArray(fc.constantFrom('fast', 'safe', 'small_one'), { minLength: 1, maxLength: 3 });
const kind = fc.constantFrom('requirement', 'functionalRequirement', 'performanceRequirement');
const risk = fc.constantFrom('low', 'medium', 'high');
const verb = fc.constantFrom('satisfies', 'traces', 'contains', 'refines');

export const random: RandomLanguage = {
  sources: texts(
    fc.constant('requirementDiagram'),
    names.chain((all) => {
      const one = fc.constantFrom(...all, 'device');
      const items = all.map((name, at) =>
        fc.tuple(kind, risk).map(
          ([type, level]): Part => ({
            opens: `${type} ${name} {`,
            inside: [`id: ${at + 1}`, `text: the ${name} text`, `risk: ${level}`, 'verifymethod: test'],
            closes: '}',
          }),
        ),
      );
      const element: Part = { opens: 'element device {', inside: ['type: simulation'], closes: '}' };
      const relations = fc.array(filled('? - ? -> ?', one, verb, one), { maxLength: 3 });
      return fc.tuple(fc.tuple(...items), relations).map(([written, lines]): readonly Part[] => [...written, element, ...lines]);
    }),
  ),
  lines: ['device - traces -> device', '%% typed'],
};

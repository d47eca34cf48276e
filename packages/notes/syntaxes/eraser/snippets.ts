import { detectLanguage } from '@autograph/languages';
import type { Snippet } from '../syntax.ts';

const chart: readonly Snippet[] = [
  { label: 'Group', detail: 'What belongs together', template: '#{Group} [color: #{blue}] {\n\t#{One}\n\t#{Two}\n}' },
  { label: 'Branches', detail: 'One leads to several', template: '#{One} > #{Two}, #{Three}: #{what}' },
];

/** Patterns by the label of the kind of diagram that they belong in. */
const patterns: Readonly<Record<string, readonly Snippet[]>> = {
  Flowchart: [
    {
      label: 'Decision',
      detail: 'A question with two answers',
      template: '#{Is it so?} [shape: diamond]\n#{Is it so?} > #{Do this}: yes\n#{Is it so?} > #{Do that}: no',
    },
    ...chart,
  ],
  'Cloud architecture': [
    {
      label: 'Service and its store',
      detail: 'With icons',
      template: '#{API} [icon: aws-lambda]\n#{Store} [icon: aws-dynamodb]\n#{API} > #{Store}: #{reads, writes}',
    },
    ...chart,
  ],
  'Entity relationship diagram': [
    { label: 'Table', detail: 'Columns with their keys', template: '#{table} {\n\tid #{uuid} pk\n\t#{name} #{string}\n}' },
    { label: 'Many to one', detail: 'From a key to what it means', template: '#{users}.#{team_id} > #{teams}.id' },
  ],
  'Sequence diagram': [
    {
      label: 'Request and reply',
      detail: 'One asks, the other answers',
      template: '#{Client} > #{Server}: #{request}\n#{Server} --> #{Client}: #{reply}',
    },
    {
      label: 'Alternatives',
      detail: 'alt and else',
      template:
        'alt [label: #{it works}] {\n\t#{Server} > #{Client}: #{200}\n}\nelse [label: #{it does not}] {\n\t#{Server} > #{Client}: #{500}\n}',
    },
    { label: 'Loop', detail: 'Messages that repeat', template: 'loop [label: #{every minute}] {\n\t#{Client} > #{Server}: #{ping}\n}' },
  ],
  'Business process': [
    {
      label: 'Pool with a lane',
      detail: 'Who does what',
      template: '#{Shop} {\n\t#{Sales} {\n\t\t#{Order placed} [type: event]\n\t\t#{Check order} [type: activity]\n\t}\n}',
    },
    {
      label: 'Gateway',
      detail: 'One way or the other',
      template: '#{In stock?} [type: gateway]\n#{In stock?} > #{Ship}: yes\n#{In stock?} > #{Reorder}: no',
    },
  ],
};

export const snippetKinds: Readonly<Record<string, readonly Snippet[]>> = patterns;

/** The patterns for the kind of diagram that a text is. */
export function snippetsOf(source: string): readonly Snippet[] {
  return patterns[detectLanguage('eraser', source)?.label ?? ''] ?? [];
}

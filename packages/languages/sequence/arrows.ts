import type { ArrowHead } from '@autograph/document';

/** How a message arrow looks. Half heads keep only the barb above or below the line. */
export interface ArrowLook {
  readonly dashed: boolean;
  readonly start: ArrowHead;
  readonly end: ArrowHead;
  readonly half?: 'top' | 'bottom';
}

const whole: Readonly<Record<string, Omit<ArrowLook, 'dashed'>>> = {
  '->>': { start: 'none', end: 'triangle' },
  '<<->>': { start: 'triangle', end: 'triangle' },
  '->': { start: 'none', end: 'none' },
  '-x': { start: 'none', end: 'cross' },
  '-)': { start: 'none', end: 'arrow' },
  '-|\\': { start: 'none', end: 'triangle', half: 'top' },
  '-|/': { start: 'none', end: 'triangle', half: 'bottom' },
  '-\\\\': { start: 'none', end: 'arrow', half: 'top' },
  '-//': { start: 'none', end: 'arrow', half: 'bottom' },
  '/|-': { start: 'triangle', end: 'none', half: 'top' },
  '\\|-': { start: 'triangle', end: 'none', half: 'bottom' },
  '//-': { start: 'arrow', end: 'none', half: 'top' },
  '\\\\-': { start: 'arrow', end: 'none', half: 'bottom' },
};

/** Every arrow of the language (https://mermaid.js.org/syntax/sequenceDiagram.html#messages), by how it is written. */
export const arrowLooks: ReadonlyMap<string, ArrowLook> = new Map(
  Object.entries(whole).flatMap(([arrow, look]): (readonly [string, ArrowLook])[] => [
    [arrow, { ...look, dashed: false }],
    [arrow.replace('-', '--'), { ...look, dashed: true }],
  ]),
);

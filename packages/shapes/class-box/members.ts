import type { ShapeList } from '@autograph/editor';
import type { ClassMember, ClassShape } from '../class-compartments.ts';

function list(id: 'attributes' | 'methods', label: string, noun: string, example: string): ShapeList<ClassShape> {
  return {
    id,
    label,
    noun,
    example,
    lines: (shape) => shape[id].map(lineOf),
    change: (_, lines) => ({ [id]: lines.filter((line) => line.trim() !== '').map(memberOf) }),
    fresh(shape) {
      const texts = new Set(shape[id].map(({ text }) => text));
      const named = (number: number) => {
        const name = `${noun}${number === 1 ? '' : number}`;
        return id === 'methods' ? `+${name}()` : `+String ${name}`;
      };
      let number = 1;
      while (texts.has(named(number))) number += 1;
      return named(number);
    },
  };
}

/** A `*` at the end stands for abstract, a `$` for static, as in class diagrams as code. */
function lineOf({ text, abstract, static: shared }: ClassMember): string {
  return `${text}${abstract ? '*' : shared ? '$' : ''}`;
}

function memberOf(line: string): ClassMember {
  const text = line.trim();
  if (text.endsWith('*')) return { text: text.slice(0, -1), abstract: true };
  return text.endsWith('$') ? { text: text.slice(0, -1), static: true } : { text };
}

export const members: readonly ShapeList<ClassShape>[] = [
  list('attributes', 'Attributes', 'attribute', '+String email'),
  list('methods', 'Methods', 'method', '+draw(scale) bool'),
];

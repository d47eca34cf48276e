import { listChange } from '../chart/list-change.ts';

/** A field of a record: offsets of its words in the label. */
export interface Field {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/** The innermost fields of a record's label, in order (https://graphviz.org/doc/info/shapes.html#record). */
export function fieldsOf(label: string): readonly Field[] {
  const fields: Field[] = [];
  let from = 0;
  let emptied = false;
  const close = (to: number) => {
    const port = /^\s*<[^>]*>\s*/.exec(label.slice(from, to))?.[0].length ?? 0;
    const raw = label.slice(from + port, to);
    const start = from + port + (/^\s*/.exec(raw)?.[0].length ?? 0);
    const end = Math.max(start, from + port + raw.trimEnd().length);
    if (!emptied) fields.push({ from: start, to: end, lines: linesOf(label.slice(start, end)) });
  };
  for (let at = 0; at < label.length; at += 1) {
    const sign = label[at] ?? '';
    if (sign === '\\') at += 1;
    else if (/[{}|]/.test(sign)) {
      if (sign !== '{') close(at);
      from = at + 1;
      emptied = sign === '}';
    }
  }
  close(label.length);
  return fields;
}

function linesOf(words: string): readonly string[] {
  return words
    .replace(/\\[lrn]$/, '')
    .split(/\\[lrn]|\n/)
    .map((line) => line.replace(/\\([\s\S])/g, '$1').trim());
}

/** A record as a title and what stands below it: attributes and methods where it is built as a class is. */
export interface RecordParts {
  readonly title: string;
  readonly attributes: readonly string[];
  readonly methods: readonly string[];
}

const isClass = (label: string, fields: readonly Field[]) =>
  fields.length === 3 && /^\s*\{/.test(label) && fields.slice(1).some(({ lines }) => lines.length > 1 || lines[0]?.includes('('));

export function recordParts(label: string): RecordParts {
  const fields = fieldsOf(label);
  const [title, second, third] = fields;
  const filled = (field: Field | undefined) => field?.lines.filter((line) => line !== '') ?? [];
  const classed = isClass(label, fields);
  return {
    title: title?.lines.join('\n') ?? '',
    attributes: classed ? filled(second) : fields.slice(1).flatMap(filled),
    methods: classed ? filled(third) : [],
  };
}

function escaped(line: string): string {
  return line.replace(/[{}|<>\\]/g, '\\$&');
}

const put = (label: string, { from, to }: Pick<Field, 'from' | 'to'>, words: string) => label.slice(0, from) + words + label.slice(to);

/** The label with another title. */
export function retitled(label: string, title: string): string {
  const [first] = fieldsOf(label);
  return first ? put(label, first, title.split('\n').map(escaped).join('\\n')) : label;
}

/** The label with other attributes or methods; fields that go take the bar before them along. */
export function relisted(label: string, name: string, lines: readonly string[]): string {
  const fields = fieldsOf(label);
  if (isClass(label, fields)) {
    const field = fields[name === 'methods' ? 2 : 1];
    return field ? put(label, field, lines.map((line) => `${escaped(line)}\\l`).join('')) : label;
  }
  if (name === 'methods') return label;
  const rows = fields.slice(1).flatMap((field) => field.lines.map((line) => ({ field, line })));
  const { head, changed, fresh } = listChange(
    rows.filter(({ line }) => line !== ''),
    lines,
    (row, line) => row.line === line,
  );
  const shown = rows.filter(({ line }) => line !== '');
  const became = new Map(changed);
  const kept = changed.filter(([, line]) => line !== undefined).length;
  const anchor = shown[head + kept - 1]?.field ?? fields[0];
  let text = label;
  for (const field of fields.toReversed()) {
    if (field === anchor) text = put(text, { from: field.to, to: field.to }, fresh.map((line) => ` | ${escaped(line)}`).join(''));
    if (field === fields[0]) continue;
    const own = rows.filter((row) => row.field === field);
    const now = own.flatMap((row) => (became.has(row) ? (became.get(row) ?? []) : row.line));
    if (now.length === 0) text = put(text, { from: barBefore(text, field.from), to: field.to }, '');
    else if (now.join('\n') !== own.map(({ line }) => line).join('\n')) text = put(text, field, now.map(escaped).join('\\n'));
  }
  return text;
}

function barBefore(label: string, at: number): number {
  const bar = label.lastIndexOf('|', at - 1);
  return bar < 0 ? at : bar - (/\s*$/.exec(label.slice(0, bar))?.[0].length ?? 0);
}

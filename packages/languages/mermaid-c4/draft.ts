import type { Range } from '../mermaid/cursor.ts';
import { type Argument, type Boundary, type C4Model, type Call, type Element, type Relation, relationId, type StyleCall } from './model.ts';
import type { StatementForm } from './words.ts';

type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K] };
type Written = Map<string, string>;

/** The model while the parser reads: a call about something that is there already changes that, as in Mermaid. */
export interface C4Draft {
  call(form: StatementForm, call: Call): void;
  close(to: number): void;
  entitle(title: string, range: Range): void;
  model(type: string): C4Model;
}

export function createDraft(): C4Draft {
  const elements = new Map<string, Growing<Element>>();
  const boundaries = new Map<string, Growing<Boundary>>();
  const relations = new Map<string, Growing<Relation>>();
  const styles: StyleCall[] = [];
  const open: { readonly alias: string; readonly from: number }[] = [];
  let title = '';
  let titleRange: Range | undefined;

  const parent = () => {
    const holder = open.at(-1);
    return holder ? { parent: holder.alias } : {};
  };

  return {
    call(form, call) {
      const values = withMeaning(form, call.arguments);
      const [first = '', second = ''] = values.map((value) => value.text);
      if (form.kind === 'element') {
        const known = elements.get(first);
        const said = saying(form, values, known?.said);
        elements.set(first, { alias: first, type: form.type, said, calls: withCall(known?.calls, call), ...parent() });
      } else if (form.kind === 'boundary') {
        const known = boundaries.get(first);
        const said = saying(form, values, known?.said);
        boundaries.set(first, { alias: first, said, calls: withCall(known?.calls, call), ranges: known?.ranges ?? [], ...parent() });
        open.push({ alias: first, from: call.from });
      } else if (form.kind === 'relation') {
        if (values.length < 3) return;
        const id = relationId(first, second);
        const known = relations.get(id);
        const said = saying(form, values, known?.said);
        relations.set(id, { id, type: form.type, from: first, to: second, said, calls: withCall(known?.calls, call) });
      } else if (form.kind === 'element_style') {
        const found = elements.get(first) ?? boundaries.get(first);
        if (!found) return;
        found.said = styling(form, values, found.said);
        styles.push({ call, about: first });
      } else if (form.kind === 'relation_style') {
        const found = relations.get(relationId(first, second));
        if (!found) return;
        found.said = styling(form, values, found.said);
        styles.push({ call, about: found.id });
      }
    },
    close(to) {
      const closed = open.pop();
      const found = closed && boundaries.get(closed.alias);
      if (found && closed) found.ranges.push({ from: closed.from, to });
    },
    entitle(said, range) {
      title = said;
      titleRange = range;
    },
    model: (type) => ({
      type,
      title,
      ...(titleRange && { titleRange }),
      elements: [...elements.values()],
      boundaries: [...boundaries.values()],
      relations: [...relations.values()],
      styles,
    }),
  };
}

/** The same list with one more: copying it for each would take time without end. */
function withCall(calls: Call[] | undefined, call: Call): Call[] {
  const all = calls ?? [];
  all.push(call);
  return all;
}

type Value = Pick<Argument, 'text' | 'key'>;

/** The arguments in their places, with the type that the word itself says as the third. */
function withMeaning({ means, numbered }: StatementForm, given: readonly Value[]): readonly Value[] {
  const values = numbered ? given.slice(1) : given;
  return means === undefined ? values : [...values.slice(0, 2), { text: means }, ...values.slice(2)];
}

/** What a statement says, one argument after the other, over what an earlier one about the same thing has said. */
function saying(
  { arguments: names, type, kind }: StatementForm,
  values: readonly Value[],
  before: ReadonlyMap<string, string> | undefined,
): Written {
  const said: Written = new Map(before);
  for (const [at, name] of names.entries()) {
    const value = values[at];
    if (value?.key !== undefined) said.set(value.key, value.text);
    else if (value) said.set(name, value.text);
    else if (name === 'label') said.set(name, '');
    else if (name === 'type' && kind === 'boundary') said.set(name, type);
    else said.set(name, said.get(name) ?? '');
  }
  return said;
}

function styling({ arguments: names }: StatementForm, values: readonly Value[], before: ReadonlyMap<string, string>): Written {
  const said: Written = new Map(before);
  const first = names.findIndex((name) => name.endsWith('Color'));
  for (const [at, value] of values.entries()) {
    const name = value.key ?? names[at];
    if (at >= first && name !== undefined) said.set(name, value.text);
  }
  return said;
}

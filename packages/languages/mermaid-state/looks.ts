import type { Range } from '../mermaid/cursor.ts';
import type { Mention, Statement } from './syntax.ts';

/** What a diagram says of looks, by the ids of states. */
export interface Looks {
  readonly classes: ReadonlyMap<string, readonly string[]>;
  readonly styles: ReadonlyMap<string, { readonly styles: readonly string[]; readonly range: Range }>;
  readonly links: ReadonlyMap<string, string>;
  readonly classDefs: ReadonlyMap<string, readonly string[]>;
}

/** Reads the looks. Mermaid heeds none that stand inside a composite state, and no `:::` but those of transitions. */
export function lookAt(statements: readonly Statement[]): Looks {
  const classes = new Map<string, string[]>();
  const styles = new Map<string, { readonly styles: readonly string[]; readonly range: Range }>();
  const links = new Map<string, string>();
  const classDefs = new Map<string, readonly string[]>();
  const add = (id: string, names: string) =>
    classes.set(id, [...(classes.get(id) ?? []), ...names.split(' ').filter((name) => name !== '')]);
  const addOwn = ({ text, styleClass }: Mention, point: string) => styleClass && add(text === '[*]' ? point : text, styleClass.text);
  for (const statement of statements) {
    if (statement.kind === 'transition') {
      addOwn(statement.from_state, 'root_start');
      addOwn(statement.to_state, 'root_end');
    } else if (statement.kind === 'class') for (const { text } of statement.names) add(text, statement.className.text);
    else if (statement.kind === 'style') {
      for (const { text } of statement.names) styles.set(text, { styles: statement.styles, range: statement.stylesRange });
    } else if (statement.kind === 'class_def') {
      classDefs.set(statement.name, [...(classDefs.get(statement.name) ?? []), ...statement.styles]);
    } else if (statement.kind === 'link') links.set(statement.mention.text, statement.url);
  }
  return { classes, styles, links, classDefs };
}

export interface ReadArchitecture {
  /** By title: the icon, and the title of the group that it is in. */
  readonly nodes: Readonly<Record<string, string>>;
  /** Titles of groups, with that of the group around them. */
  readonly groups: readonly string[];
  /** `web → api: 3000`, sorted; `web – disk` for what is used. */
  readonly links: readonly string[];
}

/** What stands in an architecture text of the writer's, by titles; fails on any other line. */
export function readArchitecture(source: string): ReadArchitecture {
  const titles = new Map<string, string>();
  const nodes: Record<string, string> = {};
  const groups: string[] = [];
  const links: string[] = [];
  const [first, ...lines] = source.trimEnd().split('\n');
  if (first !== 'architecture-beta') throw new Error(`This is no architecture: ${first}`);
  for (const line of lines) {
    const [, word, id = '', icon = '', title = '', within] =
      /^ {4}(group|service) (\w+)\(([\w:-]+)\)\[(.*)\](?: in (\w+))?$/.exec(line) ?? [];
    if (word !== undefined) {
      const plain = title.replace(/^"(.*)"$/, '$1');
      titles.set(id, plain);
      const inside = within === undefined ? '' : ` in ${titles.get(within)}`;
      if (word === 'group') groups.push(plain + inside);
      else nodes[plain] = icon + inside;
      continue;
    }
    const [, from = '', out, back, label, head, to = ''] = /^ {4}(\w+):([RB]) (<?)-(?:-|\[(.*)\]-)(>?) [LT]:(\w+)$/.exec(line) ?? [];
    if (out === undefined || !titles.has(from) || !titles.has(to)) throw new Error(`This line says nothing: ${line}`);
    const arrow = head === '' ? '–' : back === '' ? '→' : '↔';
    links.push(`${titles.get(from)} ${arrow} ${titles.get(to)}${label === undefined ? '' : `: ${label.replace(/^"(.*)"$/, '$1')}`}`);
  }
  return { nodes, groups, links: links.sort() };
}

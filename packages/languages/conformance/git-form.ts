import { z } from 'zod';
import { ask, text } from './ask.ts';
import type { GitForm } from './normal-form.ts';

const commits = z.array(
  z.object({
    id: z.string(),
    seq: z.number(),
    type: z.number(),
    customType: z.number().optional(),
    tags: z.array(z.string()),
    parents: z.array(z.string()),
    branch: z.string(),
  }),
);
const branches = z.array(z.object({ name: z.string() }));

/** Mermaid's types of commits, by number. */
const types = ['NORMAL', 'REVERSE', 'HIGHLIGHT', 'MERGE', 'CHERRY_PICK'];

/** Reads the normal form out of the database of a git graph; ids that Mermaid makes up are named by their place in time. */
export function gitForm(db: object): GitForm {
  const all = commits.parse(ask(db, 'getCommitsArray'));
  const madeUp = new Map(all.filter(({ id, seq }) => new RegExp(`^${seq}-[0-9a-f]{7}$`).test(id)).map(({ id, seq }) => [id, `#${seq}`]));
  const nameOf = (id: string) => madeUp.get(id) ?? unescaped(id);
  return {
    kind: 'git',
    title: text(z.string().parse(ask(db, 'getDiagramTitle'))),
    direction: z.string().parse(ask(db, 'getDirection')),
    branches: branches.parse(ask(db, 'getBranchesAsObjArray')).map(({ name }) => unescaped(name)),
    commits: all.map((found) => ({
      id: nameOf(found.id),
      type: types[found.type] ?? '',
      customType: found.customType === undefined ? '' : (types[found.customType] ?? ''),
      branch: unescaped(found.branch),
      tags: found.tags.map((tag) => unescaped([...madeUp].reduce((words, [id, name]) => words.replace(id, name), tag))),
      parents: found.parents.map(nameOf),
    })),
  };
}

/** Mermaid's sanitizer writes signs as markup has them. */
function unescaped(value: string): string {
  return text(value).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

import { type Block, keysBetween } from '@autograph/document';
import type { Derivation } from '@autograph/editor';
import type { TextMeasurer } from '@autograph/geometry';
import type { Range } from '../mermaid/cursor.ts';
import { layoutGit } from './layout.ts';
import { placeLinks } from './links.ts';
import type { GitModel } from './model.ts';
import { commitShape, type Loose, laneShapes, linkShape, tagShapes, titleShape } from './shapes.ts';

/** Lanes with the names of their branches, commits with labels and tags, and the ways between them, placed by the text's order alone. */
export function deriveGit(model: GitModel, block: Block, measure: TextMeasurer): Pick<Derivation, 'shapes' | 'unplaced' | 'ranges'> {
  const layout = layoutGit(model, measure);
  const links = placeLinks(layout);
  const commits = [...layout.commits.values()].map((placed) => ({ placed, shape: commitShape(placed, model, layout, block) }));
  const lanes = model.settings.showBranches ? model.branches.flatMap((branch, at) => laneShapes(branch, at, layout, block, measure)) : [];
  const shapes: Loose[] = [
    ...lanes,
    ...links.map((link) => linkShape(link, block)),
    ...commits.map(({ shape }) => shape),
    ...commits.flatMap(({ placed, shape }) => tagShapes(placed, shape, block, measure)),
    ...(model.title ? [titleShape(model.title, layout.width, block, measure)] : []),
  ];
  const keys = keysBetween(null, null, shapes.length);
  return { shapes: shapes.map((shape, at) => ({ ...shape, index: keys[at] ?? 'a0' })), unplaced: [], ranges: rangesOf(model) };
}

/** Where everything that is drawn stands in the text. */
function rangesOf({ commits, branches, titleRange }: GitModel): ReadonlyMap<string, Range> {
  return new Map([
    ...branches.flatMap(({ name, range }) => (range ? [[`branch:${name}`, range] as const] : [])),
    ...commits.map(({ nodeId, range }) => [nodeId, range] as const),
    ...commits.flatMap(({ nodeId, tags }) => tags.flatMap(({ range }, at) => (range ? [[`tag:${nodeId}:${at + 1}`, range] as const] : []))),
    ...(titleRange ? [['title:1', titleRange] as const] : []),
  ]);
}

import type { Block, Shape } from '@autograph/document';
import { type Box, boxesIntersect, translateBox } from '@autograph/geometry';
import { createTextMeasurer } from '@autograph/render';
import { type CommitShape, commitLabelBox } from '@autograph/shapes/commit-look.ts';
import { shapeSchema } from '@autograph/shapes/testing/shape-schema.ts';
import { describe, expect, it } from 'vitest';
import { documentedSources, widerSources } from '../conformance/sources.node.ts';
import { deriveGit } from './derive.ts';
import { parseGit } from './parse.ts';

const measure = createTextMeasurer();

function shapesOf(source: string): readonly Shape[] {
  const parsed = parseGit(source);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
  const block: Block = { id: 'b', language: 'mermaid', source, x: 0, y: 0, index: 'a0', layout: {} };
  return deriveGit(parsed.model, block, measure).shapes;
}

const isCommit = (shape: Shape): shape is CommitShape => shape.type === 'commit-dot';
const centre = ({ x, y, w, h }: Box) => ({ x: x + w / 2, y: y + h / 2 });
const graph = (lines: string, header = 'gitGraph') => {
  const shapes = shapesOf(`${header}\n${lines}`);
  const named = (id: string) => {
    const found = shapes.find((shape) => shape.id === `b/${id}`);
    if (!found) throw new Error(`there is no ${id}`);
    return found;
  };
  return { shapes, named, commits: shapes.filter(isCommit), links: shapes.filter(({ type }) => type === 'commit-link') };
};
/** Where a link begins and ends, in the block's coordinates. */
const endsOf = ({ x, y, points = [] }: Shape) =>
  [points[0], points.at(-1)].map((point) => ({ x: x + (point?.[0] ?? 0), y: y + (point?.[1] ?? 0) }));

describe('a git graph', () => {
  it('draws two dots on lanes of their own, labelled main and develop, and joins the lanes at a merge [F274]', () => {
    const { commits, named, links } = graph('commit\nbranch develop\ncommit');
    const [one, other] = commits.map(centre);
    expect(commits).toHaveLength(2);
    expect(one?.y).toBe(centre(named('branch:main')).y);
    expect(other?.y).toBe(centre(named('branch:develop')).y);
    expect(one?.y).not.toBe(other?.y);
    expect(links).toHaveLength(1);
    const merged = graph('commit\nbranch develop\ncommit\ncheckout main\nmerge develop');
    const [, dev, merge] = merged.commits;
    if (!dev || !merge) throw new Error('a commit is missing');
    expect(merge).toMatchObject({ merge: true, mark: 'normal' });
    expect(merged.links.map(endsOf)).toContainEqual([centre(dev), centre(merge)]);
  });

  it('marks a cherry-pick, on the branch that took it, and refers to its source [F300]', () => {
    const { commits, links, shapes } = graph('commit id:"a"\nbranch dev\ncommit id:"b"\ncheckout main\ncherry-pick id:"b"');
    const [, source, picked] = commits;
    if (!source || !picked) throw new Error('a commit is missing');
    expect(picked.mark).toBe('cherry-pick');
    expect(centre(picked).y).toBe(centre(commits[0] ?? picked).y);
    expect(links.find(({ stroke_style }) => stroke_style === 'dashed')).toMatchObject({ id: 'b/link:commit:b>commit:main:2' });
    expect(shapes.map(({ text }) => text)).toContain('cherry-pick:b');
  });

  it('marks a merge after a conflict, and hangs the commit that settles it off that merge on the same lane [F301]', () => {
    const { named, links, commits } = graph(
      'commit id:"a"\nbranch dev\ncommit id:"b"\ncheckout main\ncommit id:"c"\nmerge dev id:"m" type:REVERSE tag:"conflict"\ncommit id:"resolve conflict"',
    );
    expect(commits.find(({ id }) => id === 'b/commit:m')).toMatchObject({ merge: true, mark: 'reverse' });
    const [merge, fix] = [centre(named('commit:m')), centre(named('commit:resolve conflict'))];
    expect(fix.y).toBe(merge.y);
    expect(links.map(endsOf)).toContainEqual([merge, fix]);
  });

  it('shows reversed and highlighted commits, labels and tags', () => {
    const { commits, shapes } = graph('commit id:"x" type:REVERSE tag:"v1" tag:"v2"\ncommit type:HIGHLIGHT\ncommit "a message"');
    expect(commits).toMatchObject([{ mark: 'reverse', text: 'x' }, { mark: 'highlight', text: '' }, { text: 'a message' }]);
    expect(shapes.filter(({ id }) => id.startsWith('b/tag:')).map(({ text }) => text)).toEqual(['v1', 'v2']);
  });

  it.each([
    ['LR', 'x', 1],
    ['TB', 'y', 1],
    ['BT', 'y', -1],
  ] as const)('runs %s', (direction, axis, sign) => {
    const { commits } = graph('commit\ncommit\ncommit', `gitGraph ${direction}:`);
    const [one, two, three] = commits.map((commit) => sign * centre(commit)[axis]);
    expect(one).toBeLessThan(two ?? 0);
    expect(two).toBeLessThan(three ?? 0);
  });

  it('leaves out branches or labels, slants labels, and lets commits stand side by side when asked to', () => {
    const lines = 'commit id:"a"\nbranch dev\ncommit id:"b"\ncheckout main\ncommit id:"c"';
    const asked = (option: string) => graph(lines, `%%{init: {"gitGraph": {"${option.replace(':', '":')}}}}%%\ngitGraph`);
    expect(asked('showBranches:false').shapes.some(({ type }) => type === 'line' || type === 'rectangle')).toBe(false);
    expect(asked('showCommitLabel:false').commits.every(({ text }) => text === '')).toBe(true);
    expect(asked('rotateCommitLabel:true').commits[0]?.label_place).toBe('slanted');
    const [, b, c] = asked('parallelCommits:true').commits.map(centre);
    expect(b?.x).toBe(c?.x);
    const [, before, after] = graph(lines).commits.map(centre);
    expect(before?.x).toBeLessThan(after?.x ?? 0);
  });
});

describe('every valid source that is at hand', () => {
  const sources = [...documentedSources(), ...widerSources()].filter(({ type, text }) => type === 'gitgraph' && parseGit(text).ok);

  it('gives shapes that the shapes’ own schemas accept, in the container', () => {
    expect(sources.length).toBeGreaterThan(200);
    for (const { name, text } of sources) {
      for (const shape of shapesOf(text)) {
        expect(shapeSchema.safeParse(shape).error, `${name} ${shape.id}`).toBeUndefined();
        expect(Math.min(shape.x, shape.y), `${name} ${shape.id}`).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('keeps commits, labels, tags and names of branches clear of each other', () => {
    for (const { name, text } of sources) {
      const areas = shapesOf(text).flatMap((shape): { id: string; box: Box }[] => {
        if (shape.type === 'rectangle') return [{ id: shape.id, box: shape }];
        if (!isCommit(shape)) return [];
        const label = { id: `${shape.id} label`, box: translateBox(commitLabelBox(shape, measure), shape.x, shape.y) };
        return [{ id: shape.id, box: shape }, ...(shape.text && shape.label_place !== 'slanted' ? [label] : [])];
      });
      for (const [at, one] of areas.entries()) {
        for (const other of areas.slice(at + 1))
          expect(boxesIntersect(one.box, other.box), `${name}: ${one.id} and ${other.id}`).toBe(false);
      }
    }
  });

  it('leads no way through a commit that it does not join', () => {
    for (const { name, text } of sources) {
      const shapes = shapesOf(text);
      const commits = shapes.filter(isCommit);
      for (const link of shapes.filter(({ type }) => type === 'commit-link')) {
        const points = (link.points ?? []).map(([x = 0, y = 0]) => ({ x: link.x + x, y: link.y + y }));
        const joined = commits.filter((commit) =>
          [points[0], points.at(-1)].some((end) => end && Math.hypot(centre(commit).x - end.x, centre(commit).y - end.y) < 1),
        );
        const pieces = points.slice(1).map((to, at) => {
          const from = points[at] ?? to;
          return { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), w: Math.abs(from.x - to.x), h: Math.abs(from.y - to.y) };
        });
        for (const commit of commits.filter((candidate) => !joined.includes(candidate))) {
          expect(
            pieces.some((piece) => boxesIntersect(piece, commit)),
            `${name}: ${link.id} and ${commit.id}`,
          ).toBe(false);
        }
      }
    }
  });
});

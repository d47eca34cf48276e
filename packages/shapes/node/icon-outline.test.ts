import { pathBounds } from '@autograph/geometry';
import { expect, it } from 'vitest';
import { outlinePath } from './draw.ts';
import type { NodeShape } from './node-shape.ts';

const node: NodeShape = {
  id: 'n',
  type: 'node',
  x: 0,
  y: 0,
  w: 90,
  h: 71,
  rotation: 0,
  parent_id: null,
  index: 'a0',
  text: 'Storage',
  icon: 'aws:s3',
};

it('lines end at the words below an icon, not at the icon above them', () => {
  expect(pathBounds(outlinePath(node))).toMatchObject({ x: 0, y: 0, w: 90, h: 71 });
  // An icon alone has nothing around it.
  expect(pathBounds(outlinePath({ ...node, w: 48, h: 48 }))).toMatchObject({ w: 48, h: 48 });
});

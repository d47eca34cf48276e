import { createIconSearch, createSearch, type IconEntry } from '@autograph/icons';
import { describe, expect, it } from 'vitest';
import { findItems } from './find-items.ts';
import type { InsertItem } from './insert-items.tsx';

const icon = (id: string, title: string, set: IconEntry['set']): IconEntry => ({ id, title, set, aliases: [] });
const entries = [
  icon('aws:aws-lambda', 'AWS Lambda', 'aws'),
  icon('tech:aws-lambda', 'AWS Lambda', 'tech'),
  icon('tech:airbnb-icon', 'Airbnb', 'tech'),
  icon('tech:airbnb', 'Airbnb', 'tech'),
  icon('tech:air-bnb', 'Airbnb', 'tech'),
  icon('brand:airbnb', 'Airbnb', 'brand'),
  icon('brand:hexo', 'Hexo', 'brand'),
  { ...icon('aws:s3', 'Amazon Simple Storage Service', 'aws'), aliases: ['s3'] },
];
const shape = (title: string, ...aliases: string[]): InsertItem => ({
  id: title,
  group: 'Shapes',
  title,
  aliases,
  picture: null,
  insert: () => {},
});
const shapes = [shape('Bucket', 's3'), shape('Hexagon', 'prepare'), shape('Pipe', 'hexagon pipe'), shape('Cylinder', 'database')];
const browse: InsertItem = { id: 'browse', group: 'Icons', title: 'All icons', aliases: [], picture: null, insert: () => {} };

function found(query: string) {
  const toItem = ({ id, title, set }: IconEntry): InsertItem => ({ ...browse, id, title, lead: set });
  const icons = { entries, byId: new Map(entries.map((entry) => [entry.id, entry])), search: createIconSearch(entries) };
  return findItems(query, { search: createSearch(shapes), icons, recent: [], toItem, browse });
}

function listed(query: string): (string | undefined)[][] {
  return found(query)
    .filter(({ name }) => name === 'Icons')
    .flatMap(({ items }) => items.map(({ title, lead }) => [title, lead]));
}

describe('what the insert menu finds', () => {
  it('names things of one name by where they come from', () => {
    expect(listed('lambda')).toEqual([
      ['AWS Lambda', 'aws'],
      ['AWS Lambda', 'tech'],
    ]);
  });

  it('lists a shape whose name is begun first, an icon that is called so next, and a shape that is only also called so last', () => {
    const titles = (query: string) => found(query).flatMap(({ items }) => items.map(({ title }) => title));
    expect(titles('hex').slice(0, 3)).toEqual(['Hexagon', 'Pipe', 'Hexo']);
    expect(titles('s3').slice(0, 2)).toEqual(['Amazon Simple Storage Service', 'Bucket']);
    expect(titles('database')[0]).toBe('Cylinder');
  });

  it('tells symbols from logos, and lists nothing twice', () => {
    expect(listed('airbnb').toSorted()).toEqual([
      ['Airbnb', 'brand'],
      ['Airbnb', 'tech, logo'],
      ['Airbnb', 'tech, symbol'],
    ]);
  });
});

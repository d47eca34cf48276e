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
];
const browse: InsertItem = { id: 'browse', group: 'Icons', title: 'All icons', aliases: [], picture: null, insert: () => {} };

function listed(query: string): (string | undefined)[][] {
  const toItem = ({ id, title, set }: IconEntry): InsertItem => ({ ...browse, id, title, lead: set });
  const icons = { entries, byId: new Map(entries.map((entry) => [entry.id, entry])), search: createIconSearch(entries) };
  const groups = findItems(query, { search: createSearch([], () => ''), icons, recent: [], toItem, browse });
  return groups.filter(({ name }) => name === 'Icons').flatMap(({ items }) => items.map(({ title, lead }) => [title, lead]));
}

describe('what the insert menu finds', () => {
  it('names things of one name by where they come from', () => {
    expect(listed('lambda')).toEqual([
      ['AWS Lambda', 'aws'],
      ['AWS Lambda', 'tech'],
    ]);
  });

  it('tells symbols from logos, and lists nothing twice', () => {
    expect(listed('airbnb').toSorted()).toEqual([
      ['Airbnb', 'brand'],
      ['Airbnb', 'tech, logo'],
      ['Airbnb', 'tech, symbol'],
    ]);
  });
});

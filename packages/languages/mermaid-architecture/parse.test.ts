import { describe, expect, it } from 'vitest';
import { parseArchitecture } from './parse.ts';

function read(source: string) {
  const parsed = parseArchitecture(source);
  if (!parsed.ok) throw new Error(parsed.diagnostics.map(({ message, line }) => `${line}: ${message}`).join('\n'));
  return parsed.model;
}

const complaint = (body: string) => {
  const parsed = parseArchitecture(`architecture-beta\n${body}`);
  return parsed.ok ? undefined : parsed.diagnostics[0]?.message;
};

describe('an architecture diagram', () => {
  it('has groups, services and junctions with icons and titles', () => {
    const model = read(
      'architecture-beta\n  group api(cloud)[API]\n  group inner["In [it]"] in api\n  service db(logos:aws-rds)[Main database] in inner\n  service old "v1"\n  junction j in api',
    );
    expect(model).toMatchObject({
      groups: [
        { id: 'api', icon: 'cloud', title: 'API' },
        { id: 'inner', title: 'In [it]', parent: 'api' },
      ],
      services: [
        { id: 'db', icon: 'logos:aws-rds', title: 'Main database', parent: 'inner' },
        { id: 'old', iconText: 'v1' },
      ],
      junctions: [{ id: 'j', parent: 'api' }],
    });
  });

  it('has edges out of sides, with heads, words and groups', () => {
    const source =
      'architecture-beta\ngroup g\nservice a in g\nservice b\na{group}:R <-[reads]-> L:b\nb:T --> B:a\na:L--R:b\nalign row a b';
    const { edges, alignments } = read(source);
    expect(edges).toMatchObject([
      { from: { group: true, side: 'R', into: true }, to: { side: 'L', into: true, group: false }, title: 'reads' },
      { from: { side: 'T', into: false }, to: { side: 'B', into: true } },
      { from: { side: 'L', into: false }, to: { side: 'R', into: false } },
    ]);
    expect(edges.map(({ range }) => source.slice(range.from, range.to))).toEqual(source.split('\n').slice(4, 7));
    expect(alignments).toMatchObject([{ direction: 'row', members: [{ text: 'a' }, { text: 'b' }] }]);
  });

  it('says what is wrong, where Mermaid finds it too', () => {
    expect(complaint('service a in nobody')).toBe('There is no group nobody.');
    expect(complaint('service a\nservice a')).toBe('There is already a service called a.');
    expect(complaint('group b in c\ngroup c')).toBe('There is no group c above this one.');
    expect(complaint('group g\nservice a\na:R -- L:g')).toContain('Put {group} behind one');
    expect(complaint('group g\nservice a in g\nservice b in g\na{group}:R -- L:b')).toContain('same group');
    expect(complaint('service a\nalign row a a')).toBe('a is named twice.');
    expect(complaint('service Lambda')).toBe('Expected the name of a service, but found "L".');
  });
});

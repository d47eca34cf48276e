import { describe, expect, it } from 'vitest';
import { editing } from '../chart/testing/edited.ts';
import { detectLanguage } from '../index.ts';
import { parseSequence } from './parse.ts';

const { change, remove, restructure } = editing('d2');

const source = `shape: sequence_diagram
alice: Alice {shape: person}
bob
alice -> bob: Authentication Request
bob.job -> db: look # twice
bob.job <- db: found {style.stroke-dash: 3}
bob.aside: It takes its time
later: Some time later {
  bob -> alice: Response
}
alice -> alice: think
`;

function read(text: string) {
  const parsed = parseSequence(text);
  if (!parsed.ok) throw new Error(parsed.diagnostics.map(({ message }) => message).join());
  return parsed.model.sequence;
}

describe('a sequence diagram of D2', () => {
  it('has participants, messages, bars, notes and groups in the order of the text', () => {
    expect(detectLanguage('d2', source)?.id).toBe('d2-sequence');
    expect(detectLanguage('d2', 'x: {\n  shape: sequence_diagram\n  a -> b\n}')?.id).toBe('d2-sequence');
    expect(detectLanguage('d2', 'x: {\n  shape: sequence_diagram\n  a -> b\n}\ny')?.id).toBe('d2');
    const { participants, events } = read(source);
    expect(participants.map(({ id, label, type }) => [id, label, type])).toEqual([
      ['alice', 'Alice', 'actor'],
      ['bob', 'bob', 'participant'],
      ['db', 'db', 'participant'],
    ]);
    const told = events.map((event) => {
      if (event.kind === 'message') return `${event.from} ${event.arrow} ${event.to}: ${event.text}`;
      if (event.kind === 'note' || event.kind === 'start') return `${event.kind} ${event.text}`;
      return event.kind === 'activate' || event.kind === 'deactivate' ? `${event.kind} ${event.participant}` : event.kind;
    });
    expect(told).toEqual([
      'alice ->> bob: Authentication Request',
      'bob ->> db: look',
      'activate bob',
      'db -->> bob: found',
      'deactivate bob',
      'note It takes its time',
      'start Some time later',
      'bob ->> alice: Response',
      'end',
      'alice ->> alice: think',
    ]);
  });

  it('takes other words where they stand, and what is taken out goes with its line', () => {
    expect(change(source, 'alice', { text: 'Eve' })).toBe(source.replace('alice: Alice', 'alice: Eve'));
    expect(change(source, 'bob', { text: 'Bob: b' })).toBe(source.replace('bob\n', 'bob: Bob: b\n'));
    expect(change(source, 'db', { text: 'Store' })).toBe(source.replace('bob.job -> db', 'db: Store\nbob.job -> db'));
    expect(change(source, 'message:bob>db:1', { text: 'seek' })).toBe(source.replace('look #', 'seek #'));
    expect(remove(source, 'message:alice>bob:1')).toBe(source.replace('alice -> bob: Authentication Request\n', ''));
    expect(remove(source, 'group:1')).toBe(source.replace('later: Some time later {\n', '').replace('}\nalice ->', 'alice ->'));
  });

  it('takes messages where they are drawn, new participants, and another order', () => {
    expect(restructure(source, { kind: 'connect', from: 'db', to: 'alice', at: { x: 0, y: 0 } })).toBe(
      source.replace('alice -> bob', 'db -> alice: Message\nalice -> bob'),
    );
    expect(restructure(source, { kind: 'connect', from: 'db', to: 'alice', at: { x: 0, y: 5000 } })).toBe(
      `${source}db -> alice: Message\n`,
    );
    expect(restructure(source, { kind: 'reorder', node_id: 'message:alice>alice:1', to: -1 })).toBe(
      source.replace('alice -> alice: think\n', '').replace('Response\n', 'Response\n  alice -> alice: think\n'),
    );
  });
});

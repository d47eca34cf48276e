import { expect, it } from 'vitest';
import { formatSource } from '../format-source.ts';
import { ourAnswer } from './compare.node.ts';
import { documentedSources, widerSources } from './sources.node.ts';

it('keeps every diagram as it is, and formats once for all', async () => {
  const changed: string[] = [];
  for (const { name, text } of [...documentedSources(), ...widerSources()]) {
    const formatted = formatSource('mermaid', text);
    if (formatted === text) continue;
    expect(formatSource('mermaid', formatted), name).toBe(formatted);
    expect(await ourAnswer(formatted), name).toEqual(await ourAnswer(text));
    changed.push(name);
  }
  expect(changed.length).toBeGreaterThan(300);
});

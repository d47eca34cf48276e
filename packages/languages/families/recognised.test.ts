import { expect, it } from 'vitest';
import { recognise } from '../recognise.ts';

it.each([
  ['user -> api: calls\napi -> db', 'd2'],
  ['db: Orders {\n  shape: cylinder\n}', 'd2'],
  ['# services\nweb -> api\napi.style.fill: red', 'd2'],
  ['digraph {\n  a -> b;\n}', 'dot'],
  ['// made by hand\nstrict graph "G" {\n  a -- b\n}', 'dot'],
  ['```gv\ngraph { a }\n```', 'dot'],
  ['graph TD\n  a{Is it?} --> b', 'mermaid'],
])('takes %j for %s', (text, family) => {
  expect(recognise(text)?.language).toBe(family);
});

it.each([
  'Settings -> Display is where you choose a size for letters\nand other things',
  'const f = (a) => a;\nf(1);',
  'shopping:\n- milk\n- bread',
  'name: Ada\nmail: ada@example.org',
])('leaves %j alone', (text) => {
  expect(recognise(text)).toBeUndefined();
});

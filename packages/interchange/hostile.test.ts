import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ForeignFileError, findImporter, importers } from './importers.ts';
import { mustBeRead } from './testing/must-be-read.ts';

/** Enough that what is not linear would take minutes, characters. */
const length = 200_000;
const long = (piece: string) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
const counted = (piece: (at: number) => string) => {
  let text = '';
  for (let at = 0; text.length < length; at += 1) text += piece(at);
  return text;
};

/** Long texts of what a reader could be slow at. */
const floods: Readonly<Record<string, string>> = {
  'blank lines': long('\n'),
  spaces: `CREATE TABLE${long(' ')}`,
  quotes: long(`'"\``),
  'opened quotes': counted((at) => `"a${at}\n'b\n`),
  'opened brackets': long('[a'),
  'dollar tags': counted((at) => `$t${at}$ `),
  backslashes: `'${long('\\')}`,
  'opened comments': long('/*'),
  parentheses: `CREATE TABLE t ${long('(')}`,
  braces: `model A ${long('{')}`,
  'nested blocks': long('model A {\n'),
  'open tables': long('Table a {\n'),
  'one table of many columns': `CREATE TABLE t (${counted((at) => `c${at} int,`)} z int);`,
  'many tables': counted((at) => `CREATE TABLE t${at} (a int);`),
  'many schemas': counted((at) => `CREATE TABLE s${at}.t (a int);`),
  'many models': counted((at) => `model M${at} {\n id Int @id\n}\n`),
  'many fields': `model A {\n${counted((at) => `f${at} A?\n`)}}`,
  'many tables of DBML': counted((at) => `Table t${at} {\n id int\n}\n`),
  'many references': `Table a {\n id int\n}\n${long('Ref: a.id > a.id\n')}`,
  'many keys': `CREATE TABLE a (id int, ${long('UNIQUE (id), FOREIGN KEY (id) REFERENCES a, ')} x int);`,
  'many renames': `CREATE TABLE a0 (id int REFERENCES a0);${counted((at) => `ALTER TABLE a${at} RENAME TO a${at + 1};`)}`,
  data: `CREATE TABLE a (id int);\nINSERT INTO a VALUES ${long(`(1,'it''s; CREATE TABLE x (y int);'),`)};`,
  'services of Compose': `services:\n${counted((at) => `  s${at}:\n    image: a\n    depends_on: [s${at + 1}]\n`)}`,
  'ports of one service': `services:\n  a:\n    ports:\n${counted((at) => `      - "${at}:80"\n`)}`,
  'brackets in YAML': `services: ${long('[')}`,
  'braces in YAML': `services: ${long('{a: ')}`,
  'lists in lists': `services:\n  ${long('- ')}`,
  'ever deeper YAML': `services:\n${Array.from({ length: 1400 }, (_, at) => `${' '.repeat(at)}a:\n`).join('')}`,
  'keys of YAML': `services:\n${counted((at) => `  k${at}: {image: b}\n`)}`,
  'documents of YAML': long('apiVersion: v1\nkind: Service\nmetadata: {name: a}\n---\n'),
  'workloads and services of Kubernetes': counted(
    (at) =>
      `apiVersion: v1\nkind: Service\nmetadata: {name: s${at}}\nspec: {selector: {a: b}}\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: p${at}, labels: {a: b}}\n---\n`,
  ),
  'templates of Helm': `apiVersion: v1\nkind: Pod\na: '${long('{{')}`,
  'anchors that multiply': `services:\n  a0: &a0 [x, x]\n${Array.from({ length: 60 }, (_, at) => `  a${at + 1}: &a${at + 1} [*a${at}, *a${at}]\n`).join('')}`,
  'an anchor in itself': 'services: &a\n  b: *a\n',
  'merge keys': `services:\n  a: &a {image: b}\n${counted((at) => `  b${at}:\n    <<: *a\n`)}`,
  'words of YAML': `services:\n  a:\n    environment:\n      A: "${long('://')}"\n`,
  'resources of Terraform': counted((at) => `resource "aws_iam_policy" "p${at}" {\n  role = aws_iam_policy.p${at + 1}.id\n}\n`),
  'templates in templates of Terraform': `module "a" {\n  b = ${long('"${')}`,
  'a text of Terraform that does not end': `module "a" {\n  b = <<EOT\n${long('EO\n')}`,
  'blocks of Terraform': `module "a" {\n${long('b {\n')}`,
  bytes: counted((at) => String.fromCharCode((at * 7919) % 65_536)),
};

/** What reading gives: a diagram that its language accepts, or a sentence for the person. */
async function outcome(text: string, importer: (typeof importers)[number]): Promise<string> {
  try {
    for (const { source } of (await importer.load())(text).diagrams) mustBeRead(source);
    return 'diagram';
  } catch (error) {
    if (!(error instanceof ForeignFileError)) throw error;
    return error.message;
  }
}

describe.each(importers)('$label, given anything', (importer) => {
  it.each(Object.keys(floods))('reads %s without end', async (flood) => {
    const text = floods[flood] ?? '';
    const before = process.threadCpuUsage();
    importer.recognises(text);
    await outcome(text, importer);
    const { user, system } = process.threadCpuUsage(before);
    // Work, not time: a busy machine does no more of it. Far above what is needed, far below what anything that is not linear takes.
    expect((user + system) / 1e6, 'seconds of work').toBeLessThan(8);
  });

  it('gives a diagram or says why there is none, for any scraps of such texts', async () => {
    const scraps = fc.array(
      fc.constantFrom(
        ...'CREATE TABLE a ( id int , PRIMARY KEY ) ; ALTER ADD COLUMN model B { Int @id @@unique [ ] } Table Ref : > <> - " \' ` $$ -- // /* */ \n \\ . # é'.split(
          ' ',
        ),
        ...[
          'REFERENCES a',
          '@relation(fields: [id], references: [id])',
          'COPY a FROM stdin;\n',
          'DELIMITER ;;\n',
          'INHERITS (a)',
          'indexes {',
          "'''",
          'COMMENT ON COLUMN a.id IS',
          '~a',
          '\n',
        ],
      ),
      { maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(scraps, async (words) => void (await outcome(words.join(' '), importer))),
      { numRuns: 300 },
    );
  });

  it('says that it found nothing', async () => {
    expect(await outcome('Hello', importer)).toMatch(/\b(?:no|neither) /);
  });
});

it('says less of a model that is too large for one diagram, and says that it does', async () => {
  const tables = (columns: number) =>
    Array.from(
      { length: 400 },
      (_, at) =>
        `CREATE TABLE t${at} (id int PRIMARY KEY, ${Array.from({ length: columns }, (__, of) => `c${of} text COMMENT 'about it'`).join(', ')});`,
    ).join('\n');
  const read = await importers.find(({ extensions }) => extensions.includes('.sql'))?.load();
  expect(read?.(tables(5)).warnings).toEqual([]);
  expect(read?.(tables(20)).warnings.map(({ message }) => message)).toEqual(['The model is large: comments are left out.']);
  expect(read?.(tables(60)).warnings.map(({ message }) => message)).toEqual(['The model is large: only columns that are keys are shown.']);
});

it('recognises nothing in prose, other code or diagrams', () => {
  const others = [
    'To make it, use\n\nCREATE TABLE users (\n  id int\n);',
    'const table = `CREATE TABLE a (id int)`;',
    'erDiagram\n  A ||--o{ B : has',
    'flowchart LR\n  Table --> model',
    'class model {\n  int id\n}',
    'Table 1 {see below}\n a b',
    'SELECT * FROM a;',
    '{"type":"excalidraw"}',
    '# Title\n\nmodel A {\n',
  ];
  expect(others.filter((text) => findImporter(text))).toEqual([]);
});

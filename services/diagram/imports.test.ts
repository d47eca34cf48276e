import { createDiagram, getDiagram, importDiagram } from '@autograph/contracts';
import type { Identity } from '@autograph/service-kit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFiles, type TestFiles } from './testing/start-files.ts';

describe('imports', () => {
  let instance: TestFiles;
  let ada: Identity;
  let id: string;
  beforeAll(async () => {
    instance = await startFiles();
    ada = await instance.person('Ada');
    id = (await instance.services.call(ada, createDiagram, { body: { title: 'Shop', type: 'canvas' } })).id;
  });
  afterAll(() => instance.close());

  const send = (body: { name?: string; content: string; x?: number; y?: number }, by = ada) =>
    instance.services.call(by, importDiagram, { params: { id }, body });

  it('put a data model on the canvas as a diagram, and tell what was left out', async () => {
    const content = 'CREATE TABLE a (id int PRIMARY KEY,\n b int REFERENCES nowhere);';
    const { block, format, warnings } = await send({ name: 'Schema.SQL', content });
    expect(format).toBe('SQL');
    expect(block.source).toContain('erDiagram');
    expect(block.source).toContain('int id PK');
    expect(warnings).toEqual([{ message: '“a” refers to “nowhere”, which is not defined here.', line: 2 }]);
    const { canvas_data } = await instance.services.call(ada, getDiagram, { params: { id } });
    expect(canvas_data.blocks.map(({ source }) => source)).toEqual([block.source]);
  });

  it('are recognised without a name', async () => {
    expect((await send({ content: 'Table a {\n  id int [pk]\n}' })).format).toBe('DBML');
  });

  it('put several diagrams beside each other, clear of one another', async () => {
    const content = JSON.stringify({
      openapi: '3.1.0',
      paths: { '/pets': { get: { responses: { 200: { description: 'All' } } } } },
      components: { schemas: { Pet: { properties: { mother: { $ref: '#/components/schemas/Pet' } } }, Shop: { type: 'object' } } },
    });
    const { blocks, shapes } = await send({ content, x: 30, y: 20 });
    expect(blocks.map(({ source }) => source.split('\n')[0])).toEqual(['classDiagram', 'sequenceDiagram']);
    expect(shapes.map(({ x, w }) => [x, w])).toEqual([
      [30, 10],
      [120, 10],
    ]);
  });

  it('refuse what holds no data model, saying why, and people who may only look', async () => {
    await expect(send({ content: 'Dear diary' })).rejects.toMatchObject({ code: 'unsupported_media_type' });
    await expect(send({ name: 'a.sql', content: 'SELECT 1;' })).rejects.toMatchObject({
      code: 'validation_failed',
      details: [{ path: 'body.content', message: 'This SQL makes no tables: there is no CREATE TABLE in it.' }],
    });
    await expect(send({ content: 'CREATE TABLE a (id int);' }, await instance.person('Bob'))).rejects.toMatchObject({ code: 'forbidden' });
  });
});

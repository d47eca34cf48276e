import { writeEr } from '@autograph/languages/mermaid-er/write.ts';
import { diagramOf } from '../../data-model/diagram.ts';
import type { Imported } from '../../importer.ts';
import { cursorOf, says, splitByCommas } from '../../text/token-cursor.ts';
import { readAlter } from './alter.ts';
import { readComment } from './comment.ts';
import { readCreate } from './create.ts';
import { modelOf } from './model-of.ts';
import { readName } from './names.ts';
import { createSchema } from './schema.ts';
import { readStatements } from './statements.ts';

/** The tables that an SQL script makes, in the dialects of PostgreSQL, MySQL and SQLite, as they are when it has run. */
export function readSql(text: string): Imported {
  const schema = createSchema(text);
  const { statements, unclosed } = readStatements(text);
  for (const tokens of statements) {
    const [first] = tokens;
    if (says(first, 'CREATE')) readCreate(schema, tokens);
    else if (says(first, 'ALTER')) readAlter(schema, tokens);
    else if (says(first, 'COMMENT')) readComment(schema, tokens);
    else if (says(tokens[1], 'TABLE')) {
      for (const part of splitByCommas(tokens.slice(says(tokens[2], 'IF') ? 4 : 2))) {
        const name = readName(cursorOf(part));
        const table = name && schema.find(name);
        if (table) schema.drop(table);
      }
    }
  }
  for (const at of unclosed) schema.warn('A quote or comment is opened here and never closed.', at);
  return diagramOf(modelOf(schema), writeEr, 'This SQL makes no tables: there is no CREATE TABLE in it.');
}

import { createLexer, type Token } from '../../text/lexer.ts';
import { says } from '../../text/token-cursor.ts';
import { lexiconFor } from './lexicon.ts';

/** What begins statements that say something about tables; all others, such as a dump's data, are read past. */
const telling = ['CREATE', 'ALTER', 'COMMENT', 'DROP'];

export interface Statements {
  readonly statements: readonly (readonly Token[])[];
  /** Offsets of quotes and comments that are never closed. */
  readonly unclosed: readonly number[];
}

/** Cuts a script into its telling statements, past data, routines and commands of command line tools. */
export function readStatements(text: string): Statements {
  const lexer = createLexer(text, lexiconFor(text));
  const statements: Token[][] = [];
  let first: Token | undefined;
  let tells = false;
  let fromInput = false;
  let depth = 0;
  const end = () => {
    if (fromInput) lexer.moveTo(after(text, /^\\\./gm, lexer.at));
    first = undefined;
    fromInput = false;
    depth = 0;
  };
  for (let token = lexer.next(); token; token = lexer.next()) {
    if (first !== undefined && depth === 0 && startsAnother(text, token, first)) end();
    if (says(token, ';') || (first === undefined && says(token, 'GO'))) end();
    else if (first === undefined && says(token, '\\')) lexer.moveTo(after(text, /$/gm, token.to));
    else if (first === undefined && says(token, 'DELIMITER')) skipRoutines(token);
    else if (first === undefined) begin(token);
    else {
      if (says(token, '(')) depth += 1;
      else if (says(token, ')')) depth = Math.max(0, depth - 1);
      if (tells) statements.at(-1)?.push(token);
      else if (says(token, 'STDIN') && says(first, 'COPY')) fromInput = true;
    }
  }
  return { statements, unclosed: lexer.unclosed };

  function begin(token: Token): void {
    first = token;
    tells = telling.some((word) => says(token, word));
    if (tells) statements.push([token]);
  }

  /** Routines of MySQL stand between DELIMITER ;; and DELIMITER ; */
  function skipRoutines(token: Token): void {
    const line = after(text, /$/gm, token.to);
    const usual = text.slice(token.to, line).trim() === ';';
    lexer.moveTo(usual ? line : after(text, /^[^\S\n]*DELIMITER[^\S\n]+;[^\S\n]*$/gim, line));
  }
}

/** Where the next match ends, or the text. */
function after(text: string, pattern: RegExp, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text) ? pattern.lastIndex : text.length;
}

/** Whether a semicolon was forgotten, or is not written in this dialect. */
function startsAnother(text: string, token: Token, first: Token): boolean {
  const starts = says(token, 'CREATE') || says(token, 'GO') || (says(token, 'ALTER') && says(first, 'CREATE'));
  return starts && /(?:^|\n)[^\S\n]*$/.test(text.slice(Math.max(0, token.from - 40), token.from));
}

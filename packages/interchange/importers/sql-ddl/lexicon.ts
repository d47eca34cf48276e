import type { Lexicon, Quote } from '../../text/lexer.ts';

const word = /[\p{L}\p{N}_@][\p{L}\p{N}_$@]*/uy;

const identifiers: readonly Quote[] = [
  { open: '"', close: '"', kind: 'quoted', escape: 'doubled' },
  { open: '`', close: '`', kind: 'quoted', escape: 'doubled' },
  // [name] of SQLite and SQL Server, where an array's brackets cannot be meant.
  {
    open: '[',
    close: ']',
    kind: 'quoted',
    oneLine: true,
    opens: (before, after) => !/[\p{L}\p{N}_)\]"'`]/u.test(before) && /[\p{L}_]/u.test(after),
  },
];

const standard: Lexicon = {
  word,
  quotes: [
    { open: "E'", close: "'", kind: 'string', escape: 'both' },
    { open: "'", close: "'", kind: 'string', escape: 'doubled' },
    ...identifiers,
  ],
  lineComments: ['--'],
  nestedComments: true,
  dollarQuotes: true,
};

const mysql: Lexicon = {
  word,
  quotes: [
    { open: "'", close: "'", kind: 'string', escape: 'both' },
    { open: '"', close: '"', kind: 'quoted', escape: 'both' },
    ...identifiers,
  ],
  lineComments: ['--', '#'],
};

/** MySQL escapes by backslashes and has comments of its own; what the other dialects write can be told apart by its form. */
export function lexiconFor(text: string): Lexicon {
  return /\bengine\s*=|\bauto_increment\b|^-- (?:mysql|mariadb) dump|^[^\S\n]*#(?![>#-])/im.test(text) ? mysql : standard;
}

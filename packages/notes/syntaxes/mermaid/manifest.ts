import type { Syntax } from '../syntax.ts';
import { completeMermaid } from './completion.ts';
import { kindWord } from './keywords.ts';
import { mermaidLanguage } from './language.ts';
import { snippetsOf } from './snippets.ts';

export const manifest: Syntax = {
  id: 'mermaid',
  language: mermaidLanguage,
  complete: completeMermaid,
  icons: { typed: /(?:@\{[^}]*\bicon\s*:\s*"?|::icon\(|^\s*(?:service|group)\s+[\w-]+\()([\w:-]*)$/, written: (id) => id },
  snippets: (source) => snippetsOf(kindWord(source)),
  indentsBelow: (line) => kindWord(line) !== undefined || line === '',
  placeholder: 'flowchart LR\n  a --> b',
};

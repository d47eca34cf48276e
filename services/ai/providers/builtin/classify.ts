import { findExchange } from './exchanges.ts';
import { listedParticipants } from './participants.ts';

export type DiagramKind = 'architecture' | 'sequence' | 'schema';

/** The kind of diagram that a request asks for, by its words. */
export function classify(prompt: string): DiagramKind {
  if (/\b(?:er|erd|entity[ -]relationship)\b|\bschema\b|\bdata ?model\b|\btables\b|\bentities\b/i.test(prompt)) return 'schema';
  if (
    /\bsequence\b|\bhandshake\b|\bprotocol\b|\bflow\b(?!chart)|\binteraction\b|\bstep by step\b/i.test(prompt) &&
    !/\b(?:data|network|traffic) flow\b|\bflow(?:s)? (?:from|through)\b/i.test(prompt)
  )
    return 'sequence';
  // "Login between browser, API and identity provider" tells who talks, and of what.
  if (listedParticipants(prompt).length > 0 && findExchange(prompt)) return 'sequence';
  return 'architecture';
}

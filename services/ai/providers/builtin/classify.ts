export type DiagramKind = 'architecture' | 'sequence' | 'schema';

/** The kind of diagram that a request asks for, by its words. */
export function classify(prompt: string): DiagramKind {
  if (/\b(?:er|erd|entity[ -]relationship)\b|\bschema\b|\bdata ?model\b|\btables\b|\bentities\b/i.test(prompt)) return 'schema';
  if (
    /\bsequence\b|\bhandshake\b|\bprotocol\b|\bflow\b(?!chart)|\binteraction\b|\bstep by step\b/i.test(prompt) &&
    !/\b(?:data|network|traffic) flow\b|\bflow(?:s)? (?:from|through)\b/i.test(prompt)
  )
    return 'sequence';
  return 'architecture';
}

/** Kinds of requirements, by the word that opens one (https://mermaid.js.org/syntax/requirementDiagram.html). */
export const requirementTypes = {
  requirement: 'Requirement',
  functionalRequirement: 'Functional Requirement',
  interfaceRequirement: 'Interface Requirement',
  performanceRequirement: 'Performance Requirement',
  physicalRequirement: 'Physical Requirement',
  designConstraint: 'Design Constraint',
} as const;

export const levels = { low: 'Low', medium: 'Medium', high: 'High' } as const;

export const methods = { analysis: 'Analysis', demonstration: 'Demonstration', inspection: 'Inspection', test: 'Test' } as const;

export const relationTypes = ['contains', 'copies', 'derives', 'satisfies', 'verifies', 'refines', 'traces'] as const;
export type RelationType = (typeof relationTypes)[number];

/** What a word of a table stands for, whatever its case. */
export function meaning(table: Readonly<Record<string, string>>, word: string): string | undefined {
  return Object.entries(table).find(([name]) => name.toLowerCase() === word.trim().toLowerCase())?.[1];
}

export function relationType(word: string): RelationType | undefined {
  return relationTypes.find((type) => type === word.trim().toLowerCase());
}

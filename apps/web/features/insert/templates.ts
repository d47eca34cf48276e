import { families, type Template } from '@autograph/languages';

/** A diagram to start from, and what it is written in. */
export interface DiagramTemplate extends Template {
  readonly family: string;
  /** For people: "Mermaid". */
  readonly familyLabel: string;
  /** The label, with the family where that is not the usual one: `Sequence (Mermaid)`. */
  readonly title: string;
}

/** Starting points that show what each kind of diagram is for, by family. */
export const templates: readonly DiagramTemplate[] = families.flatMap(({ id, label: familyLabel, templates: own }, at) =>
  own.map((template) => ({
    ...template,
    ...{ family: id, familyLabel },
    title: at === 0 ? template.label : `${template.label} (${familyLabel})`,
  })),
);

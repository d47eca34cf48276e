/** What the text says of one thing, by property. */
export type Said = Readonly<Record<string, string>>;

/** What a text says, apart from how it does: edits are held against it. */
export interface GraphForm {
  /** Nodes and groups by id. */
  readonly things: Readonly<Record<string, Said>>;
  /** In the order of the text, which means nothing. */
  readonly edges: readonly Said[];
  /** What is said of the whole. */
  readonly whole: Said;
}

/** With a property of a thing set, or taken out when undefined. */
export function withThing(form: GraphForm, id: string, name: string, value: string | undefined): GraphForm {
  return { ...form, things: { ...form.things, [id]: withProperty(form.things[id] ?? {}, name, value) } };
}

/** With a property of the edge at this place set, or taken out when undefined. */
export function withEdge(form: GraphForm, at: number, name: string, value: string | undefined): GraphForm {
  return { ...form, edges: form.edges.map((edge, place) => (place === at ? withProperty(edge, name, value) : edge)) };
}

function withProperty(said: Said, name: string, value: string | undefined): Said {
  const { [name]: _, ...rest } = said;
  return value === undefined ? rest : { ...rest, [name]: value };
}

/** Without these things and edges. */
export function withoutParts(form: GraphForm, things: ReadonlySet<string>, edges: ReadonlySet<number>): GraphForm {
  return {
    ...form,
    things: Object.fromEntries(Object.entries(form.things).filter(([id]) => !things.has(id))),
    edges: form.edges.filter((_, at) => !edges.has(at)),
  };
}

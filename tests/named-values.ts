import { parseAst } from 'rolldown/parseAst';

/** A string that a source spells out. */
export interface NamedValue {
  readonly value: string;
  /** Offset in the source. */
  readonly at: number;
  /** What it is a value of, as far as the source says: `type` in `{ type: 'x' }`, `shape.type === 'x'` and `(type: 'x') =>`; `setTool` in `setTool('x')`. */
  readonly of: ReadonlySet<string>;
}

/** Strings that a source lists together: an array, a union of types, the keys of an object. */
export interface NamedList {
  readonly values: readonly string[];
  /** Offset in the source. */
  readonly at: number;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** Through these a string stays the value of what is around it. */
const transparent = new Set([
  'ArrayExpression',
  'ChainExpression',
  'ConditionalExpression',
  'LogicalExpression',
  'ParenthesizedExpression',
  'SpreadElement',
  'TemplateLiteral',
  'TSAsExpression',
  'TSArrayType',
  'TSLiteralType',
  'TSSatisfiesExpression',
  'TSTypeAnnotation',
  'TSTypeOperator',
  'TSUnionType',
  'JSXExpressionContainer',
]);
const comparisons = new Set(['===', '!==', '==', '!=']);

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function nodesOf(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  return isNode(value) ? [value] : [];
}

/** The last name of an expression: `type` of `type`, `shape.type` and `shape['type']`. */
function nameOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Identifier' || node.type === 'JSXIdentifier') return String(node.name);
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type === 'MemberExpression') return nameOf(node.property);
  if (node.type === 'ChainExpression' || node.type.startsWith('TS') || node.type === 'ParenthesizedExpression')
    return nameOf(node.expression);
  return undefined;
}

/** The first name of a call: `z` of `z.string().default`. */
function rootOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'MemberExpression') return rootOf(node.object);
  if (node.type === 'CallExpression') return rootOf(node.callee);
  return nameOf(node);
}

/** What the innermost of the ancestors makes of a value in it: names, and whether to look further out. */
function roleIn(node: Node, child: Node): { readonly names: readonly unknown[]; readonly further: boolean } {
  switch (node.type) {
    case 'Property':
    case 'PropertyDefinition':
      return { names: child === node.value ? [nameOf(node.key)] : [], further: false };
    case 'TSPropertySignature':
      return { names: [nameOf(node.key)], further: false };
    case 'BinaryExpression':
      return {
        names: comparisons.has(String(node.operator)) ? [nameOf(child === node.left ? node.right : node.left)] : [],
        further: false,
      };
    case 'AssignmentExpression':
    case 'AssignmentPattern':
      return { names: child === node.right ? [nameOf(node.left)] : [], further: false };
    case 'VariableDeclarator':
      return { names: child === node.init ? [nameOf(node.id)] : [], further: false };
    case 'Identifier':
      return { names: [node.name], further: false };
    case 'JSXAttribute':
      return { names: [nameOf(node.name)], further: false };
    case 'NewExpression':
      return { names: [], further: nameOf(node.callee) === 'Set' };
    case 'MemberExpression':
      return { names: [], further: child === node.object };
    case 'CallExpression': {
      if (child !== node.callee) return { names: [nameOf(node.callee)], further: rootOf(node.callee) === 'z' };
      // `['x', 'y'].includes(shape.type)`
      return { names: nodesOf(node.arguments).map(nameOf), further: rootOf(node.callee) === 'z' };
    }
    default:
      return { names: [], further: transparent.has(node.type) };
  }
}

function namesOf(node: Node, ancestors: readonly Node[]): Set<string> {
  const names = new Set<string>();
  let child = node;
  for (const ancestor of ancestors.toReversed()) {
    if (ancestor.type === 'SwitchCase') {
      const owner = ancestors[ancestors.indexOf(ancestor) - 1];
      const name = child === ancestor.test && nameOf(owner?.discriminant);
      return name ? names.add(name) : names;
    }
    const role = roleIn(ancestor, child);
    for (const name of role.names) if (typeof name === 'string') names.add(name);
    if (!role.further) return names;
    child = ancestor;
  }
  return names;
}

function stringOf(node: Node): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type === 'TemplateElement' && typeof node.value === 'object' && node.value !== null && 'cooked' in node.value)
    return String(node.value.cooked);
  return node.type === 'TSLiteralType' && isNode(node.literal) ? stringOf(node.literal) : undefined;
}

function listOf(node: Node): string[] {
  if (node.type === 'ObjectExpression')
    return nodesOf(node.properties).flatMap((property) => (property.computed === true ? [] : (nameOf(property.key) ?? [])));
  if (node.type === 'ArrayExpression') return nodesOf(node.elements).flatMap((item) => stringOf(item) ?? []);
  return node.type === 'TSUnionType' ? nodesOf(node.types).flatMap((item) => stringOf(item) ?? []) : [];
}

/** 1-based. */
export function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}

/** Every string that a TypeScript source spells out, imports aside, and every list of them. */
export function namedIn(text: string, path: string): { readonly values: readonly NamedValue[]; readonly lists: readonly NamedList[] } {
  const values: NamedValue[] = [];
  const lists: NamedList[] = [];
  const visit = (node: Node, ancestors: readonly Node[]): void => {
    if (/^(Import|ExportAll)/.test(node.type)) return;
    const value = node.type === 'TSLiteralType' ? undefined : stringOf(node);
    if (value !== undefined) values.push({ value, at: node.start, of: namesOf(node, ancestors) });
    const list = listOf(node);
    if (list.length > 0) lists.push({ values: list, at: node.start });
    const inside = [...ancestors, node];
    for (const child of Object.values(node).flatMap(nodesOf))
      if (!(node.type === 'ExportNamedDeclaration' && child === node.source)) visit(child, inside);
  };
  for (const node of nodesOf(parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' }).body)) visit(node, []);
  return { values, lists };
}

import type { Diagnostic } from '@autograph/editor';
import type { Direction } from '@autograph/layout';
import type { Chart } from '../chart/chart.ts';
import type { GraphForm } from '../chart/form.ts';
import type { Parsed } from '../language.ts';
import { Problem } from '../mermaid/cursor.ts';
import { errorAt } from '../mermaid/source.ts';
import { clusterLook, edgeLook, nodeLook } from './look.ts';
import type { DotModel, Values } from './model.ts';
import { readDot } from './read.ts';
import { resolveDot } from './resolve.ts';

/** Reads a DOT text; never throws. */
export function parseDot(source: string): Parsed<DotModel> {
  try {
    const syntax = readDot(source);
    const parts = { source, syntax, ...resolveDot(syntax) };
    const warnings = remains(source, syntax.to);
    return { ok: true, model: { ...parts, warnings, chart: chartOf(parts), form: formOf(parts) }, warnings };
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return { ok: false, diagnostics: [errorAt(source, problem.at.from, problem.at.to, problem.message)] };
  }
}

type Parts = Omit<DotModel, 'warnings' | 'chart' | 'form'>;

function remains(source: string, to: number): readonly Diagnostic[] {
  const rest = source.slice(to).replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|#[^\n]*/g, '');
  const message = 'Only the first graph of a text is shown, not what follows here.';
  return rest.trim() === '' ? [] : [{ ...errorAt(source, to, source.length, message), severity: 'warning' }];
}

function chartOf({ syntax, nodes, clusters, edges, values }: Parts): Chart {
  const name = syntax.id?.text ?? '';
  const within = (parent: string | undefined) => (parent === undefined ? {} : { parent });
  return {
    direction: directionOf(values.get('rankdir')?.text),
    // Outer ones are met before inner ones.
    groups: [...clusters.values()].map((cluster) => ({
      id: cluster.id,
      ...within(cluster.parent),
      range: cluster.places[0] ?? syntax.body,
      look: clusterLook(cluster, name),
    })),
    nodes: [...nodes.values()].map((node) => {
      const declared = node.mentions.find(({ statement }) => statement.ends.length === 1) ?? node.mentions[0];
      return { id: node.id, ...within(node.cluster), range: declared?.end ?? syntax.body, look: nodeLook(node, name) };
    }),
    edges: edges.map((edge) => ({
      id: edge.id,
      from: edge.from,
      to: edge.to,
      range: edge.statement,
      look: edgeLook(edge, syntax.directed, name),
    })),
  };
}

function directionOf(rankdir: string | undefined): Direction {
  return rankdir === 'LR' || rankdir === 'RL' || rankdir === 'BT' ? rankdir : 'TB';
}

function said(values: Values): Record<string, string> {
  return Object.fromEntries([...values].map(([name, { text, html }]) => [name, html ? `<${text}>` : text]));
}

function formOf({ syntax, nodes, clusters, edges, values }: Parts): GraphForm {
  const nodeForms = [...nodes.values()].map(({ id, cluster, values: own }) => [id, { ...said(own), ...(cluster && { cluster }) }] as const);
  const clusterForms = [...clusters.values()].map(
    ({ id, parent, values: own }) => [id, { ...said(own), ...(parent && { cluster: parent }) }] as const,
  );
  return {
    things: Object.fromEntries([...nodeForms, ...clusterForms]),
    edges: edges.map(({ from, to, values: own }) => ({ ...said(own), from, to })),
    whole: { ...said(values), kind: `${syntax.strict} ${syntax.directed} ${syntax.id?.text ?? ''}` },
  };
}

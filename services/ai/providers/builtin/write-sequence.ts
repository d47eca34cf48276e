import type { Component, Relation } from './component.ts';
import { type Exchange, findExchange, type Role } from './exchanges.ts';
import { findMentions } from './mentions.ts';
import { listedParticipants, type Participant, participantOf } from './participants.ts';
import { connectLoose, relateMentions } from './relate.ts';

const declaration = (id: string, { label, actor }: Participant) => `${actor ? 'actor' : 'participant'} ${id} as ${label}`;
const write = (lines: readonly string[]) => ['sequenceDiagram', ...lines.map((line) => `  ${line}`)].join('\n');

/** Who plays which role: by what the names say, and the rest of a `complete` list in its order. Undefined when there are too few roles for it. */
function cast(roles: readonly Role[], participants: readonly Participant[], complete: boolean): Map<string, Participant> | undefined {
  const playing = new Map<string, Participant>();
  const left: Participant[] = [];
  for (const participant of participants) {
    const role = roles.find(({ id, fits }) => !playing.has(id) && fits.test(participant.label));
    if (role) playing.set(role.id, participant);
    else left.push(participant);
  }
  for (const participant of complete ? left : []) {
    const role = roles.find(({ id }) => !playing.has(id));
    if (!role) return undefined;
    playing.set(role.id, participant);
  }
  return playing;
}

const message = /^(\s*)(\w+)(-?->>)(\w+): (.*)$/;

/** An exchange among those who play its roles; what somebody would tell himself is left out. Undefined when nothing is left. */
function perform({ roles, lines }: Exchange, playing: ReadonlyMap<string, Participant>): string | undefined {
  const [anybody] = playing.keys();
  const there = (id: string) =>
    playing.has(id) ? id : (roles.find((role) => role.id === id)?.standIns.find((other) => playing.has(other)) ?? anybody);
  const said = lines.flatMap((line) => {
    const [, indent = '', from = '', arrow = '', to = '', text = ''] = message.exec(line) ?? [];
    if (text === '') return [line];
    return there(from) === there(to) ? [] : [`${indent}${there(from)}${arrow}${there(to)}: ${text}`];
  });
  // Branches in which nothing is said are none.
  const branches = said.some((line) => line.startsWith(' '));
  const told = branches ? said : said.filter((line) => message.test(line));
  const declared = roles.flatMap(({ id }) => {
    const participant = playing.get(id);
    return participant ? [declaration(id, participant)] : [];
  });
  return told.length > 0 ? write([...declared, ...told]) : undefined;
}

/** One request for each relation, and the answers in the reverse order; who is named without a relation comes first. */
function describe(components: readonly Component[], told: readonly Relation[]): string {
  const relations = [...connectLoose(components, told).slice(told.length), ...told];
  return write([
    ...components.map((component) => declaration(component.id, participantOf(component))),
    ...relations.map(({ from, to, label }) => `${from}->>${to}: ${label ?? 'request'}`),
    ...relations.toReversed().map(({ from, to }) => `${to}-->>${from}: response`),
  ]);
}

/** A request that passes along all participants, and its answer on the way back. */
function pass(participants: readonly Participant[], text: string): string {
  const steps = participants.slice(1).map((_, index) => [`p${index}`, `p${index + 1}`] as const);
  return write([
    ...participants.map((participant, index) => declaration(`p${index}`, participant)),
    ...steps.map(([from, to]) => `${from}->>${to}: ${text}`),
    ...steps.toReversed().map(([from, to]) => `${to}-->>${from}: response`),
  ]);
}

/**
 * Writes what a request tells as a Mermaid sequence diagram: the relations of its sentences when there are two or more, else the
 * exchange that it names, among the participants that it names. Undefined when it tells neither.
 */
export function writeSequence(prompt: string): string | undefined {
  const mentions = findMentions(prompt);
  const components = [...new Map(mentions.map(({ component }) => [component.id, component])).values()];
  const relations = relateMentions(prompt, mentions);
  const exchange = findExchange(prompt);
  // "Login with Okta" relates two things, but what happens between them is told by the exchange.
  const told = exchange ? relations.filter(({ label }) => label !== undefined) : relations;
  if (told.length >= 2) return describe(components, relations);
  const listed = listedParticipants(prompt);
  if (!exchange) return listed.length > 0 ? pass(listed, 'request') : undefined;
  if (listed.length > 0) {
    const playing = cast(exchange.roles, listed, true);
    return (playing && perform(exchange, playing)) ?? pass(listed, 'request');
  }
  const usual = exchange.roles.flatMap(({ id, label, actor = false, optional }) => (optional ? [] : [[id, { label, actor }] as const]));
  const named = cast(exchange.roles, components.map(participantOf), false) ?? [];
  return perform(exchange, new Map([...usual, ...named]));
}

import type { Component } from './component.ts';
import { findMentions } from './mentions.ts';

export interface Participant {
  readonly label: string;
  readonly actor: boolean;
}

const list = /\b(?:between|among|amongst|involving|participants?:?|actors?:?)\s+([^.;:\n]+)/i;
/** Where a list of names ends and a sentence goes on. */
const rest = /\s(?:with|using|for|when|where|that|which|via|over|on|in|to)\s.*$/i;

export const participantOf = ({ label, outline }: Component): Participant => ({ label, actor: outline === 'person' });

function named(part: string): Participant[] {
  const name = part
    .trim()
    .replace(/^(?:an?|the|our|its)\s+/i, '')
    .trim();
  if (!/^\w[\w .+/-]*$/.test(name) || name.split(/\s+/).length > 4) return [];
  const [mention] = findMentions(name);
  if (mention && mention.from === 0 && mention.to === name.length) return [participantOf(mention.component)];
  return [{ label: name.charAt(0).toUpperCase() + name.slice(1), actor: false }];
}

/** The participants that a request lists, such as "between browser, API and identity provider": these and no others. None without a list of two. */
export function listedParticipants(prompt: string): readonly Participant[] {
  const parts =
    list
      .exec(prompt)?.[1]
      ?.replace(rest, '')
      .split(/,|&|\band\b/i) ?? [];
  const participants = [...new Map(parts.flatMap(named).map((participant) => [participant.label, participant])).values()];
  return participants.length >= 2 ? participants : [];
}

import { field, scalar } from '../../text/loose.ts';
import type { Operation } from './operations.ts';
import { plainWords } from './plain-words.ts';

/** Operations as a Mermaid sequence diagram: a client asks the parts of an API, which answer. */
export function sequenceDiagramOf(description: unknown, operations: readonly Operation[]): string {
  const api = scalar(field(description, 'info', 'title')) ?? 'API';
  const titles = [...new Set(operations.map(({ tag }) => tag ?? api))];
  const idOf = ({ tag }: Operation) => `P${titles.indexOf(tag ?? api) + 1}`;
  const lines = ['sequenceDiagram', '  actor C as Client'];
  for (const [at, title] of titles.entries())
    lines.push(`  participant P${at + 1} as ${plainWords(title.replace(/[{}:+-]/g, ' '), 40) || 'API'}`);
  const secured = operations.filter(({ security }) => security.length > 0);
  const mixed = secured.length < operations.length;
  if (secured.length > 0) {
    const ways = [...new Set(secured.flatMap(({ security }) => security))].slice(0, 6).map((name) => wayText(description, name));
    const last = titles.length > 0 ? `P${titles.length}` : 'C';
    lines.push(`  Note over C,${last}: ${mixed ? '🔒 needs' : 'All operations need'} ${ways.join(' or ')}`);
  }
  for (const operation of operations) {
    const { what, request, responses, isWebhook, security } = operation;
    const [asks, answers] = isWebhook ? [idOf(operation), 'C'] : ['C', idOf(operation)];
    const lock = mixed && security.length > 0 ? ' 🔒' : '';
    const body = request === undefined ? '' : `: ${plainWords(request, 60)}`;
    lines.push(`  ${asks}->>${answers}: ${plainWords(what, 100) || 'request'}${body}${lock}`);
    const answer = answerText(responses);
    if (answer !== '') lines.push(`  ${answers}-->>${asks}: ${answer}`);
  }
  return `${lines.join('\n')}\n`;
}

/** What success gives, and the codes of what may go wrong. */
function answerText(responses: Operation['responses']): string {
  const fails = ({ code }: Operation['responses'][number]) => !/^[123]/.test(code);
  const good = responses
    .filter((one) => !fails(one))
    .map(({ code, body }) => (body === undefined ? code : `${code} ${plainWords(body, 40)}`));
  const bad = responses.filter(fails).map(({ code }) => code);
  return [good.slice(0, 3).join(', '), bad.slice(0, 6).join(', ')].filter((part) => part !== '').join(' / ');
}

function wayText(description: unknown, name: string): string {
  const scheme = field(description, 'components', 'securitySchemes', name) ?? field(description, 'securityDefinitions', name);
  const type = scalar(field(scheme, 'type'));
  const detail = [type, scalar(field(scheme, 'scheme')), scalar(field(scheme, 'bearerFormat')), scalar(field(scheme, 'name'))].filter(
    Boolean,
  );
  return plainWords(detail.length > 0 ? `${name} (${detail.join(' ')})` : name, 60);
}

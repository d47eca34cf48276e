import { entriesOf, field, itemsOf, scalar, scalarsOf } from '../../text/loose.ts';
import type { References } from './references.ts';
import { typeText } from './type-text.ts';

/** What a client can ask for, or an API tells it by itself. */
export interface Operation {
  /** The first of its tags. */
  readonly tag: string | undefined;
  /** `POST /pets`; the name of a webhook. */
  readonly what: string;
  readonly isWebhook: boolean;
  readonly request: string | undefined;
  readonly responses: readonly { readonly code: string; readonly body: string | undefined }[];
  /** Names of the ways to prove who asks; none where nobody has to. */
  readonly security: readonly string[];
}

const methods = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace', 'query'];
const mostOperations = 60;

/** The operations of a description by tag, webhooks last; of very many, the first. */
export function readOperations(description: unknown, references: References, warn: (message: string) => void): readonly Operation[] {
  const inOrder = [...operationsUnder('paths', description, references), ...operationsUnder('webhooks', description, references)];
  if (inOrder.length > mostOperations) warn(`Of ${inOrder.length.toLocaleString('en')} operations, the first ${mostOperations} are shown.`);
  const kept = inOrder.slice(0, mostOperations).map((read) => read());
  return [...Map.groupBy(kept, ({ tag, isWebhook }) => (isWebhook ? undefined : `#${tag}`)).values()].flat();
}

function operationsUnder(key: 'paths' | 'webhooks', description: unknown, references: References): readonly (() => Operation)[] {
  return entriesOf(field(description, key)).flatMap(([path, value]) => {
    const item = references.resolve(value);
    return entriesOf(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, operation]) => () => ({
        tag: scalarsOf(field(operation, 'tags') ?? [])[0],
        what: key === 'webhooks' ? path : `${method.toUpperCase()} ${path}`,
        isWebhook: key === 'webhooks',
        request: requestOf(operation, item, references),
        responses: responsesOf(operation, references),
        security: securityOf(field(operation, 'security') ?? field(description, 'security')),
      }));
  });
}

function requestOf(operation: unknown, item: unknown, references: References): string | undefined {
  const body = bodyOf(references.resolve(field(operation, 'requestBody')), references);
  if (body !== undefined) return body;
  const parameters = [...itemsOf(field(operation, 'parameters')), ...itemsOf(field(item, 'parameters'))].map(references.resolve);
  const inBody = parameters.find((parameter) => field(parameter, 'in') === 'body');
  if (inBody !== undefined) return typeText(field(inBody, 'schema'), references);
  const inForm = parameters.filter((parameter) => field(parameter, 'in') === 'formData');
  return inForm.length > 0 ? inForm.flatMap((parameter) => scalar(field(parameter, 'name')) ?? []).join(', ') : undefined;
}

/** The schema of the first media type, or that of Swagger 2. */
function bodyOf(value: unknown, references: References): string | undefined {
  const schema = field(entriesOf(field(value, 'content'))[0]?.[1], 'schema') ?? field(value, 'schema');
  return schema === undefined ? undefined : typeText(schema, references);
}

/** Success first, then what may go wrong. */
function responsesOf(operation: unknown, references: References): Operation['responses'] {
  return entriesOf(field(operation, 'responses'))
    .filter(([code]) => /^(?:[1-5](?:\d\d|XX)|default)$/i.test(code))
    .slice(0, 12)
    .map(([code, value]) => ({ code, body: bodyOf(references.resolve(value), references) }));
}

function securityOf(value: unknown): readonly string[] {
  const choices = itemsOf(value).map((choice) => entriesOf(choice).map(([name]) => name));
  // An empty choice lets everybody in.
  return choices.some((names) => names.length === 0) ? [] : [...new Set(choices.flat())];
}

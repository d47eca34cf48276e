import { z } from 'zod';

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

const formats: Readonly<Record<string, string>> = {
  email: 'an e-mail address',
  url: 'a URL',
  uuid: 'an id (UUID)',
  datetime: 'a date and time, such as 2026-01-31T09:00:00Z',
};

/** What a size counts, by the kind of value that has it; a number has none. */
const units: Readonly<Record<string, string>> = { string: 'characters', array: 'entries', set: 'entries', map: 'entries' };

const least = ({ origin, minimum, inclusive = true }: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>) => {
  const unit = units[origin];
  if (unit && Number(minimum) === 1) return 'must not be empty';
  return unit ? `must have at least ${minimum} ${unit}` : `must be ${inclusive ? `${minimum} or more` : `more than ${minimum}`}`;
};

const most = ({ origin, maximum, inclusive = true }: z.core.$ZodRawIssue<z.core.$ZodIssueTooBig>) => {
  const unit = units[origin];
  return unit ? `must have at most ${maximum} ${unit}` : `must be ${inclusive ? `${maximum} or less` : `less than ${maximum}`}`;
};

/** Says what is wrong with a value so that it reads after the name of its field: "must be a number". */
const plainWords: z.core.$ZodErrorMap = (issue) => {
  if (issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value')) return 'is missing';
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${kinds[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return formats[issue.format] ? `must be ${formats[issue.format]}` : 'has the wrong form';
    case 'too_small':
      return least(issue);
    case 'too_big':
      return most(issue);
    case 'unrecognized_keys':
      return `may not have ${issue.keys.join(', ')}`;
    default:
      return issue.input === undefined ? 'is missing' : 'is not valid';
  }
};

/** From here on every refused value of this process is told in plain words, wherever its schema stands. */
z.config({ localeError: plainWords });

import { z } from 'zod';
import { EmailAddress } from './auth.ts';
import { defineRoute } from './route.ts';

/** What can be switched for a share of the people, and for how many it is on while nobody has said anything. */
export const flags = {
  ai_generation: { summary: 'Diagrams made from a description', percent: 100 },
} as const satisfies Readonly<Record<string, { readonly summary: string; readonly percent: number }>>;

export type FlagName = keyof typeof flags;

const isFlagName = (name: string): name is FlagName => Object.hasOwn(flags, name);

/** The names of all flags. */
export const flagNames: readonly FlagName[] = Object.keys(flags).filter(isFlagName);

/** For whom a flag is on: a share of all accounts, and accounts for whom it is decided whatever the share is. */
export const FlagRule = z.object({
  percent: z.number().int().min(0).max(100),
  overrides: z.record(z.uuid(), z.boolean()).default({}),
});
export type FlagRule = z.infer<typeof FlagRule>;

/** What administrators have said, by the name of the flag. */
export const FlagSettings = z.record(z.string(), FlagRule);
export type FlagSettings = z.infer<typeof FlagSettings>;

const places = 10_000;

/** Where an account stands among all for a flag, evenly spread and always the same (FNV-1a, mixed once more for its low bits). */
function placeOf(flag: string, userId: string): number {
  let hash = 0x811c9dc5;
  for (const sign of `${flag}:${userId}`) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % places;
}

/** The rule of a flag: what was set, else its own. */
export const ruleOf = (flag: FlagName, settings: FlagSettings): FlagRule =>
  settings[flag] ?? { percent: flags[flag].percent, overrides: {} };

/** Whether a flag is on for an account; for nobody in particular, only when it is on for all. */
export function isEnabled(flag: FlagName, settings: FlagSettings, userId: string | null): boolean {
  const { percent, overrides } = ruleOf(flag, settings);
  if (userId === null) return percent === 100;
  return overrides[userId] ?? placeOf(flag, userId) < percent * (places / 100);
}

export const Flag = z.object({
  name: z.string(),
  summary: z.string(),
  percent: z.number().int(),
  overrides: z.array(z.object({ user_id: z.uuid(), name: z.string(), email: z.string(), enabled: z.boolean() })),
});
export type Flag = z.infer<typeof Flag>;

export const myFlags = defineRoute({
  service: 'auth',
  method: 'GET',
  path: '/api/flags',
  summary: 'Which features are on for you; for who is not signed in, those that are on for everybody.',
  public: true,
  responses: { 200: z.object({ flags: z.record(z.string(), z.boolean()) }) },
});

export const listFlags = defineRoute({
  service: 'auth',
  method: 'GET',
  path: '/api/admin/flags',
  summary: 'Every feature that can be switched, and for whom it is on.',
  responses: { 200: z.object({ items: z.array(Flag) }) },
  errors: ['unauthenticated', 'forbidden'],
});

export const updateFlag = defineRoute({
  service: 'auth',
  method: 'PATCH',
  path: '/api/admin/flags/:name',
  summary: 'Switch a feature on for a share of all accounts, the same ones each time, or decide for one account whatever the share is.',
  params: z.object({ name: z.string().max(100) }),
  body: z.object({
    percent: z.number().int().min(0).max(100).optional(),
    override: z.object({ email: EmailAddress, enabled: z.boolean().nullable().describe('Null takes the decision back') }).optional(),
  }),
  responses: { 200: Flag },
  errors: ['unauthenticated', 'forbidden', 'not_found', 'validation_failed'],
});

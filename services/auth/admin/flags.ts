import { CodedError, type Flag, type FlagName, flagNames, flags, listFlags, myFlags, ruleOf, updateFlag } from '@autograph/contracts';
import { users } from '@autograph/database';
import { inArray } from '@autograph/database/query.ts';
import { implement, requireAdmin } from '@autograph/service-kit';
import type { FastifyInstance } from 'fastify';
import { recordEvent } from '../audit.ts';
import type { AuthKit } from '../auth-kit.ts';
import { findByEmail } from '../find-by-email.ts';

async function described(kit: AuthKit, name: FlagName): Promise<Flag> {
  const { percent, overrides } = ruleOf(name, kit.settings.flags.value);
  const ids = Object.keys(overrides);
  const rows = ids.length === 0 ? [] : await kit.db.select().from(users).where(inArray(users.id, ids)).orderBy(users.name);
  const decided = rows.map(({ id, name: called, email }) => ({ user_id: id, name: called, email, enabled: overrides[id] ?? false }));
  return { name, summary: flags[name].summary, percent, overrides: decided };
}

/** Which features are on for whom: for people to ask, for administrators to decide. */
export function serveFlags(app: FastifyInstance, kit: AuthKit): void {
  implement(app, myFlags, async ({ identity }) => ({
    flags: Object.fromEntries(flagNames.map((name) => [name, kit.settings.enabled(name, identity?.user_id ?? null)])),
  }));
  implement(app, listFlags, async ({ identity }) => {
    requireAdmin(identity, 'system.view');
    return { items: await Promise.all(flagNames.map((name) => described(kit, name))) };
  });
  implement(app, updateFlag, async ({ params, body, identity, request }) => {
    requireAdmin(identity, 'system.manage');
    const name = flagNames.find((known) => known === params.name);
    if (!name) throw new CodedError('not_found', { message: 'There is no such feature.' });
    const { percent, override } = body;
    const account = override && (await findByEmail(kit.db, override.email));
    if (override && !account) throw new CodedError('not_found', { message: `No account has the address ${override.email}.` });
    await kit.settings.flags.change((before) => {
      const rule = ruleOf(name, before);
      const others = Object.entries(rule.overrides).filter(([id]) => id !== account?.id);
      const decided = account && override.enabled !== null ? [...others, [account.id, override.enabled] as const] : others;
      return {
        ...before,
        [name]: { percent: percent ?? rule.percent, overrides: Object.fromEntries(account ? decided : Object.entries(rule.overrides)) },
      };
    }, identity.user_id);
    const details = { flag: name, ...(percent === undefined ? {} : { percent }), ...(override ? { enabled: override.enabled } : {}) };
    const event = { action: 'admin.flag_changed', result: 'success', userId: identity.user_id } as const;
    await recordEvent(kit.db, request, { ...event, ...(account ? { targetId: account.id } : {}), details });
    return described(kit, name);
  });
}

import { CodedError, Registration } from '@autograph/contracts';
import { instanceSettings, type Queryable } from '@autograph/database';
import { eq, sql } from '@autograph/database/query.ts';
import type { AuthKit } from './auth-kit.ts';

const key = 'registration';

/** Addresses are confirmed where mail can be sent, unless the environment says otherwise. */
function defaults({ config }: Pick<AuthKit, 'config'>): Registration {
  return { open: true, allowed_domains: [], verify_email: config.REQUIRE_EMAIL_VERIFICATION ?? config.SMTP_URL !== undefined };
}

/** Who may have an account: what admins have set, else what the environment says. */
export async function registrationOf(kit: Pick<AuthKit, 'config'>, db: Queryable): Promise<Registration> {
  const [row] = await db.select().from(instanceSettings).where(eq(instanceSettings.key, key));
  return {
    ...defaults(kit),
    ...Registration.partial()
      .catch({})
      .parse(row?.value ?? {}),
  };
}

/** Changes only what is given, so that a setting nobody has touched still follows the environment. */
export async function setRegistration(db: Queryable, changes: Partial<Registration>, userId: string): Promise<void> {
  await db
    .insert(instanceSettings)
    .values({ key, value: changes, updatedBy: userId })
    .onConflictDoUpdate({
      target: instanceSettings.key,
      set: { value: sql`${instanceSettings.value} || ${JSON.stringify(changes)}::jsonb`, updatedBy: userId, updatedAt: new Date() },
    });
}

/** Throws unless an address may have an account here. */
export function requireWelcome({ open, allowed_domains }: Registration, email: string): void {
  if (!open) throw new CodedError('registration_closed');
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  if (allowed_domains.length === 0 || allowed_domains.includes(domain)) return;
  const message = `Use an address of ${allowed_domains.join(' or ')}.`;
  throw new CodedError('domain_refused', { details: [{ path: 'body.email', message }] });
}

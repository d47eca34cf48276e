import { createSecrets, keptSecretsKey, newKey, readKeyring, rotateSecrets } from '@autograph/service-kit';
import { openTestPlatform } from '@autograph/service-kit/testing/index.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { invitationMail } from './designs.ts';
import { layOutMail } from './mail-design.ts';
import { deliverMails, sendMail } from './send-mail.ts';

const invitation = (inviter: string) =>
  invitationMail({ inviter, what: 'the team Platform', url: 'https://a.example/invite?token=t1', days: 7 });

it('lays mails out as text and as HTML in which nobody’s name becomes markup or a header', () => {
  const mail = layOutMail(invitation('Eve <b>\r\nBcc: all@example.com'), 'https://a.example');
  expect(mail.subject).toBe('Eve <b> Bcc: all@example.com invites you to the team Platform');
  expect(mail.link).toBe('https://a.example/invite?token=t1');
  for (const part of ['https://a.example/invite?token=t1', '7 days', 'the team Platform']) {
    expect(mail.text).toContain(part);
    expect(mail.html).toContain(part);
  }
  expect(mail.html).toContain('Eve &lt;b&gt;');
  expect(mail.html).not.toContain('<b>');
});

describe('sending', () => {
  let opened: Awaited<ReturnType<typeof openTestPlatform>>;
  beforeAll(async () => {
    opened = await openTestPlatform();
  });
  afterAll(() => opened.close());

  it('goes through the queue, where the mail cannot be read, and tries again when the server refuses', async () => {
    const { platform } = opened;
    const sent: string[] = [];
    const refusals = ['451 try again later'];
    const send = async ({ subject }: { subject: string }) => {
      const refusal = refusals.pop();
      if (refusal !== undefined) throw new Error(refusal);
      sent.push(subject);
    };
    await sendMail(platform, 'bob@example.com', invitation('Ada'));
    const queued = await platform.pool.query("select data::text from jobs.job where name = 'auth-mail'");
    expect(queued.rows).toHaveLength(1);
    expect(JSON.stringify(queued.rows)).not.toMatch(/bob@|token=/);
    const [, current = ''] = /"sealed\.v1\.([\w-]+)/.exec(String(queued.rows[0]?.data).replaceAll('\\"', '"')) ?? [];
    const recent = newKey();
    const old = await keptSecretsKey(platform.config.DATA_DIR);
    expect(old).toContain(`${current}:`);
    expect(await rotateSecrets(platform.db, readKeyring(recent, old), 'test')).toEqual({ renewed: 1, lost: 0 });
    const secrets = createSecrets(readKeyring(recent), platform.db);
    await deliverMails({ ...platform, secrets, mail: { ...platform.mail, send } });
    await expect.poll(() => sent, { timeout: 20_000 }).toEqual(['Ada invites you to the team Platform']);
    expect(refusals).toEqual([]);
  });
});

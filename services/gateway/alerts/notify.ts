import { type Alert, listAdministrators } from '@autograph/contracts';
import type { Kit } from '@autograph/service-kit';
import type { Notify, Stage } from './alert-center.ts';

const sendMilliseconds = 5_000;

const headline: Readonly<Record<Stage, (alert: Alert) => string>> = {
  firing: ({ summary }) => summary,
  escalated: ({ summary }) => `Nobody has answered yet: ${summary}`,
  resolved: ({ subject }) => `${subject} is well again`,
};

function textOf(stage: Stage, alert: Alert, home: string): string {
  const ask = stage === 'resolved' ? [] : [`Say that you take care of it, and see how everything does: ${home}/admin/system`];
  return [`${headline[stage](alert)}.`, `Since ${alert.since}.`, ...ask, `-- \nAutoGraph, ${home}`].join('\n\n');
}

/**
 * Tells administrators by mail, and a chat by a webhook as Slack takes them. Not by the job queue: the database may be what is down, or
 * the service that knows the addresses, which are remembered from when they were not.
 */
export function createNotify(kit: Kit): { readonly notify: Notify; readonly remember: () => Promise<void> } {
  const { config, log: serviceLog, call, mail, logs } = kit;
  const log = logs.of(kit.name, 'alerts');
  let admins: readonly string[] = [];

  async function remember(): Promise<void> {
    if (config.ALERT_MAIL_TO.length > 0) return;
    try {
      admins = (await call(listAdministrators, {}, { signal: AbortSignal.timeout(sendMilliseconds) })).emails;
    } catch (error) {
      serviceLog.debug({ err: error }, 'the administrators are those of before');
    }
  }

  function receivers(stage: Stage): readonly string[] {
    const usual = config.ALERT_MAIL_TO.length > 0 ? config.ALERT_MAIL_TO : admins;
    return stage === 'escalated' ? [...new Set([...usual, ...config.ALERT_ESCALATE_TO])] : usual;
  }

  async function post(url: string, text: string): Promise<void> {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text }),
      signal: AbortSignal.timeout(sendMilliseconds),
    });
    if (!answer.ok) throw new Error(`the webhook answered ${answer.status}`);
  }

  const notify: Notify = async (stage, alert) => {
    await remember();
    const subject = `[AutoGraph] ${headline[stage](alert)}`;
    const text = textOf(stage, alert, config.PUBLIC_URL);
    log[stage === 'resolved' ? 'info' : 'error']({ alert_id: alert.id, subject: alert.subject, stage }, headline[stage](alert));
    const mails = receivers(stage).map((to) => mail.send({ to, subject, text, link: `${config.PUBLIC_URL}/admin/system` }));
    const chat =
      config.ALERT_WEBHOOK_URL === undefined ? [] : [post(config.ALERT_WEBHOOK_URL, `${subject}\n${config.PUBLIC_URL}/admin/system`)];
    for (const sent of await Promise.allSettled([...mails, ...chat]))
      if (sent.status === 'rejected') log.error({ err: sent.reason, alert_id: alert.id }, 'an alert could not be delivered');
  };
  return { notify, remember };
}

/** What a mail says; how it looks is the same for all. */
export interface MailDesign {
  readonly subject: string;
  readonly heading: string;
  /** Paragraphs above the button. */
  readonly lines: readonly string[];
  /** The one thing to do: a button, and its address written out. */
  readonly action?: { readonly label: string; readonly url: string };
  /** Details such as device and time. */
  readonly facts?: readonly (readonly [name: string, value: string])[];
  /** What to know besides: how long the link works, what to do when it was somebody else. */
  readonly note?: string;
}

interface LaidOut {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly link: string | undefined;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

/** Names that people chose stand in subjects: nothing of them may start a header of its own. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const font = "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const soft = 'color:#495164';
const faint = 'color:#646c7e;font-size:13px;line-height:20px';

function button({ label, url }: NonNullable<MailDesign['action']>): string {
  const href = escaped(url);
  return `<p style="margin:28px 0 16px"><a href="${href}" style="display:inline-block;padding:11px 20px;border-radius:6px;background:#2f61e6;color:#ffffff;font-weight:600;text-decoration:none">${escaped(label)}</a></p>
<p style="margin:0 0 8px;${faint}">If the button does not work, open this address:<br><a href="${href}" style="color:#2f61e6;word-break:break-all">${href}</a></p>`;
}

function factsTable(facts: NonNullable<MailDesign['facts']>): string {
  const rows = facts.map(
    ([name, value]) =>
      `<tr><td style="padding:6px 24px 6px 0;${faint};white-space:nowrap;vertical-align:top">${escaped(name)}</td><td style="padding:6px 0">${escaped(value)}</td></tr>`,
  );
  return `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:20px 0;border-top:1px solid #e3e6eb;border-bottom:1px solid #e3e6eb;width:100%">${rows.join('')}</table>`;
}

function html({ subject, heading, lines, action, facts, note }: MailDesign, home: string): string {
  const paragraphs = lines.map((line) => `<p style="margin:0 0 12px;${soft}">${escaped(line)}</p>`).join('\n');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escaped(oneLine(subject))}</title></head>
<body style="margin:0;background:#f6f7f9">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:520px;background:#ffffff;border:1px solid #e3e6eb;border-radius:12px;${font};font-size:15px;line-height:23px;color:#1d2330">
<tr><td style="padding:24px 32px 0;font-weight:600;letter-spacing:-0.01em">AutoGraph</td></tr>
<tr><td style="padding:20px 32px 32px">
<h1 style="margin:0 0 14px;font-size:21px;line-height:28px;letter-spacing:-0.01em">${escaped(heading)}</h1>
${paragraphs}
${facts ? factsTable(facts) : ''}
${action ? button(action) : ''}
${note ? `<p style="margin:20px 0 0;${faint}">${escaped(note)}</p>` : ''}
</td></tr></table>
<p style="margin:16px 0 0;${font};${faint}">Sent by AutoGraph at <a href="${escaped(home)}" style="color:#646c7e">${escaped(home)}</a></p>
</td></tr></table></body></html>`;
}

function text({ heading, lines, action, facts, note }: MailDesign, home: string): string {
  const parts = [
    heading,
    ...lines,
    ...(facts ? [facts.map(([name, value]) => `${name}: ${value}`).join('\n')] : []),
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    ...(note ? [note] : []),
    `-- \nAutoGraph, ${home}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** A mail as text and as HTML; `home` is the address of the instance. */
export function layOutMail(design: MailDesign, home: string): LaidOut {
  return { subject: oneLine(design.subject), text: text(design, home), html: html(design, home), link: design.action?.url };
}

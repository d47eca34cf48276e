import type { MailDesign } from './mail-design.ts';

/** From where something was done, for people to recognise. */
export interface Origin {
  readonly device: string;
  readonly place: string;
  readonly address: string;
  readonly at: Date;
}

const factsOf = ({ device, place, address, at }: Origin): NonNullable<MailDesign['facts']> => [
  ['Device', device],
  ['Place', `${place} (${address})`],
  ['Time', `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`],
];

const notYou = 'If this was not you, choose a new password at once and end the sessions that you do not know.';

export const verificationMail = (url: string): MailDesign => ({
  subject: 'Confirm your e-mail address',
  heading: 'Confirm your e-mail address',
  lines: ['Your account is almost ready. Confirm that this address is yours with the password that you chose.'],
  action: { label: 'Confirm address', url },
  note: 'The link works for 24 hours. If you did not create an account, ignore this message.',
});

export const resetMail = (url: string): MailDesign => ({
  subject: 'Choose a new password',
  heading: 'Choose a new password',
  lines: ['Somebody, most likely you, asked for a new password for your account.'],
  action: { label: 'Choose a new password', url },
  note: 'The link works once, for one hour. If you did not ask for it, ignore this message: your password stays as it is.',
});

/** `what` is what someone is invited to, such as `the team Platform`. */
export const invitationMail = ({ inviter, what, url, days }: { inviter: string; what: string; url: string; days: number }): MailDesign => ({
  subject: `${inviter} invites you to ${what}`,
  heading: `You are invited to ${what}`,
  lines: [`${inviter} would like to work with you in AutoGraph: diagrams, notes and boards that everyone edits at once.`],
  action: { label: 'Accept the invitation', url },
  note: `The link works for ${days} days. If you do not know ${inviter}, ignore this message.`,
});

export const newDeviceMail = (origin: Origin, url: string): MailDesign => ({
  subject: 'New sign-in to your account',
  heading: 'A device that we have not seen before signed in',
  lines: ['If this was you, there is nothing to do.'],
  facts: factsOf(origin),
  action: { label: 'Look at your sessions', url },
  note: notYou,
});

export const lockedMail = (origin: Origin, url: string): MailDesign => ({
  subject: 'Your account is locked for one hour',
  heading: 'Your account is locked for one hour',
  lines: [
    'The wrong password was given ten times in a row, so that nobody can sign in with a password for an hour.',
    'An administrator can lift the lock, and so does choosing a new password.',
  ],
  facts: factsOf(origin),
  action: { label: 'Choose a new password', url },
});

/** Names of what opens an account besides its password. */
export interface OtherWaysIn {
  readonly passkeys: readonly string[];
  readonly api_keys: readonly string[];
}

/** `pages` are those for a new password, and for the account's security. */
export function passwordChangedMail(
  origin: Origin,
  { passkeys, api_keys }: OtherWaysIn,
  pages: { readonly reset: string; readonly security: string },
): MailDesign {
  const opens: NonNullable<MailDesign['facts']> = [
    ...(passkeys.length > 0 ? [['Passkeys', passkeys.join(', ')] as const] : []),
    ...(api_keys.length > 0 ? [['API keys', api_keys.join(', ')] as const] : []),
  ];
  const look = `These still open it; remove those that you do not know at ${pages.security}.`;
  return {
    subject: 'Your password was changed',
    heading: 'Your password was changed',
    lines: ['All other sessions of your account have ended.', ...(opens.length > 0 ? [look] : [])],
    facts: [...opens, ...factsOf(origin)],
    action: { label: 'It was not me', url: pages.reset },
    note: 'If you changed it yourself, there is nothing to do.',
  };
}

/** `what` says what is different now, as a sentence. */
export const twoFactorChangedMail = (what: string, origin: Origin, url: string): MailDesign => ({
  subject: 'How you sign in has changed',
  heading: what,
  lines: ['This changes what is needed to sign in to your account.'],
  facts: factsOf(origin),
  action: { label: 'Look at your security settings', url },
  note: notYou,
});

export const recoveryMail = (url: string): MailDesign => ({
  subject: 'Sign in without your lost device',
  heading: 'Sign in without your lost device',
  lines: [
    'Somebody who knows your password asked to sign in without the second factor.',
    'If it was you, confirm it. An administrator then checks who you are and takes the second factor off your account.',
  ],
  action: { label: 'Confirm that the device is lost', url },
  note: 'The link works once, for one hour. If it was not you, choose a new password: yours is known to somebody else.',
});

export const recoveredMail = (url: string): MailDesign => ({
  subject: 'You can sign in with your password alone',
  heading: 'The second factor is off',
  lines: ['An administrator approved it. Sign in with your password, and set up a new second factor in your security settings.'],
  action: { label: 'Sign in', url },
});

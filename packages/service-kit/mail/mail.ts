export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** The page that the message asks to open. */
  readonly link?: string | undefined;
}

/** A message that was kept instead of being sent. */
export interface KeptMessage extends Message {
  readonly id: string;
  /** ISO 8601. */
  readonly sent_at: string;
}

/** Sends e-mail. Throws when the server refuses, so that a job can try again. */
export interface Mail {
  send(message: Message): Promise<void>;
  /** The newest messages that were kept because there is no server to send them; null where there is one. */
  kept: null | ((limit: number) => Promise<readonly KeptMessage[]>);
  close(): Promise<void>;
}

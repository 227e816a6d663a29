/** A letter ready to leave: rendered, addressed, with a key of its own. */
export interface Outgoing {
  /** Becomes the Message-ID, so that a second delivery of the same mail can be recognised by anybody. */
  key: string;
  to: string;
  subject: string;
  html: string;
  text: string;
  replyTo?: string;
}

/** Hands letters to whoever carries them. */
export interface Mailer {
  /**
   * @returns the Message-ID under which it left
   * @throws UpstreamError retryable on refused connections, timeouts and 4xx replies; final on 5xx replies
   */
  send(mail: Outgoing): Promise<{ messageId: string }>;
}

/** The embedded server cannot be had here; the message is one sentence for the person who typed the command. */
export class EmbeddedRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "EmbeddedRefused";
  }
}

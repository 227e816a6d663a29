/** How many characters at the end of a secret may be seen again. */
const SHOWN = 3;
/** As many asterisks whatever the length: how long a secret is, is nobody's business. */
const STARS = "*".repeat(8);

/** The last three characters; none of a text so short that they would be half of it. */
export const tailOf = (secret: string): string => (secret.trim().length > SHOWN * 2 ? secret.trim().slice(-SHOWN) : "");

/** Asterisks and the last three characters: all that is ever seen of a secret again. */
export const masked = (tail: string): string => `${STARS}${tail}`;

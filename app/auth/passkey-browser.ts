/** What the route said: where to go now, and what is wrong as a message key; neither when the person closed the window. */
interface Said {
  ok: boolean;
  to?: string;
  problem?: string;
}

async function ask(body: object): Promise<Said & { options?: object }> {
  const response = await fetch("/staff/passkey", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(body),
  });
  return response.headers.get("Content-Type")?.includes("json")
    ? await response.json()
    : { ok: false, problem: "auth.passkey.failed" };
}

const bytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
const text = (buffer: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

/** The browser wants bytes where JSON has base64url. */
interface Listed {
  id: string;
  type: "public-key";
  transports?: AuthenticatorTransport[];
}
const listed = (keys: Listed[] | undefined) => keys?.map((key) => ({ ...key, id: bytes(key.id) }));

/** Asks for a passkey and signs in with it. */
export async function signInByPasskey(next?: string): Promise<Said> {
  return trying(async () => {
    const { options } = await ask({ ask: "whoIsIt" });
    const { challenge, allowCredentials, ...rest } = options as unknown as {
      challenge: string;
      allowCredentials?: Listed[];
    };
    const publicKey = { ...rest, challenge: bytes(challenge), allowCredentials: listed(allowCredentials) };
    const held = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
    const { clientDataJSON, authenticatorData, signature, userHandle } =
      held.response as AuthenticatorAssertionResponse;
    const response = {
      clientDataJSON: text(clientDataJSON),
      authenticatorData: text(authenticatorData),
      signature: text(signature),
      ...(userHandle ? { userHandle: text(userHandle) } : {}),
    };
    return ask({ ask: "letMeIn", answer: { ...described(held), response }, next });
  });
}

/** Makes a passkey on this device, or on one that is held to it, and keeps it. */
export async function createPasskey(name: string, next?: string): Promise<Said> {
  return trying(async () => {
    const said = await ask({ ask: "takeThis" });
    if (!said.options) return said;
    const { challenge, user, excludeCredentials, ...rest } = said.options as unknown as {
      challenge: string;
      user: { id: string; name: string; displayName: string };
      excludeCredentials?: Listed[];
      rp: PublicKeyCredentialRpEntity;
      pubKeyCredParams: PublicKeyCredentialParameters[];
    };
    const publicKey = {
      ...rest,
      challenge: bytes(challenge),
      user: { ...user, id: bytes(user.id) },
      excludeCredentials: listed(excludeCredentials),
    };
    const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
    const answer = made.response as AuthenticatorAttestationResponse;
    const transports = answer.getTransports?.() ?? [];
    const response = {
      clientDataJSON: text(answer.clientDataJSON),
      attestationObject: text(answer.attestationObject),
      transports,
    };
    return ask({ ask: "keepThis", answer: { ...described(made), response }, name, next });
  });
}

const described = (held: PublicKeyCredential) => ({
  id: held.id,
  rawId: text(held.rawId),
  type: "public-key",
  clientExtensionResults: {},
});

/** A person who closes the browser's window has said no, and needs no sentence about it. */
async function trying(work: () => Promise<Said>): Promise<Said> {
  try {
    return await work();
  } catch (error) {
    const isNo = error instanceof DOMException && (error.name === "NotAllowedError" || error.name === "AbortError");
    return isNo ? { ok: false } : { ok: false, problem: "auth.passkey.failed" };
  }
}

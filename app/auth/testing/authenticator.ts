import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type { NewPasskey, PasskeyAnswer } from "../passkey.schema.ts";

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest();
const text = (bytes: Buffer) => bytes.toString("base64url");

interface Asked {
  challenge: string;
}

/** For tests: a security key in software (WebAuthn level 2, ES256, attestation `none`). `verifies: false` is one that is merely touched. */
export function testAuthenticator(origin: string, { verifies = true } = {}) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const id = randomBytes(16);
  const rpIdHash = sha256(new URL(origin).hostname);
  const held = 0x01 | (verifies ? 0x04 : 0);
  let counter = 0;

  const data = (flags: number, rest: Buffer[] = []) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(++counter);
    return Buffer.concat([rpIdHash, Buffer.from([flags]), count, ...rest]);
  };
  const client = (type: string, { challenge }: Asked) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const shared = { id: text(id), rawId: text(id), type: "public-key", clientExtensionResults: {} } as const;

  return {
    create(asked: object): NewPasskey {
      const coseKey = Buffer.concat([
        Buffer.from("a5010203262001215820", "hex"),
        Buffer.from(x, "base64url"),
        Buffer.from("225820", "hex"),
        Buffer.from(y, "base64url"),
      ]);
      const authData = data(held | 0x40, [Buffer.alloc(16), Buffer.from([0, id.length]), id, coseKey]);
      const attestation = Buffer.concat([
        Buffer.from("a363666d74646e6f6e656761747453746d74a068617574684461746158", "hex"),
        Buffer.from([authData.length]),
        authData,
      ]);
      return {
        ...shared,
        response: {
          clientDataJSON: text(client("webauthn.create", asked as Asked)),
          attestationObject: text(attestation),
          transports: ["internal"],
        },
      };
    },
    get(asked: object): PasskeyAnswer {
      const [authData, clientData] = [data(held), client("webauthn.get", asked as Asked)];
      return {
        ...shared,
        response: {
          clientDataJSON: text(clientData),
          authenticatorData: text(authData),
          signature: text(sign("sha256", Buffer.concat([authData, sha256(clientData)]), privateKey)),
        },
      };
    },
  };
}

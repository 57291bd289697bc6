import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

const sha256 = (data: Buffer | string) => createHash("sha256").update(data).digest();
const url = (data: Uint8Array) => Buffer.from(data).toString("base64url");

/** An authenticator in software: what a security key would answer, and what one would that cheats. */
export function softKey({ rpId = "localhost", origin = "http://localhost:3360", knowsPerson = true } = {}) {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const jwk = publicKey.export({ format: "jwk" });
  const credentialId = randomBytes(32);
  let counter = 0;

  function authData(flags: number, attested = Buffer.alloc(0)): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags | (knowsPerson ? 0x05 : 0x01)]), count, attested]);
  }

  function clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  function answer(response: Record<string, string>) {
    const id = url(credentialId);
    return { id, rawId: id, type: "public-key", clientExtensionResults: {}, response };
  }

  return {
    id: url(credentialId),
    countsBack: () => {
      counter = 1;
    },
    create(challenge: string) {
      const cose = new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(jwk.x ?? "", "base64url"))],
        [-3, new Uint8Array(Buffer.from(jwk.y ?? "", "base64url"))],
      ]);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(credentialId.length);
      const key = Buffer.from(isoCBOR.encode(cose));
      const attested = Buffer.concat([Buffer.alloc(16), length, credentialId, key]);
      const object = new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", new Uint8Array(authData(0x40, attested))],
      ]);
      return answer({
        clientDataJSON: url(clientData("webauthn.create", challenge)),
        attestationObject: url(isoCBOR.encode(object as Map<string, string>)),
      });
    },
    get(challenge: string) {
      counter += 1;
      const data = authData(0);
      const client = clientData("webauthn.get", challenge);
      const signature = createSign("sha256")
        .update(Buffer.concat([data, sha256(client)]))
        .sign(privateKey);
      return answer({ clientDataJSON: url(client), authenticatorData: url(data), signature: url(signature) });
    },
  };
}

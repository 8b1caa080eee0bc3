import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

// Fernet tokens (jsontas.md 9): version, time, IV, AES-128-CBC, HMAC-SHA256 over all before; in URL-safe base64 with padding.
const version = 0x80;
const headLength = 1 + 8 + 16;
const macLength = 32;

/** Encrypts text with a Fernet key. @throws {Error} when the key is none */
export function encryptFernet(text: string, key: string, now: number): string {
  const { signing, encrypting } = halves(key);
  const head = Buffer.alloc(headLength);
  head.writeUInt8(version, 0);
  head.writeBigUInt64BE(BigInt(Math.floor(now / 1000)), 1);
  const iv = randomBytes(16);
  iv.copy(head, 9);
  const cipher = createCipheriv('aes-128-cbc', encrypting, iv);
  const signed = Buffer.concat([head, cipher.update(text, 'utf8'), cipher.final()]);
  const token = Buffer.concat([signed, createHmac('sha256', signing).update(signed).digest()]);
  return token.toString('base64').replaceAll('+', '-').replaceAll('/', '_');
}

/** The text of a token, whatever its age. @throws {Error} when the key is none, or the token is not of this key */
export function decryptFernet(token: string, key: string): string {
  const { signing, encrypting } = halves(key);
  const bytes = fromBase64(token);
  if (!bytes || bytes.length < headLength + 16 + macLength || bytes[0] !== version) throw new Error('the token is no Fernet token');
  const signed = bytes.subarray(0, -macLength);
  if (!timingSafeEqual(createHmac('sha256', signing).update(signed).digest(), bytes.subarray(-macLength)))
    throw new Error('the token was not made with this key');
  const decipher = createDecipheriv('aes-128-cbc', encrypting, signed.subarray(9, headLength));
  return Buffer.concat([decipher.update(signed.subarray(headLength)), decipher.final()]).toString('utf8');
}

function halves(key: string): { readonly signing: Buffer; readonly encrypting: Buffer } {
  const bytes = fromBase64(key.trim());
  if (bytes?.length !== 32) throw new Error('the key is not 32 bytes in URL-safe base64');
  return { signing: bytes.subarray(0, 16), encrypting: bytes.subarray(16) };
}

/** In either alphabet, as Python reads it. */
function fromBase64(text: string): Buffer | undefined {
  return /^[A-Za-z0-9_+/-]+={0,2}$/.test(text) && text.length % 4 === 0 ? Buffer.from(text, 'base64url') : undefined;
}

import { InvalidInput, messageOf } from '../host/errors.js';

const names = ['RABBITMQ_PASSWORD', 'ETOS_RABBITMQ_PASSWORD'] as const;

/**
 * Passwords of the two buses are Fernet tokens where there is an `ETOS_ENCRYPTION_KEY` (etos.md 6.1); one that is none is taken as it is, as the released
 * test runners do. @throws {InvalidInput} a token of another key
 */
export async function withClearPasswords(variables: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
  const { ETOS_ENCRYPTION_KEY: key } = variables;
  const tokens = names.filter((name) => /^gAAAA[\w-]+={0,2}$/.test(variables[name] ?? ''));
  if (!key || tokens.length === 0) return variables;
  const { decryptFernet } = await import('../jsontas/evaluate.js');
  const clear = tokens.map((name) => {
    try {
      return [name, decryptFernet(variables[name] ?? '', key)] as const;
    } catch (error) {
      throw new InvalidInput(
        `${name} cannot be decrypted: ${messageOf(error)}`,
        'ETOS_ENCRYPTION_KEY must be the key that it was encrypted with',
      );
    }
  });
  return { ...variables, ...Object.fromEntries(clear) };
}

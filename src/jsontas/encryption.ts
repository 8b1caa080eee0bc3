import { decryptFernet, encryptFernet } from './fernet.js';
import { Renamed, type Structure } from './structure.js';
import { kindOf, type ValueObject } from './value.js';

const keyName = 'ETOS_ENCRYPTION_KEY';

/** `$encrypt`: `value` as a token, in a member renamed to `$decrypt` (jsontas.md 9). */
export function encrypt(environment: Readonly<Record<string, string | undefined>>): Structure {
  return (parameters, { clock, log }) => {
    const value = textOf(parameters);
    log.secret(value);
    return new Renamed('$decrypt', new Map([['value', encryptFernet(value, keyIn(environment), clock.now())]]));
  };
}

/** `$decrypt`: the text of the token `value` (jsontas.md 9). */
export function decrypt(environment: Readonly<Record<string, string | undefined>>): Structure {
  return (parameters, { log }) => {
    const text = decryptFernet(textOf(parameters), keyIn(environment));
    log.secret(text);
    return text;
  };
}

function textOf(parameters: ValueObject): string {
  const value = parameters.get('value');
  if (typeof value !== 'string') throw new Error(`its "value" is ${typeof value === 'number' ? 'a number' : kindOf(value)}; expected text`);
  return value;
}

function keyIn(environment: Readonly<Record<string, string | undefined>>): string {
  const key = environment[keyName];
  if (!key) throw new Error(`${keyName} is not set`);
  return key;
}

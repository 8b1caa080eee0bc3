import { parseUrl, withoutCredentials } from '../http/url.js';
import { InvalidInput } from '../host/errors.js';

/**
 * The address of a deployment, `https://etos.example.org`, without the `/` or `/api` that people leave at its end (etos.md 1.1).
 * @throws {InvalidInput} it is no http or https address, or holds what does not belong there: credentials would be in the list of processes
 */
export function deploymentAddress(text: string): string {
  const url = addressIn(text);
  if (url.username !== '' || url.password !== '')
    throw new InvalidInput(
      `the address of the deployment at ${url.host} holds credentials`,
      'Give them in ETOS_CLUSTER_USERNAME and ETOS_CLUSTER_PASSWORD, or a token in ETOS_CLUSTER_TOKEN',
    );
  if (url.search !== '' || url.hash !== '')
    throw new InvalidInput(
      `the address of the deployment at ${url.host} has a query or a fragment`,
      'Expected https://host or https://host/path',
    );
  return url.href
    .replace(/\/+$/, '')
    .replace(/\/api$/, '')
    .replace(/\/+$/, '');
}

function addressIn(text: string): URL {
  try {
    return parseUrl(text);
  } catch (cause) {
    throw new InvalidInput(
      `${JSON.stringify(withoutCredentials(text))} is no address of a deployment`,
      'Expected an http(s) address such as https://etos.example.org',
      { cause },
    );
  }
}

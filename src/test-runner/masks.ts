const secret: readonly string[] = [
  'RABBITMQ_PASSWORD',
  'ETOS_RABBITMQ_PASSWORD',
  'ETOS_ENCRYPTION_KEY',
  // Who knows the address of a run's server may publish events and upload files in its name.
  'ETOS_EVENTS_URL',
  'ENVIRONMENT_URL',
  'SUB_SUITE_URL',
  'ETOS_ENVIRONMENT_PROVIDER',
];

/** What recipes see instead of the test runner's own secrets, because the environment is printed before each test (etos.md 6.1). */
export function masksFor(environment: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(secret.filter((name) => name in environment).map((name) => [name, '*'.repeat(9)]));
}

/** The values that must not get into any log. */
export function secretsIn(variables: Readonly<Record<string, string>>): readonly string[] {
  return secret.flatMap((name) => variables[name] ?? []).filter((value) => value !== '');
}

/** What a document is that was surely meant for a test collection and is none, and what to do about it; told by its members alone. */
export function mistakenFor(document: unknown): string | undefined {
  if (!isMembers(document)) return undefined;
  if ('recipes' in document) return 'This is one suite: put [ and ] around it';
  if ('constraints' in document) return 'This is one recipe: put it into a suite, [{"name": "Smoke", "priority": 1, "recipes": [ here ]}]';
  if (Array.isArray(document['suites']) || 'testExecutions' in document)
    return 'This is a suite definition of ETOS v1alpha1; a test collection is a list of suites with recipes';
  const { meta, data, apiVersion, kind } = document;
  if (isMembers(meta) && isMembers(data)) {
    if (typeof data['batchesUri'] === 'string') return 'This is an Eiffel event: its collection is what data.batchesUri names';
    if ('batches' in data) return 'This is an Eiffel event: its collection is the list in data.batches, where testCase.url is called uri';
    return 'This is an Eiffel event';
  }
  if (typeof apiVersion === 'string' && typeof kind === 'string')
    return `This is a Kubernetes resource, ${JSON.stringify(kind)}; a test collection is a list of suites with recipes`;
  return undefined;
}

/** The same for a provider file. */
export function mistakenProvider(document: unknown): string | undefined {
  return isMembers(document) && ['iut', 'log', 'execution_space'].some((key) => key in document)
    ? 'This is a provider: --iut-provider, --log-area-provider and --execution-space-provider take it'
    : undefined;
}

function isMembers(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a parameter of a structure may be; text that begins with `$`, and objects that are queries themselves, may become anything. */
export type Form =
  'any' | 'text' | 'number' | 'amount' | 'object' | 'list' | 'operator' | 'test' | 'tests' | 'method' | 'generation' | 'test runner';

interface StructureForm {
  readonly needs: readonly string[];
  readonly takes: Readonly<Record<string, Form>>;
  /** Members that are not named are mistakes. Elsewhere they are ignored, as by the released services. */
  readonly closed?: boolean;
}

/** The parameters of the structures that provider files know (jsontas.md 6 to 9). */
export const structureForms: Readonly<Record<string, StructureForm>> = {
  condition: { needs: ['if'], takes: { if: 'tests', then: 'any', else: 'any' } },
  operator: { needs: ['key', 'operator'], takes: { key: 'any', operator: 'operator', value: 'any' } },
  request: {
    needs: ['url', 'method'],
    takes: {
      url: 'text',
      method: 'method',
      json: 'any',
      headers: 'object',
      params: 'any',
      data: 'any',
      auth: 'object',
      cookies: 'object',
      allow_redirects: 'any',
      timeout: 'number',
      interval: 'number',
      stream: 'any',
      hooks: 'any',
      verify: 'any',
      cert: 'any',
      proxies: 'any',
      files: 'any',
    },
    closed: true,
  },
  filter: { needs: ['items', 'filters'], takes: { items: 'any', filters: 'tests' } },
  expand: { needs: ['value'], takes: { value: 'any', to: 'amount' } },
  from: { needs: ['item', 'get'], takes: { item: 'any', get: 'text' } },
  wait: { needs: ['for'], takes: { for: 'any', timeout: 'number', interval: 'number', else: 'any' } },
  reduce: { needs: ['list'], takes: { list: 'list', to: 'number' } },
  list: { needs: [], takes: {} },
  json_dumps: { needs: [], takes: {} },
  uuid_generate: { needs: [], takes: {} },
  join: { needs: ['strings'], takes: { strings: 'any' } },
  encrypt: { needs: ['value'], takes: { value: 'text' } },
  execution_space_instructions: {
    needs: [],
    takes: { image: 'any', environment: 'object', parameters: 'object', generation: 'generation', testRunner: 'test runner' },
  },
};

/** Names that ETOS and evaluation put into the dataset (etos.md 5.5, jsontas.md 4). */
export const datasetWords: readonly string[] = [
  'identity',
  'artifact_id',
  'artifact_created',
  'artifact_published',
  'context',
  'custom_data',
  'uuid',
  'config',
  'environment',
  'tercc',
  'local',
  'dataset',
  'amount',
  'iut',
  'iuts',
  'log_area',
  'log_areas',
  'logs',
  'execution_space',
  'execution_spaces',
  'executor',
  'instructions',
  'test_runner',
  'suite',
  'steps',
  'this',
  'previous',
  'query_tree',
  'response',
  'item',
  'expand_index',
  'expand_value',
];

export const operatorWords: readonly string[] = ['$eq', '$in', '$notin', '$startswith', '$regex'];
export const methodWords: readonly string[] = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'];

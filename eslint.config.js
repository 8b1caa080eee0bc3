import js from '@eslint/js';
import jest from 'eslint-plugin-jest';
import ts from 'typescript-eslint';
import rooms from './eslint-rules/rooms.js';

const entries = ['src/cli/main.ts', 'runner/main.ts', 'src/test-runner/main.ts', 'src/action/main.ts', 'src/action/post.ts'];
// `testWithDocker` is a test like any other.
const withParts = [
  'testWithDocker',
  'testWithPythonImage',
  'testWithGroovy',
  'testWithBuilder',
  'testWithBroker',
  'testWithBrokerAndDocker',
  'testWithOwnBroker',
  'testWithKubectl',
];
const readInEntries = 'The entry files read it and hand on values, so that a function shows what it depends on.';
const byClock = 'Time comes from the clock that is passed in (src/host/clock.ts), so that a test can move it.';

export default ts.config(
  { ignores: ['dist', 'build', 'coverage', 'jenkins/resources', 'test/fixtures', '**/*.generated.ts', '**/.etos'] },
  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true, allow: [{ from: 'lib', name: ['URL', 'Error'] }] },
      ],
      // A switch over a union has no default: a new case must not be swallowed by an old answer.
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Collaborators are objects of functions that know no `this`, and are taken apart in the signature.
      '@typescript-eslint/unbound-method': 'off',
      // An async function without await turns what it throws into a rejection, as whoever waits for a promise expects.
      '@typescript-eslint/require-await': 'off',
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'runner/**/*.ts'],
    plugins: { rooms },
    rules: {
      'rooms/imports': 'error',
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'A file exports by name: the name is what it is found by.' },
        { selector: 'ExportAllDeclaration', message: 'A room has no index: import from the file that makes the value.' },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: byClock },
      ],
      'no-restricted-properties': ['error', { object: 'Date', property: 'now', message: byClock }],
    },
  },
  {
    files: ['src/**/*.ts', 'runner/**/*.ts'],
    ignores: entries,
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: byClock },
        { object: 'process', property: 'env', message: readInEntries },
        { object: 'process', property: 'argv', message: readInEntries },
      ],
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'node:process', importNames: ['env', 'argv', 'default'], message: readInEntries }] },
      ],
    },
  },
  { files: ['src/host/clock.ts'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: ['test/**/*.test.ts'],
    ...jest.configs['flat/recommended'],
    rules: {
      ...jest.configs['flat/recommended'].rules,
      // What a test proves may stand in a function it calls.
      'jest/no-standalone-expect': ['error', { additionalTestBlockFunctions: withParts }],
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*'], additionalTestBlockFunctions: withParts }],
      'jest/prefer-importing-jest-globals': 'error',
      // A recorded case says a part of what it wants; that something is expected in any case is the rule above.
      'jest/no-conditional-expect': 'off',
    },
  },
  { files: ['**/*.js'], ...ts.configs.disableTypeChecked },
  {
    files: ['**/*.js'],
    languageOptions: {
      ...ts.configs.disableTypeChecked.languageOptions,
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        URLSearchParams: 'readonly',
        setTimeout: 'readonly',
        Buffer: 'readonly',
      },
    },
  },
);

export default {
  testEnvironment: './test/support/environment.js',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  globalSetup: './test/support/images.js',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  // Types are the type check's business; here each file is only translated.
  transform: { '^.+\\.ts$': ['ts-jest', { useESM: true, diagnostics: false }] },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/build/', '<rootDir>/jenkins/'],
  // Tests mostly wait for programs, engines and brokers; jest would leave one of two cores to itself.
  maxWorkers: 3,
  testTimeout: 60_000,
};

import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Only these may read the environment and write to the terminal. */
const TERMINAL_ROOMS = [
  'src/cli/**',
  'src/main.ts',
  'src/app/config.ts',
  'scripts/**',
  'bench/**',
  'test/support/**',
  'test/chaos/**',
  'test/fuzz/**',
  'vitest.config.ts',
];

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'dist',
      'demo-output',
      'bench/.data',
      'sample',
      'web/dist',
      '**/*.generated.ts',
      'client/dist',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 400 }],
      'max-params': 'off',
      '@typescript-eslint/max-params': ['error', { max: 3 }],
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Settings are read in src/app/config.ts.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.property.name='pipe']",
          message: 'Use pipeline: it closes both ends on an error.',
        },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true },
      ],
      // Fastify's and commander's handlers are async whether they await or not.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    },
  },
  { files: TERMINAL_ROOMS, rules: { 'no-console': 'off', 'no-restricted-properties': 'off' } },
  {
    files: ['test/**', '**/*.test.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-properties': 'off',
    },
  },
  { files: ['web/**'], ...reactHooks.configs.flat['recommended-latest'] },
  // Of libraries that React's compiler cannot memoize: the page is built without it.
  { files: ['web/**'], rules: { 'react-hooks/incompatible-library': 'off' } },
  {
    files: ['web/**'],
    rules: {
      // A component's parameters are its properties; handlers are promises that nobody waits for.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  { files: ['**/*.js', '**/*.mjs', '**/*.cjs'], ...tseslint.configs.disableTypeChecked },
);

/** The house: arrows point down, and a feature reaches another only through its contract. See docs/architecture.md. */
const below = {
  kernel: [],
  platform: ['kernel'],
  engine: ['platform', 'kernel'],
  feature: ['engine', 'platform', 'kernel'],
};
const FEATURES = '(access|records|exports|activity)';
const TEST = '\\.test\\.ts$';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'kernel-imports-nothing',
      severity: 'error',
      from: { path: '^src/kernel/', pathNot: TEST },
      to: { path: '^(src/(?!kernel/)|node_modules|node:)', pathNot: '^node:crypto$|^crypto$' },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: TEST },
      to: { path: '^src/', pathNot: `^src/(${['platform', ...below.platform].join('|')})/` },
    },
    {
      name: 'engine-knows-no-feature',
      severity: 'error',
      from: { path: '^src/engine/', pathNot: TEST },
      to: { path: '^src/', pathNot: `^src/(${['engine', ...below.engine].join('|')})/` },
    },
    {
      name: 'engine-knows-no-http-and-no-queue',
      severity: 'error',
      from: { path: '^src/engine/' },
      to: { path: '^src/platform/(http|queue)/' },
    },
    {
      name: 'features-look-down',
      severity: 'error',
      from: { path: `^src/${FEATURES}/` },
      to: { path: '^src/(app|cli)/' },
    },
    {
      name: 'features-meet-at-contracts',
      severity: 'error',
      from: { path: `^src/${FEATURES}/`, pathNot: TEST },
      to: { path: `^src/${FEATURES}/`, pathNot: ['^src/$1/', '\\.contract\\.ts$'] },
    },
    {
      name: 'app-does-not-know-cli',
      severity: 'error',
      from: { path: '^src/app/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'the-client-is-for-the-outside',
      severity: 'error',
      comment: 'Those who look from outside, as its users do. They take the whole client.',
      from: { path: '^(src|web)/', pathNot: ['^src/cli/', '^web/'] },
      to: { path: '^client/' },
    },
    {
      name: 'the-client-has-one-door',
      severity: 'error',
      from: { path: '^(src|web|bench|scripts)/' },
      to: { path: '^client/', pathNot: '^client/src/index\\.ts$' },
    },
    {
      name: 'the-client-knows-no-house',
      severity: 'error',
      comment: 'It is a package of its own.',
      from: { path: '^client/src/' },
      to: { path: '^(src|web|test|bench|scripts)/' },
    },
    {
      name: 'the-client-runs-in-browsers',
      severity: 'error',
      from: { path: '^client/src/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'src-does-not-know-tests',
      severity: 'error',
      from: { path: '^src/', pathNot: TEST },
      to: { path: '^(test|bench|scripts)/' },
    },
    {
      name: 'page-is-a-client',
      severity: 'error',
      comment:
        'It speaks to the API. Of the server it has types, and what is pure: words, and criteria in words.',
      from: { path: '^web/' },
      to: {
        path: '^(src|test|bench|scripts)/',
        pathNot: [
          '^src/kernel/',
          '^src/engine/criteria/',
          '^src/engine/views/empty-views\\.ts$',
          '\\.contract\\.ts$',
        ],
      },
    },
    {
      name: 'src-does-not-know-the-page',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^web/' },
    },
    {
      name: 'acceptance-is-outside',
      severity: 'error',
      comment: 'Neither itself nor by way of its support files: it tests whatever project it is pointed at.',
      from: { path: '^test/acceptance/' },
      to: { path: '^src/', reachable: true },
    },
    {
      name: 'acceptance-has-no-database',
      severity: 'error',
      comment: 'What only SQL can bring about or see is tested in test/integration.',
      from: { path: '^test/acceptance/' },
      to: { path: '^(test/support/(server|outside-database)\\.ts$|node_modules/(@types/)?pg/)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types'],
      extensions: ['.ts', '.js', '.mjs'],
    },
  },
};

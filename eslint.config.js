/** The house style a machine can hold. Pure rooms have no clock, no chance and no input or output; edges do not import each other. */
import tseslint from 'typescript-eslint';

const PURE = ['src/{treaty,language,record,geo,engine,cases,explore,simulate,dossier}/**/*.ts'];
const unused = ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' }];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'src/language/generated/', 'coverage/', '.casus/'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': unused,
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-non-null-assertion': 'warn',
      'eqeqeq': 'error',
      'prefer-const': 'error',
      'no-var': 'error',
      'max-lines': ['warn', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'export by name, so that a thing has one name everywhere' }] },
  },
  {
    files: PURE,
    rules: {
      'no-console': 'error',
      'no-restricted-imports': ['error', { patterns: [{ regex: '^(node:|fs$|path$|os$|crypto$|zlib$)', message: 'pure rooms do no input or output' }] }],
      'no-restricted-globals': ['error', ...['process', 'Buffer', 'window', 'document', 'localStorage', 'fetch', 'performance', 'setTimeout', 'setInterval', 'crypto']],
      'no-restricted-properties': ['error', { object: 'Date', property: 'now', message: 'pure rooms have no clock' }, { object: 'Math', property: 'random', message: 'pure rooms have no chance' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'export by name, so that a thing has one name everywhere' },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'pure rooms have no clock' },
        { selector: "CallExpression[callee.name='Date']", message: 'pure rooms have no clock' },
      ],
    },
  },
  { files: ['test/**/*.ts', 'bench/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  {
    files: ['scripts/**/*.mjs', 'bin/**/*.mjs', '*.config.js'],
    rules: { '@typescript-eslint/no-unused-vars': unused },
  },
);

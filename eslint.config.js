// Style the house holds everywhere; pure rooms also have no clock and no chance.
import tseslint from 'typescript-eslint';

const pure = ['src/{treaty,language,record,geo,engine,cases}/**/*.ts'];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'src/language/generated/', 'coverage/'] },
  ...tseslint.configs.recommended,
  { rules: { '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }], '@typescript-eslint/consistent-type-imports': 'error', eqeqeq: 'error' } },
  {
    files: pure,
    rules: {
      'no-console': 'error',
      'no-restricted-properties': ['error', { object: 'Date', property: 'now', message: 'pure rooms have no clock' }, { object: 'Math', property: 'random', message: 'pure rooms have no chance' }],
    },
  },
);

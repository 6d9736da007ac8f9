/** Starts the page. Entry of the browser bundle. */
import '@fontsource-variable/source-serif-4/index.css';
import '@fontsource-variable/source-sans-3/index.css';
import '@fontsource-variable/source-sans-3/wght-italic.css';
import '@fontsource-variable/source-code-pro/index.css';
import './style/tokens.css';
import './style/base.css';
import './style/layout.css';
import './style/agreement.css';
import './style/record.css';
import './style/exercise.css';
import './style/claims.css';
import './style/chances.css';
import './style/print.css';
import { render } from 'preact';
import { App } from './app.js';
import { watchChances } from './state/chances.js';
import { watchEnsuring } from './state/ensuring.js';
import { watchExercise } from './state/exercise.js';
import { watchSearch } from './state/exploring.js';
import { watch } from './state/store.js';

const root = document.getElementById('app');
if (root) {
  root.textContent = '';
  render(<App />, root);
  watch();
  watchExercise();
  watchSearch();
  watchChances();
  watchEnsuring();
}

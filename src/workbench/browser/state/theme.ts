/** Light, dark, or as the system has it; kept in this browser only. */
import { effect, signal } from '@preact/signals';

export type Theme = 'system' | 'light' | 'dark';
const KEY = 'casus-theme';

const kept = (): Theme => {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch { return 'system'; }
};

export const theme = signal<Theme>(kept());

effect(() => {
  if (theme.value === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme.value;
  try { localStorage.setItem(KEY, theme.value); } catch { /* a browser that keeps nothing still shows the theme */ }
});

export const NEXT: Readonly<{ [T in Theme]: Theme }> = { system: 'dark', dark: 'light', light: 'system' };

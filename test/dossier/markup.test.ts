/** Every page of a brief is valid HTML, every link leads somewhere that exists, every address names one thing, and nothing a dossier says becomes markup. */
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { briefOf, siteOf } from '../../src/dossier/index.js';
import { fileOf, LAKES, on, opened, site, UKRAINE, withBrief } from './dossiers.js';

const validator = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:document'], rules: { 'long-title': 'off', 'no-trailing-whitespace': 'off', 'no-inline-style': 'error', 'require-sri': 'off' } });

async function faultsOf(text: string, path: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(text, path);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${path}:${line} ${ruleId}: ${message}`));
}

const pages = (files: readonly { readonly path: string; readonly text: string }[]) => files.filter(({ path }) => path.endsWith('.html'));

const CASES = [['the example', LAKES, undefined], ['the example, early', LAKES, '2031-05-09'], ['Ukraine', UKRAINE, undefined], ['Ukraine on 16 August 2025', UKRAINE, '2025-08-16']] as const;

describe.each(CASES)('the pages of %s', (_name, folder, date) => {
  const files = site({ ...(date === undefined ? {} : { asOf: on(date) }), base: 'https://example.org/brief/' }, folder);

  it('are valid HTML', async () => {
    const all = await Promise.all(pages(files).map(({ path, text }) => faultsOf(text, path)));
    expect(pages(files).length).toBeGreaterThan(3);
    expect(all.flat().slice(0, 10)).toEqual([]);
  });

  it('link to pages, files and places that exist, and use each id once', () => {
    const ids = new Map(pages(files).map(({ path, text }) => [path, [...text.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id)]));
    for (const [path, all] of ids) expect([path, all.filter((id, index) => all.indexOf(id) !== index)]).toEqual([path, []]);
    const known = new Set([...files.map(({ path }) => path), 'fonts/source-serif-4.woff2', 'fonts/source-sans-3.woff2']);
    const broken = pages(files).flatMap(({ path, text }) => [...text.matchAll(/ (?:href|src|srcset)="([^"]+)"/g)].map(([, to = '']) => to).filter((to) => !/^(https?:|mailto:)/.test(to)).flatMap((to) => {
      const [target = '', anchor] = to.split('#');
      const whole = target === '' ? path : new URL(target, `https://x/${path}`).pathname.slice(1);
      if (!known.has(whole)) return [`${path}: ${to}`];
      return anchor !== undefined && !ids.get(whole)?.includes(anchor) ? [`${path}: ${to} (no such place)`] : [];
    }));
    expect(broken.slice(0, 10)).toEqual([]);
  });

  it('need no script and load nothing from elsewhere', () => {
    for (const { path, text } of pages(files)) {
      expect([path, /<script(?! type="application\/ld\+json")/.test(text), / on\w+="/.test(text), /<(?:img|link rel="stylesheet"|source|iframe)[^>]+(?:src|href|srcset)="https?:/.test(text)]).toEqual([path, false, false, false]);
    }
  });
});

describe('what a dossier says stays text', () => {
  const nasty = '<img src=x onerror=alert(1)> & "quoted" </script><script>alert(2)</script>';

  it('in pages, data for machines, feed and map', async () => {
    const entry = { id: `x" onload="1`, act: 'state', actor: 'Lakeland', arguments: { speaker: 'Orla-Venn', issue: 'monitors', option: 'union-monitors', stance: 'accepts', voice: 'own', venue: nasty, gist: nasty, outlet: nasty, link: 'javascript:alert(3)' }, occurredAt: '2031-05-19', source: nasty };
    const made = opened(LAKES, {
      ...withBrief({ headline: nasty, lede: nasty, editions: [], questions: [nasty], glossary: [{ term: nasty, means: nasty }], corrections: [{ on: '2031-05-16', what: nasty }] }),
      'statements.jsonl': `${fileOf('statements.jsonl')}${JSON.stringify(entry)}\n`, 'events.json': JSON.stringify([{ id: '"><b>', title: nasty, from: '2031-05-12', place: nasty, outcome: nasty, sources: [{ outlet: nasty }] }]),
      'facts.json': JSON.stringify([{ id: '<i>', name: nasty, text: nasty, value: 3, unit: nasty, asOf: '2031-05-01', source: nasty }]),
    });
    expect(made.faults).toEqual([]);
    const files = siteOf(briefOf(made.dossier, {}));
    for (const { path, text } of files) expect([path, /<img src=x|<script>alert|<b>|<i>|href="javascript/i.test(text)]).toEqual([path, false]);
    const all = await Promise.all(pages(files).map(({ path, text }) => faultsOf(text, path)));
    expect(all.flat().slice(0, 5)).toEqual([]);
    expect(files.find(({ path }) => path === 'index.html')?.text).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });
});

describe('the check of pages', () => {
  it('notices what is wrong', async () => {
    expect((await faultsOf('<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><p><div></div></p></body></html>', 'x.html')).length).toBeGreaterThan(0);
  });
});

/** The brief of the dossier, made by the same functions as `casus brief`: as data for the workbench, and as the site's own pages for its preview. Nothing is written. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Context, Hono } from 'hono';
import { briefOf, FONTS, lintBrief, openDossier, siteOf, type SiteFile } from '../../dossier/index.js';
import type { BriefAnswer } from '../shared/brief.js';
import { fileIn, type Folders } from './files.js';

const TYPES: Readonly<{ [ending: string]: string }> = { '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.xml': 'application/atom+xml; charset=utf-8' };
/** How many briefs are kept made: a day and the day it is compared with are often asked for again. */
const KEPT = 6;
const DAY = /^\d{4}-\d\d-\d\d$/;

interface Made { readonly answer: BriefAnswer; readonly files: ReadonlyMap<string, SiteFile> }

export function serveBrief(app: Hono, folders: Folders): void {
  const kept = new Map<string, Made>();
  const made = (asOf: string, since: string | undefined): Made => {
    const key = `${asOf} ${since ?? ''} ${stampOf(folders.dossier)}`;
    const known = kept.get(key);
    if (known) return known;
    const fresh = make(folders, asOf, since);
    kept.set(key, fresh);
    for (const old of [...kept.keys()].slice(0, Math.max(0, kept.size - KEPT))) kept.delete(old);
    return fresh;
  };

  app.get('/api/brief', (context) => {
    const { asOf, since } = context.req.query();
    if (!isDay(asOf) || (since !== undefined && (!isDay(since) || since >= asOf))) return context.json({ error: 'name a day such as `asOf=2025-08-18`, and with `since` an earlier one' }, 400);
    return context.json(made(asOf, since).answer);
  });

  // A day may be followed by the day it is compared with: /brief/2025-08-18..2025-08-16/index.html
  app.get('/brief/:days/*', (context) => {
    const [asOf, since] = (context.req.param('days') ?? '').split('..');
    const path = decoded(context.req.path.split('/').slice(3).join('/')) || 'index.html';
    if (!isDay(asOf) || (since !== undefined && (!isDay(since) || since >= asOf))) return missing(context);
    const font = FONTS.find(({ file }) => file === path);
    if (font) {
      const at = fileIn(join(folders.web, 'assets'), basename(font.from));
      return at === undefined ? missing(context) : context.body(new Uint8Array(readFileSync(at)), 200, { 'content-type': 'font/woff2' });
    }
    const file = made(asOf, since).files.get(path);
    return file ? context.body(file.text, 200, { 'content-type': TYPES[extname(path)] ?? 'text/plain; charset=utf-8' }) : missing(context);
  });
}

const isDay = (word: string | undefined): word is string => word !== undefined && DAY.test(word) && Number.isFinite(Date.parse(word)) && new Date(Date.parse(word)).toISOString().startsWith(word);
const decoded = (path: string): string => { try { return decodeURIComponent(path); } catch { return ''; } };
const missing = (context: Context): Response => context.text('There is no such page of the brief.', 404);

function make(folders: Folders, asOf: string, since: string | undefined): Made {
  const names = filesOf(folders.dossier);
  const { dossier, faults } = openDossier(basename(folders.dossier), (name) => textIn(folders.dossier, name), names);
  const brief = briefOf(dossier, { asOf: Date.parse(asOf), ...(since === undefined ? {} : { since: Date.parse(since) }) });
  const { map: _, ...data } = brief;
  return { answer: { brief: data, faults, findings: lintBrief(dossier, brief), page: `brief/${asOf}${since === undefined ? '' : `..${since}`}/index.html` }, files: new Map(siteOf(brief).map((file) => [file.path, file])) };
}

const filesOf = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder, { recursive: true }).map((name) => String(name).split(sep).join('/')).sort() : []);

function textIn(folder: string, name: string): string | undefined {
  const path = fileIn(folder, name);
  if (path === undefined) return undefined;
  const bytes = readFileSync(path);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.toString('utf8');
  try { return gunzipSync(bytes).toString('utf8'); } catch { return ''; }
}

/** Changes when any file of the dossier does. */
const stampOf = (folder: string): string => filesOf(folder).filter((name) => /\.(json|jsonl|casus|geojson|gz)$/.test(name)).map((name) => { const found = statSync(join(folder, name), { throwIfNoEntry: false }); return found ? `${name}:${found.mtimeMs}:${found.size}` : name; }).join('|');

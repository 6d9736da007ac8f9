/** The brief of the dossier, made by the same functions as `casus brief`: as data for the workbench, and as the site's own pages for its preview. What was accepted here counts in it as if it stood in the dossier's files, which are never written. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Context, Hono } from 'hono';
import { briefOf, FONTS, isDay, knownIn, lintBrief, openDossier, siteOf, type KnownFolder, type SiteFile } from '../../dossier/index.js';
import type { BriefAnswer, KnownAnswer } from '../shared/brief.js';
import { acceptedLines, acceptOne, asEntries, takeBack } from './accepted.js';
import { fileIn, type Folders } from './files.js';

const TYPES: Readonly<{ [ending: string]: string }> = { '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml', '.xml': 'application/atom+xml; charset=utf-8' };
/** How many briefs are kept made: a day and the day it is compared with are often asked for again. */
const KEPT = 6;

interface Made { readonly answer: BriefAnswer; readonly files: ReadonlyMap<string, SiteFile> }

/** What the dossier knows, and the lines of its files of statements. */
type Folder = KnownFolder & { readonly inFiles: string };

export function serveBrief(app: Hono, folders: Folders): void {
  const kept = new Map<string, Made>();
  let held: { readonly stamp: string; readonly folder: Folder } | undefined;
  const folder = (stamp = stampOf(folders.dossier)): Folder => (held?.stamp === stamp ? held : held = { stamp, folder: folderOf(folders) }).folder;
  const made = (asOf: string, since: string | undefined): Made => {
    const stamp = stampOf(folders.dossier);
    const { statements, inFiles } = folder(stamp);
    const accepted = acceptedLines(folders, inFiles);
    const key = `${asOf} ${since ?? ''} ${stamp} ${accepted.join('\n')}`;
    const known = kept.get(key);
    if (known) return known;
    const fresh = make(folders, asOf, since, accepted, statements[0] ?? '');
    kept.set(key, fresh);
    for (const old of [...kept.keys()].slice(0, Math.max(0, kept.size - KEPT))) kept.delete(old);
    return fresh;
  };

  app.get('/api/brief', (context) => {
    const { asOf, since } = context.req.query();
    if (!isAsked(asOf) || (since !== undefined && (!isAsked(since) || since >= asOf))) return context.json({ error: 'name a day such as `asOf=2025-08-18`, and with `since` an earlier one' }, 400);
    return context.json(made(asOf, since).answer);
  });

  app.get('/api/brief/known', (context) => context.json(folder().known satisfies KnownAnswer));

  app.post('/api/brief/accepted', async (context) => {
    const answer = acceptOne(folders, await context.req.json().catch(() => undefined), folder(), folder().inFiles);
    return typeof answer === 'string' ? context.json({ error: answer }, 400) : context.json(answer, answer.there ? 200 : 201);
  });
  app.post('/api/brief/accepted/taken-back', async (context) => {
    const asked: unknown = await context.req.json().catch(() => undefined);
    const id = typeof asked === 'object' && asked !== null ? (asked as { id?: unknown }).id : undefined;
    return typeof id === 'string' && takeBack(folders, id) ? context.json({ id }) : context.json({ error: 'no such statement was accepted here; it may have been taken back already' }, 404);
  });

  // A day may be followed by the day it is compared with: /brief/2025-08-18..2025-08-16/index.html
  app.get('/brief/:days/*', (context) => {
    const [asOf, since] = (context.req.param('days') ?? '').split('..');
    const path = decoded(context.req.path.split('/').slice(3).join('/')) || 'index.html';
    if (!isAsked(asOf) || (since !== undefined && (!isAsked(since) || since >= asOf))) return missing(context);
    const font = FONTS.find(({ file }) => file === path);
    if (font) {
      const at = fileIn(join(folders.web, 'assets'), basename(font.from));
      return at === undefined ? missing(context) : context.body(new Uint8Array(readFileSync(at)), 200, { 'content-type': 'font/woff2' });
    }
    const file = made(asOf, since).files.get(path);
    return file ? context.body(file.text, 200, { 'content-type': TYPES[extname(path)] ?? 'text/plain; charset=utf-8' }) : missing(context);
  });
}

const isAsked = (word: string | undefined): word is string => word !== undefined && isDay(word);
const decoded = (path: string): string => { try { return decodeURIComponent(path); } catch { return ''; } };
const missing = (context: Context): Response => context.text('There is no such page of the brief.', 404);

function folderOf({ dossier }: Folders): Folder {
  const known = knownIn((name) => textIn(dossier, name));
  return { ...known, inFiles: known.statements.map((name) => textIn(dossier, name) ?? '').join('\n') };
}

function make(folders: Folders, asOf: string, since: string | undefined, accepted: readonly string[], statementsFile: string): Made {
  const names = filesOf(folders.dossier);
  const { dossier, faults } = openDossier(basename(folders.dossier), (name) => textIn(folders.dossier, name), names, accepted.join('\n'));
  const brief = briefOf(dossier, { asOf: Date.parse(asOf), ...(since === undefined ? {} : { since: Date.parse(since) }) });
  const { map: _, ...data } = brief;
  return { answer: { brief: data, faults, findings: lintBrief(dossier, brief), accepted: asEntries(accepted), statementsFile, page: `brief/${asOf}${since === undefined ? '' : `..${since}`}/index.html` }, files: new Map(siteOf(brief).map((file) => [file.path, file])) };
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

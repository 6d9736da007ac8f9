/** The workbench's HTTP side: files of the dossier, the user's own entries and drafts, the export to Word. It judges nothing. */
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isLeaf } from '../shared/leaf.js';
import { serveBrief } from './brief.js';
import { fileIn, listingOf, readRecord, recordsOf, safeId, treatiesOf, type Folders } from './files.js';
import { guard } from './guard.js';
import { readLine } from './line.js';
import { appendEntry, draftOf, dropDraft, ownEntries, saveDraft } from './own.js';
import { wordOf } from './word.js';

const TYPES: Readonly<{ [ending: string]: string }> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json',
  '.geojson': 'application/json', '.woff2': 'font/woff2', '.woff': 'font/woff', '.svg': 'image/svg+xml', '.map': 'application/json', '.txt': 'text/plain; charset=utf-8',
};
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const MEGABYTE = 1024 * 1024;

export function workbench(folders: Folders): Hono {
  const app = new Hono();
  app.use('*', guard);
  app.use('/api/*', bodyLimit({ maxSize: 8 * MEGABYTE, onError: (context) => context.json({ error: 'that is more than 8 MB; send less at a time' }, 413) }));

  app.get('/api/dossier', (context) => context.json(listingOf(folders)));

  app.get('/api/treaties/:id', (context) => {
    const found = treaty(context);
    if (!found) return missing(context, 'treaty');
    const original = context.req.query('original') !== undefined;
    return context.text((original ? undefined : draftOf(folders, found.listing.id)) ?? readFileSync(found.path, 'utf8'));
  });
  app.post('/api/treaties/:id/draft', async (context) => {
    const found = treaty(context);
    if (!found) return missing(context, 'treaty');
    const body = await json(context);
    const text = typeof body === 'object' && body !== null ? (body as { text?: unknown }).text : undefined;
    if (typeof text === 'string') saveDraft(folders, found.listing.id, text);
    else if (text === null) dropDraft(folders, found.listing.id);
    else return context.json({ error: 'a draft needs its `text`, or null to go back to the file' }, 400);
    return context.json({ saved: text !== null });
  });

  app.get('/api/treaties/:id/entries', (context) => {
    const found = treaty(context);
    return found ? context.text(ownEntries(folders, found.listing.id)) : missing(context, 'treaty');
  });
  app.post('/api/treaties/:id/entries', async (context) => {
    const found = treaty(context);
    if (!found) return missing(context, 'treaty');
    const line = readLine(await json(context));
    return typeof line === 'string' ? context.json({ error: line }, 400) : context.json(appendEntry(folders, found.listing.id, line, new Date()), 201);
  });

  app.get('/api/records/:id', (context) => {
    const found = recordsOf(folders).find(({ listing }) => listing.id === context.req.param('id'));
    if (!found) return missing(context, 'record');
    const { text, damaged } = readRecord(found.path);
    if (damaged !== undefined) context.header('x-casus-damaged', encodeURIComponent(damaged));
    return context.text(text);
  });

  app.get('/api/data/:name', (context) => {
    const path = fileIn(join(folders.dossier, 'data'), context.req.param('name'));
    if (path === undefined || !/\.(geo)?json$/.test(path)) return missing(context, 'map file');
    return send(context, path);
  });

  app.get('/api/help', (context) => {
    const path = join(folders.root, 'docs', 'diagnostics.md');
    return existsSync(path) ? context.text(readFileSync(path, 'utf8')) : missing(context, 'list of findings; this copy of the workbench has no docs');
  });

  app.post('/api/word', async (context) => {
    const leaf = await json(context);
    if (!isLeaf(leaf)) return context.json({ error: 'this is no treaty laid out for export' }, 400);
    return context.body(await wordOf(leaf) as Uint8Array<ArrayBuffer>, 200, { 'content-type': WORD });
  });

  serveBrief(app, folders);

  app.all('/api/*', (context) => missing(context, 'page of the workbench'));

  app.get('*', (context) => {
    const wanted = context.req.path === '/' ? 'index.html' : decodePath(context.req.path);
    if (!existsSync(join(folders.web, 'index.html'))) return context.text('The workbench is not built yet: run `npm start`, which builds it.', 503);
    const path = fileIn(folders.web, wanted);
    return path === undefined ? context.text('There is no such page.', 404) : send(context, path);
  });

  app.onError((fault, context) => context.json({ error: `the workbench failed at this: ${fault.message}` }, 500));

  function treaty(context: Context): ReturnType<typeof treatiesOf>[number] | undefined {
    const id = context.req.param('id') ?? '';
    return safeId(id) ? treatiesOf(folders).find(({ listing }) => listing.id === id) : undefined;
  }
  return app;
}

const decodePath = (path: string): string => {
  try { return decodeURIComponent(path).replace(/^\/+/, ''); } catch { return 'index.html'; }
};

const missing = (context: Context, what: string): Response => context.json({ error: `there is no such ${what}` }, 404);

const send = (context: Context, path: string): Response =>
  context.body(new Uint8Array(readFileSync(path)), 200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' });

async function json(context: Context): Promise<unknown> {
  try { return await context.req.json() as unknown; } catch { return undefined; }
}


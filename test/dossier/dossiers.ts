/** Dossiers as tests open them: from a folder of the checkout, whole or with some of its files said otherwise. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { briefOf, openDossier, siteOf, type BriefOptions, type Opened, type SiteFile } from '../../src/dossier/index.js';
import { root } from '../house/files.js';

export const LAKES = 'corpus/brief/lakes';
export const UKRAINE = 'dossiers/ukraine';

export type Instead = Readonly<{ [file: string]: string | undefined }>;

export function opened(folder: string = LAKES, instead: Instead = {}): Opened {
  const at = join(root, folder);
  const names = readdirSync(at, { recursive: true }).map((name) => String(name).split(sep).join('/'));
  return openDossier(basename(folder), (name) => {
    if (name in instead) return instead[name];
    const whole = join(at, name);
    return existsSync(whole) && statSync(whole).isFile() ? readFileSync(whole, 'utf8') : undefined;
  }, names.sort());
}

export const fileOf = (name: string, folder: string = LAKES): string => readFileSync(join(root, folder, name), 'utf8');
export const on = (date: string): number => Date.parse(`${date}T23:59:59.999Z`);

export const briefFor = (options: BriefOptions = {}, folder: string = LAKES, instead: Instead = {}) => briefOf(opened(folder, instead).dossier, options);
export const site = (options: BriefOptions = {}, folder: string = LAKES): readonly SiteFile[] => siteOf(briefFor(options, folder));

/** What the brief of a day says of each issue. */
export const table = (date: string, folder: string = LAKES): Readonly<{ [issue: string]: string }> => Object.fromEntries(briefFor({ asOf: on(date) }, folder).issues.map(({ name, state }) => [name, state]));

/** dossier.json with other settings of the brief. */
export function withBrief(settings: object, folder: string = LAKES): Instead {
  const file = JSON.parse(fileOf('dossier.json', folder)) as { brief?: object };
  return { 'dossier.json': JSON.stringify({ ...file, brief: { ...file.brief, ...settings } }) };
}

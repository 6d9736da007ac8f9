/** ARCHITECTURE.md's table of rooms against the imports there really are. */
import { posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { filesBelow, read, tableOf, ticked } from './files.js';

interface Room { readonly name: string; readonly rooms: ReadonlySet<string>; readonly packages: ReadonlySet<string> }

const rooms: ReadonlyMap<string, Room> = new Map(
  tableOf(read('ARCHITECTURE.md'), 'room').map(([name = '', may = '', packages = '']) => {
    const room = ticked(name)[0] ?? '';
    return [room, { name: room, rooms: new Set(ticked(may)), packages: new Set(ticked(packages)) }];
  }),
);
const sources = filesBelow('src', /\.tsx?$/);

function roomOf(path: string): string {
  const parts = path.split('/');
  const outer = parts[1] ?? '';
  return outer === 'workbench' ? `workbench/${parts[2] ?? ''}` : outer;
}

const packageOf = (specifier: string): string => {
  if (specifier.startsWith('node:')) return 'node';
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
};

const importsOf = (path: string): readonly string[] => ts.preProcessFile(read(path), true, true).importedFiles.map(({ fileName }) => fileName);

/** What is wrong with one import, or nothing. */
export function fault(path: string, specifier: string, table: ReadonlyMap<string, Room>): string | undefined {
  const from = roomOf(path);
  const room = table.get(from);
  if (!room) return `\`${path}\` lies in \`${from}\`, which the table does not list`;
  if (!specifier.startsWith('.')) {
    const name = packageOf(specifier);
    return room.packages.has(name) ? undefined : `\`${path}\` imports the package \`${name}\``;
  }
  if (!/\.(js|css|json|svg|woff2)$/.test(specifier)) return `\`${path}\` imports \`${specifier}\` without its ending`;
  const target = posix.normalize(posix.join(posix.dirname(path), specifier));
  const to = roomOf(target);
  if (to === from) return undefined;
  if (!target.startsWith('src/')) return `\`${path}\` reaches out of src to \`${target}\``;
  if (!room.rooms.has(to)) return `\`${path}\` imports \`${to}\``;
  if (to !== 'workbench/shared' && posix.basename(target) !== 'index.js') return `\`${path}\` enters \`${to}\` by \`${target}\`, not by its index`;
  return undefined;
}

describe('walls between rooms', () => {
  it('lists every room of src', () => {
    const real = new Set(sources.map(roomOf));
    expect([...real].filter((name) => !rooms.has(name))).toEqual([]);
  });

  it('imports only what the table allows', () => {
    expect(sources.length).toBeGreaterThan(20);
    const faults = sources.flatMap((path) => importsOf(path).map((specifier) => fault(path, specifier, rooms))).filter((one) => one !== undefined);
    expect(faults).toEqual([]);
  });

  it('notices a forbidden import', () => {
    expect(fault('src/engine/step.ts', '../language/index.js', rooms)).toContain('imports `language`');
    expect(fault('src/engine/step.ts', 'node:fs', rooms)).toContain('`node`');
    expect(fault('src/engine/step.ts', '../geo/sphere.js', rooms)).toContain('not by its index');
    expect(fault('src/cli/main.ts', '../workbench/server/main.js', rooms)).toContain('imports `workbench/server`');
    expect(fault('src/engine/step.ts', './text', rooms)).toContain('without its ending');
    expect(fault('src/engine/step.ts', '../geo/index.js', rooms)).toBeUndefined();
  });

  it('keeps one direction: no room reaches itself through others', () => {
    const reaches = (from: string, seen: ReadonlySet<string>): boolean => {
      if (seen.has(from)) return true;
      return [...(rooms.get(from)?.rooms ?? [])].some((next) => reaches(next, new Set([...seen, from])));
    };
    expect([...rooms.keys()].filter((name) => reaches(name, new Set()))).toEqual([]);
  });

  it('declares every package it imports', () => {
    const { dependencies, overrides, devDependencies } = JSON.parse(read('package.json')) as Readonly<Record<string, Readonly<Record<string, string>>>>;
    const declared = { ...dependencies, ...overrides };
    const listed = [...rooms.values()].flatMap(({ packages }) => [...packages]).filter((name) => name !== 'node');
    // chevrotain comes with langium, its version pinned among the overrides; a package may also be types only.
    expect(listed.filter((name) => declared[name] === undefined && devDependencies?.[`@types/${name}`] === undefined)).toEqual([]);
  });
});

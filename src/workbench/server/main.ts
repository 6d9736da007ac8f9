/** `start` serves the workbench on 127.0.0.1 and says where. Nothing is fetched from elsewhere. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { serve, type ServerType } from '@hono/node-server';
import { workbench } from './app.js';
import { packageRoot, type Folders } from './files.js';

const FIRST_PORT = 4180;
const PORTS_TRIED = 40;

export interface StartOptions {
  /** Without it, 4180 or the next that is free. 0 takes any free port. */
  readonly port?: number;
  /** Folder of a dossier; the Ukraine dossier where absent. */
  readonly dossier?: string;
  /** Folder that holds entries and drafts; `.casus` in the working folder where absent. */
  readonly own?: string;
}

export interface Running { readonly url: string; readonly close: () => Promise<void> }

export async function start(options: StartOptions = {}): Promise<Running> {
  const root = packageRoot();
  const dossier = options.dossier === undefined ? join(root, 'dossiers', 'ukraine') : resolve(options.dossier);
  if (!existsSync(dossier)) throw new Error(`there is no dossier at \`${options.dossier ?? dossier}\`; give the path of a folder that holds \`treaties\``);
  const folders: Folders = { root, dossier, library: join(root, 'library'), web: join(root, 'dist', 'web'), own: resolve(options.own ?? '.casus') };
  const { fetch } = workbench(folders);
  const ports = options.port === undefined ? Array.from({ length: PORTS_TRIED }, (_, index) => FIRST_PORT + index) : [options.port];
  for (const port of ports) {
    const server = await listen(fetch, port);
    if (server) return running(server);
  }
  throw new Error(options.port === undefined
    ? `ports ${FIRST_PORT} to ${FIRST_PORT + PORTS_TRIED - 1} are all in use; name a free one with --port`
    : `port \`${options.port}\` is in use; name another with --port`);
}

/** Nothing where the port is taken. */
function listen(fetch: Parameters<typeof serve>[0]['fetch'], port: number): Promise<ServerType | undefined> {
  return new Promise((done, fail) => {
    const server = serve({ fetch, port, hostname: '127.0.0.1' }, () => done(server));
    server.once('error', (fault: NodeJS.ErrnoException) => (fault.code === 'EADDRINUSE' || fault.code === 'EACCES' ? done(undefined) : fail(fault)));
  });
}

function running(server: ServerType): Running {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : FIRST_PORT;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise((done) => {
      server.close(() => done());
      if ('closeAllConnections' in server) server.closeAllConnections();
    }),
  };
}

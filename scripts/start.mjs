/** `npm start`: installs and builds what is missing, serves the workbench on this machine and prints its address. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { prepareOrExit, root, say } from './prepare.mjs';

const argument = (name) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};

await prepareOrExit('build');
const server = join(root, 'dist', 'server.cjs');
if (!existsSync(server)) {
  say('there is no server to start: `src/workbench/server/main.ts` is missing from this checkout');
  process.exit(2);
}
const port = argument('--port') ?? process.env.PORT;
try {
  const running = await createRequire(import.meta.url)(server).start(port === undefined ? {} : { port: Number(port) });
  console.log(`Casus is at ${running.url}`);
  console.log('Press Ctrl+C to stop. Nothing here is legal advice.');
  const stop = () => void running.close().finally(() => process.exit(0));
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
} catch (fault) {
  say(process.env.CASUS_DEBUG ? fault.stack : fault.message);
  process.exit(2);
}

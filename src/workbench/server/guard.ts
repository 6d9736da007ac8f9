/** Only this machine's own pages are answered: other hosts and other sites are turned away, and nothing outside may be loaded. */
import type { MiddlewareHandler } from 'hono';

const POLICY = [
  "default-src 'none'", "script-src 'self'", "worker-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'", "frame-src 'self'",
  "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
].join('; ');

/** Explorer and runs write code of their own for each treaty, in workers that are handed nothing but the treaty and what is assumed. */
const WRITERS: ReadonlySet<string> = new Set(['/explore.worker.js', '/chances.worker.js']);
const WRITERS_POLICY = POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-eval'");

/** Pages of the brief's preview may stand in a frame of the workbench itself; they run no script at all. Its maps carry their own style. */
const PREVIEW = '/brief/';
const previewPolicy = (path: string): string => POLICY.replace("script-src 'self'", "script-src 'none'").replace("frame-ancestors 'none'", "frame-ancestors 'self'").replace("style-src 'self'", path.endsWith('.svg') ? "style-src 'unsafe-inline'" : "style-src 'self'");

const LOCAL = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

export const guard: MiddlewareHandler = async (context, next) => {
  // A page elsewhere may point its own name at 127.0.0.1: the name asked for must be this machine's.
  if (!LOCAL.test(context.req.header('host') ?? '')) return context.json({ error: 'the workbench answers on 127.0.0.1 only' }, 403);
  const origin = context.req.header('origin');
  if (origin !== undefined && origin.replace(/^https?:\/\//, '') !== context.req.header('host')) return context.json({ error: 'another site may not ask the workbench' }, 403);
  if (context.req.method === 'POST' && !(context.req.header('content-type') ?? '').startsWith('application/json')) {
    return context.json({ error: 'send the content as application/json' }, 415);
  }
  await next();
  context.header('content-security-policy', WRITERS.has(context.req.path) ? WRITERS_POLICY : context.req.path.startsWith(PREVIEW) ? previewPolicy(context.req.path) : POLICY);
  context.header('x-content-type-options', 'nosniff');
  context.header('referrer-policy', 'no-referrer');
  context.header('cache-control', 'no-cache');
};

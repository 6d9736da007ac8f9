/** Only this machine's own pages are answered: other hosts and other sites are turned away, and nothing outside may be loaded. */
import type { MiddlewareHandler } from 'hono';

const POLICY = [
  "default-src 'none'", "script-src 'self'", "worker-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'",
  "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
].join('; ');

/** Explorer and runs write code of their own for each treaty, in workers that are handed nothing but the treaty and what is assumed. */
const WRITERS: ReadonlySet<string> = new Set(['/explore.worker.js', '/chances.worker.js']);
const WRITERS_POLICY = POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-eval'");

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
  context.header('content-security-policy', WRITERS.has(context.req.path) ? WRITERS_POLICY : POLICY);
  context.header('x-content-type-options', 'nosniff');
  context.header('referrer-policy', 'no-referrer');
  context.header('cache-control', 'no-cache');
};

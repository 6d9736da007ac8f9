/** Files from the workbench's own server; a refusal becomes an error in its words. */

export async function fetched(path: string): Promise<Response> {
  const response = await fetch(path).catch(() => { throw new Error('the workbench server does not answer; start it again with `npm start`'); });
  if (response.ok) return response;
  const body: unknown = await response.json().catch(() => undefined);
  const words = typeof body === 'object' && body !== null ? (body as { error?: unknown }).error : undefined;
  throw new Error(typeof words === 'string' ? words : `the workbench server answered ${response.status} for \`${path}\``);
}
export const textAt = async (path: string): Promise<string> => (await fetched(path)).text();
export const jsonAt = async <T>(path: string): Promise<T> => (await fetched(path)).json() as Promise<T>;

export async function send<T>(path: string, body: unknown): Promise<T> {
  return (await posted(path, body)).json() as Promise<T>;
}

export async function posted(path: string, body: unknown): Promise<Response> {
  const response = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    .catch(() => { throw new Error('the workbench server does not answer; nothing was saved'); });
  if (response.ok) return response;
  const refusal: unknown = await response.json().catch(() => undefined);
  const words = typeof refusal === 'object' && refusal !== null ? (refusal as { error?: unknown }).error : undefined;
  throw new Error(typeof words === 'string' ? words : `the server answered ${response.status}; nothing was saved`);
}

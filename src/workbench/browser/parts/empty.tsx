/** States without content, designed: nothing here yet, under way, failed. */
import type { ComponentChildren } from 'preact';
import { Words } from './words.js';

interface EmptyProps { readonly title: string; /** It is all the page shows. */ readonly whole?: boolean; readonly children: ComponentChildren }

export const Empty = ({ title, whole = false, children }: EmptyProps) => <section class="empty">{whole ? <h1>{title}</h1> : <h2>{title}</h2>}{children}</section>;

export const Loading = ({ what }: { readonly what: string }) => <p class="empty soft" role="status">{what} …</p>;

interface FailingProps { readonly fault: string; readonly retry?: () => void; readonly whole?: boolean }

export const Failing = ({ fault, retry, whole = false }: FailingProps) => (
  <section class="notice failing" role="alert">
    {whole ? <h1>This cannot be shown</h1> : null}
    <p><Words of={fault} /></p>
    {retry ? <p><button type="button" class="plain" onClick={retry}>try again</button></p> : null}
  </section>
);

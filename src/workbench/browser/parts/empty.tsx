/** States without content, designed: nothing here yet, under way, failed. */
import type { ComponentChildren } from 'preact';

export const Empty = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => <section class="empty"><h2>{title}</h2>{children}</section>;

export const Loading = ({ what }: { readonly what: string }) => <p class="empty soft" role="status">{what} …</p>;

export const Failing = ({ fault, retry }: { readonly fault: string; readonly retry?: () => void }) => (
  <section class="notice failing" role="alert">
    <p>{fault}</p>
    {retry ? <p><button type="button" class="plain" onClick={retry}>try again</button></p> : null}
  </section>
);

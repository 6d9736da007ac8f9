/** The shape of a status. Colour comes from the tone around it. */
import type { Shape as ShapeName } from '../view/standing.js';

const PATHS = {
  disc: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  half: <><circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" stroke-width="1.1" /><path d="M6 1.4a4.6 4.6 0 0 0 0 9.2z" fill="currentColor" /></>,
  square: <rect x="1.5" y="1.5" width="9" height="9" fill="currentColor" />,
  diamond: <path d="M6 .9 11.1 6 6 11.1.9 6z" fill="none" stroke="currentColor" stroke-width="1.2" />,
  ring: <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="1.2" />,
  dots: <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="1.4" stroke-dasharray="1.4 1.43" />,
} as const;

export const Shape = ({ of }: { readonly of: ShapeName }) => <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">{PATHS[of]}</svg>;

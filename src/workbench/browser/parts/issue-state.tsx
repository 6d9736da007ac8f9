/** The state of an issue as shape, word and tone, and the kind of word a statement is. */
import { inSentence } from '../../../engine/index.js';
import type { IssueView, StatementView } from '../../shared/brief.js';
import type { Shape as ShapeName, Tone } from '../view/standing.js';
import { Shape } from './shape.js';

const LOOKS: Readonly<{ [S in IssueView['state']]: { readonly shape: ShapeName; readonly tone: Tone; readonly words: string } }> = {
  agreed: { shape: 'disc', tone: 'kept', words: 'agreed' },
  claimed: { shape: 'half', tone: 'open', words: 'claimed, unconfirmed' },
  open: { shape: 'ring', tone: 'waiting', words: 'open' },
  blocked: { shape: 'square', tone: 'broken', words: 'blocked' },
  conflict: { shape: 'diamond', tone: 'unknown', words: 'in conflict' },
};

export function IssueState({ state }: { readonly state: IssueView['state'] }) {
  const { shape, tone, words } = LOOKS[state];
  return <span class={`verdict tone-${tone}`}><Shape of={shape} /><strong>{words}</strong></span>;
}

export const tierWords = ({ voice, reportedBy }: Pick<StatementView, 'voice' | 'reportedBy'>): string => (voice === 'counterpart' && reportedBy !== undefined ? `the word of ${inSentence(reportedBy)}` : { own: 'own word', counterpart: 'a counterpart’s word', media: 'a media report' }[voice]);

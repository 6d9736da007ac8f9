/** Lookahead of the parser, worked out for each place of the grammar when a text first comes to it: most texts use few, and working out all takes longer than parsing. */
import type { BaseParser } from 'chevrotain';
import { LLStarLookaheadStrategy } from 'chevrotain-allstar';

type Alternation = ReturnType<LLStarLookaheadStrategy['buildLookaheadForAlternation']>;
type Optional = ReturnType<LLStarLookaheadStrategy['buildLookaheadForOptional']>;

export class LookaheadOnDemand extends LLStarLookaheadStrategy {
  // Ambiguities are a matter of the grammar's tests, not of whoever reads a text.
  constructor() { super({ logging: () => undefined }); }

  override buildLookaheadForAlternation(options: Parameters<LLStarLookaheadStrategy['buildLookaheadForAlternation']>[0]): Alternation {
    let made: Alternation | undefined;
    const make = (): Alternation => super.buildLookaheadForAlternation(options);
    return function (this: BaseParser, alternatives) { return (made ??= make()).call(this, alternatives); };
  }

  override buildLookaheadForOptional(options: Parameters<LLStarLookaheadStrategy['buildLookaheadForOptional']>[0]): Optional {
    let made: Optional | undefined;
    const make = (): Optional => super.buildLookaheadForOptional(options);
    return function (this: BaseParser) { return (made ??= make()).call(this); };
  }
}

/** The Langium parser for Casus, made once, without file system or workspace: parsing is a pure function of the text. */
import {
  createDefaultCoreModule, createDefaultSharedCoreModule, DefaultTokenBuilder, EmptyFileSystem, inject, type CstNode, type GrammarAST, type LangiumCoreServices, type LangiumParser,
} from 'langium';
import type { CustomPatternMatcherFunc, IToken, TokenType } from 'chevrotain';
import { LookaheadOnDemand } from './lookahead.js';
import { CasusGeneratedModule, CasusGeneratedSharedModule } from './generated/module.js';

/** A keyword that begins a longer word (`not` in `notify`) is part of that word. Langium cannot tell by itself where a terminal needs Unicode. */
class WordTokenBuilder extends DefaultTokenBuilder {
  /** Commas that continue a list are tried before the plain one, which ends an option, and two words before the first of them: the parser decides by one token there. */
  override buildTokens(...given: Parameters<DefaultTokenBuilder['buildTokens']>): TokenType[] {
    const tokens = super.buildTokens(...given) as TokenType[];
    for (const token of tokens) hint(token);
    const first = ({ name }: TokenType): boolean => name.endsWith('_COMMA') || name === 'WITH_PROBABILITY';
    return [...tokens.filter(first), ...tokens.filter((token) => !first(token))];
  }

  protected override findLongerAlt(keyword: GrammarAST.Keyword, terminalTokens: TokenType[]): TokenType[] {
    return /^[a-z]/i.test(keyword.value) ? terminalTokens.filter((token) => token.name === 'ID') : [];
  }
}

/**
 * Characters each terminal can begin with. The lexer cannot work them out from patterns with Unicode classes, and without them tries every keyword at every place.
 * Beyond Latin-1 the lexer keeps characters in groups of 255, and one character stands for its group.
 */
function hint(token: TokenType): void {
  const digits = [...'0123456789'];
  const marks: { readonly [name: string]: readonly string[] } = { NUMBER: digits, DATE: digits, COORDINATE: digits, OFFSET: ['+', '-'], STRING: ['"'], PROSE: ['|'], COMMENT: ['/'], POSSESSIVE: ["'", '’'], WITH_PROBABILITY: ['w'] };
  const chars = token.name.endsWith('_COMMA') ? [','] : token.name === 'ID' ? LETTERS : marks[token.name];
  if (chars) token.START_CHARS_HINT = [...chars];
  if (token.name === 'LIST_COMMA') { token.PATTERN = listComma; token.LINE_BREAKS = false; }
}

const LETTERS = [...Array.from({ length: 256 }, (_, code) => code).filter((code) => /[\p{L}_]/u.test(String.fromCharCode(code))), ...Array.from({ length: 256 }, (_, group) => (group + 1) * 255 + 1).filter((code) => code < 65_536)]
  .map((code) => String.fromCharCode(code));

const VALUE_AHEAD = /\s*(?!(?:source|status|owed|within|when|unless|until|by|before|immediately|failing|only|while|suspended|for|subject|notwithstanding|effective|repeatable|opens|closes|quorum|adopted|weights|veto|silence|abstention|ballots|if|excluding|assuming)(?![\p{L}\p{N}_-]))(?:"[^"\r\n]*"|\d+(?:\.\d+)?|[\p{L}_][\p{L}\p{N}_]*(?:-[\p{L}\p{N}_]+)*)(?![\p{L}\p{N}_-])(?!\s*(?:(?:one|number|text|party)(?![\p{L}\p{N}_-])|\d))/uy;

/** A comma inside `one of a, b, c`: after `one of` and a value, or after such a comma and a value; not before an option, nor before the next fact of an act. */
const listComma: CustomPatternMatcherFunc = (text, offset, matched) => {
  if (text[offset] !== ',') return null;
  const at = (back: number): IToken | undefined => matched[matched.length - back];
  const continues = at(2)?.tokenType.name === 'LIST_COMMA' || (at(2)?.image === 'of' && at(3)?.image === 'one');
  VALUE_AHEAD.lastIndex = offset + 1;
  return continues && VALUE_AHEAD.test(text) ? ([','] as unknown as RegExpExecArray) : null;
};

let services: LangiumCoreServices | undefined;

function casusServices(): LangiumCoreServices {
  if (!services) {
    const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), CasusGeneratedSharedModule);
    services = inject(createDefaultCoreModule({ shared }), CasusGeneratedModule, {
      // A sentence that fails is set aside whole: nothing is gained by reading on inside it.
      parser: { TokenBuilder: () => new WordTokenBuilder(), ParserConfig: () => ({ recoveryEnabled: false, nodeLocationTracking: 'full', skipValidations: true, lookaheadStrategy: new LookaheadOnDemand() }) },
    });
    shared.ServiceRegistry.register(services);
  }
  return services;
}

export const langiumParser = (): LangiumParser => casusServices().parser.LangiumParser;

let words: readonly string[] | undefined;

/** The words that mean something to the parser. */
export const keywords = (): readonly string[] => (words ??= Object.keys(casusServices().parser.Lexer.definition).filter((name) => /^[a-z]+$/.test(name)));

const bases = new WeakMap<object, number>();

/** Sentences are parsed one by one; their places in the text are counted from where each began. */
export const setBase = (node: { readonly $cstNode?: CstNode } | undefined, base: number): void => { if (node?.$cstNode) bases.set(node.$cstNode.root, base); };
export const baseOf = (node: CstNode): number => bases.get(node.root) ?? 0;

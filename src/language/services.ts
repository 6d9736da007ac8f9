/** The Langium parser for Casus, made once, without file system or workspace: parsing is a pure function of the text. */
import {
  createDefaultCoreModule, createDefaultSharedCoreModule, DefaultTokenBuilder, EmptyFileSystem, inject, type GrammarAST, type LangiumCoreServices, type LangiumParser,
} from 'langium';
import type { TokenType } from 'chevrotain';
import { CasusGeneratedModule, CasusGeneratedSharedModule } from './generated/module.js';

/** A keyword that begins a longer word (`not` in `notify`) is part of that word. Langium cannot tell by itself where a terminal needs Unicode. */
class WordTokenBuilder extends DefaultTokenBuilder {
  /** Commas that continue a list are tried before the plain one, which ends an option: the parser decides by one token there. */
  override buildTokens(...given: Parameters<DefaultTokenBuilder['buildTokens']>): TokenType[] {
    const tokens = super.buildTokens(...given) as TokenType[];
    return [...tokens.filter(({ name }) => name.endsWith('_COMMA')), ...tokens.filter(({ name }) => !name.endsWith('_COMMA'))];
  }

  protected override findLongerAlt(keyword: GrammarAST.Keyword, terminalTokens: TokenType[]): TokenType[] {
    return /^[a-z]/i.test(keyword.value) ? terminalTokens.filter((token) => token.name === 'ID') : [];
  }
}

let parser: LangiumParser | undefined;

export function langiumParser(): LangiumParser {
  if (!parser) {
    const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), CasusGeneratedSharedModule);
    const services: LangiumCoreServices = inject(createDefaultCoreModule({ shared }), CasusGeneratedModule, { parser: { TokenBuilder: () => new WordTokenBuilder() } });
    shared.ServiceRegistry.register(services);
    parser = services.parser.LangiumParser;
  }
  return parser;
}

/** The words of attribution: verbs of saying, offices, nouns for those who speak without a name, and outlets. General English, no name of a person. */

/** Forms of verbs that attribute what stands beside them. */
const SAYING = `say says said saying|tell tells told|add adds added|warn warns warned|insist insists insisted|claim claims claimed|argue argues argued|note notes noted|stress stresses stressed|state states stated
declare declares declared|announce announces announced|write writes wrote|report reports reported|explain explains explained|describe describes described|confirm confirms confirmed|deny denies denied|acknowledge acknowledges acknowledged
concede concedes conceded|admit admits admitted|suggest suggests suggested|underline underlines underlined|underscore underscores underscored|emphasise emphasises emphasised|emphasize emphasizes emphasized|recall recalls recalled|believe believes believed
estimate estimates estimated|hint hints hinted|signal signals signalled signaled|indicate indicates indicated|reply replies replied|respond responds responded|tweet tweets tweeted|post posts posted|comment comments commented|caution cautions cautioned
conclude concludes concluded|repeat repeats repeated|reiterate reiterates reiterated|whisper whispers whispered|maintain maintains maintained|assert asserts asserted|reveal reveals revealed|remark remarks remarked|observe observes observed
predict predicts predicted|quip quips quipped|recount recounts recounted|clarify clarifies clarified|continue continues continued|contend contends contended|allege alleges alleged|ask asks asked|answer answers answered|point points pointed|call calls called|think thinks thought|expect expects expected|blame blames blamed|accuse accuses accused|praise praises praised|criticise criticises criticised|criticize criticizes criticized|hail hails hailed|lament laments lamented|characterise characterises characterised|characterize characterizes characterized|portray portrays portrayed|reaffirm reaffirms reaffirmed|affirm affirms affirmed|specify specifies specified|disclose discloses disclosed|defend defends defended|justify justifies justified|elaborate elaborates elaborated|convey conveys conveyed|express expresses expressed|voice voices voiced|echo echoes echoed|remind reminds reminded|mention mentions mentioned|highlight highlights highlighted|assure assures assured|reassure reassures reassured|inform informs informed|pronounce pronounces pronounced|relate relates related|speak speaks spoke|testify testifies testified|speak speaks spoke|vent vents vented|hope hopes hoped|threaten threatens threatened|swear swears swore|counter counters countered|retort retorts retorted|propose proposes proposed|object objects objected|dispute disputes disputed`;

/** Forms of verbs by which saying it is doing it, with the stance they carry. */
const DOING: readonly (readonly [string, 'offers' | 'accepts' | 'demands' | 'rejects'])[] = [
  ['offer offers offered|promise promises promised|pledge pledges pledged|vow vows vowed|propose proposes proposed|volunteer volunteers volunteered|undertake undertakes undertook', 'offers'],
  ['accept accepts accepted|agree agrees agreed|endorse endorses endorsed|welcome welcomes welcomed|approve approves approved|back backs backed|support supports supported', 'accepts'],
  ['want wants wanted|demand demands demanded|urge urges urged|insist insists insisted|require requires required|request requests requested', 'demands'],
  ['reject rejects rejected|refuse refuses refused|dismiss dismisses dismissed|oppose opposes opposed|rule rules ruled|decline declines declined|condemn condemns condemned|denounce denounces denounced|slam slams slammed|blast blasts blasted|decry decries decried', 'rejects'],
];

/** Verbs by which a report tells what somebody let be understood, rather than what they said. */
const UNDERSTOOD = 'indicate indicates indicated|signal signals signalled signaled|hint hints hinted|suggest suggests suggested|convey conveys conveyed|agree agrees agreed';

const formsOf = (lists: string): readonly string[] => lists.split(/[|\n]/).flatMap((one) => one.split(' '));

export const SAYING_FORMS: ReadonlySet<string> = new Set(formsOf(SAYING));
export const DOING_FORMS: ReadonlyMap<string, 'offers' | 'accepts' | 'demands' | 'rejects'> = new Map(DOING.flatMap(([forms, stance]) => formsOf(forms).map((form) => [form, stance] as const)));
export const UNDERSTOOD_FORMS: ReadonlySet<string> = new Set(formsOf(UNDERSTOOD));
/** Verbs that want more than their form to attribute: an object of a certain kind, or `that`. */
export const NEEDS_THAT: ReadonlySet<string> = new Set(formsOf('signal signals signalled signaled|observe observes observed|maintain maintains maintained|continue continues continued|point points pointed|think thinks thought|expect expects expected|post posts posted|repeat repeats repeated|report reports reported|recall recalls recalled|indicate indicates indicated|ask asks asked|answer answers answered|predict predicts predicted|call calls called|describe describes described|state states stated|comment comments commented|respond responds responded|defend defends defended|justify justifies justified|convey conveys conveyed|relate relates related|pronounce pronounces pronounced|speak speaks spoke|disclose discloses disclosed|portray portrays portrayed|characterise characterises characterised|characterize characterizes characterized'));

/** Nouns that name an office, longest first where one begins another. Lower case. */
export const OFFICES: readonly string[] = [
  'secretary of state', 'secretary of defense', 'secretary of defence', 'secretary general', 'secretary-general', 'deputy prime minister', 'vice president', 'vice-president', 'prime minister', 'deputy foreign minister', 'foreign minister', 'defence minister', 'defense minister',
  'interior minister', 'finance minister', 'economy minister', 'europe minister', 'justice minister', 'minister of foreign affairs', 'minister of defence', 'minister of defense', 'foreign secretary', 'defence secretary', 'defense secretary', 'treasury secretary', 'press secretary', 'home secretary',
  'minister', 'secretary', 'president', 'chancellor', 'premier', 'taoiseach', 'king', 'queen', 'prince', 'emir', 'sultan', 'speaker', 'chief negotiator', 'negotiator', 'mediator', 'special representative', 'high representative', 'representative', 'special envoy', 'envoy', 'ambassador', 'consul',
  'spokesman', 'spokeswoman', 'spokesperson', 'adviser', 'advisor', 'aide', 'chief of staff', 'head of the delegation', 'head', 'chief', 'chairman', 'chairwoman', 'chair', 'commissioner', 'director', 'commander', 'general', 'admiral', 'colonel', 'major', 'captain', 'senator', 'congressman', 'congresswoman',
  'lawmaker', 'deputy', 'mayor', 'governor', 'leader', 'diplomat', 'official', 'lawyer', 'professor', 'analyst', 'researcher', 'expert', 'historian', 'veteran', 'judge', 'pope', 'cardinal', 'bishop', 'delegate', 'legislator', 'mp', 'officer', 'activist', 'soldier', 'campaigner', 'economist', 'volunteer', 'pensioner',
];

/** Nouns for bodies that speak. Lower case. */
export const BODIES: readonly string[] = [
  'ministry', 'government', 'cabinet', 'embassy', 'office', 'secretariat', 'delegation', 'mission', 'parliament', 'senate', 'department', 'agency', 'bureau', 'council', 'commission', 'university', 'college', 'bank', 'fund', 'forum', 'staff', 'general staff', 'chamber', 'court', 'party', 'administration', 'army', 'military', 'alliance', 'union', 'side', 'delegations', 'command',
  'institute', 'headquarters', 'presidency', 'team', 'house', 'foundation', 'chancellery', 'police', 'service', 'authorities', 'coalition', 'bloc', 'group', 'organisation', 'organization',
];

/** Plural or nameless speakers. Lower case. */
export const NAMELESS: readonly string[] = [
  'officials', 'diplomats', 'sources', 'insiders', 'leaders', 'ministers', 'aides', 'advisers', 'advisors', 'envoys', 'experts', 'analysts', 'negotiators', 'lawmakers', 'spokesmen', 'representatives', 'delegates', 'mediators', 'observers', 'source', 'insider', 'witnesses', 'presidents', 'commanders',
  'residents', 'villagers', 'critics', 'researchers', 'generals', 'historians', 'ambassadors', 'lawyers', 'veterans', 'person', 'people', 'man', 'woman', 'resident', 'farmer', 'teacher', 'mother', 'father', 'deputies', 'allies', 'states', 'countries', 'governments', 'parties', 'guarantors', 'europeans', 'newspapers', 'newspaper', 'media', 'outlets', 'agencies', 'members', 'member', 'participants', 'participant',
];

export const HONORIFICS: ReadonlyMap<string, 'he' | 'she' | undefined> = new Map([['mr', 'he'], ['mrs', 'she'], ['ms', 'she'], ['miss', 'she'], ['sir', 'he'], ['lord', 'he'], ['lady', 'she'], ['dame', 'she'], ['dr', undefined], ['prof', undefined], ['gen', undefined], ['lt', undefined], ['col', undefined], ['sen', undefined], ['rep', undefined], ['gov', undefined], ['rev', undefined], ['st', undefined], ['sheikh', 'he'], ['ayatollah', 'he'], ['count', 'he'], ['h.e', undefined], ['hon', undefined], ['baroness', 'she'], ['madame', 'she'], ['monsieur', 'he']]);

/** Words of rank and field that stand within an office. */
export const OFFICE_WORDS: ReadonlySet<string> = new Set('deputy senior former acting interim foreign prime first chief special permanent national security top high vice assistant under defence defense interior finance economy europe justice trade state presidential government ministry press military defence-ministry outgoing incoming newly elected retired veteran lead chief-of-staff high-ranking high-level unnamed anonymous western'.split(' '));

/** Parts of a name that are written small. */
export const PARTICLES: ReadonlySet<string> = new Set(['von', 'van', 'der', 'den', 'de', 'da', 'di', 'del', 'la', 'le', 'al', 'bin', 'ibn', 'ben', 'zu', 'dos', 'du', 'el', 'ter']);

export const CALENDAR_WORDS: ReadonlySet<string> = new Set('monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december feb apr jul aug sept sep oct nov dec christmas easter ramadan lent advent midsummer today yesterday tomorrow'.split(' '));

/** Broadcasters, agencies and networks that a sentence names as the place of saying. A name after `told` is one too, unless it is a person or a party. */
export const OUTLETS: ReadonlySet<string> = new Set(['CNN', 'NBC', 'ABC', 'CBS', 'BBC', 'Fox News', 'Fox', 'Reuters', 'AFP', 'AP', 'The Associated Press', 'Associated Press', 'RIA', 'RIA Novosti', 'TASS', 'Interfax', 'ORF', 'ARD', 'ZDF', 'RTL', 'LRT', 'ERT', 'RTSH', 'NRK', 'TVP', 'RAI', 'France 24', 'Bloomberg', 'Politico', 'Axios', 'The Times', 'The Guardian', 'Financial Times', 'Le Monde', 'Der Spiegel', 'Die Welt', 'X', 'Twitter', 'Telegram', 'Facebook', 'Truth Social', 'Sky News', 'Al Jazeera', 'Newsmax', 'MSNBC', 'NPR', 'PBS', 'Suspilne', 'Meet the Press', 'State of the Union', 'Face the Nation', 'This Week', 'Xinhua', 'Anadolu', 'The New York Times', 'The Washington Post', 'The Wall Street Journal']);

const OUTLET_NOUN = /\b(?:newspapers?|broadcasters?|news agency|wire service|tabloid|magazine|news (?:site|website|outlet|portal|channel)|television channel|daily|weekly|outlet|correspondents?)\b/i;
const OUTLET_NAME = /^(?:[Tt]he )?(?:\p{Lu}[\p{L}.-]+ ){0,3}(?:Times|Post|Journal|Guardian|Telegraph|Tribune|Herald|Gazette|Chronicle|Mirror|Mail|Standard|Courier|Star|Sun|Independent|Economist|Daily|Weekly|News|Television|TV|Radio|Press|Zeitung|Presse|Presseagentur|Agency)$/u;
/** It publishes what others say: its word is the media's, for whomever it names. */
export const isOutlet = (words: string): boolean => OUTLET_NOUN.test(words) || OUTLETS.has(words) || OUTLETS.has(words.replace(/^[Tt]he /, '')) || OUTLETS.has(`The ${words}`) || OUTLETS.has(words.replace(/^.*\b(?=\p{Lu}[\p{L}]*$)/u, '')) || (OUTLET_NAME.test(words) && /^[Tt]he |\s|^(?:Times|Guardian|Telegraph|Tribune|Herald|Gazette|Economist|Independent)$/.test(words));

/** Papers that speak for whoever issued them (`a statement from the ministry said`). */
export const PAPERS: ReadonlySet<string> = new Set('statement readout communique communiqué declaration release note letter memo post message transcript tweet'.split(' '));

/** Forms that agree with a plural subject alone (`leaders say`), so that after anything else they are nouns (`Western support`). */
export const PLURAL_FORMS: ReadonlySet<string> = new Set([...SAYING.split(/[|\n]/), ...DOING.flatMap(([forms]) => forms.split('|'))].map((forms) => forms.split(' ')[0] ?? ''));

/** Verbs of saying that carry a stance whatever the words. */
export const SAID_WITH: ReadonlyMap<string, 'offers' | 'demands' | 'rejects' | 'uncertain'> = new Map(([
  ['deny denies denied|dispute disputes disputed|object objects objected|threaten threatens threatened|criticise criticises criticised|criticize criticizes criticized', 'rejects'], ['hope hopes hoped', 'uncertain'], ['assure assures assured', 'offers'],
] as const).flatMap(([forms, stance]) => formsOf(forms).map((form) => [form, stance] as const)));

/**
 * Fixed terms of diplomacy and war, and the words that a thesaurus puts in their place though nobody in the field writes them so. A term a line; after it, for each of its words in turn, the substitutes.
 * Left out on purpose: what is also said (`peace accord`, `security assurances`, `atomic weapons`, `chief minister`).
 */
const TERMS = `
national security adviser | nationwide,countrywide | safety,protection,safeguarding | consultant,counsellor
national security advisor | nationwide,countrywide | safety,protection,safeguarding | consultant,counsellor
National Security Council | nationwide,countrywide | safety,protection,safeguarding | chamber
Security and Defence Council | safety,safeguarding | | protection,safeguard | chamber
Security and Defense Council | safety,safeguarding | | protection,safeguard | chamber
European Commission | | fee,percentage,payment
European Parliament | | legislature,congress
European Council | | counsel,chamber
Council of Europe | counsel,chamber | |
Minsk agreements | | concurrences,contracts,consents
Minsk Group | | cluster,bunch,gathering,crew
Geneva Conventions | | meetings,gatherings,assemblies
Budapest Memorandum | | memo,notice,reminder
Non-Proliferation Treaty | non-expansion,non-growth,non-multiplication,non-increase | contract,covenant
Human Rights Council | humankind,mortal | privileges,entitlements | chamber
International Criminal Court | worldwide,global,universal | felony,legal-wrong | courtroom,courtyard
International Court of Justice | worldwide,global,universal | courtroom,courtyard | | fairness
International Atomic Energy Agency | worldwide,global | | vitality,power | company,bureau
Vienna Convention | | meeting,gathering
Munich Security Conference | | safety,protection | convention
Strait of Hormuz | narrow,channel | |
Gaza Strip | | stripe,band,ribbon
West Bank | western,occident | financial institution,shore
Foreign Affairs Council | overseas,outside,alien | matters | chamber
Oval Office | egg-shaped,elliptical | workplace,bureau
House of Commons | home,dwelling,residence | | ordinaries
House of Representatives | home,dwelling,residence | | delegates
Joint Chiefs of Staff | mutual,combined | bosses,heads | | employees,workers
peace treaty talks | | | chats
peace conference | harmony,tranquility | convention,symposium
road map | highway,street |
line of contact | road,path,lane,street | | 
two-state solution | two-nation,two-country,dual-state | answer,resolution
hostage deal | captive,prisoner-held | bargain,transaction
sovereign state | monarch,autonomous-ruler | condition
peace treaty | tranquility,tranquillity,harmony,serenity,calmness,quietude,concord,peacefulness,amity | contract,covenant,bargain,concordat,accordance
peace agreement | tranquility,tranquillity,harmony,serenity,calmness,quietude,concord,peacefulness,amity | contract,consent,concurrence
peace deal | tranquility,tranquillity,harmony,serenity,calmness,quietude,concord,peacefulness,amity | bargain,transaction,contract
peace accord | tranquility,tranquillity,harmony,serenity,calmness,quietude,concord,peacefulness,amity |
peace talks | tranquility,tranquillity,harmony,serenity,calmness,quietude,concord,peacefulness,amity | chats,speeches,lectures,speaks,conversings
peace process | tranquility,tranquillity,harmony,serenity,calmness,quietude,concord,peacefulness,amity | procedure,method
peace plan | tranquility,tranquillity,harmony,serenity,calmness,quietude,concord,peacefulness,amity | scheme
peace negotiations | tranquility,tranquillity,harmony,serenity,calmness,quietude,concord,peacefulness,amity | bargainings,hagglings
security assurance | safety,safeguarding,safekeeping |
security guarantee | safety,safeguarding,safekeeping,surety,protection | warranty,warranties,surety,sureties,ensure,warrant,certification
Security Council | safety,protection,safeguarding,safekeeping | chamber,counsel
mutual defence | reciprocal,two-way | safeguard,guarding
mutual defense | reciprocal,two-way | safeguard,guarding
collective defence | aggregate,communal,cumulative,gathered | safeguard,guarding
collective defense | aggregate,communal,cumulative,gathered | safeguard,guarding
collective security | aggregate,communal,cumulative,gathered | safety,safeguarding
foreign minister | overseas,outside,external,alien,abroad,outer,exotic,outlandish,distant | clergyman,pastor,curate,parson,vicar,reverend
foreign ministry | overseas,outside,external,alien,abroad,outer,exotic,outlandish,distant |
foreign secretary | overseas,outside,external,alien,abroad,outer,exotic,outlandish |
foreign policy | overseas,outside,external,alien,abroad,outer,exotic,outlandish | coverage
foreign affairs | overseas,alien,abroad,outer,exotic | undertakings,happenings,romances
prime minister | main,high,primary,principal,premium,paramount,supreme | clergyman,pastor,curate,parson,vicar,reverend
defence minister | protection,safeguard,defensive,guarding,safety,resistance | clergyman,pastor,curate,parson,vicar,reverend
defense minister | protection,safeguard,defensive,guarding,safety,resistance | clergyman,pastor,curate,parson,vicar,reverend
defence ministry | protection,safeguard,defensive,guarding,safety,resistance |
defense ministry | protection,safeguard,defensive,guarding,safety,resistance |
defence secretary | protection,safeguard,defensive,guarding,safety,resistance |
defense secretary | protection,safeguard,defensive,guarding,safety,resistance |
interior minister | inside,indoor,inner,inland,inward | clergyman,pastor,curate,parson,vicar,reverend
interior ministry | inside,indoor,inner,inland,inward |
secretary general | | basic,common,normal,typical,overall,usual
General Assembly | basic,common,normal,overall,usual,generic | congregation
United Nations | joined,unified,combined,amalgamated,merged | lands,countries
White House | pale,whitened,blank | home,dwelling,abode
State Department | nation,country,province |
secretary of state | assistant,clerk,receptionist | | nation,country,condition,situation
chief of staff | | | employees,workers,workforce
Supreme Court | ultimate,preeminent,utmost,superb | courtroom,courtyard
special envoy | particular,unique,distinctive,exceptional,specific,distinct | courier
special representative | particular,unique,distinctive,distinct |
press conference | push,squeeze,pressure,print | convention,symposium
news conference | | convention,symposium
joint statement | combined,mutual,joined,conjoint | assertion,utterance
joint declaration | combined,joined,conjoint | assertion
front line | entrance,facade,frontal,forehead | strain,queue,rope,wire
contact line | touch,interaction,connection | row,strain,queue,rope,wire,string
line of contact | row,strain,queue,rope,string | | touch,interaction,connection,encounter,acquaintance
red line | crimson,scarlet,purple,ruby,maroon | strain,queue
armed forces | weaponed | powers,drives,pressures,energies
armed attack | weaponed |
armed conflict | weaponed,equipped | disagreement
air defence | aerial-side,atmosphere,breeze | protection,safeguard,guarding
air defense | aerial-side,atmosphere,breeze | protection,safeguard,guarding
air strike | atmosphere,breeze | punch,walkout,stoppage
ground troops | floor,soil,earth | troopers
ground forces | floor,soil,earth | powers,drives,pressures
boots on the ground | shoes,footwear,sneakers | | | floor,soil,earth
long-range missile | long-vary,prolonged-range,lengthy-range,long-run,lengthy-vary |
full-scale invasion | full-size,complete-scale,total-scale,entire-scale,full-dimension | intrusion
full-scale war | full-size,complete-scale,total-scale,entire-scale,full-dimension |
full-scale attack | full-size,complete-scale,total-scale,entire-scale,full-dimension |
nuclear weapons | nucleus | guns,tools
nuclear deterrence | nucleus | discouragement,prevention,dissuasion
nuclear deterrent | nucleus | discouragement,impediment,disincentive
power plant | strength | shrub,herb
prisoner exchange | captive,inmate,convict | trade,barter,swapping,interchange
prisoner swap | captive,inmate,convict | barter,interchange
exchange of prisoners | barter,interchange | | inmates,convicts
prisoners of war | inmates,convicts,captives | | battle,conflict,combat,warfare,fight
war crimes | conflict,warfare | felonies,misdeeds,wrongdoings
war criminal | conflict,warfare | felon,lawbreaker
World War | planet,globe,earth,universe | battle,combat
Cold War | chilly,frosty,icy,freezing,cool,frigid |
civil war | polite,courteous,civilian,municipal | battle,combat
human rights | humankind,mortal,humane | privileges,entitlements
territorial integrity | regional,land,geographic,geographical,area,provincial | honesty,probity,uprightness,wholeness,completeness,sincerity
territorial concession | geographical | grant,discount,allowance,rebate
international law | worldwide,universal,intercontinental |
rule of law | ruler | | legislation,regulation,statute
legally binding | lawfully,legitimately,juridically | tying
buffer zone | cushion,padding,bumper | quarter
demilitarised zone | disarmed,demobilised |
demilitarized zone | disarmed,demobilized |
no-fly zone | no-flight,no-flying,zero-fly |
exclusive economic zone | unique,elite | financial,monetary,fiscal |
peacekeeping force | peace-preserving,peace-maintaining,calm-keeping,peace-holding | power,drive,pressure
peacekeeping mission | peace-preserving,peace-maintaining,calm-keeping,peace-holding | quest,errand
peacekeeping troops | peace-preserving,peace-maintaining,calm-keeping,peace-holding | troopers
multinational force | multi-country,many-nation | power,drive,pressure
reassurance force | comfort,consolation,encouragement,solace | power,drive,pressure
coalition of the willing | alliance,union,partnership,bloc | | | eager,keen,prepared,ready,inclined
contact group | touch | gathering,bunch,band
frozen assets | frosty,icy,solidified,chilled,iced | belongings,possessions,valuables
economic sanctions | frugal,economical | approvals,authorizations,permissions,endorsements
humanitarian aid | compassionate,philanthropic,altruistic,benevolent | assist
humanitarian corridor | compassionate,philanthropic,altruistic,benevolent | hallway,passageway,aisle
military aid | | assist,helper
death toll | demise,dying,loss of life | fee
weapons of mass destruction | tools,guns | | bulk | devastation,ruin
rules of engagement | guidelines | | commitment,involvement,betrothal
Red Cross | crimson,scarlet,purple,ruby | crucifix,traverse
Black Sea | dark,ebony,sable |
Middle East | center,centre,mid-point | orient
permanent member | everlasting,perpetual,eternal,indelible |
North Atlantic Treaty | | | contract,covenant,compact
confidence-building measures | self-assurance-building,boldness-building |
sphere of influence | globe,ball | | affect,impact
balance of power | stability,steadiness | | energy,electricity
state of emergency | nation,country | | urgency
martial law | warlike | legislation,regulation
arms embargo | limbs |
arms control | limbs | management
intelligence sharing | intellect,cleverness,brainpower |
rapid reaction force | | | power,drive,pressure
line of demarcation | row,strain,queue | | separation
`;

/** Forms whose plan is not word for word. */
const FORMS: readonly (readonly [string, string])[] = [
  ['(?:truce|halt|stop|quit|finish|end)[- ]?fires?|cease-?(?:shooting|blaze|flames?|hearth)|fire[- ]?stops?|(?:combat|battle|hostilit(?:y|ies)) (?:halt|stop|cease)s?|(?:arms|weapons?|gun) (?:stillness|hush|quiet|silence agreement)', 'ceasefire'],
  ['(?:member|western|european|allied|many|several|other|these) international locations', 'countries'],
  ['european (?:alliance|association|unification)(?= (?:commission|council|membership))', 'European Union'],
  ['(?:shared|communal|group|joint|common) protection (?:clause|article|provision|commitment)', 'collective defence'],
  ['global law(?! (?:firm|enforcement|school|practice))', 'international law'],
  ['(?:joined|unified) (?:countries|states)(?= (?:security council|general assembly|charter))', 'United Nations'],
  ['secretary of (?:the state of)', 'secretary of state'],
  ['(?:section|clause|chapter|paragraph|passage) (?:5|five)[- ](?:like|style|type)|(?:article|section) (?:5|five)[- ](?:similar|resembling)', 'Article 5-like'],
  ['(?:alaska|nato|eu|g7|g20|peace|istanbul|geneva|anchorage) (?:peak|pinnacle|apex|zenith)', 'summit'],
  ['(?:legitimate|lawful|authori[sz]ed|juridical) (?:boundaries|frontiers) (?:of the area|of the region)', 'legal borders'],
  ['(?:petty|tiny|small) print of the guarantee', 'terms of the guarantee'],
];

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[ -]/g, '[ \\u00a0-]');
const inflected = (word: string): string => (/[^aeiou]y$/.test(word) ? `${escaped(word.slice(0, -1))}(?:y|ies)` : `${escaped(word)}(?:s|es)?`);
const asIn = (model: string) => (word: string): string => (/^\p{Lu}/u.test(model) ? word.replace(/(?<![\p{L}])\p{Ll}/gu, (letter) => letter.toUpperCase()) : word);

/** One of a term's words in its substitutes, those before it as they are, those after it either way. */
function patternOf(words: readonly string[], columns: readonly (readonly string[])[]): string {
  const own = (at: number): string => (at === words.length - 1 ? inflected(words[at] ?? '') : escaped(words[at] ?? ''));
  const swapped = (at: number): string | undefined => (columns[at]?.length ? `(?:${(columns[at] ?? []).map(asIn(words[at] ?? '')).map(inflected).join('|')})` : undefined);
  return words.flatMap((_, first) => (swapped(first) === undefined ? [] : [words.map((__, at) => (at < first ? own(at) : at === first ? swapped(at) : `(?:${[own(at), swapped(at)].filter((one) => one !== undefined).join('|')})`)).join('[ \\u00a0-]')])).join('|');
}

/** What else has protection or safety in its charge is no ministry of defence. */
const ANOTHER_FIELD = '(?<!\\b(?:environment(?:al)?|consumer|social|civil|child|data|nature|labou?r|climate|witness|border|animal|heritage|state|fire|food|radiation|health|public|road|nuclear) )';

/** A spun form, and the term that stands in its place wherever the matter is written of. A term written with capitals is looked for with capitals. */
export const SPUN_TERMS: readonly (readonly [RegExp, string])[] = [
  ...TERMS.trim().split('\n').map((line) => {
    const [term = '', ...columns] = line.split('|').map((one) => one.trim());
    return [patternOf(term.split(' '), columns.map((one) => one.split(',').map((word) => word.trim()).filter((word) => word !== ''))), term] as const;
  }),
  ...FORMS,
].map(([pattern, term]) => [new RegExp(`(?<![\\p{L}-])${ANOTHER_FIELD}(?:${pattern})(?![\\p{L}-])`, /^\p{Lu}/u.test(term) && !term.startsWith('Article') ? 'gu' : 'giu'), term] as const);

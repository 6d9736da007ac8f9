/** States and alliances as a report names them: by name, by adjective, by capital or seat of government. General knowledge only; a dossier's own parties and an article's own words come on top. */

export interface Polity {
  readonly name: string;
  /** Every way to name it that stands for it in any position. */
  readonly names: readonly string[];
  /** Capitals and seats: they stand for it as a subject, and are places otherwise. */
  readonly seats: readonly string[];
}

/** One a line: name | other names and adjectives | capitals and seats of government. */
const STATES = `
Albania|Albanian,Albanians|Tirana
Algeria|Algerian|Algiers
Argentina|Argentine,Argentinian|Buenos Aires
Armenia|Armenian,Armenians|Yerevan
Australia|Australian,Australians|Canberra
Austria|Austrian,Austrians|Vienna
Azerbaijan|Azerbaijani,Azerbaijanis,Azeri|Baku
Belarus|Belarusian,Belarusians|Minsk
Belgium|Belgian,Belgians|
Bosnia and Herzegovina|Bosnia,Bosnian,Bosnians|Sarajevo
Brazil|Brazilian,Brazilians|Brasilia,Brasília
Bulgaria|Bulgarian,Bulgarians|Sofia
Canada|Canadian,Canadians|Ottawa
Chile|Chilean|Santiago
China|Chinese|Beijing
Colombia|Colombian|Bogota,Bogotá
Croatia|Croatian,Croatians|Zagreb
Cuba|Cuban|Havana
Cyprus|Cypriot,Cypriots|Nicosia
Czech Republic|Czechia,Czech,Czechs|Prague
Denmark|Danish,Danes|Copenhagen
Egypt|Egyptian,Egyptians|Cairo
Estonia|Estonian,Estonians|Tallinn
Ethiopia|Ethiopian,Ethiopians|Addis Ababa
Finland|Finnish,Finns|Helsinki
France|French,French Republic|Paris,Elysee,Élysée,Quai d'Orsay,Élysée,Elysée,Elysee,Quai d'Orsay,Matignon
Georgia|Georgian,Georgians|Tbilisi
Germany|German,Germans|Berlin,Bundestag,Bundestag,Bundesrat
Greece|Greek,Greeks|Athens
Hungary|Hungarian,Hungarians|Budapest
Iceland|Icelandic|Reykjavik
India|Indian,Indians|New Delhi,Delhi,South Block
Indonesia|Indonesian|Jakarta
Iran|Iranian,Iranians|Tehran
Iraq|Iraqi,Iraqis|Baghdad
Ireland|Irish|Dublin
Israel|Israeli,Israelis|Jerusalem,Knesset
Italy|Italian,Italians|Rome,Palazzo Chigi,Farnesina
Japan|Japanese|Tokyo
Jordan|Jordanian|Amman
Kazakhstan|Kazakh,Kazakhstani|Astana
Kenya|Kenyan|Nairobi
Kosovo|Kosovar,Kosovars,Kosovan|Pristina
Kyrgyzstan|Kyrgyz|Bishkek
Latvia|Latvian,Latvians|Riga
Lebanon|Lebanese|Beirut
Lithuania|Lithuanian,Lithuanians|Vilnius
Luxembourg|Luxembourgish|
Mexico|Mexican|Mexico City
Moldova|Moldovan,Moldovans|Chisinau,Chișinău
Mongolia|Mongolian|Ulaanbaatar
Montenegro|Montenegrin|Podgorica
Morocco|Moroccan|Rabat
Netherlands|Dutch,the Netherlands|The Hague,Hague
New Zealand|New Zealander|Wellington
Nigeria|Nigerian|Abuja
North Korea|North Korean|Pyongyang
North Macedonia|Macedonian|Skopje
Norway|Norwegian,Norwegians|Oslo
Pakistan|Pakistani|Islamabad
Philippines|Philippine,Filipino|Manila
Poland|Polish,Poles|Warsaw,Sejm
Portugal|Portuguese|Lisbon
Qatar|Qatari|Doha
Romania|Romanian,Romanians|Bucharest
Russia|Russian,Russians,Russian Federation|Moscow,Kremlin,Duma,Smolenskaya
Saudi Arabia|Saudi,Saudis|Riyadh
Serbia|Serbian,Serbs,Serb|Belgrade
Singapore|Singaporean|
Slovakia|Slovak,Slovaks|Bratislava
Slovenia|Slovenian,Slovene|Ljubljana
South Africa|South African|Pretoria
South Korea|South Korean|Seoul,Unification Ministry,Blue House
Spain|Spanish,Spaniards|Madrid
Sudan|Sudanese|Khartoum
Sweden|Swedish,Swedes|Stockholm
Switzerland|Swiss|Bern,Berne,Federal Department of Foreign Affairs,Federal Council
Syria|Syrian,Syrians|Damascus
Taiwan|Taiwanese|Taipei
Tajikistan|Tajik|Dushanbe
Thailand|Thai|Bangkok
Turkey|Türkiye,Turkish,Turks|Ankara,Bestepe
Turkmenistan|Turkmen|Ashgabat
Ukraine|Ukrainian,Ukrainians|Kyiv,Verkhovna Rada,Bankova
United Arab Emirates|UAE,Emirati|Abu Dhabi
United Kingdom|UK,U.K.,Britain,British,Great Britain,Britons,English|London,Downing Street,Whitehall,Westminster,Foreign Office
United States|US,U.S.,USA,America,American,Americans,United States of America|Washington,White House,Pentagon,State Department,Capitol Hill,Congress,Oval Office
Uzbekistan|Uzbek|Tashkent
Vatican|Holy See|
Vietnam|Vietnamese|Hanoi
Afghanistan|Afghan,Afghans|Kabul
Angola|Angolan|Luanda
Bahrain|Bahraini|Manama
Bangladesh|Bangladeshi|Dhaka
Bolivia|Bolivian|La Paz
Botswana|Botswanan|Gaborone
Cambodia|Cambodian|Phnom Penh
Cameroon|Cameroonian|Yaounde
Democratic Republic of the Congo|DR Congo,DRC,Congo,Congolese,Democratic Republic of Congo|Kinshasa
Republic of the Congo|Congo-Brazzaville|Brazzaville
Ecuador|Ecuadorian|Quito
Eritrea|Eritrean|Asmara
Ghana|Ghanaian|Accra
Guatemala|Guatemalan|
Guyana|Guyanese|
Haiti|Haitian|Port-au-Prince
Kuwait|Kuwaiti|
Laos|Laotian|Vientiane
Libya|Libyan|Tripoli
Malaysia|Malaysian|Kuala Lumpur
Mali|Malian|Bamako
Malta|Maltese|Valletta
Mozambique|Mozambican|Maputo
Myanmar|Burmese|Naypyidaw
Namibia|Namibian|Windhoek
Nepal|Nepalese,Nepali|Kathmandu
Oman|Omani,Omanis|Muscat
Panama|Panamanian|
Peru|Peruvian|Lima
Rwanda|Rwandan|Kigali
Senegal|Senegalese|Dakar
Somalia|Somali|Mogadishu
South Sudan|South Sudanese|Juba
Sri Lanka|Sri Lankan|Colombo
Tanzania|Tanzanian|Dodoma
Tunisia|Tunisian|Tunis
Uganda|Ugandan|Kampala
Uruguay|Uruguayan|Montevideo
Venezuela|Venezuelan|Caracas
Yemen|Yemeni,Yemenis|Sanaa
Zambia|Zambian|Lusaka
Zimbabwe|Zimbabwean|Harare
European Union|EU,E.U.,European Commission,European Council,European Parliament|Brussels
NATO|Nato,North Atlantic Treaty Organization,North Atlantic Alliance|
United Nations|UN,U.N.,Security Council|
African Union|AU|
Hamas||
Hezbollah|Hizbollah|
Houthis|Houthi,the Houthis,Ansar Allah|
Palestinian Authority|Palestinian,Palestinians,PA|Ramallah
Taliban|the Taliban|
Arab League||
ASEAN|Asean|
Gulf Cooperation Council|GCC|
OSCE|Organization for Security and Co-operation in Europe|
Coalition of the willing|coalition of the willing,Coalition of the Willing|
`;

export const POLITIES: readonly Polity[] = STATES.trim().split('\n').map((line) => {
  const [name = '', names = '', seats = ''] = line.split('|');
  return { name: name === 'Coalition of the willing' ? 'coalition of the willing' : name, names: [name, ...names.split(',').filter((one) => one !== '')], seats: seats.split(',').filter((one) => one !== '') };
});

/** Holders of an office often named without it. A dossier's speakers go before these, and so does what the article says. surname | full name | party | office. */
const HOLDERS = `
Putin|Vladimir Putin|Russia|president|he
Lavrov|Sergei Lavrov|Russia|foreign minister|he
Peskov|Dmitry Peskov|Russia|spokesman|he
Ushakov|Yuri Ushakov|Russia|aide|he
Zakharova|Maria Zakharova|Russia|spokeswoman|she
Zelenskyy|Volodymyr Zelenskyy|Ukraine|president|he
Zelensky|Volodymyr Zelensky|Ukraine|president|he
Zelenskiy|Volodymyr Zelenskiy|Ukraine|president|he
Yermak|Andriy Yermak|Ukraine|head of office|he
Sybiha|Andrii Sybiha|Ukraine|foreign minister|he
Umerov|Rustem Umerov|Ukraine|secretary|he
Trump|Donald Trump|United States|president|he
Vance|JD Vance|United States|vice president|he
Rubio|Marco Rubio|United States|secretary of state|he
Witkoff|Steve Witkoff|United States|special envoy|he
Kellogg|Keith Kellogg|United States|special envoy|he
Hegseth|Pete Hegseth|United States|defence secretary|he
Bessent|Scott Bessent|United States|treasury secretary|he
Leavitt|Karoline Leavitt|United States|press secretary|she
Biden|Joe Biden|United States|former president|he
Macron|Emmanuel Macron|France|president|he
Starmer|Keir Starmer|United Kingdom|prime minister|he
Merz|Friedrich Merz|Germany|chancellor|he
Pistorius|Boris Pistorius|Germany|defence minister|he
Wadephul|Johann Wadephul|Germany|foreign minister|he
Meloni|Giorgia Meloni|Italy|prime minister|she
Tusk|Donald Tusk|Poland|prime minister|he
Sikorski|Radosław Sikorski|Poland|foreign minister|he
Stubb|Alexander Stubb|Finland|president|he
Orbán|Viktor Orbán|Hungary|prime minister|he
Orban|Viktor Orban|Hungary|prime minister|he
Erdogan|Recep Tayyip Erdogan|Turkey|president|he
Lukashenko|Alexander Lukashenko|Belarus|president|he
Xi|Xi Jinping|China|president|he
Rutte|Mark Rutte|NATO|secretary general|he
von der Leyen|Ursula von der Leyen|European Union|president of the commission|she
Kallas|Kaja Kallas|European Union|high representative|she
Costa|António Costa|European Union|president of the council|he
Guterres|António Guterres|United Nations|secretary-general|he
Carney|Mark Carney|Canada|prime minister|he
Sánchez|Pedro Sánchez|Spain|prime minister|he
Sanchez|Pedro Sanchez|Spain|prime minister|he
Schoof|Dick Schoof|Netherlands|prime minister|he
Jetten|Rob Jetten|Netherlands|prime minister|he
Frederiksen|Mette Frederiksen|Denmark|prime minister|she
Kristersson|Ulf Kristersson|Sweden|prime minister|he
Støre|Jonas Gahr Støre|Norway|prime minister|he
Orpo|Petteri Orpo|Finland|prime minister|he
Nausėda|Gitanas Nausėda|Lithuania|president|he
Nauseda|Gitanas Nauseda|Lithuania|president|he
Michal|Kristen Michal|Estonia|prime minister|he
Siliņa|Evika Siliņa|Latvia|prime minister|she
Nawrocki|Karol Nawrocki|Poland|president|he
Fico|Robert Fico|Slovakia|prime minister|he
Babiš|Andrej Babiš|Czech Republic|prime minister|he
Fiala|Petr Fiala|Czech Republic|prime minister|he
Szijjártó|Péter Szijjártó|Hungary|foreign minister|he
Magyar|Péter Magyar|Hungary|prime minister|he
Mitsotakis|Kyriakos Mitsotakis|Greece|prime minister|he
Vučić|Aleksandar Vučić|Serbia|president|he
Vucic|Aleksandar Vucic|Serbia|president|he
Sandu|Maia Sandu|Moldova|president|she
Fidan|Hakan Fidan|Turkey|foreign minister|he
Erdoğan|Recep Tayyip Erdoğan|Turkey|president|he
Barrot|Jean-Noël Barrot|France|foreign minister|he
Lecornu|Sébastien Lecornu|France|prime minister|he
Vautrin|Catherine Vautrin|France|defence minister|she
Lammy|David Lammy|United Kingdom|deputy prime minister|he
Healey|John Healey|United Kingdom|defence secretary|he
Cooper|Yvette Cooper|United Kingdom|foreign secretary|she
Tajani|Antonio Tajani|Italy|foreign minister|he
Crosetto|Guido Crosetto|Italy|defence minister|he
Kosiniak-Kamysz|Władysław Kosiniak-Kamysz|Poland|defence minister|he
Svyrydenko|Yulia Svyrydenko|Ukraine|prime minister|she
Shmyhal|Denys Shmyhal|Ukraine|defence minister|he
Fedorov|Mykhailo Fedorov|Ukraine|defence minister|he
Budanov|Kyrylo Budanov|Ukraine|head of office|he
Syrskyi|Oleksandr Syrskyi|Ukraine|commander|he
Stefanishyna|Olha Stefanishyna|Ukraine|ambassador|she
Dmitriev|Kirill Dmitriev|Russia|special envoy|he
Medvedev|Dmitry Medvedev|Russia|deputy chairman|he
Medinsky|Vladimir Medinsky|Russia|aide|he
Nebenzya|Vasily Nebenzya|Russia|ambassador|he
Ryabkov|Sergei Ryabkov|Russia|deputy foreign minister|he
Belousov|Andrei Belousov|Russia|defence minister|he
Kushner|Jared Kushner|United States|adviser|he
Whitaker|Matthew Whitaker|United States|ambassador|he
Waltz|Mike Waltz|United States|ambassador|he
Driscoll|Dan Driscoll|United States|army secretary|he
Caine|Dan Caine|United States|general|he
Graham|Lindsey Graham|United States|senator|he
Grynkewich|Alexus Grynkewich|NATO|general|he
Metsola|Roberta Metsola|European Union|president of the parliament|she
Kubilius|Andrius Kubilius|European Union|commissioner|he
Albanese|Anthony Albanese|Australia|prime minister|he
Takaichi|Sanae Takaichi|Japan|prime minister|she
Ishiba|Shigeru Ishiba|Japan|prime minister|he
Modi|Narendra Modi|India|prime minister|he
Netanyahu|Benjamin Netanyahu|Israel|prime minister|he
Pashinyan|Nikol Pashinyan|Armenia|prime minister|he
Mirzoyan|Ararat Mirzoyan|Armenia|foreign minister|he
Aliyev|Ilham Aliyev|Azerbaijan|president|he
Bayramov|Jeyhun Bayramov|Azerbaijan|foreign minister|he
Tokayev|Kassym-Jomart Tokayev|Kazakhstan|president|he
`;

export interface Holder { readonly key: string; readonly name: string; readonly party: string; readonly office: string; readonly gender?: 'he' | 'she' }

export const KNOWN_HOLDERS: readonly Holder[] = HOLDERS.trim().split('\n').map((line) => {
  const [key = '', name = '', party = '', office = '', gender] = line.split('|');
  return { key, name, party, office, ...(gender === 'he' || gender === 'she' ? { gender } : {}) };
});

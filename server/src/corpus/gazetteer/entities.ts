/** From ways of naming to who is named: full names first, then the shorter forms that only one of them can mean. */
import type { Entity } from '../domain.ts';
import type { Collected, Equation, Form } from './collect.ts';
import { isBodyNoun, isRoleNoun, TITLES } from './words.ts';

/** An entity in the making. */
interface Bearer {
  readonly forms: Form[];
  kind: Entity['kind'];
  count: number;
}

export interface Roster {
  readonly entities: readonly Entity[];
  /** Key of a name → ids of the entities it may mean, most often named first. */
  readonly byName: ReadonlyMap<string, readonly number[]>;
  /** Description or noun of role → ids. */
  readonly byRole: ReadonlyMap<string, readonly number[]>;
  /** Persons whose surname is known, so that two of them can be told apart. */
  readonly told: ReadonlySet<number>;
  /** What titles tell of persons. */
  readonly gender: ReadonlyMap<number, 'male' | 'female'>;
  /** Abbreviations that bodies' names allow, whether or not the corpus uses them → ids. */
  readonly byInitials: ReadonlyMap<string, readonly number[]>;
}

/** A name as it is compared: lower case, plain apostrophes, no article, title, stops or possessive. */
export function nameKey(name: string): string {
  const words = name
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/'s?$/, '')
    .replace(/[.,]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  const body = words.some(isBodyNoun);
  while (words.length > 1 && (/^(?:the|a|an)$/.test(words[0] ?? '') || (!body && TITLES.has(words[0] ?? '')))) words.shift();
  // The legal form of a company is left out as often as not.
  while (words.length > 1 && /^(?:ltd|limited|plc|inc|llp|llc|co|corp)$/.test(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

export function buildRoster({ forms, equations }: Collected): Roster {
  const usable = [...forms.values()].filter(
    (form) => form.name.length > 1 && (form.words.length > 1 || form.inside > 0 || form.titles.size > 0) && !isOpening(form, forms),
  );
  const bearers: Bearer[] = [];
  const bySurname = new Map<string, Bearer[]>();
  const named = new Map<Form, Bearer[]>();
  const add = (form: Form, bearer: Bearer): void => {
    bearer.forms.push(form);
    bearer.count += form.count;
    named.set(form, [...(named.get(form) ?? []), bearer]);
  };
  const create = (form: Form): Bearer => {
    const kind = form.form === 'body' ? 'organisation' : form.form;
    const bearer: Bearer = { forms: [], kind, count: 0 };
    bearers.push(bearer);
    add(form, bearer);
    return bearer;
  };
  // Longest first, then most frequent, then by code unit, so that the fullest form founds its entity.
  usable.sort((a, b) => b.words.length - a.words.length || b.count - a.count || (a.name < b.name ? -1 : 1));
  const persons = usable.filter((form) => form.form === 'person');
  for (const form of persons) {
    const surname = key(form.words.at(-1));
    if (isGivenTitled(form) && !bySurname.has(surname)) {
      const [owner] = bearers
        .filter((bearer) => bearer.forms.some((other) => other.words.length > 1 && key(other.words[0]) === surname))
        .sort((a, b) => b.count - a.count);
      if (owner !== undefined) {
        add(form, owner);
        continue;
      }
    }
    const candidates = (bySurname.get(surname) ?? []).filter((bearer) => bearer.forms.some((other) => agrees(form, other)));
    const [only] = candidates;
    if (only !== undefined && (candidates.length === 1 || form.words.length === 1)) for (const one of candidates) add(form, one);
    else bySurname.set(surname, [...(bySurname.get(surname) ?? []), create(form)]);
  }
  const byKey = new Map<string, Bearer>();
  for (const form of usable) {
    if (form.form === 'person') continue;
    const surname = bySurname.get(key(form.words[0]));
    if (form.words.length === 1 && surname !== undefined && form.form === 'unknown') {
      for (const bearer of surname) add(form, bearer);
      continue;
    }
    const known = byKey.get(nameKey(form.name));
    if (known !== undefined) add(form, known);
    else byKey.set(nameKey(form.name), create(form));
  }
  const merged = merge(bearers, equations, named, forms);
  attachAcronyms(merged);
  attachGivenNames(merged);
  return index(merged.filter((bearer) => bearer.forms.length > 0));
}

/** "Asking John Smith": a form seen only at the start of sentences, whose rest is a name of its own, is that name with a verb before it. */
function isOpening(form: Form, forms: ReadonlyMap<string, Form>): boolean {
  if (form.words.length < 2 || form.inside > 0 || form.titles.size > 0) return false;
  const rest = forms.get(form.words.slice(1).join(' '));
  return rest !== undefined && rest.inside > form.count;
}

/** "Sir Wyn", "Lady Anne": the title of a knight or lady stands before the given name. */
function isGivenTitled(form: Form): boolean {
  return form.words.length === 1 && [...form.titles].some((title) => /^(?:sir|dame|lady|lord)$/.test(title));
}

function key(word: string | undefined): string {
  return (word ?? '').toLowerCase().replace(/[’]/g, "'");
}

/** Whether two forms with one surname may be one person's: given names stand in each other, begin alike as initials, and titles do not tell man from woman. */
function agrees(short: Form, long: Form): boolean {
  if (key(short.words.at(-1)) !== key(long.words.at(-1))) return false;
  const given = short.words.slice(0, -1).map((word) => key(word).replace('.', ''));
  const others = long.words.slice(0, -1).map((word) => key(word).replace('.', ''));
  if (
    !given.every((name) =>
      others.some(
        (other) => name === other || (name.length === 1 && other.startsWith(name)) || (other.length === 1 && name.startsWith(other)),
      ),
    )
  )
    return false;
  const [a, b] = [genderOf(short), genderOf(long)];
  return a === null || b === null || a === b;
}

function genderOf(form: Form): 'male' | 'female' | null {
  const told = new Set([...form.titles].map((title) => TITLES.get(title) ?? null).filter((gender) => gender !== null));
  return told.size === 1 ? ([...told][0] ?? null) : null;
}

/** Joins what the text says is one: "X (Y)", "X, known as Y". */
function merge(
  bearers: readonly Bearer[],
  equations: readonly Equation[],
  named: ReadonlyMap<Form, readonly Bearer[]>,
  forms: ReadonlyMap<string, Form>,
): readonly Bearer[] {
  const target = new Map<Bearer, Bearer>();
  const rootOf = (bearer: Bearer): Bearer => {
    let root = bearer;
    for (let next = target.get(root); next !== undefined; next = target.get(root)) root = next;
    return root;
  };
  for (const { full, other } of equations) {
    const [a, b] = [full, other].map((name) => forms.get(name) ?? forms.get(`male ${name}`) ?? forms.get(`female ${name}`));
    const [first, second] = a === undefined ? [] : (named.get(a) ?? []);
    const [third, fourth] = b === undefined ? [] : (named.get(b) ?? []);
    if (first === undefined || second !== undefined || third === undefined || fourth !== undefined) continue;
    const [into, from] = [rootOf(first), rootOf(third)];
    if (into === from) continue;
    into.forms.push(...from.forms.splice(0));
    into.count += from.count;
    target.set(from, into);
  }
  return bearers.filter((bearer) => !target.has(bearer));
}

/** "GMC" is the General Medical Council where one body alone has those initials. */
function attachAcronyms(bearers: readonly Bearer[]): void {
  const letters = new Map<string, Bearer[]>();
  const bodies = bearers.filter((bearer) => bearer.kind === 'organisation' && bearer.forms.some((form) => form.words.length > 1));
  for (const bearer of bearers) {
    const [form] = bearer.forms;
    if (bearer.forms.length !== 1 || form === undefined || form.words.length !== 1 || !/^\p{Lu}{2,8}$/u.test(form.name)) continue;
    letters.set(form.name, [bearer]);
  }
  if (letters.size === 0) return;
  const matches = new Map<string, Bearer[]>();
  for (const body of bodies) {
    for (const form of body.forms) {
      if (form.words.length < 2) continue;
      for (const initials of initialsOf(form)) {
        if (letters.has(initials)) matches.set(initials, [...new Set([...(matches.get(initials) ?? []), body])]);
      }
    }
  }
  for (const [acronym, found] of matches) {
    const [body] = found;
    const [own] = letters.get(acronym) ?? [];
    if (body === undefined || found.length > 1 || own === undefined || own === body) continue;
    body.forms.push(...own.forms.splice(0));
    body.count += own.count;
  }
}

/** The abbreviations that a name allows: of its capitals, and of all its words. */
function initialsOf(form: Form): readonly string[] {
  const capitals = form.words
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase();
  const all = form.name
    .split(/[\s-]+/)
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase();
  return capitals === all ? [capitals] : [capitals, all];
}

/** A given name alone means the person where one person alone bears it. */
function attachGivenNames(bearers: readonly Bearer[]): void {
  const byGiven = new Map<string, Bearer[]>();
  for (const bearer of bearers) {
    if (bearer.kind !== 'person') continue;
    for (const given of new Set(bearer.forms.filter((form) => form.words.length > 1).map((form) => key(form.words[0]))))
      byGiven.set(given, [...(byGiven.get(given) ?? []), bearer]);
  }
  for (const bearer of bearers) {
    const [form] = bearer.forms;
    if (bearer.kind !== 'unknown' || bearer.forms.length !== 1 || form === undefined || form.words.length !== 1) continue;
    const owners = byGiven.get(key(form.name)) ?? [];
    const [owner] = owners;
    if (owner === undefined || owners.length > 1) continue;
    owner.forms.push(form);
    owner.count += form.count;
    bearer.forms.length = 0;
  }
}

/** A namesake seen once beside one named ten times is more likely a slip of the pen, and does not make the name ambiguous. */
function dominant(name: string, ids: readonly number[], bearers: readonly Bearer[]): readonly number[] {
  if (ids.length < 2) return ids;
  const counts = ids.map((id) =>
    (bearers[id]?.forms ?? []).reduce((sum, form) => sum + (form.words.length > 1 && key(form.words.at(-1)) === name ? form.count : 0), 0),
  );
  const most = Math.max(...counts);
  return most >= 10 ? ids.filter((_, at) => (counts[at] ?? 0) > 1) : ids;
}

/** Somebody with a surname: two names, or one behind a title that takes surnames. */
function hasSurname(bearer: Bearer): boolean {
  return (
    bearer.kind === 'person' &&
    bearer.forms.some(
      (form) =>
        form.words.length > 1 ||
        [...form.titles].some((title) =>
          /^(?:mr|mrs|ms|miss|dr|doctor|prof|professor|lord|baroness|judge|justice|cllr|councillor)$/.test(title),
        ),
    )
  );
}

function index(bearers: readonly Bearer[]): Roster {
  const ordered = [...bearers].sort((a, b) => b.count - a.count || (nameOf(a) < nameOf(b) ? -1 : 1));
  const byName = new Map<string, number[]>();
  const byRole = new Map<string, number[]>();
  const put = (map: Map<string, number[]>, name: string, id: number): void => {
    const ids = map.get(name);
    if (ids === undefined) map.set(name, [id]);
    else if (!ids.includes(id)) ids.push(id);
  };
  const entities = ordered.map((bearer, id): Entity => {
    const aliases = [...new Set(bearer.forms.map((form) => form.name))];
    const roles = new Map<string, number>();
    for (const form of bearer.forms) for (const [role, count] of form.roles) roles.set(role, (roles.get(role) ?? 0) + count);
    for (const alias of aliases) put(byName, nameKey(alias), id);
    if (bearer.kind === 'person') for (const form of bearer.forms) if (form.words.length > 1) put(byName, key(form.words.at(-1)), id);
    const described = [...roles].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([role]) => role);
    for (const role of described) {
      put(byRole, role, id);
      const head = role.split(' ').at(-1) ?? '';
      if (isRoleNoun(head) && !isBodyNoun(head)) put(byRole, head, id);
    }
    // The shape of a name alone makes nobody a person: film titles and programmes have it too.
    const kind = bearer.kind === 'person' && !bearer.forms.some((form) => form.personal) ? 'unknown' : bearer.kind;
    return { id, name: nameOf(bearer), kind, aliases, roles: described };
  });
  const gender = new Map<number, 'male' | 'female'>();
  const byInitials = new Map<string, number[]>();
  for (const [id, bearer] of ordered.entries()) {
    const genders = new Set(bearer.forms.map(genderOf).filter((one) => one !== null));
    const [only] = genders;
    if (genders.size === 1 && only !== undefined && bearer.kind === 'person') gender.set(id, only);
    if (bearer.kind !== 'organisation') continue;
    for (const form of bearer.forms) if (form.words.length > 1) for (const initials of initialsOf(form)) put(byInitials, initials, id);
  }
  const told = new Set(ordered.flatMap((bearer, id) => (hasSurname(bearer) ? [id] : [])));
  return {
    entities,
    byName: new Map([...byName].map(([name, ids]) => [name, dominant(name, ids, ordered)])),
    byRole,
    told,
    gender,
    byInitials,
  };
}

/** The fullest form: most words, and of those the most frequent; an abbreviation never stands for its expansion. */
function nameOf(bearer: Bearer): string {
  let best: Form | undefined;
  for (const form of bearer.forms) {
    if (best === undefined || form.words.length > best.words.length || (form.words.length === best.words.length && form.count > best.count))
      best = form;
  }
  return best?.name ?? '';
}

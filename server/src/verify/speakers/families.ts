/**
 * Nouns of persons and bodies that cannot mean one another, by family: a coroner is no headteacher, a council no union. Within a
 * family one may be called by another's noun ("the court", "the tribunal"), and nouns in no family ("the agency", "the company",
 * "the expert") may stand for anybody.
 */
import { stem } from '../../text/stem.ts';

export type BodyFamily =
  | 'forum'
  | 'jury'
  | 'government'
  | 'council'
  | 'union'
  | 'school'
  | 'police'
  | 'hospital'
  | 'party'
  | 'press'
  | 'board'
  | 'army'
  | 'club'
  | 'agency'
  | 'inspectorate'
  | 'laboratory';
export type PersonFamily =
  | 'politics'
  | 'law'
  | 'counsel'
  | 'medicine'
  | 'police'
  | 'school'
  | 'kin'
  | 'office'
  | 'press'
  | 'sport'
  | 'public';

const BODIES: Readonly<Record<BodyFamily, string>> = {
  forum: 'inquiry enquiry inquest review report investigation court tribunal panel commission hearing',
  jury: 'jury',
  government: 'government ministry department cabinet treasury parliament senate congress assembly',
  council: 'council authority borough county parish',
  union: 'union federation',
  school: 'school academy college university',
  police: 'police constabulary',
  hospital: 'hospital trust infirmary clinic nhs surgery',
  party: 'party',
  press: 'newspaper paper gazette times echo magazine journal herald tribune',
  board: 'board governor trustee director committee',
  army: 'army navy regiment',
  club: 'club team',
  agency: 'agency',
  inspectorate: 'inspectorate inspector',
  laboratory: 'laboratory lab',
};

const PERSONS: Readonly<Record<PersonFamily, string>> = {
  politics: 'minister mp councillor mayor senator chancellor',
  law: 'judge coroner magistrate recorder justice',
  counsel: 'barrister solicitor counsel lawyer prosecutor attorney',
  medicine:
    'doctor gp consultant physician surgeon paediatrician nurse sister matron midwife paramedic pathologist psychiatrist registrar pharmacist',
  police: 'constable sergeant detective superintendent',
  school: 'teacher headteacher headmaster headmistress lecturer pupil',
  kin: 'mother father mum dad brother son daughter wife husband widow widower uncle aunt grandmother grandfather stepfather stepmother parent relative family',
  office: 'director executive officer manager owner founder treasurer trustee',
  press: 'journalist reporter editor presenter columnist correspondent',
  sport: 'athlete coach player captain runner cyclist swimmer',
  public: 'resident neighbour villager farmer tenant customer passenger',
};

/** Families whose bodies may be one: a jury sits in a court, a board runs a school. */
const AKIN: readonly (readonly [BodyFamily, readonly BodyFamily[]])[] = [
  ['jury', ['forum']],
  ['board', ['hospital', 'school', 'club', 'union', 'party', 'council']],
  ['government', ['council', 'forum', 'police', 'army', 'hospital', 'agency', 'inspectorate']],
  ['agency', ['police', 'inspectorate', 'forum']],
];

/** Who usually speaks for bodies of a family, beside those who lead it. */
const AT_HOME: Readonly<Partial<Record<PersonFamily, readonly BodyFamily[]>>> = {
  politics: ['government', 'council', 'party', 'board'],
  law: ['forum'],
  medicine: ['hospital', 'board'],
  police: ['police', 'army', 'council'],
  school: ['school', 'board', 'council', 'union'],
  press: ['press'],
  sport: ['club', 'union'],
  kin: [],
  public: [],
};

function table<F extends string>(families: Readonly<Record<F, string>>): ReadonlyMap<string, F> {
  const map = new Map<string, F>();
  for (const family of Object.keys(families) as F[]) for (const noun of families[family].split(' ')) map.set(stem(noun), family);
  return map;
}

const BODY = table(BODIES);
const PERSON = table(PERSONS);

/** The family of a body's noun (a stem); null where the noun may stand for many kinds. */
export function bodyFamily(head: string): BodyFamily | null {
  return BODY.get(head) ?? null;
}

export function personFamily(head: string): PersonFamily | null {
  return PERSON.get(head) ?? null;
}

/** Whether bodies of the two families cannot be one. */
export function bodiesApart(one: BodyFamily, other: BodyFamily): boolean {
  if (one === other) return false;
  return !AKIN.some(([a, list]) => (a === one && list.includes(other)) || (a === other && list.includes(one)));
}

/** Whether a person of that kind may be the one through whom the body speaks. */
export function maySpeakFor(person: PersonFamily | null, body: BodyFamily | null): boolean {
  const home = person === null ? undefined : AT_HOME[person];
  // Officers, counsel and spokesmen speak for bodies of any kind.
  if (home === undefined) return true;
  return body !== null && home.includes(body);
}

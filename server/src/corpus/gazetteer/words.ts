/** Word classes that tell persons from bodies: titles, nouns of role, nouns of bodies. All are closed or told by their endings. */

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** Titles that stand before a person's name, with the gender they tell where they tell one. */
export const TITLES: ReadonlyMap<string, 'male' | 'female' | null> = new Map([
  ...['mr', 'sir', 'lord', 'father', 'fr', 'baron', 'viscount', 'earl', 'duke', 'prince', 'king', 'brother'].map(
    (word): [string, 'male'] => [word, 'male'],
  ),
  ...['mrs', 'ms', 'miss', 'mx', 'dame', 'lady', 'baroness', 'sister', 'duchess', 'princess', 'queen', 'madam'].map(
    (word): [string, 'female'] => [word, 'female'],
  ),
  ...[
    'dr',
    'doctor',
    'prof',
    'professor',
    'judge',
    'justice',
    'cllr',
    'councillor',
    'rev',
    'reverend',
    'revd',
    'bishop',
    'archbishop',
    'canon',
    'rabbi',
    'imam',
    'pope',
    'hon',
    'rt',
    'pc',
    'wpc',
    'dc',
    'ds',
    'di',
    'dci',
    'sgt',
    'sergeant',
    'constable',
    'inspector',
    'superintendent',
    'commander',
    'detective',
    'captain',
    'capt',
    'colonel',
    'col',
    'major',
    'maj',
    'lieutenant',
    'lt',
    'general',
    'gen',
    'admiral',
    'brigadier',
    'senator',
    'sen',
    'congressman',
    'congresswoman',
    'rep',
    'representative',
    'governor',
    'gov',
    'mayor',
    'president',
    'ambassador',
    'sheriff',
    'nurse',
    'coroner',
    'recorder',
    'master',
    'hhj',
    'qc',
    'kc',
  ].map((word): [string, null] => [word, null]),
]);

/** Particles inside names. */
export const PARTICLES = words('de da do dos du del della der den van von la le el al bin ibn ben ap mac st of the and for & on in');

/** Particles inside persons' names only. */
export const PERSON_PARTICLES = words('de da do dos du del della der den van von la le el al bin ibn ben ap mac st');

const ROLE_LIST = words(
  'chief chair head minister secretary director manager leader spokesman spokeswoman spokesperson judge doctor gp nurse mother father mum dad boyfriend girlfriend ' +
    'partner brother sister wife husband son daughter uncle aunt grandmother grandfather stepfather stepmother stepson stepdaughter cousin nephew niece widow widower fiancé fiancée ' +
    'solicitor barrister mp peer councillor professor author inspector officer detective witness victim president mayor coroner paediatrician pediatrician physician surgeon consultant ' +
    'lodger tenant landlord teacher headteacher lecturer scientist expert analyst economist historian journalist reporter editor presenter correspondent columnist ' +
    'chairman chairwoman chairperson deputy assistant executive ceo founder owner boss employee worker clerk engineer accountant auditor investigator lawyer attorney prosecutor defendant ' +
    'claimant appellant applicant subpostmaster subpostmistress postmaster postmistress whistleblower campaigner activist critic source official aide adviser advisor commissioner ombudsman ' +
    'ambassador diplomat senator governor congressman congresswoman lord baroness king queen prince princess pope bishop archbishop priest vicar rabbi imam captain colonel general sergeant ' +
    'constable superintendent commander soldier pilot driver singer actor actress artist writer poet novelist playwright producer film-maker filmmaker cameraman photographer architect ' +
    'farmer fisherman baker butcher grocer pharmacist dentist midwife psychologist psychiatrist therapist carer guardian trustee treasurer registrar magistrate juror bailiff locum trainee ' +
    'student pupil resident neighbour neighbor friend colleague survivor patient client customer passenger parent child boy girl man woman speaker co-speaker panellist host counsel',
);
/** Roles that are written with a capital before a name. */
const ROLE_TITLES = words(
  'chief chair head minister secretary director manager leader spokesman spokeswoman spokesperson chairman chairwoman chairperson deputy assistant executive mp ' +
    'commissioner ombudsman chancellor ambassador officer inspector detective coroner paediatrician consultant surgeon editor producer presenter correspondent reporter journalist ' +
    'author analyst adviser advisor solicitor barrister counsel auditor investigator postmaster postmistress subpostmaster subpostmistress co-speaker headteacher gp',
);
const ROLE_ENDING =
  /(?:[a-z]{3}(?:ist|ician|ologist|woman|man|person|keeper|worker|master|holder)|(?:manag|lead|teach|report|campaign|research|organi[sz]|prosecut|investigat|coordinat|administrat|inspect|direct|invent|found|design|develop|train|coach|bank|brok|trad|min|farm|own|work|train|play|command|negotiat|mediat|arbitrat|assess|examin|review|advis|train)(?:er|or))s?$/;

/** Whether a noun (lower case, singular) names what somebody is or does. */
export function isRoleNoun(lower: string): boolean {
  return ROLE_LIST.has(lower) || ROLE_ENDING.test(lower);
}

/** The same for a capitalised word, where endings say nothing: Chapman and Baker are names. */
export function isRoleTitle(lower: string): boolean {
  return ROLE_TITLES.has(lower);
}

/** Nouns that end the names of bodies, works and institutions. */
const BODY = words(
  'council councils hospital hospitals trust trusts commission department court courts committee board university college school academy police constabulary service services office ltd ' +
    'limited plc inc llp corp corporation company group association union federation confederation society ministry agency authority inquiry enquiry review institute institution foundation ' +
    'charity party parliament government cabinet treasury senate congress assembly house bank church nhs bbc itv times guardian telegraph mail sun mirror express post news press journal magazine ' +
    'network partnership panel tribunal inspectorate watchdog regulator executive bureau unit team league club centre center clinic surgery practice report directorate division ' +
    'command force guard army navy museum library theatre gallery forum alliance coalition campaign movement industries holdings partners solicitors consulting systems technologies media ' +
    'international airways airlines railway railways rail motors brothers sons studios films productions records books publishing publishers laboratories pharmaceuticals energy insurance',
);

export function isBodyNoun(lower: string): boolean {
  return BODY.has(lower);
}

const PLACE = words(
  'street road avenue lane square park bridge river county borough city town village island north south east west london england scotland wales ireland britain kingdom states station airport hill valley bay lake sea ocean mountain mountains district region',
);

export function isPlaceNoun(lower: string): boolean {
  return PLACE.has(lower);
}

export const TIME = words(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas easter',
);

const MALE = words(
  'father dad boyfriend brother husband son uncle grandfather stepfather stepson nephew widower fiancé king prince spokesman chairman man boy actor policeman businessman postmaster lord landlord gentleman',
);
const FEMALE = words(
  'mother mum girlfriend sister wife daughter aunt grandmother stepmother stepdaughter niece widow fiancée queen princess spokeswoman chairwoman woman girl actress policewoman businesswoman postmistress baroness landlady midwife lady',
);

export function genderOfRole(lower: string): 'male' | 'female' | null {
  return MALE.has(lower) ? 'male' : FEMALE.has(lower) ? 'female' : null;
}

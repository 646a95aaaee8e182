/**
 * Whether the one whom the draft lets speak is the one who speaks in a passage. That two ways of calling somebody differ proves
 * nothing, for the corpus calls one person by many nouns; `different` asks for proof: two names that are two people, an office that
 * the corpus gives to somebody else, or kinds of person and body that exclude each other.
 */
import type { Corpus } from '../../corpus/corpus.ts';
import { stem } from '../../text/stem.ts';
import { type Cast, castOf } from './cast.ts';
import { type Description, fits, tiersApart } from './description.ts';
import { isCalledElsewhere } from './elsewhere.ts';
import { bodiesApart, bodyFamily, maySpeakFor, personFamily } from './families.ts';
import { type Identity, identityOf } from './identity.ts';
import { kindOf, type Party, wordsOf } from './party.ts';

/** Nouns that may stand for anybody of their kind, whatever else they are. */
const ANYBODY =
  /^(?:man|woman|person|people|boy|girl|child|witness|victim|defendant|accused|appellant|applicant|claimant|official|expert|politician|professional|author|writer|critic|source|survivor|friend|colleague|patient|client|veteran|campaigner|activist|academic|scientist|employee|worker|member|spokesman|spokeswoman|spokesperson|representative|insider|adviser|advisor|boss|chief|leader|one|other|party|opponent|figure)$/;

/** The draft's speaker against a passage's, in the document of that passage. */
export function sameParty(one: Party, other: Party, citekey: string, corpus: Corpus): Identity {
  const cast = castOf(corpus);
  const [draft, voice] = [named(one, cast), named(other, cast)];
  if (draft.name !== null && voice.name !== null) {
    if (draft.name.toLowerCase() === voice.name.toLowerCase()) return 'same';
    // Each under their own name in a hearing or a thread, they are two: no need to ask the whole corpus.
    if ([draft.name, voice.name].every((name) => cast.hasTurns(name)) && sharesNoWord(draft.name, voice.name)) return 'different';
    const names = identityOf(draft.name, voice.name, corpus);
    if (names === 'same') return 'same';
    if (names === 'different') return isLinked(draft, voice, cast) ? 'unsure' : 'different';
  }
  const drafts = calledIn(draft, cast);
  const voices = calledIn(voice, cast);
  if (draft.called.some((one) => voice.called.some((other) => tiersApart(one, other)))) return 'different';
  const fit = bestFit(draft, drafts, voice, voices);
  if (fit !== 'no') return fit === 'yes' ? 'same' : 'unsure';
  if (isLinked(draft, voice, cast)) return 'unsure';
  const answer = holdsOffice(draft, voice, citekey, corpus, cast) ?? kindsApart(draft, drafts, voice, voices, citekey, corpus, cast);
  // Somebody unnamed, or several people, are not one whom the same corpus names.
  const bare = answer === 'unsure' ? identityOf(bareOf(draft), bareOf(voice), corpus) : answer;
  return bare === 'unsure' && isCalledElsewhere(draft, voice, citekey, corpus) ? 'different' : bare;
}

function bareOf(party: Party): string {
  return party.name ?? party.written.replace(/^(?:the|an?)\s+/i, '');
}

/** A poster's handle is a name, whatever it looks like; a lone surname is whoever the corpus has under it. */
function named(party: Party, cast: Cast): Party {
  const bare = party.written.replace(/['’]s?$/, '');
  if (party.name === null) {
    if (cast.hasTurns(bare)) return { written: bare, name: bare, called: [] };
    const lone = /^\p{Lu}[\p{L}’-]+$/u.test(bare) && cast.fullName(bare) !== null;
    return lone ? named({ written: bare, name: bare, called: [] }, cast) : party;
  }
  return /\s/.test(party.name) ? party : { ...party, name: cast.fullName(party.name) ?? party.name };
}

/** Everything the corpus calls somebody: in the phrase itself and, by name, elsewhere. */
function calledIn(party: Party, cast: Cast): readonly Description[] {
  return party.name === null ? party.called : [...party.called, ...cast.calls(party.name).map((one) => one.called)];
}

function bestFit(draft: Party, drafts: readonly Description[], voice: Party, voices: readonly Description[]): 'yes' | 'maybe' | 'no' {
  // Two names are compared as names; that both are doctors makes them nobody.
  if (draft.name !== null && voice.name !== null) return 'no';
  const asked = draft.name === null ? drafts : voices;
  const given = draft.name === null ? voices : drafts;
  const all = asked.flatMap((one) => given.map((other) => fits(one, other)));
  // "the union" may be whichever name ends with that noun.
  const name = stemsOf(draft.name ?? voice.name ?? '');
  if (draft.called.concat(voice.called).some((one) => name.includes(one.head))) return 'maybe';
  return all.includes('yes') ? 'yes' : all.includes('maybe') ? 'maybe' : 'no';
}

/** Whether one is said to belong to the other: a body and its spokesman, its head, its member. */
function isLinked(one: Party, other: Party, cast: Cast): boolean {
  return belongs(one, other, cast) || belongs(other, one, cast);
}

function belongs(member: Party, body: Party, cast: Cast): boolean {
  if (kindOf({ ...body, called: calledIn(body, cast) }) !== 'body') return false;
  const words = new Set([...wordsOf(body), ...calledIn(body, cast).map((one) => one.head)]);
  return calledIn(member, cast).some((one) => [...one.of, ...one.modifiers].some((word) => words.has(word)));
}

/** Where the corpus names the holder of the draft's (or the passage's) office: whether that is the other one. */
function holdsOffice(draft: Party, voice: Party, citekey: string, corpus: Corpus, cast: Cast): Identity | null {
  const [named, described] = draft.name === null ? [voice, draft] : [draft, voice];
  const [office] = described.called;
  if (described.name !== null || office === undefined || ANYBODY.test(office.noun)) return null;
  const { sure, possible } = cast.bearers(office);
  const here = sure.filter((one) => one.citekey === citekey);
  const holders = [...new Set((here.length > 0 ? here : sure).map((one) => one.name))];
  if (holders.length === 0) return null;
  const { name } = named;
  if (name !== null) {
    // Nobody is brought in twice in one document, under two names and as two things.
    const calls = cast.calls(name).filter((one) => one.citekey === citekey);
    if (here.length > 0 && calls.length > 0 && possible.length === 0 && holders.every((holder) => areApart(holder, name, corpus)))
      return 'different';
    const answers = [...holders, ...possible.map((one) => one.name)].map((holder) => identityOf(holder, name, corpus));
    if (answers.every((answer) => answer === 'different')) return 'different';
    return answers.includes('same') ? 'same' : kindOf(named) === 'body' ? null : 'unsure';
  }
  return null;
}

function sharesNoWord(one: string, other: string): boolean {
  const words = stemsOf(one);
  return stemsOf(other).every((word) => !words.includes(word));
}

/** Names that nothing makes one: no word in common, and no other name that the corpus gives. */
function areApart(one: string, other: string, corpus: Corpus): boolean {
  return sharesNoWord(one, other) && identityOf(one, other, corpus) !== 'same';
}

function stemsOf(name: string): readonly string[] {
  return (name.match(/\p{L}[\p{L}\p{N}-]+/gu) ?? []).map((word) => stem(word.toLowerCase()));
}

/** Kinds that exclude each other, for speakers of one document whom nothing makes one. */
function kindsApart(
  draft: Party,
  drafts: readonly Description[],
  voice: Party,
  voices: readonly Description[],
  citekey: string,
  corpus: Corpus,
  cast: Cast,
): Identity {
  const [mine, theirs] = [kindOf({ ...draft, called: drafts }), kindOf({ ...voice, called: voices })];
  if (mine === null || theirs === null) return 'unsure';
  const heads = { mine: headsOf(draft, drafts), theirs: headsOf(voice, voices) };
  if (mine === 'body' && theirs === 'body' && heads.mine.length * heads.theirs.length > 0)
    return separateBodies(draft, heads.mine, voice, heads.theirs, corpus);
  if (mine !== 'body' && theirs !== 'body') {
    if (isNew(voice) && isIntroduced(draft, drafts, citekey, cast)) return 'different';
    if (isNewcomer(draft, citekey, cast) && isIntroduced(voice, voices, citekey, cast)) return 'different';
    if (drafts.some((one) => voices.some((other) => ofOtherBodies(one, other)))) return 'different';
    if (heads.mine.length * heads.theirs.length === 0) return 'unsure';
    return apart(heads.mine.map(personFamily), heads.theirs.map(personFamily));
  }
  if (heads.mine.length * heads.theirs.length === 0) return 'unsure';
  const [persons, bodies] = mine === 'body' ? [heads.theirs, heads.mine] : [heads.mine, heads.theirs];
  const called = mine === 'body' ? voices : drafts;
  // A person of another body, or one outside of all such bodies, does not speak for this one.
  if (called.some((one) => one.of.some((word) => elsewhere(word, bodies)))) return 'different';
  return persons.every((person) => bodies.every((body) => !maySpeakFor(personFamily(person), bodyFamily(body)))) ? 'different' : 'unsure';
}

function elsewhere(word: string, bodies: readonly string[]): boolean {
  const family = bodyFamily(word);
  return family !== null && bodies.every((body) => bodyFamily(body) !== null && bodiesApart(family, bodyFamily(body) ?? family));
}

/** Two bodies: of two kinds, or with two names that have nothing in common. A noun in no family may stand for any of them. */
function separateBodies(draft: Party, mine: readonly string[], voice: Party, theirs: readonly string[], corpus: Corpus): Identity {
  if (draft.name !== null && voice.name !== null) {
    const plain = [draft.name, voice.name].every((name) => /\s/.test(name));
    return plain && areApart(draft.name, voice.name, corpus) && !isAcronym(draft.name) && !isAcronym(voice.name) ? 'different' : 'unsure';
  }
  const [named, bare] = draft.name !== null ? [mine, theirs] : voice.name !== null ? [theirs, mine] : [null, []];
  // A name that says what kind of body it is ("Environment Agency") is none of another kind.
  if (named !== null) {
    const kinds = bare.map(bodyFamily);
    if (kinds.includes(null) || kinds.includes('government') || kinds.includes('forum'))
      return apart(mine.map(bodyFamily), theirs.map(bodyFamily));
    return named.every((head) => kinds.every((kind) => kind !== null && bodiesApart(kind, bodyFamily(head) ?? 'press')))
      ? 'different'
      : 'unsure';
  }
  const families = [mine.map(bodyFamily), theirs.map(bodyFamily)] as const;
  if (families.some((list) => list.includes(null))) return 'unsure';
  return families[0].every((one) => families[1].every((other) => one !== null && other !== null && bodiesApart(one, other)))
    ? 'different'
    : 'unsure';
}

function isAcronym(name: string): boolean {
  return /^\p{Lu}{2,}s?$/u.test(name);
}

/** Different only where every family of the one is known and none is among the other's. */
function apart<F extends string>(mine: readonly (F | null)[], theirs: readonly (F | null)[]): Identity {
  if (mine.includes(null) || theirs.includes(null)) return 'unsure';
  return mine.some((family) => theirs.includes(family)) ? 'unsure' : 'different';
}

function headsOf(party: Party, called: readonly Description[]): readonly string[] {
  const own = called.filter((one) => !ANYBODY.test(one.noun) && isTelling(one.head, one.noun)).map((one) => one.head);
  const last = party.name === null || kindOf({ ...party, called: [] }) !== 'body' ? undefined : stemsOf(party.name).at(-1);
  return [...new Set(last === undefined ? own : [...own, last])];
}

/** What stands beside a name and is no noun of a person or a body tells nothing of its bearer. */
function isTelling(head: string, noun: string): boolean {
  return (
    personFamily(head) !== null ||
    bodyFamily(head) !== null ||
    kindOf({ written: '', name: null, called: [{ head, noun, modifiers: [], of: [], determiner: 'bare', plural: false }] }) !== null
  );
}

/** "the council's leader", "a spokesman for the department". */
function ofOtherBodies(one: Description, other: Description): boolean {
  const [mine, theirs] = [one, other].map((each) => each.of.map(bodyFamily).filter((family) => family !== null));
  return mine?.length === 1 && theirs?.length === 1 && mine.every((a) => theirs.every((b) => bodiesApart(a, b)));
}

/** Whether the document brings in somebody of that kind without a name ("a paramedic"). */
function isNewcomer(draft: Party, citekey: string, cast: Cast): boolean {
  const [called] = draft.called;
  return draft.name === null && called !== undefined && !called.plural && !ANYBODY.test(called.noun) && cast.bringsIn(called, citekey);
}

/** "a paramedic": somebody whom the document has not spoken of. */
function isNew(voice: Party): boolean {
  const [called] = voice.called;
  return voice.name === null && called !== undefined && called.determiner === 'indefinite' && !called.plural && !ANYBODY.test(called.noun);
}

/** Whether the document says who the draft's speaker is: then it would not bring them in as somebody new. */
function isIntroduced(draft: Party, drafts: readonly Description[], citekey: string, cast: Cast): boolean {
  if (draft.name !== null) return cast.calls(draft.name).some((one) => one.citekey === citekey) && drafts.length > 0;
  return draft.called.some((one) => cast.bearers(one).sure.some((bearer) => bearer.citekey === citekey));
}

/**
 * Who asks and who answers in a hearing: from headings ("Questioned by Mr Hale"), from oaths ("JANE WARD (sworn)") and,
 * where a section names no witness, from who speaks most to the questioner.
 */
import type { Block } from '../domain.ts';
import type { Element } from './rst.ts';

const BY =
  /^(?:further |re-?|cross-?|continued )*(?:question(?:ed|s|ing)|examin(?:ed|ation)|cross-?examin\w*|re-?examin\w*)\b.{0,60}?\bby (?:the )?(?<name>.{2,60}?)(?: \(.*\))?\.?$/iu;
const OATH = /^(?<name>[\p{L}\d .,'’[\]-]{3,60}?),? \((?:re-?)?(?:sworn|affirmed|called|recalled|continued)\b/iu;
const TITLES =
  /\b(?:mr|mrs|ms|miss|mx|dr|sir|dame|lord|lady|baroness|professor|prof|judge|justice|qc|kc|the|hon|honour|his|her|rt|reverend|rev)\b\.?/giu;
const PRESIDES = /\b(?:chair(?:man|woman|person)?|coroner|judge|justice|presiding|arbitrator|commissioner|convenor)\b/iu;
const NOBLE = /^(?:sir|dame|lord|lady|baroness|the rt)\b/iu;

/** Names that say what their bearer does in an interview. */
const ASKS = /^(?:interviewer|question(?:er)?|host|reporter|presenter|journalist|moderator)$/iu;

export type Role = Block['turnRole'];

/** Words of a name without titles, lower case. */
function nameWords(name: string): readonly string[] {
  return name
    .toLowerCase()
    .replace(TITLES, ' ')
    .split(/[^\p{L}\d'’-]+/u)
    .filter((word) => word !== '');
}

/** Whether two forms of a name may be one person's: the last words agree, and the first ones where both have them. */
function samePerson(a: string, b: string): boolean {
  const left = nameWords(a);
  const right = nameWords(b);
  const last = left.at(-1);
  if (last === undefined || last !== right.at(-1)) {
    return false;
  }
  return left.length < 2 || right.length < 2 || left[0]?.[0] === right[0]?.[0];
}

interface Section {
  readonly questioner: string | null;
  readonly witness: string | null;
}

/** The role of every element, null for those that are no turns or play neither part. */
export function turnRoles(elements: readonly Element[]): readonly Role[] {
  let section: Section = { questioner: null, witness: null };
  const sections = elements.map((element) => {
    section = entered(section, element);
    return section;
  });
  const numbered = new Set(elements.flatMap((element) => (element.kind === 'turn' && element.asks === true ? [element.speaker] : [])));
  const interviewed = elements.some((element) => element.kind === 'turn' && ASKS.test(element.speaker));
  const witnesses = likelyWitnesses(elements, sections);
  const sworn = new Set(sections.flatMap(({ witness }) => (witness === null ? [] : [nameWords(witness).at(-1)])));
  return elements.map((element, i) => {
    const at = sections[i];
    if (element.kind !== 'turn' || at === undefined) {
      return null;
    }
    const { speaker } = element;
    if (numbered.size > 0) {
      return element.asks === true || (numbered.has(speaker) && !PRESIDES.test(speaker))
        ? 'questioner'
        : PRESIDES.test(speaker)
          ? 'chair'
          : 'witness';
    }
    if (speaker === 'Q' || ASKS.test(speaker)) {
      return 'questioner';
    }
    if (speaker === 'A' || (interviewed && sworn.size === 0 && !PRESIDES.test(speaker))) {
      return 'witness';
    }
    if (at.witness !== null && samePerson(speaker, at.witness)) {
      return 'witness';
    }
    if (at.questioner !== null && (samePerson(speaker, at.questioner) || (PRESIDES.test(at.questioner) && PRESIDES.test(speaker)))) {
      return 'questioner';
    }
    if (PRESIDES.test(speaker) || (NOBLE.test(speaker) && !sworn.has(nameWords(speaker).at(-1)))) {
      return 'chair';
    }
    return at.questioner !== null && witnesses.get(at) === speaker ? 'witness' : null;
  });
}

function entered(section: Section, element: Element): Section {
  if (element.kind === 'heading') {
    const by = BY.exec(element.text)?.groups?.['name'];
    if (by !== undefined) {
      return { questioner: by, witness: section.witness };
    }
    const name = /^[\p{Lu}][\p{L}'’-]+(?: [\p{L}'’.-]+){1,4}$/u.test(element.text) && !/\b(?:by|of|statement|re)\b/iu.test(element.text);
    return { questioner: null, witness: name ? element.text : null };
  }
  if (element.kind === 'stage') {
    const oath = OATH.exec(element.text)?.groups?.['name'];
    return oath === undefined ? section : { questioner: section.questioner, witness: oath };
  }
  return section;
}

/** In each section with a questioner: the other speaker with most turns, for sections whose witness is named otherwise. */
function likelyWitnesses(elements: readonly Element[], sections: readonly Section[]): ReadonlyMap<Section, string> {
  const counts = new Map<Section, Map<string, number>>();
  elements.forEach((element, i) => {
    const section = sections[i];
    if (element.kind !== 'turn' || section === undefined || section.questioner === null) {
      return;
    }
    const { speaker } = element;
    if (samePerson(speaker, section.questioner) || PRESIDES.test(speaker) || NOBLE.test(speaker)) {
      return;
    }
    const own = counts.get(section) ?? new Map<string, number>();
    own.set(speaker, (own.get(speaker) ?? 0) + 1);
    counts.set(section, own);
  });
  return new Map(
    [...counts].flatMap(([section, own]) => {
      const [best] = [...own].sort((a, b) => b[1] - a[1]);
      return best === undefined ? [] : [[section, best[0]] as const];
    }),
  );
}

/**
 * Which elements of a page say by their markup that they are none of its matter. Where markup is silent the text is kept:
 * the furniture rules of corpus/structure read it line by line.
 */
import { attribute, type Element, elementsIn, type HtmlDocument, isElement, isText, textIn } from './tree.ts';

const WORDLESS: ReadonlySet<string> = new Set(
  (
    'script style noscript template head iframe svg math canvas object embed audio video map button select textarea input ' +
    'datalist progress meter nav menu dialog frameset'
  ).split(' '),
);
const ROLES = /^(?:navigation|banner|contentinfo|search|complementary|dialog|alertdialog|menu|menubar|toolbar|tablist)$/;
/** Class names of bars and lists of links, as templates all over the web call them; they count only where links are most of the words. */
const LINKS =
  /(?:^|[\s_-])(?:share|sharing|social|related|recommend(?:ed|ations)?|promo|adverts?|sponsored|sidebar|breadcrumbs?|pagination|pager|menu|navbar|topbar|masthead|tags|skip-link|toc)(?:$|[\s_-])/i;
/** Class names of notices to the reader. */
const NOTICES = /(?:^|[\s_-])(?:cookies?|consent|gdpr|newsletter|sign-?up|subscribe|subscription|paywall|popup|modal)(?:$|[\s_-])/i;
const LONGEST_NOTICE = 1500;
const LONGEST_FORM = 300;
const COMMENTS = /comment|respon[ds]|discuss|repl(?:y|ies)/i;
/** Elements that hold the matter of a page, whatever their class names say. */
const KEPT: ReadonlySet<string> = new Set(['html', 'body', 'main', 'article', 'h1', 'p']);

interface Words {
  /** Characters that are no white space. */
  readonly all: number;
  readonly linked: number;
  readonly heads: boolean;
}

export interface Boilerplate {
  has(element: Element): boolean;
}

/** Looks at the whole document once. */
export function findBoilerplate(document: HtmlDocument): Boilerplate {
  const words = new Map<Element, Words>();
  for (const child of document.childNodes) {
    if (isElement(child)) {
      count(child, words);
    }
  }
  const secondary = new Set([...elementsIn(document)].filter((element) => isPageFooter(element)));
  return { has: (element) => secondary.has(element) || isBoilerplate(element, words.get(element) ?? { all: 0, linked: 0, heads: false }) };
}

function count(element: Element, words: Map<Element, Words>): Words {
  let all = 0;
  let linked = 0;
  let heads = element.tagName === 'h1';
  for (const child of WORDLESS.has(element.tagName) ? [] : element.childNodes) {
    if (isText(child)) {
      all += child.value.replace(/\s+/g, '').length;
    } else if (isElement(child)) {
      const below = count(child, words);
      all += below.all;
      linked += below.linked;
      heads ||= below.heads;
    }
  }
  const own = { all, linked: element.tagName === 'a' ? all : linked, heads };
  words.set(element, own);
  return own;
}

function isBoilerplate(element: Element, words: Words): boolean {
  const { tagName } = element;
  if (WORDLESS.has(tagName) || isHidden(element)) {
    return true;
  }
  const named = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`;
  const comments = COMMENTS.test(named);
  if (words.heads || KEPT.has(tagName)) {
    return false;
  }
  if (!comments && (tagName === 'aside' || ROLES.test(attribute(element, 'role') ?? ''))) {
    return true;
  }
  // The mark beside a heading that links to it, and the arrow from a note back to its place.
  if (tagName === 'a' && words.all <= 2 && (attribute(element, 'href') ?? '').startsWith('#') && !/[\p{L}\p{N}]/u.test(textIn(element))) {
    return true;
  }
  if (tagName === 'form' && words.all < LONGEST_FORM) {
    return true;
  }
  const links = words.linked > words.all * 0.5;
  return (links && LINKS.test(named)) || (!comments && words.all < LONGEST_NOTICE && NOTICES.test(named));
}

function isHidden(element: Element): boolean {
  return (
    attribute(element, 'hidden') !== null ||
    attribute(element, 'aria-hidden') === 'true' ||
    /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(element, 'style') ?? '')
  );
}

/** The foot of the page, not that of an article or a quotation inside it. */
function isPageFooter(element: Element): boolean {
  if (element.tagName !== 'footer') {
    return false;
  }
  for (let parent = element.parentNode; parent !== null && 'tagName' in parent; parent = parent.parentNode) {
    if (/^(?:article|main|section|blockquote|li)$/.test(parent.tagName)) {
      return false;
    }
  }
  return true;
}

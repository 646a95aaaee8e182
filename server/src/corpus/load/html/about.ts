/** What a page says of itself for machines: title, author, publisher, date, address. */
import { attribute, type Element, elementsIn, type HtmlDocument, textIn } from './tree.ts';

export interface About {
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  /** As in "3 May 2011". */
  readonly date: string | null;
  readonly url: string | null;
}

const NAMES: Readonly<Record<keyof About, readonly string[]>> = {
  title: ['citation_title', 'og:title', 'dc.title', 'dcterms.title', 'headline', 'twitter:title'],
  author: ['citation_author', 'author', 'dc.creator', 'dcterms.creator', 'article:author', 'byl', 'parsely-author'],
  publisher: ['citation_journal_title', 'og:site_name', 'dc.publisher', 'dcterms.publisher', 'publisher', 'application-name'],
  date: [
    'citation_publication_date',
    'citation_date',
    'article:published_time',
    'og:article:published_time',
    'datepublished',
    'dc.date.issued',
    'dcterms.issued',
    'dc.date',
    'dcterms.date',
    'pubdate',
    'publication_date',
    'parsely-pub-date',
    'date',
  ],
  url: ['og:url', 'dc.identifier'],
};
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
/** A line of the head is a line of text later; nothing longer is a name or a title. */
const LONGEST = 250;

/** Reads the page's `meta`, `link`, `title` and JSON-LD elements. */
export function aboutPage(document: HtmlDocument): About {
  const elements = [...elementsIn(document)];
  const metas = new Map<string, string>();
  for (const element of elements) {
    const key =
      element.tagName === 'meta' ? (attribute(element, 'name') ?? attribute(element, 'property') ?? attribute(element, 'itemprop')) : null;
    const value = oneLine(attribute(element, 'content'));
    if (key !== null && value !== null && !metas.has(key.toLowerCase())) {
      metas.set(key.toLowerCase(), value);
    }
  }
  const meta = (field: keyof About) => NAMES[field].map((name) => metas.get(name)).find((value) => value !== undefined) ?? null;
  const linked = linkedData(elements);
  const canonical = elements.find((one) => one.tagName === 'link' && attribute(one, 'rel')?.toLowerCase() === 'canonical');
  const headings = elements.filter(({ tagName }) => tagName === 'h1').map((one) => oneLine(textIn(one)));
  const titled = elements.find(({ tagName }) => tagName === 'title');
  const author = [meta('author'), linked.author].find((name) => name != null && !/^https?:|^@|\.(?:com|org|net)$/i.test(name)) ?? null;
  const publisher = meta('publisher') ?? linked.publisher;
  const head = titled === undefined ? null : oneLine(textIn(titled));
  const only = headings.length === 1 ? (headings[0] ?? null) : null;
  return {
    title:
      meta('title') ??
      linked.title ??
      (only !== null && (head === null || head.includes(only)) ? only : null) ??
      withoutSite(head, publisher),
    author,
    publisher,
    date: plainDate(meta('date') ?? linked.date ?? publishedTime(elements)),
    url:
      [canonical === undefined ? null : attribute(canonical, 'href'), meta('url')].find(
        (url) => url != null && /^https?:\/\/\S{4,}$/.test(url),
      ) ?? null,
  };
}

function oneLine(text: string | null): string | null {
  const line = text?.replace(/\s+/g, ' ').trim() ?? '';
  return line === '' || line.length > LONGEST ? null : line;
}

/** The title without the name of the site behind it ("Bridge closed | Harbour Gazette"). */
function withoutSite(title: string | null, publisher: string | null): string | null {
  if (title === null || publisher === null) {
    return title;
  }
  const cut = title.toLowerCase().lastIndexOf(publisher.toLowerCase());
  const before = cut < 4 ? '' : title.slice(0, cut).replace(/[\s|·•»:–—-]+$/u, '');
  return before === '' || cut + publisher.length < title.length - 4 ? title : before;
}

function publishedTime(elements: readonly Element[]): string | null {
  const time = elements.find(
    (one) => one.tagName === 'time' && (attribute(one, 'pubdate') !== null || /published/i.test(attribute(one, 'itemprop') ?? '')),
  );
  return time === undefined ? null : attribute(time, 'datetime');
}

/** "2011-05-03T19:02:11+01:00" and "2011/05/03" as "3 May 2011"; years and months alone as they are. */
function plainDate(date: string | null): string | null {
  const [, year, month, day] = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?!\d)/.exec(date ?? '') ?? [];
  if (year === undefined) {
    return oneLine(date);
  }
  const name = MONTHS[Number(month) - 1];
  return [day === undefined || name === undefined ? '' : Number(day), name ?? '', year].filter((part) => part !== '').join(' ');
}

/** What schema.org markup says of the first article in it. */
function linkedData(elements: readonly Element[]): Pick<About, 'title' | 'author' | 'publisher' | 'date'> {
  for (const element of elements) {
    if (element.tagName === 'script' && /ld\+json/i.test(attribute(element, 'type') ?? '')) {
      const article = articleIn(parsed(textIn(element, 200_000)), 0);
      if (article !== null) {
        return {
          title: oneLine(stringIn(article['headline'])),
          author: oneLine(nameOf(article['author'])),
          publisher: oneLine(nameOf(article['publisher'])),
          date: stringIn(article['datePublished']),
        };
      }
    }
  }
  return { title: null, author: null, publisher: null, date: null };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function articleIn(value: unknown, depth: number): Readonly<Record<string, unknown>> | null {
  const parts = Array.isArray(value) ? value : isRecord(value) && Array.isArray(value['@graph']) ? value['@graph'] : [];
  if (isRecord(value) && /article|posting|report/i.test(String(value['@type']))) {
    return value;
  }
  for (const part of depth < 3 ? parts : []) {
    const found = articleIn(part, depth + 1);
    if (found !== null) {
      return found;
    }
  }
  return null;
}

function stringIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function nameOf(value: unknown): string | null {
  const one = Array.isArray(value) ? value[0] : value;
  return isRecord(one) ? stringIn(one['name']) : stringIn(one);
}

// A small, safe part of Markdown: paragraphs, lists, strong, emphasis, code, links. It makes a tree, never HTML.

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] };

export type Block =
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | {
      readonly kind: 'list';
      readonly isOrdered: boolean;
      readonly items: readonly (readonly Inline[])[];
    };

const BULLET = /^\s{0,3}[-*•]\s+/;
const NUMBER = /^\s{0,3}\d{1,3}[.)]\s+/;
const HEADING = /^#{1,6}\s+/;

export function parseMarkdown(text: string): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  const close = () => {
    if (lines.length) blocks.push({ kind: 'paragraph', children: parseInline(lines.join('\n')) });
    lines = [];
  };
  for (const line of text.split(/\r?\n/)) {
    const mark = BULLET.exec(line) ?? NUMBER.exec(line);
    if (mark) {
      close();
      addItem(blocks, NUMBER.test(line), parseInline(line.slice(mark[0].length)));
    } else if (!line.trim()) close();
    else lines.push(HEADING.test(line) ? `**${line.replace(HEADING, '')}**` : line);
  }
  close();
  return blocks;
}

function addItem(blocks: Block[], isOrdered: boolean, item: Inline[]) {
  const last = blocks.at(-1);
  if (last?.kind === 'list' && last.isOrdered === isOrdered) {
    blocks[blocks.length - 1] = { ...last, items: [...last.items, item] };
  } else blocks.push({ kind: 'list', isOrdered, items: [item] });
}

// One pass; each alternative is bounded, so that no text takes long.
const TOKEN =
  /`([^`\n]{1,500})`|\[([^\]\n]{1,300})\]\(([^\s()]{1,2000})\)|\*\*(\S[^\n]{0,500}?)\*\*|(?<![\w*])[*_](\S[^*_\n]{0,500}?)[*_](?![\w*])|(https?:\/\/[^\s<>"')\]]{1,2000})|(\n)/g;

export function parseInline(text: string, depth = 0): Inline[] {
  if (depth > 3) return [{ kind: 'text', text }];
  const found: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > end) found.push({ kind: 'text', text: text.slice(end, match.index) });
    found.push(inline(match, depth + 1));
    end = match.index + match[0].length;
  }
  if (end < text.length) found.push({ kind: 'text', text: text.slice(end) });
  return found;
}

function inline(match: RegExpExecArray, depth: number): Inline {
  const [whole, code, label, target, strong, emphasis, address] = match;
  if (code) return { kind: 'code', text: code };
  if (strong) return { kind: 'strong', children: parseInline(strong, depth) };
  if (emphasis) return { kind: 'emphasis', children: parseInline(emphasis, depth) };
  if (label && target) {
    const href = safeAddress(target);
    return href
      ? { kind: 'link', href, children: parseInline(label, 3) }
      : { kind: 'text', text: label };
  }
  if (address) {
    const href = safeAddress(address);
    if (href) return { kind: 'link', href, children: [{ kind: 'text', text: address }] };
  }
  return whole === '\n' ? { kind: 'break' } : { kind: 'text', text: whole };
}

/** The address if it is one that a shopper may be sent to. */
export function safeAddress(address: string | null | undefined): string | null {
  try {
    const { protocol, href } = new URL(address ?? '');
    return ['https:', 'http:', 'mailto:'].includes(protocol) ? href : null;
  } catch {
    return null;
  }
}

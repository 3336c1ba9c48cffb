// Text with a little Markdown.
import { Fragment } from 'react';
import { type Block, type Inline, parseMarkdown } from './markdown.js';

export function Words({ text }: { text: string }) {
  return <>{parseMarkdown(text).map(block)}</>;
}

function block(one: Block, at: number) {
  if (one.kind === 'paragraph') return <p key={at}>{one.children.map(inline)}</p>;
  const List = one.isOrdered ? 'ol' : 'ul';
  return (
    <List key={at}>
      {one.items.map((item, number) => (
        <li key={number}>{item.map(inline)}</li>
      ))}
    </List>
  );
}

function inline(one: Inline, at: number) {
  switch (one.kind) {
    case 'text':
      return <Fragment key={at}>{one.text}</Fragment>;
    case 'code':
      return <code key={at}>{one.text}</code>;
    case 'break':
      return <br key={at} />;
    case 'strong':
      return <strong key={at}>{one.children.map(inline)}</strong>;
    case 'emphasis':
      return <em key={at}>{one.children.map(inline)}</em>;
    case 'link':
      return (
        <a key={at} href={one.href} target="_blank" rel="noopener noreferrer nofollow">
          {one.children.map(inline)}
        </a>
      );
  }
}

import MarkdownIt from 'markdown-it';

const renderer = new MarkdownIt({ html: false, linkify: true, typographer: false });

const openLink = renderer.renderer.rules.link_open ?? ((tokens, index, options, _env, self) => self.renderToken(tokens, index, options));
renderer.renderer.rules.link_open = (tokens, index, options, env, self) => {
  tokens[index]?.attrSet('target', '_blank');
  tokens[index]?.attrSet('rel', 'noopener noreferrer nofollow');
  return openLink(tokens, index, options, env, self);
};

/** Markdown as HTML that is safe to insert: raw HTML is shown as text, and links that could run script are dropped. */
export function renderMarkdown(source: string): string {
  return renderer.render(source);
}

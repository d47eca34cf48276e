type Variables = Readonly<Record<string, string>>;

const letters = {
  '--pele-radius': '6px',
  '--pele-font': 'Inter, system-ui, sans-serif',
  '--pele-font-mono': "'JetBrains Mono', ui-monospace, monospace",
};

/** Our colours and letters for the variables that the renderer leaves open; legible on the card behind every picture. */
const light: Variables = {
  ...letters,
  '--pele-bg': '#ffffff',
  '--pele-fg': '#1d2330',
  '--pele-muted': '#667085',
  '--pele-line': '#4b5468',
  '--pele-surface': '#eef3fe',
  '--pele-surface-alt': '#dbe6fd',
  '--pele-border': '#7c8db5',
  '--pele-accent': '#2563eb',
  '--pele-critical': '#d92d3a',
  '--pele-series-1': '#2f6bee',
  '--pele-series-2': '#f9863a',
  '--pele-series-3': '#3fbf74',
  '--pele-series-4': '#e45564',
  '--pele-series-5': '#22b8cf',
  '--pele-series-6': '#f2c230',
  '--pele-series-7': '#7a3ff0',
  '--pele-series-8': '#8d6e5c',
};

/** The same for boards in the dark theme. */
const dark: Variables = {
  ...letters,
  '--pele-bg': '#1b1e26',
  '--pele-fg': '#e8eaf0',
  '--pele-muted': '#b4bccb',
  '--pele-line': '#aab3c4',
  '--pele-surface': '#232a3b',
  '--pele-surface-alt': '#2f3a55',
  '--pele-border': '#66769c',
  '--pele-accent': '#7aa5ff',
  '--pele-critical': '#f8767e',
  '--pele-series-1': '#5c8df6',
  '--pele-series-2': '#f58a42',
  '--pele-series-3': '#46bd76',
  '--pele-series-4': '#f0626c',
  '--pele-series-5': '#35c3d8',
  '--pele-series-6': '#ecc53d',
  '--pele-series-7': '#9a78f8',
  '--pele-series-8': '#b59482',
};

const variable = /var\((--[\w-]+)(?:,([^()]*))?\)/g;

/** The markup for light and for dark boards: on a card, with every CSS variable replaced by its value, so that painters without CSS show it alike. */
export function withColours(svg: string): { readonly svg: string; readonly svgDark: string } {
  return { svg: inColours(svg, light), svgDark: inColours(svg, dark) };
}

function inColours(svg: string, theme: Variables): string {
  const root = /<svg[^>]*>/.exec(svg)?.[0] ?? '';
  const local = new Map([...root.matchAll(/(--_\w+):((?:[^;"()]|\([^()]*\))*)/g)].map(([, name = '', value = '']) => [name, value]));
  const [x = '0', y = '0', w = '0', h = '0'] = /viewBox="([^"]*)"/.exec(root)?.[1]?.split(/[\s,]+/) ?? [];
  const card = `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="10" fill="${theme['--pele-bg']}"/>`;
  let markup = svg.replace(root, () => `${root.replace(/--_\w+:(?:[^;"()]|\([^()]*\))*;?/g, '')}${card}`);
  for (let depth = 0; depth < 6 && markup.includes('var('); depth++) {
    markup = markup.replace(variable, (_, name: string, fallback = 'none') => theme[name] ?? local.get(name) ?? fallback);
  }
  return markup;
}

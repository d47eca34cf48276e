import { CodedError, getDiagram } from '@autograph/contracts';
import { type ExportFormat, exportDiagram, listExportFormats, renderSource } from '@autograph/contracts/export.ts';
import { getIcon, listIcons, searchIcons } from '@autograph/contracts/icons.ts';
import { createIconSearch } from '@autograph/icons';
import { iconEntries, loadIcon } from '@autograph/icons/library.node.ts';
import { defaultFamily } from '@autograph/languages';
import { boardTheme, darkTheme, lightTheme, type Theme } from '@autograph/render';
import { defineService, implement, ports } from '@autograph/service-kit';
import type { Exportable, Exporter } from './exporter.ts';
import { manifests } from './exporters/registry.gen.ts';
import { contentDisposition } from './file-name.ts';
import { imageLoader } from './load-image.ts';
import { shapesOfSource } from './render-source.ts';
import { drawBoard } from './scene.ts';

/** In the order of their ranks. */
const exporters: readonly Exporter[] = manifests.toSorted((a, b) => a.rank - b.rank);

/** The exporter of a format, or the first of those that serve; refuses a format that does not. */
function exporterFor(format: ExportFormat | undefined, serves: (exporter: Exporter) => boolean = () => true): Exporter {
  const serving = exporters.filter(serves);
  const found = serving.find(({ id }) => format === undefined || id === format);
  if (found) return found;
  const message = `Must be one of ${serving.map(({ id }) => id).join(', ')}.`;
  throw new CodedError('validation_failed', { details: [{ path: 'body.format', message }] });
}

/** The ground of panels beside the board, in either appearance. */
const panelGrounds = { light: '#ffffff', dark: '#1f222a' } as const;

const themes = { light: lightTheme, dark: darkTheme };

interface Look {
  readonly scale: number;
  readonly background: string;
  readonly theme: 'light' | 'dark';
}

/** White under the dark theme means the theme's own ground; so does a board without a background. */
function backgroundOf({ background, theme }: Look, board: Theme): string | undefined {
  if (background === 'transparent') return undefined;
  if (background === 'board' && board !== themes.light) return board.background;
  if (background === 'board' || background === 'white') return theme === 'dark' ? darkTheme.background : '#ffffff';
  return background;
}

async function write(exporter: Exporter, file: Omit<Exportable, 'picture'>, look: Look, ids?: readonly string[]): Promise<Buffer> {
  const theme = boardTheme(look.background === 'board' ? file.board.background : undefined, themes[look.theme]);
  let picture: ReturnType<Exportable['picture']> | undefined;
  const exportable: Exportable = {
    ...file,
    picture: () => {
      picture ??= drawBoard(file.shapes, theme, ids);
      return picture;
    },
  };
  try {
    return await exporter.write(exportable, { scale: look.scale, background: backgroundOf(look, theme) });
  } catch (error) {
    if (error instanceof RangeError)
      throw new CodedError('payload_too_large', { message: `The picture would be too large: ${error.message}.`, cause: error });
    throw error;
  }
}

export const service = defineService({
  name: 'export',
  port: ports.export,
  async register(app, kit) {
    implement(app, listExportFormats, async () => ({
      items: exporters.map(({ id, label, icon, shows, scale = 1, language }) => ({
        format: id,
        label,
        icon,
        shows,
        scale,
        ...(language !== undefined && { language }),
      })),
    }));

    implement(app, exportDiagram, async ({ params, query, identity, reply }) => {
      const exporter = exporterFor(query.format);
      const { title, note_content, canvas_data } = await kit.call(getDiagram, { params }, { identity });
      const ids = query.ids?.split(',').filter((id) => canvas_data.shapes.some((shape) => shape.id === id));
      if (ids?.length === 0)
        throw new CodedError('validation_failed', { details: [{ path: 'ids', message: 'The file has none of these shapes.' }] });
      const bytes = await write(exporter, { title, note: note_content, ...canvas_data, loadImage: imageLoader(kit, identity) }, query, ids);
      reply.header('content-type', exporter.contentType).header('content-disposition', contentDisposition(title, exporter.id));
      return bytes;
    });

    implement(app, renderSource, async ({ body, identity, reply }) => {
      const exporter = exporterFor(body.format, ({ shows }) => shows === 'canvas');
      const shapes = await shapesOfSource(body.language ?? defaultFamily, body.source);
      const bytes = await write(
        exporter,
        { title: 'Diagram', note: '', shapes, blocks: [], board: {}, loadImage: imageLoader(kit, identity) },
        body,
      );
      reply.header('content-type', exporter.contentType);
      return bytes;
    });

    let findIcons: ReturnType<typeof createIconSearch> | undefined;
    implement(app, searchIcons, async ({ query }) => {
      findIcons ??= createIconSearch(iconEntries());
      return { items: findIcons(query.q, { limit: query.limit }).map(({ item: { id, set, title } }) => ({ id, set, title })) };
    });

    implement(app, listIcons, async ({ reply }) => {
      reply.header('cache-control', 'public, max-age=86400');
      return { items: [...iconEntries()] };
    });

    implement(app, getIcon, async ({ params, query, reply }) => {
      const svg = await loadIcon(params.id, query.on && { ground: panelGrounds[query.on] });
      if (svg === undefined) throw new CodedError('not_found');
      reply.headers({
        'content-type': 'image/svg+xml; charset=utf-8',
        'cache-control': 'public, max-age=604800',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      });
      return Buffer.from(svg);
    });
  },
});

import { type ForeignBoard, ForeignFileError } from '../file-format.ts';
import { joinPages } from '../join-pages.ts';
import { parseJson } from '../parse-json.ts';
import { Sketchpad } from '../sketchpad.ts';
import { bindingKey, readPage } from './read.ts';
import { AssetRecord, BindingRecord, File, PageRecord, ShapeRecord } from './records.ts';

/** Its pages side by side, those with something on them. */
export function readTldraw(text: string): ForeignBoard {
  const file = File.safeParse(parseJson(text));
  if (!file.success) throw new ForeignFileError('This tldraw file has no records.');
  const { records } = file.data;
  const shapes = records.flatMap((record) => ShapeRecord.safeParse(record).data ?? []);
  const pages = records.flatMap((record) => PageRecord.safeParse(record).data ?? []).sort((a, b) => (a.index < b.index ? -1 : 1));
  const bindings = new Map(
    records.flatMap((record) => {
      const binding = BindingRecord.safeParse(record).data;
      return binding ? [[bindingKey(binding.fromId, binding.props.terminal), binding] as const] : [];
    }),
  );
  const assets = new Map(
    records.flatMap((record) => {
      const asset = AssetRecord.safeParse(record).data;
      return asset?.props.src ? [[asset.id, asset.props.src] as const] : [];
    }),
  );
  const read = pages.map(({ id, name }) => {
    const pad = new Sketchpad();
    readPage(pad, { pageId: id, shapes, bindings, assets });
    return { name, board: pad.board() };
  });
  const drawn = read.filter(({ board }) => board.shapes.length > 0);
  return joinPages(drawn.length > 0 ? drawn : read.slice(0, 1), 'frame');
}
